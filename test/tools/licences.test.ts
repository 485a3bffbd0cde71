/** Tests that every shipped package has a licence that allows distribution, with its text. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ALLOWED, licenceOf, licencesText, packagesOf, shippedWith } from '../../tools/licences';

const MODULES = join(import.meta.dirname, '../../node_modules');
const SOURCES = [
  '../node_modules/@lightningjs/sdk/src/Log/index.js',
  '../node_modules/@lightningjs/sdk/node_modules/deepmerge/dist/cjs.js',
  '../node_modules/valibot/dist/index.mjs',
  '../src/App.ts',
];

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pack = (name: string, about: object, text?: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ version: '1.0.0', ...about }));
  if (text) writeFileSync(join(folder, name, 'LICENSE'), text);
};

it('tells, in the build, of every script: the service worker’s parts too', () => {
  const told = readFileSync(join(import.meta.dirname, '../../build/licences.txt'), 'utf8');
  for (const name of ['workbox-core', 'workbox-precaching', '@lightningjs/sdk', 'valibot', 'uqr']) {
    expect(told).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'));
  }
});

it('finds what is in a bundle and what lies beside it', () => {
  expect(packagesOf(SOURCES)).toEqual([
    '@fontsource/lexend',
    '@lightningjs/core',
    '@lightningjs/sdk',
    'deepmerge',
    'feather-icons',
    'hls.js',
    'valibot',
  ]);
});

it('lists each of them with its whole text', () => {
  const shipped = shippedWith(MODULES, SOURCES);
  for (const { licence, text } of shipped) {
    expect(ALLOWED).toContain(licence);
    expect(text.length).toBeGreaterThan(50);
  }
  const file = licencesText(shipped);
  expect(file).toContain('hls.js 1.7.4: Apache-2.0');
  expect(file).toContain('@fontsource/lexend 5.3.0: OFL-1.1');
  expect(file).toContain('SIL OPEN FONT LICENSE');
  expect(file).toContain('Brightcove');
});

it('stops at a licence that is not allowed, at none, and at a missing text', () => {
  pack('strict', { license: 'AGPL-3.0' }, 'text');
  pack('silent', {}, 'text');
  pack('bare', { license: 'MIT' });
  expect(() => licenceOf(folder, 'strict')).toThrow('strict: its licence (AGPL-3.0) is not one of');
  expect(() => licenceOf(folder, 'silent')).toThrow('silent: its licence (none) is not one of');
  expect(() => licenceOf(folder, 'bare')).toThrow('bare: has no licence text in its package');
});
