/** Tests that app, packages and pages share one version number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

it.each(['metadata.json', 'package-lock.json'])('%s has the version of package.json', (name) => {
  expect((JSON.parse(read(name)) as { version: string }).version).toBe(version);
});

it('the changelog begins with it', () => {
  const headings = read('CHANGELOG.md').match(/^## .+$/gm) ?? [];
  expect(headings[0]).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`));
});
