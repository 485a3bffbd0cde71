/**
 * The meanings of the remote's keys in the player: one object per meaning, in one table for a single patient
 * and one for a group. Every part that handles, draws, speaks or shows a key reads these tables. Pure: it draws
 * nothing.
 */
import type { SessionControls, SessionView } from '../playback/controller/controller';
import { REST, type WorkStep } from '../session/walk/group';
import { stageOf } from '../session/walk/walk';
import { capital } from '../texts/dose';
import type { TextKey, Translate } from '../texts/translate';
import type { KeyName, RemoteKey, ShortcutKey } from '../tv/keyTables';

/** The state that decides which keys count, and their words. */
export interface Moment
  extends Pick<SessionView, 'canChangePace' | 'count' | 'index' | 'overlay' | 'pause' | 'waiting'> {
  /** The amount that one press adds to a group's work; undefined for a film, whose dose is fixed. */
  workStep?: WorkStep | undefined;
}

/** An act of the screen itself: it opens a dialog, or switches the captions. */
export type ScreenAct = 'menu' | 'pain' | 'other' | 'leave' | 'captions';

type Words = (t: Translate, now: Moment) => string;

/** One meaning, which belongs to one or two keys. */
export interface KeyMeaning {
  id: string;
  /** Keys that every remote has; none where the patient reaches the act through the menu. */
  keys: readonly RemoteKey[];
  /** Keys that only some remotes have. */
  shortcuts: readonly ShortcutKey[];
  /** Its words in the row of hints. Neighbours with the same words become one hint. */
  hint: Words;
  /** The name of its button, spoken or on a phone. */
  name: Words;
  /** True if it counts at this moment, while no dialog is open. */
  counts(now: Moment): boolean;
  /** Its command to the session, or the act of the screen. */
  does: ((controls: SessionControls) => void) | ScreenAct;
  /** It opens a new timeline for the exercise: the picture stays until the new one is ready. */
  lays?: true;
}

/** The stage of an exercise. `waiting`: the preparation has ended and the session waits for OK. */
type Place = 'preparation' | 'waiting' | 'exercise' | 'rest' | 'next';

const placeOf = ({ overlay, waiting }: Moment): Place =>
  waiting ? 'waiting' : stageOf(overlay.phase, overlay.atEase);

const isAt =
  (...places: Place[]) =>
  (now: Moment): boolean =>
    places.includes(placeOf(now));

const isRunningAt =
  (...places: Place[]) =>
  (now: Moment): boolean =>
    now.pause === 'running' && places.includes(placeOf(now));

const always = () => true;

const says =
  (key: TextKey): Words =>
  (t) =>
    t(key);

/** The amount of one press in words: "5", "10 seconden". */
const amount = (t: Translate, { by, kind }: WorkStep): string =>
  kind === 'reps' ? t.number(by) : t.count('count.seconds', by);

/** The words for a change of a group's work or rest. */
const saysBy =
  (key: TextKey): Words =>
  (t, { workStep }) =>
    t(key, { by: workStep ? amount(t, workStep) : '' });

const saysRest =
  (key: TextKey): Words =>
  (t) =>
    t(key, { by: t.count('count.seconds', REST.step) });

type Given = Omit<KeyMeaning, 'name' | 'shortcuts'> & Partial<KeyMeaning>;

/** @param given by default, its name is its hint with a capital, and it has no shortcuts */
const meaning = (given: Given): KeyMeaning => ({
  name: (t, now) => capital(given.hint(t, now)),
  shortcuts: [],
  ...given,
});

const OK: Pick<KeyMeaning, 'keys' | 'does'> = {
  keys: ['Enter'],
  does: (controls) => controls.ok(),
};

/** The shortcuts of every meaning that starts or resumes playback. */
const GO: readonly ShortcutKey[] = ['PlayPause', 'Play', 'Green'];

const start = meaning({
  ...OK,
  id: 'start',
  shortcuts: GO,
  hint: says('player.hint.start'),
  counts: isRunningAt('preparation'),
});

const ready = meaning({
  ...OK,
  id: 'ready',
  shortcuts: GO,
  hint: says('player.hint.ready'),
  counts: isRunningAt('waiting'),
});

const startTogether = meaning({
  ...OK,
  id: 'startTogether',
  shortcuts: GO,
  hint: says('group.start'),
  counts: isRunningAt('preparation', 'waiting'),
});

const pause = meaning({
  ...OK,
  id: 'pause',
  shortcuts: ['PlayPause', 'Pause', 'Green'],
  hint: says('player.hint.pause'),
  counts: isRunningAt('exercise', 'rest', 'next'),
});

const resume = meaning({
  ...OK,
  id: 'resume',
  shortcuts: GO,
  hint: says('player.hint.resume'),
  counts: (now) => now.pause === 'paused',
});

/** Not while the session waits for OK: there, more seconds have no use. */
const moreTime = meaning({
  id: 'moreTime',
  keys: ['Left', 'Right'],
  hint: says('player.hint.more'),
  counts: isAt('preparation'),
  does: (controls) => controls.arrow(1),
  lays: true,
});

