/** Tests the whole import with films made here: a complete film goes in, or nothing changes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FPS } from '../../../src/timeline/types';
import { sizeFor } from '../../../tools/import/encode';
import { ffmpegPath } from '../../../tools/workbench/index';
import { type Centre, csvOf, openCentre, plankMarks } from '../../support/centre';
import { filmBars } from '../../support/film';

vi.setConfig({ testTimeout: 120_000 });

const { marks, seconds } = plankMarks();
const frames = Math.round(seconds * FPS);

let centre: Centre;
beforeEach(() => {
  centre = openCentre();
});
afterEach(() => centre.remove());

const film = async (sound = false, length = frames) => {
  const file = centre.file('plank.mp4');
  await filmBars(file, { frames: length, sound });
  return file;
};
const csv = (text = csvOf(marks)) => centre.file('marks.csv', text);
const args = (path: string, marksFile: string, exercise = 'zijplank') => [
  path,
  ...['--exercise', exercise, '--marks', marksFile],
];
const media = () => join(centre.static, 'media');
/** All files below the centre's static folder. */
const everything = () => (readdirSync(centre.static, { recursive: true }) as string[]).sort();
const text = () => readFileSync(centre.catalogue, 'utf8');

/** The encoder's description of a file. */
async function told(path: string): Promise<string> {
  try {
    execFileSync(await ffmpegPath(), ['-hide_banner', '-i', path], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
}

interface Picture {
  time: number;
  key: boolean;
  type: string;
}

/** All decoded pictures of a stream. */
async function picturesOf(path: string): Promise<Picture[]> {
  const { stderr } = spawnSync(
    await ffmpegPath(),
    [
      ...['-hide_banner', '-nostats', '-copyts', '-i', path, '-map', '0:v'],
      ...['-vf', 'showinfo', '-f', 'null', '-'],
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  const lines = stderr.matchAll(/pts_time:\s*(\S+).*iskey:(\d).*type:(\w)/g);
  return [...lines].map(([, time, key, type]) => ({
    time: Number(time),
    key: key === '1',
    type: type as string,
  }));
}

test('a film with sound goes in: entry, stream and pictures', async () => {
  const before = text();
  const { code, err, out } = await centre.import(args(await film(true), csv()));
  expect(err).toEqual([]);
  expect(code).toBe(0);
  expect(out[0]).toMatch(
    /^plank\.mp4: 0:06, 320 × 180 at 30 fps, with sound; encoding at 1280 × 720/,
  );
  const { recorded } = centre.exercise('zijplank');
  expect(recorded).toMatchObject({ fps: 30, frames, sound: true });
  expect(recorded?.marks).toHaveLength(marks.length);

  // Only the film is new.
  const parsed = JSON.parse(text());
  expect(parsed.exercises[1].recorded).toBeDefined();
  delete parsed.exercises[1].recorded;
  expect(`${JSON.stringify(parsed, null, 2)}\n`).toBe(before);

  const folder = join(media(), '..', recorded?.playlist as string, '..');
  const files = readdirSync(folder).sort();
  const segments = Math.ceil(frames / FPS / 4);
  expect(files).toEqual(
    [
      ...Array.from({ length: segments }, (_, n) => `${n}.m4s`),
      ...['index.m3u8', 'init.mp4', 'poster.jpg', 'tile.jpg'],
    ].sort(),
  );
  const stream = await told(join(folder, 'index.m3u8'));
  expect(stream).toMatch(/Video: h264 \(High\).*yuv420p\(tv, bt709.*1280x720.*30 fps/);
  expect(stream).toMatch(/Audio: aac.*48000 Hz, stereo/);
  expect(await told(join(folder, 'poster.jpg'))).toContain('1280x720');
  expect(await told(join(folder, 'tile.jpg'))).toContain('480x270');
  expect(everything().some((name) => name.includes('.import-') || name.endsWith('.new'))).toBe(
    false,
  );

  // The first picture is at 0, the pictures are in order, with a key frame every 2 s.
  const shown = await picturesOf(join(folder, 'index.m3u8'));
  expect(shown).toHaveLength(frames);
  expect(shown.map(({ time }) => Math.round(time * 1000))).toEqual(
    shown.map((_, n) => Math.round((n * 1000) / FPS)),
  );
  expect(shown.flatMap(({ key }, n) => (key ? [n] : []))).toEqual(
    Array.from({ length: Math.ceil(frames / 60) }, (_, n) => n * 60),
  );
  expect(shown.some(({ type }) => type === 'B')).toBe(false);
});

test('a second film takes the place of the first, under a name of its own', async () => {
  expect((await centre.import(args(await film(), csv()))).err).toEqual([]);
  const first = centre.exercise('zijplank').recorded?.playlist as string;
  const longer = csvOf([...marks.slice(0, -1), { time: seconds - 0.25, phase: 'done' }]);
  expect((await centre.import(args(await film(true, frames + 15), csv(longer)))).err).toEqual([]);
  const second = centre.exercise('zijplank').recorded;
  expect(second).toMatchObject({ frames: frames + 15, sound: true });
  expect(second?.playlist).not.toBe(first);
  expect(existsSync(join(centre.static, first))).toBe(false);
  expect(readdirSync(join(media(), 'recorded'))).toHaveLength(1);
});

describe('what goes wrong gets one sentence, and nothing changes', () => {
  const unchanged = async (argv: string[], sentence: string | RegExp, signal?: AbortSignal) => {
    const [files, words] = [everything(), text()];
    const { code, err } = await centre.import(argv, signal);
    expect(err).toHaveLength(1);
    if (typeof sentence === 'string') expect(err[0]).toBe(sentence);
    else expect(err[0]).toMatch(sentence);
    expect(code).not.toBe(0);
    expect(everything()).toEqual(files);
    expect(text()).toBe(words);
  };

  test('an exercise that is not there: near ones are named', async () => {
    const file = centre.file('plank.mp4', 'x');
    await unchanged(
      args(file, csv(), 'brugg'),
      /own\.json: no exercise "brugg"; did you mean brug\?$/,
    );
    await unchanged(args(file, csv(), 'plank'), /no exercise "plank"; did you mean zijplank\?$/);
    await unchanged(args(file, csv(), 'superman'), /no exercise "superman"$/);
  });

  test('words that are missing or too many', async () => {
    await unchanged([], 'Expected one film, got nothing (--help tells more).');
    await unchanged(['a', 'b'], 'Expected one film, got "a" "b" (--help tells more).');
    await unchanged(['a', '--marks', 'm'], '--exercise is missing (--help tells more).');
    await unchanged(['a', '--exercise', 'b'], '--marks is missing (--help tells more).');
    await unchanged(['a', '--film'], /^Unknown option '--film' \(--help tells more\)\.$/);
  });

  test('a film that is not there, is none, or is cut off', async () => {
    await unchanged(args('nowhere.mp4', csv()), 'nowhere.mp4: cannot be opened (no such file)');
    const none = centre.file('none.mp4', 'x');
    await unchanged(args(none, csv()), 'none.mp4: holds no video that can be read');
    const whole = readFileSync(await film());
    const half = centre.file('half.mp4', whole.subarray(0, whole.length / 2));
    await unchanged(args(half, csv()), 'half.mp4: holds no video that can be read');
  });

  test('marks: the line and why', async () => {
    const path = await film();
    await unchanged(args(path, 'nowhere.csv'), 'nowhere.csv: cannot be opened (no such file)');
    await unchanged(
      args(path, csv('time,phase\n1,jump\n')),
      'marks.csv: line 2: phase: expected one of prepare, move, hold, return, rest, switch, done, got "jump"',
    );
    await unchanged(
      args(path, csv(csvOf(marks).replace('2,1;return', '2,6;return').replace('2,5;', '2,7;'))),
      'marks.csv: line 3: holds 1.6 s, but the dose has 1 count of a second',
    );
    await unchanged(
      args(path, csv(csvOf(marks).replace(/;right/, ';left'))),
      'marks.csv: line 5: is a switch, but the side before and after it is the same',
    );
    const late = csvOf([...marks.slice(0, -1), { time: 99, phase: 'done' }]);
    const last = marks.length + 1;
    await unchanged(
      args(path, csv(late)),
      new RegExp(`^marks\\.csv: line ${last}: is at 99 s, but the film ends at 5\\.77 s$`),
    );
  });

  test('stopped while it encodes', async () => {
    const path = await film(true);
    const stop = new AbortController();
    const watch = setInterval(() => {
      if (existsSync(join(media(), 'recorded'))) stop.abort();
    }, 20);
    await unchanged(args(path, csv()), 'Stopped: nothing was changed.', stop.signal);
    clearInterval(watch);
    expect(stop.signal.aborted).toBe(true);
  });

  test('a catalogue that cannot be written at the end', async () => {
    const path = await film();
    const words = text();
    // An editor breaks the file during the encoding.
    const watch = setInterval(() => {
      if (existsSync(join(media(), 'recorded'))) writeFileSync(centre.catalogue, words.slice(1));
    }, 20);
    const { code, err } = await centre.import(args(path, csv()));
    clearInterval(watch);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(existsSync(media())).toBe(false);
  });
});

test('Ctrl-C on the command line leaves everything as it was', async () => {
  const path = await film(true);
  const [files, words] = [everything(), text()];
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', 'tools/import/cli.ts', ...args(path, csv())],
      ...['--catalogue', centre.catalogue],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const watch = setInterval(() => {
    if (existsSync(join(media(), 'recorded'))) child.kill('SIGINT');
  }, 20);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  expect(said).toBe('Stopped: nothing was changed.\n');
  expect(code).toBe(130);
  expect(everything()).toEqual(files);
  expect(text()).toBe(words);
});

test('as large as the film allows, in either direction', () => {
  expect(sizeFor({ width: 1920, height: 1080 }).width).toBe(1920);
  expect(sizeFor({ width: 3840, height: 2160 }).width).toBe(1920);
  expect(sizeFor({ width: 1080, height: 1920 }).width).toBe(1920);
  expect(sizeFor({ width: 1280, height: 720 }).width).toBe(1280);
  expect(sizeFor({ width: 640, height: 480 }).width).toBe(1280);
});
