/** The set's loudspeaker: one audio context, where the set has any, behind one volume. */

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

export class SoundOutput {
  private made: { context: AudioContext; master: GainNode } | undefined;
  private isAwake = false;
  private falling: number | undefined;
  private volume = 1;

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

  /** False while the set lets no sound out: before its first key, or without Web Audio. */
  get canSound(): boolean {
    return this.isAwake && this.made?.context.state === 'running';
  }

  /** Gets ready to sound. Browsers let a page sound only after a key: each key asks again. */
  wake(): void {
    if (!this.isAwake) window.addEventListener('keydown', this.resume, true);
    this.isAwake = true;
    clearTimeout(this.falling);
    this.make();
    this.resume();
  }

  /** Nothing is to sound from here on; whoever plays has stopped it. */
  sleep(): void {
    this.isAwake = false;
    window.removeEventListener('keydown', this.resume, true);
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

  private make(): void {
    if (this.made || !this.createContext) return;
    try {
      const context = new this.createContext();
      const master = context.createGain();
      master.gain.value = loudness(this.volume);
      master.connect(context.destination);
      this.made = { context, master };
    } catch (error) {
      // Sets hand out only so many contexts; without one everything else goes on.
      console.warn(`No sound: ${String(error)}`);
    }
  }

  private readonly resume = () => {
    const { context } = this.made ?? {};
    if (this.isAwake && context && context.state !== 'running') context.resume().catch(() => {});
  };
}

/** Ears hear steps of loudness, not of amplitude. */
const loudness = (volume: number): number => volume ** 2;
