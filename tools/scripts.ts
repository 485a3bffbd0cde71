/**
 * The language of the shipped scripts. The bundler leaves syntax (optional chaining, say) that stops
 * a television of 2020 at its first line, and so does Lightning's own file (`docs/decisions/015`).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { bracketed, bracketedAt } from './start/brackets';
import called from './start/called.json';
import { type TopFunction, topFunctions } from './start/functions';

/** ECMAScript edition that each shipped script keeps to: that of Chromium 76, the oldest claimed. */
export const EDITION = 2019;

/** What a script says of itself before its first line; a licence (`/*!`) is kept anyway. */
const HEAD = /^\s*\/\*(?!!)[\s\S]*?\*\/\s*/;

/** Paths below a folder of everything that is run there as a script, slashes forward. */
export const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replace(/\\/g, '/'))
    .sort();

/** What stops an engine of that edition: one sentence, or undefined where nothing does. */
export function syntaxProblem(script: string): string | undefined {
  try {
    parse(script, { ecmaVersion: EDITION });
    return undefined;
  } catch (error) {
    return `is not ES${EDITION}: ${(error as Error).message}`;
  }
}

/** One sentence for each script below a folder that isn't of the edition. */
export const newerThanEdition = (folder: string): string[] =>
  scriptsIn(folder).flatMap((path) => {
    const problem = syntaxProblem(readFileSync(join(folder, path), 'utf8'));
    return problem ? [`${path}: ${problem}`] : [];
  });

/** Names that a script puts on the window by declaring them at its top. */
const globalsOf = (script: string): string[] =>
  parse(script, { ecmaVersion: 'latest' }).body.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [node.id.name];
    if (node.type !== 'VariableDeclaration' || node.kind !== 'var') return [];
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  });

/** Names of functions that are called until the first focus (`start/record.ts`), by script. */
const CALLED: Record<string, ReadonlySet<string>> = { 'appBundle.js': new Set(called) };

/** Newest Chromium compiles all of such a script while it loads; to others it is a comment. */
const COMPILE_ALL = '//# allFunctionsCalledOnLoad\n';

/** Most of what is called of it are methods, which no bracket can tell of. */
const COMPILED_WHOLE: readonly string[] = ['lib/lightning.js'];

const kindsOf = (functions: readonly TopFunction[]): string =>
  functions.map(({ declared, parameters }) => `${declared ? 'd' : 'e'}${parameters}`).join();

/**
 * The same script in fewer letters, with brackets around the functions of these names.
 * @throws Error where the functions of the shorter script are not those of the longer one
 */
function shortened(script: string, names: ReadonlySet<string>): string {
  const short = transformSync(script, {
    target: `es${EDITION}`,
    minify: true,
    legalComments: 'inline',
  }).code;
  const before = topFunctions(script);
  if (kindsOf(before) !== kindsOf(topFunctions(short)))
    throw new Error('a script’s functions are no longer the same ones when it is shortened');
  const chosen = before.flatMap(({ name }, at) => (names.has(name) ? [at] : []));
  return bracketedAt(short, new Set(chosen));
}

/** The same script in the edition's language. @param names of functions to be compiled early */
function rewrite(script: string, names: ReadonlySet<string>, isReadable: boolean): string {
  const { code } = transformSync(script, {
    target: `es${EDITION}`,
    minifySyntax: true,
    legalComments: 'inline',
  });
  const shared = globalsOf(script).map((name) => `self.${name}=${name};`);
  const body = isReadable ? code : bracketed(shortened(code, names));
  // In a function of its own: what esbuild adds at the top gets a short name, which another script
  // may have chosen for something else.
  return `${HEAD.exec(script)?.[0] ?? ''}(function(){${body}\n${shared.join('')}}).call(this);\n`;
}

/**
 * Rewrites the scripts below a folder that aren't of the edition.
 * @param isReadable as they were written, with all names: for `start/record.ts`
 * @throws Error, a sentence for each, where one still isn't
 */
export function toEdition(folder: string, isReadable = false): void {
  for (const path of scriptsIn(folder)) {
    const file = join(folder, path);
    const script = readFileSync(file, 'utf8');
    const isOfEdition = syntaxProblem(script) === undefined;
    const head = COMPILED_WHOLE.includes(path) ? COMPILE_ALL : '';
    const body = isOfEdition ? script : rewrite(script, CALLED[path] ?? new Set(), isReadable);
    if (!isOfEdition || head) writeFileSync(file, `${head}${body}`);
  }
  const left = newerThanEdition(folder);
  if (left.length) throw new Error(left.join('\n'));
}
