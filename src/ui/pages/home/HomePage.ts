import type { Lightning } from '@lightningjs/sdk';
import type { AppServices } from '../../../app/services';
import type { Day, GroupMode, Memory } from '../../../session/memory/memory';
import { ADVICE, AdviceCard } from '../../components/AdviceCard';
import { smallButtonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import { CentreBrand } from '../../components/CentreBrand';
import { fade } from '../../components/Fade';
import { HERO, Hero, type HeroSpec } from '../../components/Hero';
import { Notice } from '../../components/Notice';
import { RoutineTile } from '../../components/RoutineTile';
import { type FocusPlace, type RowSpec, Rows } from '../../components/Rows';
import { TILE, Tile } from '../../components/Tile';
import type { Shell, HomeNotice as ShellNotice } from '../../shell';
import { colours, screen } from '../../theme';
import { glide } from '../../theme/motion';
import { ground, Page } from '../Page';
import { ROW_GAP, tileRow } from '../tileRow';
import { heroOf } from './heroContent';
import {
  adviceCards,
  headerButtons,
  leftOutTiles,
  noticesOf,
  routineTiles,
  tileOf,
} from './homeContent';
import { askAboutPain } from './homeDialogs';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Body: { Brand: typeof CentreBrand; Rows: typeof Rows };
  Above: object;
  Below: object;
}

const HEADER_Y = 40;
const HEADER_GAP = 18;
const HEADER_BUTTON_GAP = 20;
/**
 * Rows fade out above the place of the focused row, and below the safe area. Lengths of the two fades,
 * px.
 */
const FADE = { above: 76, below: screen.h - screen.bottom } as const;

/**
 * Shows today's routine, the patient's own routines, a row per category, the excluded exercises, and
 * the advice.
 */
