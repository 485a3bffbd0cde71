import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import { ADVICE, AdviceCard, type AdviceItem } from '../components/AdviceCard';
import { HERO, Hero } from '../components/Hero';
import { Notice } from '../components/Notice';
import { Rail, ROW_VIEW } from '../components/Rail';
import { TILE, Tile, type TileItem } from '../components/Tile';
import type { AppServices } from '../services';
import type { Shell } from '../shell';
import { colours, motion, screen, type } from '../theme';
import { setNow } from '../theme/motion';
import { heroOf, noticesOf, tileOf } from './homeContent';
import { ground, Page } from './Page';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Body: { Brand: object; Source: object };
}

/** A row of the page: what has the focus in it, and where it stands. */
interface Row {
  focus: Lightning.Component;
  y: number;
  bottom: number;
}

const GAP = 28;
const TILE_STEP = TILE.w + GAP;
const ADVICE_STEP = ADVICE.w + GAP;
const HERO_Y = 118;
const HEADING_H = 68;
const ROW_GAP = 44;
/** Where the focused row comes to stand. */
const ANCHOR = 90;
const SCREENFUL = screen.h - 40;

/** Today's routine, then a row per category. */
export class HomePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'home';
  private shell: Shell | undefined;
  private built: AppServices | undefined;
  private rows: Row[] = [];
  private at = 0;
  private height = 0;
  /** Elements below the header, made anew when the content changes. */
  private made: Lightning.Element[] = [];
  private shownNotice: string | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { ...ground, colorTop: 0xff182b29, colorBottom: 0xff0e1918 },
      Body: {
        Brand: { x: screen.left, y: screen.top - 8, color: colours.mint },
        Source: { x: screen.right, mountX: 1, y: screen.top - 4, color: colours.soft },
      },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { services } = shell;
    const hero = this.rows[0]?.focus;
    const isNew =
      services !== this.built ||
      shell.notice !== this.shownNotice ||
      hero instanceof Hero !== heroOf(shell).buttons.length > 0;
    if (isNew) this.build(shell);
    else this.refresh(shell);
  }

  override leave(): void {
    if (this.shell) this.shell.notice = undefined;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.rows[this.at]?.focus;
  }

  override _handleUp(): boolean {
    return this.step(-1);
  }

  override _handleDown(): boolean {
    return this.step(1);
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

  private step(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.rows.length) return false;
    this.at = to;
    this.scroll(true);
    this._refocus();
    return true;
  }

  private scroll(smoothly: boolean) {
    const body = this.getByRef('Body');
    const row = this.rows[this.at];
    if (!body || !row) return;
    const lowest = Math.max(0, this.height - SCREENFUL);
    const fitsOnTop = row.bottom <= screen.bottom;
    const y = fitsOnTop ? 0 : -Math.min(row.y - ANCHOR, lowest);
    if (smoothly) body.setSmooth('y', y, { duration: motion.scroll });
    else setNow(body, 'y', y);
  }

  /** What may change between two visits: the hero's buttons. */
  private refresh(shell: Shell) {
    const hero = this.rows[0]?.focus;
    if (hero instanceof Hero) hero.hero = heroOf(shell);
  }

  private build(shell: Shell) {
    const { services } = shell;
    const { library, t } = services;
    const focused = this.rows[this.at]?.focus;
    const keepsFocus = services === this.built && focused instanceof Rail;
    const fromEnd = this.rows.length - this.at;
    // Rows from the last one up: what is new stands above them.
    const places = this.rows
      .map(({ focus }) => (focus instanceof Rail ? focus.index : 0))
      .reverse();
    const isSame = services === this.built;
    this.built = services;
    this.shownNotice = shell.notice;
    const body = this.getByRef('Body');
    if (!body) return;
    for (const element of this.made) body.childList.remove(element);
    this.made = [];
    this.rows = [];
    body.patch({
      Brand: { text: { ...type.label, text: t('app.name') } },
      Source: { text: { ...type.small, text: library.title } },
    });

    let y = HERO_Y;
    const put = (element: Lightning.Element, h: number, after: number) => {
      const row = this.rows[this.rows.length - 1];
      if (row && element === row.focus) row.bottom = y + h;
      element.x = screen.left;
      element.y = y;
      body.childList.add(element);
      this.made.push(element);
      y += h + after;
    };
    const row = (focus: Lightning.Component, top = y) =>
      this.rows.push({ focus, y: top, bottom: top });

    const notices = noticesOf(shell);
    const heroH = notices.length ? HERO.low : HERO.h;
    const spec = heroOf(shell);
    const hero = this.stage.c({ type: Hero, h: heroH, hero: spec });
    // With nothing to press it takes no focus: the first row has it.
    if (spec.buttons.length) row(hero);
    put(hero, heroH, notices.length ? 20 : 28);
    for (const spec of notices) {
      const notice = this.stage.c({ type: Notice, notice: spec });
      row(notice);
      put(notice, notice.h, 16);
    }
    y += notices.length ? 8 : 12;
    for (const category of library.categories) {
      const exercises = library.exercises.filter((one) => one.category === category.id);
      if (!exercises.length) continue;
      const top = y;
      put(this.heading(category.title), HEADING_H, 0);
      const rail = this.tiles(exercises, shell);
      row(rail, top);
      put(rail, TILE.h, ROW_GAP);
    }
    if (library.advice.length) {
      const top = y;
      put(this.heading(t('home.advice')), HEADING_H, 0);
      const rail = this.advice(shell);
      row(rail, top);
      put(rail, ADVICE.h, ROW_GAP);
    }
    this.height = y;
    if (isSame) {
      [...this.rows].reverse().forEach(({ focus }, at) => {
        if (focus instanceof Rail) focus.index = places[at] ?? 0;
      });
    }
    this.at = keepsFocus ? Math.max(0, this.rows.length - fromEnd) : 0;
    this.scroll(false);
    this._refocus();
  }

  private heading(text: string): Lightning.Element {
    return this.stage.createElement({
      text: { ...type.heading, text },
      color: colours.text,
      mountY: 0,
    });
  }

  private tiles(exercises: Exercise[], shell: Shell): Rail<TileItem> {
    const rail = this.stage.c({ type: Rail }) as Rail<TileItem>;
    rail.rail = {
      cell: Tile,
      direction: 'row',
      step: TILE_STEP,
      view: ROW_VIEW + GAP,
      items: exercises.map((exercise) => tileOf(exercise, shell)),
    };
    return rail;
  }

  private advice(shell: Shell): Rail<AdviceItem> {
    const { library, t } = shell.services;
    const rail = this.stage.c({ type: Rail }) as Rail<AdviceItem>;
    rail.rail = {
      cell: AdviceCard,
      direction: 'row',
      step: ADVICE_STEP,
      view: ROW_VIEW + GAP,
      items: library.advice.map(({ id, text }) => ({
        id,
        text,
        more: t('home.adviceMore'),
        press: () =>
          shell.ask({
            id: 'advice',
            title: t('home.advice'),
            icon: 'heart',
            tone: colours.mint,
            text,
            buttons: [{ id: 'close', label: t('dialog.close'), press: () => {} }],
          }),
      })),
    };
    return rail;
  }
}
