import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, type } from '../theme';
import { textWidth } from '../theme/measure';
import { type IconName, icon } from '../theme/shapes';

/** A small sign for staff. It has a shape and a word, not colour alone. */
export interface StaffMarkSpec {
  icon: IconName;
  word: string;
  isWell: boolean;
}

interface Spec extends Lightning.Component.TemplateSpec {
  mark: StaffMarkSpec;
  testId: string;
  Icon: object;
  Word: object;
}

const ICON = 28;
const H = 36;

/** The sign. Its x is its right edge. */
export class StaffMark
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private shown = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return { h: H, Icon: { y: (H - ICON) / 2, w: ICON, h: ICON }, Word: {} };
  }

  set mark({ icon: name, isWell, word }: StaffMarkSpec) {
    const key = `${name} ${word}`;
    if (key === this.shown) return;
    this.shown = key;
    this.testId = `mark:${isWell ? 'well' : 'trouble'}`;
    const w = textWidth(word, type.caption);
    const color = isWell ? colours.soft : colours.accent;
    this.patch({
      Icon: { x: -w - 12 - ICON, texture: icon(name, ICON), color },
      Word: { x: -w, y: centredY(H, type.caption), text: { ...type.caption, text: word }, color },
    });
  }
}
