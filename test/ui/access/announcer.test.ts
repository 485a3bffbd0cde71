/**
 * Tests the announcements for screen readers while an exercise plays: everything that the voice says, as far
 * as a reader keeps up.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionAt, captionsOf } from '../../../src/timeline/captions';
import { compileTimeline } from '../../../src/timeline/compile';
import { type Phrase, phraseText, sentenceText } from '../../../src/timeline/phrases';
import { FPS } from '../../../src/timeline/types';
import { utterancesOf } from '../../../src/timeline/utterances';
import { Announcer } from '../../../src/ui/access/announcer';
import { anyExercise, bridge } from '../../support/exercises';
import { textsIn } from '../fakes';

const texts = textsIn('nl');
const words = (says: readonly Phrase[]) =>
  sentenceText((one) => phraseText((key) => texts[key] ?? key, one), says);

/** All announcements of an exercise whose frames are all seen, with their media time. */
function listen(exercise: ReturnType<typeof bridge>) {
  const timeline = compileTimeline(exercise, { preparationSeconds: 5 });
  const tracks = captionsOf(utterancesOf(timeline, { exercise }));
  const announcer = new Announcer(words);
  const told: { time: number; text: string }[] = [];
  for (let frame = 0; frame < timeline.frames; frame++) {
    const text = announcer.next(captionAt(tracks, frame / FPS), (frame / FPS) * 1000);
    if (text) told.push({ time: frame / FPS, text });
  }
  return { told, tracks };
}

describe('the announcer', () => {
  it('tells a hold: its word with its first count, then each count', () => {
    const { told } = listen(bridge({ sets: 1, reps: 1, holdCounts: 3 }));
    const at = told.findIndex(({ text }) => text.startsWith('Hou aan'));
    expect(told.slice(at, at + 3).map(({ text }) => text)).toEqual(['Hou aan. 3', '2', '1']);
    expect(told[told.length - 1]?.text).toMatch(/^Klaar/);
  });

  it('leaves out no cue of any exercise, and tells each when it begins', () => {
    fc.assert(
      fc.property(anyExercise, (exercise) => {
        const { told, tracks } = listen(exercise);
        for (const { says, time } of tracks.cues) {
          // A count may come in the frame before.
          const here = told.filter((one) => Math.abs(one.time - time) < 1 / FPS + 0.001);
          const said = words(says).replace(/[.!?…]$/, '');
          expect(here.some(({ text }) => text.startsWith(said))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells no two counts within a second, and in the end the one that holds', () => {
    const announcer = new Announcer(words);
    const told = [0, 200, 400, 600, 1000, 1200].map((now, n) => announcer.next({ count: n }, now));
    expect(told).toEqual(['0', '', '', '', '4', '']);
    expect(announcer.next({ count: 5 }, 2000)).toBe('5');
  });

  it('tells the same words anew when they are said anew, and nothing while nothing is', () => {
    const announcer = new Announcer(words);
    const says: Phrase[] = [{ key: 'phase.return' }];
    const one = { cue: { time: 1, says } };
    expect(announcer.next(one, 0)).toBe('Terug');
    expect(announcer.next(one, 500)).toBe('');
    expect(announcer.next({ cue: { time: 9, says } }, 8000)).toBe('Terug');
    expect(announcer.next(undefined, 9000)).toBe('');
  });
});
