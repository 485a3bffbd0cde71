/**
 * What is offered here: which catalogues, which languages, which phone page. `centre.json` goes before
 * `settings.json`. Every page asks this file, so that a code made on one is read on all. Pure.
 */
import { type Fields, isObject } from '../../catalogue/json';
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Centre, CentreReading } from './centre';
import { MOST_ADDRESS, ownPhonePage, webAddress } from './phoneAddress';

/** By catalogue, into how many portions the build has dealt it (`tools/portions.ts`). */
export type Portions = Readonly<Record<string, number>>;

/** What every page may show. */
export interface Offer<Code extends string> {
  /** What the centre has set for its screens. */
  centre: Centre;
  /** True when `centre.json` could not be read, and no copy of it either. It may offer something else. */
  isUnread: boolean;
  /** What is wrong in `centre.json`. */
  problems: readonly CatalogueProblem[];
  /** What else is wrong in the two files, a sentence for the log each. */
  complaints: readonly string[];
  /** Files below the static folder, in their order. */
  catalogues: readonly string[];
  portions: Portions;
  /** Those one may choose from; at least one. */
  languages: readonly Code[];
  /** The centre's own language ("fr"), for who has chosen none. */
  language?: string;
  /** Where the phone page is, as a phone can reach it. */
  phoneAddress?: string;
}

/** `appSettings` of `settings.json`, as far as they are sound. */
interface SoundSettings {
  catalogues: string[];
  portions: Portions;
  language?: string;
  phoneAddress?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function soundSettings(settings: unknown): { sound: SoundSettings; complaints: string[] } {
  const complaints: string[] = [];
  const complain = (place: string, expected: string) =>
    complaints.push(`settings.json: ${place}: expected ${expected}`);
  const fields: Fields = isObject(settings) ? settings : {};
  const { language, phoneAddress } = fields;
  const listed: readonly unknown[] = Array.isArray(fields.catalogues) ? fields.catalogues : [];
  const catalogues = listed.filter(isText);
  if (catalogues.length < listed.length || (fields.catalogues && !Array.isArray(fields.catalogues)))
    complain('catalogues', 'names of files in square brackets');
  const portions: Record<string, number> = {};
  for (const [file, number] of Object.entries(isObject(fields.portions) ? fields.portions : {})) {
    if (Number.isInteger(number)) portions[file] = number as number;
  }
  const phone = webAddress(phoneAddress);
  if (phoneAddress !== undefined && phone === undefined)
    complain('phoneAddress', 'a web address, as "https://…/phone/"');
  if (language !== undefined && !isText(language)) complain('language', 'a code, as "fr"');
  return {
    sound: {
      catalogues,
      portions,
      ...(isText(language) ? { language } : {}),
      ...(phone === undefined ? {} : { phoneAddress: phone }),
    },
    complaints,
  };
}

/**
 * The catalogues that are read: the centre's own where it names any, else those of the settings.
 * @param settings `appSettings` of `settings.json`; what isn't sound is passed over
 */
export const offeredCatalogues = (settings: unknown, centre: Centre): readonly string[] =>
  centre.catalogues ?? soundSettings(settings).sound.catalogues;

type Reading = Pick<CentreReading, 'centre' | 'problems'>;

/**
 * @param settings `appSettings` of `settings.json`; what isn't sound is named and passed over
 * @param reading what `centre.json` says
 * @param app the languages that there are texts for, and the address of the app's own page
 */
export function offerOf<Code extends string>(
  settings: unknown,
  { centre, isBroken = false, problems }: Partial<CentreReading> & Reading,
  app: { languages: readonly Code[]; address: string },
): Offer<Code> {
  const { complaints, sound } = soundSettings(settings);
  const known = app.languages.filter((code) => centre.languages?.includes(code) ?? true);
  const language = centre.language ?? sound.language;
  const centrePhone = webAddress(centre.phoneAddress);
  if (centre.phoneAddress !== undefined && centrePhone === undefined)
    complaints.push(`centre.json: phoneAddress: expected at most ${MOST_ADDRESS} characters`);
  const phoneAddress = centrePhone ?? sound.phoneAddress ?? ownPhonePage(app.address);
  return {
    centre,
    isUnread: isBroken,
    problems,
    complaints,
    catalogues: offeredCatalogues(settings, centre),
    portions: sound.portions,
    // Where the centre offers none that there is, all are better than none.
    languages: known.length ? known : app.languages,
    ...(language === undefined ? {} : { language }),
    ...(phoneAddress === undefined ? {} : { phoneAddress }),
  };
}
