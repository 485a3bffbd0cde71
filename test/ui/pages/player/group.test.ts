/** Tests the therapist's screen: what each key does, and that the set stores nothing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_CENTRE } from '../../../../src/session/centre/centre';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { overlay, remembering, view } from '../../fakes';
import { type FakeController, start } from '../../harness';

afterEach(() => vi.unstubAllGlobals());

/** Starts today's routine for a group. */
async function lead(mode: 'waits' | 'goesOn' = 'waits') {
  const { settings } = emptyMemory(7);
  const app = await start({ store: remembering({ settings: { ...settings, group: mode } }) });
  await app.input('OK');
  const controller = app.fakes.controllers[0] as FakeController;
  return {
    ...app,
    controller,
    async show(more?: Parameters<typeof view>[0]) {
      controller.events.view(view(more));
      await app.settle();
    },
  };
}

describe('the keys', () => {
  it('left and right do five fewer or more, and say so', async () => {
    const app = await lead();
    expect(app.state().page).toBe('group');
    await app.show();
    expect(app.texts()).toEqual(expect.arrayContaining(['5 minder of meer', 'volgende, opnieuw']));
    await app.input('Right', 'Left');
    expect(app.controller.asked).toEqual(['adjust work 1', 'adjust work -1']);
  });

  it('in a rest they make that longer or shorter', async () => {
    const app = await lead();
    await app.show({ overlay: overlay({ phase: 'rest', number: 12 }) });
    expect(app.shown('rust: 10 seconden minder of meer')).toBe(true);
    await app.input('Right');
    expect(app.controller.asked).toEqual(['adjust rest 1']);
  });

  it('OK begins for all, and nothing else changes anything before', async () => {
    const app = await lead();
    await app.show({ overlay: overlay({ phase: 'prepare', number: 5 }) });
    expect(app.shown('samen beginnen')).toBe(true);
    await app.input('Left', 'Right', 'OK');
    expect(app.controller.asked).toEqual(['ok']);
  });

  it('Back asks, and promises no place that is not kept', async () => {
    const app = await lead();
    await app.show({ index: 1 });
    await app.input('Back');
    expect(app.state().dialog).toBe('leave');
    expect(app.shown('Voor een groep wordt niets bewaard')).toBe(true);
    expect(app.shown('Je plaats wordt bewaard')).toBe(false);
  });

  it('Down leads on, again or back, and Back goes on', async () => {
    const app = await lead();
    await app.show({ index: 1 });
    await app.input('Down');
    expect(app.focused()).toBe('button:next');
    await app.input('OK');
    expect(app.controller.asked).toEqual(['stand menu', 'next']);
    await app.show({ index: 1 });
    await app.input('Down', 'Down', 'OK');
    expect(app.controller.asked.slice(2)).toEqual(['stand menu', 'repeat']);
    await app.input('Down', 'Back');
    expect(app.controller.asked.slice(4)).toEqual(['stand menu', 'resume']);
  });

  it('are all told to who can’t see them', async () => {
    const app = await lead();
    await app.show();
    // The accessible page waits until the screen is at rest.
    await app.later(120);
    const names = [...document.querySelectorAll('[role="button"], button')].map(
      (one) => one.textContent,
    );
    expect(names).toEqual(expect.arrayContaining(['5 minder', '5 meer', 'Volgende, opnieuw']));
    window.beweegMee?.mirror.remove();
  });
});

it('is remembered nowhere: no checkpoint, no history', async () => {
  const app = await lead();
  await app.show();
  const before = JSON.stringify(app.services.memoryStore.memory);
  app.controller.events.checkpoint?.(app.controller.checkpoint, []);
  app.controller.events.ended({ routine: 'today', outcomes: [], seconds: 100, done: [] });
  await app.settle();
  expect(app.state().page).toBe('done');
  expect(JSON.stringify(app.services.memoryStore.memory)).toBe(before);
});

describe('where it begins', () => {
  const begun = async (change: Parameters<typeof start>[0], hash = '') => {
    const app = await start(change, hash);
    await app.input('OK');
    return app.state().page;
  };

  it('as the centre says, unless the set says otherwise', async () => {
    const centre = { ...NO_CENTRE, startIn: 'group' as const };
    expect(await begun({ centre })).toBe('group');
    const { settings } = emptyMemory(7);
    const store = remembering({ settings: { ...settings, group: 'no' } });
    expect(await begun({ centre, store })).toBe('player');
  });

  it('which home shows for as long as it is so, and one OK on that ends it', async () => {
    const centre = { ...NO_CENTRE, startIn: 'group' as const };
    const { settings } = emptyMemory(7);
    const own = { store: remembering({ settings: { ...settings, group: 'goesOn' } }) };
    for (const [set, hash] of [[{ centre }], [own], [{}, '#group']] as const) {
      const app = await start(set, hash);
      expect(app.shown('Groepsmodus staat aan')).toBe(true);
      await app.goTo('#settings');
      await app.input('Back');
      expect(app.shown('Groepsmodus staat aan')).toBe(true);
      while (app.focused() !== 'button:start') await app.input('Down');
      await app.input('Down');
      expect(app.focused()).toBe('notice:group');
      await app.input('OK');
      expect(app.shown('Groepsmodus staat aan')).toBe(false);
      expect(app.focused()).not.toBe('');
      await app.goTo('#routine/today');
      await app.input('OK');
      expect(app.state().page).toBe('player');
    }
  });

  it('is not kept on the set where the address alone turned it on', async () => {
    const app = await start({}, '#group');
    await app.input('Down', 'OK');
    expect(app.services.mode.groupMode(undefined)).toBeUndefined();
    expect(app.services.memoryStore.memory.settings.group).toBeUndefined();
  });

  it('by the address #group, which says so and stays until somebody ends it', async () => {
    const app = await start({}, '#group');
    expect(app.state().page).toBe('home');
    expect(app.shown('Groepsmodus staat aan')).toBe(true);
    expect(app.services.mode.groupMode(undefined)).toBe('waits');
    expect(app.services.memoryStore.memory.settings.group).toBeUndefined();
  });

  it('nowhere where the centre doesn’t allow it, and no setting asks', async () => {
    const centre = { ...NO_CENTRE, modes: ['home' as const] };
    const app = await start({ centre }, '#group');
    expect(app.shown('Dat kan op dit scherm niet.')).toBe(true);
    expect(app.services.mode.groupMode('waits')).toBeUndefined();
    const settings = await start({ centre }, '#settings/staff');
    expect(settings.withId('set:group')).toBe(0);
    const usual = await start({}, '#settings/staff');
    while (usual.focused() !== 'set:group') await usual.input('Down');
    expect(usual.withId('set:group')).toBe(1);
  });
});
