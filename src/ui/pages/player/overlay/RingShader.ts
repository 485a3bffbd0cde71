import { Lightning } from '@lightningjs/sdk';

/**
 * Draws an arc with round ends over a faint full ring, clockwise from the top, in the colour of its
 * element. The main thread changes two numbers and draws nothing.
 */
export class RingShader extends Lightning.shaders.WebGLDefaultShader {
  static override vertexShaderSource = Lightning.shaders.WebGLDefaultShader.vertexShaderSource;

  static override fragmentShaderSource = `
    #ifdef GL_ES
    # ifdef GL_FRAGMENT_PRECISION_HIGH
    precision highp float;
    # else
    precision mediump float;
    # endif
    #endif
    varying vec2 vTextureCoord;
    varying vec4 vColor;
    uniform float progress;
    uniform float thickness;
    uniform float diameter;

    const float TURN = 6.28318530718;
    const float TRACK = 0.2;

    void main(void) {
      vec2 p = (vTextureCoord - 0.5) * diameter;
      float radius = 0.5 * diameter - 0.5 * thickness - 1.0;
      float offRing = abs(length(p) - radius);
      float turned = atan(p.x, -p.y);
      if (turned < 0.0) turned += TURN;
      float end = progress * TURN;
      vec2 head = vec2(sin(end), -cos(end)) * radius;
      float toEnds = min(distance(p, vec2(0.0, -radius)), distance(p, head));
      float toArc = turned <= end ? offRing : toEnds;
      float arc = clamp(0.5 * thickness - toArc + 0.5, 0.0, 1.0) * step(0.002, progress);
      float track = clamp(0.5 * thickness - offRing + 0.5, 0.0, 1.0) * TRACK;
      gl_FragColor = vColor * max(arc, track);
    }
  `;

  private share = 0;
  private thick = 24;
  private size = 300;

  /** Filled share of the ring, 0 to 1. */
  set progress(share: number) {
    if (share === this.share) return;
    this.share = share;
    this.redraw();
  }

  /** Thickness of the arc, px. */
  set thickness(px: number) {
    if (px === this.thick) return;
    this.thick = px;
    this.redraw();
  }

  /** Width and height of the element, px. */
  set diameter(px: number) {
    if (px === this.size) return;
    this.size = px;
    this.redraw();
  }

  /** @param operation Lightning's own type, which it doesn't export; this method only passes it on */
  protected override setupUniforms(operation: never) {
    super.setupUniforms(operation);
    const precision = this.ctx.stage.getRenderPrecision();
    this._setUniform('progress', this.share, this.gl.uniform1f);
    this._setUniform('thickness', this.thick * precision, this.gl.uniform1f);
    this._setUniform('diameter', this.size * precision, this.gl.uniform1f);
  }
}
