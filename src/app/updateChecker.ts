/**
 * Checks whether the server has other content than the shown content, and whether it is valid. It only checks;
 * the page decides when to change over (`docs/centre.md`).
 */
import { isObject, readJson } from '../catalogue/json';
import { readCatalogue } from '../catalogue/load';
import { CENTRE_FILE, NO_CENTRE, readCentre } from '../session/centre/centre';
import { offeredCatalogues } from '../session/centre/offer';
import { answerWithin } from '../tv/answerWithin';

/** `same`: as before. `new`: changed and valid. `broken`: changed and not valid. `offline`: no answer. */
export type Found = 'same' | 'new' | 'broken' | 'offline';

/** The file in which a build describes itself. */
const VERSION_FILE = 'version.json';
const SETTINGS_FILE = 'settings.json';
/** The app does not open without these files. */
const NEEDED = [
  'index.html',
  'page.css',
  'startApp.js',
  'appBundle.js',
  'secondScript.js',
  'lib/lightning.js',
];
/** Longest wait for a file, ms. */
const PATIENCE = 10_000;

interface Answer {
  /** The text; undefined where the file does not exist. */
  text: string | undefined;
}

export interface UpdateCheckerDeps {
  ask: typeof fetch;
  /** Address of a file below the static folder. */
  asset(path: string): string;
  /** Files below the static folder whose changes matter, besides the catalogues. */
  files: readonly string[];
  /** True while content is shown; if not, any valid content counts as new. */
  hasContent(): boolean;
  log?(sentence: string): void;
}

/** Checks the files from time to time. The first check sets the state to compare with. */
export class UpdateChecker {
  private shown: string | undefined;
  /** The content found broken: it is not checked again until it changes. */
  private refused: string | undefined;

  constructor(private readonly deps: UpdateCheckerDeps) {}

  /** Never throws. */
  async look(): Promise<Found> {
    try {
      return await this.compare();
    } catch {
      return 'offline';
    }
  }

  private async compare(): Promise<Found> {
    const { deps } = this;
    const [version, settings, centre] = await Promise.all(
      [VERSION_FILE, SETTINGS_FILE, CENTRE_FILE].map((file) => this.get(file)),
    );
    const names = cataloguesOf(settings?.text, centre?.text);
    const below = await Promise.all(
      [...names, ...deps.files].map((file) => this.get(deps.asset(file))),
    );
    const catalogues = below.slice(0, names.length);
    const now = JSON.stringify([version, settings, centre, ...below]);
    this.shown ??= now;
    const isSame = now === this.shown && deps.hasContent();
    if (isSame) return 'same';
    if (now === this.refused) return 'broken';
    const why =
      whyBroken(settings?.text, centre?.text) ??
      whyNoCatalogue(names, catalogues) ??
      (await this.whatIsMissing());
    if (why === undefined) return 'new';
    deps.log?.(`New content is not shown: ${why}`);
    this.refused = now;
    return 'broken';
  }

  /** @throws Error where the server does not answer, or fails */
  private get(address: string): Promise<Answer> {
    return answerWithin(PATIENCE, async (signal) => {
      const response = await this.deps.ask(address, { cache: 'no-cache', signal });
      if (response.status >= 500) throw new Error(`${address}: HTTP ${response.status}`);
      return { text: response.ok ? await response.text() : undefined };
    });
  }

  private async whatIsMissing(): Promise<string | undefined> {
    const answers = await Promise.all(NEEDED.map((file) => this.get(file)));
    const at = answers.findIndex(({ text }) => !text?.trim());
    return at < 0 ? undefined : `${NEEDED[at]} is missing or empty`;
  }
}

/** The catalogues that the app would load if it opened at this moment. */
function cataloguesOf(settings: string | undefined, centre: string | undefined): readonly string[] {
  const read = readJson(settings ?? '');
  const { appSettings } = 'raw' in read && isObject(read.raw) ? read.raw : { appSettings: {} };
  return offeredCatalogues(
    appSettings,
    centre === undefined ? NO_CENTRE : readCentre(centre).centre,
  );
}

function whyBroken(settings: string | undefined, centre: string | undefined): string | undefined {
  if ('complaint' in readJson(settings ?? '')) return `${SETTINGS_FILE} can't be read`;
  // A server may answer an unknown address with its page.
  if (centre === undefined || /^\s*</.test(centre)) return undefined;
  const { isBroken, problems } = readCentre(centre);
  return isBroken ? (problems[0]?.sentence ?? CENTRE_FILE) : undefined;
}

function whyNoCatalogue(names: readonly string[], answers: readonly Answer[]): string | undefined {
  let why: string | undefined = names.length ? undefined : 'no catalogue is listed';
  for (const [at, { text }] of answers.entries()) {
    const name = names[at] as string;
    if (text === undefined) return `${name} is not there`;
    const { catalogue, problems } = readCatalogue(text, name);
    if (!catalogue) return problems[0]?.sentence ?? name;
    if (!catalogue.exercises.length) why = `${name} has no exercise that can be read`;
  }
  return why;
}
