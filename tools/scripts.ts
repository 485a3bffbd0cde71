/**
 * The language of the shipped scripts. Newer syntax (optional chaining, say) stops a television of 2020 at
 * its first line, and other letters than ASCII where a server says that a page is in Latin-1
 * (`docs/decisions/015`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';

/** ECMAScript edition that each shipped script keeps to: that of Chromium 76, the oldest claimed. */
export const EDITION = 2019;

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

/** What a server that says "Latin-1" would spoil: one sentence, or undefined where there is nothing. */
export function letterProblem(script: string): string | undefined {
  const [letter] = /[^\n -~\t\r]/u.exec(script) ?? [];
  return (
    letter && `holds "${letter}" (U+${letter.codePointAt(0)?.toString(16)}), which isn't ASCII`
  );
}

/** One sentence for each script below a folder that some set can't read. */
export const scriptProblems = (folder: string): string[] =>
  scriptsIn(folder).flatMap((path) => {
    const script = readFileSync(join(folder, path), 'utf8');
    const problem = syntaxProblem(script) ?? letterProblem(script);
    return problem ? [`${path}: ${problem}`] : [];
  });

/** The bundler leaves other letters in regular expressions (and in licences, where it does no harm). */
export const inAscii = (script: string): string =>
  script.replace(
    /[^\n -~\t\r]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
