// @vitest-environment node
/**
 * Tests phase, side and warning without colour: shapes and words distinguish them for all eyes, and nothing
 * flashes. It checks every moment of every exercise.
 */

import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  type Rgb,
} from 'culori';
import { describe, expect, it } from 'vitest';
import type { Phase, PhaseCase } from '../../../../src/catalogue/phases';
import type { Exercise } from '../../../../src/catalogue/types';
import { withVariant } from '../../../../src/catalogue/variant';
import { PACES } from '../../../../src/session/routine/pace';
import { CODES } from '../../../../src/texts/languages';
import { translator } from '../../../../src/texts/translate';
import { phaseLook, phaseWord } from '../../../../src/texts/words';
import { compileTimeline } from '../../../../src/timeline/compile';
import { type OverlayState, overlayAt } from '../../../../src/timeline/overlay';
import { FPS } from '../../../../src/timeline/types';
import { phaseLooks, sideShapes } from '../../../../src/ui/pages/player/overlay/phaseLooks';
import { PALETTES } from '../../../../src/ui/theme/palettes';
import { catalogueIn } from '../../../catalogue/translations';
import { staticFile } from '../../../support/catalogue';
import { culorOf, rgbOf } from '../../../support/colour';
import { textsIn } from '../../fakes';

/** A colour as an eye perceives it. */
type Eye = (seen: Rgb) => Color | undefined;

/**
 * Eyes by Machado, Oliveira and Fernandes 2009 (`culori`, severity 1), and luminance alone (`grayscale` of
 * W3C's Filter Effects).
 */
const EYES: Record<'protanopia' | 'deuteranopia' | 'tritanopia' | 'achromatopsia', Eye> = {
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
  achromatopsia: filterGrayscale(1),
};

/** Themes: the colours of the looks. */
const THEMES: { theme: string; ink: Record<string, number> }[] = [
  { theme: 'usual', ink: PALETTES.usual },
  { theme: 'high contrast', ink: PALETTES.high },
];

/**
 * Colours closer than this (CIEDE2000) look the same from the mat: about ten times the least visible step.
 */
const ALIKE = 10;

const PICTOGRAMS = (name: string) => readFileSync(staticFile(`pictograms/${name}.svg`), 'utf8');

/** Every exercise and variant as a routine may contain it. */
const shownIn = (language: string): Exercise[] =>
  catalogueIn(language).exercises.flatMap((exercise) => [
    exercise,
    ...exercise.variants.map(({ id }) => withVariant(exercise, id)),
  ]);

/** The overlay at the first frame of every segment, and at every change of its number. */
const moments = (exercise: Exercise, pace = 1): OverlayState[] => {
  const timeline = compileTimeline(exercise, { pace });
  return timeline.segments.map(({ startFrame }) => overlayAt(timeline, startFrame / FPS));
};

/** All pairs of looks that follow one another, with their words. */
function changes(language: string) {
  const t = translator(textsIn(language), language as 'nl');
  const found = new Map<string, { from: PhaseCase; to: PhaseCase; words: [string, string] }>();
  for (const exercise of shownIn(language)) {
    let before: OverlayState | undefined;
    for (const now of moments(exercise)) {
      if (before && phaseLook(before) !== phaseLook(now)) {
        const [from, to] = [phaseLook(before), phaseLook(now)];
        const words: [string, string] = [phaseWord(t, before), phaseWord(t, now)];
        found.set(`${from} ${to} ${words}`, { from, to, words });
      }
      before = now;
    }
  }
  return [...found.values()];
}

describe.each(CODES)('phases that follow one another, in %s', (language) => {
  const all = changes(language);

  it('are told apart by their words', () => {
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(({ words: [one, other] }) => one === other)).toEqual([]);
  });

  it('are told apart by their shapes', () => {
    const same = all.filter(({ from, to }) => phaseLooks[from].shape === phaseLooks[to].shape);
    expect(same).toEqual([]);
  });
});

describe.each(THEMES)('in the $theme theme', ({ ink }) => {
  const far = differenceCiede2000();
  const pairs = [...new Map(changes('nl').map((one) => [`${one.from} ${one.to}`, one])).values()];
  const alikeTo = (eye: keyof typeof EYES) =>
    pairs.filter(({ from, to }) => {
      const [one, other] = [from, to].map((look) =>
        EYES[eye](culorOf(rgbOf(ink[phaseLooks[look].colour] ?? 0))),
      );
      return one && other && far(one, other) < ALIKE;
    });

  it('colour alone would not do: some eyes see two phases in one', () => {
    const found = Object.keys(EYES).filter((eye) => alikeTo(eye as keyof typeof EYES).length > 0);
    expect(found).toContain('achromatopsia');
    expect(found.length).toBeGreaterThan(1);
  });

  it.each(
    Object.keys(EYES) as (keyof typeof EYES)[],
  )('%s: what looks alike differs in its shape and its word', (eye) => {
    const lost = alikeTo(eye).filter(
      ({ from, to, words }) =>
        PICTOGRAMS(`phase-${phaseLooks[from].shape}`) ===
          PICTOGRAMS(`phase-${phaseLooks[to].shape}`) || words[0] === words[1],
    );
    expect(lost).toEqual([]);
  });
});

describe('sides', () => {
  const MOVING: readonly Phase[] = ['move', 'hold', 'return'];

  it.each(CODES)('have a word each in %s', (language) => {
    const t = translator(textsIn(language), language);
    expect(t('side.left')).not.toBe(t('side.right'));
  });

  it('have a shape each', () => {
    expect(PICTOGRAMS(sideShapes.left)).not.toBe(PICTOGRAMS(sideShapes.right));
  });

  it('are never without: every exercise that has sides shows one while it moves', () => {
    for (const exercise of shownIn('nl')) {
      const sided = new Set(
        exercise.parts.filter(({ dose }) => dose.sides !== 'none').map(({ id }) => id),
      );
      const bare = moments(exercise).filter(
        ({ part, phase, side }) => sided.has(part) && MOVING.includes(phase) && !side,
      );
      expect(bare, exercise.id).toEqual([]);
    }
  });
});

describe('nothing flashes', () => {
  const quickest = Math.max(...PACES);

  it.each(
    shownIn('nl').map((one) => [one.variant ? `${one.id}, ${one.variant}` : one.id, one] as const),
  )('%s: at the quickest pace no more than three changes of colour or shape in any second', (_, exercise) => {
    const timeline = compileTimeline(exercise, { pace: quickest });
    const at: number[] = [];
    let before = '';
    for (let frame = 0; frame < timeline.frames; frame += 1) {
      const now = overlayAt(timeline, frame / FPS);
      // All colours that change: that of the phase, and that of the number in the last three counts.
      const drawn = `${phaseLook(now)} ${now.countdown !== undefined} ${now.side}`;
      if (before && drawn !== before) at.push(frame);
      before = drawn;
    }
    const most = Math.max(
      0,
      ...at.map((from) => at.filter((f) => f >= from && f < from + FPS).length),
    );
    expect(at.length).toBeGreaterThan(1);
    // WCAG 2.3.1 allows three flashes, of two changes each.
    expect(most).toBeLessThanOrEqual(3);
  });
});
