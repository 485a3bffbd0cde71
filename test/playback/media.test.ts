import { expect, it } from 'vitest';
import { beginMediaIndex, missingClips, readMediaIndex } from '../../src/playback/media';

const brug = {
  fps: 30,
  width: 1280,
  height: 720,
  init: 'media/brug/init.mp4',
  poster: 'media/brug/poster.jpg',
  tile: 'media/brug/tile.jpg',
  clips: { lift: { file: 'media/brug/lift.m4s', frames: 60, bytes: 1000 } },
};
const text = (exercises: unknown, format = 1) => JSON.stringify({ format, exercises });

it('reads what is there', () => {
  const { media, problems } = readMediaIndex(text({ brug }), 'media/index.json');
  expect(problems).toEqual([]);
  expect(media.exercises.brug?.clips.lift?.frames).toBe(60);
  expect(missingClips(media.exercises.brug as never, ['lift', 'lower', 'lower'])).toEqual([
    'lower',
  ]);
});

it('leaves a broken entry out, names it, and keeps the rest', () => {
  const bad = {
    ...brug,
    clips: { lift: { file: 'https://elsewhere/x.m4s', frames: 60, bytes: 1 } },
  };
  const { media, problems } = readMediaIndex(text({ bad, brug }), 'media/index.json');
  expect(Object.keys(media.exercises)).toEqual(['brug']);
  expect(problems).toEqual([
    'media/index.json: exercise "bad": clips.lift.file: expected a path below media/, as "media/recorded/brug/poster.jpg"',
  ]);
});

it('checks clips when they are asked for, or to the end: none that is broken is given, each is named once', () => {
  const bad = (file: string) => ({ ...brug, clips: { lift: { file, frames: 60, bytes: 1 } } });
  const exercises = { away: bad('https://elsewhere/x.m4s'), up: bad('media/../x.m4s'), brug };
  const { media, problems, rest } = beginMediaIndex(text(exercises), 'media/index.json');
  expect(problems).toEqual([]);
  expect(media.exercises.away?.poster).toBe(brug.poster);
  expect(media.exercises.away?.clips).toEqual({});
  expect(media.exercises.brug?.clips).toEqual(brug.clips);
  const where = ['away', 'up'].map((id) => `media/index.json: exercise "${id}": clips.lift.file: `);
  expect(rest().map((sentence, at) => sentence.startsWith(where[at] as string))).toEqual([
    true,
    true,
  ]);
  expect(Object.keys(media.exercises)).toEqual(['brug']);
  expect(rest()).toEqual([]);
});

it('names clips that are no list of them', () => {
  const { problems } = readMediaIndex(text({ brug: { ...brug, clips: 7 } }), 'media/index.json');
  expect(problems).toEqual([expect.stringMatching(/^media\/index.json: exercise "brug": clips: /)]);
});

it.each([
  ['', 'is not valid JSON'],
  ['[]', 'format'],
  [text({}, 2), 'Expected 1'],
])('survives %s', (broken, word) => {
  const { media, problems } = readMediaIndex(broken, 'media/index.json');
  expect(media.exercises).toEqual({});
  expect(problems[0]).toMatch(/^media\/index\.json: /);
  expect(problems[0]).toContain(word);
});
