/** Plays on the phone what the television plays: the same session controller, the same counter, the same words. */
import type { SessionControls, SessionView } from '../playback/controller/controller';
import { createController } from '../playback/create';
import type { Routine } from '../session/routine/routine';
import { phaseLook, phaseWord, placeText, shortName } from '../texts/words';
import { button, el, write } from './dom';
import type { PhoneServices } from './load';
import { stayAwake } from './wake';
import { posterOf } from './words';

/** Plays a routine until its end or until one stops. */
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
  private readonly main: HTMLButtonElement;
  private readonly controller: SessionControls;
  private readonly release = stayAwake();
  private shown = '';

  /** @param ended told when the last exercise is done, or one stops */
  constructor(
    routine: Routine,
    private readonly services: PhoneServices,
    ended: (isDone: boolean) => void,
  ) {
    const { exercises, media, t } = services;
    const { video } = this;
    video.muted = true;
    this.main = button(t('phone.start'), () => this.controller.ok(), 'primary');
    const stop = () => {
      this.close();
      ended(false);
    };
    this.element = el(
      'section',
      { className: 'play' },
      el('div', { className: 'screen' }, video, this.poster),
      el('div', { className: 'count' }, this.number, el('div', {}, this.phase, this.detail)),
      this.bar,
      this.name,
      this.place,
      this.note,
      el(
        'div',
        { className: 'buttons' },
        this.main,
        button(t('phone.previous'), () => this.controller.previous()),
        button(t('phone.next'), () => this.controller.next()),
        button(t('phone.stop'), stop),
      ),
    );
    const events = {
      view: (view: SessionView) => this.draw(view),
      ended: () => {
        this.release();
        ended(true);
      },
    };
    const log = (sentence: string) => console.warn(sentence);
    this.controller = createController({ video, media, routine, exercises, log }, events);
  }

  /** Stops everything. */
  close(): void {
    this.release();
    this.controller.leave();
  }

  private draw(view: SessionView) {
    const { t } = this.services;
    const { count, exercise, index, overlay, pause, picture, state } = view;
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
    const isPaused = pause === 'paused';
    const isPreparing = overlay.phase === 'prepare' && !isPaused;
    write(this.main, t(isPaused ? 'phone.resume' : isPreparing ? 'phone.start' : 'phone.pause'));
  }
}
