/** Recorded clips, played one after another on the audio clock. */
import { log } from '../../../tv/log';
import { type RequestBudget, requestBudget } from '../../requestBudget';
import type { Launched } from '../sound/lookahead';
import type { SoundOutput } from '../sound/output';
import type { ClipIndex } from './clipIndex';
import type { Line, Speaker } from './speaker';

/** Silence between two clips of one line, and between two of its sentences; seconds. */
const JOINT = 0.03;
/** Quieter than this at a clip's beginning is silence, of full scale. */
const SILENCE = 0.02;

/**
 * Clips fetched at once. A browser opens six connections to a server, and an exercise has some twenty
 * clips: more of them would make the video wait (measured: 100 ms from OK to the first frame).
 */
const TOGETHER = 2;

/** A clip as sound, and where in it the voice begins, seconds. */
interface Decoded {
  buffer: AudioBuffer;
  onset: number;
}

/** Encoders and recordists leave silence before the voice: a count must not be late by it. */
function onsetOf(buffer: AudioBuffer): number {
  const samples = buffer.getChannelData(0);
  const at = samples.findIndex((sample) => Math.abs(sample) > SILENCE);
  return at > 0 ? at / buffer.sampleRate : 0;
}

/** The old way with callbacks is the only one on sets before Chromium 49. */
const decode = (context: BaseAudioContext, bytes: ArrayBuffer): Promise<AudioBuffer> =>
  new Promise((resolve, reject) => {
    context.decodeAudioData(bytes, resolve, reject)?.catch(reject);
  });

export class ClipSpeaker implements Speaker {
  private readonly ready = new Map<string, Decoded>();
  private readonly loading = new Set<string>();
  /** Still to be fetched, in the order in which they are needed. */
  private waiting: string[] = [];

  /**
   * @param folder address of the index's folder, with its closing slash
   * @param load fetches a file's bytes; rejects when it isn't there
   */
  constructor(
    private readonly index: ClipIndex,
    private readonly folder: string,
    private readonly output: SoundOutput,
    /** Called when all that was asked for has been loaded. */
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
    // A decoded second is some 190 KB: only one exercise's clips are kept.
    for (const name of this.ready.keys()) if (!wanted.has(name)) this.ready.delete(name);
    this.waiting = [...wanted].filter((name) => !this.ready.has(name));
    this.fetchNext();
  }

  setVolume(): void {
    // Clips go through the output, whose volume it is.
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
          // One that is over may refuse to be stopped again, on old engines.
          try {
            source.stop();
          } catch {
            // It is silent, which is what was asked.
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
    // Whoever misses a clip plans anew, and would ask for it at every line.
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
