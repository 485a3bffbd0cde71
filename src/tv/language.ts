/** Which language the set speaks, and which of ours is nearest to it. */

/** What a set tells of its languages; old engines know only one. */
export interface SetLanguages {
  languages?: readonly string[];
  language?: string;
}

/** The set's languages, the dearest first: "nl-BE", "fr"; empty where it tells none. */
export function languagesOfSet(set: SetLanguages): string[] {
  if (set.languages?.length) return [...set.languages];
  return set.language ? [set.language] : [];
}

/**
 * The first language that someone prefers and that there is; a region makes no difference.
 * @param available codes of two letters: "nl"
 * @param preferred tags, the dearest first: "nl-BE"; anything else is passed over
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
