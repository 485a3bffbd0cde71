import { Lightning } from '@lightningjs/sdk';
import { colours } from '../../../theme';
import { RingShader } from './RingShader';

interface Spec extends Lightning.Component.TemplateSpec {
  ink: number;
  thickness: number;
  progress: number;
}

/** Number of pictures of the ring without WebGL. */
const STEPS = 48;

/** The ring as a picture per step, for sets (and tests) without WebGL. */
const drawnRing = (diameter: number, thickness: number, step: number) =>
  Lightning.Tools.getCanvasTexture((done, stage) => {
    const canvas = stage.platform.getDrawingCanvas();
    canvas.width = diameter;
    canvas.height = diameter;
    const pen = canvas.getContext('2d');
    if (pen) {
      const arc = (share: number) => {
        pen.beginPath();
        const radius = (diameter - thickness) / 2 - 1;
        pen.arc(diameter / 2, diameter / 2, radius, -Math.PI / 2, Math.PI * (2 * share - 0.5));
        pen.stroke();
      };
      pen.lineWidth = thickness;
      pen.lineCap = 'round';
      pen.strokeStyle = 'rgba(255, 255, 255, 0.2)';
      arc(1);
      pen.strokeStyle = '#ffffff';
      if (step > 0) arc(step / STEPS);
    }
    done(null, canvas);
  }, `ring ${diameter} ${thickness} ${step}`);

/**
 * A ring that fills or empties. It has a colour, a thickness and a progress, and changes only what
 * differs.
 */
export class Ring
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private shader_: RingShader | undefined;
  private share = -1;
  private thick = 24;

  get ink(): number {
    return this.color;
  }

  set ink(ink: number) {
    if (ink !== this.color) this.color = ink;
  }

  get thickness(): number {
    return this.thick;
  }

  set thickness(px: number) {
    if (px === this.thick) return;
    this.thick = px;
    if (this.shader_) this.shader_.thickness = px;
    else this.drawStep();
  }

  get progress(): number {
    return this.share;
  }

  set progress(share: number) {
    if (share === this.share) return;
    const before = this.step;
    this.share = share;
    if (this.shader_) this.shader_.progress = share;
    else if (this.step !== before) this.drawStep();
  }

  override _setup() {
    this.color = colours.mint;
    if (this.stage.gl) {
      this.rect = true;
      this.shader_ = this.stage.createShader({ type: RingShader }) as RingShader;
      this.shader_.diameter = this.w;
      this.shader_.thickness = this.thick;
      this.shader_.progress = Math.max(0, this.share);
      this.shader = this.shader_;
    } else {
      this.drawStep();
    }
  }

  private get step(): number {
    return Math.round(Math.max(0, this.share) * STEPS);
  }

  private drawStep() {
    if (this.stage.gl) return;
    this.texture = drawnRing(this.w, this.thick, this.step);
  }
}
