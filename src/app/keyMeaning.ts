/** What a key can mean in the player: when it counts, its words, and what it does. `playerKeys.ts` has the meanings. */
import type { SessionControls, SessionView } from '../playback/controller/controller';
import { REST, type WorkStep } from '../session/walk/group';
import { stageOf } from '../session/walk/walk';
import { capital } from '../texts/dose';
import type { TextKey, Translate } from '../texts/translate';
import type { RemoteKey, ShortcutKey } from '../tv/keyTables';

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

export const isAt =
  (...places: Place[]) =>
  (now: Moment): boolean =>
    places.includes(placeOf(now));

export const isRunningAt =
  (...places: Place[]) =>
  (now: Moment): boolean =>
    now.pause === 'running' && places.includes(placeOf(now));

export const always = () => true;

export const says =
  (key: TextKey): Words =>
  (t) =>
    t(key);

/** The amount of one press in words: "5", "10 seconden". */
const amount = (t: Translate, { by, kind }: WorkStep): string =>
  kind === 'reps' ? t.number(by) : t.count('count.seconds', by);

/** The words for a change of a group's work or rest. */
export const saysBy =
  (key: TextKey): Words =>
  (t, { workStep }) =>
    t(key, { by: workStep ? amount(t, workStep) : '' });

export const saysRest =
  (key: TextKey): Words =>
  (t) =>
    t(key, { by: t.count('count.seconds', REST.step) });

type Given = Omit<KeyMeaning, 'name' | 'shortcuts'> & Partial<KeyMeaning>;

/** @param given by default, its name is its hint with a capital, and it has no shortcuts */
export const meaning = (given: Given): KeyMeaning => ({
  name: (t, now) => capital(given.hint(t, now)),
  shortcuts: [],
  ...given,
});

export const OK: Pick<KeyMeaning, 'keys' | 'does'> = {
  keys: ['Enter'],
  does: (controls) => controls.ok(),
};

/** The shortcuts of every meaning that starts or resumes playback. */
export const GO: readonly ShortcutKey[] = ['PlayPause', 'Play', 'Green'];
