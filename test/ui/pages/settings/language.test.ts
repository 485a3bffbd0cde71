/** Tests the choice of language in home’s header: it has its effect at once, and changes nothing else. */
import { describe, expect, it } from 'vitest';
import { remembering, view } from '../../fakes';
import { start } from '../../harness';

/** From the hero’s button past the minutes to the header. */
const toHeader = ['Up', 'Up'] as const;
const openDialog = [...toHeader, 'OK'] as const;

describe('the language', () => {
  it('is the first of home’s header; each is called by its own name, and the one of now has the focus', async () => {
    const app = await start();
    await app.input(...toHeader);
    expect(app.focused()).toBe('button:language');
    await app.input('OK');
    expect(app.state().dialog).toBe('language');
    expect(app.texts()).toEqual(
      expect.arrayContaining(['Nederlands', 'English', 'Français', 'Deutsch']),
    );
    expect(app.focused()).toBe('button:nl');
  });

  it('changes at once, and the focus stays where it was', async () => {
    const app = await start();
    await app.input(...openDialog, 'Down', 'OK');
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined });
    expect(app.focused()).toBe('button:language');
    expect(document.documentElement.lang).toBe('en');
    expect(app.shown('3 exercises, 6 minutes')).toBe(true);
    expect(app.shown('Good to know')).toBe(true);
    expect(app.shown('Vandaag')).toBe(false);
    await app.input('Down', 'Down');
    expect(app.focused()).toBe('button:start');
    await app.input('Down', 'Down');
    expect(app.shown('Kort kantel en')).toBe(true);
  });

  it('keeps the place in every row', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'Right', 'Down', 'Right', 'Right', 'Up', 'Up', 'Up');
    await app.input(...openDialog, 'Down', 'Down', 'OK', 'Down', 'Down', 'Down', 'Down');
    expect(app.focused()).toBe('tile:kat');
    await app.input('Down');
    expect(app.focused()).toBe('tile:rugbal');
    expect(app.shown('Avancé')).toBe(true);
  });

  it('holds for every page after, and can be changed back', async () => {
    const app = await start();
    await app.input(...openDialog, 'Down', 'Down', 'Down', 'OK');
    await app.input('Down', 'Down', 'Down', 'Down', 'OK');
    expect(app.state().page).toBe('exercise');
    expect(app.shown('Oefening kantel de')).toBe(true);
    expect(app.shown('Übersetzung, noch nicht geprüft')).toBe(true);
    await app.input('Back', 'Up', 'Up', ...openDialog, 'Up', 'Up', 'Up', 'OK');
    expect(document.documentElement.lang).toBe('nl');
    expect(app.shown('3 oefeningen, 6 minuten')).toBe(true);
    await app.input('Down', 'Down', 'Down', 'Down', 'OK');
    expect(app.shown('Oefening kantel')).toBe(true);
    expect(app.shown('Oefening kantel de')).toBe(false);
    expect(app.shown('Vertaling, nog niet nagekeken')).toBe(false);
  });

  it('what lives goes on: one’s own routine, and what plays', async () => {
    const morning = { id: 'own-1', title: 'routine.name.morning', items: [{ exercise: 'brug' }] };
    const app = await start({ store: remembering({ routines: [morning] }) });
    await app.input(...openDialog, 'Down', 'OK', 'Down', 'Down');
    expect(app.shown('Morning routine')).toBe(true);
    await app.input('OK');
    const [controller] = app.fakes.controllers;
    const exercise = app.services.routines.exercise('brug');
    controller?.events.view(view(exercise ? { exercise } : {}));
    await app.settle();
    expect(app.shown('Kort brug en')).toBe(true);
    expect(app.shown('Repetition')).toBe(true);
  });

  it('stays as it was, with a sentence, where its texts can’t be loaded', async () => {
    const app = await start({ unreachable: ['fr'] });
    await app.input(...openDialog, 'Down', 'Down', 'OK');
    expect(app.state().dialog).toBe('language-failed');
    expect(app.shown('Deze taal kon niet geladen worden')).toBe(true);
    await app.input('OK');
    expect(app.focused()).toBe('button:language');
    expect(app.shown('3 oefeningen, 6 minuten')).toBe(true);
  });

  it('Back chooses nothing', async () => {
    const app = await start();
    await app.input(...openDialog, 'Down', 'Back');
    expect(app.state().dialog).toBeUndefined();
    expect(app.shown('3 oefeningen, 6 minuten')).toBe(true);
  });
});
