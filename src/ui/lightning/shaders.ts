/**
 * Compiles the graphics card's programs while the app reads its files. Lightning compiles a shader when
 * it is first used, and waits for each step: 8 ms within the first frame on a fast machine. Started
 * here without waiting, the programs are ready by the first frame (`docs/decisions/021-speed.md`). When
 * one can't be compiled, the browser's console says so.
 */
import { Lightning } from '@lightningjs/sdk';

/**
 * Lightning's store of a compiled shader, one for each kind. With a program in it, Lightning doesn't
 * compile again.
 */
interface Program {
  gl: WebGLRenderingContext | null;
  vertexShaderSource: string;
  fragmentShaderSource: string;
  _program: WebGLProgram | null;
}

interface Shader {
  _program?: Program;
}

/** The parts of the stage that this uses. */
interface WebGLStage {
  gl?: WebGLRenderingContext | null;
  renderer: { getDefaultShader(): Shader };
  createShader(settings: object): unknown;
}

/** Starts compiling, and asks for no result: the first question would wait for all programs. */
function begin(program: Program, gl: WebGLRenderingContext): void {
  if (program._program) return;
  const made = gl.createProgram();
  if (!made) return;
  const parts = [
    [gl.VERTEX_SHADER, program.vertexShaderSource],
    [gl.FRAGMENT_SHADER, program.fragmentShaderSource],
  ] as const;
  for (const [kind, source] of parts) {
    const shader = gl.createShader(kind);
    if (!shader) return;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
    // The shader is freed together with the program.
    gl.deleteShader(shader);
  }
  gl.linkProgram(made);
  program.gl = gl;
  program._program = made;
}

/**
 * Starts compiling the shaders of the first frame.
 * @param given the stage, before its first frame; without a graphics card nothing is done
 */
export function compileEarly(given: object): void {
  const stage = given as WebGLStage;
  const { gl } = stage;
  if (!gl) return;
  // Shaders of the home screen's first frame.
  const first = [
    stage.renderer.getDefaultShader(),
    stage.createShader({ type: Lightning.shaders.RoundedRectangle }) as Shader,
  ];
  for (const { _program } of first) if (_program) begin(_program, gl);
  gl.flush();
}
