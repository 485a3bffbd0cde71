/**
 * What the graphics card draws by, compiled while the app reads its files. Lightning compiles a shader when
 * it is first drawn with, and waits for each step: within the first frame, 8 ms on a fast machine. Begun here
 * and not waited for, it is ready by then (`docs/decisions/021-speed.md`). Of one that can't be compiled the
 * browser's own console tells.
 */
import { Lightning } from '@lightningjs/sdk';

/** Lightning's own memory store of a compiled shader, one for each kind; with a program it compiles no more. */
interface Program {
  gl: WebGLRenderingContext | null;
  vertexShaderSource: string;
  fragmentShaderSource: string;
  _program: WebGLProgram | null;
}

interface Shader {
  _program?: Program;
}

/** As much of the stage as has to do with it. */
interface WebGLStage {
  gl?: WebGLRenderingContext | null;
  renderer: { getDefaultShader(): Shader };
  createShader(settings: object): unknown;
}

/** Says what is to be done, and asks nothing of it: the first question would wait for all. */
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
    // Goes with the program.
    gl.deleteShader(shader);
  }
  gl.linkProgram(made);
  program.gl = gl;
  program._program = made;
}

/** @param given the stage, just made; without a graphics card nothing is done */
export function compileEarly(given: object): void {
  const stage = given as WebGLStage;
  const { gl } = stage;
  if (!gl) return;
  // What home's first frame is drawn with.
  const first = [
    stage.renderer.getDefaultShader(),
    stage.createShader({ type: Lightning.shaders.RoundedRectangle }) as Shader,
  ];
  for (const { _program } of first) if (_program) begin(_program, gl);
  gl.flush();
}
