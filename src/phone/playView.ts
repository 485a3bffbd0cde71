/** Plays a routine on the phone, with the same session controller, counter and words as the television. */

import { type KeyMeaning, meaningsNow, type ScreenAct, SOLO_KEYS } from '../app/playerKeys';
import type { SessionControls, SessionView } from '../playback/controller/controller';
import { createController } from '../playback/create';
import type { Routine } from '../session/routine/routine';
import { phaseLook, phaseWord, placeText, shortName } from '../texts/words';
import { Lifecycle } from '../tv/lifecycle';
import { warnOf } from '../tv/log';
import type { SetWindow } from '../tv/platform';
import { button, el, write } from './dom';
import type { PhoneServices } from './load';
import { stayAwake } from './wake';
import { posterOf } from './words';

/**
 * The id of a meaning's button. It is that of its key, so that the button keeps its place when the key's
 * meaning changes.
 */
const buttonOf = ({ id, keys }: KeyMeaning): string => keys[0] ?? id;

/** Plays a routine until its end or until the visitor stops it. */
export class PlayView {
  readonly element: HTMLElement;
  private readonly video = el('video', {
    attributes: { playsinline: '', muted: '', 'aria-hidden': 'true' },
  });
  private readonly poster = el('div', { className: 'poster' });
  private readonly name = el('h2', {});
  private readonly place = el('p', { className: 'soft' });
  private readonly number = el('p', { className: 'number', id: 'number' });
  private readonly phase = el('p', {
    className: 'phase',
    id: 'phase',
    attributes: { role: 'status' },
  });
  private readonly detail = el('p', { className: 'detail' });
  private readonly note = el('p', { className: 'soft' });
  private readonly bar = el('progress', { attributes: { max: '1', 'aria-hidden': 'true' } });
  /** A button for each key, whose meaning changes, and for each meaning without a key. */
  private readonly buttons = new Map<string, HTMLButtonElement>();
  /** The current meanings of the visible buttons. */
  private readonly meant = new Map<string, KeyMeaning>();
  private readonly controller: SessionControls;
  private readonly letSleep = stayAwake();
  private readonly life: Lifecycle;
  private shown = '';

  /** @param ended called when the last exercise is done, or the visitor stops */
  constructor(
    routine: Routine,
    private readonly services: PhoneServices,
    private readonly ended: (isDone: boolean) => void,
  ) {
    const { exercises, media } = services;
    const { video } = this;
    video.muted = true;
    const meanings = SOLO_KEYS.filter((one) => this.canDo(one));
    for (const place of new Set(meanings.map(buttonOf))) this.makeButton(place);
    this.element = el(
      'section',
      { className: 'play' },
      el('div', { className: 'screen' }, video, this.poster),
      el('div', { className: 'count' }, this.number, el('div', {}, this.phase, this.detail)),
      this.bar,
      this.name,
      this.place,
      this.note,
      el('div', { className: 'buttons' }, ...this.buttons.values()),
    );
    const events = {
      view: (view: SessionView) => this.draw(view),
      ended: () => {
        this.release();
        ended(true);
      },
    };
    this.controller = createController(
      { video, media, routine, exercises, log: warnOf('phone') },
      events,
    );
    // When the phone is locked or shows another app, the session pauses. It is at the same repetition
    // afterwards.
    this.life = new Lifecycle(window as unknown as SetWindow & Window, {
      hidden: () => this.controller.sleep(),
      shown: () => this.controller.wake(),
    });
  }

  private release() {
    this.letSleep();
    this.life.end();
  }

  /** Stops everything. */
  close(): void {
    this.release();
    this.controller.leave();
  }

  private draw(view: SessionView) {
    const { t } = this.services;
    const { count, exercise, index, overlay, picture, state } = view;
    const key = `${index} ${exercise.id} ${exercise.variant ?? ''}`;
    if (key !== this.shown) {
      this.shown = key;
      write(this.name, shortName(exercise));
      write(this.place, count > 1 ? t('player.place', { n: index + 1, all: count }) : '');
      while (this.poster.firstChild) this.poster.removeChild(this.poster.firstChild);
      this.poster.appendChild(posterOf(exercise, this.services, 'poster'));
    }
    const hasFrames = picture === 'video' && state !== 'opening' && state !== 'closed';
    this.poster.hidden = hasFrames;
    write(this.note, picture === 'poster' ? t('phone.noVideo') : '');
    this.element.dataset.picture = picture;
    this.element.dataset.look = phaseLook(overlay);
    write(this.number, overlay.phase === 'done' ? '✓' : String(overlay.number));
    write(this.phase, phaseWord(t, overlay));
    write(this.detail, placeText(t, overlay));
    this.bar.value = overlay.share;
    this.drawButtons(view);
  }

  /** Shows a button for each meaning that counts at this moment. */
  private drawButtons(view: SessionView) {
    this.meant.clear();
    for (const one of meaningsNow(SOLO_KEYS, view)) {
      if (this.canDo(one)) this.meant.set(buttonOf(one), one);
    }
    for (const [place, one] of this.buttons) {
      const meaning = this.meant.get(place);
      one.hidden = meaning === undefined;
      if (meaning) write(one, meaning.name(this.services.t, view));
    }
  }

  private makeButton(place: string) {
    const press = () => {
      const meaning = this.meant.get(place);
      if (meaning) this.act(meaning);
    };
    this.buttons.set(place, button('', press, this.buttons.size ? '' : 'primary'));
  }

  /**
   * True for a meaning that has a button here. An act that opens a dialog on the television has one only if
   * this page supports it.
   */
  private canDo({ does }: KeyMeaning): boolean {
    return typeof does !== 'string' || this.acts[does] !== undefined;
  }

  private act({ does }: KeyMeaning) {
    if (typeof does === 'string') this.acts[does]?.();
    else does(this.controller);
  }

  /** The acts of this page. It has no menu: previous and next are buttons. */
  private readonly acts: Partial<Record<ScreenAct, () => void>> = {
    leave: () => {
      this.close();
      this.ended(false);
    },
  };
}
