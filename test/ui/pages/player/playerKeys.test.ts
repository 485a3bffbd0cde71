/**
 * Tests every key in every state of the player: each does what its hint says, and each effect has a hint
 * that is also spoken.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  GROUP_KEYS,
  type Moment,
  meaningOf,
  meaningsNow,
  type ScreenAct,
  SOLO_KEYS,
} from '../../../../src/app/playerKeys';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { KEY_TABLES, type KeyName } from '../../../../src/tv/keyTables';
import type { Spoken } from '../../../../src/ui/access/spoken';
import { remembering, view } from '../../fakes';
import type { FakeController } from '../../harness';
import { type Playing, play } from './playing';
import { STATES } from './states';

// Hundreds of presses each, on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** The key codes of a set with all keys, by name. */
const CODES = new Map(
  Object.entries(KEY_TABLES.tizen).map(([code, name]) => [name as KeyName, Number(code)]),
);

const TABLES = { solo: SOLO_KEYS, group: GROUP_KEYS } as const;
type Kind = keyof typeof TABLES;

/**
 * The hints of each key in each state. A state without an entry has the hints of the first state in its
 * line.
 */
const RUNNING = {
  solo: ['OK pauze', '← → trager, sneller', '↑ menu', 'Terug stoppen', '↓ dit doet pijn'],
  group: ['OK pauze', '← → 5 minder of meer', '↓ volgende, opnieuw', '↑ menu', 'Terug stoppen'],
};
const REST = 'rust: 10 seconden minder of meer';
const without = (hints: string[], arrows?: string) => [
  ...hints.slice(0, 1),
  ...(arrows ? [`← → ${arrows}`] : []),
  ...hints.slice(2),
];
const withOk = (ok: string, [, ...hints]: string[]) => [`OK ${ok}`, ...hints];

const AT_EACH: Record<Kind, Record<string, string[]>> = {
  solo: {
    preparation: withOk('begin nu', without(RUNNING.solo, '10 tellen meer')),
    exercise: RUNNING.solo,
    'a pause at ease': RUNNING.solo,
    rest: RUNNING.solo,
    'a change of sides': RUNNING.solo,
    'before the next': RUNNING.solo,
    'a film of one speed': without(RUNNING.solo),
  },
  group: {
    preparation: withOk('samen beginnen', without(RUNNING.group)),
    exercise: RUNNING.group,
    'a pause at ease': RUNNING.group,
    rest: without(RUNNING.group, REST),
    'a change of sides': without(RUNNING.group, REST),
    'before the next': without(RUNNING.group),
  },
};

const shownIn = (kind: Kind, state: string): string[] => {
  const each = AT_EACH[kind];
  const waiting = withOk(kind === 'solo' ? 'ik ben klaar' : 'samen beginnen', RUNNING[kind]);
  const own: Record<string, string[]> = {
    ...each,
    waiting: without(waiting),
    'not the first exercise': RUNNING[kind],
    'the menu is open': [],
    'it hurts': [],
    leaving: [],
  };
  const stands = /^paused, (.*)$/.exec(state)?.[1];
  const hints = stands ? withOk('verder', each[stands] ?? []) : own[state];
  if (!hints) throw new Error(`nothing is said of: ${state}`);
  return hints;
};

/** The parts of the player's hints and page that the test reads. */
interface Node {
  ref?: string;
  visible: boolean;
  x: number;
  y: number;
  pageName?: string;
  spoken?: Spoken[];
  spots?: { key: string; box: { x: number; y: number } }[];
  text?: { text: string } | null;
  texture?: { _lookupId?: string } | null;
  children: Node[];
}

function find(from: Node, is: (node: Node) => boolean): Node | undefined {
  if (is(from)) return from;
  for (const child of from.children) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}

const page = (): Node => {
  const root = window.beweegMee?.app as unknown as Node;
  const found = find(root, ({ pageName, visible }) =>
    Boolean(visible && (pageName === 'player' || pageName === 'group')),
  );
  if (!found) throw new Error('there is no player');
  return found;
};

const ARROWS: Record<string, string> = { left: '←', right: '→', up: '↑', down: '↓' };

