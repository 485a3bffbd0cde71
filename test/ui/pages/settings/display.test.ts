/**
 * Tests text size, contrast and motion: what the themes promise, and that a choice has its effect at once.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyMemory } from '../../../../src/session/memory/memory';
import {
  type DisplaySettings,
  displayPreferencesOf,
  TEXT_SIZES,
} from '../../../../src/session/preferences/displayPreferences';
import { displayWishesOf } from '../../../../src/tv/displayWishes';
import { type Colours, PALETTES } from '../../../../src/ui/theme/palettes';
import { CAPITAL, type Type, typeAt } from '../../../../src/ui/theme/sizes';
import { remembering } from '../../fakes';
import { start, type TestApp } from '../../harness';

afterEach(() => vi.unstubAllGlobals());

/** 0.7 degrees at 3 m on a set of 43 inches with 1080 lines, px. */
const READ_FROM_THE_MAT = 74;

describe('the text sizes', () => {
  it('give counter, phase and cue capitals of 74 px at the largest', () => {
    const { count, cue, phase } = typeAt('largest');
    for (const { fontSize } of [count, cue, phase]) {
      expect(CAPITAL * fontSize).toBeGreaterThanOrEqual(READ_FROM_THE_MAT);
    }
  });

  it('grow every style from one to the next, and leave room between its lines', () => {
    const [normal, large, largest] = TEXT_SIZES.map(typeAt) as [Type, Type, Type];
    for (const name of Object.keys(normal) as (keyof Type)[]) {
      const sizes = [normal, large, largest].map((at) => at[name].fontSize);
      expect(sizes, name).toEqual([...sizes].sort((a, b) => a - b));
      expect(sizes[2], name).toBeGreaterThan(sizes[0] as number);
      for (const at of [normal, large, largest]) {
        expect(at[name].lineHeight, name).toBeGreaterThan(at[name].fontSize);
      }
    }
  });
});

/** WCAG's relative luminance of an opaque colour. */
function luminance(argb: number): number {
  const linear = (shift: number) => {
    const share = ((argb >> shift) & 0xff) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

/** WCAG's contrast of two opaque colours. */
function contrast(one: number, other: number): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const INKS = ['text', 'soft', 'accent', 'mint', 'sky', 'coral', 'sand'] as const;
const GROUNDS = ['ground', 'groundTop', 'groundBottom', 'card', 'overlay'] as const;

/** Every colour of text with every ground on which it stands. */
const PAIRS: [keyof Colours, keyof Colours][] = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground): [keyof Colours, keyof Colours] => [ink, ground])),
  ['text', 'cardHigh'],
  ['onAccent', 'accent'],
  ['onAccent', 'mint'],
  ['onAccent', 'coral'],
];

