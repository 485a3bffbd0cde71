/**
 * Tests an exercise's page: everything that the brochure says, marks on our numbers, and the question of
 * caution.
 */
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../../src/catalogue/types';
import { CAUTION, exercise, known } from '../../fakes';
import { start } from '../../harness';

describe('an exercise’s page', () => {
  it('says how, how much, what it needs and in which position', async () => {
    const app = await start({}, '#exercise/brug');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'button:start' });
    for (const text of [
      'Kort brug',
      // The brochure's title is there once.
      'Oefening brug',
      'Hef je heupen op.',
      '2 reeksen van 15 keer',
      '3 tellen aanhouden',
      '20 seconden rust tussen de reeksen',
      'Op je rug',
      'Mat',
    ]) {
      expect(app.shown(text), text).toBe(true);
    }
  });

  it('marks numbers that are ours, and only says so where there are any', async () => {
    const [part] = exercise('x').parts;
    const ours = exercise('ons', { parts: [{ ...part, assumed: ['holdCounts'] }] });
    const app = await start({ exercises: [ours, exercise('hun')] }, '#exercise/ons');
    expect(app.shown('onze keuze')).toBe(true);
    // Beside the number, and with the explanation of the mark.
    expect(app.withId('ours')).toBe(2);
    const other = await start({ exercises: [ours, exercise('hun')] }, '#exercise/hun');
    expect(other.shown('onze keuze')).toBe(false);
    expect(other.withId('ours')).toBe(0);
  });

  it('reads on in a text that is too long for the page, with one key that keeps the focus', async () => {
    const words = Array.from({ length: 400 }, (_, n) => `woord${n}`);
    const long = exercise('lang', { instruction: [words.join(' ')] });
    const app = await start({ exercises: [long] }, '#exercise/lang');
    await app.input('Right');
    expect(app.focused()).toBe('button:more');
    expect(app.shown('woord0 woord1')).toBe(true);
    await app.input('OK');
    expect(app.shown('2 van ')).toBe(true);
    expect(app.shown('woord0 woord1')).toBe(false);
    expect(app.focused()).toBe('button:more');
    // A text of one page has no further page.
    const short = await start({}, '#exercise/brug');
    expect(short.withId('button:more')).toBe(0);
  });

  it('starts the exercise alone, and comes back to its page', async () => {
    const app = await start({}, '#exercise/zijplank');
    await app.input('OK');
    expect(app.state().page).toBe('player');
    const [controller] = app.fakes.controllers;
    expect(controller?.routine.items).toEqual([{ exercise: 'zijplank' }]);
    await app.input('Back', 'Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'button:start' });
    expect(app.shown('Oefening zijplank')).toBe(true);
  });

  it('asks first, in the brochure’s words, before something for advanced people', async () => {
    const app = await start({}, '#exercise/rugbal');
    await app.input('OK');
    expect(app.state()).toMatchObject({
      page: 'exercise',
      dialog: 'caution',
      focus: 'button:back',
    });
    expect(app.shown(CAUTION)).toBe(true);
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'exercise', dialog: undefined });
    expect(app.fakes.controllers).toEqual([]);
    await app.input('OK', 'Right', 'OK');
    expect(app.state().page).toBe('player');
  });

  it('goes into a routine: a new one, or one that is there', async () => {
    const app = await start({}, '#exercise/brug');
    await app.input('Right', 'Right');
    expect(app.focused()).toBe('button:add');
    await app.input('OK', 'OK');
    expect(app.state()).toMatchObject({ page: 'exercise', dialog: 'added' });
    const { memoryStore } = app.services;
    expect(memoryStore.memory.routines).toMatchObject([{ items: [{ exercise: 'brug' }] }]);
    await app.input('OK');
    expect(app.focused()).toBe('button:add');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'which', focus: 'button:own-1' });
    // It is in already: a second OK asks, and changes nothing by itself.
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'isIn', focus: 'button:close' });
    expect(memoryStore.memory.routines[0]?.items).toHaveLength(1);
    await app.input('Down', 'Down', 'OK');
    expect(memoryStore.memory.routines[0]?.items).toHaveLength(2);
    expect(app.state().dialog).toBe('added');
    await app.input('Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:start' });
  });

  it('is left out by one’s own wish, and brought back', async () => {
    const app = await start({}, '#exercise/brug');
    await app.input('Right', 'Right', 'Right');
    expect(app.focused()).toBe('button:leaveOut');
    await app.input('OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([
      { exercise: 'brug', since: '2026-11-25', reason: 'own' },
    ]);
    // It says what happened, and takes it back.
    expect(app.state()).toMatchObject({ dialog: 'isLeftOut', focus: 'button:close' });
    expect(app.shown('De app kiest ‘Kort brug’ niet meer.')).toBe(true);
    await app.input('Right', 'OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([]);
    expect(app.focused()).toBe('button:leaveOut');
    await app.input('OK', 'OK');
    expect(app.shown('Breng terug')).toBe(true);
    expect(app.focused()).toBe('button:bringBack');
    await app.input('OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([]);
  });

  it('plays a preview only while its page is open', async () => {
    const app = await start({ previews: ['brug', 'fietsen'] }, '#exercise/brug');
    expect([...app.fakes.openPreviews]).toEqual(['brug']);
    await app.input('OK');
    expect([...app.fakes.openPreviews]).toEqual([]);
    await app.input('Back', 'Right', 'OK');
    expect([...app.fakes.openPreviews]).toEqual(['brug']);
    await app.goTo('#exercise/fietsen');
    expect([...app.fakes.openPreviews]).toEqual(['fietsen']);
    await app.input('Back', 'Back');
    expect([...app.fakes.openPreviews]).toEqual([]);
    expect(app.fakes.video.slice(-1)).toEqual(['hidden']);
  });
});

