import { Lightning } from '@lightningjs/sdk';
import { named, type Spoken } from '../access/spoken';
import { atSize, centredY, colours, radius, type } from '../theme';
import { cutLine, textWidth } from '../theme/measure';
import { plate, ring, ringPlace } from '../theme/shapes';

/** A past session: its time, its routine, and how much of it was done. */
export interface SessionRowItem {
  id: string;
  when: string;
  title: string;
  about: string;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: SessionRowItem | undefined;
  testId: string;
  Plate: object;
  When: object;
  Title: object;
  About: object;
  Ring: object;
}

/** Measures of a row, px. */
export const SESSION_ROW = {
  w: 808,
  get h(): number {
    return atSize(100, 112, 124);
  },
} as const;
const PAD = 28;

/** A row of the list of past sessions. OK opens its details. */
export class SessionRow
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: SessionRowItem | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { h, w } = SESSION_ROW;
    return {
      w,
      h,
      Plate: { x: -1, y: -1, texture: plate(w, h, radius.medium), color: colours.card },
      When: { x: w - PAD, mountX: 1, y: centredY(h, type.small), color: colours.soft },
      Title: { x: PAD, y: atSize(10, 11, 12), color: colours.text },
      About: { x: PAD, y: atSize(52, 58, 64), color: colours.soft },
      Ring: { x: ringPlace, y: ringPlace, texture: ring(w, h, radius.medium), visible: false },
    };
  }

  get item(): SessionRowItem | undefined {
    return this.current;
  }

  set item(item: SessionRowItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `session:${item.id}`;
    const room = SESSION_ROW.w - PAD * 3 - textWidth(item.when, type.small);
    this.patch({
      When: { text: { ...type.small, text: item.when } },
      Title: { text: { ...type.smallBold, text: cutLine(item.title, type.smallBold, room) } },
      About: { text: { ...type.caption, text: cutLine(item.about, type.caption, room) } },
    });
  }

  get spoken(): Spoken | undefined {
    const { current: item } = this;
    return item && { role: 'button', name: named(item.when, item.title, item.about) };
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