describe('the colours', () => {
  it.each(PAIRS)('%s on %s can be read, and very well at high contrast', (ink, ground) => {
    expect(contrast(PALETTES.usual[ink], PALETTES.usual[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PALETTES.high[ink], PALETTES.high[ground])).toBeGreaterThanOrEqual(7);
  });

  it('show the focus, and at high contrast what can be pressed', () => {
    for (const palette of [PALETTES.usual, PALETTES.high]) {
      for (const ground of [...GROUNDS, 'cardHigh'] as const) {
        expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(PALETTES.high.cardHigh, PALETTES.high.ground)).toBeGreaterThanOrEqual(2.99);
  });

  it('let nothing of the picture through the overlay at high contrast', () => {
    expect(PALETTES.high.overlay >>> 24).toBe(0xff);
  });
});

describe('what is not chosen', () => {
  it('follows the set, and a choice comes before it', () => {
    const wishes = (...queries: string[]) =>
      displayWishesOf({
        matchMedia: (query: string) => ({ matches: queries.includes(query) }),
      } as never);
    const still = wishes('(prefers-reduced-motion: reduce)');
    expect(displayPreferencesOf({}, still)).toEqual({
      textSize: 'normal',
      highContrast: false,
      reducedMotion: true,
    });
    expect(displayPreferencesOf({ reducedMotion: false }, still).reducedMotion).toBe(false);
    expect(displayPreferencesOf({}, wishes('(prefers-contrast: more)')).highContrast).toBe(true);
  });

  it('is the usual where the set can’t be asked', () => {
    expect(displayWishesOf({} as never)).toEqual({ highContrast: false, reducedMotion: false });
  });
});

/** Moves the focus down to a row. */
async function to(app: TestApp, row: string) {
  for (let n = 0; n < 30 && app.focused() !== `set:${row}`; n++) await app.input('Down');
  expect(app.focused()).toBe(`set:${row}`);
}

/** The theme of the running app, whose modules load again for each test. */
const theme = () => import('../../../../src/ui/theme');

const withSight = (sight: DisplaySettings) =>
  remembering({ settings: { ...emptyMemory(7).settings, ...sight } });

describe('in the settings', () => {
  it('another text size is at once in force, keeps the focus, and is remembered', async () => {
    const app = await start({}, '#settings');
    const { type } = await theme();
    await to(app, 'text');
    expect(app.shown('normaal')).toBe(true);
    const before = type.small.fontSize;
    await app.input('Right', 'Right');
    expect(app.focused()).toBe('set:text');
    expect(app.shown('grootst')).toBe(true);
    expect(type.small.fontSize).toBeGreaterThan(before);
    expect(app.services.memoryStore.memory.settings).toMatchObject({ textSize: 'largest' });
    await app.input('Back');
    expect(app.state().page).toBe('home');
    await start({ store: app.fakes.store });
    expect((await theme()).type.phase).toEqual(typeAt('largest').phase);
  });

  it('every row works with left, right and OK, and goes back', async () => {
    const app = await start({ store: withSight({ textSize: 'largest' }) }, '#settings');
    const { colours, motion, type } = await theme();
    await to(app, 'contrast');
    await app.input('OK');
    expect(app.focused()).toBe('set:contrast');
    expect(colours).toEqual(PALETTES.high);
    await app.input('Left');
    expect(colours).toEqual(PALETTES.usual);
    await app.input('Down', 'Right');
    expect(app.focused()).toBe('set:still');
    expect(motion.scroll).toBe(0);
    await app.input('OK');
    expect(motion.scroll).toBeGreaterThan(0);
    await app.input('Up', 'Up', 'OK');
    expect(type).toEqual(typeAt('normal'));
  });

  it('home is found at the button and the tile where it was left', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'Right', 'Right');
    const tile = app.focused();
    expect(tile).toMatch(/^tile:/);
    await app.input('Up', 'Up', 'Up', 'Up', 'Up', 'Right', 'Right');
    const button = app.focused();
    expect(button).toBe('button:settings');
    await app.input('OK');
    await to(app, 'text');
    await app.input('Right', 'Right', 'Back');
    expect(app.focused()).toBe(button);
    for (let n = 0; n < 6 && !app.focused()?.startsWith('tile:'); n++) await app.input('Down');
    expect(app.focused()).toBe(tile);
  });

  it('pages that were open before are drawn at the new size too', async () => {
    const app = await start();
    await app.input('Up', 'Up', 'Right', 'Right', 'OK');
    await to(app, 'text');
    await app.input('Right', 'Right', 'Back');
    expect(app.state().page).toBe('home');
    const { type } = await theme();
    const sizes: number[] = [];
    const walk = (node: { children: never[]; text?: { fontSize: number } | null }) => {
      if (node.text) sizes.push(node.text.fontSize);
      node.children.forEach(walk);
    };
    walk((window.beweegMee?.app.tag('Pages') ?? { children: [] }) as never);
    expect(sizes.length).toBeGreaterThan(10);
    const known = new Set(Object.values(type).map(({ fontSize }) => fontSize));
    expect(sizes.filter((size) => !known.has(size))).toEqual([]);
  });

  it('no colour of before is left on pages that are made anew, or on new ones', async () => {
    const app = await start();
    await app.input('Up', 'Up', 'Right', 'Right', 'OK');
    await to(app, 'contrast');
    await app.input('Right');
    await app.input('Back', 'Down', 'Down', 'Down', 'OK');
    expect(app.state().page).toBe('exercise');
    const kept = new Set<number>(Object.values(PALETTES.high));
    const gone = new Set<number>(
      Object.values(PALETTES.usual).filter((colour) => !kept.has(colour)),
    );
    const left: string[] = [];
    const walk = (node: { children: never[]; color: number; ref?: string }, path: string) => {
      const here = `${path}/${node.ref ?? ''}`;
      if (gone.has(node.color)) left.push(here);
      for (const child of node.children) walk(child, here);
    };
    for (const ref of ['Pages', 'Dialog']) {
      walk(window.beweegMee?.app.tag(ref) as never, ref);
    }
    expect(left).toEqual([]);
  });

  it('erasing everything brings back the usual', async () => {
    const app = await start(
      { store: withSight({ textSize: 'largest', highContrast: true }) },
      '#settings',
    );
    const { colours } = await theme();
    expect(colours).toEqual(PALETTES.high);
    await to(app, 'erase');
    await app.input('OK', 'Right', 'OK');
    expect(app.state().dialog).toBe('erased');
    expect(colours).toEqual(PALETTES.usual);
  });
});

it('nothing moves on its way with less motion', async () => {
  const app = await start({ store: withSight({ reducedMotion: true }) });
  await app.input('Down', 'Down', 'Down');
  const moving: unknown[] = [];
  const walk = (node: { children: never[]; _transitions?: Record<string, unknown> }) => {
    for (const one of ['x', 'y']) {
      const { isRunning } = (node._transitions?.[one] ?? {}) as { isRunning?(): boolean };
      if (isRunning?.call(node._transitions?.[one])) moving.push(node);
    }
    node.children.forEach(walk);
  };
  walk(window.beweegMee?.app as never);
  expect(moving).toEqual([]);
});
