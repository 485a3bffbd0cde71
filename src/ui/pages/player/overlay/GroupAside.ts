import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import { Picture, type PictureSpec } from '../../../components/Picture';
import { colours, motion, radius, type } from '../../../theme';
import { cutLine, wrapLines } from '../../../theme/measure';
import { setNow } from '../../../theme/motion';
import { plate } from '../../../theme/shapes';
import { boxed } from '../../../theme/textBox';
import type { HeadSpec } from './PlayerHead';

/** The brochure's easier or harder way, beside the basic one. */
export interface WaySpec {
  id: string;
  /** "Makkelijker" or "Moeilijker". */
  kind: string;
  name: string;
  dose: string;
  picture: PictureSpec;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Title: object;
  Place: object;
  Wait: object;
  StandIn: object;
  Way: { Ground: object; Kind: object; Name: object; Dose: object; Picture: typeof Picture };
}

/** Size of the column beside the video, px. */
export const ASIDE = { w: 560, h: 611 } as const;
const PAD = 24;
/** Most lines of the exercise's name. */
const TITLE_LINES = 3;
/** Height of the picture, px: it gets the height that name and words don't use, within these limits. */
const PICTURE = { most: 315, least: 200, gap: 20 } as const;
/** Seconds of waiting for the video before the page says so. */
const LOADING_AFTER = 1;

/** The exercise of a group, and its easier or harder way. */
export class GroupAside
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private way: WaySpec | undefined;
  private said = '';
  /** Height of the name and the place in the routine, px. */
  private headH = 0;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      ...ASIDE,
      Title: { color: colours.text },
      Place: { color: colours.soft },
      Wait: { color: colours.sky, alpha: 0.001 },
      StandIn: { color: colours.sky, alpha: 0.001 },
      Way: {
        visible: false,
        Ground: { x: -1, y: -1, color: colours.card },
        Picture: { type: Picture },
        Kind: { x: PAD, color: colours.accent },
        Name: { x: PAD, color: colours.text },
        Dose: { x: PAD, color: colours.soft },
      },
    };
  }

  /** The exercise's name, its place in the routine, and its pace. */
  show({ count, index, title }: HeadSpec, t: Translate): void {
    const isLong = wrapLines(title, type.title, ASIDE.w).length > 1;
    const style = isLong ? type.heading : type.title;
    const lines = wrapLines(title, style, ASIDE.w, TITLE_LINES);
    const tellClock = wrapLines(t('player.standIn'), type.body, ASIDE.w);
    const y = lines.length * style.lineHeight + 8;
    this.patch({
      Title: { text: boxed(style, lines, ASIDE.w) },
      Place: {
        y,
        text: {
          ...type.body,
          text: count > 1 ? t('player.place', { n: index + 1, all: count }) : '',
        },
      },
      Wait: { y: y + 44, text: { ...type.body, text: t('player.loading') } },
      StandIn: { y: y + 44, text: boxed(type.body, tellClock, ASIDE.w) },
    });
    this.headH = y + (count > 1 ? type.body.lineHeight : 0);
    this.layWay();
  }

  /** @param way undefined when the brochure names no other way */
  showWay(way: WaySpec | undefined): void {
    this.way = way;
    this.layWay();
  }

  private layWay() {
    const { headH, way } = this;
    const said = way ? `${way.id} ${way.name} ${way.dose} ${headH}` : '';
    if (said === this.said) return;
    this.said = said;
    if (!way) {
      this.patch({ Way: { visible: false } });
      return;
    }
    const room = ASIDE.w - 2 * PAD;
    const name = wrapLines(way.name, type.heading, room, 2);
    const dose = wrapLines(way.dose, type.body, room, 2);
    const words =
      56 + name.length * type.heading.lineHeight + dose.length * type.body.lineHeight + PAD - 8;
    const forPicture = ASIDE.h - headH - PICTURE.gap - words;
    const pictureH = Math.round(Math.min(PICTURE.most, Math.max(PICTURE.least, forPicture)));
    const pictureW = Math.round((pictureH * 16) / 9);
    const h = pictureH + words;
    const doseY = pictureH + 56 + name.length * type.heading.lineHeight;
    this.patch({
      Way: {
        visible: true,
        y: ASIDE.h - h,
        Ground: { texture: plate(ASIDE.w, h, radius.medium) },
        Picture: { x: (ASIDE.w - pictureW) / 2, w: pictureW, h: pictureH },
        Kind: {
          y: pictureH + 14,
          text: { ...type.smallBold, text: cutLine(way.kind, type.smallBold, room) },
        },
        Name: { y: pictureH + 52, text: boxed(type.heading, name, room) },
        Dose: { y: doseY, text: boxed(type.body, dose, room) },
      },
    });
    const picture = this.getByRef('Way')?.getByRef('Picture');
    if (picture) picture.picture = way.picture;
  }

  /** Says that the video is loading; false hides that. */
  wait(isWaiting: boolean): void {
    const wait = this.getByRef('Wait');
    if (!wait) return;
    if (isWaiting) wait.setSmooth('alpha', 1, { delay: LOADING_AFTER, duration: motion.fade });
    else setNow(wait, 'alpha', 0.001);
  }

  /** Says that the video fails and the counter continues; false hides that. */
  standIn(isStandingIn: boolean): void {
    const alpha = isStandingIn ? 1 : 0.001;
    this.getByRef('StandIn')?.setSmooth('alpha', alpha, { duration: motion.fade });
  }
}
