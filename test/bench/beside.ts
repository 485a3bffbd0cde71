/**
 * Serves what the bench compares the app with: a bare Lightning app, hls.js alone, and the app with a
 * hundred times as many exercises.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type PlannedExercise, timelineOf } from '../../src/session/routine/plan';
import { buildPlaylist } from '../../src/timeline/playlist';
import { lightningApart } from '../../tools/bundle';
import { type Served, serve } from '../../tools/serve';
import { realMedia } from '../support/catalogue';
import { largeFiles } from '../support/large';
import { BUILD } from './rig';

/** Multiplies the 23 exercises: 230 fill every row, 2,300 are a hundred times as many. */
const TIMES = { more: 10, many: 100 } as const;

const LIGHTNING = join(
  import.meta.dirname,
  '../../node_modules/@lightningjs/core/dist/lightning.min.js',
);

async function bundle(file: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    plugins: [lightningApart],
    tsconfig: join(import.meta.dirname, '../../tsconfig.json'),
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The places in the start script that request the app's own files early and make the canvas. */
const EARLY = [
  ['/^http/.test(location.protocol)', 'false'],
  ['settingsFile.then(canvasEarly)', 'undefined'],
] as const;

/**
 * The app's start script without those places, for a page that has no such files.
 * @throws Error when the start script has changed
 */
async function startWithoutFiles(): Promise<string> {
  let script = await bundle('../../tools/page/startApp.ts', { minify: false });
  for (const [ours, bare] of EARLY) {
    if (!script.includes(ours)) throw new Error(`startApp.ts: expected "${ours}" in it`);
    script = script.replace(ours, bare);
  }
  return script;
}

/** Serves the app's files of a large catalogue below another address. */
const large = (below: string, times: number) =>
  Object.fromEntries(
    Object.entries(largeFiles(times)).map(([path, text]) => [
      `${below}/${path}`,
      ['application/json', text] as [string, string],
    ]),
  );

/** The playlist of an exercise, as the app makes it. */
function playlistOf(planned: PlannedExercise): string {
  const media = realMedia().exercises[planned.exercise.id];
  if (!media?.init) throw new Error(`${planned.exercise.id} has no clips`);
  const { clips, init } = media;
  return buildPlaylist(timelineOf(planned, 1), {
    clip: (name) => `../static/${clips[name]?.file}`,
    init: () => `../static/${init}`,
  });
}

const PLAIN =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><video width="1280" height="720" muted playsinline></video><script src="../lib/hls.light.min.js"></script><script src="page.js"></script>';

/** Serves these below `served.address`: `bare/`, `plain/` (playlist `plain/index.m3u8`), `more/`, `many/`. */
export async function openBeside(planned: PlannedExercise): Promise<Served> {
  const { identifier } = JSON.parse(readFileSync(join(BUILD, 'metadata.json'), 'utf8'));
  const answers: Record<string, [type: string, text: string]> = {
    '/bare/appBundle.js': [
      'text/javascript',
      await bundle('pages/bare.ts', {
        globalName: `APP_${identifier.replace(/[^0-9a-zA-Z_$]/g, '_')}`,
      }),
    ],
    // The file as Lightning's own tools ship it. Our changes to scripts must not make the bare app faster.
    '/bare/lib/lightning.js': ['text/javascript', readFileSync(LIGHTNING, 'utf8')],
    // The bare app reads no files of ours, so its start script must not wait for them.
    '/bare/startApp.js': ['text/javascript', await startWithoutFiles()],
    '/plain/': ['text/html', PLAIN],
    '/plain/page.js': ['text/javascript', await bundle('pages/plainHls.ts')],
    '/plain/index.m3u8': ['application/vnd.apple.mpegurl', playlistOf(planned)],
    ...large('/more', TIMES.more),
    ...large('/many', TIMES.many),
  };
  return serve({
    intercept(request, response) {
      const path = (request.url ?? '').split('?')[0] as string;
      const answer = answers[path];
      if (answer) {
        response.setHeader('Content-Type', answer[0]);
        response.end(answer[1]);
        return true;
      }
      // The built app answers all other requests.
      request.url = path.replace(/^\/(bare|more|many)\//, '/');
      return false;
    },
  });
}
