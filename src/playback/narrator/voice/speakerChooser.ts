/**
 * Chooses the speaker: the set's own engine where it has a voice for the language and can be heard, else
 * recorded clips.
 */
import type { SoundOutput } from '../sound/output';
import { type ClipIndex, readClipIndex } from './clipIndex';
import { ClipSpeaker } from './clipSpeaker';
import { type Engine, EngineSpeaker, voiceFor } from './engineSpeaker';
import type { Speaker } from './speaker';

/** The speakers found for one language. */
interface Found {
  engine?: EngineSpeaker;
  clips?: ClipSpeaker;
  isAsked: boolean;
}

export interface ChooserDeps {
  output: SoundOutput;
  now(): number;
  /** The set's speech engine; undefined where it has none. */
  engine: Engine | undefined;
  /** Address of the folder that holds a folder of clips per language, with its closing slash. */
  folder: string;
  /** Reads a file below the static folder. */
  loadText(path: string): Promise<string>;
  /** One sentence for the log. */
  log(sentence: string): void;
}

/** Keeps one speaker of each kind per language. */
export class SpeakerChooser {
  private readonly found = new Map<string, Found>();
  private changed: () => void = () => {};

  constructor(private readonly deps: ChooserDeps) {
    // Engines list their voices late, some only after a first request.
    deps.engine?.addEventListener?.('voiceschanged', () => this.changed());
  }

  /**
   * @param changed called when another speaker would be returned
   * @returns undefined while there is no speaker for the language
   */
  speaker(language: string, changed: () => void): Speaker | undefined {
    this.changed = changed;
    const found = this.found.get(language) ?? { isAsked: false };
    this.found.set(language, found);
    const { engine, now } = this.deps;
    const voice = engine && !found.engine ? voiceFor(engine, language) : undefined;
    if (engine && voice) {
      found.engine = new EngineSpeaker(engine, voice, now, () => this.changed());
    }
    if (found.engine?.canSpeak) return found.engine;
    if (!found.isAsked) {
      found.isAsked = true;
      this.loadClips(language, found);
    }
    return found.clips;
  }

  private loadClips(language: string, found: Found): void {
    const { deps } = this;
    const folder = `${deps.folder}${language}/`;
    const path = `voice/${language}/index.json`;
    deps
      .loadText(path)
      .then((text): ClipIndex => readClipIndex(text, path))
      .then((index) => {
        found.clips = new ClipSpeaker(index, folder, deps.output, () => this.changed());
        this.changed();
      })
      .catch((error) => deps.log(`No recorded voice: ${String(error)}`));
  }
}
