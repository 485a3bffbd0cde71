/** Tests which language the app chooses. */
import { describe, expect, test } from 'vitest';
import { languagesOfSet, pickLanguage } from '../../src/tv/language';

const OURS = ['nl', 'en', 'fr', 'de'] as const;

describe('the language', () => {
  test.each<[preferred: (string | undefined)[], picked: string | undefined]>([
    [['fr'], 'fr'],
    [['fr-BE', 'nl-BE'], 'fr'],
    [['pl', 'tr-TR', 'de-AT'], 'de'],
    [['EN_us'], 'en'],
    [['zh-Hant-TW'], undefined],
    [[undefined, 'nl'], 'nl'],
    [[], undefined],
    [['', '-', 'french', 'nld'], undefined],
  ])('%j: %s', (preferred, picked) => {
    expect(pickLanguage(OURS, preferred)).toBe(picked);
  });

  test('that the set tells, in its order; an old engine tells one, or none', () => {
    expect(languagesOfSet({ languages: ['fr-BE', 'nl'], language: 'fr-BE' })).toEqual([
      'fr-BE',
      'nl',
    ]);
    expect(languagesOfSet({ language: 'de' })).toEqual(['de']);
    expect(languagesOfSet({ languages: [], language: '' })).toEqual([]);
    expect(languagesOfSet({})).toEqual([]);
  });
});
