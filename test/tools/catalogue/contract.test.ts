/** Tests the exact output of `list` and `timeline`, on which editors and other programs rely. */
import { describe, expect, test } from 'vitest';
import { catalogue } from './command';

interface Listed {
  [key: string]: unknown;
  id: string;
  doses: Record<string, unknown>[];
}
interface Laid {
  segments: Record<string, unknown>[];
}

describe('list', () => {
  const list = (): Listed[] => JSON.parse(catalogue(['list', '--json']).out);
  const find = (id: string) => list().find((one) => one.id === id);

  test('--json: exactly the agreed keys, doses without what does not apply', () => {
    const all = list();
    expect(all).toHaveLength(23);
    for (const one of all) {
      expect(Object.keys(one)).toEqual([
        'id',
        'category',
        'title',
        'shortTitle',
        'level',
        'position',
        'equipment',
        'doses',
        'assumed',
      ]);
      expect(one.doses.length).toBeGreaterThan(0);
      for (const dose of one.doses) {
        const effort = dose.durationSeconds === undefined ? 'reps' : 'durationSeconds';
        const hold = ['holdCounts', 'holdSeconds'].filter((key) => key in dose);
        const allowed = ['part', 'sets', effort, ...hold, 'sides', 'restSeconds'];
        expect(Object.keys(dose).sort()).toEqual(allowed.sort());
        expect(hold.length).toBeLessThanOrEqual(1);
      }
    }
  });

  test('--json: the bridge, the cycling and the side plank to the letter', () => {
    expect(find('brug')).toEqual({
      id: 'brug',
      category: 'kracht',
      title: 'Rug- en bilspieren',
      shortTitle: 'Brug',
      level: 'basic',
      position: 'supine',
      equipment: ['mat'],
      doses: [{ part: 'main', sets: 2, reps: 15, holdCounts: 3, sides: 'none', restSeconds: 20 }],
      assumed: ['holdCounts', 'restSeconds', 'tempo', 'preparation'],
    });
    expect(find('fietsen')?.doses).toEqual([
      { part: 'forward', sets: 1, durationSeconds: 30, sides: 'none', restSeconds: 10 },
      { part: 'backward', sets: 1, durationSeconds: 30, sides: 'none', restSeconds: 20 },
    ]);
    expect(find('zijplank')?.doses).toEqual([
      { part: 'main', sets: 1, reps: 1, holdCounts: 10, sides: 'each', restSeconds: 20 },
    ]);
    expect(find('rek-rug-schouders')?.doses[0]).toMatchObject({ holdSeconds: 15, sides: 'none' });
  });

  test('a table for a reader, with what is ours marked', () => {
    const { code, out } = catalogue(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^brug +kracht +Brug +basic +supine +mat +2 × 15, hold 3\* counts$/m);
    expect(out).toMatch(/^bolletje .* 1\* × 1\*, hold ~15 counts$/m);
    expect(out.split('\n')).toHaveLength(1 + 23 + 2);
  });
});

describe('timeline', () => {
  const timeline = (...argv: string[]): Laid =>
    JSON.parse(catalogue(['timeline', ...argv, '--json']).out);

  test('--json: exactly the agreed keys; a side only where there is one', () => {
    for (const id of ['brug', 'superman', 'zijplank', 'fietsen', 'rek-rug-schouders']) {
      const laid = timeline(id);
      expect(Object.keys(laid)).toEqual(['segments']);
      for (const { side, ...segment } of laid.segments) {
        expect(Object.keys(segment)).toEqual([
          'start',
          'duration',
          'clip',
          'phase',
          'part',
          'set',
          'repetition',
          'count',
        ]);
        expect([undefined, 'left', 'right']).toContain(side);
      }
      expect(laid.segments.some(({ side }) => side)).toBe(!['brug', 'fietsen'].includes(id));
    }
  });

  test('the dose asked for is the dose laid out', () => {
    const { segments } = timeline('brug', '--sets', '1', '--reps', '2', '--hold', '4');
    expect(segments.filter(({ clip }) => clip === 'lift')).toHaveLength(2);
    expect(segments.filter(({ phase }) => phase === 'hold').map(({ count }) => count)).toEqual([
      4, 3, 2, 1, 4, 3, 2, 1,
    ]);
  });

  test('pace stretches a move, not a hold', () => {
    const { segments } = timeline('brug', '--pace', '0.5');
    expect(segments.find(({ phase }) => phase === 'move')?.duration).toBe(4);
    expect(segments.find(({ phase }) => phase === 'hold')?.duration).toBe(1);
  });

  test('a table for a reader', () => {
    const { code, out } = catalogue(['timeline', 'zijplank']);
    expect(code).toBe(0);
    expect(out).toMatch(/^zijplank: \d+\.\d\d s, \d+ segments, pace 1$/m);
    expect(out).toMatch(/^ *[\d.]+ +12?[\d.]+ +switch +main +1 +1 +right/m);
  });
});
