/** Tests the committed media against the timelines that play them. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../src/timeline/compile';
import { BOUNDS, briefDoses, withDose } from '../../src/timeline/dose';
import type { Timeline } from '../../src/timeline/types';
import { realMedia, realShown, staticFile } from '../support/catalogue';

const exercises = realShown();
const media = realMedia();
const filmed = Object.keys(media.exercises);

it('has every exercise and every variant, and nothing that the catalogue does not know', () => {
  expect([...filmed].sort()).toEqual([...exercises.keys()].sort());
});

describe.each(filmed)('%s', (id) => {
  const exercise = exercises.get(id) as NonNullable<ReturnType<typeof exercises.get>>;
  const own = media.exercises[id] as NonNullable<(typeof media.exercises)[string]>;
  const holds = exercise.parts.some((part) => part.movement.some((step) => step.phase === 'hold'));
  const timelines: Timeline[] = [
    ...[0, 1, 2, 3, 4, 5, 12, 15, 20].map((seconds) =>
      compileTimeline(exercise, { preparationSeconds: seconds }),
    ),
    compileTimeline(exercise, { preparationSeconds: 3, doses: briefDoses(exercise) }),
    compileTimeline(exercise, { doses: withDose(exercise, { sets: BOUNDS.sets.max }) }),
    ...(holds
      ? [1, 2, 3, 4, 5, 6, 7].map((hold) =>
          compileTimeline(exercise, { doses: withDose(exercise, { hold }) }),
        )
      : []),
  ];

  it('has every clip that any dose within bounds asks for, as long as the timeline says', () => {
    const wrong = new Set<string>();
    for (const timeline of timelines) {
      for (const { clip, clipFrames } of timeline.segments) {
        const frames = own.clips[clip]?.frames;
        if (frames !== clipFrames)
          wrong.add(`${clip}: ${frames} frames, the timeline says ${clipFrames}`);
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it('has every file that the index names', () => {
    const files = [
      own.init ?? '',
      own.poster,
      own.tile,
      ...Object.values(own.clips).map((clip) => clip.file),
    ];
    expect(files.filter((file) => !existsSync(staticFile(file)))).toEqual([]);
  });
});
