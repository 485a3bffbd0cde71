import { expect, it } from 'vitest';
import { missingClips, readMediaIndex } from '../../src/playback/media';

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
