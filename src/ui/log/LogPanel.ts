import { Lightning } from '@lightningjs/sdk';
import type { AppServices } from '../../app/services';
import { log } from '../../tv/log';
import type { Spoken } from '../access/spoken';
import { fade } from '../components/Fade';
import { KeyHints } from '../pages/player/overlay/KeyHints';
import { colours, screen, type } from '../theme';
import { glide, setNow } from '../theme/motion';
import { factsOf, problemLines, type SlowFacts, slowFacts } from './logContent';
import {
  entryParts,
  factRows,
  headingPart,
  linePart,
  PANEL_W,
  type Part,
  sentencePart,
} from './logParts';

/** The services and settings of the panel. */
export interface LogPanelSpec {
  services: AppServices;
  /** Seconds without a key after which the panel closes; undefined: it stays open. */
  stays: number | undefined;
  close(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  testId: string;
  Ground: object;
  Title: object;
  Hints: typeof KeyHints;
  Clip: { Strip: object };
  Edges: { Above: object; Below: object };
  Bar: { Thumb: object };
}

const TOP = 162;
const VIEW_H = screen.h - TOP;
/** Room below the last part, px. */
const AFTER = screen.h - screen.bottom;
/** Distance that one press scrolls, px. The part at one end of the view stays in view. */
const STEP = Math.round(VIEW_H * 0.4);
const EDGE_H = 54;
/** Entries of the log within this time are drawn together, ms. */
const TOGETHER_MS = 200;

/**
 * The technical panel for staff, in front of any page. It tells facts about the set, and the events in
 * its log. It changes nothing.
 */
export class LogPanel
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly testId = 'log';
  /** Name of the panel, in the place of a dialog's id. */
  readonly open = 'log';
  private current: LogPanelSpec | undefined;
  private slow: SlowFacts | undefined;
  private parts: Part[] = [];
  private drawn = new Map<string, Lightning.Element>();
  private top = 0;
  private height = 0;
  private endListening: (() => void) | undefined;
  private looking: number | undefined;
  private leaving: number | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: screen.w,
      h: screen.h,
      Ground: { rect: true, w: screen.w, h: screen.h, color: colours.ground },
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
      Hints: { type: KeyHints, x: screen.right, y: screen.top + 78 },
      Clip: { x: screen.left, y: TOP, w: PANEL_W, h: VIEW_H, clipping: true, Strip: {} },
      Edges: {
        x: screen.left,
        Above: { ...fade('above', colours.ground), y: TOP, w: PANEL_W, h: EDGE_H },
        Below: { ...fade('below', colours.ground), y: screen.h - EDGE_H, w: PANEL_W, h: EDGE_H },
      },
      Bar: {
        x: screen.right + 24,
        y: TOP,
        rect: true,
        w: 6,
        h: screen.bottom - TOP,
        color: colours.card,
        Thumb: { rect: true, w: 6, color: colours.soft },
      },
    };
  }

  get heading(): string {
    return this.current?.services.t('log.title') ?? '';
  }

  /** The button that closes the panel, and the parts in view, for a screen reader. */
  get spoken(): Spoken[] {
    const t = this.current?.services.t;
    if (!t) return [];
    return [
      { role: 'button', name: t('routine.back'), key: 'Back' },
      ...this.inView().flatMap(({ part }) => part.spoken),
    ];
  }

  /** Called once, after the panel was made. */
  show(spec: LogPanelSpec): void {
    this.current = spec;
    const { t } = spec.services;
    this.patch({ Title: { text: { ...type.title, text: t('log.title') } } });
    const hints = this.getByRef('Hints');
    if (hints) {
      hints.hints = [
        { keys: [{ key: 'Up' }, { key: 'Down' }], text: t('log.hint') },
        { keys: [{ cap: t('player.key.back'), key: 'Back' }], text: t('log.close') },
      ];
    }
    this.lay();
    this.endListening = log.onChange(() => {
      this.looking ??= window.setTimeout(() => {
        this.looking = undefined;
        this.lay();
      }, TOGETHER_MS);
    });
    void slowFacts(window).then((found) => {
      this.slow = found;
      if (this.attached) this.lay();
    });
    this.stay();
  }

  override _detach(): void {
    this.endListening?.();
    window.clearTimeout(this.looking);
    window.clearTimeout(this.leaving);
  }

  override _captureKey(): boolean {
    this.stay();
    return false;
  }

  override _handleUp(): void {
    this.turn(-1);
  }

  override _handleDown(): void {
    this.turn(1);
  }

  override _handleBack(): void {
    this.current?.close();
  }

  /** Takes every other key, so that the page behind the panel gets none. */
  override _handleKey(): void {}

  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    if (direction === 'column') this.turn(by);
    return true;
  }

  /** Starts the time without a key again. */
  private stay() {
    window.clearTimeout(this.leaving);
    const { close, stays } = this.current ?? {};
    if (stays !== undefined) this.leaving = window.setTimeout(() => close?.(), stays * 1000);
  }

  /** Makes all parts again. The view stays at the part that it shows. */
  private lay() {
    const { current } = this;
    if (!current) return;
    const { services } = current;
    const { t } = services;
    const now = Date.now();
    const faults = entryParts([...log.faults].reverse(), now);
    const wrong = problemLines(services);
    const before = this.height;
    this.parts = [
      ...factRows(factsOf(services, window, this.slow, now)),
      ...(wrong.length ? [headingPart(t('log.files')), ...wrong.map(sentencePart)] : []),
      headingPart(t('log.faults')),
      ...(faults.length ? faults.map(asFault) : [linePart(t('log.none'))]),
      headingPart(t('log.events')),
      ...entryParts([...log.entries].reverse(), now),
    ];
    this.height = this.parts.reduce((sum, { h }) => sum + h, 0);
    const isRead = this.top > 0;
    this.to(isRead ? this.top + this.height - before : 0, false);
  }

  private turn(by: -1 | 1) {
    this.to(this.top + by * STEP, true);
  }

  private get lowest(): number {
    return Math.max(0, this.height + AFTER - VIEW_H);
  }

  private to(y: number, smoothly: boolean) {
    this.top = Math.max(0, Math.min(y, this.lowest));
    const strip = this.getByRef('Clip')?.getByRef('Strip') as Lightning.Element | undefined;
    if (!strip) return;
    this.draw(strip);
    if (smoothly) glide(strip, 'y', -this.top);
    else setNow(strip, 'y', -this.top);
    const track = screen.bottom - TOP;
    const thumb = Math.max(40, (track * VIEW_H) / (this.height + AFTER));
    const share = this.lowest > 0 ? this.top / this.lowest : 0;
    this.patch({
      Edges: { Above: { visible: this.top > 0 }, Below: { visible: this.top < this.lowest } },
      Bar: { visible: this.lowest > 0, Thumb: { y: share * (track - thumb), h: thumb } },
    });
  }

  /** The parts that are in view, or come into view within one press, and their y. */
  private inView(): { part: Part; y: number }[] {
    const found: { part: Part; y: number }[] = [];
    let y = 0;
    for (const part of this.parts) {
      if (y + part.h > this.top - STEP && y < this.top + VIEW_H + STEP) found.push({ part, y });
      y += part.h;
    }
    return found;
  }

  /** Draws the parts in the order of reading. */
  private draw(strip: Lightning.Element) {
    const before = this.drawn;
    this.drawn = new Map();
    for (const { part, y } of this.inView()) {
      const element =
        before.get(part.key) ??
        this.stage.createElement({ w: PANEL_W, h: part.h, children: part.draw() } as never);
      element.y = y;
      this.drawn.set(part.key, element);
    }
    strip.children = [...this.drawn.values()];
  }
}

/** A fault is listed among all entries too, so its part needs a key of its own. */
const asFault = (part: Part): Part => ({ ...part, key: `fault ${part.key}` });
