/**
 * Follows an exercise of each kind only by sound, only by captions, and only by the text for screen readers,
 * in the built app. Compares each with the timeline and with the video's true time.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notesOf } from '../../src/playback/narrator/sound/synth';
import { planRoutine, timelineOf } from '../../src/session/routine/plan';
import { preparationSeconds } from '../../src/session/routine/preparation';
import { type CaptionTracks, captionAt, captionsOf } from '../../src/timeline/captions';
import { compileTimeline } from '../../src/timeline/compile';
import { type Phrase, type PhraseKey, phraseText, sentenceText } from '../../src/timeline/phrases';
import { type Sound, soundsOf } from '../../src/timeline/sounds';
import { FPS, type Timeline } from '../../src/timeline/types';
import { utterancesOf } from '../../src/timeline/utterances';
import { bundlePage, type Lab, openLab } from '../browser/lab';
import type { EarRecord } from '../browser/pages/ear';
import { frames, timers } from '../browser/passing';
import { holdRemote, type Remote } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { barcodeMedia } from '../support/barcode';
import { realExercises, staticFile } from '../support/catalogue';
import { type Told, untold } from '../support/followed';
import { KINDS, shortRoutine } from '../support/shortDoses';

/** Longest delay after the media time, seconds. */
const LATE = 0.1;
/** Largest difference between signals of one moment, for rounding, seconds. */
const SAME = 0.02;

const exercises = realExercises();
const texts = JSON.parse(readFileSync(staticFile('texts/nl.json'), 'utf8')) as Record<
  string,
  string
>;
const words = (says: readonly Phrase[]) =>
  says.length === 0
    ? ''
    : sentenceText((one) => phraseText((key: PhraseKey) => texts[key] ?? key, one), says);

const app = appInBrowser(openLab);
/** The same app with small pictures, so that the machine keeps up. */
let barcodes: Lab;
let ear: string;
let remote: Remote;

beforeAll(async () => {
  const short = planRoutine(shortRoutine(), exercises);
  barcodes = await openLab(await barcodeMedia(short.map((one) => timelineOf(one, 1))));
  ear = await bundlePage('ear');
});

afterAll(() => barcodes?.close());

/** Opens one exercise and starts it, in a small window, so that the machine keeps up. */
async function start(id: string): Promise<Timeline> {
  remote = await app.open({ size: { width: 640, height: 360 } }, `#exercise/${id}`);
  await remote.page.evaluate(ear);
  await remote.until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await remote.press('OK');
  await remote.until('the player', (now) => now.page === 'player' && now.view?.state === 'playing');
  const exercise = exercises.get(id);
  if (!exercise) throw new Error(id);
  return compileTimeline(exercise, {
    preparationSeconds: preparationSeconds(undefined, exercise.position),
  });
}

const heard = (): Promise<EarRecord> => remote.page.evaluate(() => window.ear.take());
const reaches = (seconds: number) =>
  remote.page.waitForFunction((goal) => window.ear.mediaTime() >= goal, seconds, {
    timeout: 300_000,
    polling: 100,
  });

/**
 * Largest share of the needed words and sounds at which the machine stood still: with more, the test would
 * prove little.
 */
const MOST_UNSEEN = 0.5;

/** A page that had no turn for a while stays behind for this long after it, seconds. */
const AFTER = 0.2;

/** True where the machine gave the page no turn when a sound was due: that moment proves nothing. */
const isHeldUp = ({ heldUp }: EarRecord, due: number): boolean =>
  heldUp.some(({ from, to }) => due >= from - LATE && due <= to + AFTER);

/**
 * The sounds as the timeline names them, and their delay by the video's frames. It leaves out sounds whose time
 * fell where the machine gave the page no turn, at most the share `MOST_UNSEEN`.
 */
