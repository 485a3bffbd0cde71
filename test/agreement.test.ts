/** Tests the measure of how far picture and overlay may disagree, to which the old engines are held. */
import { expect, it } from 'vitest';
import { planRoutine, timelineOf } from '../src/session/routine/plan';
import { overlayAt } from '../src/timeline/overlay';
import { FPS, type Segment } from '../src/timeline/types';
import { newPictures, overlaysAside, picturesAside, type Recorded } from './support/agreement';
import { realExercises } from './support/catalogue';

const [exercise] = [...realExercises().keys()] as [string];
const [planned] = planRoutine({ id: 'one', title: '', items: [{ exercise }] }, realExercises());
const timeline = timelineOf(planned as NonNullable<typeof planned>, 1);
const names = [...new Set(timeline.segments.map(({ clip }) => `${exercise}/${clip}`))];

/** A joint between two different clips: the segment that begins there. */
const joint = timeline.segments.findIndex(
  ({ clip }, at) => at > 1 && clip !== timeline.segments[at - 1]?.clip,
);
const START = (timeline.segments[joint] as Segment).startFrame;

/** One look at the screen: picture and overlay show these frames, and the browser tells two other times. */
function seen(picture: number, overlay: number, since: number, until: number): Recorded {
  const at = overlayAt(timeline, picture / FPS).segment;
  const { clip, startFrame } = timeline.segments[at] as Segment;
  const { segment, number } = overlayAt(timeline, overlay / FPS);
  return {
    mediaTime: until / FPS,
    bars: { clip: names.indexOf(`${exercise}/${clip}`), frame: picture - startFrame },
    late: 0,
    look: { since: since / FPS, until: until / FPS },
    segment,
    number: String(number),
  };
}

const aside = (record: Recorded) => picturesAside([record], timeline, names, 2).length;

it('lets a picture be two frames from the times told, and no further', () => {
  expect(aside(seen(START - 2, START, START, START))).toBe(0);
  expect(aside(seen(START - 3, START, START, START))).toBe(1);
  expect(aside(seen(START + 3, START, START, START + 1))).toBe(0);
  expect(aside(seen(START + 3, START, START, START))).toBe(1);
});

it('takes off what the machine was late, and no more', () => {
  expect(aside(seen(START - 8, START, START - 6, START))).toBe(0);
  expect(aside(seen(START - 9, START, START - 6, START))).toBe(1);
});

it('judges a picture that stays when it comes', () => {
  const good = seen(START - 1, START - 1, START - 1, START - 1);
  const late = seen(START - 1, START + 4, START + 4, START + 4);
  expect(newPictures([good, late])).toEqual([good]);
  expect(picturesAside([good, late], timeline, names, 2)).toEqual([]);
  expect(picturesAside([late, late], timeline, names, 2)).toHaveLength(1);
});

it('takes a picture that can not be read for one aside', () => {
  expect(aside({ ...seen(START, START, START, START), bars: undefined })).toBe(1);
});

it('wants the overlay to be of a time told since the last look, to the frame', () => {
  expect(overlaysAside([seen(START, START, START, START)], timeline)).toEqual([]);
  expect(overlaysAside([seen(START, START - 1, START, START)], timeline)).toHaveLength(1);
  expect(overlaysAside([seen(START, START, START - 2, START - 1)], timeline)).toHaveLength(1);
  expect(overlaysAside([seen(START, START - 1, START - 1, START)], timeline)).toEqual([]);
});
