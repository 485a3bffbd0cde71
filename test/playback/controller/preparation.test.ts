/** Tests the preparation of the bridge: 20 seconds, then the first repetition. */
import { describe, expect, it } from 'vitest';
import {
  countedIn,
  hasRunOut,
  lastOfPreparation,
  moreTime,
  preparationEnd,
} from '../../../src/playback/controller/preparation';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import { realExercises } from '../../support/catalogue';

const brug = realExercises().get('brug');
if (!brug) throw new Error('no bridge');
const timeline = compileTimeline(brug, { preparationSeconds: 20 });
const END = 20;

describe('its end', () => {
  it('is where the first repetition begins; its last frame is the one before', () => {
    expect(preparationEnd(timeline)).toBe(END);
    expect(lastOfPreparation(timeline)).toBeCloseTo(END - 1 / FPS);
  });

  it.each([
    [0, false],
    [END - 3 / FPS, false],
    [END - 2 / FPS, true],
    [END - 1 / FPS, true],
    [END, true],
  ])('at %d s has come: %s, though a player may miss a frame', (time, isOut) => {
    expect(hasRunOut(timeline, time)).toBe(isOut);
  });
});

describe('OK', () => {
  it('leads to its end where nothing is counted', () => {
    expect(countedIn(timeline, 5, 0)).toBe(END);
  });

  it.each([
    ['early', 5, END - 3],
    ['within the count', END - 2, END],
    ['when it stands still at its end', END - 1 / FPS, END - 3],
  ])('%s leads to %d', (_, time, to) => {
    expect(countedIn(timeline, time, 3)).toBeCloseTo(to);
  });
});

describe('more time', () => {
  it('comes by ten seconds, up to five minutes in all', () => {
    expect(moreTime(20, 0)).toBe(10);
    expect(moreTime(20, 270)).toBe(280);
    expect(moreTime(20, 280)).toBeUndefined();
  });
});
