/** Tests that shaders compile early, and that Lightning uses them. */
import { beforeEach, expect, it, vi } from 'vitest';
import { compileEarly } from '../../../src/ui/lightning/shaders';

let asked: string[];
let programs: { vertexShaderSource: string; fragmentShaderSource: string; _program: unknown }[];

/** A context that notes its calls, and fails at every query. */
const context = () =>
  new Proxy({} as WebGLRenderingContext, {
    get:
      (_, name) =>
      (..._given: unknown[]) => {
        const call = String(name);
        if (/^get/.test(call)) throw new Error(`${call} waits for the graphics card`);
        asked.push(call);
        return /^create/.test(call) ? { call } : undefined;
      },
    set: () => true,
  });

const stageWith = (gl: WebGLRenderingContext | null) => {
  const shader = (source: string) => {
    const program = { vertexShaderSource: source, fragmentShaderSource: source, _program: null };
    programs.push(program);
    return { _program: program };
  };
  return {
    gl,
    renderer: { getDefaultShader: vi.fn(() => shader('plain')) },
    createShader: vi.fn(() => shader('rounded')),
  };
};

beforeEach(() => {
  asked = [];
  programs = [];
});

it('compiles and links both, and asks nothing that would wait', () => {
  compileEarly(stageWith(context()));
  expect(programs.map(({ _program }) => _program)).toEqual([
    { call: 'createProgram' },
    { call: 'createProgram' },
  ]);
  expect(asked.filter((one) => one === 'compileShader')).toHaveLength(4);
  expect(asked.filter((one) => one === 'linkProgram')).toHaveLength(2);
  expect(asked.at(-1)).toBe('flush');
});

it('leaves one that is made already', () => {
  const stage = stageWith(context());
  const made = { made: true };
  stage.renderer.getDefaultShader.mockReturnValue({
    _program: { vertexShaderSource: '', fragmentShaderSource: '', _program: made },
  } as never);
  compileEarly(stage);
  expect(asked.filter((one) => one === 'linkProgram')).toHaveLength(1);
});

it('does nothing without a graphics card', () => {
  const stage = stageWith(null);
  compileEarly(stage);
  expect(stage.createShader).not.toHaveBeenCalled();
});
