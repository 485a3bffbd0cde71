/** A controller with players that move when the test says so, and the controller's events. */
import type { Exercise } from '../../../src/catalogue/types';
import type { SessionSummary, SessionView } from '../../../src/playback/controller/controller';
import { SessionController } from '../../../src/playback/controller/sessionController';
import type { PlayerEvents } from '../../../src/playback/players/player';
import type { DoneExercise } from '../../../src/session/memory/memory';
import type { Checkpoint } from '../../../src/session/walk/checkpoint';
import { bridge, cycling, sidePlank } from '../../support/exercises';
import { FakeFilm, FakePlayer } from '../../support/fakePlayer';

export const exercises = new Map<string, Exercise>(
  [bridge(), sidePlank(), cycling()].map((one) => [one.id, one]),
);
export const ROUTINE = {
  id: 'today',
  title: 'Vandaag',
  items: [
    { exercise: 'brug' },
    { exercise: 'nowhere' },
    { exercise: 'zijplank' },
    { exercise: 'fietsen' },
  ],
};

/** The players and events; each test begins with none. */
export let players: FakePlayer[];
export let views: SessionView[];
export let summary: SessionSummary | undefined;
export let log: string[];
/** Exercises that have video. */
export let withVideo: string[];
export let told: { at: Checkpoint; done: DoneExercise[] }[];

export const player = () => players[players.length - 1] as FakePlayer;
export const view = () => views[views.length - 1] as SessionView;

export function conduct(
  from?: Checkpoint,
  routine = ROUTINE,
  waitForMe = false,
  known = exercises,
  countIn = 0,
  more: { paused?: boolean; resumeCounts?: number } = {},
) {
  const make = (kind: 'video' | 'clock', events: PlayerEvents, isFilm = false) => {
    const made = new (isFilm ? FakeFilm : FakePlayer)(kind, events);
    players.push(made);
    return made;
  };
  return new SessionController(
    {
      routine,
      exercises: known,
      video: (exercise, _, events) =>
        withVideo.includes(exercise.id)
          ? make('video', events, exercise.recorded !== undefined)
          : undefined,
      clock: (events) => make('clock', events),
      log: (sentence) => log.push(sentence),
      ...(from ? { from } : {}),
      waitForMe,
      countIn,
      ...more,
    },
    {
      view: (one) => views.push(one),
      checkpoint: (at, done) => told.push({ at, done }),
      ended: (one) => {
        summary = one;
      },
    },
  );
}

/** Before each test. */
export function begin() {
  players = [];
  views = [];
  log = [];
  summary = undefined;
  told = [];
  withVideo = ['brug', 'zijplank', 'fietsen'];
}