function agreement(record: EarRecord, timeline: Timeline, from: number, to: number) {
  const due = soundsOf(timeline).filter(({ time }) => time > from && time < to);
  const wanted = due.filter(({ time }) => !isHeldUp(record, time));
  expect(wanted.length).toBeGreaterThanOrEqual(due.length * (1 - MOST_UNSEEN));
  const signals = record.log.filter(
    ({ by, mediaTime }) => by === 'signal' && mediaTime > from && mediaTime < to,
  );
  const key = ({ kind, side, time }: Sound) => `${time.toFixed(3)} ${kind} ${side ?? ''}`;
  const said = signals
    .filter(({ outcome }) => outcome === 'started')
    .map(({ mediaTime: time, side, what }) =>
      key({ time, kind: what as Sound['kind'], ...(side ? { side } : {}) }),
    );
  const missing = wanted.map(key).filter((one) => !said.includes(one));
  const strays = said.filter((one) => !due.map(key).includes(one));
  // The delay of each start, measured with the video's own frames.
  const dueAt = ({ hz }: EarRecord['starts'][number]) =>
    record.log.flatMap(({ by, mediaTime, side, what }) => {
      if (by === 'voice') return hz === 0 ? [mediaTime] : [];
      return notesOf(what as Sound['kind'], side)
        .filter((note) => note.hz === hz)
        .map((note) => mediaTime + note.at);
    });
  const off = (due: number, { media, steady }: EarRecord['starts'][number]) =>
    // A stall shows in the two nearest frames, a single late frame does not show in most frames. Only a
    // delay by both counts.
    Math.min(Math.abs(media - due), Math.abs(steady - due));
  const late = record.starts
    .filter(({ isNext, media }) => !isNext && media > from && media < to)
    .flatMap((one) => {
      // A sound too late for its own moment does not count as early for the next one.
      const [nearest = Number.POSITIVE_INFINITY] = dueAt(one)
        .filter((moment) => moment <= Math.max(one.media, one.steady) + LATE)
        .sort((a, b) => off(a, one) - off(b, one));
      // Leaves out sounds of the time before that came a little later.
      return nearest > from && !isHeldUp(record, nearest) ? [off(nearest, one)] : [];
    });
  return { missing, strays, late, wanted: wanted.length, due: due.length };
}

const worst = (late: readonly number[]) => Math.max(0, ...late);

/** The words at each moment at which they change. */
function changes(captions: EarRecord['captions']): Told[] {
  const told: Told[] = [];
  let before = '';
  for (const { count, cue, media } of captions) {
    const text = count >= 0 ? `${cue}. ${count}` : cue;
    if (text !== before) told.push({ media, text });
    before = text;
  }
  return told;
}

/** Checks the sounds: every signal at its moment, no other signal, none late by the video's frames. */
function followByEar(record: EarRecord, timeline: Timeline, from: number, to: number) {
  const { due, late, missing, strays, wanted } = agreement(record, timeline, from, to);
  expect(missing).toEqual([]);
  expect(strays).toEqual([]);
  expect(late.length).toBeGreaterThanOrEqual(wanted);
  expect(worst(late)).toBeLessThanOrEqual(LATE);
  return `${wanted} of ${due} signals, worst ${Math.round(worst(late) * 1000)} ms`;
}

/** Media times of the pictures that were drawn. */
const seen = ({ captions }: EarRecord): number[] => captions.map(({ media }) => media);

/** Checks the captions: at every drawn frame, the text belongs to that frame. */
function followByCaptions(
  record: EarRecord,
  timeline: Timeline,
  tracks: CaptionTracks,
  to: number,
) {
  // Leaves out texts of the next exercise, if it began soon.
  const drawn = record.captions.filter(({ media }) => media >= SKIPPED && media <= to);
  const wrong = drawn.filter(({ cue, count, media, reading }) => {
    const state = captionAt(tracks, media);
    return (
      cue !== words(state.cue?.says ?? []) ||
      count !== (state.count ?? -1) ||
      reading !== words(state.reading?.says ?? [])
    );
  });
  expect(wrong).toEqual([]);
  const begin = beginOf(timeline);
  const { missing, needed, unseen } = untold(
    changes(drawn),
    seen(record),
    timeline,
    texts,
    begin,
    to - 0.6,
  );
  expect(missing).toEqual([]);
  expect(unseen / needed).toBeLessThanOrEqual(MOST_UNSEEN);
  return `${needed} facts in ${drawn.length} captioned frames`;
}

/** Checks the live region: every needed word in time, and no wrong word. */
function followByRegion(record: EarRecord, timeline: Timeline, tracks: CaptionTracks, to: number) {
  const begin = beginOf(timeline);
  const told = record.told.filter(({ media }) => media >= begin - SAME && media <= to);
  // After a jump the text changes at once, while the picture may still be the old one.
  const all = record.told.map((one) => ({ ...one, media: landed(one.media, begin) }));
  const { missing, needed, unseen } = untold(all, seen(record), timeline, texts, begin, to - 0.6);
  expect(missing).toEqual([]);
  expect(unseen / needed).toBeLessThanOrEqual(MOST_UNSEEN);
  const isDue = ({ media, text }: Told) => {
    // Its moment may be slightly earlier.
    const states = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6].map((ago) => captionAt(tracks, media - ago));
    const due = states.flatMap(({ count, cue, reading }) => [
      words(cue?.says ?? []),
      words(reading?.says ?? []),
      count === undefined ? '' : String(count),
    ]);
    const left = due
      .sort((one, other) => other.length - one.length)
      .reduce((rest, one) => (one ? rest.replace(one, '') : rest), text);
    return !/[\p{L}\p{N}]/u.test(left);
  };
  expect(told.filter((one) => !isDue(one))).toEqual([]);
  const counts = told.filter(({ text }) => /^\d+$/.test(text));
  const apart = counts.slice(1).map(({ media }, at) => media - (counts[at]?.media ?? 0));
  expect(Math.min(9, ...apart)).toBeGreaterThan(0.8);
  return `${needed} facts in ${told.length} announcements`;
}

