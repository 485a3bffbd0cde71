/**
 * Keeps the accessible page equal to the screen, and the live region equal to the narrator. It looks at
 * the screen after something was drawn or the focus moved, and no more often than necessary.
 */
import type { Lightning } from '@lightningjs/sdk';
import { hasSecondScript } from '../../app/loading/secondScript';
import type { AppServices } from '../../app/services';
import { type Phrase, phraseText, sentenceText } from '../../timeline/phrases';
import type { Page } from '../pages/Page';
import { AccessibleDom, type AccessibleItem } from './accessibleDom';
import { Announcer } from './announcer';
import { type Drawn, gather, Names, type Said } from './gather';
import { leadTo, pressKey } from './lead';
import { LiveRegion } from './liveRegion';
import { onOneLine } from './spoken';

/** A dialog or the technical panel, in front of a page. */
export interface InFront {
  /** Its name for a screen reader. */
  readonly heading: string;
}

/** The parts of the app that this reads. */
export interface Mirrored {
  app: Lightning.Component;
  /** The dialog or panel in front of the page; undefined when there is none. */
  front(): InFront | undefined;
  page(): Page | undefined;
  services(): AppServices | undefined;
}

/**
 * Shortest time between two looks while things move, ms. After a move of the focus, the look follows
 * once the move is drawn.
 */
const EVERY_MS = 100;

/** Keeps the elements beside the canvas up to date, and measures the time for it. */
export class Mirror {
  private readonly names = new Names();
  private readonly accessibleDom = new AccessibleDom({
    focused: (id) => this.lead(id),
    pressed: (id) => this.press(id),
  });
  private readonly region = new LiveRegion();
  private readonly announcer = new Announcer((says) => this.words(says));
  private said: Said[] = [];
  private page: Page | undefined;
  private title = '';
  private news: readonly string[] = [];
  /** The focused element at the last look. */
  private leaf: unknown;
  /** The focused element one frame ago. */
  private before: unknown;
  private isDirty = true;
  private lookedAt = 0;
  /** Timer of the next look. */
  private coming = 0;
  private readonly onUpdate = () => this.update(performance.now());
  /** Number of all looks; their time in total and the longest one, ms. */
  readonly cost = { looks: 0, ms: 0, worst: 0 };

  constructor(private readonly of: Mirrored) {
    const { stage } = of.app;
    stage.getCanvas().setAttribute('aria-hidden', 'true');
    stage.on('update', this.onUpdate);
  }

  /** Number of its elements on the page. */
  get size(): number {
    return this.accessibleDom.size;
  }

  remove(): void {
    this.of.app.stage.off('update', this.onUpdate);
    window.clearTimeout(this.coming);
    this.accessibleDom.remove();
    this.region.remove();
  }

  /**
   * Called at every frame of the stage.
   * @param now ms
   */
  private update(now: number) {
    const { app, services } = this.of;
    if (!app.attached) return;
    const { ctx } = app.stage as unknown as { ctx: { hasRenderUpdates(): boolean } };
    this.isDirty ||= ctx.hasRenderUpdates();
    const path = app.application.focusPath;
    const leaf = path?.[path.length - 1];
    // The picture comes first: a change of the focus is drawn before it is read.
    const isDrawn = leaf === this.before;
    this.before = leaf;
    const isDue = leaf !== this.leaf || (this.isDirty && now - this.lookedAt >= EVERY_MS);
    if (isDrawn && isDue && !this.coming) {
      this.leaf = leaf;
      this.isDirty = false;
      this.lookedAt = now;
      // In a task of its own, since a slow set may need the frame's time for the picture.
      this.coming = window.setTimeout(() => this.lookNow());
    }
    // Before the second script is loaded, the narrator can't say anything.
    const saying = hasSecondScript() ? services()?.narrator.saying : undefined;
    const narrated = this.announcer.next(saying, now);
    if (narrated) this.region.tell(narrated);
  }

  private lookNow() {
    const began = performance.now();
    this.coming = 0;
    if (!this.of.app.attached) return;
    for (const one of this.look()) this.region.tell(one);
    this.note(performance.now() - began);
  }

  /**
   * Lays the screen out as the accessible page.
   * @returns new words on the screen that a reader should say
   */
  private look(): string[] {
    const page = this.of.page();
    const front = this.of.front();
    if (!page) return [];
    const title = onOneLine(page.heading);
    const open = front?.heading;
    const before = new Set(this.said.filter(({ isNews }) => isNews).map(({ name }) => name));
    this.said = gather((front ?? page) as unknown as Drawn, this.names);
    const items = this.said.filter(
      ({ name, role }) => role !== 'text' || onOneLine(name) !== onOneLine(open ?? title),
    );
    const shown = items.map((one) => this.itemOf(one));
    if (title !== this.title) document.title = title;
    this.accessibleDom.show({
      title,
      items: open === undefined ? shown : [],
      dialog: open === undefined ? undefined : { title: open, items: shown },
    });
    const isOther = page !== this.page || title !== this.title;
    const news = page.news.filter((one, at) => !isOther && one && one !== this.news[at]);
    const told = [
      ...(isOther ? [title] : []),
      ...this.said
        .filter(({ isNews, name }) => isNews && !before.has(name))
        .map(({ name }) => name),
      ...news,
    ];
    this.page = page;
    this.title = title;
    this.news = page.news;
    return told;
  }

  private itemOf({ box, element, key, take, isFocused, ...rest }: Said): AccessibleItem {
    const hasFocus = (element as unknown) === this.leaf && isFocused !== false;
    return { ...rest, isFocused: hasFocus && rest.role !== 'text' && rest.role !== 'heading' };
  }

  /** Moves the screen's focus to the thing that the reader is on. */
  private lead(id: string) {
    const one = this.said.find((said) => said.id === id);
    if (!one) return;
    leadTo(one.element, 'reader');
    one.take?.();
  }

  private press(id: string) {
    this.lead(id);
    pressKey(this.said.find((said) => said.id === id)?.key ?? 'Enter');
  }

  private words(says: readonly Phrase[]): string {
    const t = this.of.services()?.t;
    return t ? sentenceText((one) => phraseText((key) => t(key), one), says) : '';
  }

  private note(ms: number) {
    this.cost.looks += 1;
    this.cost.ms += ms;
    this.cost.worst = Math.max(this.cost.worst, ms);
  }
}
