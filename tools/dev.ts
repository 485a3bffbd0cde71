/**
 * `npm run dev`: serves the app from its sources, bundles changed files, and reloads every open page at its
 * address. Scripts are readable and have source maps. Both scripts of the app are one here
 * (`tools/bundle.ts` makes two). It does not check types: `npm run types` does.
 */
import {
  copyFileSync,
  existsSync,
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type BuildContext, type BuildOptions, context } from 'esbuild';
import { lightningApart } from './bundle';
import { layFonts, layHls, layIcons } from './lay';
import { layPage, PAGES, scriptOptions } from './pages';
import { portOf, type Served, serve } from './serve';

/** Files and folders of the project from which the app is made. */
const WATCHED = ['src', 'static', 'tools/page', 'settings.json', 'metadata.json'];

/** Wait after a change, since editors write a file in several steps, ms. */
const SETTLED = 40;

const CLIENT = '/dev.js';
const EVENTS = '/dev/events';

/**
 * Script in every page: it reloads the page when the server has another revision, also after a restart of
 * the server.
 */
const clientOf = (revision: string) =>
  `new EventSource(${JSON.stringify(EVENTS)}).onmessage = ({ data }) => {
  if (data !== ${JSON.stringify(revision)}) location.reload();
};
`;

const READABLE = { minify: false, sourcemap: 'linked' } as const;

/** Options for both of the app's scripts in one. */
function appOptions(root: string, out: string): BuildOptions {
  const { identifier } = JSON.parse(readFileSync(join(root, 'metadata.json'), 'utf8'));
  return {
    stdin: {
      contents: 'import "./src/secondScript"; export { default } from "./src/index";',
      resolveDir: root,
    },
    outfile: join(out, 'appBundle.js'),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    format: 'iife',
    globalName: `APP_${String(identifier).replace(/[^\w$]/g, '_')}`,
    // The scripts keep today's syntax, which saves a third of the time.
    target: 'esnext',
    charset: 'ascii',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [lightningApart],
    logLevel: 'error',
  };
}

/** Writes the files that need no bundler: pages, packages' files, and a link to static/. */
function lay(root: string, out: string): void {
  for (const page of PAGES)
    layPage(page, root, out, (text) =>
      text.replace('<script', `<script src="${CLIENT}"></script>\n    <script`),
    );
  layFonts(out);
  layIcons(out);
  for (const file of ['settings.json', 'metadata.json'])
    copyFileSync(join(root, file), join(out, file));
  for (const name of readdirSync(join(root, 'static'))) {
    const link = join(out, 'static', name);
    if (!existsSync(link)) symlinkSync(join(root, 'static', name), link, 'junction');
  }
}

export interface DevOptions {
  /** The folder of the project. */
  root: string;
  /** Port; 0 chooses a free one. */
  port?: number;
  host?: string;
  log?(sentence: string): void;
}

/** @throws Error when the bundler fails; one sentence when the port is taken */
export async function startDev({ root, log, ...where }: DevOptions): Promise<Served> {
  const out = join(root, '.cache/dev');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'lib'), { recursive: true });
  copyFileSync(
    join(root, 'node_modules/@lightningjs/core/dist/lightning.js'),
    join(out, 'lib/lightning.js'),
  );
  layHls(out);
  const options = [
    appOptions(root, out),
    ...PAGES.map((page): BuildOptions => scriptOptions(page, root, out)),
  ];
  const bundlers: BuildContext[] = await Promise.all(
    options.map((one) => context({ ...one, ...READABLE })),
  );
  const build = async () => {
    lay(root, out);
    await Promise.all(bundlers.map((one) => one.rebuild()));
  };
  const dispose = () => Promise.all(bundlers.map((one) => one.dispose()));
  try {
    await build();
  } catch (error) {
    await dispose();
    throw error;
  }

  const started = Date.now();
  let count = 0;
  const revision = () => `${started}.${count}`;
  const pages = new Set<ServerResponse>();
  const tell = (page: ServerResponse) => page.write(`data: ${revision()}\n\n`);
  const served = await serve({
    ...where,
    folder: out,
    hasWorker: false,
    // Media may change too.
    cached: () => 'no-cache',
    intercept(request, response) {
      if (request.url === CLIENT) {
        response.setHeader('Content-Type', 'text/javascript');
        response.setHeader('Cache-Control', 'no-store');
        response.end(clientOf(revision()));
        return true;
      }
      if (request.url !== EVENTS) return false;
      response.setHeader('Content-Type', 'text/event-stream');
      response.setHeader('Cache-Control', 'no-store');
      pages.add(response);
      response.on('close', () => pages.delete(response));
      tell(response);
      return true;
    },
  });

  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const again = async (what: string) => {
    const began = performance.now();
    try {
      await build();
    } catch (error) {
      // The bundler has printed the place. Open pages keep the last working version.
      log?.(`${what}: ${(error as Error).message.split('\n')[0]}`);
      return;
    }
    count += 1;
    for (const page of pages) tell(page);
    log?.(`${what}: ${Math.round(performance.now() - began)} ms`);
  };
  const changed = (what: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => again(what));
    }, SETTLED);
  };
  const watchers: FSWatcher[] = WATCHED.map((path) =>
    watch(join(root, path), { recursive: true }, (_, name) =>
      changed(name === null ? path : `${path}/${name}`),
    ),
  );
  return {
    ...served,
    async close() {
      clearTimeout(timer);
      for (const one of watchers) one.close();
      await working;
      await dispose();
      await served.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { address } = await startDev({
      root: join(import.meta.dirname, '..'),
      port: portOf(process.env.PORT),
      ...(process.env.HOST ? { host: process.env.HOST } : {}),
      log: (sentence) => console.log(sentence),
    });
    console.log(`Beweeg mee runs at ${address} from its sources  (Ctrl+C stops)`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
