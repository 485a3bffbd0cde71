/**
 * A pointer: LG's Magic Remote, or a mouse. Hover moves the focus, a click is OK, the wheel scrolls,
 * the right button is Back. It uses what components say of themselves to a screen reader
 * (`access/spoken.ts`): what can have the focus, and how it is led there.
 *
 * Hover never scrolls: what moved under the pointer would be hovered next, and so on to the end.
 */
import type { Lightning } from '@lightningjs/sdk';
import type { RemoteKey } from '../../tv/keyTables';
import type { Drawn } from '../access/gather';
import { leadTo, pressKey } from '../access/lead';
import type { Leader } from '../access/spoken';
import type { Page } from '../pages/Page';
import { screen } from '../theme';
import { type Hit, hitAt } from './hit';

/** What it points at. */
export interface PointedAt {
  app: Lightning.Component;
  /** What has the say in front of the page; undefined where nothing does. */
  front(): object | undefined;
  page(): Page | undefined;
  /** A page is on its way: nothing is where it seems. */
  isBusy(): boolean;
  /** False for a click that is the other half of a press of OK. */
  mayClick(): boolean;
}

/** The cursor goes after so long without a move, ms; at a key it goes at once. */
export const IDLE_MS = 4000;
/** Turns of the wheel closer than this are one, ms: a touchpad sends dozens. */
const WHEEL_MS = 100;
/** At a row's edge it scrolls on by a tile each, ms. */
export const EDGE_MS = 500;

/** Only what is drawn is pointed at; a reader's clicks on the accessible page are the accessible page's. */
const DRAWN = ['CANVAS', 'VIDEO', 'BODY', 'HTML'];
/** The mouse's own "back". */
const BACK_BUTTON = 3;

export class Pointer {
  private at: { x: number; y: number } | undefined;
  /** It presses a key itself. */
  isPressing = false;
  private wheeledAt = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private edge: ReturnType<typeof setInterval> | undefined;
  private edgeBy: -1 | 0 | 1 = 0;
  private readonly undo: (() => void)[] = [];

  constructor(private readonly of: PointedAt) {
    this.on('mousemove', (event) => this.moved(event));
    // Nothing of the page takes the focus from what a screen reader is on.
    this.on('mousedown', (event) => event.preventDefault());
    this.on('click', (event) => this.clicked(event));
    this.on('contextmenu', (event) => {
      event.preventDefault();
      this.press('Back');
    });
    this.on('mouseup', (event) => {
      if (event.button !== BACK_BUTTON) return;
      event.preventDefault();
      this.press('Back');
    });
    this.on('wheel', (event) => this.wheeled(event as WheelEvent));
    const key = () => {
      if (!this.isPressing) this.sleep();
    };
    window.addEventListener('keydown', key, true);
    this.undo.push(() => window.removeEventListener('keydown', key, true));
    // Until it moves there is none: a screen that nobody operates shows no arrow.
    this.sleep();
  }

  end(): void {
    for (const undo of this.undo.splice(0)) undo();
    this.sleep();
    this.look('');
  }

  private on(name: string, then: (event: MouseEvent) => void) {
    const listener = (event: Event) => {
      const { target } = event;
      if (target instanceof Element && !DRAWN.includes(target.tagName)) return;
      then(event as MouseEvent);
    };
    window.addEventListener(name, listener);
    this.undo.push(() => window.removeEventListener(name, listener));
  }

  private moved(event: MouseEvent) {
    const at = this.pointOf(event);
    // Browsers tell of a move, too, where only what lies under the pointer has moved.
    if (at.x === this.at?.x && at.y === this.at.y) return;
    this.at = at;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.sleep(), IDLE_MS);
    if (!this.isAsking) this.of.page()?.pointed();
    this.hover();
  }

  private clicked(event: MouseEvent) {
    this.at = this.pointOf(event);
    if (!this.of.mayClick() || this.of.isBusy()) return;
    const hit = this.hit();
    if (hit) {
      this.lead(hit, 'click');
      if (hit.spot?.press) hit.spot.press();
      else this.press(hit.spot?.key ?? 'Enter');
    } else if (!this.isAsking && this.of.page()?.clickIsOk) this.press('Enter');
  }

  private wheeled(event: WheelEvent) {
    const now = performance.now();
    const { deltaX, deltaY, shiftKey } = event;
    const isAlong = shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
    const delta = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
    if (!delta || now - this.wheeledAt < WHEEL_MS || this.of.isBusy()) return;
    this.wheeledAt = now;
    this.at = this.pointOf(event);
    const by = delta > 0 ? 1 : -1;
    // A row alone on its page: any wheel turns it.
    if (!this.scroll(by, isAlong ? 'row' : 'column') && !isAlong) this.scroll(by, 'row');
    this.hover();
  }

  /** What scrolls in this direction around what is pointed at, else around the focus. */
  private scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    const path = this.of.app.application.focusPath ?? [];
    const leaf = path[path.length - 1] as unknown as Drawn | undefined;
    for (let one: Drawn | null | undefined = this.hit()?.element ?? leaf; one; one = one.parent) {
      if (one.scroll?.(by, direction)) return true;
    }
    return false;
  }

  private hover() {
    if (this.of.isBusy()) return;
    const hit = this.hit();
    this.look(hit ? 'pointer' : '');
    this.watchEdge(hit);
    // At the edge the next one is only on its way in.
    if (hit && !this.edgeBy) this.lead(hit, 'hover');
  }

  private lead({ element, part }: Hit, by: Leader) {
    leadTo(element, by);
    part?.take?.();
  }

  /** Over a tile that is cut off by the screen's edge, the row scrolls on, step by step. */
  private watchEdge(hit: Hit | undefined) {
    const { x = 0 } = this.at ?? {};
    const by = !hit ? 0 : x < screen.left ? -1 : x >= screen.right ? 1 : 0;
    if (by === this.edgeBy) return;
    this.edgeBy = by;
    clearInterval(this.edge);
    if (!by) return;
    this.edge = setInterval(() => {
      if (!this.of.isBusy() && this.hit()) this.scroll(by, 'row');
    }, EDGE_MS);
  }

  private hit(): Hit | undefined {
    const root = this.of.front() ?? this.of.page();
    return this.at && root ? hitAt(root as unknown as Drawn, this.at.x, this.at.y) : undefined;
  }

  private get isAsking(): boolean {
    return this.of.front() !== undefined;
  }

  private press(key: RemoteKey) {
    if (this.of.isBusy()) return;
    this.isPressing = true;
    pressKey(key);
    this.isPressing = false;
  }

  /** Out of use: the cursor goes, and nothing scrolls on. */
  private sleep() {
    clearTimeout(this.idle);
    clearInterval(this.edge);
    this.edgeBy = 0;
    this.look('none');
  }

  private look(cursor: '' | 'pointer' | 'none') {
    document.documentElement.style.cursor = cursor;
  }

  /** On the stage, px at 1080p. */
  private pointOf({ clientX, clientY }: MouseEvent) {
    const canvas = this.of.app.stage.getCanvas().getBoundingClientRect();
    return {
      x: ((clientX - canvas.left) / (canvas.width || screen.w)) * screen.w,
      y: ((clientY - canvas.top) / (canvas.height || screen.h)) * screen.h,
    };
  }
}
