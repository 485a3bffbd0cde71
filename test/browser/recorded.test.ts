/** Tests a centre's own film: the import, the playing, and the overlay against the film's marks. */
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { Recorded } from '../../src/catalogue/recorded';
import type { Exercise } from '../../src/catalogue/types';
import type { PlayerState } from '../../src/playback/players/player';
import { compileTimeline } from '../../src/timeline/compile';
import { FPS, type Timeline } from '../../src/timeline/types';
import { launchBrowser, type Page } from '../../tools/workbench/index';
import { appInBrowser } from '../support/appInBrowser';
import { bridgeMarks, type Centre, csvOf, type MarkLine, openCentre } from '../support/centre';
import { filmBars, frameOfBars } from '../support/film';
import { openLab } from './lab';
import type { FrameRecord } from './pages/player';
import { frames as framesPass } from './passing';

const REFRESH_SECONDS = 1 / 60;
/** Longest wait for what plays in half a minute, ms. */
const PLAYED_MS = 120_000;
const { marks, seconds } = bridgeMarks();
const frames = Math.round(seconds * FPS);

let centre: Centre;
let page: Page;
let exercise: Exercise;

const app = appInBrowser(async () => {
  centre = openCentre();
  const film = centre.file('brug.mp4');
  await filmBars(film, { frames, sound: true });
  const csv = centre.file('marks.csv', csvOf(marks));
  const { code, err } = await centre.import([film, '--exercise', 'brug', '--marks', csv]);
  expect(err).toEqual([]);
  expect(code).toBe(0);
  exercise = centre.exercise('brug');
  return openLab({ folder: centre.static }, 'player');
});

afterAll(() => centre?.remove());

beforeEach(async () => {
  page = await app.openPage({ viewport: { width: 640, height: 360 } });
  await page.goto(app.server.address);
});

afterEach(() => app.server.hold(false));

/** The film leads in for 1.7 s, so of three seconds of preparation its first frame stands for 1.3 s. */
const lay = (preparationSeconds = 3): Timeline => compileTimeline(exercise, { preparationSeconds });
const offsetOf = (timeline: Timeline) => (timeline.filmStart as number) / FPS;

const open = (timeline: Timeline, options = {}) =>
  page.evaluate(([film, wanted, how]) => window.lab.openFilm(film, wanted, how), [
    exercise.recorded,
    timeline,
    options,
  ] as never as [never, Timeline, object]);

const records = () => page.evaluate(() => window.lab.records.splice(0));
const mediaTime = () => page.evaluate(() => window.lab.player().mediaTime);
const reaches = (goal: number) =>
  page.waitForFunction((time) => window.lab.player().mediaTime >= time, goal, {
    timeout: PLAYED_MS,
  });
const becomes = (state: PlayerState) =>
  page.waitForFunction((wanted) => window.lab.player().state === wanted, state, {
    timeout: PLAYED_MS,
  });
/** Pauses, and waits until no picture is on its way. Returns the media time, seconds. */
async function pause(): Promise<number> {
  await page.evaluate(() => window.lab.player().pause());
  await becomes('paused');
  await framesPass(page, 10);
  return mediaTime();
}

/** The overlay of a frame, computed a second time from the marks alone. */
function markedAt(frame: number) {
  const starts = marks.map(({ time }) => Math.round(time * FPS));
  const at = starts.filter((start) => start <= frame).length - 1;
  const mark = marks[at] as MarkLine;
  const end = starts[at + 1] ?? frames;
  return { mark, left: (end - frame) / FPS };
}

/** One sentence for each record whose overlay or picture differs from the marks. */
function disagreeing(all: FrameRecord[], timeline: Timeline): string[] {
  const offset = offsetOf(timeline);
  return all.flatMap(({ bars, late, mediaTime: film, overlay, overlayTime }) => {
    const wrong: string[] = [];
    if (Math.abs(overlayTime - offset - film) > 1e-6) wrong.push(`overlay of ${overlayTime}`);
    const frame = Math.floor((film + 0.0005) * FPS);
    const { mark, left } = markedAt(frame);
    if (overlay.phase !== mark.phase) wrong.push(`${overlay.phase}, marked ${mark.phase}`);
    if (mark.repetition !== undefined) {
      const says = `${overlay.set}/${overlay.repetition}`;
      const marked = `${mark.set}/${mark.repetition}`;
      if (says !== marked) wrong.push(`${says}, marked ${marked}`);
    }
    if (mark.phase === 'hold' && overlay.number !== Math.min(2, Math.ceil(left - 1e-6))) {
      wrong.push(`count ${overlay.number}, ${left} s left`);
    }
    const shown = bars ? frameOfBars(bars) : Number.NaN;
    const allowed = 1 + FPS * Math.max(0, late - REFRESH_SECONDS) + 0.05;
    if (!(Math.abs(shown - film * FPS) <= allowed)) wrong.push(`picture ${shown}, late ${late}`);
    return wrong.map((what) => `film ${film} s (frame ${frame}): ${what}`);
  });
}

