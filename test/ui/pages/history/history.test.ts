/** Tests the history: a month, this week, the last sessions, and no reproach. */
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../../../src/session/memory/memory';
import { provisionalDay } from '../../../../src/session/memory/provisional';
import { remembering } from '../../fakes';
import { start } from '../../harness';

const session = (day: string, routine = 'today'): SessionRecord => ({
  day,
  routine,
  exercises: [
    { exercise: 'brug', category: 'kracht', ending: 'done', seconds: 200 },
    { exercise: 'kat', category: 'houding', ending: 'hurt', seconds: 40 },
  ],
});
const history = [
  session('2026-09-30'),
  session('2026-11-02'),
  session('2026-11-23'),
  session('2026-11-24', 'one-brug'),
  session('2026-11-25', 'own-9'),
];
const open = () => start({ store: remembering({ history }) }, '#history');

describe('history', () => {
  it('shows the month with the days that were used, and this week in words', async () => {
    const app = await open();
    expect(app.focused()).toBe('month');
    expect(app.shown('November 2026')).toBe(true);
    for (const date of [2, 23, 24, 25]) expect(app.withId(`done:${date}`), `${date}`).toBe(1);
    expect(app.withId('done:3')).toBe(0);
    expect(app.withId('day:30')).toBe(1);
    expect(app.shown('3 dagen deze week, mooi')).toBe(true);
    expect(app.shown('Samen 12 minuten bewogen.')).toBe(true);
    expect(app.shown('3 oefeningen, 10 minuten')).toBe(true);
  });

  it('turns back to the first month with exercise, and forward to this one', async () => {
    const app = await open();
    await app.input('Right');
    expect(app.shown('November 2026')).toBe(true);
    await app.input('Left', 'Left', 'Left', 'Left');
    expect(app.shown('September 2026')).toBe(true);
    expect(app.withId('done:30')).toBe(1);
    await app.input('Right');
    expect(app.shown('Oktober 2026')).toBe(true);
  });

  it('lists the last sessions, the latest first; OK tells how each exercise ended', async () => {
    const app = await open();
    await app.input('Down');
    expect(app.focused()).toBe('session:0');
    for (const text of ['Vandaag', 'Gisteren', 'Maandag', 'Een gewiste routine', 'Kort brug']) {
      expect(app.shown(text), text).toBe(true);
    }
    await app.input('OK');
    expect(app.state().dialog).toBe('session');
    expect(app.shown('Kort brug: gedaan')).toBe(true);
    expect(app.shown('Kort kat: deed pijn')).toBe(true);
    await app.input('OK', 'Up');
    expect(app.focused()).toBe('month');
  });

  it('every session can be reached, then the way back', async () => {
    const app = await open();
    for (let n = 0; n < 8; n++) await app.input('Down');
    expect(app.focused()).toBe('button:back');
    await app.input('OK');
    expect(app.state().page).toBe('home');
  });

  it('with nothing yet it invites, and keeps a focus', async () => {
    const app = await start({}, '#history');
    expect(app.shown('Vandaag een paar minuten is al mooi.')).toBe(true);
    await app.input('Down');
    expect(app.focused()).toBe('button:back');
  });

  it('shows no date while the set’s clock can’t be true, and all once it is', async () => {
    const before = provisionalDay('1970-01-01');
    const app = await start(
      { day: before, store: remembering({ history: [...history, session(before)] }) },
      '#history',
    );
    expect(app.focused()).toBe('session:0');
    expect(app.shown('De klok staat nog niet juist')).toBe(true);
    expect(app.shown('Onlangs')).toBe(true);
    for (const text of [
      'Vandaag',
      'Gisteren',
      'Maandag',
      'januari',
      'november',
      'Deze week',
      '1570',
    ])
      expect(app.shown(text), text).toBe(false);
    expect(app.withId('day:30')).toBe(0);
    await app.input('Up');
    expect(app.focused()).toBe('session:0');
    app.fakes.day = '2026-11-25';
    app.services.memoryStore.clockChanged();
    await app.settle();
    expect(app.shown('November 2026')).toBe(true);
    expect(app.shown('De klok staat nog niet juist')).toBe(false);
    expect(app.shown('Vandaag')).toBe(true);
    expect(app.shown('Onlangs')).toBe(false);
    await app.input('Up');
    expect(app.focused()).toBe('month');
  });
});
