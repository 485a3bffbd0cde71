import type { Lightning } from '@lightningjs/sdk';
import type { CodeProblem } from '../../../session/code/routineCode';
import { problemText } from '../../../texts/code';
import { buttonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { textWidth, wrapLines } from '../../theme/measure';
import { plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import {
  characterRows,
  MAX_TYPED,
  openCode,
  type Typing,
  typedText,
  typingButtons,
} from './codeContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Hint: object;
  Field: { Plate: object; Typed: object; Caret: object };
  Told: object;
  Keys: object;
}

const FIELD = { y: 216, w: screen.right - screen.left, h: 132, pad: 40 } as const;
const TOLD_Y = FIELD.y + FIELD.h + 20;
const KEYS_Y = 440;
const keyStep = (): number => buttonH() + 18;
const KEYS_GAP = 18;

/**
 * The page where a patient types a code with the arrows. It has a grid of characters, and tells the
 * exercises of the code.
 */
export class CodePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>, Typing
{
  readonly pageName = 'code';
  private shell: Shell | undefined;
  private code = '';
  private told = '';
  private row = 0;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
      Hint: { x: screen.left, y: screen.top + 86, color: colours.soft },
      Field: {
        x: screen.left,
        y: FIELD.y,
        Plate: {
          x: -1,
          y: -1,
          texture: plate(FIELD.w, FIELD.h, radius.medium),
          color: colours.card,
        },
        Typed: { x: FIELD.pad, y: 24, color: colours.accent },
        Caret: { rect: true, y: 32, w: 4, h: 68, color: colours.soft },
      },
      Told: { x: screen.left, y: TOLD_Y, color: colours.coral },
      Keys: { x: screen.left, y: KEYS_Y },
    };
  }

  override get news(): readonly string[] {
    return [typedText(this.code).split('').join(' '), this.told];
  }

  /**
   * Called by the route table before the page opens.
   * @param wrong an unreadable code from an address, which the patient can correct here
   */
  open(shell: Shell, wrong?: { code: string; problem: CodeProblem }): void {
    this.shell = shell;
    const { t } = shell.services;
    this.code = wrong ? wrong.code.slice(0, MAX_TYPED) : '';
    this.told = wrong ? problemText(t, wrong.problem) : '';
    this.row = 0;
    const rows = [...characterRows(this), typingButtons(shell, this, () => shell.back())];
    this.patch({
      Title: { text: { ...type.title, text: t('code.title') } },
      Hint: { text: { ...type.body, text: t('code.hint') } },
      Keys: {
        children: rows.map((buttons, at) => ({
          type: ButtonList,
          y: at * keyStep() + (at === rows.length - 1 ? 14 : 0),
          gap: KEYS_GAP,
          buttons,
        })),
      },
    });
    this.draw();
  }

  lead(part: object): void {
    const at = this.rows.indexOf(part as ButtonList);
    if (at >= 0) this.row = at;
    this._refocus();
  }

  type(character: string): void {
    if (this.code.length < MAX_TYPED) this.code += character;
    this.told = '';
    this.draw();
  }

  takeBack(): void {
    this.code = this.code.slice(0, -1);
    this.told = '';
    this.draw();
  }

  clear(): void {
    this.code = '';
    this.told = '';
    this.draw();
  }

  read(): void {
    if (!this.shell) return;
    this.told = openCode(this.code, this.shell) ?? '';
    this.draw();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.rows[this.row];
  }

  override _handleUp(): void {
    this.step(-1);
  }

  override _handleDown(): void {
    this.step(1);
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get rows(): ButtonList[] {
    return ((this.getByRef('Keys') as Lightning.Element | undefined)?.children ??
      []) as ButtonList[];
  }

  /** Moves the focus to the nearest key of the row above or below. */
  private step(by: -1 | 1) {
    const { rows } = this;
    const from = rows[this.row];
    const to = rows[this.row + by];
    if (!from || !to) return;
    const middleOf = (list: ButtonList, at: number) => {
      const key = list.children[at];
      return key ? key.x + key.w / 2 : 0;
    };
    const at = from.buttons.findIndex(({ id }) => id === from.selected);
    const here = middleOf(from, at);
    const away = to.buttons.map((_, place) => Math.abs(middleOf(to, place) - here));
    const nearest = to.buttons[away.indexOf(Math.min(...away))];
    if (nearest) to.select(nearest.id);
    this.row += by;
    this._refocus();
  }

  private draw() {
    const typed = typedText(this.code);
    const style = typed.length > 28 ? type.heading : type.display;
    this.patch({
      Field: {
        Typed: { y: style === type.display ? 24 : 40, text: { ...style, text: typed } },
        Caret: { x: FIELD.pad + textWidth(typed, style) + 10 },
      },
      Told: {
        text: boxed(type.body, wrapLines(this.told, type.body, FIELD.w), FIELD.w),
      },
    });
  }
}