/** Also at the slowest and at the quickest pace: there a press changes nothing, as with a volume. */
const canChangePace = (now: Moment) => now.canChangePace && isAt('exercise', 'rest', 'next')(now);

const slower = meaning({
  id: 'slower',
  keys: ['Left'],
  hint: says('player.hint.pace'),
  name: says('player.slower'),
  counts: canChangePace,
  does: (controls) => controls.arrow(-1),
  lays: true,
});

const faster = meaning({
  id: 'faster',
  keys: ['Right'],
  hint: says('player.hint.pace'),
  name: says('player.faster'),
  counts: canChangePace,
  does: (controls) => controls.arrow(1),
  lays: true,
});

const canChangeWork = (now: Moment) => now.workStep !== undefined && isAt('exercise')(now);

const fewer = meaning({
  id: 'fewer',
  keys: ['Left'],
  hint: saysBy('group.hint.work'),
  name: saysBy('group.fewer'),
  counts: canChangeWork,
  does: (controls) => controls.adjust('work', -1),
  lays: true,
});

const more = meaning({
  id: 'more',
  keys: ['Right'],
  hint: saysBy('group.hint.work'),
  name: saysBy('group.more'),
  counts: canChangeWork,
  does: (controls) => controls.adjust('work', 1),
  lays: true,
});

const shorterRest = meaning({
  id: 'shorterRest',
  keys: ['Left'],
  hint: saysRest('group.hint.rest'),
  name: saysRest('group.shorter'),
  counts: isAt('rest'),
  does: (controls) => controls.adjust('rest', -1),
  lays: true,
});

const longerRest = meaning({
  id: 'longerRest',
  keys: ['Right'],
  hint: saysRest('group.hint.rest'),
  name: saysRest('group.longer'),
  counts: isAt('rest'),
  does: (controls) => controls.adjust('rest', 1),
  lays: true,
});

const menu = meaning({
  id: 'menu',
  keys: ['Up'],
  shortcuts: ['Blue'],
  hint: says('player.hint.menu'),
  counts: always,
  does: 'menu',
});

/** Also in the preparation and in a rest, since both may hurt. */
const pain = meaning({
  id: 'pain',
  keys: ['Down'],
  shortcuts: ['Red'],
  hint: says('player.hint.pain'),
  counts: always,
  does: 'pain',
});

/** For a group: opens the choice of the next exercise. */
const other = meaning({
  id: 'other',
  keys: ['Down'],
  shortcuts: ['Red'],
  hint: says('group.hint.other'),
  counts: always,
  does: 'other',
});

const leave = meaning({
  id: 'leave',
  keys: ['Back'],
  shortcuts: ['Stop'],
  hint: says('player.hint.back'),
  counts: always,
  does: 'leave',
});

const previous = meaning({
  id: 'previous',
  keys: [],
  shortcuts: ['Previous'],
  hint: says('menu.previous'),
  counts: ({ index }) => index > 0,
  does: (controls) => controls.previous(),
});

const next = meaning({
  id: 'next',
  keys: [],
  shortcuts: ['Next'],
  hint: (t, { count, index }) => t(index < count - 1 ? 'menu.next' : 'menu.end'),
  counts: always,
  does: (controls) => controls.next(),
});

const captions = meaning({
  id: 'captions',
  keys: [],
  shortcuts: ['Yellow'],
  hint: says('player.captions'),
  counts: always,
  does: 'captions',
});

/** The meanings in the order of the hints. */
export const SOLO_KEYS: readonly KeyMeaning[] = [
  start,
  ready,
  pause,
  resume,
  moreTime,
  slower,
  faster,
  previous,
  next,
  captions,
  menu,
  leave,
  pain,
];

export const GROUP_KEYS: readonly KeyMeaning[] = [
  startTogether,
  pause,
  resume,
  fewer,
  more,
  shorterRest,
  longerRest,
  previous,
  next,
  captions,
  other,
  menu,
  leave,
];

/**
 * The meanings that count at this moment, in the order of the table.
 * @param now undefined while nothing plays: then only leaving counts
 * @returns nothing while a dialog is open, since its own buttons count
 */
export function meaningsNow(
  table: readonly KeyMeaning[],
  now: Moment | undefined,
): readonly KeyMeaning[] {
  if (!now) return table.filter(({ does }) => does === 'leave');
  if (now.pause !== 'running' && now.pause !== 'paused') return [];
  return table.filter((one) => one.counts(now));
}

/**
 * The meaning of a key at this moment; undefined where it has none.
 * @param now as for `meaningsNow`
 */
export const meaningOf = (
  table: readonly KeyMeaning[],
  now: Moment | undefined,
  key: string | undefined,
): KeyMeaning | undefined =>
  meaningsNow(table, now).find(({ keys, shortcuts }) =>
    ([...keys, ...shortcuts] as readonly (KeyName | undefined)[]).includes(key as KeyName),
  );