export class HomePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'home';
  override readonly mayRestart = true;
  private shell: Shell | undefined;
  /**
   * Makes the rows around the hero. The first frame shows the hero alone, and the rows follow in the
   * next frame.
   */
  private later: (() => RowSpec[]) | undefined;
  /** Place of the focus before the page was made again. */
  private before: FocusPlace | undefined;
  private built:
    | {
        services: AppServices;
        memory: Memory;
        day: Day;
        notice: ShellNotice | undefined;
        group: GroupMode | undefined;
      }
    | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { ...ground(), colorTop: colours.groundTop, colorBottom: colours.groundBottom },
      Body: {
        Brand: { type: CentreBrand, x: screen.left, y: screen.top - 8 },
        Rows: { type: Rows, x: screen.left, y: HEADER_Y },
      },
      Above: { ...fade('above', colours.groundTop), w: screen.w, h: FADE.above, alpha: 0 },
      Below: {
        ...fade('below', colours.groundBottom),
        y: screen.h - FADE.below,
        w: screen.w,
        h: FADE.below,
      },
    };
  }

  override get heading(): string {
    return this.shell?.services.t('app.name') ?? '';
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { memoryStore, t } = shell.services;
    const trouble = memoryStore.tell();
    if (trouble && !shell.notice) shell.notice = { text: t(`trouble.${trouble}`) };
    this.refresh();
    // The focus goes to a notice that can undo something.
    if (shell.notice?.undo) this.rows?.select('notice:told');
  }

  override enter(): void {
    // After this frame: work within it would delay the hero on the screen.
    if (this.later) {
      this.stage.once('frameEnd', () => this.stage.once('frameStart', () => this.lengthen()));
    }
    if (this.shell) askAboutPain(this.shell);
  }

  override leave(): void {
    if (this.shell) this.shell.notice = undefined;
  }

  override remake(): void {
    this.built = undefined;
    // A page that is made again twice before it is shown has no rows the second time.
    this.before = this.rows?.place ?? this.before;
    super.remake();
  }

  override remembered(): void {
    this.refresh();
  }

  /**
   * A set that stays on overnight shows the old day. The first key of the next day draws the new one
   * and does nothing else.
   */
  override _captureKey(): boolean {
    this.lengthen();
    const { built, shell } = this;
    if (!shell || built?.day === shell.services.memoryStore.today()) return false;
    this.refresh();
    askAboutPain(shell);
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.rows;
  }

  override _handleBack(): void {
    const { shell } = this;
    if (!shell) return;
    const { t } = shell.services;
    shell.ask({
      id: 'exit',
      title: t('exit.title'),
      buttons: [
        { id: 'stay', label: t('exit.stay'), primary: true, press: () => {} },
        { id: 'leave', label: t('exit.leave'), press: () => shell.exit() },
      ],
    });
  }

  private get rows(): Rows | undefined {
    return this.getByRef('Body')?.getByRef('Rows') as Rows | undefined;
  }

  /** Builds the page again when something that it shows has changed. */
  private refresh() {
    const { built, shell } = this;
    if (!shell) return;
    const { services, notice } = shell;
    const { memoryStore, mode } = services;
    const { memory } = memoryStore;
    const group = mode.groupMode(memory.settings.group);
    const now = { services, memory, day: memoryStore.today(), notice, group };
    if (built && Object.entries(now).every(([key, one]) => built[key as keyof typeof now] === one))
      return;
    this.built = now;
    this.build(shell);
  }

  private build(shell: Shell) {
    const notices = noticesOf(shell, () => this.refresh());
    const place = this.before ?? this.rows?.place;
    this.before = undefined;
    const header = this.header();
    const isFirst = place === undefined;
    const spec = heroOf(shell);
    const hero = this.hero({ ...spec, isBare: isFirst }, notices.length > 0);
    const first = [
      header,
      hero,
      ...notices.map((spec, at): RowSpec => {
        const element = this.stage.c({ type: Notice, notice: spec });
        const after = at === notices.length - 1 ? 32 : 16;
        return { id: `notice:${spec.id}`, element, h: element.h, after };
      }),
    ];
    const isOnHero = first.some(({ id, isIdle }) => id === 'hero' && !isIdle);
    const others = () => {
      this.fillHeader(shell, header.element);
      if (isFirst) hero.element.complete();
      return this.tiles(shell);
    };
    this.later = isFirst && isOnHero ? others : undefined;
    const rows = this.later ? first : [...first, ...others()];
    if (this.rows) this.rows.onScroll = (isScrolled) => this.fadeAbove(isScrolled);
    this.rows?.show(rows, isOnHero ? 'hero' : 'routines', place);
  }

  /** Adds the rows around the hero, if they are still to come. */
  private lengthen() {
    const { later, rows } = this;
    this.later = undefined;
    if (later) rows?.showMore(later());
  }

  private header(): RowSpec & { element: ButtonList } {
    const x = screen.right - screen.left;
    const element = this.stage.c({ type: ButtonList, gap: HEADER_BUTTON_GAP, x, mountX: 1 });
    return { id: 'header', element, h: smallButtonH(), after: HEADER_GAP };
  }

  /** Draws the header's buttons, and the brand in the remaining width. */
  private fillHeader(shell: Shell, list: ButtonList) {
    const { centre, library, logo, t } = shell.services;
    list.buttons = headerButtons(shell);
    const room = screen.right - screen.left - list.w - HEADER_BUTTON_GAP;
    const about = centre.name ?? library.title;
    const brand = { app: t('app.name'), about, logo, room };
    this.patch({ Body: { Brand: { brand } } });
  }

  /** Without scrolling there is no fade, since nothing is cut off below the header. */
  private fadeAbove(isScrolled: boolean) {
    const above = this.getByRef('Above');
    if (above) glide(above, 'alpha', Number(isScrolled));
  }

  /** The row with the hero. A notice without an action leaves the focus to this row. */
  private hero(spec: HeroSpec, hasNotice: boolean): RowSpec & { element: Hero } {
    const h = hasNotice ? HERO.low : HERO.h;
    const before = this.rows?.find('hero');
    const isKept = before instanceof Hero && before.h === h;
    // Keeps the same element if possible, with its picture and its focus.
    const element = isKept ? before : this.stage.c({ type: Hero, h });
    element.hero = spec;
    if (before instanceof Hero && !isKept) element.takeOver(before);
    return { id: 'hero', element, h, after: hasNotice ? 20 : 32, isIdle: !spec.buttons.length };
  }

  private tiles(shell: Shell): RowSpec[] {
    const { library, t } = shell.services;
    const { stage } = this;
    const leftOut = leftOutTiles(shell);
    const advice = adviceCards(shell);
    const rows: RowSpec[] = [];
    if (library.exercises.length) {
      const items = routineTiles(shell);
      rows.push(tileRow(stage, 'routines', t('home.routines'), RoutineTile, TILE, items));
    }
    for (const { id, title } of library.categories) {
      const exercises = library.exercises.filter((one) => one.category === id);
      if (!exercises.length) continue;
      const items = exercises.map((exercise) => tileOf(exercise, shell));
      rows.push(tileRow(stage, `category:${id}`, title, Tile, TILE, items, true));
    }
    if (leftOut.length)
      rows.push(tileRow(stage, 'leftOut', t('home.leftOut'), Tile, TILE, leftOut));
    if (advice.length) {
      rows.push(tileRow(stage, 'advice', t('home.advice'), AdviceCard, ADVICE, advice));
    }
    return rows.map((row) => ({ ...row, after: ROW_GAP }));
  }
}
