import { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import { type DoseLine, doseLines } from '../../texts/dose';
import type { Translate } from '../../texts/translate';
import { atSize, colours, screen, type } from '../theme';
import { cutLine, textWidth, wrapLines } from '../theme/measure';
import { MARK, mark } from '../theme/shapes';

/** A position or a piece of equipment that the exercise needs: "Houding" and "Op je rug". */
export interface Need extends DoseLine {
  label: string;
}

/** Contents of the block. */
export interface DoseContent {
  t: Translate;
  exercise: Exercise;
  /** Position and equipment. */
  needs: Need[];
  /** True when another part of the page carries the asterisk for our own choices. */
  hasMark: boolean;
  /** True when the patient changed the dose. */
  isAdjusted?: boolean;
}

interface Spec extends Lightning.Component.TemplateSpec {
  content: DoseContent;
}

/** X of the last column, px: below the instruction's card when the exercise has one part. */
const NEEDS_X = 912;
const NEEDS_X_PARTS = 1180;
const LABEL_W = 144;
const headingH = (): number => atSize(42, 46, 51);
const lineH = (): number => atSize(40, 45, 50);
const MARK_GAP = 14;
/** Most lines of a position or of equipment. */
const NEEDS_LINES = 3;

/**
 * Lays the block out.
 * @returns its elements, and the lower edge of its lowest text, px
 */
export function layOutDose({ exercise, hasMark, isAdjusted, needs, t }: DoseContent): {
  children: object[];
  bottom: number;
} {
  const { parts } = exercise;
  const headingTall = headingH();
  const lineTall = lineH();
  // All labels get the width of the longest one, so that the texts line up in a column.
  const labelW = Math.max(
    LABEL_W,
    ...needs.map(({ label }) => textWidth(label, type.smallBold) + 24),
  );
  const children: object[] = [];
  let bottom = 0;
  let hasOurs = hasMark;
  const put = (x: number, y: number, text: string, ours = false, color: number = colours.text) => {
    children.push({ x, y, text: { ...type.small, text }, color });
    if (ours) children.push(mark(x + textWidth(text, type.small) + MARK_GAP, y + 5));
    hasOurs ||= ours;
    bottom = Math.max(bottom, y + type.small.lineHeight);
  };
  const needsX = parts.length > 1 ? NEEDS_X_PARTS : NEEDS_X;
  const columnW = Math.floor(needsX / parts.length);
  parts.forEach((part, at) => {
    const x = at * columnW;
    const title = [
      part.title ?? t('exercise.dose'),
      part.optional ? t('dose.optional') : '',
      isAdjusted && at === 0 ? t('dose.adjusted') : '',
    ];
    const room = columnW - 2 * MARK_GAP;
    children.push(heading(x, 0, cutLine(title.filter(Boolean).join(', '), type.smallBold, room)));
    let y = headingTall;
    for (const { text, ours } of doseLines(t, part, at === parts.length - 1)) {
      const lines = wrapLines(text, type.small, columnW - MARK - 2 * MARK_GAP);
      lines.forEach((line, place) => {
        put(x, y, line, ours && place === lines.length - 1);
        y += lineTall;
      });
    }
  });
  let y = 0;
  const textX = needsX + labelW;
  const room = screen.right - screen.left - textX - MARK - MARK_GAP;
  for (const { label, ours, text } of needs) {
    children.push(heading(needsX, y, label));
    const lines = wrapLines(text, type.small, room, NEEDS_LINES);
    lines.forEach((line, at) => {
      put(textX, y, line, ours && at === lines.length - 1);
      y += lineTall;
    });
  }
  if (hasOurs) {
    const legendY = Math.max(y, headingTall + 3 * lineTall);
    const text = t('dose.legend');
    // A drawn line may be a few px longer than it was measured.
    const end = screen.right - screen.left - MARK - 12 - MARK_GAP - textWidth(text, type.small);
    const legendX = Math.min(needsX, end);
    children.push(mark(legendX, legendY + 5));
    put(legendX + MARK + 12, legendY, text, false, colours.soft);
  }
  return { children, bottom };
}

/** The dose, part by part, with an asterisk at our own numbers; and the position and equipment. */
export class DoseBlock
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  set content(content: DoseContent) {
    this.children = layOutDose(content).children;
  }
}

const heading = (x: number, y: number, text: string) => ({
  x,
  y,
  text: { ...type.smallBold, text },
  color: colours.mint,
});
