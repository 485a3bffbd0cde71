import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import { paceText } from '../../../../texts/words';
import { Chip, chipH } from '../../../components/Chip';
import { atSize, colours, motion, screen, type } from '../../../theme';
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

/** The player's upper corner: the exercise, its place, a pace other than the usual one, a wait. */
export class PlayerHead
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Title: { type: Chip },
      Place: { type: Chip, y: ROW_2 },
      Pace: { type: Chip },
      Loading: { type: Chip, alpha: 0.001 },
      StandIn: { type: Chip, alpha: 0.001 },
    };
  }

  /** Shows other texts. Chips with the same text stay as they are. */
  show({ count, index, pace, title }: HeadSpec, t: Translate): void {
    const color = colours.overlay;
    // At the largest text size all parts are on one line, since the captions are below.
    const isOneLine = atSize(false, false, true);
    const h = isOneLine ? CHIP_H : undefined;
    const place =
      count > 1 ? { text: t('player.place', { n: index + 1, all: count }), color, h } : undefined;
    const speed =
      pace === 1
        ? undefined
        : {
            text: `${t(pace < 1 ? 'player.slower' : 'player.faster')}  ${paceText(t, pace)}`,
            h: h ?? chipH() + 8,
            color,
            ink: colours.accent,
          };
    const beside = [place, speed]
      .map((chip) => (chip && isOneLine ? Chip.widthOf(chip) + GAP : 0))
      .reduce((sum, one) => sum + one, 0);
    const most = screen.right - screen.left - beside;
    const name = { text: title, color, style: type.heading, h: CHIP_H, most };
    const top = ROW_2 + (place && !isOneLine ? chipH() + GAP : 0);
    const placeX = Chip.widthOf(name) + GAP;
    const paceX = placeX + (place ? Chip.widthOf(place) + GAP : 0);
    // The wait takes the pace's place when there is no pace to show.
    const waitY = speed && !isOneLine ? top + chipH() + 22 : top;
    this.patch({
      Title: { chip: name },
      Place: { ...(isOneLine ? { x: placeX, y: 0 } : { x: 0, y: ROW_2 }), chip: place },
      Loading: { y: waitY, chip: { text: t('player.loading'), color, h: chipH() + 14 } },
      StandIn: { y: waitY, chip: { text: t('player.standIn'), color, h: chipH() + 14 } },
      Pace: { ...(isOneLine ? { x: paceX, y: 0 } : { x: 0, y: top }), chip: speed },
    });
  }

  /** Says that the video is loading; false hides that. */
  wait(isWaiting: boolean): void {
    const loading = this.getByRef('Loading');
    if (!loading) return;
    if (isWaiting) loading.setSmooth('alpha', 1, { delay: LOADING_AFTER, duration: motion.fade });
    else setNow(loading, 'alpha', 0.001);
  }
  /** Says that the video fails and the counter continues; false hides that. The line fades in and out. */
  tellClock(isStandingIn: boolean): void {
    const alpha = isStandingIn ? 1 : 0.001;
    this.getByRef('StandIn')?.setSmooth('alpha', alpha, { duration: motion.fade });
  }
}
