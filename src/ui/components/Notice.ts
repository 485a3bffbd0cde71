import { Lightning } from '@lightningjs/sdk';
import { named, type Spoken } from '../access/spoken';
import { centredY, colours, radius, screen, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { type IconName, icon, plate, ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';

/** A line over the whole width of the page, and the action of OK on it. */
export interface NoticeSpec {
  id: string;
  text: string;
  icon: IconName;
  /** Name of OK's action, drawn at the end of the line; absent: OK does nothing. */
  action?: string;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  notice: NoticeSpec;
  testId: string;
  Plate: object;
  Icon: object;
  Label: object;
  Action: object;
  Ring: object;
}

const W = screen.right - screen.left;
const PAD = 28;
const ICON = 34;
const TEXT_X = PAD + ICON + 20;
/** Most lines of a notice. */
const LINES = 3;

/** Tells something without stopping the person who uses the app. */
export class Notice
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: NoticeSpec | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: W,
      Plate: { x: -1, y: -1, color: colours.card },
      Icon: { x: PAD, w: ICON, h: ICON, color: colours.accent },
      Label: { x: TEXT_X, color: colours.text },
      Action: { x: W - PAD, mountX: 1, color: colours.mint },
      Ring: { x: ringPlace, y: ringPlace, visible: false },
    };
  }

  set notice(spec: NoticeSpec) {
    this.current = spec;
    this.testId = `notice:${spec.id}`;
    const actionW = spec.action ? textWidth(spec.action, type.smallBold) + PAD : 0;
    const room = W - TEXT_X - PAD - actionW;
    const lines = wrapLines(spec.text, type.small, room, LINES);
    const h = Math.max(1, lines.length) * type.small.lineHeight + 34;
    this.patch({
      h,
      Plate: { texture: plate(W, h, radius.medium) },
      Icon: { y: (h - ICON) / 2, texture: icon(spec.icon, ICON) },
      Label: {
        y: centredY(type.small.lineHeight, type.small) + 17,
        text: boxed(type.small, lines, room),
      },
      Action: {
        y: centredY(h, type.smallBold),
        text: { ...type.smallBold, text: spec.action ?? ' ' },
      },
      Ring: { texture: ring(W, h, radius.medium) },
    });
  }

  get spoken(): Spoken | undefined {
    const { current: spec } = this;
    return spec && { role: 'button', name: named(spec.text, spec.action), isNews: true };
  }

  override _focus() {
    this.patch({ Ring: { visible: true } });
  }

  override _unfocus() {
    this.patch({ Ring: { visible: false } });
  }

  override _handleEnter() {
    this.current?.press();
  }
}