/** The drawn hints, line by line: words, and icons of arrows. */
function drawnHints(): string[] {
  const hints = find(page(), ({ ref }) => ref === 'Hints');
  const lines = [...new Set((hints?.spots ?? []).map(({ box }) => box.y))].sort((a, b) => b - a);
  const drawn: { x: number; line: number; says: string }[] = [];
  const collect = ({ children, text, texture, x, y }: Node) => {
    const arrow = /arrow-(\w+)/.exec(texture?._lookupId ?? '')?.[1];
    const says = text?.text ?? (arrow && ARROWS[arrow]);
    if (says) drawn.push({ x, line: lines.find((top) => top <= y) ?? 0, says });
    for (const child of children) collect(child);
  };
  if (hints) collect(hints);
  return drawn
    .sort((one, other) => one.line - other.line || one.x - other.x)
    .map(({ says }) => says);
}

/** Opens the player, with its session in one state after another. */
async function begin(kind: Kind): Promise<Playing> {
  const { settings } = emptyMemory(7);
  if (kind === 'solo') return play();
  return play({ store: remembering({ settings: { ...settings, group: 'waits' } }) });
}

function pressCode(keyCode: number | undefined) {
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { bubbles: true });
    Object.defineProperty(event, 'keyCode', { value: keyCode });
    window.dispatchEvent(event);
  }
}

/** The effect of a key. */
interface Effect {
  asked: string[];
  dialog: string | undefined;
  captions: boolean;
}

const NOTHING: Effect = { asked: [], dialog: undefined, captions: false };

/** The visible effects of the screen's own acts. */
const ACTS: Record<ScreenAct, Effect> = {
  menu: { ...NOTHING, asked: ['stand menu'], dialog: 'menu' },
  pain: { ...NOTHING, asked: ['stand hurts'], dialog: 'pain' },
  other: { ...NOTHING, asked: ['stand menu'], dialog: 'other' },
  leave: { ...NOTHING, asked: ['stand leaving'], dialog: 'leave' },
  captions: { ...NOTHING, captions: true },
};

/** Presses a key, notes its effect, and restores the state. */
async function effectOf(app: Playing, key: KeyName): Promise<Effect> {
  const { narrator } = app.services;
  app.controller.asked.length = 0;
  const before = narrator.settings.captions;
  pressCode(CODES.get(key));
  await app.settle();
  const effect = {
    asked: [...app.controller.asked],
    dialog: app.state().dialog,
    captions: narrator.settings.captions !== before,
  };
  if (effect.captions) narrator.change({ ...narrator.settings, captions: before });
  if (effect.dialog) await app.input('Back');
  return effect;
}

/** The effect that the table predicts. */
function expected(controller: FakeController, kind: Kind, now: Moment, key: KeyName): Effect {
  const does = meaningOf(TABLES[kind], now, key)?.does;
  if (does === undefined) return NOTHING;
  if (typeof does === 'string') return ACTS[does];
  controller.asked.length = 0;
  does(controller);
  return { ...NOTHING, asked: [...controller.asked] };
}

