/** A routine's page, and my own routine. */
import { describe, expect, it } from 'vitest';
import { start } from './harness';

describe('a routine’s page', () => {
  it('lists its exercises with their dose and its minutes; one OK starts it', async () => {
    const app = await start({}, '#routine/today');
    expect(app.focused()).toBe('button:start');
    for (const text of [
      '3 oefeningen, ongeveer 6 minuten',
      'Kort brug',
      '2 × 15, 3 tellen aanhouden',
      '10 tellen aanhouden, elke kant',
    ]) {
      expect(app.shown(text), text).toBe(true);
    }
    await app.input('OK');
    expect(app.fakes.conductors.map((one) => one.routine.id)).toEqual(['today']);
  });

  it('an exercise opens on OK, and the focus comes back to it', async () => {
    const app = await start({}, '#routine/today');
    await app.input('Right', 'Down', 'OK');
    expect(app.shown('Oefening zijplank')).toBe(true);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'row:zijplank' });
    await app.input('Left');
    expect(app.focused()).toBe('button:start');
  });

  it('takes an exercise out of my own, one step to the right; today’s is fixed', async () => {
    const today = await start({}, '#routine/today');
    await today.input('Right', 'Right', 'OK');
    expect(today.state().page).toBe('exercise');
    const app = await start();
    const { routines } = app.services;
    for (const id of ['brug', 'zijplank', 'fietsen']) {
      const one = routines.exercise(id);
      if (one) routines.toggleMine(one);
    }
    window.location.hash = '#routine/mine';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
    await app.input('Right', 'Down', 'Right');
    expect(app.focused()).toBe('remove:zijplank');
    await app.input('OK');
    expect(app.withId('row:zijplank')).toBe(0);
    expect(app.focused()).toBe('row:fietsen');
    expect(app.shown('2 oefeningen, ongeveer 4 minuten')).toBe(true);
    await app.input('Right', 'OK', 'Right', 'OK');
    expect(app.shown('Hier staat nog niets. Open een oefening')).toBe(true);
    expect(app.focused()).toBe('button:back');
    await app.input('Back');
    expect(app.withId('button:mine')).toBe(0);
  });

  it('my routine begins at an exercise’s page and is then on the home screen', async () => {
    const app = await start();
    expect(app.withId('button:mine')).toBe(0);
    await app.input('Down', 'OK', 'Right', 'OK', 'Back');
    expect(app.focused()).toBe('tile:kantel');
    await app.input('Up', 'Right', 'Right');
    expect(app.focused()).toBe('button:mine');
    await app.input('OK');
    expect(app.state().page).toBe('routine');
    expect(app.shown('Kort kantel')).toBe(true);
    await app.input('OK');
    expect(app.fakes.conductors[0]?.routine.items).toEqual([{ exercise: 'kantel' }]);
  });

  it('asks first when something for advanced people is in it', async () => {
    const app = await start({}, '#exercise/rugbal');
    await app.input('Right', 'OK');
    window.location.hash = '#routine/mine';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
    await app.input('OK');
    expect(app.state().dialog).toBe('caution');
  });
});
