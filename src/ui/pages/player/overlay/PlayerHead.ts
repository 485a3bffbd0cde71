import { Lightning } from '@lightningjs/sdk';
import { PACES } from '../../../../session/routine/pace';
import type { Translate } from '../../../../texts/translate';
import { paceText } from '../../../../texts/words';
import { Chip, chipH } from '../../../components/Chip';
import { colours, motion, screen, type } from '../../../theme';
import { setNow } from '../../../theme/motion';

/** Name, place and pace of the exercise that plays. */
export interface HeadSpec {
  title: string;
  /** Place in the routine, from 0, and the number of its exercises. */
  index: number;
  count: number;
  pace: number;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Title: typeof Chip;
  Place: typeof Chip;
  Pace: typeof Chip;
  Loading: typeof Chip;
  StandIn: typeof Chip;
}

const CHIP_H = 72;
const GAP = 14;
const ROW_2 = CHIP_H + GAP;
/** Seconds of waiting for the video before the page says so. */
const LOADING_AFTER = 1;

/** The player's upper corner, on one line: the exercise, its place, a pace other than the usual one. */
export class PlayerHead
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Width of the name, place and pace, and of the words about a failed video, px. */
  private lineW = 0;
  private standInW = 0;
  private isStandingIn = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Title: { type: Chip },
      Place: { type: Chip },
      Pace: { type: Chip },
      Loading: { type: Chip, alpha: 0.001 },
      StandIn: { type: Chip, alpha: 0.001 },
    };
  }

  /** Shows other texts. Chips with the same text stay as they are. */
  show({ count, index, pace, title }: HeadSpec, t: Translate): void {
    const color = colours.overlay;
    const place =
      count > 1
        ? { text: t('player.place', { n: index + 1, all: count }), color, h: CHIP_H }
        : undefined;
    const chipOf = (at: number) => ({
      text: `${t(at < 1 ? 'player.slower' : 'player.faster')}  ${paceText(t, at)}`,
      h: CHIP_H,
      color,
      ink: colours.accent,
    });
    const speed = pace === 1 ? undefined : chipOf(pace);
    // Room for every pace, so that the picture stands still when the pace changes.
    const paceW = Math.max(...PACES.map((at) => Chip.widthOf(chipOf(at))));
    const beside = (place ? Chip.widthOf(place) + GAP : 0) + GAP + paceW;
    const most = screen.right - screen.left - beside;
    const name = { text: title, color, style: type.heading, h: CHIP_H, most };
    const placeX = Chip.widthOf(name) + GAP;
    const paceX = placeX + (place ? Chip.widthOf(place) + GAP : 0);
    const loading = { text: t('player.loading'), color, h: CHIP_H };
    const standIn = { text: t('player.standIn'), color, h: chipH() + 14 };
    this.lineW = paceX + paceW;
    this.standInW = Chip.widthOf(standIn);
    this.patch({
      Title: { chip: name },
      Place: { x: placeX, chip: place },
      Pace: { x: paceX, chip: speed },
      // It takes the place of the two before it, which nobody misses meanwhile.
      Loading: { x: placeX, chip: loading },
      StandIn: { y: ROW_2, chip: standIn },
    });
  }

  /** Width and height of what it draws, px. The wait for the video takes the room of other chips. */
  get size(): { w: number; h: number } {
    return this.isStandingIn
      ? { w: Math.max(this.lineW, this.standInW), h: ROW_2 + chipH() + 14 }
      : { w: this.lineW, h: CHIP_H };
  }

  /** Says that the video is loading; false hides that. */
  wait(isWaiting: boolean): void {
    const fade = { delay: isWaiting ? LOADING_AFTER : 0, duration: motion.fade };
    for (const ref of ['Place', 'Pace'] as const) {
      const chip = this.getByRef(ref);
      if (!chip) continue;
      if (isWaiting) chip.setSmooth('alpha', 0.001, fade);
      else setNow(chip, 'alpha', 1);
    }
    const loading = this.getByRef('Loading');
    if (!loading) return;
    if (isWaiting) loading.setSmooth('alpha', 1, fade);
    else setNow(loading, 'alpha', 0.001);
  }

  /** Says that the video fails and the counter continues; false hides that. The line fades in and out. */
  tellClock(isStandingIn: boolean): void {
    this.isStandingIn = isStandingIn;
    const alpha = isStandingIn ? 1 : 0.001;
    this.getByRef('StandIn')?.setSmooth('alpha', alpha, { duration: motion.fade });
  }
}
