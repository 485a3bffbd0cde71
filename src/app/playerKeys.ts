/**
 * The meanings of the remote's keys in the player: one object per meaning, in one table for a single patient
 * and one for a group. Every part that handles, draws, speaks or shows a key reads these tables. Pure: it draws
 * nothing.
 */
import { hasFixedDose } from '../timeline/dose';
import type { KeyName } from '../tv/keyTables';
import {
  always,
  GO,
  isAt,
  isRunningAt,
  type KeyMeaning,
  type Moment,
  meaning,
  OK,
  says,
  saysBy,
  saysRest,
} from './keyMeaning';

export type { KeyMeaning, Moment, ScreenAct } from './keyMeaning';

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
  counts: isRunningAt('exercise', 'next'),
});

/** A therapist sets how long the group rests, so OK pauses a rest too. */
const pauseTogether = { ...pause, counts: isRunningAt('exercise', 'rest', 'next') };

/** Ends a rest or a change of sides. Its words and keys are those of `start`: all waits end alike. */
const skipRest = meaning({
  id: 'skipRest',
  keys: ['Enter'],
  shortcuts: ['Play', 'Green'],
  hint: says('player.hint.start'),
  counts: isRunningAt('rest'),
  does: (controls) => controls.skipRest(),
});

/** In a rest OK has another meaning. The menu pauses too. */
const pauseRest = meaning({
  id: 'pauseRest',
  keys: [],
  shortcuts: ['PlayPause', 'Pause'],
  hint: says('player.hint.pause'),
  counts: isRunningAt('rest'),
  does: (controls) => controls.ok(),
});

const resume = meaning({
  ...OK,
  id: 'resume',
  shortcuts: GO,
  hint: says('player.hint.resume'),
  counts: (now) => now.pause === 'paused',
});

/** The rests of a centre's film are part of the film. */
const isRestOfFilm = (now: Moment) => isAt('rest')(now) && hasFixedDose(now.exercise);

/** Not while the session waits for OK: there, more seconds have no use. */
const moreTime = meaning({
  id: 'moreTime',
  keys: ['Left', 'Right'],
  hint: says('player.hint.more'),
  counts: (now) => isRunningAt('preparation', 'rest')(now) && !isRestOfFilm(now),
  does: (controls) => controls.arrow(1),
  lays: true,
});

/** Tells how to do the exercise. During a pause, since it takes time to read. */
const how = meaning({
  id: 'how',
  keys: ['Left', 'Right'],
  hint: (t) => t.inSentence(t('exercise.how')),
  counts: (now) => now.pause === 'paused',
  does: 'how',
});

/** Also at the slowest and at the quickest pace: there a press changes nothing, as with a volume. */
const canChangePace = (now: Moment) =>
  now.canChangePace &&
  isRunningAt('exercise', 'rest', 'next')(now) &&
  (!isAt('rest')(now) || isRestOfFilm(now));

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
  counts: (now) => isAt('rest')(now) && !isRestOfFilm(now),
  does: (controls) => controls.adjust('rest', -1),
  lays: true,
});

const longerRest = meaning({
  id: 'longerRest',
  keys: ['Right'],
  hint: saysRest('group.hint.rest'),
  name: saysRest('group.longer'),
  counts: (now) => isAt('rest')(now) && !isRestOfFilm(now),
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
  stays: true,
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
  skipRest,
  pauseRest,
  resume,
  moreTime,
  how,
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
  pauseTogether,
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
