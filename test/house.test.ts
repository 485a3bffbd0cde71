/** The house of docs/: imports run downward only, and the pure rooms know no screen and no clock. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** From the top floor down; a room may import its own floor's files and any floor below. */
const FLOORS = [
  'index',
  'later',
  'App',
  'ui',
  'phone',
  'playback',
  'tv',
  'session',
  'timeline',
  'catalogue',
];
/** Beside the television's screens: it shares their words and colours, and nothing else of them. */
const PHONE = 'phone';
const SHARED_WITH_PHONE = /^\.\.\/ui\/texts\//;

const PURE = ['session', 'timeline', 'catalogue'];

/** What a pure room may bring from outside: the schema library. */
const PURE_PACKAGES = ['valibot'];

/** Names that only a screen, a network or a clock gives. */
const IMPURE =
  /\b(window|document|navigator|location|localStorage|fetch|XMLHttpRequest|setTimeout|setInterval|requestAnimationFrame|performance|crypto)\b|\bDate\b|\bMath\.random\b/;

interface SourceFile {
  path: string;
  room: string;
  imports: string[];
  identifiers: string[];
}

/** The room of a file: its first folder, or its own name at the top. */
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
      // `Math.random` counts, `one.document` doesn't.
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

/** The room that a relative import leads to; undefined for a package or for data. */
function leadsTo(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(SRC, resolve(SRC, dirname(file.path), specifier));
  // Data beside the house, such as a language file's keys.
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
      if (file.room === PHONE && SHARED_WITH_PHONE.test(specifier)) continue;
      if (FLOORS.indexOf(room) < FLOORS.indexOf(file.room)) {
        upward.push(`${file.path} imports ${specifier}`);
      }
    }
  }
  expect(upward).toEqual([]);
});

it('no room imports the phone page, and what it shares brings no Lightning along', () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter((specifier) => file.room !== PHONE && leadsTo(file, specifier) === PHONE)
      .map((specifier) => `${file.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
  const shared = files.filter(({ path }) => /^ui\/(texts\/|theme\/index)/.test(path));
  expect(shared.length).toBeGreaterThan(4);
  const foreign = shared.flatMap((file) =>
    file.imports.filter((name) => !name.startsWith('.')).map((name) => `${file.path}: ${name}`),
  );
  expect(foreign).toEqual([]);
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

it('Lightning stays in the user interface', () => {
  const elsewhere = files
    .filter((file) => !['ui', 'App', 'index'].includes(file.room))
    .filter((file) => file.imports.some((name) => name.startsWith('@lightningjs/')))
    .map((file) => file.path);
  expect(elsewhere).toEqual([]);
});
