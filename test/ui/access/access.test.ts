/** Tests the accessible page: the screen's parts with roles, names and states, and the focus. */
import { afterEach, describe, expect, it } from 'vitest';
import { exercise, remembering } from '../fakes';
import { start, type TestApp } from '../harness';
import { play } from '../pages/player/playing';

const active = () => document.activeElement as HTMLElement;
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const names = (selector: string) =>
  all(selector).map((one) => one.getAttribute('aria-label') ?? one.textContent);
const button = (name: string) => {
  const found = all('[role=button]').find((one) => one.textContent?.startsWith(name));
  if (!found) throw new Error(`${name}: ${names('[role=button]').join(' | ')}`);
  return found;
};
const told = () => all('[role=status] p').map((one) => one.textContent);

/** A little longer than the mirror waits between two updates, ms. */
const BETWEEN_LOOKS = 120;
const look = (app: TestApp) => app.later(BETWEEN_LOOKS);

afterEach(() => {
  window.beweegMee?.mirror.remove();
});

describe('the twin', () => {
  it('shows home as lists of buttons; its focus is the screen’s', async () => {
    const app = await start();
    await look(app);
    expect(names('h1')).toEqual(['Beweeg mee']);
    expect(active().textContent).toContain('Start');
    await app.input('Down', 'Down');
    await look(app);
    expect(app.focused()).toBe('tile:kantel');
    expect(active().textContent).toBe('Kort kantel, 2 × 15, Mat');
    const row = active().parentElement;
    expect(row?.getAttribute('role')).toBe('listitem');
    expect(row?.getAttribute('aria-posinset')).toBe('1');
    expect(row?.getAttribute('aria-setsize')).toBe('2');
    expect(row?.parentElement?.getAttribute('aria-label')).toBe('Houding');
    await app.input('Right');
    expect(active().textContent).toMatch(/^Kort kat,/);
    expect(active().parentElement?.getAttribute('aria-posinset')).toBe('2');
  });

  it('holds what is on screen, however long the rows are', async () => {
    const many = Array.from({ length: 300 }, (_, n) => exercise(`e${n}`, { category: 'kracht' }));
    const app = await start({ exercises: many });
    await look(app);
    await app.input('Down', ...Array<'Right'>(40).fill('Right'));
    await look(app);
    expect(active().parentElement?.getAttribute('aria-posinset')).toBe('41');
    expect(active().parentElement?.getAttribute('aria-setsize')).toBe('300');
    expect(window.beweegMee?.mirror.size).toBeLessThan(70);
    const places = all('[aria-setsize="300"]').map((one) =>
      Number(one.getAttribute('aria-posinset')),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.length).toBeLessThan(9);
  });

  it('follows the reader: what it goes to has the focus, what it activates gets OK, once', async () => {
    const app = await start();
    await look(app);
    button('Kort kantel').focus();
    await look(app);
    expect(app.focused()).toBe('tile:kantel');
    button('Kort kat').click();
    await app.settle();
    expect(app.state().page).toBe('exercise');
    await look(app);
    expect(names('h1')).toEqual(['Kort kat']);
    expect(told()).toContain('Kort kat');
    await app.input('Back');
    expect(app.focused()).toBe('tile:kat');
  });

  it('leaves the keys alone: one press on what has its focus is one press', async () => {
    const app = await start();
    await look(app);
    const key = new KeyboardEvent('keydown', { keyCode: 40, bubbles: true, cancelable: true });
    active().dispatchEvent(key);
    active().dispatchEvent(new KeyboardEvent('keyup', { keyCode: 40, bubbles: true }));
    await app.settle();
    expect(key.defaultPrevented).toBe(false);
    expect(app.focused()).toBe('routine:new');
  });

  it('puts a dialog in front: its name, its text, its buttons, and nothing behind it', async () => {
    const app = await start();
    await app.input('Back');
    await look(app);
    const [dialog] = all('[role=dialog]');
    expect(dialog?.getAttribute('aria-modal')).toBe('true');
    expect(dialog?.getAttribute('aria-label')).toBe('Wil je Beweeg mee afsluiten?');
    expect(names('[role=button]')).toHaveLength(2);
    expect(dialog?.contains(active())).toBe(true);
    await app.input('Back');
    await look(app);
    expect(all('[role=dialog]')).toEqual([]);
    expect(active().textContent).toContain('Start');
  });

  it('says what a row of settings stands at, and the keys turn it', async () => {
    const app = await start({}, '#exercise/brug');
    await look(app);
    button('Pas aan').click();
    await look(app);
    const row = active();
    expect(row.getAttribute('role')).toBe('spinbutton');
    const before = row.getAttribute('aria-valuetext');
    expect(before).toMatch(/\d/);
    await app.input('Left');
    await look(app);
    expect(active().getAttribute('aria-label')).toBe(row.getAttribute('aria-label'));
    expect(active().getAttribute('aria-valuetext')).not.toBe(before);
    expect(active().closest('[role=listitem]')?.getAttribute('aria-posinset')).toBe('1');
  });

  it('says which of several is in force', async () => {
    const app = await start();
    await look(app);
    const pressed = all('[aria-pressed]').map((one) => [
      one.textContent,
      one.getAttribute('aria-pressed'),
    ]);
    expect(pressed).toEqual([
      ['5 min', 'false'],
      ['10 min', 'true'],
      ['15 min', 'false'],
    ]);
  });

  it('says what can be done with a row of a routine, and what can’t be now', async () => {
    const items = [{ exercise: 'brug' }, { exercise: 'kat' }];
    const store = remembering({ routines: [{ id: 'own-1', title: 'Mijn', items }] });
    const app = await start({ store }, '#routine/own-1');
    await look(app);
    expect(app.state().page).toBe('routine');
    await app.input('Right');
    await look(app);
    const row = active().parentElement;
    const parts = [...(row?.children ?? [])];
    expect(
      parts.map((one) => [
        one.getAttribute('aria-label') ?? one.textContent,
        one.getAttribute('aria-disabled') === 'true',
      ]),
    ).toEqual([
      ['Kort brug, 2 × 15, 3 tellen aanhouden', false],
      // The first exercise of the routine cannot go higher.
      ['Hoger', true],
      ['Lager', false],
      ['Pas aan', false],
      ['Haal weg', false],
    ]);
    (parts[1] as HTMLElement).focus();
    await app.settle();
    expect(app.focused()).toMatch(/:brug/);
    expect(app.focused()).not.toMatch(/^row:/);
    await app.input('Left');
    await look(app);
    expect(active()).toBe(parts[0]);
  });

  it('speaks the language that was chosen', async () => {
    const app = await start();
    await look(app);
    button('Nederlands').click();
    await look(app);
    button('Français').click();
    await look(app);
    expect(document.documentElement.lang).toBe('fr');
    expect(names('[role=button]')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Commencer/)]),
    );
  });
});

describe('the live region', () => {
  it('tells what is captioned, whether or not captions show, and that it stands still', async () => {
    const app = await play({});
    await app.show({});
    await look(app);
    app.fakes.caption = { cue: { time: 1, says: [{ key: 'phase.hold' }] }, count: 3 };
    await app.show({});
    await look(app);
    expect(told()).toContain('Hou aan. 3');
    await app.show({ pause: 'paused' });
    await look(app);
    expect(told().at(-1)).toMatch(/^Pauze\. /);
    expect(active().textContent).toBe('Verder');
    await app.show({ pace: 0.75 });
    await look(app);
    expect(told().at(-1)).toBe('Rustiger tempo, 0,75×');
  });

  it('offers each key as a button', async () => {
    const app = await play({});
    await app.show({});
    await look(app);
    button('Dit doet pijn').click();
    await app.settle();
    expect(app.state().dialog).toBe('pain');
  });
});
