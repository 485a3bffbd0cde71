/** Tests weeks of use in the core. Every change of the memory passes through the stored document. */
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { askAnother, chooseToday } from '../../src/session/choosing/today';
import { addDays } from '../../src/session/memory/day';
import { readDocument, writeDocument } from '../../src/session/memory/document';
import { bringBackExercise, excludeExercise } from '../../src/session/memory/excludedExercises';
import { monthOf, nextWalk, weekOf } from '../../src/session/memory/history';
import {
  type Day,
  emptyMemory,
  type Memory,
  type PainAnswer,
} from '../../src/session/memory/memory';
import {
  answerPain,
  notePain,
  offersExclusion,
  openQuestions,
} from '../../src/session/memory/pain';
import { planRoutine, timelineOf } from '../../src/session/routine/plan';
import type { Routine } from '../../src/session/routine/routine';
import { noteEnd, noteProgress, type Progress } from '../../src/session/walk/progress';
import {
  beginSession,
  checkpointOf,
  doneOf,
  playedSeconds,
  resumeSession,
} from '../../src/session/walk/session';
import { beginWalk, isRunning, stageOf, step, type Walk } from '../../src/session/walk/walk';
import { overlayAt } from '../../src/timeline/overlay';
import { repetitionAt, timeOfRepetition } from '../../src/timeline/position';
import { FPS, type Timeline } from '../../src/timeline/types';
import { realExercises } from '../support/catalogue';

