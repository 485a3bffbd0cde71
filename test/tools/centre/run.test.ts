/** Tests the centre's commands with arguments of the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCentre } from '../../../src/session/centre/centre';
import { fitsPin } from '../../../src/tv/pin';
import { PROJECT } from '../../../tools/catalogue/files';
import { run } from '../../../tools/centre/run';

const folder = mkdtempSync(join(tmpdir(), 'centre-'));
afterAll(() => rmSync(folder, { recursive: true }));

function centre(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  return { code: run(argv, output, PROJECT), out: out.join('\n'), err };
}

function file(content: object): string {
  const path = join(folder, 'centre.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('pin', () => {
  it('prints a line that can stand in the file, and asks for this PIN', () => {
    const { code, out } = centre('pin', '1234');
    expect(code).toBe(0);
    const { centre: read, problems } = readCentre(`{${out}}`);
    expect(problems).toEqual([]);
    expect(fitsPin('1234', read.pin ?? '')).toBe(true);
    expect(centre('pin', '1234').out).not.toBe(out);
  });

  it.each([[['pin']], [['pin', '12']], [['pin', '12', '34']]])('%j is refused', (argv) => {
    const { code, err } = centre(...argv);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
  });
});

describe('check', () => {
  it('names what is wrong in the file, and against the catalogue', () => {
    const path = file({ startIn: 'x', waitingRoom: { exercises: ['brug', 'bestaat-niet'] } });
    const { code, err, out } = centre('check', path);
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringContaining('startIn: expected one of'),
      expect.stringContaining('waitingRoom.exercises[1]: no catalogue has'),
    ]);
    expect(out).toBe(`${path}: 2 problems`);
  });

  it('is content with a sound one', () => {
    expect(centre('check', file({ name: 'X' }))).toMatchObject({ code: 0, err: [] });
  });

  it('says that there is no such file', () => {
    expect(centre('check', join(folder, 'none.json')).err).toEqual([
      expect.stringContaining('cannot be opened'),
    ]);
  });
});

it('an unknown command is told', () => {
  expect(centre('open').err).toEqual([expect.stringContaining('Unknown command "open"')]);
  expect(centre().err).toEqual([expect.stringContaining('Missing command')]);
  expect(centre('--help').out).toContain('pin DIGITS');
});
