import type { Lightning } from '@lightningjs/sdk';
import { PagedText } from '../../components/PagedText';
import type { SectionList } from '../../components/SectionList';
import type { ValueRowItem } from '../../components/ValueRow';
import type { Shell } from '../../shell';
import { colours, screen, type } from '../../theme';
import { ground, Page } from '../Page';
import { VALUE_LIST, valueListClip, valueListSpec } from '../valueList';
import { type AboutSection, aboutSections } from './aboutContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Clip: { List: typeof SectionList };
  Text: typeof PagedText;
}

const LIST_W = 480;
const TEXT_X = screen.left + LIST_W + 56;
const TEXT = { w: screen.right - TEXT_X, h: VALUE_LIST.h } as const;

/** Tells about the app: a list of sections, and beside it the text of the focused section. */
export class AboutPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'about';
  private shell: Shell | undefined;
  private sections: AboutSection[] = [];
  /** True when the page opens again while it is open, in another language: then the focus stays. */
  private isOpen = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
      Clip: valueListClip(LIST_W),
      Text: { type: PagedText, x: TEXT_X, y: VALUE_LIST.y },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { t } = shell.services;
    this.sections = aboutSections(shell);
    this.patch({ Title: { text: { ...type.title, text: t('settings.about') } } });
    const { list } = this;
    if (!list) return;
    list.onMove = () => this.drawText();
    list.list = valueListSpec(LIST_W, [{ items: this.items(shell) }]);
    if (!this.isOpen) list.index = 0;
    this.drawText();
  }

  override enter(): void {
    this.isOpen = true;
  }

  override leave(): void {
    this.isOpen = false;
  }

  /** The wheel turns the text's pages when the list has nothing to scroll. */
  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    if (direction === 'column') this.getByRef('Text')?.turn(by);
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  override _handleLeft(): void {
    this.getByRef('Text')?.turn(-1);
  }

  override _handleRight(): void {
    this.getByRef('Text')?.turn(1);
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get list(): SectionList<ValueRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as SectionList<ValueRowItem> | undefined;
  }

  private items(shell: Shell): Omit<ValueRowItem, 'w'>[] {
    const sections = this.sections.map(({ icon, id, label, opens }) => ({
      id: `about-${id}`,
      label,
      icon,
      press: opens ?? (() => this.getByRef('Text')?.readOn()),
    }));
    const back = {
      id: 'back',
      label: shell.services.t('routine.back'),
      press: () => shell.back(),
    };
    return [...sections, back];
  }

  /** Draws the text of the focused section. While Back has the focus, the text of the last section stays. */
  private drawText() {
    const section = this.sections[this.list?.index ?? 0];
    const { shell } = this;
    if (!section || !shell) return;
    this.patch({
      Text: {
        paged: {
          ...TEXT,
          blocks: section.blocks,
          style: type.body,
          headingStyle: type.label,
          footer: (page, pages) => shell.services.t('exercise.page', { page, pages }),
        },
      },
    });
  }
}
