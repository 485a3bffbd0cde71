/**
 * The language of the shipped scripts. The bundler leaves syntax (optional chaining, say) that stops
 * a television of 2020 at its first line, and so does Lightning's own file (`docs/decisions/015`).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** ECMAScript edition that each shipped script keeps to. */
export const EDITION = 2015;

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

/** The same script in the edition's language. */
function rewrite(script: string): string {
  const { code } = transformSync(script, {
    target: `es${EDITION}`,
    minify: true,
    legalComments: 'inline',
  });
  const shared = globalsOf(script).map((name) => `self.${name}=${name};`);
  // In a function of its own: what esbuild adds at the top gets a short name, which another script
  // may have chosen for something else.
  return `${HEAD.exec(script)?.[0] ?? ''}(function(){${code}\n${shared.join('')}}).call(this);\n`;
}

/**
 * Rewrites the scripts below a folder that aren't of the edition.
 * @throws Error, a sentence for each, where one still isn't
 */
export function toEdition(folder: string): void {
  for (const path of scriptsIn(folder)) {
    const file = join(folder, path);
    const script = readFileSync(file, 'utf8');
    if (syntaxProblem(script) !== undefined) writeFileSync(file, rewrite(script));
  }
  const left = newerThanEdition(folder);
  if (left.length) throw new Error(left.join('\n'));
}