/** The share of the stretches between marks that the test saw. A test that saw nothing proves nothing. */
function shareOfMarks(all: FrameRecord[]): number {
  const seen = new Set(all.map((one) => markedAt(Math.floor(one.mediaTime * FPS + 0.01)).mark));
  return seen.size / marks.length;
}

const moving = (all: FrameRecord[], timeline: Timeline) =>
  all.filter((one) => one.overlayTime >= offsetOf(timeline));

it('the overlay is what the marks say at every frame, from the first to the last', async () => {
  const timeline = lay();
  await open(timeline);
  await becomes('ended');
  const all = await records();
  const states = await page.evaluate(() => window.lab.states.slice());
  const times = await page.evaluate(() => window.lab.times.slice());
  const film = moving(all, timeline);
  // A busy machine skips pictures, so the film plays again until the test saw most marks.
  while (shareOfMarks(film) <= 0.8) {
    await open(timeline, { from: offsetOf(timeline) });
    await becomes('ended');
    film.push(...moving(await records(), timeline));
  }
  expect(disagreeing(film, timeline)).toEqual([]);
  // Before the film moves, its first frame stands.
  const still = all.filter((one) => one.overlayTime < offsetOf(timeline));
  expect(still.length).toBeGreaterThan(0);
  for (const { bars, overlay } of still) {
    expect(bars && frameOfBars(bars)).toBe(0);
    expect(overlay.phase).toBe('prepare');
  }
  expect(times[0]).toBe(0);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  // The clock counts the preparation down before the film begins.
  expect(times.filter((time) => time > 0 && time < offsetOf(timeline))).not.toEqual([]);
  expect(states.slice(0, 2)).toEqual(['opening', 'playing']);
  expect(states).not.toContain('paused');
});

it('is heard', async () => {
  await open(lay(1), { from: 2 });
  await reaches(4);
  const heard = await page.evaluate(() => {
    const video = window.lab.video as HTMLVideoElement & { webkitAudioDecodedByteCount: number };
    return { muted: video.muted, bytes: video.webkitAudioDecodedByteCount };
  });
  expect(heard.muted).toBe(false);
  expect(heard.bytes).toBeGreaterThan(10_000);
});

it('agrees after pauses and seeks, across the preparation and back', async () => {
  const timeline = lay(5);
  const offset = offsetOf(timeline);
  await open(timeline);
  await page.waitForFunction(() => window.lab.player().mediaTime > 0.5);
  const stood = await pause();
  await framesPass(page, 30);
  expect(await mediaTime()).toBe(stood);
  expect(stood).toBeLessThan(offset);
  // OK in the preparation leads to the first movement at once.
  await page.evaluate((time) => window.lab.player().seek(time), offset + 1.7);
  await page.evaluate(() => window.lab.player().play());
  await reaches(offset + 4);
  for (const to of [offset + 20.5, 1, offset + 7.3]) {
    await page.evaluate((time) => window.lab.player().seek(time), to);
    await reaches(to + 1);
  }
  const paused = await pause();
  await framesPass(page, 30);
  expect(await mediaTime()).toBe(paused);
  await page.evaluate((time) => window.lab.player().seek(time), offset + 15);
  await page.waitForFunction(
    (time) => window.lab.records.some((one) => Math.abs(one.overlayTime - time) < 0.05),
    offset + 15,
  );
  const film = moving(await records(), timeline);
  expect(disagreeing(film, timeline)).toEqual([]);
});

it('begins in the middle, paused, where a checkpoint says', async () => {
  const timeline = lay();
  const from = offsetOf(timeline) + 12.4;
  await open(timeline, { from, paused: true });
  await becomes('paused');
  const film = await records();
  expect(disagreeing(film, timeline)).toEqual([]);
  expect(Math.abs(((await mediaTime()) as number) - from)).toBeLessThan(0.05);
  expect(await page.evaluate(() => window.lab.video.paused)).toBe(true);
});

