/**
 * Writes playlists as files for sets that play HLS only by themselves: each exercise and variant at the
 * catalogue's dose, whole and with one set (as in today's routine), with every preparation; and its preview.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dose, Exercise } from '../src/catalogue/types';
import { mediaKey, withVariant } from '../src/catalogue/variant';
import { readMediaIndex } from '../src/playback/media';
import { readyMade } from '../src/playback/players/builtPlaylists';
import { oneSet } from '../src/session/choosing/routineFit';
import { PREPARATION_SECONDS } from '../src/session/routine/preparation';
import { compileTimeline } from '../src/timeline/compile';
import { briefDoses, PREVIEW_WAIT_SECONDS } from '../src/timeline/dose';
import type { Timeline } from '../src/timeline/types';
import { filesOfSettings, readLibrary } from './catalogue/files';

const INDEX = 'media/index.json';

/** Every timeline of an exercise that the app plays on its own at normal pace. */
function ownTimelines(exercise: Exercise): Timeline[] {
  const doses: (Dose[] | undefined)[] = [undefined, oneSet(exercise)];
  const preparations = Object.values(PREPARATION_SECONDS);
  const lay = (preparationSeconds: number, own?: Dose[]) =>
    compileTimeline(exercise, { preparationSeconds, ...(own ? { doses: own } : {}) });
  return [
    ...preparations.flatMap((seconds) =>
      doses.flatMap((own, at) => (at > 0 && !own ? [] : [lay(seconds, own)])),
    ),
    lay(PREVIEW_WAIT_SECONDS, briefDoses(exercise)),
  ];
}

/** Every exercise with each of its variants. */
const shownIn = (exercises: Iterable<Exercise>): Exercise[] =>
  [...exercises].flatMap((exercise) => [
    exercise,
    ...exercise.variants.map(({ id }) => withVariant(exercise, id)),
  ]);

/**
 * Writes the playlists beside the clips, and their names into the media index.
 * @param project folder with `settings.json`
 * @param folder the built `static/`
 * @returns number of playlists
 */
export function layPlaylists(project: string, folder: string): number {
  const file = join(folder, INDEX);
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8');
  const index = JSON.parse(text) as { exercises: Record<string, { playlists?: string[] }> };
  const { media } = readMediaIndex(text, INDEX);
  const { library } = readLibrary(filesOfSettings(project));
  let count = 0;
  for (const exercise of shownIn(library.exercises)) {
    const key = mediaKey(exercise);
    const own = media.exercises[key];
    const entry = index.exercises[key];
    if (!own || !entry || exercise.recorded) continue;
    const made = new Map(
      ownTimelines(exercise).flatMap((timeline) => {
        const one = readyMade(timeline, own);
        return one ? [[one.name, one] as const] : [];
      }),
    );
    for (const one of made.values()) writeFileSync(join(folder, one.path), one.text);
    entry.playlists = [...made.keys()];
    count += made.size;
  }
  writeFileSync(file, JSON.stringify(index));
  return count;
}
