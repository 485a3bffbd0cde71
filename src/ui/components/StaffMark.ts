import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, type } from '../theme';
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

/** The sign. */
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
    const color = isWell ? colours.soft : colours.accent;
    this.patch({
      Icon: { texture: icon(name, ICON), color },
      Word: {
        x: ICON + 12,
        y: centredY(H, type.caption),
        text: { ...type.caption, text: word },
        color,
      },
    });
  }
}
