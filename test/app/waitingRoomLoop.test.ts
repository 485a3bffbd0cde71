/** Tests whole days of a waiting room: clocks that jump, films that fail, servers that are away. */
import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/app/updateChecker';
import { WaitingRoom } from '../../src/app/waitingRoomLoop';
import type { DemonstrationEvents } from '../../src/playback/demonstration';
import type { OpeningHours } from '../../src/session/centre/openingHours';
import type { ClockMoment } from '../../src/session/centre/openNow';
import { EXERCISES, overlay } from '../ui/fakes';

const ADVICE = [{ id: 'bewegen', text: 'Blijf in beweging.' }];
const HOURS: OpeningHours = { wednesday: [{ from: 8 * 60, to: 18 * 60 }] };

/** A waiting room whose seconds pass when the test says so. */
function room(
  change: {
    hours?: OpeningHours;
    isStill?: boolean;
    found?: () => Found;
    hasProblems?: () => boolean;
  } = {},
) {
  const now = { seconds: 0, wall: new Date('2026-11-25T07:00:00').getTime() };
  const played: string[] = [];
  const shown: string[] = [];
  let reloads = 0;
  let tick = () => {};
  let current: { events: DemonstrationEvents; left: number } | undefined;
  const moment = (): ClockMoment => {
    const date = new Date(now.wall);
    return {
      weekday: (date.getDay() + 6) % 7,
      minutes: date.getHours() * 60 + date.getMinutes(),
    };
  };
  const one: WaitingRoom = new WaitingRoom(
    {
      exercises: EXERCISES.filter(({ level }) => level === 'basic'),
      advice: ADVICE,
      repetitions: 3,
      hours: change.hours,
      hasProblems: () => change.hasProblems?.() ?? false,
      moment,
      isClockTrue: () => new Date(now.wall).getFullYear() >= 2026,
      seconds: () => now.seconds,
      play(exercise, events) {
        played.push(exercise.id);
        current = { events, left: 25 };
        return {
          close: () => {
            current = undefined;
          },
        };
      },
      look: async () => change.found?.() ?? 'same',
      reload: () => {
        reloads += 1;
      },
      every: (_, then) => {
        tick = then;
        return () => {};
      },
    },
    () => {
      const { isDark, step } = one.view;
      shown.push(
        isDark ? 'dark' : step?.kind === 'exercise' ? step.exercise.id : (step?.kind ?? ''),
      );
    },
  );
  /** Lets seconds pass, one at a time. */
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1) {
      now.seconds += 1;
      now.wall += 1000;
      if (current && !change.isStill) {
        current.left -= 1;
        const share = 1 - current.left / 25;
        if (current.left > 0) {
          current.events.view({
            overlay: overlay({ share }),
            caption: {},
            state: 'playing',
            picture: 'video',
            isStandingIn: false,
          });
        } else current.events.ended();
      }
      tick();
      if (second % 60 === 0) await Promise.resolve();
    }
    await Promise.resolve();
  }
  one.start();
  return {
    one,
    pass,
    played,
    shown,
    setClock: (text: string) => {
      now.wall = new Date(text).getTime();
    },
    get reloads() {
      return reloads;
    },
  };
}

describe('a day', () => {
  it('is dark before and after, and never still in between', async () => {
    const day = room({ hours: HOURS });
    expect(day.one.view.isDark).toBe(true);
    await day.pass(3600 - 5);
    expect(day.played).toEqual([]);
    await day.pass(10);
    expect(day.one.view.isDark).toBe(false);
    await day.pass(10 * 3600 - 20);
    expect(day.one.view.isDark).toBe(false);
    // At least one exercise a minute, and each exercise many times.
    expect(day.played.length).toBeGreaterThan(500);
    for (const id of ['kantel', 'kat', 'brug', 'zijplank', 'fietsen']) {
      expect(day.played.filter((one) => one === id).length).toBeGreaterThan(50);
    }
    expect(day.played).not.toContain('rugbal');
    expect(day.shown).toContain('advice');
    await day.pass(30);
    expect(day.one.view.isDark).toBe(true);
    const { length } = day.played;
    await day.pass(6 * 3600);
    expect(day.played).toHaveLength(length);
  });

  it('follows a clock that jumps, and plays while it is obviously wrong', async () => {
    const day = room({ hours: HOURS });
    day.setClock('1970-01-01T00:00:00');
    await day.pass(2);
    expect(day.one.view.isDark).toBe(false);
    day.setClock('2026-11-25T22:00:00');
    await day.pass(2);
    expect(day.one.view.isDark).toBe(true);
    day.setClock('2026-11-25T09:00:00');
    await day.pass(2);
    expect(day.one.view.isDark).toBe(false);
    const { length } = day.played;
    for (const hour of ['10', '08', '17', '09', '16']) {
      day.setClock(`2026-11-25T${hour}:30:00`);
      await day.pass(120);
    }
    expect(day.one.view.isDark).toBe(false);
    expect(day.played.length).toBeGreaterThan(length + 8);
  });
});

describe('the watch over it', () => {
  it('gives up what doesn’t move, and opens the app anew after three', async () => {
    const stuck = room({ isStill: true });
    await stuck.pass(50);
    expect(stuck.played.length).toBe(2);
    expect(stuck.reloads).toBe(0);
    await stuck.pass(200);
    expect(stuck.reloads).toBeGreaterThan(0);
  });

  it('never opens it anew while the server is away: that would be an error page', async () => {
    const stuck = room({ isStill: true, found: () => 'offline' });
    await stuck.pass(900);
    expect(stuck.reloads).toBe(0);
    expect(stuck.one.view.health).toBe('offline');
    expect(stuck.played.length).toBeGreaterThan(10);
  });

  it('changes over to new content between two steps, within three minutes', async () => {
    let found: Found = 'same';
    const day = room({ found: () => found });
    await day.pass(300);
    expect(day.reloads).toBe(0);
    found = 'new';
    const before = day.one.view.n;
    await day.pass(180);
    expect(day.reloads).toBeGreaterThan(0);
    expect(day.one.view.n).toBeGreaterThan(before);
  });

  it('tells staff of a file that turns out wrong later, such as a logo', async () => {
    let hasProblems = false;
    const day = room({ hasProblems: () => hasProblems });
    await day.pass(60);
    expect(day.one.view.health).toBe('well');
    hasProblems = true;
    expect(day.one.view.health).toBe('files');
  });

  it('keeps what it has while the new is broken, and tells staff', async () => {
    const day = room({ found: () => 'broken' });
    await day.pass(600);
    expect(day.reloads).toBe(0);
    expect(day.one.view.health).toBe('stale');
    expect(day.played.length).toBeGreaterThan(10);
  });
});
