/**
 * Tests the two scripts of one pass: shared modules are only in the first, and the second uses them from
 * there.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES, wordsOfTelevision, writeScripts } from '../../tools/bundle';
import { scriptProblems } from '../../tools/scripts';

const SOURCE = {
  'shared.ts': 'export const made: string[] = []; made.push("shared"); export const é = /é/;',
  'index.ts': 'import { é, made } from "./shared"; export default () => [é.test("é"), ...made];',
  'secondScript.ts': 'import { made } from "./shared"; made.push("second");',
};

const NL = join(import.meta.dirname, '../../static/texts/nl.json');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));

/** Builds the scripts of these sources, by name. */
async function scripts(name: string, sources: Record<string, string>) {
  const root = join(folder, name);
  const outdir = join(root, 'out');
  mkdirSync(root);
  for (const [file, text] of Object.entries(sources)) writeFileSync(join(root, file), text);
  await build({
    entryPoints: { appBundle: join(root, 'index.ts'), secondScript: join(root, 'secondScript.ts') },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    globalName: 'APP_test',
    plugins: [wordsOfTelevision, writeScripts],
    logLevel: 'silent',
  });
  const read = (file: string) => readFileSync(join(outdir, file), 'utf8');
  return {
    outdir,
    first: read('appBundle.js'),
    second: read('secondScript.js'),
    sources: JSON.parse(read(SOURCES)) as string[],
  };
}

let made: Awaited<ReturnType<typeof scripts>>;

beforeAll(async () => {
  made = await scripts('app', SOURCE);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A page that ran these scripts, one after another. */
function page(...texts: string[]) {
  const self: { APP_test?: { default(): unknown[] } } = {};
  for (const text of texts) runInNewContext(text, { self });
  return self;
}

it('the first runs without the second', () => {
  expect(page(made.first).APP_test?.default()).toEqual([true, 'shared']);
});

it('both work with the same module, which ran once', () => {
  expect(page(made.first, made.second).APP_test?.default()).toEqual([true, 'shared', 'second']);
});

it('the second of another build does nothing', async () => {
  const other = await scripts('other', {
    ...SOURCE,
    'shared.ts': `${SOURCE['shared.ts']} made.push("more");`,
  });
  expect(() => page(made.first, other.second)).toThrow('is of another build');
});

it('no module is in both', () => {
  const words = (script: string) => script.split('"shared"').length - 1;
  expect([words(made.first), words(made.second)]).toEqual([1, 0]);
});

it('every set can read them, whatever letters stand in them', () => {
  expect(scriptProblems(made.outdir)).toEqual([]);
});

it('tells which sources are in them', () => {
  expect(made.sources.map((path) => path.split('/').pop()).sort()).toEqual(
    Object.keys(SOURCE).sort(),
  );
});

it('stops where the bundler warns', async () => {
  await expect(
    scripts('warned', {
      ...SOURCE,
      'secondScript.ts': 'import { made } from "./shared"; made === NaN;',
    }),
  ).rejects.toThrow('NaN');
});

it('a television has no words in its script that only the phone says, and says none of them', async () => {
  const { first } = await scripts('words', {
    ...SOURCE,
    'index.ts': `import nl from ${JSON.stringify(NL)}; import { made } from "./shared"; export default () => [nl, made];`,
  });
  const said = page(first).APP_test?.default()[0] as Record<string, string>;
  const own = Object.entries(JSON.parse(readFileSync(NL, 'utf8')) as Record<string, string>);
  const phone = own.filter(([key]) => /^(phone|sheet)\./.test(key));
  expect(phone.length).toBeGreaterThan(10);
  expect(said).toEqual(Object.fromEntries(own.filter((one) => !phone.includes(one))));
  const source = join(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('phone'),
  );
  expect(files.length).toBeGreaterThan(200);
  const saying = files.filter((file) =>
    /['"`](phone|sheet)\./.test(readFileSync(join(source, file), 'utf8')),
  );
  expect(saying).toEqual([]);
});
