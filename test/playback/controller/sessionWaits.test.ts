/** Tests a routine that waits for OK, and a routine of a group. */
import { beforeEach, describe, expect, it } from 'vitest';
import { timeOfRepetition } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { begin, conduct, exercises, player, players, ROUTINE, view, views } from './running';

beforeEach(begin);

describe('wait for me', () => {
  const run = (to: number) => {
    for (let n = Math.round(player().mediaTime * FPS); n <= to * FPS; n += 1) {
      if (player().running) player().go(n / FPS);
    }
  };

  it('stands still at the end of the preparation until OK, in every exercise', () => {
    const controller = conduct(undefined, ROUTINE, true);
    expect(view().waiting).toBeUndefined();
    run(40);
    expect(view()).toMatchObject({
      waiting: true,
      pause: 'running',
      overlay: { phase: 'prepare', number: 1 },
    });
    expect(player().running).toBe(false);
    controller.ok();
    expect(view().waiting).toBeUndefined();
    expect(view().overlay).toMatchObject({ phase: 'move', repetition: 1 });
    run(60);
    expect(player().running).toBe(true);
    player().end();
    run(40);
    expect(view()).toMatchObject({ index: 1, waiting: true });
  });

  it('shows no frame of the movement, even where the player is late', () => {
    conduct(undefined, ROUTINE, true);
    player().go(19);
    player().go(20.1);
    expect(view()).toMatchObject({ waiting: true, overlay: { phase: 'prepare' } });
    expect(player().mediaTime).toBeLessThan(20);
    expect(views.some(({ overlay }) => overlay.phase !== 'prepare')).toBe(false);
  });

  it('OK before its end starts at once and waits for nothing', () => {
    const controller = conduct(undefined, ROUTINE, true);
    controller.ok();
    run(60);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(1);
  });

  it('an arrow gives ten seconds more, and then it waits again', () => {
    const controller = conduct(undefined, ROUTINE, true);
    run(40);
    controller.arrow(1);
    expect(view().waiting).toBeUndefined();
    expect(player().running).toBe(true);
    run(60);
    expect(view()).toMatchObject({ waiting: true, overlay: { phase: 'prepare' } });
  });

  it('a dialog opened meanwhile leaves it waiting', () => {
    const controller = conduct(undefined, ROUTINE, true);
    run(40);
    controller.interrupt('menu');
    controller.ok();
    controller.resume();
    expect(view()).toMatchObject({ waiting: true, pause: 'running' });
    expect(player().running).toBe(false);
  });

  it('going on within an exercise waits for nothing', () => {
    const first = conduct(undefined, ROUTINE, true);
    first.ok();
    player().go(timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 4 }));
    conduct(first.leave(), ROUTINE, true);
    run(90);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(4);
  });

  it('without it nothing waits', () => {
    conduct();
    run(60);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(1);
  });
});

describe('a group', () => {
  const lead = () =>
    conduct(undefined, { ...ROUTINE, items: [{ exercise: 'brug' }] }, true, exercises, 3);

  it('begins together: OK leads to the last three seconds, once more to the start', () => {
    const controller = lead();
    const end = 20;
    player().go(end);
    expect(view().waiting).toBe(true);
    controller.ok();
    expect(player().mediaTime).toBe(end - 3);
    expect(view().waiting).toBeUndefined();
    player().go(end - 2);
    controller.ok();
    expect(player().mediaTime).toBe(end);
  });

  it('does five more from the repetition at hand, and says so at once', () => {
    const controller = lead();
    controller.ok();
    player().go(timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 14 }) + 1);
    const before = view().overlay;
    controller.adjust('work', 1);
    expect(view().overlay.repetitions).toBe(20);
    expect([view().overlay.repetition, view().overlay.phase]).toEqual([14, before.phase]);
    expect(players).toHaveLength(2);
  });

  it('rests longer, and keeps what was rested', () => {
    const controller = lead();
    controller.ok();
    const rest = timeOfRepetition(player().timeline, { part: 'main', set: 2, repetition: 1 });
    player().go(rest + 4);
    expect(view().overlay.number).toBe(16);
    controller.adjust('rest', 1);
    expect(view().overlay.number).toBe(26);
  });

  it('stays paused when it was paused', () => {
    const controller = lead();
    controller.ok();
    player().go(21);
    controller.ok();
    controller.adjust('work', 1);
    expect(view().pause).toBe('paused');
    expect(player().running).toBe(false);
  });
});
