/**
 * Checks the syntax of the shipped scripts. Newer syntax (such as optional chaining) stops a television of
 * 2020 at its first line. Letters outside ASCII break where a server declares the page as Latin-1
 * (`docs/decisions/015`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';

/** ECMAScript edition of every shipped script: that of Chromium 76, the oldest supported one. */
export const EDITION = 2019;

/** Paths below a folder of everything that runs there as a script, with forward slashes. */
export const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replace(/\\/g, '/'))
    .sort();

/** The syntax that stops an engine of that edition, in one sentence; undefined without such syntax. */
export function syntaxProblem(script: string): string | undefined {
  try {
    parse(script, { ecmaVersion: EDITION });
    return undefined;
  } catch (error) {
    return `is not ES${EDITION}: ${(error as Error).message}`;
  }
}

/** The letter that breaks as Latin-1, in one sentence; undefined without such a letter. */
export function letterProblem(script: string): string | undefined {
  const [letter] = /[^\n -~\t\r]/u.exec(script) ?? [];
  return (
    letter && `holds "${letter}" (U+${letter.codePointAt(0)?.toString(16)}), which isn't ASCII`
  );
}

/** One sentence for each script below a folder that some set cannot read. */
export const scriptProblems = (folder: string): string[] =>
  scriptsIn(folder).flatMap((path) => {
    const script = readFileSync(join(folder, path), 'utf8');
    const problem = syntaxProblem(script) ?? letterProblem(script);
    return problem ? [`${path}: ${problem}`] : [];
  });

/**
 * Escapes the letters that the bundler leaves in regular expressions (and in licences, where they do no
 * harm).
 */
export const inAscii = (script: string): string =>
  script.replace(
    /[^\n -~\t\r]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
