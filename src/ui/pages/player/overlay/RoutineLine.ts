import { Lightning } from '@lightningjs/sdk';
import type { RoutineStretch } from '../../../../playback/controller/controller';
import { colours, radius, screen } from '../../../theme';
import { plate } from '../../../theme/shapes';

/** The ground is wider than the line by this on each side, px; its edge lines up with the panel's edge. */
const EDGE = 8;
const W = screen.right - screen.left - EDGE * 2;
const H = 12;
const GAP = 10;
const SKIPPED = 0x70bccbc5;
/**
 * Colour of the remaining exercises. A fainter one would set them apart better from the finished ones,
 * but could not be seen on the ground.
 */
const TO_COME = 0x50f8f4ea;

interface Stretch {
  track: Lightning.Element;
  fill: Lightning.Element;
  w: number;
  share: number;
}

/**
 * A thin line along the bottom: the routine's exercises, the current place, and the remaining part. It
 * has a ground, since a bright floor in the video would hide it.
 */
export class RoutineLine extends Lightning.Component {
  private laidOut = '';
  private stretches: Stretch[] = [];

  static override _template(): Lightning.Component.Template {
    return {
      w: W + EDGE * 2,
      h: H,
      Ground: {
        x: -1,
        y: -EDGE - 1,
        color: colours.overlay,
        texture: plate(W + EDGE * 2, H + EDGE * 2, radius.small),
      },
      Stretches: { x: EDGE },
    };
  }

  show(stretches: readonly RoutineStretch[]): void {
    this.layOut(stretches);
    for (let at = 0; at < stretches.length; at++) {
      const drawn = this.stretches[at];
      const stretch = stretches[at];
      if (!drawn || !stretch) continue;
      // An exercise that hurt and was continued is filled like any other.
      const left = stretch.share === 0 && (stretch.outcome ?? 'done') !== 'done';
      const share = left ? 0 : Math.round(stretch.share * drawn.w) / drawn.w;
      const ink = left ? SKIPPED : TO_COME;
      if (drawn.track.color !== ink) {
        drawn.track.color = ink;
        // A skipped exercise is half as high, so that its shape differs too.
        drawn.track.scaleY = left ? 0.4 : 1;
      }
      if (share === drawn.share) continue;
      drawn.share = share;
      drawn.fill.w = Math.max(H, share * drawn.w);
      drawn.fill.visible = share > 0;
    }
  }

  /** Makes the line's parts again when the routine is another one. */
  private layOut(stretches: readonly RoutineStretch[]) {
    let key = '';
    for (const { exercise, seconds } of stretches) key += `${exercise} ${seconds} `;
    if (key === this.laidOut) return;
    this.laidOut = key;
    const drawn = this.tag('Stretches');
    if (!drawn) return;
    drawn.childList.clear();
    const all = stretches.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
    const room = W - GAP * (stretches.length - 1);
    let x = 0;
    this.stretches = stretches.map(({ seconds }) => {
      const w = Math.max(H, Math.round((room * seconds) / all));
      const track = this.stage.createElement({ rect: true, x, w, h: H, color: TO_COME });
      const fill = this.stage.createElement({
        rect: true,
        x,
        w: H,
        h: H,
        color: colours.accent,
        visible: false,
      });
      drawn.childList.add(track);
      drawn.childList.add(fill);
      x += w + GAP;
      return { track, fill, w, share: 0 };
    });
  }
}
