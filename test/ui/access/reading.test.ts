/**
 * Tests that texts can be read: the height of letters from the font's own numbers, and the contrast of each
 * text and icon with its ground, on every screen.
 */
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyMemory } from '../../../src/session/memory/memory';
import { phrase, plain } from '../../../src/timeline/phrases';
import { ALONE_ROOM } from '../../../src/ui/pages/player/overlay/GroupPanel';
import { CAPITAL, typeAt } from '../../../src/ui/theme/sizes';
import { contrast, type Rgb } from '../../support/colour';
import { CAUTION, known, overlay, remembering, textsIn } from '../fakes';
import { start, type TestApp } from '../harness';
import { inksOf, type Node } from '../inks';
import { play } from '../pages/player/playing';

afterEach(() => vi.restoreAllMocks());

/** The font files that the build copies, one for each weight. */
const fontOf = (weight: 400 | 600): Font => {
  const files = '../../../node_modules/@fontsource/lexend/files';
  return openSync(join(import.meta.dirname, files, `lexend-latin-${weight}-normal.woff2`)) as Font;
};

/** Text sizes and the least height of capitals, px: 0.7° at 3 m on a 55-inch set is 58. */
const SIZES = [
  { name: 'usual', styles: typeAt('normal'), least: 60 },
  { name: 'large', styles: typeAt('large'), least: 60 },
  // 0.7° at 3 m on a 43-inch set.
  { name: 'largest', styles: typeAt('largest'), least: 74 },
];

