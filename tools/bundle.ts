/**
 * Writes the bundler's output (`esbuild.es6.config.js`) as two scripts. `appBundle.js` contains what home
 * needs; `secondScript.js` contains the rest (`src/app/loading/secondScript.ts`), and takes shared modules
 * from the first. No module is in both.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildResult, build, type Plugin } from 'esbuild';
import { EDITION, inAscii } from './scripts';

/** Global object in which a script leaves its exports for later scripts. */
const PARTS = 'beweegMeeParts';

/** File beside the scripts that lists their source files; `licences.txt` is made from it. */
export const SOURCES = 'sources.json';

/**
 * Leaves Lightning out of the bundle: a separate script puts it on the window. `lng` has its own setting for
 * that.
 */
export const lightningApart: Plugin = {
  name: 'lightning apart',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@lightningjs\/core$/ }, ({ path }) => ({ path, namespace: 'window' }));
    onLoad({ filter: /.*/, namespace: 'window' }, () => ({
      contents: 'export default window.lng',
    }));
  },
};

/** Words that only the phone page and the printed sheet say. They read their words from the server. */
const OF_PHONE = /^(phone|sheet)\./;

/** Leaves the phone's words out of the Dutch that a television has in its script. */
export const wordsOfTelevision: Plugin = {
  name: 'words of the television',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]static[\\/]texts[\\/]nl\.json$/ }, ({ path }) => {
      const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      const own = Object.entries(texts).filter(([key]) => !OF_PHONE.test(key));
      return { contents: JSON.stringify(Object.fromEntries(own)), loader: 'json' };
    });
  },
};

/** The bundler's output, by the names in their imports. */
type Modules = Readonly<Record<string, string>>;

/** Gives the bundler modules from its own output. */
const fromMemory = (modules: Modules): Plugin => ({
  name: 'from memory',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /.*/ }, ({ path }) =>
      modules[path] === undefined ? { path, external: true } : { path, namespace: 'made' },
    );
    onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: modules[path] ?? '' }));
  },
});

/**
 * Turns modules into one classic script, since engines refuse modules in a page from a file. The imported
 * scripts must have run before; a script of another build does not find them, and stops.
 * @param exports the exports, as source
 * @param name name for imports by other scripts
 * @param globalName name of the exports on the window
 */
async function classic(exports: string, modules: Modules, name: string, globalName?: string) {
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir: '/' },
    plugins: [fromMemory(modules)],
    bundle: true,
    write: false,
    format: 'cjs',
    target: `es${EDITION}`,
    charset: 'ascii',
    minify: true,
    legalComments: 'inline',
  });
  const find =
    'require=function(name){if(!parts[name])throw new Error(name+" is of another build");return parts[name]}';
  const share = `parts[${JSON.stringify(name)}]=module.exports;`;
  const tell = globalName ? `self.${globalName}=module.exports;` : '';
  const body = inAscii(outputFiles[0]?.text ?? '');
  return `(function(parts){"use strict";var module={},${find};${body}${share}${tell}})(self.${PARTS}=self.${PARTS}||{});\n`;
}

/** @returns the texts of the two scripts, by file name @throws Error when the bundler made other files */
async function scriptsOf({ metafile, outputFiles }: BuildResult, globalName?: string) {
  const entries = Object.values(metafile?.outputs ?? {}).map(({ entryPoint }) => entryPoint);
  const names = (outputFiles ?? []).map(({ path }) => `./${basename(path)}`);
  const [first, second] = names.filter((_, at) => entries[at]);
  const [shared, ...more] = names.filter((_, at) => !entries[at]);
  if (!first || !second || !shared || more.length)
    throw new Error(`Expected two scripts and what they share, not ${names.join(', ')}`);
  const modules: Modules = Object.fromEntries(
    (outputFiles ?? []).map(({ text }, at) => [names[at], text]),
  );
  const both = `export * from "${shared}"; export { default } from "${first}";`;
  const { [second]: own = '' } = modules;
  return {
    [basename(first)]: await classic(both, modules, shared, globalName),
    [basename(second)]: await classic(`import "${second}";`, { [second]: own }, second),
  };
}

/** Writes the scripts and the list of their sources. @throws Error when the bundler warned */
export const writeScripts: Plugin = {
  name: 'classic scripts',
  setup({ initialOptions: { globalName, outdir = '' }, onEnd }) {
    onEnd(async (result) => {
      if (result.errors.length) return;
      if (result.warnings.length)
        throw new Error(result.warnings.map(({ text }) => text).join('\n'));
      mkdirSync(outdir, { recursive: true });
      for (const [name, text] of Object.entries(await scriptsOf(result, globalName)))
        writeFileSync(join(outdir, name), text);
      const sources = Object.keys(result.metafile?.inputs ?? {});
      writeFileSync(join(outdir, SOURCES), JSON.stringify(sources));
    });
  },
};
