/** Composed video: hls.js plays one playlist out of an exercise's clips, over one video element. */
import Hls from 'hls.js/dist/hls.light.mjs';
import { buildPlaylist, fragmentStarts } from '../timeline/playlist';
import { FPS, type Timeline } from '../timeline/types';
import { watchFrames } from './frames';
import { hlsConfig, isRefused } from './hls-config';
import { type ExerciseMedia, missingClips } from './media';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from './player';
import { retimeInit } from './retime';

/** A fragment further than this from the plan is a wrong plan, seconds; a frame is 33 ms. */
const START_TOLERANCE_SECONDS = 0.004;
const MEDIA_RECOVERIES = 2;
/** A kilobyte that takes longer won't be followed by video. */
const INIT_TIMEOUT_MS = 8000;

/** An init segment is asked for once per exercise while the app runs; a failure is forgotten. */
const inits = new Map<string, Promise<ArrayBuffer>>();

async function download(address: string): Promise<ArrayBuffer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), INIT_TIMEOUT_MS);
  try {
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    if (!patience.signal.aborted) throw error;
    throw new Error(`${address}: no answer within ${INIT_TIMEOUT_MS / 1000} s`);
  } finally {
    clearTimeout(timer);
  }
}

function fetchInit(address: string): Promise<ArrayBuffer> {
  let init = inits.get(address);
  if (!init) {
    init = download(address);
    init.catch(() => inits.delete(address));
    inits.set(address, init);
  }
  return init;
}

/** Blob addresses made for one playlist, to be let go together. */
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

/** The playlist as a Blob: clips by absolute address, one rewritten init per stretch that occurs. */
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
      if (clipFrames === frames) return base(media.init as string);
      const key = `${clipFrames}/${frames}`;
      const address =
        made.get(key) ?? blobs.make(retimeInit(init, clipFrames, frames), 'video/mp4');
      made.set(key, address);
      return address;
    },
  });
  return blobs.make(text, 'application/vnd.apple.mpegurl');
}

/** The element's player, so that a second one over the same element silences the first. */
const owners = new WeakMap<HTMLVideoElement, ComposedPlayer>();

