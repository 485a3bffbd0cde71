import type { Lightning } from '@lightningjs/sdk';
import { CODE_LAYOUT } from '../../../session/code/codeKeys';
import { strangeAt } from '../../../session/code/codeSymbols';
import type { CodeProblem } from '../../../session/code/routineCode';
import { problemText } from '../../../texts/code';
import { isEscape, typedBy } from '../../../tv/typedKey';
import { buttonH } from '../../components/Button';
import { KeyGrid } from '../../components/KeyGrid';
import type { Shell } from '../../shell';
import { atSize, colours, radius, screen, type } from '../../theme';
import { textWidth, wrapLines } from '../../theme/measure';
import { plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import { keyOf, keysHint, MAX_TYPED, openCode, type Typing, typedText } from './codeContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Hint: object;
  Field: { Plate: object; Typed: object; Caret: object };
  Told: object;
  Keys: typeof KeyGrid;
  Also: object;
}

const FIELD = { y: 160, w: screen.right - screen.left, h: 132, pad: 40 } as const;
/** What to do, or what is wrong: up to two lines between field and keys. */
const TOLD_Y = FIELD.y + FIELD.h + 20;
const KEYS_Y = 440;
const GAP = 15;
const COLUMNS = CODE_LAYOUT[0]?.length ?? 1;
/** Width of a key, px: the keys and their gaps fill the safe area. */
const KEY_W = Math.floor((FIELD.w - (COLUMNS - 1) * GAP) / COLUMNS);
const keyStep = (): number => buttonH() + GAP;
/** Distance of the last line from the keys, px. */
const alsoGap = (): number => atSize(30, 28, 24);

/**
 * The page where a patient types a code, with the arrows on a grid of characters, with the remote's
 * digits, or with a keyboard. It opens the exercises of the code.
 */
export class CodePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>, Typing
{
  readonly pageName = 'code';
  private shell: Shell | undefined;
  code = '';
  private told = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
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
      Hint: { x: screen.left, y: TOLD_Y, color: colours.soft },
      Told: { x: screen.left, y: TOLD_Y, color: colours.coral },
      Keys: { type: KeyGrid, x: screen.left, y: KEYS_Y },
      Also: { x: screen.left, color: colours.soft },
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
    this.patch({
      Title: { text: { ...type.title, text: t('code.title') } },
      Hint: { text: { ...type.body, text: t('code.hint') } },
      Keys: {
        grid: {
          layout: CODE_LAYOUT,
          keyOf: (id) => keyOf(id, shell, this),
          size: { w: KEY_W, x: KEY_W + GAP, y: keyStep() },
        },
      },
      Also: {
        y: KEYS_Y + (CODE_LAYOUT.length - 1) * keyStep() + buttonH() + alsoGap(),
      },
    });
    this.draw();
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
    return this.keys;
  }

  /** Backspace and the remote's Back delete a character, while there is one. Then they leave. */
  override _handleBack(event: KeyboardEvent): void {
    if (this.code && !isEscape(event)) this.takeBack();
    else this.shell?.back();
  }

  override _handleKey(event: KeyboardEvent): void {
    const typed = typedBy(event, this.application.getOption('keys')[event.keyCode]);
    if (typed === 'erase') this.takeBack();
    else if (typed) this.typeByKey(typed.character);
  }

  private get keys(): KeyGrid | undefined {
    return this.getByRef('Keys');
  }

  private typeByKey(character: string) {
    // A letter comes from a keyboard, where OK is for the whole code. Digits may come between arrows.
    if (/[A-Z]/.test(character)) this.keys?.select('read');
    if (strangeAt(character) === undefined) {
      this.type(character);
      return;
    }
    if (!this.shell) return;
    const place = this.code.length + 1;
    this.told = problemText(this.shell.services.t, { kind: 'character', character, place });
    this.draw();
  }

  private draw() {
    this.keys?.refresh();
    const typed = typedText(this.code);
    const style = typed.length > 28 ? type.heading : type.display;
    this.patch({
      Field: {
        Typed: { y: style === type.display ? 24 : 40, text: { ...style, text: typed } },
        Caret: { x: FIELD.pad + textWidth(typed, style) + 10 },
      },
      Hint: { visible: !this.told },
      Told: {
        text: boxed(type.body, wrapLines(this.told, type.body, FIELD.w), FIELD.w),
      },
      Also: { text: { ...type.small, text: this.shell ? keysHint(this.shell, this.code) : '' } },
    });
  }
}
