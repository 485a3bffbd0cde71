import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, radius, screen, type } from '../theme';
import { textWidth } from '../theme/measure';
import { type IconName, icon, plate, ring, ringPlace } from '../theme/shapes';

/** What a button says and does. */
export interface ButtonSpec {
  /** For tests: `button:<id>`. */
  id: string;
  label: string;
  icon?: IconName;
  /** The one thing most people want here: drawn in the accent colour. */
  primary?: boolean;
  /** Fixed width, px; otherwise as wide as its label. */
  w?: number;
  /** In a dialog: pressing it leaves the dialog open. */
  stays?: boolean;
  press(): void;
}

/** Height of every button, px. */
export const BUTTON_H = 84;
const PAD = 34;
const ICON = 36;
const ICON_GAP = 16;

interface Spec extends Lightning.Component.TemplateSpec {
  spec: ButtonSpec;
  testId: string;
  Plate: object;
  Icon: object;
  Label: object;
  Ring: object;
}

/** A button: icon and label on a plate, a ring around it while it has the focus. */
export class Button
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: ButtonSpec | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      h: BUTTON_H,
      Plate: { x: -1, y: -1 },
      Icon: { x: PAD, y: (BUTTON_H - ICON) / 2, w: ICON, h: ICON },
      Label: { y: centredY(BUTTON_H, type.label) },
      Ring: { x: ringPlace, y: ringPlace, visible: false },
    };
  }

  /** Width the spec needs, px. */
  static widthOf(spec: ButtonSpec): number {
    const label = textWidth(spec.label, type.label);
    return spec.w ?? Math.min(label + PAD * 2 + (spec.icon ? ICON + ICON_GAP : 0), screen.w);
  }

  get spec(): ButtonSpec {
    if (!this.current) throw new Error('A button without a spec');
    return this.current;
  }

  set spec(spec: ButtonSpec) {
    this.current = spec;
    this.testId = `button:${spec.id}`;
    const w = Button.widthOf(spec);
    this.w = w;
    const ink = spec.primary ? colours.onAccent : colours.text;
    this.patch({
      Plate: {
        texture: plate(w, BUTTON_H, radius.medium),
        color: spec.primary ? colours.accent : colours.cardHigh,
      },
      Icon: spec.icon
        ? { visible: true, texture: icon(spec.icon, ICON), color: ink }
        : { visible: false },
      Label: {
        x: PAD + (spec.icon ? ICON + ICON_GAP : 0),
        text: { ...type.label, text: spec.label },
        color: ink,
      },
      Ring: { texture: ring(w, BUTTON_H, radius.medium) },
    });
  }

  override _focus() {
    this.patch({ Ring: { visible: true } });
  }

  override _unfocus() {
    this.patch({ Ring: { visible: false } });
  }

  override _handleEnter() {
    this.spec.press();
  }
}
