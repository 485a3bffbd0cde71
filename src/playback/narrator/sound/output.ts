/** The set's loudspeaker: one audio context with one volume control, on sets that have Web Audio. */

import { onGesture } from '../../../tv/gesture';
import { log } from '../../../tv/log';

type ContextType = new () => AudioContext;

interface AudioWindow {
  AudioContext?: ContextType;
  webkitAudioContext?: ContextType;
}

/** Length of a change of volume, seconds, so that it does not click. */
const VOLUME_RAMP = 0.03;
/**
 * How long the context runs on in silence before it is suspended, ms. The audio thread releases stopped nodes
 * only while the context runs (measured: 87 nodes remained; 28 after 0.3 s).
 */
export const SLEEP_AFTER = 2000;
/** A context that reports `running` while its time does not change for this long, seconds, has no loudspeaker. */
const STILL_SECONDS = 0.5;

export class SoundOutput {
  private made: { context: AudioContext; master: GainNode } | undefined;
  private isAwake = false;
  private falling: number | undefined;
  private volume = 1;
  private stopListening: (() => void) | undefined;
  /** The context's time when it last changed, and our clock at that moment; seconds. */
  private moved = { current: Number.NaN, at: 0 };

  /**
   * @param createContext makes an audio context, or undefined where the set has none; absent: the window's own
   * @param now the clock that all times refer to, seconds
   */
  constructor(
    private readonly now: () => number,
    private readonly createContext: ContextType | undefined = (window as unknown as AudioWindow)
      .AudioContext ?? (window as unknown as AudioWindow).webkitAudioContext,
  ) {}

  /** Undefined before `wake`, and where the set has no Web Audio. */
  get context(): AudioContext | undefined {
    return this.made?.context;
  }

  /** The node that all sounds connect to. */
  get input(): AudioNode | undefined {
    return this.made?.master;
  }

  /** False while the set plays no sound: before its first key, while interrupted, or without Web Audio. */
  get canSound(): boolean {
    return this.isAwake && this.made?.context.state === 'running' && this.isMoving;
  }

  /**
   * When a scheduled sound began, as in `Launched`.
   * @param when its time on the context's clock, seconds
   * @param at the same moment on our clock, seconds
   */
  heardAt(when: number, at: number): number | undefined {
    const { context } = this.made ?? {};
    return context && context.currentTime >= when ? at : undefined;
  }

  /** Prepares for sound. Browsers allow sound only after a key or click, so each key and click tries again. */
  wake(): void {
    this.stopListening ??= onGesture(this.resume);
    this.isAwake = true;
    clearTimeout(this.falling);
    this.make();
    this.moved = { current: Number.NaN, at: this.now() };
    this.resume();
  }

  /** Suspends the context after `SLEEP_AFTER` ms. The callers have stopped their sounds. */
  sleep(): void {
    this.isAwake = false;
    this.stopListening?.();
    this.stopListening = undefined;
    clearTimeout(this.falling);
    this.falling = setTimeout(() => {
      this.made?.context.suspend().catch(() => {});
    }, SLEEP_AFTER) as unknown as number;
  }

  /** @param volume 0 to 1 */
  setVolume(volume: number): void {
    this.volume = volume;
    if (!this.made) return;
    const { context, master } = this.made;
    master.gain.setTargetAtTime(loudness(volume), context.currentTime, VOLUME_RAMP);
  }

  /** Converts a time of our clock to the context's clock, seconds. */
  toContext(at: number): number {
    const current = this.made?.context.currentTime ?? 0;
    return Math.max(current, current + at - this.now());
  }

  private get isMoving(): boolean {
    const current = this.made?.context.currentTime ?? 0;
    if (current !== this.moved.current) this.moved = { current, at: this.now() };
    return this.now() - this.moved.at < STILL_SECONDS;
  }

  private make(): void {
    if (this.made || !this.createContext) return;
    try {
      const context = new this.createContext();
      const master = context.createGain();
      master.gain.value = loudness(this.volume);
      master.connect(context.destination);
      // Another app may have used the loudspeaker for a while.
      context.onstatechange = this.resume;
      this.made = { context, master };
    } catch (error) {
      // A set has a limited number of contexts. Without one, the app goes on without sound.
      log.add('warning', 'sound', `No sound: ${String(error)}`);
    }
  }

  private readonly resume = () => {
    const { context } = this.made ?? {};
    if (this.isAwake && context && context.state !== 'running') context.resume().catch(() => {});
  };
}

/** Gain for a volume: equal steps of volume should be heard as equal steps of loudness. */
const loudness = (volume: number): number => volume ** 2;
