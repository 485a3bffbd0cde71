/** A speaker that plays recorded clips one after another on the audio clock. */
import { log } from '../../../tv/log';
import { type RequestBudget, requestBudget } from '../../requestBudget';
import type { Launched } from '../sound/lookahead';
import type { SoundOutput } from '../sound/output';
import type { ClipIndex } from './clipIndex';
import type { Line, Speaker } from './speaker';

/** Silence between two clips of one line, and between two of its sentences; seconds. */
const JOINT = 0.03;
/** A sample below this at a clip's beginning is silence, as a share of full scale. */
const SILENCE = 0.02;

/**
 * Number of clips fetched at once. A browser opens six connections to a server, and an exercise has about
 * twenty clips: more at once delayed the video (measured: 100 ms from OK to the first frame).
 */
const TOGETHER = 2;

/** A decoded clip, and the time at which the voice begins in it, seconds. */
interface Decoded {
  buffer: AudioBuffer;
  onset: number;
}

/** The time at which the voice begins, seconds. A recording begins with silence, which would make a count late. */
function onsetOf(buffer: AudioBuffer): number {
  const samples = buffer.getChannelData(0);
  const at = samples.findIndex((sample) => Math.abs(sample) > SILENCE);
  return at > 0 ? at / buffer.sampleRate : 0;
}

/** Decodes with callbacks, since Chromium before 49 knows no other form. */
const decode = (context: BaseAudioContext, bytes: ArrayBuffer): Promise<AudioBuffer> =>
  new Promise((resolve, reject) => {
    context.decodeAudioData(bytes, resolve, reject)?.catch(reject);
  });

export class ClipSpeaker implements Speaker {
  private readonly ready = new Map<string, Decoded>();
  private readonly loading = new Set<string>();
  /** Addresses to fetch, in the order of need. */
  private waiting: string[] = [];

  /**
   * @param folder address of the index's folder, with its closing slash
   * @param load fetches a file's bytes; rejects when there is no such file
   */
  constructor(
    private readonly index: ClipIndex,
    private readonly folder: string,
    private readonly output: SoundOutput,
    /** Called when all requested clips have been loaded. */
    private readonly loaded: () => void,
    private readonly load: (address: string) => Promise<ArrayBuffer> = fetchBytes,
    private readonly budget: RequestBudget = requestBudget,
  ) {}

  get canSpeak(): boolean {
    return this.output.canSound;
  }

  secondsOf({ clips }: Line): number | undefined {
    let seconds = JOINT * (clips.length - 1);
    for (const { clip } of clips) {
      const known = this.index.clips[clip];
      if (!known) return undefined;
      seconds += known.seconds;
    }
    return clips.length ? seconds : undefined;
  }

  prepare(lines: readonly Line[]): void {
    const wanted = new Set(lines.flatMap(({ clips }) => clips.map(({ clip }) => clip)));
    // A decoded second takes about 190 KB, so only the clips of one exercise are kept.
    for (const name of this.ready.keys()) if (!wanted.has(name)) this.ready.delete(name);
    this.waiting = [...wanted].filter((name) => !this.ready.has(name));
    this.fetchNext();
  }

  setVolume(): void {
    // The sound output sets the volume of clips.
  }

  say({ clips }: Line, at: number): Launched | undefined {
    const { context, input } = this.output;
    const decoded = clips.map(({ clip }) => this.ready.get(clip));
    if (!context || !input || !this.output.canSound) return undefined;
    if (!decoded.length || decoded.some((one) => !one)) return undefined;
    const { output } = this;
    const first = output.toContext(at);
    let when = first;
    const sources = (decoded as Decoded[]).map(({ buffer, onset }) => {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(input);
      source.start(when, onset);
      when += buffer.duration - onset + JOINT;
      return source;
    });
    return {
      heardAt: () => output.heardAt(first, at),
      stop() {
        for (const source of sources) {
          // Old engines throw when an ended source is stopped again.
          try {
            source.stop();
          } catch {
            // The sound has ended already.
          }
          source.disconnect();
        }
      },
    };
  }

  private fetchNext(): void {
    while (this.waiting.length && this.loading.size < TOGETHER) {
      this.fetch(this.waiting.shift() as string);
    }
  }

  private fetch(name: string): void {
    const { context } = this.output;
    const clip = this.index.clips[name];
    if (!context || !clip || this.loading.has(name)) return;
    const address = `${this.folder}${clip.file}`;
    // The narrator plans again after a missing clip, and would request it again at every line.
    if (!this.budget.take(address)) return;
    this.loading.add(name);
    this.load(address)
      .then((bytes) => decode(context, bytes))
      .then((buffer) => this.ready.set(name, { buffer, onset: onsetOf(buffer) }))
      .catch((error) => {
        this.budget.blame(address);
        log.add('warning', 'sound', `${clip.file}: ${String(error)}`);
      })
      .then(() => {
        this.loading.delete(name);
        this.fetchNext();
        if (!this.loading.size) this.loaded();
      });
  }
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}
