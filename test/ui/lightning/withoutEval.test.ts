/** Tests that Lightning works without compiling code from text, with the same effect. */
import { Lightning } from '@lightningjs/sdk';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { runWithoutEval } from '../../../src/ui/lightning/withoutEval';
import { blankPen } from '../drawn';

type Loose = Record<string, unknown>;

/** How often text became code. */
let compiled = 0;

/** A stage for components. */
const makeStage = () =>
  new Lightning.Stage({
    w: 100,
    h: 100,
    canvas2d: true,
    autostart: false,
    useImageWorker: false,
  } as never);

/** A component with every feature of templates. */
function makeTemplated() {
  const stage = makeStage();
  class Inner extends Lightning.Component {
    wished = '';
    static override _template() {
      return { w: 7, Label: { text: { text: Inner.bindProp('label'), fontSize: 12 } } };
    }
    static override bindProp = Lightning.Component.bindProp;
  }
  class Outer extends Lightning.Component {
    static override _template() {
      const bind = Lightning.Component.bindProp;
      return {
        x: 1,
        alpha: 0.5,
        visible: true,
        tags: ['one', 'two'],
        Plain: { y: -3, color: 0xff112233, rtt: true, Deep: { Deeper: { x: bind('far') } } },
        Typed: { type: Inner, wished: 'set', signals: { pressed: '_pressed' } },
        Element: { type: Lightning.Element, scale: 2, mount: 0.5 },
        Words: { text: { text: 'it\'s\n"so"', fontSize: 20, wordWrap: false } },
        Bound: { text: bind('words') },
        Picture: { texture: { type: Lightning.textures.RectangleTexture, mipmap: true } },
        Shaded: {
          rect: true,
          shader: { type: Lightning.shaders.FadeOut, fade: [1, 2, 3, 4] },
        },
        Sum: {
          w: bind(['far', 'near'], ({ far = 0, near = 0 }: Record<string, number>) => far + near),
        },
      };
    }
  }
  const made = new Outer(stage) as unknown as Loose & InstanceType<typeof Outer>;
  Object.assign(made, { far: 40, near: 2, words: 'now' });
  const find = (path: string) => made.tag(path) as unknown as Loose;
  const inner = find('Typed');
  inner.label = 'inner';
  return {
    // Ids differ from one component to the next.
    settings: JSON.stringify(made.getSettings()).replace(/"id":\d+/g, ''),
    found: {
      order: made.children.map((child) => child.ref),
      tags: made.tags,
      typed: inner.wished,
      label: (find('Typed.Label').text as { text: string }).text,
      deeper: find('Plain.Deep.Deeper').x,
      words: (find('Words').text as { text: string }).text,
      bound: (find('Bound').text as { text: string }).text,
      mipmap: (find('Picture').texture as Loose).mipmap,
      sum: find('Sum').w,
      fade: (find('Shaded').shader as Loose).fade,
      isInner: inner.constructor === Inner,
    },
  };
}

/** Asks a component with states in each of its states. */
function askStates() {
  const stage = makeStage();
  class Lamp extends Lightning.Component {
    log: string[] = [];
    static override _states() {
      return [
        class On extends Lamp {
          override say(...words: string[]) {
            return `on ${words.join(' ')}`;
          }
          override get colour() {
            return 'yellow';
          }
          override set colour(value: string) {
            this.log.push(`on: ${value}`);
          }
          only() {
            return 'only on';
          }
          static override _states() {
            return [
              class Bright extends On {
                override say(...words: string[]) {
                  return `bright ${super.say(...words)}`;
                }
              },
            ];
          }
        },
        class Off extends Lamp {
          override get colour() {
            return 'black';
          }
        },
      ] as never;
    }
    say(...words: string[]) {
      return `plain ${words.join(' ')}`;
    }
    get colour() {
      return 'none';
    }
    set colour(value: string) {
      this.log.push(`plain: ${value}`);
    }
  }
  const lamp = new Lamp(stage) as unknown as Lamp & {
    only?(): string;
    __start(): void;
    _setState(path: string): void;
  };
  lamp.__start();
  const answers: unknown[] = [];
  for (const state of ['', 'On', 'On.Bright', 'Off', '']) {
    lamp._setState(state);
    answers.push(state, lamp.say('a', 'b'), lamp.colour, lamp.only?.());
    lamp.colour = state;
  }
  return { answers, log: lamp.log };
}

/** The start and the end of an animation. */
function move() {
  const element = makeStage().createElement({ x: 0 } as never) as unknown as Lightning.Element;
  const transition = element.transition('x');
  transition.start(100);
  element.setSmooth('alpha', 0.5);
  return { at: element.x, to: transition.targetValue };
}

/** The result of each, and how much text became code for it. */
function measured() {
  const counted = <T>(run: () => T) => {
    compiled = 0;
    const result = run();
    return { result, compiled };
  };
  return { template: counted(makeTemplated), states: counted(askStates), move: counted(move) };
}

let asItComes: ReturnType<typeof measured>;
let without: ReturnType<typeof measured>;

beforeAll(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return blankPen(this) as never;
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('createImageBitmap', undefined);
  vi.stubGlobal('ImageData', class {});
  const construct: ProxyHandler<FunctionConstructor>['construct'] = (type, args) => {
    compiled += 1;
    return Reflect.construct(type, args);
  };
  vi.stubGlobal('Function', new Proxy(Function, { construct }));
  asItComes = measured();
  runWithoutEval();
  without = measured();
});

describe.each(['template', 'states', 'move'] as const)('%s', (what) => {
  it('compiles text as Lightning comes, and none without eval', () => {
    expect(asItComes[what].compiled).toBeGreaterThan(0);
    expect(without[what].compiled).toBe(0);
  });

  it('comes to the same', () => {
    expect(without[what].result).toEqual(asItComes[what].result);
  });
});

it('bound values and states were really asked for', () => {
  expect(without.template.result.found).toMatchObject({
    deeper: 40,
    label: 'inner',
    bound: 'now',
    sum: 42,
  });
  expect(without.states.result.answers).toContain('bright on a b');
});

it.each(['x', 'shader.radius', 'a.b.c'])('the animated property %s is read and set', (path) => {
  const access = Lightning.Element as unknown as {
    getGetter(path: string): (object: object) => unknown;
    getSetter(path: string): (object: object, value: unknown) => void;
  };
  const object = { x: 1, shader: { radius: 1 }, a: { b: { c: 1 } } };
  expect(access.getGetter(path)(object)).toBe(1);
  access.getSetter(path)(object, 2);
  expect(access.getGetter(path)(object)).toBe(2);
  expect(JSON.stringify(object).match(/2/g)).toHaveLength(1);
  expect(access.getGetter(path)).toBe(access.getGetter(path));
});
