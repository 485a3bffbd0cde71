import { Lightning } from '@lightningjs/sdk';
import { encode } from 'uqr';
import { QUIET_MODULES } from '../../session/preferences/viewingDistance';
import { colours } from '../theme';

/** A QR code as rows of modules; true is dark. */
export type QrModules = boolean[][];

/**
 * The modules of a text, without a quiet zone. Error correction level M keeps the code readable when
 * about a seventh of it is covered, for example by a reflection.
 */
export const qrModules = (text: string): QrModules => encode(text, { border: 0, ecc: 'M' }).data;

/**
 * Draws the code into a texture: dark on light, with its quiet zone. Each module is a whole number of
 * pixels wide.
 */
const qrTexture = (modules: QrModules, px: number, name: string) =>
  Lightning.Tools.getCanvasTexture((done, stage) => {
    const canvas = stage.platform.getDrawingCanvas();
    const side = (modules.length + 2 * QUIET_MODULES) * px;
    canvas.width = side;
    canvas.height = side;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#ffffff';
      pen.fillRect(0, 0, side, side);
      pen.fillStyle = '#000000';
      modules.forEach((row, y) => {
        row.forEach((isDark, x) => {
          if (isDark) pen.fillRect((x + QUIET_MODULES) * px, (y + QUIET_MODULES) * px, px, px);
        });
      });
    }
    done(null, canvas);
  }, `qr ${px} ${name}`);

interface Spec extends Lightning.Component.TemplateSpec {
  Code: object;
}

/** A QR code with its quiet zone. */
export class QrCode
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly testId = 'qr';

  static override _template(): Lightning.Component.Template<Spec> {
    return { visible: false, Code: { color: colours.white } };
  }

  /**
   * @param text the text of the code, which names its texture
   * @param modules the code's modules
   * @param px side of a module, px
   */
  show(text: string, modules: QrModules, px: number): void {
    const side = (modules.length + 2 * QUIET_MODULES) * px;
    this.patch({
      visible: true,
      w: side,
      h: side,
      Code: { w: side, h: side, texture: qrTexture(modules, px, text) },
    });
  }

  hide(): void {
    this.visible = false;
  }
}
