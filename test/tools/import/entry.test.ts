/** Tests that a film's entry leaves every other letter of the catalogue's text unchanged. */
import { expect, test } from 'vitest';
import type { Recorded } from '../../../src/catalogue/recorded';
import { withRecorded } from '../../../tools/import/entry';

const recorded: Recorded = {
  playlist: 'media/recorded/a/index.m3u8',
  poster: 'media/recorded/a/poster.jpg',
  tile: 'media/recorded/a/tile.jpg',
  fps: 30,
  frames: 90,
  sound: true,
  marks: [
    { time: 0, phase: 'prepare' },
    { time: 1.033, phase: 'move', word: 'Til "op"' },
  ],
};
const WRITTEN = `"recorded": {
        "playlist": "media/recorded/a/index.m3u8",
        "poster": "media/recorded/a/poster.jpg",
        "tile": "media/recorded/a/tile.jpg",
        "fps": 30,
        "frames": 90,
        "sound": true,
        "marks": [
          { "time": 0, "phase": "prepare" },
          { "time": 1.033, "phase": "move", "word": "Til \\"op\\"" }
        ]
      }`;

/** An unusual layout, so that a second formatting would show. */
const before = (inside: string) => `{
  "exercises": [
    {"id":"b",   "parts": [ ] },
    {
      "id": "a",
      "title" : "É",${inside}
    }
  ],   "format": 1
}`;

test('put in, after the last field', () => {
  expect(withRecorded(before('\n      "parts": [1]'), 'a', recorded)).toBe(
    before(`\n      "parts": [1],\n      ${WRITTEN}`),
  );
});

test('put in place of an earlier one, wherever that is', () => {
  const text = before('\n      "recorded": {"marks": [{}]},\n      "parts": [1]');
  const next = before(`\n      ${WRITTEN},\n      "parts": [1]`);
  expect(withRecorded(text, 'a', recorded)).toBe(next);
  expect(withRecorded(next, 'a', recorded)).toBe(next);
});

test('Windows line ends and a byte order mark stay', () => {
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const text = before('\n      "parts": [1]');
  expect(withRecorded(windows(text), 'a', recorded)).toBe(
    windows(withRecorded(text, 'a', recorded)),
  );
});

test('no such exercise', () => {
  expect(() => withRecorded(before('"x": 1'), 'c', recorded)).toThrow('there is no exercise "c"');
});
