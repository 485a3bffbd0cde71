/**
 * A centre's own film in place of the clips: the addresses of its files, and the marks that say
 * what happens when. `npm run media:import` writes these entries.
 */
import * as v from 'valibot';
import { idSchema, line, mediaPath, wholeNumber } from './fields';
import { PHASES } from './phases';

const TIME = 'expected seconds from the beginning of the film, 0 or more';

/** One mark. Its phase lasts from its time to the next mark's time, or to the end of the film. */
export const markSchema = v.strictObject({
  time: v.pipe(
    v.number(TIME),
    v.minValue(0, TIME),
    v.description('Seconds from the beginning of the film.'),
  ),
  phase: v.picklist(PHASES),
  /**
   * The exercise's first part when absent. For a wait, this field and the three below mean nothing.
   */
  part: v.optional(idSchema),
  set: v.optional(wholeNumber(1, 5)),
  repetition: v.optional(wholeNumber(1, 600)),
  side: v.optional(v.picklist(['left', 'right'])),
  word: v.optional(
    v.pipe(line, v.description("Shown large while this lasts, instead of the phase's own word.")),
  ),
});

/** One hour of film, in frames: longer than any exercise. */
const MOST_FRAMES = 30 * 3600;

export const recordedSchema = v.strictObject({
  playlist: v.pipe(mediaPath, v.description('HLS, one rendition; sound within the same segments.')),
  /** Addresses of pictures, 1280 and 480 pixels wide. */
  poster: mediaPath,
  tile: mediaPath,
  /** The frame rate of all timelines. The import converts every film to it. */
  fps: v.literal(30),
  frames: v.pipe(wholeNumber(1, MOST_FRAMES), v.description('Length of the film.')),
  sound: v.boolean(),
  marks: v.pipe(
    v.array(markSchema),
    v.minLength(1, 'needs at least one mark'),
    v.maxLength(2000, 'takes at most 2000 marks'),
  ),
});

export type Mark = v.InferOutput<typeof markSchema>;
export type Recorded = v.InferOutput<typeof recordedSchema>;
