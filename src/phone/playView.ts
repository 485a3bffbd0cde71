/** Plays a routine on the phone, with the same session controller, counter and words as the television. */

import type { KeyMeaning, ScreenAct } from '../app/playerKeys';
import type { SessionControls, SessionView } from '../playback/controller/controller';
import { createController } from '../playback/create';
import { notePain } from '../session/memory/pain';
import type { Routine } from '../session/routine/routine';
import { paceText, phaseLook, phaseWord, placeText, shortName } from '../texts/words';
import { Lifecycle } from '../tv/lifecycle';
import { warnOf } from '../tv/log';
import type { SetWindow } from '../tv/platform';
import { el, focusOn, write } from './dom';
import type { PhoneServices } from './load';
import { painPanel } from './painView';
import type { PhoneMemory } from './phoneMemory';
import { PlayButtons } from './playButtons';
import { type PhoneNarrator, SoundButtons } from './sound';
import { stayAwake } from './wake';
import { posterOf } from './words';

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
  private readonly buttons: PlayButtons;
  private readonly sounds: SoundButtons;
  /** The question about pain, while it is asked. */
  private panel: HTMLElement | undefined;
  private view: SessionView | undefined;
  private readonly controller: SessionControls;
  private readonly letSleep = stayAwake();
  private readonly life: Lifecycle;
  private shown = '';

  /** @param ended called when the last exercise is done, or the visitor stops */
  constructor(
    routine: Routine,
    private readonly services: PhoneServices,
    private readonly memory: PhoneMemory,
    narrator: PhoneNarrator,
    private readonly ended: (isDone: boolean) => void,
  ) {
    const { exercises, media } = services;
    const { video } = this;
    video.muted = true;
    this.sounds = new SoundButtons(services, narrator);
    this.buttons = new PlayButtons(
      services.t,
      (one) => this.canDo(one),
      (one) => this.act(one),
      this.sounds.elements,
    );
    this.element = el(
      'section',
      { className: 'play' },
      el('div', { className: 'screen' }, video, this.poster),
      el('div', { className: 'about' }, this.name, this.place, this.note),
      el('div', { className: 'count' }, this.number, el('div', {}, this.phase, this.detail)),
      this.bar,
      this.buttons.element,
    );
    const events = {
      view: (view: SessionView) => this.draw(view),
      ended: () => {
        this.release();
        ended(true);
      },
    };
    this.controller = createController(
      { video, media, routine, exercises, listener: narrator, log: warnOf('phone') },
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
    this.view = view;
    const { t } = this.services;
    const { count, exercise, index, overlay, picture, state } = view;
    const key = `${index} ${exercise.id} ${exercise.variant ?? ''}`;
    if (key !== this.shown) {
      this.shown = key;
      write(this.name, shortName(exercise));
      while (this.poster.firstChild) this.poster.removeChild(this.poster.firstChild);
      this.poster.appendChild(posterOf(exercise, this.services, 'poster'));
    }
    const place = count > 1 ? [t('player.place', { n: index + 1, all: count })] : [];
    const pace = view.pace === 1 ? [] : [paceText(t, view.pace)];
    write(this.place, [...place, ...pace].join(' · '));
    const hasFrames = picture === 'video' && state !== 'opening' && state !== 'closed';
    this.poster.hidden = hasFrames;
    write(this.note, picture === 'poster' ? t('phone.noVideo') : '');
    this.element.dataset.picture = picture;
    this.element.dataset.look = phaseLook(overlay);
    write(this.number, overlay.phase === 'done' ? '✓' : String(overlay.number));
    write(this.phase, phaseWord(t, overlay));
    write(this.detail, placeText(t, overlay));
    this.bar.value = overlay.share;
    this.buttons.draw(view);
    this.sounds.draw();
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

  /** Asks whether it hurts. The answer follows the television's rules. */
  private askPain() {
    const { controller, memory, view } = this;
    if (!view || this.panel) return;
    const { exercise } = view;
    controller.interrupt('hurts');
    const close = () => {
      this.panel?.remove();
      this.panel = undefined;
      this.buttons.element.hidden = false;
      this.buttons.focus();
    };
    this.panel = painPanel(this.services.t, exercise, {
      answer: (skip) => {
        memory.change((now) => notePain(now, exercise, memory.today(), skip));
        controller.hurts(skip);
        close();
      },
      back: () => {
        controller.resume();
        close();
      },
    });
    this.buttons.element.hidden = true;
    this.element.appendChild(this.panel);
    focusOn('skip');
  }

  /** The acts of this page. It has no menu: previous, next and sound are buttons. */
  private readonly acts: Partial<Record<ScreenAct, () => void>> = {
    pain: () => this.askPain(),
    leave: () => {
      this.close();
      this.ended(false);
    },
  };
}