const known = realExercises();
const exercises = [...known.values()];
const get = (id: string): Exercise => {
  const exercise = known.get(id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  return exercise;
};
const MONDAY = '2026-11-02';

/**
 * A patient, a set and its clock. The memory becomes text after every change, as if the set were switched
 * off each time.
 */
class LivingRoom {
  private text = writeDocument(emptyMemory(2026));
  constructor(public day: Day) {}

  get memory(): Memory {
    const { memory, problem } = readDocument(this.text, 1);
    if (problem) throw new Error(problem.sentence);
    return memory;
  }
  change(by: (memory: Memory) => Memory) {
    this.text = writeDocument(by(this.memory));
  }
  get today(): Routine {
    return chooseToday({ exercises, memory: this.memory, day: this.day }).routine;
  }
  get ids(): string[] {
    return this.today.items.map((item) => item.exercise);
  }
  get question(): string | undefined {
    return openQuestions(this.memory, this.day)[0]?.exercise;
  }
  answer(answer: PainAnswer) {
    const [note] = openQuestions(this.memory, this.day);
    if (!note) throw new Error(`nothing is asked on ${this.day}`);
    this.change((memory) => answerPain(memory, note, answer, this.day));
  }
  sleep(nights = 1) {
    this.day = addDays(this.day, nights);
  }
  /** Plays a routine to its end. @param hurts an exercise that the patient skips because of pain */
  exercise(routine = this.today, hurts?: string) {
    const player = new Player(this, routine);
    while (player.walk.stage !== 'done') {
      if (player.exercise.id === hurts) player.hurts();
      else player.finish();
    }
  }
}

/** Walks through a routine as the session controller does, without pictures. */
class Player {
  walk: Walk;
  timeline: Timeline;
  private readonly number: number;
  private time = 0;

  /** Begins, or resumes at the set's checkpoint. */
  constructor(
    private readonly room: LivingRoom,
    private readonly routine: Routine,
    goOn = false,
  ) {
    const planned = planRoutine(routine, known);
    const { memory } = room;
    const at = goOn ? memory.checkpoints[0]?.at : undefined;
    const resumed = at && resumeSession(routine.id, planned, at);
    this.number = nextWalk(memory);
    this.walk = beginWalk(resumed ?? beginSession(routine.id, planned), {
      paused: resumed !== undefined,
    });
    this.timeline = this.layOut();
    if (at && resumed) this.time = timeOfRepetition(this.timeline, at);
    const { atEase, phase } = overlayAt(this.timeline, this.time);
    this.walk = { ...this.walk, stage: stageOf(phase, atEase) };
  }

  get exercise(): Exercise {
    return this.planned.exercise;
  }
  get place() {
    const { index } = this.walk.session;
    return { index, exercise: this.exercise.id, ...repetitionAt(this.timeline, this.time) };
  }
  /** Each repetition until the end of the exercise; the set remembers each of them. */
  *repetitions(): Generator<void> {
    const starts = this.timeline.segments.map(({ startFrame }) => startFrame / FPS);
    let before = '';
    for (const time of starts.filter((one) => one >= this.time)) {
      this.walk = step(this.walk, { kind: 'played', seconds: time - this.time });
      this.time = time;
      const here = JSON.stringify(this.place);
      if (here === before) continue;
      before = here;
      this.remember();
      yield;
    }
  }
  finish() {
    for (const _ of this.repetitions());
    const last = this.timeline.frames / FPS;
    this.walk = step(this.walk, { kind: 'played', seconds: last - this.time });
    this.turn(step(this.walk, { kind: 'ended' }));
  }
  hurts() {
    this.room.change((memory) => notePain(memory, this.exercise, this.room.day, true));
    this.walk = step(this.walk, { kind: 'interrupt', reason: 'hurts' });
    this.turn(step(this.walk, { kind: 'hurts', skip: true }));
  }
  ok() {
    this.walk = step(this.walk, { kind: 'ok' });
  }

  private get planned() {
    const { index, planned } = this.walk.session;
    const one = planned[Math.min(index, planned.length - 1)];
    if (!one) throw new Error('an empty routine');
    return one;
  }
  private layOut() {
    return timelineOf(this.planned, 1);
  }
  private get progress(): Progress {
    return { routine: this.routine, walk: this.number, done: doneOf(this.walk.session) };
  }
  private remember() {
    const at = checkpointOf(this.walk.session, repetitionAt(this.timeline, this.time));
    this.room.change((memory) => noteProgress(memory, this.progress, at, this.room.day));
  }
  private turn(walk: Walk) {
    this.walk = walk;
    if (walk.stage === 'done') {
      this.room.change((memory) => noteEnd(memory, this.progress, this.room.day));
      return;
    }
    this.time = 0;
    this.timeline = this.layOut();
    this.remember();
  }
}

describe('three weeks', () => {
  it('with pain on day 2, a skipped week and a new ball', () => {
    const room = new LivingRoom(MONDAY);

    // Monday: the routine is there. After the session it is still the same.
    const monday = room.ids;
    expect(room.today.items.length).toBeGreaterThan(3);
    room.exercise();
    expect(room.ids).toEqual(monday);
    expect(room.question).toBeUndefined();

    // Tuesday: other exercises than yesterday. One hurts and is skipped; no question comes today.
    room.sleep();
    const tuesday = room.ids;
    expect(tuesday.filter((id) => monday.includes(id))).toEqual([]);
    const painful = tuesday[1] as string;
    room.exercise(room.today, painful);
    expect(room.question).toBeUndefined();
    expect(room.memory.checkpoints).toEqual([]);
    // Another choice today does not bring it back, however often the patient asks.
    for (let n = 0; n < 4; n += 1) {
      expect(room.ids).not.toContain(painful);
      room.change((memory) => askAnother(memory, room.day));
    }

    // Wednesday: one question. The pain lasted; the patient may exclude the exercise, and declines.
    room.sleep();
    expect(room.question).toBe(painful);
    room.answer('lasted');
    expect(room.question).toBeUndefined();
    expect(offersExclusion('lasted')).toBe(true);
    expect(room.memory.shelf).toEqual([]);
    const wednesday = room.ids;
    expect(wednesday).not.toContain(painful);
    // Another choice today does not bring it back either.
    for (let n = 0; n < 4; n += 1) {
      room.change((memory) => askAnother(memory, room.day));
      expect(room.ids).not.toContain(painful);
    }
    room.exercise();
    expect(room.ids).not.toContain(painful);

    // From Thursday on it may return, and within the week it does.
    const seen: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      room.sleep();
      seen.push(...room.ids);
      room.exercise();
    }
    expect(seen).toContain(painful);
    expect(weekOf(room.memory, room.day).days).toBe(7);

    // A week without exercises: no reproach, no question, and today's routine is there.
    room.sleep(8);
    expect(weekOf(room.memory, room.day)).toEqual({ days: 0, minutes: 0, perCategory: [] });
    expect(room.question).toBeUndefined();
    expect(room.ids.length).toBeGreaterThan(3);
    room.exercise();

    // A new ball: the app may use it only from this day on.
    const before = room.memory.history.flatMap((one) =>
      one.exercises.map(({ exercise }) => exercise),
    );
    expect(before).not.toContain('rotatie-zitbal');
    room.change((memory) => ({
      ...memory,
      settings: { ...memory.settings, equipment: [...memory.settings.equipment, 'ball'] },
    }));
    const withBall: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      room.sleep();
      withBall.push(...room.ids);
      room.exercise();
    }
    expect(withBall).toContain('rotatie-zitbal');
    // The advanced exercise on the ball never comes on its own.
    expect(withBall).not.toContain('rug-zitbal');

    // The calendar: seven days, and seven more from Tuesday to Monday two weeks later.
    const days = monthOf(room.memory, room.day)
      .weeks.flat()
      .filter((one) => one?.done);
    expect(days.map((one) => one?.day.slice(-2))).toEqual([
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
    ]);
    expect(days.every((one) => (one?.minutes ?? 0) >= 5)).toBe(true);
  });

  it('on the shelf until it is brought back, with two presses', () => {
    const room = new LivingRoom(MONDAY);
    const painful = room.ids[0] as string;
    room.exercise(room.today, painful);
    room.sleep();
    room.answer('worse');
    room.change((memory) => excludeExercise(memory, painful, 'pain', room.day));
    for (let n = 0; n < 12; n += 1) {
      expect(room.ids).not.toContain(painful);
      expect(room.question).toBeUndefined();
      room.exercise();
      room.sleep();
    }
    room.change((memory) => bringBackExercise(memory, painful));
    const after: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      after.push(...room.ids);
      room.exercise();
      room.sleep();
    }
    expect(after).toContain(painful);
  });

  it('an advanced exercise, tried by oneself, hurts: on the shelf at once, nothing asked', () => {
    const room = new LivingRoom(MONDAY);
    const alone = { id: 'one-rug-buiklig', title: 'x', items: [{ exercise: 'rug-buiklig' }] };
    room.exercise(alone, 'rug-buiklig');
    expect(room.memory.shelf).toEqual([
      { exercise: 'rug-buiklig', since: MONDAY, reason: 'advanced' },
    ]);
    room.sleep();
    expect(room.question).toBeUndefined();
  });

  it('no dose ever changes because of pain', () => {
    const room = new LivingRoom(MONDAY);
    const routine = {
      id: 'own-1',
      title: 'x',
      items: [{ exercise: 'brug' }, { exercise: 'schaar' }],
    };
    room.change((memory) => ({ ...memory, routines: [routine] }));
    room.exercise(routine, 'brug');
    room.sleep();
    room.answer('worse');
    expect(room.memory.routines).toEqual([routine]);
  });
});

