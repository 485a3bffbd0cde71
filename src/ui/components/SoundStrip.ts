import { Lightning } from '@lightningjs/sdk';
import type { ClickSpot } from '../access/spoken';
import { atSize, centredY, colours, radius, type } from '../theme';
import { textWidth } from '../theme/measure';
import { icon, plate } from '../theme/shapes';

/** The volume, and the names of what the keys do. */
export interface SoundStripSpec {
  /** Volume, from 0 to 1. */
  volume: number;
  muted: boolean;
  /** Name of the action of Up, such as "geluid uit". */
  mute: string;
  /** Called when a part of the strip is clicked. */
  press?(what: 'softer' | 'louder' | 'mute'): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  strip: SoundStripSpec | undefined;
  Ground: object;
  Left: object;
  Bars: object;
  Right: object;
  Up: object;
  Speaker: object;
  Mute: object;
}

const PAD = 24;
const ICON = 32;
const BARS = 10;
const BAR = { w: 12, gap: 6, least: 12, most: 44 } as const;
const BARS_X = PAD + ICON + 16;
const BARS_W = BARS * (BAR.w + BAR.gap) - BAR.gap;

/**
 * Makes the sound louder, softer or silent from within the menu. The arrow keys do it, and the focus
 * stays on its row.
 */
export class SoundStrip
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private current: SoundStripSpec | undefined;

  /** Height of a strip, px. */
  static get h(): number {
    return atSize(84, 84, 92);
  }

  static override _template(): Lightning.Component.Template<Spec> {
    const tall = SoundStrip.h;
    const iconY = (tall - ICON) / 2;
    const arrow = (name: 'arrow-left' | 'arrow-right' | 'arrow-up', x: number) => ({
      x,
      y: iconY,
      w: ICON,
      h: ICON,
      texture: icon(name, ICON),
      color: colours.accent,
    });
    return {
      h: tall,
      visible: false,
      Ground: { x: -1, y: -1, color: colours.ground },
      Left: arrow('arrow-left', PAD),
      Bars: {
        x: BARS_X,
        children: Array.from({ length: BARS }, (_, n) => {
          const h = BAR.least + ((BAR.most - BAR.least) * n) / (BARS - 1);
          const y = Math.round((tall + BAR.most) / 2 - h);
          return { rect: true, x: n * (BAR.w + BAR.gap), y, w: BAR.w, h: Math.round(h) };
        }),
      },
      Right: arrow('arrow-right', BARS_X + BARS_W + 16),
      Up: arrow('arrow-up', 0),
      Speaker: { y: iconY, w: ICON, h: ICON },
      Mute: { y: centredY(tall, type.body), color: colours.text },
    };
  }

  get spots(): ClickSpot[] {
    const { press } = this.current ?? {};
    if (!press) return [];
    const rightX = BARS_X + BARS_W + 16;
    const upX = (this.getByRef('Up')?.x ?? 0) - PAD;
    const spot = (x: number, w: number, what: 'softer' | 'louder' | 'mute'): ClickSpot => ({
      box: { x, y: 0, w, h: SoundStrip.h },
      press: () => press(what),
    });
    return [
      spot(0, BARS_X - 8, 'softer'),
      spot(rightX - 8, ICON + 24, 'louder'),
      spot(upX, this.w - upX, 'mute'),
    ];
  }

  /** The volume and the texts to show; undefined hides the strip. */
  set strip(spec: SoundStripSpec | undefined) {
    this.current = spec;
    this.visible = spec !== undefined;
    if (!spec) return;
    const isSilent = spec.muted || spec.volume <= 0;
    const lit = isSilent ? 0 : Math.round(spec.volume * BARS);
    const muteX = this.w - PAD - textWidth(spec.mute, type.body);
    this.patch({
      Ground: { texture: plate(this.w, SoundStrip.h, radius.medium) },
      Up: { x: muteX - ICON - 12 },
      Mute: { x: muteX, text: { ...type.body, text: spec.mute } },
      Speaker: {
        x: BARS_X + BARS_W + 16 + ICON + 20,
        texture: icon(isSilent ? 'volume-x' : 'volume-2', ICON),
        color: isSilent ? colours.coral : colours.text,
      },
    });
    this.getByRef('Bars')?.children.forEach((bar, n) => {
      bar.color = n < lit ? colours.mint : colours.line;
    });
  }
}