describe.each(['solo', 'group'] as const)('%s', (kind) => {
  const states = Object.entries(STATES[kind]);

  it('shows and speaks in each state what counts there, and nothing else', async () => {
    const app = await begin(kind);
    for (const [state, more] of states) {
      await app.show(more);
      const hints = shownIn(kind, state);
      expect(drawnHints().join(' '), state).toBe(hints.join(' '));
      const now: Moment = { ...view(more), workStep: app.controller.workStep };
      const onKeys = meaningsNow(TABLES[kind], now).filter(({ keys }) => keys.length > 0);
      const spoken = page().spoken ?? [];
      expect(
        spoken.map(({ name }) => name),
        state,
      ).toEqual(onKeys.map(({ name }) => name(app.services.t, now)));
      // Each name contains its key, and OK has the focus.
      expect(
        spoken.every(({ key }, at) => key && onKeys[at]?.keys.includes(key)),
        state,
      ).toBe(true);
      expect(
        spoken.filter(({ isFocused }) => isFocused).map(({ key }) => key),
        state,
      ).toEqual(hints.length ? ['Enter'] : []);
    }
  });

  it('each key does in each state what the table says, and others nothing', async () => {
    const app = await begin(kind);
    const acted = new Set<KeyName>();
    for (const [state, more] of states) {
      await app.show(more);
      const now: Moment = { ...view(more), workStep: app.controller.workStep };
      for (const key of CODES.keys()) {
        const effect = await effectOf(app, key);
        expect(effect, `${state}: ${key}`).toEqual(expected(app.controller, kind, now, key));
        if (JSON.stringify(effect) !== JSON.stringify(NOTHING)) acted.add(key);
      }
    }
    expect([...acted].sort()).toEqual([...CODES.keys()].sort());
  });

  it('a shortcut does nothing that no key shown does, and no row of the menu', async () => {
    const app = await begin(kind);
    for (const [state, more] of states) {
      const now: Moment = { ...view(more), workStep: app.controller.workStep };
      const alone = meaningsNow(TABLES[kind], now).filter(({ keys }) => keys.length === 0);
      if (!meaningsNow(TABLES[kind], now).length) continue;
      await app.show(more);
      await app.input('Up');
      for (const id of ['previous', 'next', 'captions']) {
        const isThere = alone.some((one) => one.id === id);
        expect(app.withId(`button:${id}`), `${state}: ${id}`).toBe(isThere ? 1 : 0);
      }
      expect(
        alone.filter(({ id }) => !app.withId(`button:${id}`)),
        state,
      ).toEqual([]);
      await app.input('Back');
    }
  });

  it('no key lies on two meanings that count at once', () => {
    for (const [state, more] of states) {
      const now: Moment = { ...view(more), workStep: { kind: 'reps', by: 5 } };
      const keys = meaningsNow(TABLES[kind], now).flatMap((one) => [...one.keys, ...one.shortcuts]);
      expect(new Set(keys).size, state).toBe(keys.length);
    }
  });
});

it('nothing else in the player hears a key', () => {
  const folder = join(import.meta.dirname, '../../../../src/ui/pages/player');
  const handlers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/\b_(?:handle|capture)\w+/g)].map(
        ([name]) => `${path} ${name}`,
      ),
    );
  expect(handlers).toEqual(['PlayerPage.ts _captureKey', 'PlayerPage.ts _handleKey']);
});

it('a film that plays what it plays offers a group no more of it', async () => {
  const app = await begin('group');
  Object.assign(app.controller, { workStep: undefined });
  await app.show(STATES.group.exercise);
  expect(app.shown('minder of meer')).toBe(false);
  expect(await effectOf(app, 'Right')).toEqual(NOTHING);
});

describe('the hints', () => {
  interface Fading {
    alpha: number;
    transition(name: 'alpha'): { targetValue: number; finish(): void };
    tag(ref: string): Fading;
    spots: { key: string }[];
  }
  const hints = () => find(page(), ({ ref }) => ref === 'Hints') as unknown as Fading;
  const parts = () => ['Ground', 'Items'].map((ref) => hints().tag(ref));
  /** The alpha of each part, or its target. */
  const toBe = () => parts().map((part) => part.transition('alpha').targetValue);
  const end = () => {
    for (const part of parts()) part.transition('alpha').finish();
  };

  it.each([
    'preparation',
    'exercise',
    'rest',
  ])('all fade in the %s, and come back at a key', async (state) => {
    const app = await begin('solo');
    await app.show(STATES.solo[state]);
    expect(hints().spots.length).toBeGreaterThan(4);
    expect(toBe()).toEqual([0, 0]);
    end();
    await app.settle();
    expect(app.shown('dit doet pijn')).toBe(false);
    expect(app.shown('stoppen')).toBe(false);
    expect(hints().spots).toEqual([]);
    // Every key shows them again, even one without a meaning.
    pressCode(CODES.get('Play'));
    await app.settle();
    expect(app.shown('stoppen')).toBe(true);
  });

  it.each([
    ['solo', 'paused, exercise'],
    ['solo', 'waiting'],
    ['group', 'exercise'],
  ] as const)('stay, %s: %s', async (kind, state) => {
    const app = await begin(kind);
    await app.show(STATES[kind][state]);
    expect(toBe()).toEqual([1, 1]);
  });
});
