/** The services that the screens use. They are built at the start (`loading/loadServices.ts`), or by a test. */
import type { Advice, Catalogue, Category, Exercise } from '../catalogue/types';
import type { SessionControls, SessionEvents } from '../playback/controller/controller';
import type { Demonstration, DemonstrationEvents } from '../playback/demonstration';
import type { MediaIndex } from '../playback/media';
import type { Narrator } from '../playback/narrator/narrator';
import type { Player, PlayerEvents } from '../playback/players/player';
import type { Centre } from '../session/centre/centre';
import type { Routine } from '../session/routine/routine';
import type { Language } from '../texts/languages';
import type { Translate } from '../texts/translate';
import type { MemoryStore } from '../tv/memoryStore';
import type { Platform } from '../tv/platform';
import type { CentreLogo } from './centreLogo';
import type { Routines } from './routines';
import type { ScreenMode } from './screenMode';
import type { SessionRequest, Sessions } from './sessions';
import type { UpdateChecker } from './updateChecker';
import type { VideoWindow } from './videoWindow';

/** The source of a brochure. */
export type BrochureSource = Pick<Catalogue, 'source' | 'title' | 'translated'>;

/** All brochures together, as the screens use them. */
export interface Library {
  title: string;
  sources: BrochureSource[];
  categories: Category[];
  exercises: Exercise[];
  advice: Advice[];
}

/** What a file or entry that could not be read means for the patient. */
export type ProblemKind =
  /** A setting of the centre. */
  | 'centre'
  /** A catalogue that did not come. */
  | 'catalogue'
  /** A catalogue of which only a portion came. */
  | 'cataloguePart'
  /** A catalogue that came, and that is no catalogue. */
  | 'refused'
  /** An exercise of a catalogue; it is left out. */
  | 'exercise'
  /** Another entry of a catalogue. */
  | 'entry'
  /** A centre's own film: the exercise plays on its clips. */
  | 'film'
  /** All films. */
  | 'media'
  /** Some films. */
  | 'mediaPart'
  /** A whole translation. */
  | 'translation'
  /** An entry of a translation. */
  | 'translationPart'
  /** The words of the wished language. */
  | 'language';

/** A file or entry that could not be read. */
export interface Problem {
  kind: ProblemKind;
  /** For staff: it names the file and the place, in English. A patient's screen never shows it. */
  sentence: string;
  /** Id of the exercise that it is about; absent where it has no usable one. */
  exercise?: string;
}

/** Everything that a page needs from the lower layers. */
export interface AppServices {
  /** The settings of the centre. */
  centre: Centre;
  /** The centre's logo; undefined where it has none. */
  logo: Pick<CentreLogo, 'picture' | 'problem'> | undefined;
  /** Home, or a mode to which the screen returns by itself. */
  mode: ScreenMode;
  /** Checks whether the server has something newer. */
  updates: Pick<UpdateChecker, 'look'>;
  /** The languages to choose from. */
  languages: readonly Language[];
  library: Library;
  problems: Problem[];
  media: MediaIndex;
  /** The language of `t`; `inLanguage` gives the services in another one. */
  language: Language;
  t: Translate;
  /** The memory of the set. */
  memoryStore: MemoryStore;
  routines: Routines;
  sessions: Sessions;
  video: VideoWindow;
  /** The kind of set. */
  platform: Platform;
  /** Plays sounds, voice and captions. */
  narrator: Narrator;
  /** Starts a session, paused if the request has a checkpoint. A group's session waits for OK and counts in. */
  createController(request: SessionRequest, events: SessionEvents): SessionControls;
  /** Plays the exercise once, without sound; nothing is saved. */
  createDemonstration(exercise: Exercise, events: DemonstrationEvents): Demonstration;
  /** Plays the exercise in a loop; undefined where it has no video. */
  openPreview(exercise: Exercise, events: PlayerEvents): Player | undefined;
  routineSeconds(routine: Routine): number;
  /** Address of the phone page that a phone can reach; undefined where none is set. */
  phoneAddress: string | undefined;
  /**
   * Gives the services in another language and saves that language. Words and library change; the other
   * services stay the same.
   * @throws Error when its texts can't be loaded; then nothing has changed
   */
  inLanguage(language: Language): Promise<AppServices>;
  /** False while only the day's portion of a large catalogue has been loaded (`src/catalogue/portions.ts`). */
  isWhole: boolean;
  /**
   * Gives the services with all exercises loaded and all media checked; errors become problems. Gives the same
   * object where nothing changed.
   */
  whole(): Promise<AppServices>;
  /** Loads everything again, for "try again". */
  reload(): void;
}