/** Media time at which the test ends each preparation, seconds. */
const SKIPPED = 1.5;

/** Media times between `SKIPPED` and the exercise never play. */
const landed = (media: number, begin: number): number =>
  media >= SKIPPED && media < begin ? begin : media;

const beginOf = (timeline: Timeline): number =>
  (timeline.segments.find(({ phase }) => phase !== 'prepare')?.startFrame ?? 0) / FPS;

describe('an exercise of each kind, one after the other', () => {
  const planned = planRoutine(shortRoutine(), exercises);

  beforeAll(async () => {
    remote = await holdRemote(app.browser, `${barcodes.address}#routine/own-1`, {
      size: { width: 640, height: 360 },
      memory: { routines: [shortRoutine()] },
    });
    await remote.page.evaluate(ear);
    await remote.until('its page', (now) => now.page === 'routine' && !now.navigating);
    await remote.page.evaluate(() => window.ear.caption());
    await remote.press('OK');
  });

  afterAll(async () => {
    await remote.page.close();
    expect(remote.errors).toEqual([]);
  });

  it.each(KINDS)('%s: by ear, by captions, and by what a screen reader is told', async (_, id) => {
    const place = planned.findIndex(({ exercise }) => exercise.id === id);
    const one = planned[place];
    if (!one) throw new Error(id);
    const timeline = timelineOf(one, 1);
    const next = planned[place + 1]?.exercise;
    await remote.until(
      'its picture',
      ({ view }) => view?.exercise.id === id && view.state === 'playing',
      60_000,
    );
    await remote.page.waitForFunction(
      (most) => window.ear.mediaTime() > 0 && window.ear.mediaTime() < most,
      beginOf(timeline),
    );
    await heard();
    await reaches(SKIPPED);
    await remote.press('OK');
    const begin = beginOf(timeline);
    const goal = timeline.frames / FPS - 0.6;
    await reaches(goal);
    const record = await heard();
    const about = next ? { exercise: one.exercise, next } : { exercise: one.exercise };
    const tracks = captionsOf(utterancesOf(timeline, about));
    console.log(
      [
        id,
        // The signal and the word right after the jump may come late, or be dropped.
        followByEar(record, timeline, begin + SAME, goal - 0.2),
        followByCaptions(record, timeline, tracks, goal),
        followByRegion(record, timeline, tracks, goal),
      ].join('; '),
    );
  });
});

/** Waits until no sound plays. */
const quiet = () => expect.poll(async () => (await heard()).level).toBeLessThan(0.001);

