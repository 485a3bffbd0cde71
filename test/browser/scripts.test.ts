/** Tests that the built scripts use only the language of the oldest engines that the README claims. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Names, newNames, newNamesBelow } from '../../tools/builtins';
import { KNOWN_TO_BE_NEW } from '../../tools/knownToBeNew';
import { letterProblem, scriptProblems, scriptsIn, syntaxProblem } from '../../tools/scripts';

const BUILD = join(import.meta.dirname, '../../build');

it('finds every script there is', () => {
  expect(scriptsIn(BUILD)).toEqual(
    expect.arrayContaining([
      'appBundle.js',
      'secondScript.js',
      'lib/hls.light.min.js',
      'lib/lightning.js',
      'phone/phone.js',
      'startApp.js',
      'sw.js',
    ]),
  );
});

it.each([
  'a?.b',
  'a ?? b',
  'a ||= b',
  'class A { b = 1 }',
  'class A { #b() {} }',
  '10n',
])('names what an old engine can not read: %s', (script) => {
  expect(syntaxProblem(script)).toMatch(/^is not ES2019: /);
});

it.each(['async () => {}', '({ ...a })', 'try {} catch {}'])('leaves what it can: %s', (script) => {
  expect(syntaxProblem(script)).toBeUndefined();
});

it('names a letter that a server which says Latin-1 would spoil', () => {
  expect(letterProblem('const a = "é";')).toBe('holds "é" (U+e9), which isn\'t ASCII');
  expect(letterProblem('const a = "\\u00e9";\n')).toBeUndefined();
});

it('ships no script that an old engine can not read, or a server can spoil', () => {
  expect(scriptProblems(BUILD)).toEqual([]);
});

it('ships no page and no style that such a server can spoil', () => {
  const found = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(html|css)$/.test(path),
  );
  expect(found).toEqual(
    expect.arrayContaining(['index.html', 'page.css', join('phone', 'index.html')]),
  );
  for (const path of found)
    expect(letterProblem(readFileSync(join(BUILD, path), 'utf8')), path).toBeUndefined();
});

describe('built-ins', () => {
  const names = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../tools/engines/newNames.json'), 'utf8'),
  ) as Names;

  it.each([
    ['a call', 'text.replaceAll("a", "b")', ['replaceAll']],
    ['a call beside a property of that name', 'const a = { at: 1 }; [1].at(0); a.at', ['at']],
    ['a name taken out', 'const { wakeLock } = navigator', ['wakeLock']],
    ['a global', 'structuredClone({})', ['structuredClone']],
    ['a static', 'Object.hasOwn({}, "a")', ['hasOwn']],
    ['a property', 'screen.orientation; dialog.inert = true; dialog.popover', ['popover']],
  ])('names what the oldest engine lacks: %s', (_, script, expected) => {
    expect(newNames([script], names)).toEqual(expected);
  });

  it.each([
    'const a = { at() {} }; a.at()',
    'class A { at() {} }',
    '[1].includes(1)',
  ])('lets pass what a script brings along, and what is old: %s', (script) => {
    expect(newNames([script], names)).toEqual([]);
  });

  it('uses none that the oldest engine lacks, but for those that are asked after first', () => {
    expect(newNamesBelow(BUILD, names)).toEqual(Object.keys(KNOWN_TO_BE_NEW).sort());
  });
});
