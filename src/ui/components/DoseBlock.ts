import { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import { doseLines } from '../texts/dose';
import type { Translate } from '../texts/translate';
import { colours, type } from '../theme';
import { textWidth } from '../theme/measure';
import { icon } from '../theme/shapes';

/** What the block is about. */
export interface DoseContent {
  t: Translate;
  exercise: Exercise;
  /** Position and equipment. */
  needs: string[];
}

interface Spec extends Lightning.Component.TemplateSpec {
  content: DoseContent;
}

/** Where the last column stands: below the instruction's card while there is one part. */
const NEEDS_X = 912;
const NEEDS_X_PARTS = 1300;
const LINE = 43;
const HEADING = 46;
const MARK = 28;

/** How much, part by part, numbers of our own marked; and what one needs for it. */
export class DoseBlock
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  set content({ t, exercise, needs }: DoseContent) {
    const { parts } = exercise;
    const children: object[] = [];
    const needsX = parts.length > 1 ? NEEDS_X_PARTS : NEEDS_X;
    const columnW = Math.floor(needsX / parts.length);
    let hasOurs = exercise.assumed.length > 0;
    parts.forEach((part, at) => {
      const x = at * columnW;
      const title = [part.title ?? t('exercise.dose'), part.optional ? t('dose.optional') : ''];
      children.push(heading(x, title.filter(Boolean).join(', ')));
      doseLines(t, part, at === parts.length - 1).forEach(({ text, ours }, line) => {
        const y = HEADING + line * LINE;
        hasOurs ||= ours;
        children.push({ x, y, text: { ...type.small, text }, color: colours.text });
        if (ours) children.push(mark(x + textWidth(text, type.small) + 14, y + 5));
      });
    });
    children.push(heading(needsX, t('exercise.needs')));
    needs.forEach((text, line) => {
      const y = HEADING + line * LINE;
      children.push({ x: needsX, y, text: { ...type.small, text }, color: colours.text });
    });
    if (hasOurs) {
      const y = HEADING + 3 * LINE;
      children.push(mark(needsX, y + 5));
      children.push({
        x: needsX + MARK + 12,
        y,
        text: { ...type.small, text: t('dose.legend') },
        color: colours.soft,
      });
    }
    this.children = children;
  }
}

const heading = (x: number, text: string) => ({
  x,
  text: { ...type.smallBold, text },
  color: colours.mint,
});

/** Marks a number as ours. */
const mark = (x: number, y: number) => ({
  testId: 'ours',
  x,
  y,
  w: MARK,
  h: MARK,
  texture: icon('star', MARK),
  color: colours.accent,
});
