/**
 * Tests the plan of `docs/architecture.md`: imports run downward only, and pure rooms know no screen and no
 * clock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** From the top floor down. A file may import files of its own floor and of every floor below. */
const FLOORS = [
  'index',
  'secondScript',
  'App',
  'ui',
  'phone',
  'app',
  'texts',
  'playback',
  'tv',
  'session',
  'timeline',
  'catalogue',
];
/** The phone's pages use the floors below, like the screens of the television, and import no screen. */
const PHONE = 'phone';

const PURE = ['session', 'timeline', 'catalogue'];

/** Packages that a pure room may import: only the schema library. */
const PURE_PACKAGES = ['valibot'];

/** Names that exist only with a screen, a network or a clock. */
const IMPURE =
  /\b(window|document|navigator|location|localStorage|fetch|XMLHttpRequest|setTimeout|setInterval|requestAnimationFrame|performance|crypto)\b|\bDate\b|\bMath\.random\b/;

interface SourceFile {
  path: string;
  room: string;
  imports: string[];
  identifiers: string[];
}

/** The room of a file: its first folder, or its own name in the top folder. */
const roomOf = (path: string): string => (path.split('/')[0] as string).replace(/\.ts$/, '');

function read(path: string): SourceFile {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(SRC, path), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const imports: string[] = [];
  const identifiers: string[] = [];
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      imports.push((node.moduleSpecifier as ts.StringLiteral).text);
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      imports.push((node.arguments[0] as ts.StringLiteral).text);
    }
    if (ts.isPropertyAccessExpression(node)) {
      // `Math.random` is a use of the name, `one.document` is not.
      if (ts.isIdentifier(node.expression)) {
        identifiers.push(`${node.expression.text}.${node.name.text}`, node.expression.text);
      } else visit(node.expression);
      return;
    }
    if (ts.isIdentifier(node)) identifiers.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, room: roomOf(path), imports, identifiers };
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map(read);

const byPath = new Map(files.map((file) => [file.path, file]));

/** The room that a relative import leads to; undefined for a package or data. */
function leadsTo(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(SRC, resolve(SRC, dirname(file.path), specifier));
  // Data outside src, such as a language file.
  return path.startsWith('..') ? undefined : roomOf(path);
}

it('finds every room of the house', () => {
  expect(files.length).toBeGreaterThan(20);
  const rooms = new Set(files.map((file) => file.room));
  for (const room of rooms) expect(FLOORS).toContain(room);
});

it('imports run downward only', () => {
  const upward: string[] = [];
  for (const file of files) {
    for (const specifier of file.imports) {
      const room = leadsTo(file, specifier);
      if (room === undefined || room === 'types') continue;
      if (FLOORS.indexOf(room) < FLOORS.indexOf(file.room)) {
        upward.push(`${file.path} imports ${specifier}`);
      }
    }
  }
  expect(upward).toEqual([]);
});

it('no room imports the phone page', () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter((specifier) => file.room !== PHONE && leadsTo(file, specifier) === PHONE)
      .map((specifier) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

/** Paths of the files that a file imports, for types too. */
function importedBy(file: SourceFile): string[] {
  return file.imports.flatMap((specifier) => {
    if (!specifier.startsWith('.')) return [];
    const path = relative(SRC, resolve(SRC, dirname(file.path), specifier));
    return [`${path}.ts`, `${path}/index.ts`].filter((one) => byPath.has(one));
  });
}

/** The first circle of imports, as paths from a file back to itself; undefined without a circle. */
function circleFrom(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (finished.has(path)) return undefined;
    way.push(path);
    for (const next of graph.get(path) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    way.pop();
    finished.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const found = visit(path);
    if (found) return found;
  }
  return undefined;
}

it('finds a circle where there is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circleFrom(graph)).toEqual(['b', 'c', 'b']);
});

it('no file imports itself by way of others, of types neither', () => {
  const graph = new Map(files.map((file) => [file.path, importedBy(file)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  expect(circleFrom(graph)).toBeUndefined();
});

describe.each(PURE)('%s is pure', (room) => {
  const mine = files.filter((file) => file.room === room);

  it('imports no package but the schema library', () => {
    const foreign = mine.flatMap((file) =>
      file.imports
        .filter((name) => !name.startsWith('.') && !PURE_PACKAGES.includes(name))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it('names no screen, network, clock or chance', () => {
    const found = mine.flatMap((file) =>
      file.identifiers.filter((name) => IMPURE.test(name)).map((name) => `${file.path}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});

/** The only file that may write to the console. */
const LOG = 'tv/log.ts';

it('only the log writes to the console', () => {
  const writing = files.filter(({ identifiers }) => identifiers.includes('console'));
  expect(writing.map(({ path }) => path)).toEqual([LOG]);
});

it('Lightning stays in the user interface', () => {
  const elsewhere = files
    .filter((file) => !['ui', 'App', 'index'].includes(file.room))
    .filter((file) => file.imports.some((name) => name.startsWith('@lightningjs/')))
    .map((file) => file.path);
  expect(elsewhere).toEqual([]);
});

/** The one place that gives Lightning the lines of a text (`src/ui/theme/textBox.ts`). */
it('a text of several lines is drawn in its box', () => {
  const byHand = files
    .filter(({ path, room }) => room === 'ui' && path !== 'ui/theme/textBox.ts')
    .filter(({ path }) => /\btext: \{[^{}]*\bjoin\(/.test(readFileSync(join(SRC, path), 'utf8')))
    .map(({ path }) => path);
  expect(byHand).toEqual([]);
});
