import type { Lightning } from '@lightningjs/sdk';
import type { Section, SectionList } from '../../components/SectionList';
import type { ValueRowItem } from '../../components/ValueRow';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { wrapLines } from '../../theme/measure';
import { plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import { VALUE_LIST, valueListClip, valueListSpec } from '../valueList';
import type { SettingsRow } from './rowKinds';
import { settingsRows } from './settingsRows';
import { staffRows } from './staffRows';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Clip: { List: typeof SectionList };
  Why: { Plate: object; Title: object; Text: object };
}

const LIST_W = 1040;
const WHY = {
  x: screen.left + LIST_W + 56,
  w: screen.right - screen.left - LIST_W - 56,
} as const;
const PAD = 40;

/** Id of the row that shows the rows for staff, and its name in an address. */
const STAFF = 'staff';

/** A list of settings, and beside it the explanation of the focused one. */
export class SettingsPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'settings';
  private shell: Shell | undefined;
  private sections: Section<SettingsRow>[] = [];
  /** True while the rows for staff are shown. */
  private isForStaff = false;
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

  /**
   * Called by the route table before the page opens.
   * @param row id of the row that gets the focus; `staff` shows the rows for staff
   */
  open(shell: Shell, row = ''): void {
    this.shell = shell;
    const { list } = this;
    if (list) list.onMove = () => this.drawWhy();
    if (!this.isOpen) {
      this.isForStaff = row === STAFF;
      this.draw();
      this.select(row);
      return;
    }
    this.draw();
    if (this.remadeAt && list) list.index = this.remadeAt;
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
    if (this.shell) this.draw();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  override _handleBack(): void {
    if (this.isForStaff) this.showStaff(false);
    else this.shell?.back();
  }

  private get list(): SectionList<ValueRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as SectionList<ValueRowItem> | undefined;
  }

  private get rows(): SettingsRow[] {
    return this.sections.flatMap(({ items }) => items);
  }

  /** Moves the focus to a row; without such a row, to the first one. */
  private select(id: string) {
    const { list } = this;
    const at = this.rows.findIndex((row) => row.id === id);
    if (list) list.index = Math.max(0, at);
    this.drawWhy();
  }

  private showStaff(isForStaff: boolean) {
    this.isForStaff = isForStaff;
    this.draw();
    this.select(isForStaff ? '' : STAFF);
  }

  private sectionsOf(shell: Shell): Section<SettingsRow>[] {
    if (this.isForStaff) return [{ items: staffRows(shell, () => this.showStaff(false)) }];
    return settingsRows(shell, {
      goOn: (hash) => {
        this.goesOn = true;
        shell.go(hash);
      },
      toStaff: () => this.showStaff(true),
      redraw: () => this.draw(),
    });
  }

  /** Draws the rows with their current values; the focus keeps its place. */
  private draw() {
    const { list, shell } = this;
    if (!shell || !list) return;
    const { t } = shell.services;
    this.sections = this.sectionsOf(shell);
    const title = t(this.isForStaff ? 'settings.staff' : 'settings.title');
    this.patch({ Title: { text: { ...type.title, text: title } } });
    list.list = valueListSpec(LIST_W, this.sections);
    this.drawWhy();
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