describe.each([400, 600] as const)('Lexend %i', (weight) => {
  const font = fontOf(weight);

  it.each([...'HXE0123456789'])('%s is as high as the theme reckons with', (letter) => {
    const { maxY, minY } = font.layout(letter).glyphs[0]?.bbox ?? { maxY: 0, minY: 0 };
    const share = maxY / font.unitsPerEm;
    expect(Math.abs(share - CAPITAL)).toBeLessThan(0.02);
    expect(Math.abs(minY / font.unitsPerEm)).toBeLessThan(0.02);
  });

  it('says the same of its capitals', () => {
    expect(font.capHeight / font.unitsPerEm).toBeCloseTo(CAPITAL, 2);
  });

  it('has every letter that the texts use', () => {
    const letters = new Set(
      ['nl', 'en', 'fr', 'de'].flatMap((code) => Object.values(textsIn(code))).join(''),
    );
    const missing = [...letters].filter(
      (one) => one !== '\n' && !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(SIZES)('text size: $name', ({ least, styles }) => {
  it.each(['count', 'phase'] as const)('the capitals of %s are high enough', (name) => {
    const { capHeight, unitsPerEm } = fontOf(600);
    expect((styles[name].fontSize * capHeight) / unitsPerEm).toBeGreaterThanOrEqual(least);
  });
});

const WHITE: Rgb = [255, 255, 255];
/** WCAG AA: the contrast of text, and of icons with a meaning. */
const AA = { text: 4.5, icon: 3 };

/** An arrow at an end is faint on purpose: WCAG excludes inactive controls. */
const isEnd = (what: string): boolean => what === 'chevron-left' || what === 'chevron-right';

/** Texts and icons without enough contrast on the present screen; pictures and video count as white. */
function unread(screen: string): string[] {
  const root = window.beweegMee?.app as unknown as Node;
  const inks = inksOf(root, WHITE, WHITE);
  expect(inks.length, screen).toBeGreaterThan(2);
  return inks
    .map((one) => ({ ...one, found: contrast(one.ink, one.ground) }))
    .filter(({ found, isText, what }) => found < (isText ? AA.text : AA.icon) && !isEnd(what))
    .map(({ found, ground, ink, what }) => {
      const say = (rgb: Rgb) => rgb.map(Math.round).join(' ');
      return `${screen}: "${what}" ${found.toFixed(1)} : 1 (${say(ink)} on ${say(ground)})`;
    });
}

/** The themes, and the settings that lead to them. */
const { settings } = emptyMemory(7);
const THEMES = [
  { theme: 'usual', memory: {} },
  { theme: 'high contrast', memory: { settings: { ...settings, highContrast: true } } },
];

describe.each(THEMES)('in the $theme theme every text and icon stands out', ({ memory }) => {
  const store = () => remembering(memory);

  /** Checks the screen, then presses each key and checks again. */
  async function walk(app: TestApp, name: string, keys: Parameters<TestApp['input']>) {
    const found = unread(name);
    for (const key of keys) {
      await app.input(key);
      found.push(...unread(`${name}, ${key}`));
    }
    return found;
  }

  it('on home, in its rows and dialogs', async () => {
    const app = await start({ store: store() });
    const keys = [
      'Right',
      'Right',
      'Down',
      'Right',
      'Down',
      'Right',
      'Down',
      'Down',
      'OK',
    ] as const;
    expect(await walk(app, 'home', [...keys, 'Back', 'Back'])).toEqual([]);
  });

  it.each([
    ['#exercise/brug', ['Down', 'Right', 'OK']],
    ['#exercise/rugbal', ['Down', 'Up', 'OK']],
    ['#settings', ['Down', 'Down', 'Down', 'Right', 'Down', 'Down', 'Down', 'Down', 'Down', 'OK']],
    ['#history', ['Right', 'Down', 'Down']],
    ['#routine/today', ['Right', 'Down', 'OK']],
    ['#bye', []],
    ['#log', ['Down', 'Up']],
  ] as const)('on %s', async (hash, keys) => {
    const app = await start({ store: store() }, hash);
    expect(await walk(app, hash, [...keys])).toEqual([]);
  });

  it('while an exercise plays, over a white picture', async () => {
    const caption = {
      cue: { time: 0, says: [phrase('phase.hold')] },
      reading: { time: 0, says: [plain(CAUTION)] },
      count: 3,
    };
    const app = await play({ store: store(), caption });
    const found: string[] = [];
    const look = async (name: string, more: Parameters<typeof app.show>[0]) => {
      await app.show(more);
      found.push(...unread(name));
    };
    for (const phase of ['prepare', 'move', 'hold', 'return', 'rest', 'switch', 'done'] as const) {
      const next = phase === 'rest' ? { part: 'main', set: 2 } : undefined;
      await look(phase, { overlay: overlay({ phase, side: 'left', ...(next ? { next } : {}) }) });
    }
    await look('timed', { overlay: overlay({ timed: true, number: 12 }) });
    await look('ease', { overlay: overlay({ phase: 'rest', atEase: true }) });
    await look('countdown', { overlay: overlay({ phase: 'hold', number: 2, countdown: 2 }) });
    await look('slower', { pace: 0.75 });
    await look('standing in', { isStandingIn: true });
    await look('waiting', { waiting: true, overlay: overlay({ phase: 'prepare' }) });
    await look('the end', { overlay: overlay({ phase: 'done' }), next: known('rugbal') });
    await look('paused', { pause: 'paused' });
    found.push(...(await walk(app, 'questions', ['Up', 'Back', 'Down', 'Back', 'Back'])));
    expect(found).toEqual([]);
  });
});

describe('a group’s phase', () => {
  const font = fontOf(600);
  const words = ['nl', 'en', 'fr', 'de'].flatMap((code) =>
    Object.entries(textsIn(code)).flatMap(([key, text]) => (/^phase\./.test(key) ? [text] : [])),
  );
  it.each([...new Set(words)])('"%s" fits the band in capitals of 120 px', (word) => {
    const size = 120 / (font.capHeight / font.unitsPerEm);
    const { advanceWidth } = font.layout(word);
    expect((advanceWidth / font.unitsPerEm) * size).toBeLessThanOrEqual(ALONE_ROOM);
  });
});