describe('the power goes', () => {
  it('at every single repetition of a routine: the same one is offered, paused, nothing lost', () => {
    const home = new LivingRoom(MONDAY);
    const routine = home.today;
    let cuts = 0;
    const player = new Player(home, routine);
    // A skipped and a hurt exercise must survive all power cuts.
    player.hurts();
    while (player.walk.stage !== 'done') {
      for (const _ of player.repetitions()) {
        cuts += 1;
        const { memory } = home;
        const saved = memory.checkpoints[0];
        if (!saved) throw new Error(`nothing is remembered at ${JSON.stringify(player.place)}`);
        expect(saved.routine).toEqual(routine);
        // After the power returns, the app knows only the stored memory.
        const back = new Player(home, saved.routine, true);
        expect(back.place).toEqual(player.place);
        expect(back.walk.pause).toBe('paused');
        expect(isRunning(back.walk)).toBe(false);
        const { finished, outcomes, played } = back.walk.session;
        expect({ finished, outcomes }).toEqual({
          finished: player.walk.session.finished,
          outcomes: player.walk.session.outcomes,
        });
        expect(playedSeconds(back.walk.session)).toBeCloseTo(playedSeconds(player.walk.session), 6);
        expect(played).toHaveLength(routine.items.length);
        // The history already holds the finished exercises, and the memory notes the pain.
        const told = memory.history.flatMap((one) => one.exercises);
        expect(told.filter(({ ending }) => ending === 'done')).toHaveLength(
          outcomes.filter((one) => one === 'done').length,
        );
        expect(memory.pain).toHaveLength(1);
        back.ok();
        expect(isRunning(back.walk)).toBe(true);
      }
      player.finish();
    }
    expect(cuts).toBeGreaterThan(50);
    expect(home.memory.checkpoints).toEqual([]);
  });

  it('twice in one routine: the history tells of every exercise once, and of all the minutes', () => {
    const room = new LivingRoom(MONDAY);
    const routine = room.today;
    const planned = planRoutine(routine, known);
    new Player(room, routine).finish();
    const second = new Player(room, routine, true);
    for (const _ of second.repetitions());
    // Off in the middle of the second exercise; on again the next morning.
    room.sleep();
    const third = new Player(room, routine, true);
    expect(third.walk.session.index).toBe(1);
    while (third.walk.stage !== 'done') third.finish();
    const { history } = room.memory;
    expect(new Set(history.map(({ day }) => day))).toEqual(new Set([MONDAY, '2026-11-03']));
    const ended = history
      .flatMap((one) => one.exercises)
      .filter(({ ending }) => ending === 'done')
      .map(({ exercise }) => exercise);
    expect(ended.sort()).toEqual(planned.map(({ exercise }) => exercise.id).sort());
    const all = planned.reduce((sum, one) => sum + timelineOf(one, 1).frames / FPS, 0);
    const told = history.flatMap((one) => one.exercises).reduce((sum, one) => sum + one.seconds, 0);
    // After each cut, the patient repeats less than one repetition.
    expect(told).toBeGreaterThanOrEqual(all - 5);
    expect(told).toBeLessThan(all + 60);
  });

  it('in today’s routine, and today becomes another one: the old one is still gone on with', () => {
    const room = new LivingRoom(MONDAY);
    const routine = room.today;
    const player = new Player(room, routine);
    player.finish();
    room.change((memory) => askAnother(memory, room.day));
    expect(room.today).not.toEqual(routine);
    expect(room.memory.checkpoints[0]?.routine).toEqual(routine);
  });
});

