/**
 * Finds built-ins that the shipped scripts use and old engines lack. The list of new names is measured:
 * names that today's Chromium has and the oldest supported one lacks (`tools/engines/names.ts`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { scriptsIn } from './scripts';

/** Names of built-ins. */
export interface Names {
  /** Names of the window. */
  globals: string[];
  /** Names of the members of all objects of the window, and of their prototypes. */
  members: string[];
}

interface Uses {
  globals: Set<string>;
  read: Set<string>;
  called: Set<string>;
  /** Names of properties and functions that the scripts define themselves. */
  defined: Set<string>;
  methods: Set<string>;
}

type Visited = Node & Record<string, unknown>;

const isNode = (value: unknown): value is Visited =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Name of a property; undefined for a computed one. */
function nameOf(property: unknown, computed: unknown): string | undefined {
  if (!isNode(property)) return undefined;
  if (property.type === 'Identifier' && !computed) return property.name as string;
  return typeof property.value === 'string' ? property.value : undefined;
}

/** Kinds of nodes that are functions, or may be. */
const MAY_BE_CALLED = /Function|^Identifier$|^CallExpression$|^MemberExpression$|^Conditional/;

function collect(node: unknown, uses: Uses, isCallee = false): void {
  if (Array.isArray(node)) for (const one of node) collect(one, uses);
  if (!isNode(node)) return;
  if (node.type === 'MemberExpression') {
    const name = nameOf(node.property, node.computed);
    if (name !== undefined) (isCallee ? uses.called : uses.read).add(name);
    collect(node.object, uses);
    if (node.computed) collect(node.property, uses);
    return;
  }
  if (node.type === 'Identifier') uses.globals.add(node.name as string);
  if (node.type === 'AssignmentExpression' && isNode(node.left)) {
    define(nameOf(node.left.property, node.left.computed), node.right, uses);
  }
  if (node.type === 'ObjectPattern') {
    // `const { name } = of` reads a property.
    for (const property of node.properties as Visited[]) {
      const name = nameOf(property.key, property.computed);
      if (name !== undefined) uses.read.add(name);
      if (property.computed) collect(property.key, uses);
      collect(property.value ?? property.argument, uses);
    }
    return;
  }
  if (node.type === 'Property' || node.type === 'MethodDefinition') {
    define(nameOf(node.key, node.computed), node.value, uses);
    if (node.computed) collect(node.key, uses);
    collect(node.value, uses);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    collect(value, uses, key === 'callee');
  }
}

function define(name: string | undefined, value: unknown, uses: Uses): void {
  if (name === undefined) return;
  uses.defined.add(name);
  if (isNode(value) && MAY_BE_CALLED.test(value.type)) uses.methods.add(name);
}

/**
 * New names that scripts use and do not define: `x.name` without a property of that name, `x.name()` without
 * such a function, `name` as a property of the window.
 */
export function newNames(scripts: string[], { globals, members }: Names): string[] {
  const uses: Uses = {
    globals: new Set(),
    read: new Set(),
    called: new Set(),
    defined: new Set(),
    methods: new Set(),
  };
  for (const script of scripts) collect(parse(script, { ecmaVersion: 'latest' }), uses);
  const isForeign = (name: string) =>
    (uses.called.has(name) && !uses.methods.has(name)) ||
    (uses.read.has(name) && !uses.defined.has(name));
  const found = [...globals, ...members].filter(isForeign);
  return [...new Set([...found, ...globals.filter((name) => uses.globals.has(name))])].sort();
}

/** The page in which a script runs. A definition in another page does not count. */
const placeOf = (path: string): string => (/^(phone\/|sw\.js$)/.exec(path) ?? ['television'])[0];

/** New names in all scripts below a folder, for each page separately. */
export function newNamesBelow(folder: string, names: Names): string[] {
  const paths = scriptsIn(folder);
  const places = [...new Set(paths.map(placeOf))];
  const found = places.flatMap((place) =>
    newNames(
      paths
        .filter((path) => placeOf(path) === place)
        .map((path) => readFileSync(join(folder, path), 'utf8')),
      names,
    ),
  );
  return [...new Set(found)].sort();
}
