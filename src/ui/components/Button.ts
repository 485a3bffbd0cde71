import { Lightning } from '@lightningjs/sdk';
import type { Spoken } from '../access/spoken';
import { atSize, centredY, colours, radius, screen, type } from '../theme';
import { cutLine, textWidth } from '../theme/measure';
import { type IconName, icon, plate, ring, ringPlace } from '../theme/shapes';

/** What a button says and does. */
export interface ButtonSpec {
  /** Tests find the button as `button:<id>`. */
  id: string;
  label: string;
  icon?: IconName;
  /** The most likely choice on this screen: drawn in the accent colour. */
  primary?: boolean;
  /**
   * Set for one of several choices: true for the choice in force (a check in a ring), false for the
   * others (the ring alone).
   */
  chosen?: boolean;
  /** Lower, with smaller letters: for a choice beside the main one. */
  small?: boolean;
  /** Fixed width, px; otherwise as wide as its label. */
  w?: number;
  /** Puts the label in the middle of a fixed width, as on a keyboard's key. */
  centred?: boolean;
  /** The label is one character, drawn larger: a keyboard's key. */
  character?: boolean;
  /** In a dialog: a press of this button leaves the dialog open. */
  stays?: boolean;
  press(): void;
}

/** Height of a button, px. */
export const buttonH = (): number => atSize(84, 84, 88);
/** A label keeps at least this from the button's edge, px. */
const EDGE = 10;
/** No button is wider than the safe area, px. */
const MOST_W = screen.right - screen.left;

/** Height of a small one, px. */
export const smallButtonH = (): number => atSize(60, 64, 70);

const looksOf = ({ character, small }: ButtonSpec) =>
  small
    ? { h: smallButtonH(), pad: 24, icon: 28, gap: 12, style: type.smallBold }
    : {
        h: buttonH(),
        pad: atSize(34, 32, 28),
        icon: 36,
        gap: atSize(16, 14, 12),
        style: character ? type.heading : type.label,
      };

function iconOf({ chosen, icon: name }: ButtonSpec): IconName | undefined {
  if (chosen === undefined) return name;
  return chosen ? 'check-circle' : 'circle';
}

/**
 * Colours of the plate and its label: accent for the primary button, mint for the choice in force, calm
 * for the rest.
 */
function coloursOf({ chosen, primary }: ButtonSpec): { ground: number; ink: number } {
  if (primary) return { ground: colours.accent, ink: colours.onAccent };
  if (chosen) return { ground: colours.mint, ink: colours.onAccent };
  return { ground: colours.cardHigh, ink: colours.text };
}

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
      Plate: { x: -1, y: -1 },
      Icon: {},
      Label: {},
      Ring: { x: ringPlace, y: ringPlace, visible: false },
    };
  }

  /** Width the spec needs, px. */
  static widthOf(spec: ButtonSpec): number {
    const { gap, icon: px, pad, style } = looksOf(spec);
    const forIcon = iconOf(spec) ? px + (spec.label ? gap : 0) : 0;
    return spec.w ?? Math.min(textWidth(spec.label, style) + pad * 2 + forIcon, MOST_W);
  }

  /** The same button without its icon, and narrower by the icon's width. */
  static plain({ icon: name, ...spec }: ButtonSpec): ButtonSpec {
    const { gap, icon: px } = looksOf(spec);
    return name && spec.w ? { ...spec, w: spec.w - px - gap } : spec;
  }

  /** Height the spec needs, px. */
  static heightOf(spec: ButtonSpec): number {
    return looksOf(spec).h;
  }

  get spec(): ButtonSpec {
    if (!this.current) throw new Error('A button without a spec');
    return this.current;
  }

  get spoken(): Spoken | undefined {
    const { current: spec } = this;
    if (!spec) return undefined;
    const pressed = spec.chosen === undefined ? {} : { pressed: spec.chosen };
    return { role: 'button', name: spec.label, ...pressed };
  }

  set spec(spec: ButtonSpec) {
    this.current = spec;
    this.testId = `button:${spec.id}`;
    const { gap, h, icon: px, pad, style } = looksOf(spec);
    const { ground, ink } = coloursOf(spec);
    const w = Button.widthOf(spec);
    // A long label on a button of fixed width takes the room of the icon.
    const hasRoom = textWidth(spec.label, style) + pad * 2 + px + gap <= w;
    const name = hasRoom || !spec.label ? iconOf(spec) : undefined;
    const forIcon = name ? px + gap : 0;
    const label = cutLine(spec.label, style, w - (spec.centred ? EDGE : pad) - forIcon - EDGE);
    const left = spec.centred ? Math.round((w - textWidth(label, style) - forIcon) / 2) : pad;
    this.patch({
      w,
      h,
      Plate: { texture: plate(w, h, radius.medium), color: ground },
      Icon: name
        ? {
            visible: true,
            x: left,
            y: (h - px) / 2,
            w: px,
            h: px,
            texture: icon(name, px),
            color: ink,
          }
        : { visible: false },
      Label: {
        x: left + forIcon,
        y: centredY(h, style),
        text: { ...style, text: label },
        color: ink,
      },
      Ring: { texture: ring(w, h, radius.medium) },
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
