/** Tests the brochure's rule about pain, and the list of excluded exercises. */
import { describe, expect, it } from 'vitest';
import { emptyMemory, type PainNote } from '../../../../src/session/memory/memory';
import { CAUTION, known, remembering } from '../../fakes';
import { start } from '../../harness';
import { play } from './playing';

describe('pain of an earlier day', () => {
  const yesterday: PainNote = { exercise: 'brug', day: '2026-11-24' };
  const hurt = (day = '2026-11-25') => start({ day, store: remembering({ pain: [yesterday] }) });

  it('is not asked about on the day itself', async () => {
    const app = await hurt('2026-11-24');
    expect(app.state().dialog).toBeUndefined();
  });

  it('is asked about on a set that stayed on overnight', async () => {
    const app = await hurt('2026-11-24');
    app.fakes.day = '2026-11-25';
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', dialog: 'painBack' });
  });

  it('is asked about once; gone is gone', async () => {
    const app = await hurt();
    expect(app.state()).toMatchObject({ dialog: 'painBack', focus: 'button:later' });
    expect(app.shown('Gisteren deed ‘Kort brug’ pijn.')).toBe(true);
    await app.input('Up', 'Up', 'Up', 'OK');
    expect(app.state()).toMatchObject({ dialog: undefined, focus: 'button:start' });
    expect(app.services.memoryStore.memory.pain).toMatchObject([{ answer: 'gone' }]);
    const again = await start({ store: app.fakes.store });
    expect(again.state().dialog).toBeUndefined();
    expect(again.services.memoryStore.memory.shelf).toEqual([]);
  });

  it.each([
    ['lasted', 2],
    ['worse', 1],
  ] as const)('that %s offers the shelf, and puts it there on OK', async (answer, ups) => {
    const app = await hurt();
    for (let n = 0; n < ups; n++) await app.input('Up');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'leaveOut', focus: 'button:shelf' });
    await app.input('OK');
    const { pain, shelf } = app.services.memoryStore.memory;
    expect(pain).toMatchObject([{ answer }]);
    expect(shelf).toEqual([{ exercise: 'brug', since: '2026-11-25', reason: 'pain' }]);
    expect(app.shown('Weggelaten')).toBe(true);
    expect(app.focused()).toBe('button:start');
  });

  it('may be left out of the next routine only', async () => {
    const app = await hurt();
    await app.input('Up', 'Up', 'OK', 'Down', 'OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([]);
    expect(app.services.memoryStore.memory.pain).toMatchObject([{ answer: 'lasted' }]);
  });

  it.each([
    'Back',
    'OK',
  ] as const)('put off by %s, is asked once more on another day, and then never', async (key) => {
    const app = await hurt();
    expect(app.shown('Vraag het later nog eens')).toBe(true);
    await app.input(key);
    expect(app.state()).toMatchObject({ dialog: undefined, focus: 'button:start' });
    const put = { ...yesterday, postponedOn: '2026-11-25' };
    expect(app.services.memoryStore.memory.pain).toEqual([put]);
    const { store } = app.fakes;
    const sameDay = await start({ store, day: '2026-11-25' });
    expect(sameDay.state().dialog).toBeUndefined();
    const nextDay = await start({ store, day: '2026-11-26' });
    expect(nextDay.state()).toMatchObject({ dialog: 'painBack', focus: 'button:later' });
    expect(nextDay.shown('Liever niet antwoorden')).toBe(true);
    await nextDay.input(key);
    expect(nextDay.services.memoryStore.memory.pain).toMatchObject([{ answer: 'unanswered' }]);
    const later = await start({ store, day: '2026-11-27' });
    expect(later.state().dialog).toBeUndefined();
  });

  describe('of several exercises', () => {
    const pain: PainNote[] = [
      { exercise: 'kat', day: '2026-11-23' },
      { exercise: 'weg', day: '2026-11-24' },
      { exercise: 'zijplank', day: '2026-11-24' },
    ];

    it('asks about one after the other, the shelf of each between them', async () => {
      const app = await start({ store: remembering({ pain }) });
      expect(app.shown('‘Kort zijplank’')).toBe(true);
      await app.input('Up', 'OK');
      expect(app.state()).toMatchObject({ dialog: 'leaveOut' });
      await app.input('Back');
      expect(app.state()).toMatchObject({ dialog: 'painBack', focus: 'button:later' });
      expect(app.shown('Maandag deed ‘Kort kat’ pijn.')).toBe(true);
      await app.input('Up', 'Up', 'Up', 'OK');
      expect(app.state()).toMatchObject({ dialog: undefined, focus: 'button:start' });
      expect(app.services.memoryStore.memory.pain).toMatchObject([
        { answer: 'gone' },
        { exercise: 'weg' },
        { answer: 'worse' },
      ]);
    });

    it.each([
      '#routine/today',
      '#exercise/brug',
    ])('Start on %s asks all of it first', async (hash) => {
      const app = await start({ store: remembering({ pain }) }, hash);
      expect(app.state().dialog).toBeUndefined();
      await app.input('OK');
      expect(app.state()).toMatchObject({ dialog: 'painBack' });
      await app.input('OK');
      expect(app.state()).toMatchObject({ dialog: 'painBack' });
      expect(app.fakes.controllers).toEqual([]);
      await app.input('OK');
      expect(app.state()).toMatchObject({ page: 'player', dialog: undefined });
      expect(app.services.memoryStore.memory.pain.map((one) => one.postponedOn)).toEqual([
        '2026-11-25',
        undefined,
        '2026-11-25',
      ]);
    });

    it('Start does not begin a routine that an answer has changed: it is shown first', async () => {
      const set = { today: undefined, store: remembering({}) };
      const before = await start(set);
      const [first] = before.services.routines.today.items;
      const hurt: PainNote = { exercise: first?.exercise ?? '', day: '2026-11-24' };
      const app = await start({ ...set, store: remembering({ pain: [hurt] }) }, '#routine/today');
      await app.input('OK', 'Up', 'OK', 'OK');
      expect(app.state()).toMatchObject({ page: 'routine', dialog: undefined });
      expect(app.withId(`row:${hurt.exercise}`)).toBe(0);
      await app.input('OK');
      expect(app.state().page).toBe('player');
    });

    it('is not asked of whoever leads a group', async () => {
      const settings = { ...emptyMemory(7).settings, group: 'waits' as const };
      const app = await start({ store: remembering({ pain, settings }) });
      expect(app.state().dialog).toBeUndefined();
    });
  });

  it('is noted from the player, whether one skips or goes on', async () => {
    const app = await play();
    await app.show();
    await app.input('Down', 'Back');
    expect(app.services.memoryStore.memory.pain).toEqual([]);
    await app.input('Down', 'Right', 'OK');
    expect(app.services.memoryStore.memory.pain).toEqual([{ exercise: 'brug', day: '2026-11-25' }]);
    await app.input('Down', 'OK');
    expect(app.services.memoryStore.memory.pain).toEqual([
      { exercise: 'brug', day: '2026-11-25', skipped: true },
    ]);
  });

  it('in one for advanced people is asked about in the brochure’s stricter words', async () => {
    const app = await play();
    await app.show();
    await app.input('Down');
    expect(app.shown('zeurende pijn')).toBe(true);
    await app.input('Back');
    await app.show({ exercise: known('rugbal') });
    await app.input('Down');
    expect(app.shown(CAUTION)).toBe(true);
    expect(app.shown('zeurende pijn')).toBe(false);
    await app.input('Back');
    const { caution: _, ...plain } = known('rugbal');
    await app.show({ exercise: { ...plain, id: 'rugbal2' } });
    await app.input('Down');
    expect(app.shown('Bij pijn sla je ze beter over.')).toBe(true);
    expect(app.shown('zeurende pijn')).toBe(false);
  });

  it.each([
    ['hurt', 'Deed pijn, nu weggelaten'],
    ['doneHurt', 'Gedaan, nu weggelaten'],
  ])('in one for advanced people, %s: the end screen says that it is left out', async (ending, words) => {
    const advice = [{ id: 'luisteren', text: 'Luister naar je lichaam.' }];
    const app = await play({ advice });
    await app.show({ exercise: known('rugbal') });
    await app.input('Down', ...(ending === 'hurt' ? [] : ['Right' as const]), 'OK');
    const finished = ending === 'doneHurt';
    app.controller.events.ended({
      routine: 'today',
      seconds: 60,
      outcomes: [
        { exercise: known('rugbal'), outcome: 'hurt', finished },
        { exercise: known('brug'), outcome: 'hurt', finished },
      ],
    });
    await app.settle();
    expect(app.texts()).toEqual(
      expect.arrayContaining([words, finished ? 'Gedaan, deed pijn' : 'Deed pijn']),
    );
    // The words that allow light pain do not appear.
    expect(app.shown(CAUTION)).toBe(true);
    expect(app.shown('Luister naar je lichaam')).toBe(false);
  });

  it('in one for advanced people puts it on the shelf at once', async () => {
    const app = await play();
    await app.show({ exercise: known('rugbal') });
    await app.input('Down', 'OK');
    expect(app.services.memoryStore.memory.shelf).toMatchObject([
      { exercise: 'rugbal', reason: 'advanced' },
    ]);
  });
});