describe('changing an exercise', () => {
  const variants: Exercise['variants'] = [
    { id: 'muur', kind: 'easier', title: 'Tegen de muur', text: 'Leun tegen de muur.' },
    { id: 'gekruist', kind: 'harder', title: 'Armen gekruist', text: 'Kruis je armen.' },
  ];
  const brug = exercise('brug', { variants });
  const fietsen = known('fietsen');
  const all = { exercises: [brug, fietsen], previews: ['brug'] };

  async function adjusting(id: string) {
    const app = await start(all, `#exercise/${id}`);
    await app.input('Right', 'OK');
    return app;
  }

  it('row by row; Start plays what is shown, and the page keeps it', async () => {
    const app = await adjusting('brug');
    expect(app.focused()).toBe('set:variant');
    await app.input('Down', 'Left', 'Down', 'Left', 'Left', 'Down', 'Right');
    for (const text of ['1', '13 keer', '4 tellen', 'Hoeveel, aangepast']) {
      expect(app.shown(text), text).toBe(true);
    }
    await app.input('Back');
    expect(app.focused()).toBe('button:adjust');
    await app.input('Left', 'OK');
    const [controller] = app.fakes.controllers;
    expect(controller?.routine.items[0]).toMatchObject({
      exercise: 'brug',
      doses: [{ sets: 1, reps: 13, holdCounts: 4 }],
    });
    await app.input('Back', 'Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'button:start' });
    expect(app.shown('13 keer')).toBe(true);
  });

  it('to the easier or harder way the brochure names: words, level and picture follow', async () => {
    const app = await adjusting('brug');
    expect(app.shown('Gewoon')).toBe(true);
    await app.input('Right');
    expect(app.shown('Armen gekruist')).toBe(true);
    expect(app.shown('Moeilijker')).toBe(true);
    expect([...app.fakes.openPreviews]).toEqual(['brug']);
    expect(app.fakes.previewed).toEqual(['brug', 'brug--gekruist']);
    await app.input('Right', 'Left', 'Left');
    expect(app.shown('Tegen de muur')).toBe(true);
    await app.input('Back');
    expect(app.shown('Leun tegen de muur.')).toBe(true);
    expect(app.shown('Makkelijker: Tegen de muur')).toBe(false);
    expect(app.services.routines.itemOf('brug')).toEqual({ exercise: 'brug', variant: 'muur' });
  });

  it('an optional part goes and comes back', async () => {
    const app = await adjusting('fietsen');
    await app.input('Down', 'Down');
    expect(app.focused()).toBe('set:optional-1');
    await app.input('OK');
    expect(app.services.routines.itemOf('fietsen').doses?.[1]).toBeNull();
    await app.input('Right');
    expect(app.services.routines.itemOf('fietsen').doses).toBeUndefined();
  });

  it('back to the brochure, in one press, once there is something to take back', async () => {
    const app = await adjusting('brug');
    expect(app.withId('set:brochure')).toBe(0);
    await app.input('Right', 'Down', 'Right', 'Down', 'Down', 'Down');
    expect(app.focused()).toBe('set:brochure');
    await app.input('OK');
    expect(app.services.routines.itemOf('brug')).toEqual({ exercise: 'brug' });
    expect(app.shown('aangepast')).toBe(false);
    expect(app.focused()).toBe('set:done');
    await app.input('OK');
    expect(app.focused()).toBe('button:adjust');
  });

  it('a number of ours that one changed is no longer marked as ours', async () => {
    const [part] = brug.parts;
    const ours = exercise('ons', { parts: [{ ...part, assumed: ['holdCounts'] }] });
    const app = await start({ exercises: [ours] }, '#exercise/ons');
    await app.input('Right', 'OK', 'Down', 'Down');
    // In the panel, beside the dose, and with the explanation of the mark.
    expect(app.withId('ours')).toBe(3);
    await app.input('Right');
    expect(app.withId('ours')).toBe(0);
  });

  it('is remembered: opened anew from its tile, added to a routine, and after a restart', async () => {
    const app = await start(all);
    await app.input('Down', 'Down', 'OK', 'Right', 'OK', 'Down', 'Left', 'Back', 'Back');
    expect(app.focused()).toBe('tile:brug');
    await app.input('OK');
    expect(app.shown('2 reeksen van 15 keer')).toBe(false);
    expect(app.shown('Hoeveel, aangepast')).toBe(true);
    const again = await start({ ...all, store: app.fakes.store }, '#exercise/brug');
    expect(again.shown('Hoeveel, aangepast')).toBe(true);
    expect(again.services.memoryStore.memory.adjusted).toMatchObject([
      { exercise: 'brug', doses: [{ sets: 1 }] },
    ]);
    await again.input('Right', 'OK', 'Up', 'Up');
    expect(again.focused()).toBe('set:variant');
    for (let n = 0; again.focused() !== 'set:brochure' && n < 9; n += 1) await again.input('Down');
    await again.input('OK');
    expect(again.services.memoryStore.memory.adjusted).toEqual([]);
    expect(again.shown('2 reeksen van 15 keer')).toBe(true);
  });

  it('an exercise of today’s routine shows the routine’s dose, until one sets one’s own', async () => {
    const item = { exercise: 'fietsen', doses: [{ ...known('fietsen').parts[0].dose, sets: 1 }] };
    const today = { id: 'today', title: 'routine.today', items: [item] };
    const app = await start({ ...all, today }, '#routine/today');
    await app.input('Right', 'OK');
    expect(app.state().page).toBe('exercise');
    expect(app.services.memoryStore.memory.adjusted).toEqual([]);
    await app.input('Right', 'OK', 'Down', 'Right');
    expect(app.services.memoryStore.memory.adjusted).toMatchObject([{ exercise: 'fietsen' }]);
    expect(app.services.routines.today.items).toEqual([item]);
  });
});