/** Composed video over one element; see `Player` for what each call promises. */
export class ComposedPlayer implements Player {
  private current: PlayerState = 'closed';
  private shownTime = 0;
  /** Undoes everything the open timeline set up. Its absence means nothing is open. */
  private tearDown: (() => void) | undefined;
  private wantsToPlay = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly media: ExerciseMedia,
    private readonly events: PlayerEvents,
  ) {}

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.shownTime;
  }

  open(timeline: Timeline, options: OpenOptions = {}) {
    this.release();
    const other = owners.get(this.video);
    if (other !== this) other?.close();
    owners.set(this.video, this);
    this.wantsToPlay = options.paused !== true;
    this.shownTime = options.from ?? 0;
    let open = true;
    const cleanUps: (() => void)[] = [];
    this.tearDown = () => {
      open = false;
      for (const cleanUp of cleanUps.splice(0)) cleanUp();
    };
    this.become('opening');
    const missing = missingClips(
      this.media,
      timeline.segments.map((segment) => segment.clip),
    );
    if (!this.media.init || missing.length) {
      this.fail(`${timeline.exercise}: no clip ${missing[0] ?? 'at all'}`);
      return;
    }
    fetchInit(new URL(`static/${this.media.init}`, document.baseURI).href).then(
      (init) => {
        if (open) this.start(timeline, init, options, cleanUps);
      },
      (error: Error) => {
        if (open) this.fail(`${timeline.exercise}: ${error.message}`);
      },
    );
  }

  play() {
    this.wantsToPlay = true;
    // Also while it opens: a wish that comes before the first frame must not be lost.
    if (this.tearDown && this.current !== 'ended') this.video.play().catch(ignoreAbort);
  }

  pause() {
    this.wantsToPlay = false;
    this.video.pause();
  }

  seek(mediaTime: number) {
    if (this.current === 'closed' || this.current === 'failed') return;
    this.shownTime = mediaTime;
    // Into the frame rather than onto its edge, where rounding might show the one before.
    this.video.currentTime = Math.max(0, mediaTime) + 0.25 / FPS;
    if (this.wantsToPlay) this.video.play().catch(ignoreAbort);
  }

  close() {
    this.release();
    this.become('closed');
  }

  private release() {
    this.tearDown?.();
    this.tearDown = undefined;
  }

  private become(state: PlayerState) {
    if (state === this.current) return;
    this.current = state;
    this.events.state(state);
  }

  private fail(reason: string) {
    this.release();
    this.become('failed');
    this.events.failed(reason);
  }

  private start(
    timeline: Timeline,
    init: ArrayBuffer,
    options: OpenOptions,
    cleanUps: (() => void)[],
  ) {
    const { video } = this;
    const blobs = new Blobs();
    cleanUps.push(() => blobs.free());
    let address: string;
    try {
      address = composePlaylist(timeline, this.media, init, blobs);
    } catch (error) {
      this.fail(`${timeline.exercise}: ${(error as Error).message}`);
      return;
    }
    const from = options.from ?? 0;
    const hls = new Hls(hlsConfig(from > 0 ? from + 0.25 / FPS : 0));
    cleanUps.push(() => {
      video.pause();
      hls.destroy();
      video.removeAttribute('src');
      video.load();
    });
    this.holdToPlan(hls, timeline);
    this.recover(hls, timeline);
    this.listen(timeline, options, cleanUps);
    cleanUps.push(
      watchFrames(video, (mediaTime, shownAt) => {
        this.shownTime = mediaTime;
        if (this.current === 'opening') this.become(this.wantsToPlay ? 'playing' : 'paused');
        this.events.frame(mediaTime, shownAt);
      }),
    );
    // Composed clips have no sound; sets let muted video start by itself.
    video.muted = true;
    video.playbackRate = 1;
    hls.loadSource(address);
    hls.attachMedia(video);
    if (this.wantsToPlay) video.play().catch(ignoreAbort);
  }

  /** Asserts that fragments start where the timeline says, when parsed and whenever it moves them. */
  private holdToPlan(hls: Hls, timeline: Timeline) {
    const plan = fragmentStarts(timeline);
    const check = (starts: number[]) => {
      const at = starts.findIndex(
        (start, index) => Math.abs(start - (plan[index] ?? Number.NaN)) > START_TOLERANCE_SECONDS,
      );
      if (at >= 0 || starts.length !== plan.length) {
        this.fail(
          `${timeline.exercise}: fragment ${at} starts at ${starts[at]} s, the plan says ${plan[at]} s (${starts.length} of ${plan.length})`,
        );
      }
    };
    hls.on(Hls.Events.LEVEL_LOADED, (_, { details }) =>
      check(details.fragments.map((fragment) => fragment.start)),
    );
    hls.on(Hls.Events.LEVEL_PTS_UPDATED, (_, { details }) =>
      check(details.fragments.map((fragment) => fragment.start)),
    );
  }

  private recover(hls: Hls, timeline: Timeline) {
    let recoveries = 0;
    hls.on(Hls.Events.ERROR, (_, data) => {
      const address = data.url ?? data.frag?.url;
      const name = `${timeline.exercise}: ${data.details}${address ? ` (${address})` : ''}`;
      // hls.js calls a refused clip a passing error and asks for it for ever.
      if (data.details === Hls.ErrorDetails.FRAG_LOAD_ERROR && isRefused(data.response?.code)) {
        this.fail(name);
        return;
      }
      if (!data.fatal) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries < MEDIA_RECOVERIES) {
        recoveries += 1;
        hls.recoverMediaError();
        return;
      }
      this.fail(name);
    });
  }

  private listen(timeline: Timeline, options: OpenOptions, cleanUps: (() => void)[]) {
    const on = (name: string, then: () => void) => {
      this.video.addEventListener(name, then);
      cleanUps.push(() => this.video.removeEventListener(name, then));
    };
    on('playing', () => {
      if (this.current !== 'opening') this.become('playing');
    });
    on('pause', () => {
      if (this.current === 'playing' || this.current === 'buffering') this.become('paused');
    });
    on('waiting', () => {
      if (this.current === 'playing') this.become('buffering');
    });
    on('ended', () => {
      if (options.loop) {
        this.seek(0);
        return;
      }
      this.shownTime = (timeline.frames - 1) / FPS;
      this.become('ended');
    });
  }
}

/** A `play()` cut short by a pause or a close is no failure; anything else shows as no frame. */
function ignoreAbort() {
  // Nothing to do: the state follows the element's own events.
}