describe('the clock', () => {
  it('jumps back a year: today is ready, nothing is asked or lost, and all goes on', () => {
    const room = new LivingRoom(MONDAY);
    room.exercise(room.today, room.ids[0]);
    const { history, pain } = room.memory;
    room.day = '2025-11-02';
    expect(room.question).toBeUndefined();
    expect(room.today.items.length).toBeGreaterThan(3);
    const today = room.ids;
    room.exercise();
    expect(room.ids).toEqual(today);
    expect(room.question).toBeUndefined();
    expect(room.memory.history).toHaveLength(history.length + 1);
    expect(
      monthOf(room.memory, room.day)
        .weeks.flat()
        .filter((one) => one?.done),
    ).toHaveLength(1);
    // The question comes once, on the next day, by either calendar.
    room.sleep();
    expect(room.question).toBe(pain[0]?.exercise);
    room.answer('gone');
    expect(room.question).toBeUndefined();
    // The clock is right again: the days of both calendars are there.
    room.day = '2026-11-04';
    expect(room.question).toBeUndefined();
    expect(
      monthOf(room.memory, room.day)
        .weeks.flat()
        .filter((one) => one?.done),
    ).toHaveLength(1);
    expect(room.today.items.length).toBeGreaterThan(3);
  });

  it('is at its beginning until the network is there: the pain’s own day stays unasked', () => {
    const room = new LivingRoom(MONDAY);
    room.exercise(room.today, room.ids[0]);
    room.day = '1970-01-01';
    expect(room.question).toBeUndefined();
    room.day = MONDAY;
    expect(room.question).toBeUndefined();
    room.sleep();
    expect(room.question).toBeDefined();
  });

  it('passes midnight in the midst of a routine: one session, of the evening', () => {
    const room = new LivingRoom('2026-11-30');
    const player = new Player(room, room.today);
    player.finish();
    room.sleep();
    while (player.walk.stage !== 'done') player.finish();
    expect(room.memory.history).toHaveLength(1);
    expect(room.memory.history[0]?.day).toBe('2026-11-30');
  });
});

describe('what a set may hold at the start', () => {
  it.each([
    ['nothing', null],
    ['noise', '\u0000\u0001'],
    ['half a document', writeDocument(emptyMemory(3)).slice(0, 100)],
    ['another app’s', '{"lastChannel": 5}'],
    ['a newer app’s', '{"app": "beweeg-mee", "version": 7}'],
    ['version 0', '{"mine": ["brug", "superman"], "left": {}}'],
  ])('%s: today is ready, and a session can be done and remembered', (_, text) => {
    const { memory } = readDocument(text, 5);
    const { routine } = chooseToday({ exercises, memory, day: MONDAY });
    expect(routine.items.length).toBeGreaterThan(3);
    const progress = { routine, walk: nextWalk(memory), done: [] };
    const brug = get('brug');
    const done = [
      { exercise: brug.id, category: brug.category, ending: 'done' as const, seconds: 99 },
    ];
    const after = noteEnd(memory, { ...progress, done }, MONDAY);
    expect(readDocument(writeDocument(after), 5)).toEqual({ memory: after });
    expect(after.history).toHaveLength(1);
  });
});
