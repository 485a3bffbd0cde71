import type { Lightning } from '@lightningjs/sdk';
import type { Rail } from '../../components/Rail';
import type { ValueRowItem } from '../../components/ValueRow';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { wrapLines } from '../../theme/measure';
import { plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import { VALUE_LIST, valueListClip, valueListRail } from '../valueList';
import type { SettingsRow } from './rowKinds';
import { settingsRows } from './settingsRows';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Clip: { List: typeof Rail };
  Why: { Plate: object; Title: object; Text: object };
}

const LIST_W = 1040;
const WHY = {
  x: screen.left + LIST_W + 56,
  w: screen.right - screen.left - LIST_W - 56,
} as const;
const PAD = 40;

/** A list of settings, and beside it the explanation of the focused one. */
export class SettingsPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'settings';
  private shell: Shell | undefined;
  private rows: SettingsRow[] = [];
  /** True when the page opens again, in another language or after another page: then the focus stays. */
  private isOpen = false;
  /** True when a row has opened another page, from which the patient returns here. */
  private goesOn = false;
  /** Place of the focused row before the page was made again. */
  private remadeAt = 0;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
      Clip: valueListClip(LIST_W),
      Why: {
        x: WHY.x,
        y: VALUE_LIST.y,
        Plate: { x: -1, y: -1, color: colours.card },
        Title: { x: PAD, y: PAD - 6, color: colours.mint },
        Text: { x: PAD, color: colours.text },
      },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    this.patch({ Title: { text: { ...type.title, text: shell.services.t('settings.title') } } });
    this.rows = this.rowsOf(shell);
    const { list } = this;
    if (!list) return;
    list.onMove = () => this.drawWhy();
    list.rail = valueListRail(LIST_W, this.items);
    if (!this.isOpen) list.index = 0;
    else if (this.remadeAt) list.index = this.remadeAt;
    this.remadeAt = 0;
    this.drawWhy();
  }

  /** The row of the text size keeps the focus when the size changes. */
  override remake(): void {
    this.remadeAt = this.isOpen ? (this.list?.index ?? 0) : 0;
    super.remake();
  }

  override enter(): void {
    this.isOpen = true;
  }

  override leave(): void {
    this.isOpen = this.goesOn;
    this.goesOn = false;
  }

  override remembered(): void {
    const { list, shell } = this;
    if (!shell || !list) return;
    this.rows = this.rowsOf(shell);
    list.items = this.items;
    this.drawWhy();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get list(): Rail<ValueRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as Rail<ValueRowItem> | undefined;
  }

  private rowsOf(shell: Shell): SettingsRow[] {
    return settingsRows(shell, () => {
      this.goesOn = true;
      shell.go('about');
    });
  }

  private get items(): ValueRowItem[] {
    return this.rows.map((row) => ({ ...row, w: LIST_W }));
  }

  /** Draws the explanation of the focused row. */
  private drawWhy() {
    const row = this.rows[this.list?.index ?? 0];
    if (!row) return;
    const inner = WHY.w - PAD * 2;
    const title = wrapLines(row.label, type.label, inner);
    const text = wrapLines(row.why, type.body, inner);
    const textY = PAD + title.length * type.label.lineHeight + 14;
    const h = textY + text.length * type.body.lineHeight + PAD - 6;
    this.patch({
      Why: {
        Plate: { texture: plate(WHY.w, h, radius.large) },
        Title: { text: boxed(type.label, title, inner) },
        Text: { y: textY, text: boxed(type.body, text, inner) },
      },
    });
  }
}
