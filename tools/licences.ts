/**
 * Lists the licences of the packages that are in the build. A package without a licence's text, or with a
 * licence outside the list, stops the build.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Licensed {
  name: string;
  version: string;
  /** Name of the licence, from the package. */
  licence: string;
  /** Full text of licence and notices. */
  text: string;
}

/** Licences that allow distribution with a program under the Apache License 2.0. */
export const ALLOWED = [
  'Apache-2.0',
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'Unlicense',
];

/** Packages that are shipped as separate files. */
const ASIDE = ['@lightningjs/core', 'hls.js', '@fontsource/lexend', 'feather-icons'];

/** Other names of the same licences. */
const MEANT: Readonly<Record<string, string>> = {
  apache: 'Apache-2.0',
  'Apache-2': 'Apache-2.0',
};

/** Libraries inside hls.js's file, which are no packages here. */
const WITHIN: readonly Licensed[] = [
  {
    name: 'eventemitter3 (within hls.js)',
    version: '5',
    licence: 'MIT',
    text: `The MIT License (MIT)

Copyright (c) 2014 Arnout Kazemier

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  },
  {
    name: 'url-toolkit (within hls.js)',
    version: '2',
    licence: 'Apache-2.0',
    text: "https://github.com/tjenkinson/url-toolkit. The licence's text is hls.js's own, in this file.",
  },
];

/** Packages of the scripts' source files, and the separate ones. @param sources paths of the source files */
export function packagesOf(sources: readonly string[]): string[] {
  const names = sources.flatMap((source) => {
    const path = source.split('node_modules/').pop();
    if (path === undefined || path === source) return [];
    const [first = '', second = ''] = path.split('/');
    return [first.startsWith('@') ? `${first}/${second}` : first];
  });
  return [...new Set([...names, ...ASIDE])].sort();
}

/**
 * A package's licence with its text.
 * @param modules the folder node_modules
 * @throws Error, one sentence, for a package without a text or with another licence
 */
export function licenceOf(modules: string, name: string): Licensed {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    license?: string;
    version: string;
  };
  const licence = MEANT[about.license ?? ''] ?? about.license ?? 'none';
  if (!ALLOWED.includes(licence)) {
    throw new Error(`${name}: its licence (${licence}) is not one of ${ALLOWED.join(', ')}`);
  }
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (!files.some((file) => !/^notice/i.test(file))) {
    throw new Error(`${name}: has no licence text in its package`);
  }
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return { name, version: about.version, licence, text };
}

/** The list and the texts in one file. */
export function licencesText(shipped: readonly Licensed[]): string {
  const list = shipped.map(({ licence, name, version }) => `${name} ${version}: ${licence}`);
  const texts = shipped.map(
    ({ licence, name, text, version }) => `${name} ${version}\n${licence}\n\n${text}`,
  );
  const head = 'Beweeg mee is under the Apache License 2.0. It is shipped with:';
  return `${[head, list.join('\n'), ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The licences of a build.
 * @param modules the folder node_modules
 * @param sources paths of the scripts' source files
 */
export const shippedWith = (modules: string, sources: readonly string[]): Licensed[] =>
  [...packagesOf(sources).map((name) => licenceOf(modules, name)), ...WITHIN].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
