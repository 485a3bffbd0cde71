/**
 * Loads everything that the screens need and creates the services. The home screen tells each problem; the app
 * always opens.
 */

import nl from '../../../static/texts/nl.json';
import type { Narrator } from '../../playback/narrator/narrator';
import { suffices } from '../../session/choosing/loadedCatalogues';
import { type Language, SOURCE_LANGUAGE } from '../../texts/languages';
import { createMemoryStore } from '../../tv/createMemoryStore';
import { languagesOfSet, pickLanguage } from '../../tv/language';
import { warnOf } from '../../tv/log';
import type { MemoryStore } from '../../tv/memoryStore';
import { platformOf, type SetWindow } from '../../tv/platform';
import { holderFor, ScreenSaver } from '../../tv/screenSaver';
import { browserStore } from '../../tv/storage';
import { CentreLogo } from '../centreLogo';
import { createAppNarrator, createPlayback } from '../createPlayback';
import { awake } from '../keepAwake';
import { Routines } from '../routines';
import { ScreenMode } from '../screenMode';
import type { AppServices } from '../services';
import { Sessions } from '../sessions';
import { UpdateChecker } from '../updateChecker';
import { createVideoWindow } from '../videoWindow';
import { Content } from './content';
import { CurrentServices, type LastingServices } from './currentServices';
import { completed, loadCatalogues, readBesides } from './loadCatalogues';
import { type LoadedContent, loadContent, MEDIA_INDEX } from './loadContent';
import type { AppOffer } from './loadOffer';
import { loadWords } from './loadWords';
import { loadLocalisedLibrary } from './localisedLibrary';
import { staticAddress } from './staticFolder';

/** The first offered language of these: the one chosen on the set, the centre's, the set's own. */
function firstLanguage({ language, languages }: AppOffer, { memory }: MemoryStore): Language {
  const wanted = [memory.settings.language, language, ...languagesOfSet(navigator)];
  return pickLanguage(languages, wanted) ?? languages[0] ?? SOURCE_LANGUAGE;
}

/** Loads the catalogues; of a large one only the day's portion, where home needs no more. */
async function readFirst(offer: AppOffer, memoryStore: MemoryStore, language: Language) {
  const { catalogues, centre, portions } = offer;
  const day = memoryStore.today();
  const { memory } = memoryStore;
  const begun = await loadCatalogues(catalogues, portions, day);
  const isEnough = suffices(begun, { language, centre, day, memory });
  return isEnough ? begun : completed(begun, catalogues);
}

/** Creates the services that stay the same in every language. */
function createLasting(
  content: Content,
  { centre, languages, phoneAddress }: AppOffer,
  memoryStore: MemoryStore,
  narrator: () => Narrator,
): LastingServices {
  const { exercises, media } = content;
  const set = window as unknown as SetWindow;
  const platform = platformOf(set);
  const video = createVideoWindow();
  const mode = new ScreenMode(centre, browserStore(window));
  const saver = new ScreenSaver(holderFor(platform, set));
  const listener = () => awake(narrator(), saver);
  return {
    centre,
    logo: centre.logo === undefined ? undefined : new CentreLogo(centre.logo),
    languages,
    phoneAddress,
    platform,
    mode,
    media,
    memoryStore,
    video,
    updates: new UpdateChecker({
      ask: (address, options) => fetch(address, options),
      asset: (path) => staticAddress(path),
      files: [MEDIA_INDEX, `texts/${content.language}.json`],
      // A portion is replaced when the whole catalogue can be loaded.
      hasContent: () => exercises.size > 0 && !content.isPart,
      log: warnOf('update'),
    }),
    routines: new Routines(memoryStore, exercises, content.routines, {
      isWhole: () => content.isWhole,
      among: (day) => content.among(day),
    }),
    sessions: new Sessions(memoryStore, exercises),
    ...createPlayback({
      centre,
      exercises,
      listener,
      media,
      memoryStore,
      mode,
      video,
      log: warnOf('media'),
    }),
    reload: () => window.location.reload(),
  };
}

function createServices(first: LoadedContent, offer: AppOffer, memoryStore: MemoryStore) {
  const content = new Content(first, offer, warnOf('files'));
  let made: Narrator | undefined;
  const narrator = () => (made ??= createAppNarrator(memoryStore, () => content, warnOf('sound')));
  return new CurrentServices({
    content,
    lasting: createLasting(content, offer, memoryStore, narrator),
    narrator,
    catalogues: first.catalogues,
    complete: (known) => completed(known, offer.catalogues, readBesides),
    localise: (language, loaded, words) =>
      loadLocalisedLibrary(language, Promise.resolve(loaded), words ?? loadWords(language, nl)),
    remember: (language) =>
      memoryStore.change((memory) => ({
        ...memory,
        settings: { ...memory.settings, language },
      })),
  });
}

/**
 * Loads everything and creates the services. Never throws.
 * @param offer the offer of the centre's files
 */
export async function loadServices(offer: AppOffer): Promise<AppServices> {
  const memoryStore = createMemoryStore(window, warnOf('memory'));
  const language = firstLanguage(offer, memoryStore);
  const first = await loadContent(language, readFirst(offer, memoryStore, language), nl);
  return createServices(first, offer, memoryStore).now;
}
