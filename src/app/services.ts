/** What the screens work with. Built at the start (`load.ts`), or by a test. */
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
import type { Routines } from './routines';
import type { ScreenMode } from './screenMode';
import type { SessionRequest, Sessions } from './sessions';
import type { UpdateChecker } from './updateChecker';
import type { VideoWindow } from './videoWindow';

/** Where a brochure comes from. */
export type BrochureSource = Pick<Catalogue, 'source' | 'title' | 'translated'>;

/** All brochures together, as the screens use them. */
export interface Library {
  title: string;
  sources: BrochureSource[];
  categories: Category[];
  exercises: Exercise[];
  advice: Advice[];
}

/** Something that could not be read, for the notice on the home screen. */
export interface Problem {
  /** The exercise or file it is about. */
  name: string;
  sentence: string;
  /** It is about a whole file, and the sentence says all there is to say. */
  isFile?: boolean;
  /** Only a film of the centre's own is not shown: the exercise plays on its clips. */
  isFilm?: boolean;
}

/** Everything a page needs from below. */
export interface AppServices {
  /** What the centre has set for its screens. */
  centre: Centre;
  /** Home, or a mode that the screen comes back to by itself. */
  mode: ScreenMode;
  /** Whether the server has something newer. */
  updates: Pick<UpdateChecker, 'look'>;
  /** Those one may choose from. */
  languages: readonly Language[];
  library: Library;
  problems: Problem[];
  media: MediaIndex;
  /** Whose words `t` says; `inLanguage` gives the same services in another. */
  language: Language;
  t: Translate;
  /** What the set remembers. */
  memoryStore: MemoryStore;
  routines: Routines;
  sessions: Sessions;
  video: VideoWindow;
  /** The kind of set. */
  platform: Platform;
  /** Sounds, voice and captions of what plays. */
  narrator: Narrator;
  /** Begins paused where the request says; a group waits for OK and is counted in. */
  createController(request: SessionRequest, events: SessionEvents): SessionControls;
  /** Shows the exercise once, without sound; nothing of it is remembered. */
  createDemonstration(exercise: Exercise, events: DemonstrationEvents): Demonstration;
  /** Plays the exercise in a loop; undefined where it has no video. */
  openPreview(exercise: Exercise, events: PlayerEvents): Player | undefined;
  routineSeconds(routine: Routine): number;
  /** Where the phone page is, as a phone can reach it; undefined where nobody said. */
  phoneAddress: string | undefined;
  /**
   * The same in another language: words and library change, all that lives goes on. Remembers it.
   * @throws Error when its texts can't be loaded; then nothing has changed
   */
  inLanguage(language: Language): Promise<AppServices>;
  /** False while only the day's portion of a large catalogue is there (`src/catalogue/portions.ts`). */
  isWhole: boolean;
  /**
   * The same, read to its end: all exercises are there, all media are checked. What is wrong becomes a problem;
   * where nothing is new, the very same.
   */
  whole(): Promise<AppServices>;
  /** Loads everything anew: for "try again". */
  reload(): void;
}
