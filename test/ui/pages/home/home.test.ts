/** Tests the home screen: rows, recycled tiles, the focus on return, and unreadable files. */
import { describe, expect, it, vi } from 'vitest';
import { EXERCISES } from '../../fakes';
import { start } from '../../harness';

const BROKEN = 'catalogue/x.json: exercise "stuk": level should be one of …';

describe('home', () => {
  it('begins on today’s routine, with one OK to start it', async () => {
    const app = await start();
    expect(app.focused()).toBe('button:start');
    expect(app.shown('3 oefeningen, 6 minuten')).toBe(true);
    await app.input('OK');
    expect(app.state().page).toBe('player');
    expect(app.fakes.controllers.map((one) => one.routine.id)).toEqual(['today']);
  });

  it('has a row per category; a tile says title, dose, level and what it needs', async () => {
    const app = await start();
    expect(app.texts()).toEqual(expect.arrayContaining(['Houding', 'Kracht', 'Goed om te weten']));
    await app.input('Down', 'Down');
    expect(app.focused()).toBe('tile:kantel');
    expect(app.texts()).toEqual(
      expect.arrayContaining(['Kort kantel', '2 × 15', 'Mat', 'Niets nodig']),
    );
    // Home makes rows far below only when the focus comes near.
    expect(app.texts()).not.toContain('30 s');
    await app.input('Down');
    expect(app.texts()).toEqual(expect.arrayContaining(['10 tellen', '30 s']));
    expect(app.shown('Moeilijker')).toBe(true);
    expect(app.shown('Gevorderd')).toBe(true);
  });

  it('remembers the place in every row', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'Down', 'Right', 'Right');
    expect(app.focused()).toBe('tile:rugbal');
    await app.input('Up', 'Down');
    expect(app.focused()).toBe('tile:rugbal');
  });

  it('gives the focus back to the tile it left', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'Down', 'Right', 'OK');
    expect(app.state().page).toBe('exercise');
    expect(app.shown('Oefening eenbeen')).toBe(true);
    await app.input('Back');
    expect(app.state().page).toBe('home');
    expect(app.focused()).toBe('tile:eenbeen');
  });

  it('asks before it closes; staying has the focus', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'Back');
    expect(app.state().dialog).toBe('exit');
    expect(app.focused()).toBe('button:stay');
    await app.input('OK');
    expect(app.state().dialog).toBeUndefined();
    expect(app.focused()).toBe('tile:kantel');
  });

  it('tells calmly what could not be read; on OK all of it, and the way for staff', async () => {
    const app = await start({ problems: [{ kind: 'exercise', sentence: BROKEN }] });
    expect(app.shown('1 oefening kon niet gelezen worden. De andere werken gewoon.')).toBe(true);
    await app.input('Down');
    expect(app.focused()).toBe('notice:problems');
    await app.input('OK');
    expect(app.state().dialog).toBe('problems');
    expect(app.shown('Beheer je dit scherm? Zie ‘Technisch’.')).toBe(true);
    expect(app.shown('x.json')).toBe(false);
    await app.input('Back');
    expect(app.focused()).toBe('notice:problems');
    await app.input('OK', 'Right', 'OK');
    expect(app.state().dialog).toBe('log');
    expect(app.texts().includes('Bestanden')).toBe(true);
    expect(app.shown('catalogue/x.json: exercise "stuk": level should be one of …')).toBe(true);
  });

  it('counts exercises, not their slips', async () => {
    const slip = { kind: 'exercise' as const, sentence: BROKEN, exercise: 'stuk' };
    const one = await start({ problems: [slip, slip] });
    expect(one.shown('1 oefening kon niet gelezen worden')).toBe(true);
    const two = await start({ problems: [slip, slip, { ...slip, exercise: 'kapot' }] });
    expect(two.shown('2 oefeningen konden niet gelezen worden')).toBe(true);
  });

  it('of a film of one’s own that isn’t shown it doesn’t say that the exercise can’t be read', async () => {
    const film = { kind: 'film' as const, sentence: BROKEN, exercise: 'brug' };
    const app = await start({ problems: [film] });
    const title = EXERCISES.find(({ id }) => id === 'brug')?.shortTitle;
    expect(app.shown(`De eigen film van ‘${title}’ past niet bij de oefening`)).toBe(true);
    expect(app.shown('kon niet gelezen worden')).toBe(false);
    const two = await start({ problems: [film, { ...film, exercise: 'fietsen' }] });
    expect(two.shown('Niet alle films konden gelezen worden.')).toBe(true);
    const mixed = await start({ problems: [film, { kind: 'exercise', sentence: BROKEN }] });
    expect(mixed.shown('Niet alles kon gelezen worden. De rest werkt gewoon.')).toBe(true);
  });

  it('without any exercise it still has a focus and something to do', async () => {
    const app = await start({ exercises: [], advice: [] });
    expect(app.shown('Er zijn geen oefeningen gevonden')).toBe(true);
    expect(app.focused()).toBe('button:retry');
    await app.input('OK');
    expect(app.fakes.reloads).toBe(1);
    await app.input('Down', 'Left', 'Up', 'Down', 'Right');
    expect(app.focused()).toBe('button:retry');
  });

  it('without today’s exercises the others can still be chosen', async () => {
    const app = await start({ exercises: EXERCISES.filter((one) => one.category === 'houding') });
    expect(app.shown('Vandaag staat er niets klaar')).toBe(true);
    // The hero has no button, so the first row has the focus.
    expect(app.focused()).toBe('routine:new');
    await app.input('Down', 'OK');
    expect(app.state().page).toBe('exercise');
  });

  it('blames the network for what did not come, not for a file that is broken', async () => {
    const refused = await start({
      exercises: [],
      advice: [],
      problems: [{ kind: 'refused', sentence: BROKEN }],
    });
    expect(refused.shown('Ze konden niet gelezen worden.')).toBe(true);
    expect(refused.shown('met het netwerk verbonden')).toBe(false);
    const missing = { kind: 'catalogue' as const, sentence: BROKEN };
    const away = await start({ exercises: [], advice: [], problems: [missing] });
    expect(away.shown('met het netwerk verbonden')).toBe(true);
  });

  it('without any exercise it claims nothing that is not so', async () => {
    const problems = [{ kind: 'catalogue' as const, sentence: BROKEN }];
    const app = await start({ exercises: [], advice: [], problems });
    expect(app.shown('De oefeningen konden niet geladen worden.')).toBe(true);
    expect(app.shown('werken gewoon')).toBe(false);
    const media = { kind: 'media' as const, sentence: BROKEN };
    const two = await start({ exercises: [], advice: [], problems: [...problems, media] });
    expect(two.shown('De oefeningen konden niet geladen worden.')).toBe(true);
    expect(two.shown('werkt gewoon')).toBe(false);
  });

  it('opened anew after closing, on a set that only hid it, it is home again', async () => {
    vi.spyOn(window, 'close').mockImplementation(() => {});
    const app = await start();
    await app.input('Back', 'Right', 'OK');
    expect(app.state().page).toBe('bye');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });

  it('closing leads to a last screen where the set closes nothing; OK begins again', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    const app = await start();
    await app.input('Back', 'Right', 'OK');
    expect(close).toHaveBeenCalled();
    expect(app.state()).toMatchObject({ page: 'bye', focus: 'button:again' });
    expect(app.shown('Tot de volgende keer')).toBe(true);
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });
});

describe('a centre', () => {
  it('has its name beside the app’s, its languages and its routines', async () => {
    const { NO_CENTRE } = await import('../../../../src/session/centre/centre');
    const app = await start({
      centre: { ...NO_CENTRE, name: 'Revalidatie De Linde' },
      languages: ['nl', 'fr'],
    });
    expect(app.shown('Beweeg mee')).toBe(true);
    expect(app.shown('Revalidatie De Linde')).toBe(true);
    await app.input('Up', 'Up', 'OK');
    expect(app.state().dialog).toBe('language');
    expect(app.shown('Français')).toBe(true);
    expect(app.shown('Deutsch')).toBe(false);
  });
});