it('another speed is offered once it was seen to work, and the overlay follows it', async () => {
  const timeline = lay(0);
  await open(timeline);
  expect(await page.evaluate(() => window.lab.player().canChangeSpeed)).toBe(false);
  await page.waitForFunction(() => window.lab.player().canChangeSpeed);
  expect(await page.evaluate(() => window.lab.video.playbackRate)).toBe(1);
  for (const speed of [0.5, 1.25]) {
    await page.evaluate((wanted) => window.lab.player().setSpeed?.(wanted), speed);
    await page.evaluate(() => window.lab.player().seek(2));
    // Measured by its own clock, over a second in which the machine kept up.
    await page.waitForFunction(
      async (rate) => {
        const { video } = window.lab;
        const from = [video.currentTime, performance.now()] as const;
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const clock = (performance.now() - from[1]) / 1000;
        return Math.abs((video.currentTime - from[0]) / clock - rate) < 0.1;
      },
      speed,
      { timeout: PLAYED_MS },
    );
  }
  // A faster pace, which must not remain for the next film on the same element.
  await open(timeline, { from: 20, speed: 1.25 });
  await reaches(22);
  expect(await page.evaluate(() => window.lab.video.playbackRate)).toBe(1.25);
  const all = await records();
  const isNewFilm = (one: FrameRecord) => one.overlayTime >= 19.9;
  expect(disagreeing(all.filter(isNewFilm), timeline)).toEqual([]);
  expect(
    disagreeing(
      all.filter((one) => !isNewFilm(one)),
      timeline,
    ),
  ).toEqual([]);
});

it('a preview begins again at the end, and is not heard', async () => {
  const timeline = lay(2);
  await open(timeline, { loop: true });
  await becomes('playing');
  expect(await page.evaluate(() => window.lab.video.muted)).toBe(true);
  await page.evaluate((time) => window.lab.player().seek(time), timeline.frames / FPS - 1);
  await page.waitForFunction(() => window.lab.player().mediaTime > 20);
  await page.waitForFunction(() => window.lab.player().mediaTime < 1);
  await reaches(offsetOf(timeline) + 0.5);
  expect(await page.evaluate(() => window.lab.states)).not.toContain('ended');
});

it('a film whose segments are missing, or shorter than its marks, is given up with a sentence', async () => {
  const film = exercise.recorded as Recorded;
  const cases = [
    { ...film, playlist: 'media/recorded/nowhere/index.m3u8' },
    { ...film, frames: film.frames + 60 },
  ];
  for (const broken of cases) {
    await page.evaluate(([one, timeline]) => window.lab.openFilm(one, timeline), [
      broken,
      lay(),
    ] as const);
    await page.waitForFunction(() => window.lab.failures.length > 0);
    const [reason] = await page.evaluate(() => window.lab.failures.splice(0));
    expect(reason).toMatch(/nowhere|the film goes from 0 to/);
    expect(await page.evaluate(() => window.lab.player().state)).toBe('failed');
  }
  // The browser itself reports the 404 as an error.
  app.errors.length = 0;
});

it('where a set allows no sound before a key, it plays on without, and with it after one', async () => {
  const strict = await launchBrowser({ args: ['--autoplay-policy=user-gesture-required'] });
  try {
    page = await strict.newPage({ viewport: { width: 640, height: 360 } });
    // The page opens and reports by itself: what a test evaluates would count as a key press.
    await page.addInitScript(
      ([film, timeline]) => {
        window.addEventListener('load', () => {
          window.lab.openFilm(film, timeline);
          const look = setInterval(() => {
            if (window.lab.player().mediaTime < 1) return;
            clearInterval(look);
            console.log(`muted: ${window.lab.video.muted}`);
          }, 50);
        });
      },
      [exercise.recorded as Recorded, lay(0)] as const,
    );
    const told = page.waitForEvent('console', (message) => message.text().startsWith('muted'));
    await page.goto(app.server.address);
    expect((await told).text()).toBe('muted: true');
    await pause();
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.lab.player().play());
    await reaches((await mediaTime()) + 0.5);
    expect(await page.evaluate(() => window.lab.video.muted)).toBe(false);
  } finally {
    await strict.close();
  }
});
