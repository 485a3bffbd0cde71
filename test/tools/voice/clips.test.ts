/** Tests that every clip that the app may play exists, with a plausible length. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withVariant } from '../../../src/catalogue/variant';
import { readClipIndex } from '../../../src/playback/narrator/voice/clipIndex';
import { compileTimeline } from '../../../src/timeline/compile';
import { type PhraseKey, phraseClips } from '../../../src/timeline/phrases';
import { utterancesOf } from '../../../src/timeline/utterances';
import { LONGEST_COUNT } from '../../../src/timeline/voicePlan';
import { languages, listFor } from '../../../tools/voice/cli';
import { NUMBERS } from '../../../tools/voice/list';
import { realExercises, staticFile } from '../../support/catalogue';

/** Most bytes of a language. */
const MOST_BYTES = 1.5e6;

const recorded = readdirSync(staticFile('voice'));

it('every language that has texts is recorded, and no other', () => {
  expect([...recorded].sort()).toEqual([...languages()].sort());
});

describe.each(recorded)('the voice of %s', (language) => {
  const folder = staticFile(join('voice', language));
  const index = readClipIndex(readFileSync(join(folder, 'index.json'), 'utf8'), language);

  it('has what the list asks for, and nothing else', () => {
    expect(Object.keys(index.clips).sort()).toEqual([...listFor(language).keys()].sort());
    const files = readdirSync(folder).filter((file) => file !== 'index.json');
    expect(
      Object.values(index.clips)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(files.sort());
  });

  // A browser checks whether they sound: test/long/guide.test.ts.
  it('is small, of sane lengths, and its counts are over within their second', () => {
    let bytes = 0;
    for (const [name, { file, seconds }] of Object.entries(index.clips)) {
      bytes += statSync(join(folder, file)).size;
      expect(seconds, name).toBeGreaterThan(0.1);
      expect(seconds, name).toBeLessThan(25);
      if (name.startsWith('number-')) expect(seconds, name).toBeLessThanOrEqual(LONGEST_COUNT);
    }
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});

it('every utterance of every exercise and variant can be said in Dutch', () => {
  const texts = JSON.parse(readFileSync(staticFile('texts/nl.json'), 'utf8')) as Record<
    string,
    string
  >;
  const index = readClipIndex(readFileSync(staticFile('voice/nl/index.json'), 'utf8'), 'nl');
  const exercises = [...realExercises().values()];
  const all = exercises.flatMap((one) => [
    one,
    ...one.variants.map(({ id }) => withVariant(one, id)),
  ]);
  const missing = new Set<string>();
  all.forEach((exercise, n) => {
    const next = exercises[(n + 5) % exercises.length];
    const utterances = utterancesOf(compileTimeline(exercise), {
      exercise,
      ...(next ? { next } : {}),
    });
    for (const { says } of utterances) {
      for (const one of says) {
        for (const { clip } of phraseClips((key: PhraseKey) => texts[key] ?? key, one)) {
          if (!index.clips[clip]) missing.add(`${exercise.id}: ${clip}`);
        }
      }
    }
  });
  expect([...missing]).toEqual([]);
  // The longest hold and the highest number of repetitions.
  expect(index.clips[`number-${NUMBERS}`]).toBeDefined();
});
