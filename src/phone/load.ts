/** Loads what the page needs: the same offer, catalogues, words and media as the television. */
import { loadWholeCatalogues } from '../app/loading/loadCatalogues';
import { loadContent } from '../app/loading/loadContent';
import { type AppOffer, fetchSettings, loadOffer } from '../app/loading/loadOffer';
import type { MergedCatalogues } from '../catalogue/merge';
import type { Exercise } from '../catalogue/types';
import type { MediaIndex } from '../playback/media';
import { type CodeBook, codeBook } from '../session/code/codeBook';
import { type Language, SOURCE_LANGUAGE } from '../texts/languages';
import type { Translate } from '../texts/translate';
import { languagesOfSet, pickLanguage } from '../tv/language';
import { log } from '../tv/log';

/** The services of the phone page. */
export interface PhoneServices {
  t: Translate;
  language: Language;
  library: MergedCatalogues;
  exercises: ReadonlyMap<string, Exercise>;
  book: CodeBook;
  media: MediaIndex;
  /** Address of the phone page, for a code on paper; undefined where no phone can reach it. */
  phoneAddress: string | undefined;
  /** True when the centre's own file could not be read: other exercises may be shown than it offers. */
  isCentreUnread: boolean;
  /** Undefined where no centre offers the page, or it gives no name. */
  centreName: string | undefined;
}

/** The visitor's language, since it is their phone; the centre's where that is not offered. */
const languageOf = ({ language, languages }: AppOffer): Language =>
  pickLanguage(languages, [...languagesOfSet(navigator), language]) ??
  languages[0] ??
  SOURCE_LANGUAGE;

/** @throws Error when there are no exercises or no words to show */
export async function load(): Promise<PhoneServices> {
  // Both pages are in a folder below the app's. No file is kept on a visitor's phone.
  const address = new URL('../', location.href).href;
  const offer = await loadOffer(fetchSettings(), { address, storage: window, copy: 'read' });
  for (const { sentence } of offer.problems) log.add('warning', 'phone', sentence);
  const { catalogues, localised, media } = await loadContent(
    languageOf(offer),
    loadWholeCatalogues(offer.catalogues),
  );
  const { language, library, t } = localised;
  const problems = [...catalogues.problems, ...library.problems, ...localised.problems];
  for (const { sentence } of problems) log.add('warning', 'phone', sentence);
  for (const sentence of [...media.problems, ...media.rest()])
    log.add('warning', 'phone', sentence);
  if (!library.exercises.length) throw new Error('no exercises could be loaded');
  return {
    t,
    language,
    library,
    exercises: new Map(library.exercises.map((one) => [one.id, one])),
    book: codeBook(library.exercises),
    media: media.media,
    phoneAddress: offer.phoneAddress,
    // A page without a network says nothing: it can't know whether there is such a file.
    isCentreUnread: offer.isUnread && navigator.onLine !== false,
    centreName: offer.centre.name,
  };
}
