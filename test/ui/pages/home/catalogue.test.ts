/** Tests every exercise of the catalogue on its page and in a routine: no part overlaps another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../src/catalogue/load';
import { translateCatalogue } from '../../../../src/catalogue/translate';
import { readTranslation } from '../../../../src/catalogue/translation';
import { translationFileOf } from '../../../../src/catalogue/translationFile';
import type { Catalogue } from '../../../../src/catalogue/types';
import { doseBadge, exerciseDose } from '../../../../src/texts/dose';
import { CODES, type Language } from '../../../../src/texts/languages';
import { translator } from '../../../../src/texts/translate';
import { needsOf } from '../../../../src/texts/words';
import { sentencesOf } from '../../../../src/timeline/phrases';
import { layOutDose } from '../../../../src/ui/components/DoseBlock';
import { layOut } from '../../../../src/ui/components/PagedText';
import { buttonsY, doseY } from '../../../../src/ui/pages/exercise/exercisePlaces';
import { focusRing, type } from '../../../../src/ui/theme';
import { textWidth, wrapLines } from '../../../../src/ui/theme/measure';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, 'static', path), 'utf8');
const FILE = 'catalogue/thuisoefeningen-rug.json';
const source = readCatalogue(read(FILE), FILE).catalogue as Catalogue;

/** The app in a language: its texts and exercises. */
function speaking(language: Language) {
  const texts = JSON.parse(read(`texts/${language}.json`)) as Record<string, string>;
  const file = translationFileOf(FILE, language);
  const translation = language === 'nl' ? undefined : readTranslation(read(file), file).translation;
  const catalogue = translation ? translateCatalogue(source, translation, file).catalogue : source;
  return { t: translator(texts, language), exercises: catalogue.exercises };
}

const { t, exercises } = speaking('nl');

// Without a canvas, each letter is as wide as the widest ones of the font.
vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);

const all = CODES.flatMap((language) => {
  const { exercises, t } = speaking(language);
  return exercises.map((exercise) => [language, exercise.id, exercise, t] as const);
});

describe.each(all)('%s: %s', (_language, _id, exercise, t) => {
  it('its dose stays clear of the focus ring below', () => {
    const { bottom } = layOutDose({ t, exercise, needs: needsOf(t, exercise), hasMark: true });
    const ringTop = buttonsY() - focusRing.gap - focusRing.width;
    expect(ringTop - (doseY() + bottom)).toBeGreaterThanOrEqual(16);
  });

  it('its dose fits two lines of a routine’s row', () => {
    const { text } = exerciseDose(t, exercise);
    // The text's width in a row with a star, without a chip for the level.
    expect(wrapLines(text, type.caption, 575).length).toBeLessThanOrEqual(2);
  });

  it('its text breaks between sentences only', () => {
    const blocks = exercise.instruction.map((text) => ({ text }));
    const box = { blocks, style: type.body, headingStyle: type.label, w: 760, h: 400 };
    const pages = layOut({ ...box, footer: () => '' }, 760, 400);
    for (const page of pages) {
      expect(page[page.length - 1]?.text).toMatch(/[.!?)’]$/);
      for (const { text } of page) expect(textWidth(text, type.body)).toBeLessThanOrEqual(760);
    }
    const all = pages.flat().map(({ text }) => text);
    expect(all.join(' ')).toBe(exercise.instruction.join(' '));
  });
});

it('what is open is marked', () => {
  const open = (id: string) => {
    const exercise = exercises.find((one) => one.id === id);
    if (!exercise) throw new Error(id);
    return {
      badge: doseBadge(t, exercise).ours,
      needs: needsOf(t, exercise).map(({ ours }) => ours),
    };
  };
  expect(open('quadriceps')).toEqual({ badge: false, needs: [false, true] });
  expect(open('bekken-ruglig')).toEqual({ badge: true, needs: [false, false] });
});

it('a sentence ends before a capital, not inside a number or an abbreviation', () => {
  expect(sentencesOf('Hef 1.5 keer bv. je been. Adem uit (rustig.) Kom terug.')).toEqual([
    'Hef 1.5 keer bv. je been.',
    'Adem uit (rustig.)',
    'Kom terug.',
  ]);
});
