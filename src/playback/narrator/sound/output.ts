/** The set's loudspeaker: one audio context, where the set has any, behind one volume. */

import { onGesture } from '../../../tv/gesture';
import { log } from '../../../tv/log';

type ContextType = new () => AudioContext;

interface AudioWindow {
  AudioContext?: ContextType;
  webkitAudioContext?: ContextType;
}

/** Seconds in which a change of volume is made, so that it doesn't click. */
const VOLUME_RAMP = 0.03;
/**
 * What was stopped is let go by the thread that plays: asleep it would keep it until the next session
 * (87 nodes were counted; 28 when it went on for 0.3 s). So long it goes on in silence, ms.
 */
export const SLEEP_AFTER = 2000;
/** A context that says that it runs, and whose time stands still for so long, seconds, has no loudspeaker. */
const STILL_SECONDS = 0.5;

export class SoundOutput {
  private made: { context: AudioContext; master: GainNode } | undefined;
  private isAwake = false;
  private falling: number | undefined;
  private volume = 1;
  private stopListening: (() => void) | undefined;
  /** The context's time when it was last seen to be another one, and when that was; seconds. */
  private moved = { current: Number.NaN, at: 0 };

  /**
   * @param createContext absent: the window's own; undefined where the set has none
   * @param now the clock that times are given on, seconds
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

  /** What everything is connected to. */
  get input(): AudioNode | undefined {
    return this.made?.master;
  }

  /** False while the set lets no sound out: before its first key, interrupted, without Web Audio. */
  get canSound(): boolean {
    return this.isAwake && this.made?.context.state === 'running' && this.isMoving;
  }

  /**
   * For something that was handed to the context: when it began to sound, as `Launched` tells.
   * @param when on the context's clock; @param at the same on ours
   */
  heardAt(when: number, at: number): number | undefined {
    const { context } = this.made ?? {};
    return context && context.currentTime >= when ? at : undefined;
  }

  /** Gets ready to sound. Browsers let a page sound only after a key or click: each one asks again. */
  wake(): void {
    this.stopListening ??= onGesture(this.resume);
    this.isAwake = true;
    clearTimeout(this.falling);
    this.make();
    this.moved = { current: Number.NaN, at: this.now() };
    this.resume();
  }

  /** Nothing is to sound from here on; whoever plays has stopped it. */
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

  /** A time of our clock as one of the context's, seconds. */
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
      // Another app may have had the loudspeaker for a while.
      context.onstatechange = this.resume;
      this.made = { context, master };
    } catch (error) {
      // Sets hand out only so many contexts; without one everything else goes on.
      log.add('warning', 'sound', `No sound: ${String(error)}`);
    }
  }

  private readonly resume = () => {
    const { context } = this.made ?? {};
    if (this.isAwake && context && context.state !== 'running') context.resume().catch(() => {});
  };
}

/** Ears hear steps of loudness, not of amplitude. */
const loudness = (volume: number): number => volume ** 2;
