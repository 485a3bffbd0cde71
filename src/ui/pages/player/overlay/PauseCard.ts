import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { PAUSE_SCRIM } from '../../../theme/palettes';
import { icon, plate } from '../../../theme/shapes';
import { CAPITAL } from '../../../theme/sizes';
import { boxed } from '../../../theme/textBox';

interface Spec extends Lightning.Component.TemplateSpec {
  Scrim: object;
  Card: { Ground: object; Icon: object; Title: object; Text: object };
}

/** Room for the card, px: its lower edge is at `y`. */
interface Room {
  x: number;
  y: number;
  w: number;
}

/** Side of its icon, px. */
export const PAUSE_ICON = 112;
/** Narrower rooms have a place for the word but not for its icon, px. */
const ICON_ROOM = 760;
const ICON_GAP = 36;
const PAD = 36;
const GAP = 8;

/** The card's lines and places in a width, px. */
function layOut(title: string, text: string, room: number) {
  const hasIcon = room >= ICON_ROOM;
  const left = PAD + (hasIcon ? PAUSE_ICON + ICON_GAP : 0);
  const lines = wrapLines(text, type.lead, room - left - PAD);
  const widest = Math.max(...lines.map((line) => textWidth(line, type.lead)));
  // A long word in a narrow room gets smaller letters.
  const wide = textWidth(title, type.phase);
  const share = Math.min(1, (room - left - PAD) / wide);
  const fontSize = Math.floor(type.phase.fontSize * share);
  const w = Math.ceil(left + Math.max(widest, wide * share) + PAD);
  // The blank above the word's capitals counts as part of the padding.
  const titleY = PAD - Math.round((1 - CAPITAL) * type.phase.fontSize) + 6;
  const textY = titleY + type.phase.lineHeight + GAP;
  const h = textY + lines.length * type.lead.lineHeight + PAD - 18;
  return { hasIcon, left, lines, fontSize, w, titleY, textY, h };
}

/** Says that the session is paused, and how to continue. It stands where the card of what comes next does. */
export class PauseCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private word = '';
  private why = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: PAUSE_SCRIM },
      Card: {
        Ground: { x: -1, y: -1, color: colours.overlay },
        Icon: {
          w: PAUSE_ICON,
          h: PAUSE_ICON,
          texture: icon('pause-solid', PAUSE_ICON),
          color: colours.accent,
        },
        Title: { color: colours.text },
        Text: { color: colours.soft },
      },
    };
  }

  /** Its texts; `place` draws them. */
  say(word: string, why: string): void {
    this.word = word;
    this.why = why;
  }

  /** Height of the card in a width, px. */
  heightIn(w: number): number {
    return layOut(this.word, this.why, w).h;
  }

  /** @param room in the left half of the screen the card keeps to its left, otherwise to its right */
  place(room: Room): void {
    const { fontSize, h, hasIcon, left, lines, textY, titleY, w } = layOut(
      this.word,
      this.why,
      room.w,
    );
    const isLeft = room.x + room.w < screen.w * 0.7;
    this.patch({
      Card: {
        x: isLeft ? room.x : room.x + room.w - w,
        y: room.y - h,
        w,
        h,
        Ground: { texture: plate(w, h, radius.large) },
        Icon: { visible: hasIcon, x: PAD, y: (h - PAUSE_ICON) / 2 },
        Title: {
          x: left,
          y: titleY + type.phase.fontSize - fontSize,
          text: { ...type.phase, fontSize, text: this.word },
        },
        Text: { x: left, y: textY, text: boxed(type.lead, lines, w - left - PAD) },
      },
    });
  }
}
