/** Tests what the log keeps, and what it never contains. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultSentence, watchFaults } from '../../src/tv/faults';
import { Log, log, MOST_ENTRIES, MOST_FAULTS, withoutValues } from '../../src/tv/log';

afterEach(() => vi.restoreAllMocks());

const sentences = (of: Log) => of.entries.map(({ sentence }) => sentence);

describe('the log', () => {
  it('keeps time, level and area, and the last entries', () => {
    let now = 5000;
    const one = new Log(() => now++);
    for (let n = 1; n <= MOST_ENTRIES + 7; n++) one.add('info', 'screen', `page ${n}`);
    expect(one.entries).toHaveLength(MOST_ENTRIES);
    expect(one.entries[0]).toEqual({
      n: 8,
      time: 5007,
      level: 'info',
      area: 'screen',
      sentence: 'page 8',
      times: 1,
    });
    expect(sentences(one).at(-1)).toBe(`page ${MOST_ENTRIES + 7}`);
  });

  it('keeps the last errors however much happens after them', () => {
    const one = new Log(() => 0);
    for (let n = 0; n < MOST_FAULTS + 2; n++) one.add('error', 'script', `fault ${n}`);
    for (let n = 0; n < 2 * MOST_ENTRIES; n++) one.add('info', 'screen', `page ${n}`);
    expect(one.faults.map(({ sentence }) => sentence)).toEqual(
      ['2', '3', '4', '5', '6'].map((n) => `fault ${n}`),
    );
    expect(sentences(one)).not.toContain('fault 6');
  });

  it('counts the same in a row as one, at its last time', () => {
    let now = 0;
    const one = new Log(() => ++now);
    one.add('warning', 'files', 'a.json: HTTP 404');
    one.add('warning', 'files', 'a.json: HTTP 404');
    one.add('warning', 'media', 'a.json: HTTP 404');
    one.add('warning', 'files', 'a.json: HTTP 404');
    expect(one.entries.map(({ time, times }) => [times, time])).toEqual([
      [2, 2],
      [1, 3],
      [1, 4],
    ]);
  });

  it('tells who listens, until that ends', () => {
    const one = new Log(() => 0);
    const listener = vi.fn();
    const end = one.onChange(listener);
    one.add('info', 'start', 'here');
    end();
    one.add('info', 'start', 'there');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('of the app writes warnings and errors to the console, and nothing else', () => {
    const told = (['error', 'warn', 'info', 'log'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    );
    log.add('info', 'start', 'all is well');
    log.add('warning', 'files', 'a.json: HTTP 404');
    log.add('error', 'script', 'TypeError: it broke');
    expect(told.map(({ mock }) => mock.calls.flat())).toEqual([
      ['script: TypeError: it broke'],
      ['files: a.json: HTTP 404'],
      [],
      [],
    ]);
  });
});

const SECRET = 'Geheim van Jan';

describe('a sentence', () => {
  it.each([
    ['texts/nl.json: HTTP 404', 'texts/nl.json: HTTP 404'],
    ['exercise "brug": parts[0].reps: is missing', 'exercise "brug": parts[0].reps: is missing'],
    [
      `memory: routines[0].title: expected text of 1 to 60 characters, got "${SECRET}"`,
      'memory: routines[0].title: expected text of 1 to 60 characters',
    ],
    [
      `is not valid JSON (Unexpected token 'G', ..."itle":${SECRET}"... is not valid JSON)`,
      "is not valid JSON (Unexpected token 'G', this is not valid JSON)",
    ],
    [
      `SyntaxError: Unexpected token 'G', "{"a":"${SECRET}" is not valid JSON`,
      "SyntaxError: Unexpected token 'G', this is not valid JSON",
    ],
    [
      `JSON Parse error: Unexpected identifier "${SECRET}"`,
      'JSON Parse error: Unexpected identifier',
    ],
    [
      'https://jan:geheim@tv.example/app/a.js?key=abc#code/K7QX: HTTP 500',
      'https://tv.example/app/a.js',
    ],
    ['opened shlink:/eyJ1cmwiOiJodHRwczov here', 'opened'],
    ['at #code/K7QX, then', 'at'],
    [`https://tv.example/a?name=${SECRET}: HTTP 500`, 'https://tv.example/a'],
    [`app/a.js#name/${SECRET}: HTTP 500`, 'app/a.js'],
    ['https://tv.example/static/a.js: HTTP 500', 'https://tv.example/static/a.js: HTTP 500'],
  ])('"%s" is noted as "%s"', (said, noted) => {
    expect(withoutValues(said)).toBe(noted);
  });

  it('is cut where nobody would read on', () => {
    expect(withoutValues('x'.repeat(5000)).length).toBeLessThan(400);
  });
});

describe('what nobody caught', () => {
  it('is noted with its kind and place', () => {
    const error = new TypeError('x is undefined');
    error.stack = 'TypeError: x\n    at f (https://tv.example/app/appBundle.js?v=1:20:7)';
    expect(faultSentence(error)).toBe('TypeError: x is undefined');
    error.stack = 'TypeError: x\n    at f (https://tv.example/app/appBundle.js:20:7)';
    expect(faultSentence(error)).toBe('TypeError at appBundle.js:20:7: x is undefined');
  });

  it.each([
    new Error(`can't find "${SECRET}"`),
    new Error(`it doesn't know '${SECRET}'`),
    new RangeError(`routines: has none with id \`${SECRET}\``),
    SECRET,
    { title: SECRET },
    null,
    undefined,
  ])('is noted without what it quotes (%#)', (thrown) => {
    const said = faultSentence(thrown);
    expect(said).not.toContain('Jan');
    expect(said.length).toBeGreaterThan(5);
  });

  it('errors and rejections are noted until that ends', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const page = new EventTarget() as EventTarget & Pick<Window, 'addEventListener'>;
    const end = watchFaults(page as never);
    const raise = (kind: string, about: object) =>
      page.dispatchEvent(Object.assign(new Event(kind), about));
    const before = log.faults.length;
    raise('error', { error: new TypeError('broke') });
    raise('unhandledrejection', { reason: new Error('was not awaited') });
    raise('error', { error: null });
    end();
    raise('error', { error: new TypeError('broke later') });
    const noted = log.faults.slice(before).map(({ sentence }) => sentence);
    expect(noted).toHaveLength(3);
    expect(noted[0]).toMatch(/^TypeError.*broke$/);
    expect(noted[1]).toMatch(/^Error.*was not awaited$/);
    expect(noted[2]).toContain('the browser tells nothing');
  });
});
