import type { Lightning } from '@lightningjs/sdk';
import type { SessionSummary } from '../../../playback/controller/controller';
import { buttonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import { layOutStrip, NAME_GAP, type StripLayout, stripX } from '../../components/ExerciseStrip';
import { Picture } from '../../components/Picture';
import type { Shell } from '../../shell';
import { atSize, colours, radius, screen, type } from '../../theme';
import { wrapLines } from '../../theme/measure';
import { icon, plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import { type DoneItem, doneContent } from './doneContent';
import { WeekLine, weekLineH } from './WeekLine';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  About: object;
  List: object;
  Week: typeof WeekLine;
  Advice: { Plate: object; Icon: object; Eyebrow: object; Text: object };
  Buttons: typeof ButtonList;
}

const W = screen.right - screen.left;
/** Side of the icon that says how an exercise ended, and its gap to the words, px. */
const ICON = 28;
const ICON_GAP = 10;
const ADVICE_TEXT_Y = 84;
const CARD_GAP = 28;
/** Places from top to bottom, px. */
const places = () => ({
  titleY: atSize(84, 70, 56),
  aboutY: atSize(176, 162, 146),
  listY: atSize(272, 250, 232),
  buttonsY: screen.bottom - buttonH(),
});

/** The page after a session: what was done in pictures, the week so far, or advice where something hurt. */
export class DonePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'done';
  private shell: Shell | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { aboutY, buttonsY, listY, titleY } = places();
    const x = screen.left;
    return {
      Ground: ground(),
      Title: { x, y: titleY, color: colours.text },
      About: { x, y: aboutY, color: colours.soft },
      List: { x, y: listY },
      Week: { type: WeekLine, x },
      Advice: {
        x,
        Plate: { x: -1, y: -1, color: colours.card },
        Icon: { x: 36, y: 34, w: 36, h: 36, texture: icon('book-open', 36), color: colours.mint },
        Eyebrow: { x: 92, y: 30, color: colours.mint },
        Text: { x: 36, y: ADVICE_TEXT_Y, color: colours.text },
      },
      Buttons: { type: ButtonList, x, y: buttonsY },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, summary: SessionSummary): void {
    this.shell = shell;
    const { t } = shell.services;
    const { about, advice, buttons, items, title, week } = doneContent(summary, shell);
    const { buttonsY, listY } = places();
    const says = advice === undefined ? [] : firstLines(advice);
    const adviceH = ADVICE_TEXT_Y + says.length * type.small.lineHeight + 22;
    const cardH = says.length ? adviceH : week ? weekLineH() : 0;
    const cardY = buttonsY - (cardH ? cardH + CARD_GAP : 0);
    this.patch({
      Title: { text: { ...type.display, text: title } },
      About: { text: { ...type.lead, text: about } },
      List: {
        children: pictures(items, cardY - CARD_GAP - listY, (n) => t('done.more', { n })),
      },
      Week: week ? { visible: true, y: cardY, week } : { visible: false },
      Advice: says.length
        ? {
            visible: true,
            y: cardY,
            Plate: { texture: plate(W, adviceH, radius.medium) },
            Eyebrow: { text: { ...type.smallBold, text: t('done.advice') } },
            Text: { text: boxed(type.small, says, W - 72) },
          }
        : { visible: false },
      Buttons: { buttons },
    });
    this.getByRef('Buttons')?.select('home');
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }

  override _handleBack(): void {
    this.shell?.home();
  }
}

/** As many whole sentences of the advice as fit on two lines; at least the first sentence. */
function firstLines(text: string): string[] {
  const w = W - 72;
  const sentences = text.match(/[^.!?]+[.!?]+(\s|$)/g) ?? [text];
  let kept = '';
  for (const sentence of sentences) {
    if (kept && wrapLines(kept + sentence, type.small, w).length > 2) break;
    kept += sentence;
  }
  return wrapLines(kept.trim(), type.small, w, 3);
}

/** Lines of the words that say how an exercise ended. */
const linesOf = ({ how }: DoneItem, { w }: StripLayout): string[] =>
  wrapLines(how, type.caption, w - ICON - ICON_GAP);

/** The exercises side by side: picture, name, and how each ended. */
function pictures(items: readonly DoneItem[], h: number, more: (n: number) => string): object[] {
  if (!items.length) return [];
  const { lineHeight } = type.caption;
  const strip = { items, more };
  // The words about the end take one line or more, as the pictures' width allows.
  const layouts = [1, 2, 3].map((lines) => ({
    lines,
    layout: layOutStrip(strip, W, h - lines * lineHeight),
  }));
  const fits = ({ layout, lines }: (typeof layouts)[number]) =>
    items.slice(0, layout.shown).every((one) => linesOf(one, layout).length <= lines);
  const { layout } = layouts.find(fits) ?? (layouts[layouts.length - 1] as never);
  const namesH = Math.max(...layout.names.slice(0, layout.shown).map(({ length }) => length));
  const howY = layout.pictureH + NAME_GAP + namesH * lineHeight;
  const ends = items.slice(0, layout.shown).map((one) => linesOf(one, layout).length);
  const used = howY + Math.max(...ends) * lineHeight;
  // In the middle of the room that is left.
  const y = Math.max(0, Math.round((h - used) / 2));
  return layout.names.map((lines, at) => {
    const item = items[at];
    const name = boxed(type.caption, lines, layout.w);
    const x = stripX(at, layout);
    if (!item || at >= layout.shown) return { x, y, text: name, color: colours.soft };
    const ink = colours[item.ink];
    return {
      x,
      y,
      Picture: {
        type: Picture,
        w: layout.pictureW,
        h: layout.pictureH,
        corner: radius.medium,
        picture: item.picture,
      },
      Name: { y: layout.pictureH + NAME_GAP, text: name, color: colours.text },
      Icon: {
        y: howY + Math.round((lineHeight - ICON) / 2),
        w: ICON,
        h: ICON,
        texture: icon(item.icon, ICON),
        color: ink,
      },
      Outcome: {
        x: ICON + ICON_GAP,
        y: howY,
        text: boxed(type.caption, linesOf(item, layout), layout.w - ICON - ICON_GAP),
        color: ink,
      },
    };
  });
}
