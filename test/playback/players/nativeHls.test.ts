/** Tests sets without MediaSource: playlists as files, and the set's own player. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPreview } from '../../../src/playback/create';
import { type MediaIndex, readMediaIndex } from '../../../src/playback/media';
import { builtPlaylist, readyMade } from '../../../src/playback/players/builtPlaylists';
import { ComposedPlayer } from '../../../src/playback/players/composedPlayer';
import type { PlayerState } from '../../../src/playback/players/player';
import { preparationSeconds } from '../../../src/session/routine/preparation';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS, type Timeline } from '../../../src/timeline/types';
import { PROJECT } from '../../../tools/catalogue/files';
import { layPlaylists } from '../../../tools/playlists';
import { realExercises, realShown, staticFile } from '../../support/catalogue';

let folder: string;
let media: MediaIndex;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'playlists-'));
  cpSync(staticFile('media/index.json'), join(folder, 'media/index.json'));
  const { media: all } = readMediaIndex(readFileSync(staticFile('media/index.json'), 'utf8'), '');
  for (const one of Object.values(all.exercises)) {
    if (one?.init) mkdirSync(join(folder, dirname(one.init)), { recursive: true });
  }
  expect(layPlaylists(PROJECT, folder)).toBeGreaterThan(100);
  const text = readFileSync(join(folder, 'media/index.json'), 'utf8');
  const read = readMediaIndex(text, 'index.json');
  expect(read.problems).toEqual([]);
  media = read.media;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The clips of a playlist: file below static/ and seconds, in order. */
function played(path: string): { file: string; seconds: number }[] {
  const lines = readFileSync(join(folder, path), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const seconds = /^#EXTINF:([\d.]+),/.exec(line)?.[1];
    if (!seconds) return [];
    const file = posix.join(posix.dirname(path), lines[at + 1] as string);
    return [{ file, seconds: Number(seconds) }];
  });
}

const lay = (id: string, pace = 1, wait?: number) => {
  const exercise = realShown().get(id);
  if (!exercise) throw new Error(id);
  return compileTimeline(exercise, {
    pace,
    preparationSeconds: wait ?? preparationSeconds(undefined, exercise.position),
  });
};

describe('a playlist as a file', () => {
  it.each([...realShown().keys()])('of %s plays its timeline, clip by clip', (id) => {
    const timeline = lay(id);
    const own = media.exercises[id];
    const path = own && builtPlaylist(timeline, own);
    expect(path).toBeDefined();
    const clips = played(path as string);
    expect(clips.map((one) => one.file)).toEqual(
      timeline.segments.map((one) => own?.clips[one.clip]?.file),
    );
    clips.forEach(({ seconds }, at) => {
      expect(seconds * FPS).toBeCloseTo(timeline.segments[at]?.frames as number, 5);
    });
  });

  it('names another dose and another wait otherwise', () => {
    const own = media.exercises.brug as NonNullable<MediaIndex['exercises'][string]>;
    const names = [lay('brug'), lay('brug', 1, 5), lay('superman')].map(
      (one) => readyMade(one, own)?.name,
    );
    expect(new Set(names.slice(0, 2)).size).toBe(2);
    // Clips of another exercise.
    expect(names[2]).toBeUndefined();
  });

  it('is none at another pace, which takes init segments made on the spot', () => {
    const own = media.exercises.brug as NonNullable<MediaIndex['exercises'][string]>;
    expect(readyMade(lay('brug', 0.75), own)).toBeUndefined();
    expect(builtPlaylist(lay('brug', 1, 33), own)).toBeUndefined();
  });
});

/** A video element that plays HLS itself, as far as the player uses it. */
class FakeVideo extends EventTarget {
  src = '';
  duration = Number.NaN;
  currentTime = 0;
  readyState = 0;
  paused = true;
  muted = false;
  ended = false;
  playbackRate = 1;
  error: { code: number; message: string } | null = null;
  buffered = { length: 0 };
  frame: ((now: number, metadata: object) => void) | undefined;
  canPlayType = (type: string) => (type === 'application/vnd.apple.mpegurl' ? 'maybe' : '');
  play() {
    this.paused = false;
    return Promise.resolve();
  }
  pause() {
    this.paused = true;
  }
  load() {}
  removeAttribute(name: string) {
    if (name === 'src') this.src = '';
  }
  requestVideoFrameCallback(frame: FakeVideo['frame']) {
    this.frame = frame;
    return 1;
  }
  cancelVideoFrameCallback() {
    this.frame = undefined;
  }
  /** Loads the head of the stream. */
  loaded(seconds: number) {
    this.duration = seconds;
    this.dispatchEvent(new Event('loadedmetadata'));
  }
  shows(mediaTime: number) {
    this.frame?.(0, { mediaTime, presentationTime: 0 });
  }
  breaks(code: number) {
    this.error = { code, message: 'broken' };
    this.dispatchEvent(new Event('error'));
  }
}

describe('a set without MediaSource', () => {
  let video: FakeVideo;
  let states: PlayerState[];
  let failures: string[];
  let times: number[];

  beforeEach(() => {
    video = new FakeVideo();
    states = [];
    failures = [];
    times = [];
    vi.stubGlobal('document', { baseURI: 'http://set/' });
  });

  afterEach(() => vi.unstubAllGlobals());

  const events = {
    frame: (time: number) => times.push(time),
    state: (state: PlayerState) => states.push(state),
    failed: (reason: string) => failures.push(reason),
  };

  const element = () => video as unknown as HTMLVideoElement;

  async function open(timeline: Timeline, from = 0) {
    const player = new ComposedPlayer(element(), media.exercises.brug as never, events);
    player.open(timeline, { from });
    await expect.poll(() => video.src || failures[0]).not.toBe(undefined);
    return player;
  }

  it('plays the file that was built, tells its frames, and lets go of it', async () => {
    const timeline = lay('brug');
    const player = await open(timeline, 4);
    expect(video.src).toMatch(/^http:\/\/set\/static\/media\/brug\/[0-9a-f]{8}\.m3u8$/);
    video.loaded(timeline.frames / FPS);
    expect(video.currentTime).toBeCloseTo(4, 1);
    video.shows(4);
    expect(states).toEqual(['opening', 'playing']);
    expect(times).toEqual([4]);
    player.close();
    expect(video.src).toBe('');
    expect(failures).toEqual([]);
  });

  it('refuses a stream of another length, and tells what the set can not play', async () => {
    const timeline = lay('brug');
    await open(timeline);
    video.loaded(timeline.frames / FPS - 1);
    expect(failures[0]).toMatch(/^brug: the stream lasts .* the plan says/);
    video.src = '';
    failures.length = 0;
    await open(timeline);
    video.breaks(3);
    expect(failures).toEqual(["brug: the set can't play it (3) broken"]);
    expect(states[states.length - 1]).toBe('failed');
  });

  it('says so where no playlist lies ready', async () => {
    await open(lay('brug', 1.25));
    expect(failures).toEqual(['brug: no playlist lies ready for this dose and pace']);
  });

  it('is given video for the timelines that were built, and the clock for all others', () => {
    const exercise = realExercises().get('brug');
    if (!exercise) throw new Error('brug');
    const preview = (timeline: Timeline) =>
      createPreview({ video: element(), media }, exercise, timeline, events);
    expect(preview(lay('brug'))).toBeInstanceOf(ComposedPlayer);
    expect(preview(lay('brug', 0.75))).toBeUndefined();
    video.canPlayType = () => '';
    expect(preview(lay('brug'))).toBeUndefined();
  });
});
