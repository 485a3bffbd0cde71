/**
 * The language of the shipped scripts. The bundler leaves syntax (optional chaining, say) that stops
 * a television of 2020 at its first line, and so does Lightning's own file (`docs/decisions/015`).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Expression, type ModuleDeclaration, parse, type Statement } from 'acorn';
import { transformSync } from 'esbuild';

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

/**
 * Where functions stand that a script calls, or hands over to be called, as soon as it runs.
 * @returns start and end of each, in its text
 */
function calledAtOnce(script: string): [start: number, end: number][] {
  const inStatements = (statements: readonly (Statement | ModuleDeclaration)[]) =>
    statements.flatMap((one): Expression[] => {
      if (one.type === 'ExpressionStatement') return [one.expression];
      if (one.type !== 'VariableDeclaration') return [];
      return one.declarations.flatMap(({ init }) => init ?? []);
    });
  const inCalls = (expressions: readonly Expression[]): [number, number][] =>
    expressions.flatMap((one) => {
      if (one.type !== 'CallExpression') return [];
      const functions = [one.callee, ...one.arguments].flatMap((part) =>
        part.type === 'FunctionExpression' ? [part] : [],
      );
      return functions.map(({ start, end }): [number, number] => [start, end]);
    });
  return inCalls(inStatements(parse(script, { ecmaVersion: 'latest' }).body));
}

/**
 * The same script with brackets around what is called at once. By them engines know to compile it while
 * the script loads, beside what else is done; else they find out when it runs, and all waits
 * (`docs/decisions/021-speed.md`).
 */
export function bracketed(script: string): string {
  let at = 0;
  const pieces = calledAtOnce(script).flatMap(([start, end]) => {
    if (script[start - 1] === '(' && script[end] === ')') return [];
    const piece = [script.slice(at, start), `(${script.slice(start, end)})`];
    at = end;
    return piece;
  });
  return [...pieces, script.slice(at)].join('');
}

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
  return `${HEAD.exec(script)?.[0] ?? ''}(function(){${bracketed(code)}\n${shared.join('')}}).call(this);\n`;
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