describe('skipped today because it hurt', () => {
  const pain = [{ exercise: 'brug', day: '2026-11-25', skipped: true as const }];
  const routines = [
    {
      id: 'own-1',
      title: 'routine.name.morning',
      items: [{ exercise: 'brug' }, { exercise: 'kat' }],
    },
  ];

  it('another choice hasn’t it, and its tile is marked', async () => {
    const app = await start({ today: undefined, store: remembering({ pain }) });
    const chosen = () => app.services.routines.today.items.map(({ exercise }) => exercise);
    for (let n = 0; n < 3; n += 1) {
      expect(chosen()).not.toContain('brug');
      await app.input(...(n ? [] : (['Right', 'Right'] as const)), 'OK');
    }
    expect(app.services.memoryStore.memory.another?.times).toBe(3);
    await app.input('Down', 'Down', 'Down');
    expect(app.shown('Deed pijn vandaag')).toBe(true);
    for (const { items } of app.services.routines.presets) {
      expect(items.map(({ exercise }) => exercise)).not.toContain('brug');
    }
  });

  it('one’s own routine marks it, and may still be started', async () => {
    const app = await start({ store: remembering({ pain, routines }) }, '#routine/own-1');
    expect(app.withId('row:brug')).toBe(1);
    expect(app.shown('Deed pijn vandaag')).toBe(true);
    await app.input('OK');
    expect(app.fakes.controllers).toMatchObject([{ routine: routines[0] }]);
    const tomorrow = await start(
      {
        store: remembering({ pain: [{ ...pain[0], answer: 'gone' }] as never, routines }),
        day: '2026-11-26',
      },
      '#routine/own-1',
    );
    expect(tomorrow.shown('Deed pijn vandaag')).toBe(false);
  });

  it('what was left of today’s begins anew without it', async () => {
    const at = {
      routine: 'today',
      index: 0,
      exercise: 'kat',
      part: 'main',
      set: 1,
      repetition: 2,
    };
    const routine = {
      id: 'today',
      title: 'routine.today',
      items: [{ exercise: 'kat' }, { exercise: 'brug' }],
    };
    const checkpoint = { routine, at, day: '2026-11-25' };
    const app = await start({ store: remembering({ pain, checkpoints: [checkpoint] }) });
    await app.input('Right', 'OK');
    expect(app.fakes.controllers).toMatchObject([
      { routine: { ...routine, items: [{ exercise: 'kat' }] }, from: undefined },
    ]);
  });
});

