/** Composed video: one playlist made of an exercise's clips. */
import { buildPlaylist, fragmentStarts } from '../../timeline/playlist';
import { FPS, type Timeline } from '../../timeline/types';
import { answerWithin } from '../../tv/answerWithin';
import { type ExerciseMedia, missingClips } from '../media';
import { requestBudget } from '../requestBudget';
import { builtPlaylist } from './builtPlaylists';
import { isNativeOnly } from './nativeHls';
import type { PlayerEvents } from './player';
import { retimeInit } from './retime';
import { type Stream, Unreachable } from './stream';
import { StreamPlayer } from './streamPlayer';

/** If a fragment starts further than this from the plan, seconds, the plan is wrong. A frame takes 33 ms. */
const START_TOLERANCE_SECONDS = 0.004;
/** Longest wait for an init segment of about a kilobyte, ms. A network that is slower can't deliver video. */
const INIT_TIMEOUT_MS = 8000;

/** Init segments by address: each is requested once while the app runs; a failed request is forgotten. */
const inits = new Map<string, Promise<ArrayBuffer>>();

/** @throws Error, one sentence; `Unreachable` when there was no answer */
async function download(address: string): Promise<ArrayBuffer> {
  if (!requestBudget.take(address)) throw new Error(`${address}: asked for too often`);
  try {
    return await answerWithin(INIT_TIMEOUT_MS, async (signal) => {
      const response = await fetch(address, { signal });
      if (response.ok) return response.arrayBuffer();
      requestBudget.blame(address);
      throw new Refused(`${address}: HTTP ${response.status}`);
    });
  } catch (error) {
    if (error instanceof Refused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreachable(`${address}: ${why}`);
  }
}

/** The server answered that the file does not exist, or that the server failed. */
class Refused extends Error {}

function fetchInit(address: string): Promise<ArrayBuffer> {
  let init = inits.get(address);
  if (!init) {
    init = download(address);
    init.catch(() => inits.delete(address));
    inits.set(address, init);
  }
  return init;
}

/** The Blob addresses of one playlist, which are released together. */
class Blobs {
  private readonly addresses: string[] = [];
  make(part: BlobPart, type: string): string {
    const address = URL.createObjectURL(new Blob([part], { type }));
    this.addresses.push(address);
    return address;
  }
  free() {
    for (const address of this.addresses.splice(0)) URL.revokeObjectURL(address);
  }
}

/** The playlist as a Blob: clips by absolute address, with one init segment for each stretch factor. */
function composePlaylist(
  timeline: Timeline,
  media: ExerciseMedia,
  init: ArrayBuffer,
  blobs: Blobs,
): string {
  const base = (path: string) => new URL(`static/${path}`, document.baseURI).href;
  const made = new Map<string, string>();
  const text = buildPlaylist(timeline, {
    clip: (name) => base(media.clips[name]?.file as string),
    init: (clipFrames, frames) => {
      const key = `${clipFrames}/${frames}`;
      const address =
        made.get(key) ??
        blobs.make(
          clipFrames === frames ? init : retimeInit(init, clipFrames, frames),
          'video/mp4',
        );
      made.set(key, address);
      return address;
    },
  });
  return blobs.make(text, 'application/vnd.apple.mpegurl');
}

/** Fragments must start where the timeline says. */
function checkStarts(timeline: Timeline): Stream['check'] {
  const plan = fragmentStarts(timeline);
  return (starts) => {
    const at = starts.findIndex(
      (start, index) => Math.abs(start - (plan[index] ?? Number.NaN)) > START_TOLERANCE_SECONDS,
    );
    if (at < 0 && starts.length === plan.length) return undefined;
    const wrong = `fragment ${at} starts at ${starts[at]} s, the plan says ${plan[at]} s (${starts.length} of ${plan.length})`;
    const until = plan[at];
    return until === undefined ? { wrong } : { wrong, until };
  };
}

/** Composes the stream. The clips have no sound, and sets let muted video start by itself. */
async function compose(timeline: Timeline, media: ExerciseMedia): Promise<Stream> {
  const missing = missingClips(
    media,
    timeline.segments.map((segment) => segment.clip),
  );
  if (!media.init || missing.length) throw new Error(`no clip ${missing[0] ?? 'at all'}`);
  const init = await fetchInit(new URL(`static/${media.init}`, document.baseURI).href);
  const blobs = new Blobs();
  try {
    return {
      address: composePlaylist(timeline, media, init, blobs),
      sound: false,
      length: timeline.frames / FPS,
      check: checkStarts(timeline),
      free: () => blobs.free(),
    };
  } catch (error) {
    blobs.free();
    throw error;
  }
}

/** The stream of the playlist that was built as a file. */
function find(timeline: Timeline, media: ExerciseMedia): Stream {
  const path = builtPlaylist(timeline, media);
  if (!path) throw new Error('no playlist lies ready for this dose and pace');
  return {
    address: new URL(`static/${path}`, document.baseURI).href,
    sound: false,
    length: timeline.frames / FPS,
    check: checkStarts(timeline),
  };
}

/** Plays composed video on one element; see `Player` for each call. */
export class ComposedPlayer extends StreamPlayer {
  constructor(video: HTMLVideoElement, media: ExerciseMedia, events: PlayerEvents) {
    super(
      video,
      async (timeline) => (isNativeOnly(video) ? find(timeline, media) : compose(timeline, media)),
      events,
    );
  }
}
