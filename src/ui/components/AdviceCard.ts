import { Lightning } from '@lightningjs/sdk';
import type { Spoken } from '../access/spoken';
import { atSize, colours, radius, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { icon, plate, ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';

/** A piece of advice. The card shows its beginning; OK opens the whole text. */
export interface AdviceItem {
  id: string;
  text: string;
  more: string;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: AdviceItem | undefined;
  testId: string;
  Plate: object;
  Icon: object;
  Text: object;
  More: object;
  Ring: object;
}

/** Measures of a card, px. */
export const ADVICE = {
  /** Three cards fit side by side. */
  w: 551,
  get h(): number {
    return atSize(300, 326, 354);
  },
} as const;
const PAD = 30;
const LINES = 5;
const moreY = (): number => ADVICE.h - PAD - type.smallBold.lineHeight + 2;

/** A card with advice from the brochure. */
export class AdviceCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: AdviceItem | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { w, h } = ADVICE;
    return {
      w,
      h,
      Plate: { x: -1, y: -1, texture: plate(w, h, radius.medium), color: colours.card },
      Text: { x: PAD, y: PAD - 8, color: colours.text },
      Icon: {
        x: PAD,
        y: moreY() + Math.round((type.smallBold.lineHeight - 32) / 2),
        w: 32,
        h: 32,
        texture: icon('chevron-down', 32),
        color: colours.mint,
      },
      More: { x: PAD + 46, y: moreY(), color: colours.mint },
      Ring: { x: ringPlace, y: ringPlace, texture: ring(w, h, radius.medium), visible: false },
    };
  }

  get item(): AdviceItem | undefined {
    return this.current;
  }

  set item(item: AdviceItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `advice:${item.id}`;
    const room = ADVICE.w - PAD * 2;
    const isAll = wrapLines(item.text, type.small, room).length <= LINES;
    const shown = wrapLines(item.text, type.small, room, LINES);
    this.patch({
      Text: { text: boxed(type.small, shown, room) },
      More: { visible: !isAll, text: { ...type.smallBold, text: item.more } },
      Icon: { visible: !isAll },
    });
  }

  get spoken(): Spoken | undefined {
    return this.current && { role: 'button', name: this.current.text };
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
