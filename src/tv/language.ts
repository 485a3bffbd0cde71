/** The set's languages, and the nearest one of ours. */

/** What a set states about its languages. Old engines state only one. */
export interface SetLanguages {
  languages?: readonly string[];
  language?: string;
}

/** The set's languages, the preferred one first: "nl-BE", "fr"; empty where it states none. */
export function languagesOfSet(set: SetLanguages): string[] {
  if (set.languages?.length) return [...set.languages];
  return set.language ? [set.language] : [];
}

/**
 * The first available language that the user prefers. Regions are ignored.
 * @param available codes of two letters: "nl"
 * @param preferred language tags, the preferred one first: "nl-BE"; unknown ones are skipped
 */
export function pickLanguage<Code extends string>(
  available: readonly Code[],
  preferred: readonly (string | undefined)[],
): Code | undefined {
  for (const tag of preferred) {
    const code = tag?.toLowerCase().split(/[-_]/)[0];
    const found = available.find((one) => one === code);
    if (found) return found;
  }
  return undefined;
}