describe('the shelf', () => {
  const shelf = [
    { exercise: 'zijplank', since: '2026-11-20', reason: 'pain' as const },
    { exercise: 'kat', since: '2026-11-01', reason: 'own' as const },
  ];
  const full = () => start({ store: remembering({ shelf }) });

  it('is not there while it is empty', async () => {
    const app = await start();
    expect(app.shown('Weggelaten')).toBe(false);
  });

  it('marks what is on it, and stands on home; two presses bring an exercise back', async () => {
    const app = await full();
    await app.input('Down', 'Down', 'Down', 'Down');
    expect(app.focused()).toBe('tile:zijplank');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'leftOut', focus: 'button:bringBack' });
    expect(app.shown('Weggelaten vrijdag')).toBe(true);
    await app.input('OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([shelf[1]]);
    expect(app.focused()).toBe('tile:kat');
    await app.input('OK');
    expect(app.shown('Je liet deze oefening zelf weg, 1 november.')).toBe(true);
    await app.input('OK');
    expect(app.services.memoryStore.memory.shelf).toEqual([]);
    // The row disappears, and the next row has the focus.
    expect(app.focused()).toBe('advice:bewegen');
  });

  it('lets one look first', async () => {
    const app = await full();
    await app.input('Down', 'Down', 'Down', 'Down', 'OK', 'Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'button:start' });
    expect(app.shown('Breng terug')).toBe(true);
    await app.input('Back');
    expect(app.focused()).toBe('tile:zijplank');
  });
});
