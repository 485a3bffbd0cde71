/** An exercise's page: everything the brochure says, our numbers marked, caution asked. */
import { describe, expect, it } from 'vitest';
import { CAUTION, exercise } from './fakes';
import { start } from './harness';

describe('an exercise’s page', () => {
  it('says how, how much, what it needs and in which position', async () => {
    const app = await start({}, '#exercise/brug');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'button:start' });
    for (const text of [
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
    // Beside the number, and where the mark is explained.
    expect(app.withId('ours')).toBe(2);
    const other = await start({ exercises: [ours, exercise('hun')] }, '#exercise/hun');
    expect(other.shown('onze keuze')).toBe(false);
    expect(other.withId('ours')).toBe(0);
  });

  it('pages a long text and leaves nothing out', async () => {
    const words = Array.from({ length: 400 }, (_, n) => `woord${n}`);
    const long = exercise('lang', {
      instruction: [words.join(' ')],
      variants: [{ id: 'v', kind: 'harder', title: 'Zwaarder', text: 'Met gestrekte armen.' }],
    });
    const app = await start({ exercises: [long] }, '#exercise/lang');
    await app.input('Right');
    expect(app.focused()).toBe('button:more');
    let read = '';
    for (let page = 0; page < 30; page++) {
      read += ` ${app.texts().join(' ')}`;
      await app.input('OK');
      if (app.shown('Lees verder 1 van')) break;
    }
    for (const word of words) expect(read).toMatch(new RegExp(`\\b${word}\\b`));
    expect(read).toContain('Moeilijker: Zwaarder');
    expect(read).toContain('Met gestrekte armen.');
    expect(app.focused()).toBe('button:more');
    // One page has nothing to read on to.
    const short = await start({}, '#exercise/brug');
    expect(short.withId('button:more')).toBe(0);
  });

  it('starts the exercise alone, and comes back to its page', async () => {
    const app = await start({}, '#exercise/zijplank');
    await app.input('OK');
    expect(app.state().page).toBe('player');
    const [conductor] = app.fakes.conductors;
    expect(conductor?.routine.items).toEqual([{ exercise: 'zijplank' }]);
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
    expect(app.fakes.conductors).toEqual([]);
    await app.input('OK', 'Right', 'OK');
    expect(app.state().page).toBe('player');
  });

  it('puts the exercise in my routine and takes it out', async () => {
    const app = await start({}, '#exercise/brug');
    await app.input('Right', 'OK');
    expect(app.services.routines.mine.items).toEqual([{ exercise: 'brug' }]);
    expect(app.shown('Haal uit mijn routine')).toBe(true);
    expect(app.focused()).toBe('button:mine');
    await app.input('OK');
    expect(app.services.routines.mine.items).toEqual([]);
  });

  it('plays a preview only while its page is open', async () => {
    const app = await start({ previews: ['brug', 'fietsen'] }, '#exercise/brug');
    expect([...app.fakes.openPreviews]).toEqual(['brug']);
    await app.input('OK');
    expect([...app.fakes.openPreviews]).toEqual([]);
    await app.input('Back', 'Right', 'OK');
    expect([...app.fakes.openPreviews]).toEqual(['brug']);
    window.location.hash = '#exercise/fietsen';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
    expect([...app.fakes.openPreviews]).toEqual(['fietsen']);
    await app.input('Back', 'Back');
    expect([...app.fakes.openPreviews]).toEqual([]);
    expect(app.fakes.video.slice(-1)).toEqual(['hidden']);
  });
});
