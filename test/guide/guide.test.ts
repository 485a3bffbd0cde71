/**
 * An exercise of each kind followed only by ear, and only by captions, in the built app: what the
 * set was asked to sound and when, held against what the video showed by then.
 */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notesOf } from '../../src/playback/sound/synth';
import { preparationSeconds } from '../../src/session/preparation';
import { captionAt, captionsOf } from '../../src/timeline/captions';
import { compileTimeline } from '../../src/timeline/compile';
import { type Phrase, type PhraseKey, phraseText, sentenceText } from '../../src/timeline/phrases';
import { type Sound, soundsOf } from '../../src/timeline/sounds';
import { FPS, type Timeline } from '../../src/timeline/types';
import { utterancesOf } from '../../src/timeline/utterances';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { bundlePage, type Lab, openLab } from '../browser/lab';
import type { EarRecord } from '../browser/pages/ear';
import { holdRemote, type Remote } from '../browser/remote';
import { realExercises, staticFile } from '../support/catalogue';

/** None may be later than its media time, seconds. */
const LATE = 0.1;
/** Signals of one moment; rounding of media times. */
const SAME = 0.02;

const KINDS = [
  ['held repetitions', 'brug', 60],
  ['each side', 'zijplank', undefined],
  ['two timed parts', 'fietsen', undefined],
  ['a timed effort with sides in turns', 'rotatie-ruglig', 50],
  ['sides in turns', 'superman', 50],
] as const;

const exercises = realExercises();
const texts = JSON.parse(readFileSync(staticFile('texts/nl.json'), 'utf8')) as Record<
  string,
  string
>;
const words = (says: readonly Phrase[]) =>
  says.length === 0
    ? ''
    : sentenceText((one) => phraseText((key: PhraseKey) => texts[key] ?? key, one), says);

let browser: Browser;
let lab: Lab;
let ear: string;
let remote: Remote;

beforeAll(async () => {
  lab = await openLab();
  ear = await bundlePage('ear');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

afterEach(async () => {
  await remote?.page.close();
  expect(remote?.errors).toEqual([]);
});

/** Opens an exercise by itself and starts it; small, so that the machine keeps up. */
async function start(id: string): Promise<Timeline> {
  remote = await holdRemote(browser, `${lab.address}#exercise/${id}`, {
    size: { width: 640, height: 360 },
  });
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
    timeout: 170_000,
    polling: 100,
  });

/** What sounded, as the timeline would say it, and how late by what the video showed. */
function agreement(record: EarRecord, timeline: Timeline, from: number, to: number) {
  const wanted = soundsOf(timeline).filter(({ time }) => time > from && time < to);
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
  const strays = said.filter((one) => !wanted.map(key).includes(one));
  // Each source's start against the video's own frames: nobody's opinion but the set's.
  const dueAt = ({ hz }: EarRecord['starts'][number]) =>
    record.log.flatMap(({ by, mediaTime, side, what }) => {
      if (by === 'voice') return hz === 0 ? [mediaTime] : [];
      return notesOf(what as Sound['kind'], side)
        .filter((note) => note.hz === hz)
        .map((note) => mediaTime + note.at);
    });
  const late = record.starts
    .filter(({ isNext, media }) => !isNext && media > from && media < to)
    .map((one) => Math.min(...dueAt(one).map((due) => Math.abs(one.media - due))));
  return { missing, strays, late, wanted: wanted.length };
}

const worst = (late: readonly number[]) => Math.max(0, ...late);

describe.each(KINDS)('%s', (_, id, until) => {
  it('can be followed by ear alone, and by captions alone', async () => {
    const timeline = await start(id);
    await remote.page.evaluate(() => window.ear.caption());
    const skip = timeline.segments.find(({ phase }) => phase !== 'prepare');
    const begin = (skip?.startFrame ?? 0) / FPS;
    await reaches(2);
    await remote.press('OK');
    const goal = Math.min(until ?? Number.POSITIVE_INFINITY, timeline.frames / FPS - 0.7);
    await reaches(goal);
    const record = await heard();
    const { late, missing, strays, wanted } = agreement(record, timeline, begin - SAME, goal - 0.2);
    expect(missing).toEqual([]);
    expect(strays).toEqual([]);
    expect(late.length).toBeGreaterThanOrEqual(wanted);
    console.log(`${id}: ${wanted} signals, worst ${Math.round(worst(late) * 1000)} ms`);
    expect(worst(late)).toBeLessThanOrEqual(LATE);

    // By captions: at every frame that was drawn, the text belongs to that frame.
    const exercise = exercises.get(id);
    if (!exercise) throw new Error(id);
    const tracks = captionsOf(utterancesOf(timeline, { exercise }));
    const wrong = record.captions.filter(({ cue, count, media, reading }) => {
      const state = captionAt(tracks, media);
      return (
        cue !== words(state.cue?.says ?? []) ||
        count !== (state.count ?? -1) ||
        reading !== words(state.reading?.says ?? [])
      );
    });
    expect(wrong).toEqual([]);
    expect(record.captions.length).toBeGreaterThan(100);
    const shown = new Set(record.captions.map(({ cue }) => cue));
    const due = tracks.cues.filter(({ time }) => time > begin && time < goal - 0.5);
    expect(due.filter(({ says }) => !shown.has(words(says))).map(({ time }) => time)).toEqual([]);
  });
});

it('is never late after a pause, another pace, or a stalled network', async () => {
  const exercise = exercises.get('brug');
  if (!exercise) throw new Error('brug');
  const seconds = preparationSeconds(undefined, exercise.position);
  const timeline = await start('brug');
  await reaches(1);
  await remote.press('OK');
  await reaches(seconds + 3);
  // A pause in the midst of a hold: all is quiet, and nothing starts.
  await remote.press('OK');
  await remote.page.waitForTimeout(300);
  const stood = await heard();
  expect(stood.level).toBeLessThan(0.001);
  await remote.page.waitForTimeout(1500);
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
  await remote.page.waitForTimeout(500);
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
  // Another pace loads anew, and this time the network gives up after some seconds of it.
  allowed = 8;
  await remote.press('Right');
  await remote.until('the stall', (now) => now.view?.state === 'buffering', 30_000);
  await remote.page.waitForTimeout(300);
  const until = await heard();
  expect(until.log.filter(({ late }) => Math.abs(late) > LATE)).toEqual([]);
  await remote.page.waitForTimeout(1500);
  const stalled = await heard();
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
  for (const wait of [2100, 2900]) {
    await remote.page.waitForTimeout(wait);
    await remote.press('Back');
    if (wait === 2100) await remote.press('Back');
  }
  await remote.press('Right', 'OK');
  await remote.until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await heard();
  await remote.page.waitForTimeout(2000);
  const record = await heard();
  expect(record.starts).toEqual([]);
  expect(record.level).toBeLessThan(0.001);
  expect(record.contexts).toEqual(['suspended']);
});

it('every recorded clip is sound, as long as the index says, and begins at once', async () => {
  remote = await holdRemote(browser, lab.address, { size: { width: 640, height: 360 } });
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