describe('whatever happens', () => {
  it('is never late after a pause, another pace, or a stalled network', async () => {
    const exercise = exercises.get('brug');
    if (!exercise) throw new Error('brug');
    const seconds = preparationSeconds(undefined, exercise.position);
    const timeline = await start('brug');
    await reaches(1);
    await remote.press('OK');
    await reaches(seconds + 3);
    // A pause in the middle of a hold: all sounds stop, and none starts.
    await remote.press('OK');
    await remote.until('the pause', ({ view }) => view?.pause === 'paused');
    await quiet();
    await timers(remote.page, 1500);
    expect((await heard()).starts).toEqual([]);
    await remote.press('OK');
    await reaches(seconds + 11.5);
    const after = await heard();
    const paused = agreement(after, timeline, seconds + 5, seconds + 11);
    expect(paused.missing).toEqual([]);
    expect(worst(paused.late)).toBeLessThanOrEqual(LATE);

    await remote.press('Left');
    await remote.until(
      'the other pace',
      (now) => now.view?.pace === 0.75 && now.view.state === 'playing',
    );
    // Leaves out the pictures and sounds of the former pace.
    await frames(remote.page, 20);
    await heard();
    const from = await remote.page.evaluate(() => window.ear.mediaTime());
    const slow = compileTimeline(exercise, { pace: 0.75, preparationSeconds: seconds });
    await reaches(from + 12);
    const paced = agreement(await heard(), slow, from + 0.3, from + 11);
    expect(paced.wanted).toBeGreaterThan(5);
    expect(paced.missing).toEqual([]);
    expect(paced.strays).toEqual([]);
    expect(worst(paced.late)).toBeLessThanOrEqual(LATE);
    console.log(
      `after a pause ${Math.round(worst(paused.late) * 1000)} ms, pace ${Math.round(worst(paced.late) * 1000)} ms`,
    );
  });

  it('waits with its sounds while the network stalls, and goes on with the picture', async () => {
    await start('zijplank');
    const held: (() => void)[] = [];
    let allowed = Number.POSITIVE_INFINITY;
    await remote.page.route('**/*.m4s', async (route) => {
      allowed -= 1;
      if (allowed < 0) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await reaches(1);
    await remote.press('OK');
    // This does not measure the delay of opening the player.
    await heard();
    // Another pace loads the clips again, and this time the network fails after some seconds of them.
    allowed = 8;
    await remote.press('Right');
    // Checked in the page itself: after two and a half seconds the clock would take over, with its sounds.
    await remote.page.waitForFunction(
      () => window.beweegMee?.state().view?.state === 'buffering',
      undefined,
      { timeout: 120_000 },
    );
    const [until, stalled, picture] = await remote.page.evaluate(async () => {
      const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      await pass(300);
      const before = window.ear.take();
      await pass(1000);
      return [before, window.ear.take(), window.beweegMee?.state().view?.picture] as const;
    });
    expect(picture).toBe('video');
    expect(
      until.log.filter(
        ({ late, mediaTime }) => Math.abs(late) > LATE && !isHeldUp(until, mediaTime),
      ),
    ).toEqual([]);
    expect(stalled.starts).toEqual([]);
    expect(stalled.level).toBeLessThan(0.001);
    allowed = Number.POSITIVE_INFINITY;
    for (const go of held.splice(0)) go();
    await remote.until('the picture', (now) => now.view?.state === 'playing');
    const from = await remote.page.evaluate(() => window.ear.mediaTime());
    const exercise = exercises.get('zijplank');
    if (!exercise) throw new Error('zijplank');
    const fast = compileTimeline(exercise, {
      pace: 1.25,
      preparationSeconds: preparationSeconds(undefined, exercise.position),
    });
    await reaches(from + 10);
    const { late, missing, strays } = agreement(await heard(), fast, from + 0.4, from + 9);
    expect(missing).toEqual([]);
    expect(strays).toEqual([]);
    expect(worst(late)).toBeLessThanOrEqual(LATE);
    console.log(`after a stall ${Math.round(worst(late) * 1000)} ms`);
  });

  it('is silent after Back', async () => {
    await start('brug');
    await reaches(1);
    await remote.press('OK');
    await remote.until('the movement', ({ view }) => view?.overlay.phase !== 'prepare');
    const begun = await remote.page.evaluate(() => window.ear.mediaTime());
    // Leaves twice in the middle of the exercise: the first time the question is dismissed, the second time
    // confirmed.
    await reaches(begun + 2);
    await remote.press('Back', 'Back');
    await remote.until('going on', ({ view }) => view?.pause === 'running');
    await reaches(begun + 4);
    await remote.press('Back');
    await remote.press('Right', 'OK');
    await remote.until('its page', (now) => now.page === 'exercise' && !now.navigating);
    await quiet();
    await timers(remote.page, 2000);
    const record = await heard();
    expect(record.starts).toEqual([]);
    expect(record.level).toBeLessThan(0.001);
    expect(record.contexts).toEqual(['suspended']);
  });

  it('every recorded clip is sound, as long as the index says, and begins at once', async () => {
    remote = await app.open({ size: { width: 640, height: 360 } });
    const index = JSON.parse(readFileSync(staticFile('voice/nl/index.json'), 'utf8')) as {
      clips: Record<string, { file: string; seconds: number }>;
    };
    await remote.page.evaluate(ear);
    const clips = Object.entries(index.clips);
    const decoded = await remote.page.evaluate(
      (files) => window.ear.decode(files),
      clips.map(([, { file }]) => `static/voice/nl/${file}`),
    );
    clips.forEach(([name, { seconds }], n) => {
      const is = decoded[n];
      expect(Math.abs((is?.voice ?? 0) - seconds), name).toBeLessThan(0.12);
      expect(is?.onset ?? 9, name).toBeLessThan(0.2);
      expect(is?.peak ?? 0, name).toBeGreaterThan(0.1);
    });
  });
});
