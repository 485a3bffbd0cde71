/**
 * Lightning writes functions as text and lets the browser compile them (`new Function`): for every
 * component's template, for states, and for animated properties. A strict content security policy
 * forbids that, so the functions here do the same without it.
 */
import { Lightning } from '@lightningjs/sdk';

type Fields = Record<string, unknown>;
type Getter = (object: Fields) => unknown;
type Setter = (object: Fields, value: unknown) => void;

/** The parts of a component or element that a template sets. */
interface Node extends Fields {
  stage: { createElement(): Node };
  childList: { add(child: unknown): void };
  ref?: string;
  texture?: Fields;
  enableTextTexture(): Fields;
  __bindProperty(binding: unknown, target: unknown, name: string): void;
}

type NodeType = new (stage: unknown) => Node;
type TextureType = new (stage: unknown) => Fields;

const isObjectLiteral = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && value.constructor === Object;

/** True for a value that is bound to one of the component's properties (`bindProp`). */
const isBinding = (value: unknown): boolean =>
  isObjectLiteral(value) && value.__propertyBinding === true;

const isChild = (key: string): boolean => key[0] !== undefined && key[0] >= 'A' && key[0] <= 'Z';

/** Sets the properties of a texture from its settings; bound ones follow their component. */
function fill(component: Node, target: Fields, settings: Fields): void {
  for (const key of Object.keys(settings)) {
    const value = settings[key];
    if (key === 'type') continue;
    if (isBinding(value)) component.__bindProperty(value, target, key);
    else target[key] = value;
  }
}

function addChild(component: Node, parent: Node, ref: string, value: unknown): void {
  if (isObjectLiteral(value)) {
    const type = value.type as NodeType | undefined;
    const isPlain = !type || (type as unknown) === Lightning.Element;
    const child = isPlain ? component.stage.createElement() : new type(parent.stage);
    child.ref = ref;
    build(component, child, value);
    parent.childList.add(child);
  } else if (value && (typeof value === 'object' || typeof value === 'function')) {
    parent.childList.add(value);
  }
}

function setText(component: Node, node: Node, value: unknown): void {
  const texture = node.enableTextTexture();
  if (isBinding(value)) component.__bindProperty(value, node, 'text');
  else fill(component, texture, value as Fields);
}

function setTexture(component: Node, node: Node, value: Fields): void {
  const type = value.type as TextureType | undefined;
  if (type) {
    const texture = new type(node.stage);
    fill(component, texture, value);
    node.texture = texture;
  } else if (node.texture) fill(component, node.texture, value);
}

function setShader(component: Node, node: Node, value: Fields): void {
  node.shader = value;
  for (const key of Object.keys(value)) {
    if (key !== 'type' && isBinding(value[key])) {
      component.__bindProperty(value[key], node.shader, key);
    }
  }
}

/** Makes the elements of a template in the template's order, as Lightning's own code does. */
function build(component: Node, node: Node, template: Fields): void {
  for (const key of Object.keys(template)) {
    const value = template[key];
    if (isChild(key)) addChild(component, node, key, value);
    else if (key === 'text') setText(component, node, value);
    else if (isBinding(value)) component.__bindProperty(value, node, key);
    else if (key === 'shader' && isObjectLiteral(value)) setShader(component, node, value);
    else if (key === 'texture' && isObjectLiteral(value)) setTexture(component, node, value);
    else node[key] = value;
  }
}

/** Keeps the function that was made for a property, since animations ask for it at each start. */
function once<T>(make: (path: string) => T): (path: string) => T {
  const made = new Map<string, T>();
  return (path) => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const fresh = make(path);
    made.set(path, fresh);
    return fresh;
  };
}

/** Reads a path such as `shader.radius` step by step. */
const getter = (path: string): Getter => {
  if (!path.includes('.')) return (object) => object[path];
  const steps = path.split('.');
  return (object) => steps.reduce<Fields>((at, step) => at[step] as Fields, object);
};

const setter = (path: string): Setter => {
  const dot = path.lastIndexOf('.');
  if (dot < 0) {
    return (object, value) => {
      object[path] = value;
    };
  }
  const holder = getter(path.slice(0, dot));
  const name = path.slice(dot + 1);
  return (object, value) => {
    (holder(object) as Fields)[name] = value;
  };
};

/** For each state, the name under which its own member is kept; null for a state without one. */
type Aliases = (string | null | undefined)[];

interface Stated extends Fields {
  _stateIndex: number;
}

type Described = PropertyDescriptor & { _source: { __path: string } };

/** Lightning's description of a component class with states. */
interface States {
  _router: { prototype: object };
  _stateMap: Record<string, unknown>;
  _getDescriptor(
    state: unknown,
    member: string,
    isValid: (descriptor: Described) => unknown,
  ): Described | undefined;
  _addMethodRouter(member: string, descriptors: unknown, aliases: Aliases): void;
  _getGetterRouter(member: string): (this: Stated) => unknown;
  _getSetterRouter(member: string): (this: Stated, value: unknown) => void;
}

/** Keeps the accessor of each state under a name of its own. */
function accessors(states: States, member: string, kind: 'get' | 'set'): Aliases {
  const { prototype } = states._router;
  return Object.values(states._stateMap).map((state) => {
    const descriptor = states._getDescriptor(state, member, (one) => one[kind]);
    if (!descriptor) return null;
    const path = descriptor._source.__path;
    const alias = `$${path ? `${path}.` : ''}${member}`;
    if (!Object.getOwnPropertyDescriptor(prototype, alias))
      Object.defineProperty(prototype, alias, descriptor);
    return alias;
  });
}

/** Lightning's class for states is private. A class without states gives access to it. */
function stateMachine(): States {
  class Stateless {}
  const { __start } = Lightning.Component.prototype as unknown as { __start(this: object): void };
  __start.call(new Stateless());
  return Object.getPrototypeOf((Stateless as unknown as { _sm: States })._sm) as States;
}

function routeWithoutEval(states: States): void {
  states._addMethodRouter = function (member, _descriptors, aliases) {
    const value = function (this: Stated, ...args: unknown[]): unknown {
      const alias = aliases[this._stateIndex];
      return alias ? (this[alias] as (...args: unknown[]) => unknown)(...args) : undefined;
    };
    Object.defineProperty(this._router.prototype, member, { value });
  };
  states._getGetterRouter = function (member) {
    const aliases = accessors(this, member, 'get');
    return function () {
      const alias = aliases[this._stateIndex];
      return alias ? this[alias] : undefined;
    };
  };
  states._getSetterRouter = function (member) {
    const aliases = accessors(this, member, 'set');
    return function (value) {
      const alias = aliases[this._stateIndex];
      if (alias) this[alias] = value;
    };
  };
}

/** Must be called before the first component is made. */
export function runWithoutEval(): void {
  Object.assign(Lightning.Component, {
    parseTemplate: (template: Fields) => ({
      f: (component: Node) => build(component, component, template),
      a: [],
    }),
  });
  Object.assign(Lightning.Element, { getGetter: once(getter), getSetter: once(setter) });
  routeWithoutEval(stateMachine());
}
