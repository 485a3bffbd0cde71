/**
 * Reacts to a pointer: LG's Magic Remote, or a mouse. Hover moves the focus, a click is OK, the wheel
 * scrolls, the right button is Back. It uses the words that components give for a screen reader
 * (`access/spoken.ts`): they tell which things can have the focus, and how to move it there.
 *
 * Hover never scrolls: the part that moves under the pointer would be hovered next, and the page would
 * scroll to its end.
 */
import type { Lightning } from '@lightningjs/sdk';
import type { RemoteKey } from '../../tv/keyTables';
import type { Drawn } from '../access/gather';
import { leadTo, pressKey } from '../access/lead';
import type { Leader } from '../access/spoken';
import type { Page } from '../pages/Page';
import { screen } from '../theme';
import { type Hit, hitAt } from './hit';

/** The parts of the app that the pointer uses. */
export interface PointedAt {
  app: Lightning.Component;
  /** The dialog or panel in front of the page; undefined when there is none. */
  front(): object | undefined;
  page(): Page | undefined;
  /** True while a page opens: the drawn things are about to change. */
  isBusy(): boolean;
  /** False for the click that some sets send in addition to a press of OK. */
  mayClick(): boolean;
}

/** The cursor disappears after this time without a move, ms; a key hides it at once. */
const IDLE_MS = 4000;
/** Turns of the wheel within this time count as one, ms: a touchpad sends dozens. */
const WHEEL_MS = 100;
/** A pointer at a row's edge scrolls the row by one tile per this time, ms. */
const EDGE_MS = 500;

/**
 * Elements that belong to the drawn picture. A click on any other element comes from a screen reader,
 * and the accessible page handles it.
 */
const DRAWN = ['CANVAS', 'VIDEO', 'BODY', 'HTML'];
/** Number of the mouse button for "back". */
const BACK_BUTTON = 3;

export class Pointer {
  private at: { x: number; y: number } | undefined;
  /** True while the pointer itself sends a key. */
  isPressing = false;
  private wheeledAt = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private edge: ReturnType<typeof setInterval> | undefined;
  private edgeBy: -1 | 0 | 1 = 0;
  private readonly undo: (() => void)[] = [];

  constructor(private readonly of: PointedAt) {
    this.on('mousemove', (event) => this.moved(event));
    // A mouse button must not take the focus from the element that a screen reader is on.
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
    // The cursor is hidden until the pointer moves: a screen that nobody operates shows no arrow.
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
    // Browsers also report a move when only the things under the pointer have moved.
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
    // For a row alone on its page, the vertical wheel scrolls the row.
    if (!this.scroll(by, isAlong ? 'row' : 'column') && !isAlong) this.scroll(by, 'row');
    this.hover();
  }

  /**
   * Scrolls the nearest component around the pointed thing that scrolls in this direction; without a
   * pointed thing, around the focus.
   */
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
    // At the edge, the next tile is still on its way into view.
    if (hit && !this.edgeBy) this.lead(hit, 'hover');
  }

  private lead({ element, part }: Hit, by: Leader) {
    leadTo(element, by);
    part?.take?.();
  }

  /** While the pointer is on a tile that the screen's edge cuts off, the row scrolls tile by tile. */
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

  /** The pointer is not in use: hides the cursor, and ends the scrolling. */
  private sleep() {
    clearTimeout(this.idle);
    clearInterval(this.edge);
    this.edgeBy = 0;
    this.look('none');
  }

  private look(cursor: '' | 'pointer' | 'none') {
    document.documentElement.style.cursor = cursor;
  }

  /** Position on the stage, px at 1080p. */
  private pointOf({ clientX, clientY }: MouseEvent) {
    const canvas = this.of.app.stage.getCanvas().getBoundingClientRect();
    return {
      x: ((clientX - canvas.left) / (canvas.width || screen.w)) * screen.w,
      y: ((clientY - canvas.top) / (canvas.height || screen.h)) * screen.h,
    };
  }
}
