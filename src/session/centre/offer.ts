/**
 * What the app offers: catalogues, languages, phone page. `centre.json` has priority over `settings.json`.
 * Every page uses this file, so that every page can read a code that another page made. Pure.
 */
import { type Fields, isObject } from '../../catalogue/json';
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Centre, CentreReading } from './centre';
import { MOST_ADDRESS, ownPhonePage, webAddress } from './phoneAddress';

/** For each catalogue, the number of portions in the build (`tools/portions.ts`). */
export type Portions = Readonly<Record<string, number>>;

/** What every page may show. */
export interface Offer<Code extends string> {
  /** The centre's settings for its screens. */
  centre: Centre;
  /** True when `centre.json` could not be read, and no copy of it either. It may offer something else. */
  isUnread: boolean;
  /** Problems in `centre.json`. */
  problems: readonly CatalogueProblem[];
  /** Other problems in the two files, one sentence each for the log. */
  complaints: readonly string[];
  /** Files below the static folder, in their order. */
  catalogues: readonly string[];
  portions: Portions;
  /** Languages to choose from; at least one. */
  languages: readonly Code[];
  /** The centre's own language ("fr"), for patients who have chosen none. */
  language?: string;
  /** Address of the phone page, as a phone can reach it. */
  phoneAddress?: string;
}

/** The valid part of `appSettings` in `settings.json`. */
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
 * The catalogues to read: the centre's own if it names any, else those of the settings.
 * @param settings `appSettings` of `settings.json`; invalid parts are ignored
 */
export const offeredCatalogues = (settings: unknown, centre: Centre): readonly string[] =>
  centre.catalogues ?? soundSettings(settings).sound.catalogues;

type Reading = Pick<CentreReading, 'centre' | 'problems'>;

/**
 * @param settings `appSettings` of `settings.json`; invalid parts are reported and ignored
 * @param reading the reading of `centre.json`
 * @param app the languages of the interface, and the address of the app's own page
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
    // Where the app has none of the centre's languages, it offers all of its own.
    languages: known.length ? known : app.languages,
    ...(language === undefined ? {} : { language }),
    ...(phoneAddress === undefined ? {} : { phoneAddress }),
  };
}
