import { Lightning } from '@lightningjs/sdk';
import type { RoutineStretch } from '../../playback/conductor.types';
import { colours, screen } from '../theme';

const W = screen.right - screen.left;
const H = 12;
const GAP = 10;
const SKIPPED = 0x70bccbc5;

interface Stretch {
  track: Lightning.Element;
  fill: Lightning.Element;
  w: number;
  share: number;
}

/** A thin line along the bottom: the routine's exercises, where we are, what is left. */
export class RoutineLine extends Lightning.Component {
  private laidOut = '';
  private stretches: Stretch[] = [];

  static override _template(): Lightning.Component.Template {
    return { w: W, h: H };
  }

  show(stretches: readonly RoutineStretch[]): void {
    this.layOut(stretches);
    for (let at = 0; at < stretches.length; at++) {
      const drawn = this.stretches[at];
      const stretch = stretches[at];
      if (!drawn || !stretch) continue;
      // What hurt and was carried on is filled like any other.
      const left = stretch.share === 0 && (stretch.outcome ?? 'done') !== 'done';
      const share = left ? 0 : Math.round(stretch.share * drawn.w) / drawn.w;
      const ink = left ? SKIPPED : 0x66f8f4ea;
      if (drawn.track.color !== ink) {
        drawn.track.color = ink;
        // Skipped: half as high, so that it differs in shape too.
        drawn.track.scaleY = left ? 0.4 : 1;
      }
      if (share === drawn.share) continue;
      drawn.share = share;
      drawn.fill.w = Math.max(H, share * drawn.w);
      drawn.fill.visible = share > 0;
    }
  }

  /** Made anew only for another routine. */
  private layOut(stretches: readonly RoutineStretch[]) {
    let key = '';
    for (const { exercise, seconds } of stretches) key += `${exercise} ${seconds} `;
    if (key === this.laidOut) return;
    this.laidOut = key;
    this.childList.clear();
    const all = stretches.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
    const room = W - GAP * (stretches.length - 1);
    let x = 0;
    this.stretches = stretches.map(({ seconds }) => {
      const w = Math.max(H, Math.round((room * seconds) / all));
      const track = this.stage.createElement({ rect: true, x, w, h: H, color: 0x66f8f4ea });
      const fill = this.stage.createElement({
        rect: true,
        x,
        w: H,
        h: H,
        color: colours.accent,
        visible: false,
      });
      this.childList.add(track);
      this.childList.add(fill);
      x += w + GAP;
      return { track, fill, w, share: 0 };
    });
  }
}
