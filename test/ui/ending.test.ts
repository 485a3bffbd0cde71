/** How a session ends: at its end, or left before it and taken up again. */
import { describe, expect, it } from 'vitest';
import { known } from './fakes';
import { play } from './playing';

describe('where a routine was left', () => {
  const left = {
    routine: 'today',
    index: 1,
    exercise: 'zijplank',
    part: 'main',
    set: 1,
    repetition: 1,
    side: 'right' as const,
  };

  /** Plays, and stops there. */
  async function leave(checkpoint: Partial<typeof left> = left) {
    const app = await play();
    Object.assign(app.conductor.checkpoint, checkpoint);
    await app.show();
    await app.input('Back');
    expect(app.shown('Zolang de app open blijft, kan je straks verder')).toBe(true);
    await app.input('Right', 'OK');
    return app;
  }

  it('is asked about at the next start, and goes on from there', async () => {
    const app = await leave();
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', dialog: 'resume', focus: 'button:go' });
    expect(app.shown('Je was bij Kort zijplank: rechts.')).toBe(true);
    await app.input('OK');
    expect(app.state().page).toBe('player');
    expect(app.fakes.conductors[1]?.from).toMatchObject(left);
  });

  it('is forgotten when the routine begins anew', async () => {
    const app = await leave();
    await app.input('OK', 'Right', 'OK');
    expect(app.fakes.conductors[1]?.from).toBeUndefined();
    await app.show();
    await app.input('Back', 'Right', 'OK', 'OK');
    // Left at its very beginning: nothing to ask.
    expect(app.fakes.conductors).toHaveLength(3);
  });

  it('is forgotten when the routine ends', async () => {
    const app = await leave();
    await app.input('OK', 'OK');
    Object.assign(app.fakes.conductors[1]?.checkpoint ?? {}, left);
    app.fakes.conductors[1]?.events.ended({ routine: 'today', outcomes: [], seconds: 9 });
    await app.settle();
    await app.input('OK', 'OK');
    expect(app.state()).toMatchObject({ page: 'player', dialog: undefined });
    expect(app.fakes.conductors[2]?.from).toBeUndefined();
  });
});

describe('the end', () => {
  const outcomes = [
    { exercise: known('brug'), outcome: 'done' as const, finished: true },
    { exercise: known('zijplank'), outcome: 'hurt' as const, finished: false },
    { exercise: known('fietsen'), outcome: 'skipped' as const, finished: false },
  ];

  it('tells what was done, skipped and hurt, with advice; OK leads home', async () => {
    const app = await play();
    await app.show();
    app.conductor.events.ended({ routine: 'today', outcomes, seconds: 130 });
    await app.settle();
    expect(app.state().page).toBe('done');
    expect(app.texts()).toEqual(
      expect.arrayContaining(['Gedaan', 'Overgeslagen', 'Deed pijn', 'Kort brug']),
    );
    expect(app.shown('1 oefening gedaan, 2 minuten bewogen')).toBe(true);
    expect(app.focused()).toBe('button:home');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
    await app.input('Back');
    expect(app.state().dialog).toBe('exit');
  });

  it('what hurt and was carried on counts as done, and says so', async () => {
    const app = await play();
    await app.show();
    const both = outcomes.slice(0, 2).map((one) => ({ ...one, finished: true }));
    app.conductor.events.ended({ routine: 'today', outcomes: both, seconds: 130 });
    await app.settle();
    expect(app.texts()).toEqual(expect.arrayContaining(['Goed gedaan!', 'Gedaan, deed pijn']));
    expect(app.shown('2 oefeningen gedaan')).toBe(true);
  });

  it('a dialog that is open when it ends does not stay', async () => {
    const app = await play();
    await app.show();
    await app.input('Up');
    app.conductor.events.ended({ routine: 'today', outcomes, seconds: 130 });
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'done', dialog: undefined, focus: 'button:home' });
  });
});
