import type { Lightning } from '@lightningjs/sdk';
import { type Share, UNMEASURED } from '../../../app/picturePlace';
import { type KeyMeaning, type Moment, meaningsNow, SOLO_KEYS } from '../../../app/playerKeys';
import { mediaKey } from '../../../catalogue/variant';
import type { SessionControls, SessionView } from '../../../playback/controller/controller';
import { showsCaptions } from '../../../session/preferences/sound';
import { stageOf } from '../../../session/walk/walk';
import type { Translate } from '../../../texts/translate';
import { shortName } from '../../../texts/words';
import { Picture } from '../../components/Picture';
import { fetchPicture } from '../../preload';
import type { Shell } from '../../shell';
import { screen, themeNow } from '../../theme';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { hintsOf, mostHints } from './keyContent';
import { Captions } from './overlay/Captions';
import { KeyHints } from './overlay/KeyHints';
import { NextCard, type NextSpec } from './overlay/NextCard';
import { PauseCard } from './overlay/PauseCard';
import { PhasePanel } from './overlay/PhasePanel';
import { PlayerHead } from './overlay/PlayerHead';
import { Rehearsal } from './overlay/Rehearsal';
import { RoutineLine } from './overlay/RoutineLine';
import { cardsOf, nextOf, panelOf } from './playerContent';
import {
  GAP,
  linePlace,
  type PlayerPlaces,
  panelPlace,
  playerPlaces,
  type Slot,
} from './playerPlaces';

interface Spec extends Lightning.Component.TemplateSpec {
  Poster: typeof Picture;
  Head: typeof PlayerHead;
  Panel: typeof PhasePanel;
  Next: typeof NextCard;
  Hints: typeof KeyHints;
  Line: typeof RoutineLine;
  Captions: typeof Captions;
  Pause: typeof PauseCard;
}

/** True in a rest and in a change of sides, and false in a pause at ease. */
const isResting = ({ overlay }: SessionView): boolean =>
  stageOf(overlay.phase, overlay.atEase) === 'rest';

/**
 * The player's screen: the instructor's video fills it, and the overlay tells the phase and the
 * progress. It draws a session's views; the page leads the session.
 */
export abstract class PlayerScreen
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  protected shell: Shell | undefined;
  protected controller: SessionControls | undefined;
  protected view: SessionView | undefined;
  private rehearsal: Rehearsal | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Poster: {
        type: Picture,
        w: screen.w,
        h: screen.h,
        corner: 0,
        // Where the body is in films that nobody measured.
        pictogramPlace: { x: 0.64, y: 0.4, h: 0.42 },
      },
      // Dims the video alone, so that the overlay stays readable during a pause.
      Pause: { type: PauseCard },
      Head: { type: PlayerHead, x: screen.left, y: screen.top },
      Panel: { type: PhasePanel, ...panelPlace() },
      Next: { type: NextCard },
      Line: { type: RoutineLine, ...linePlace },
      Captions: { type: Captions },
      Hints: { type: KeyHints },
    };
  }

  /** The meanings of the keys on this page. */
  protected get keys(): readonly KeyMeaning[] {
    return SOLO_KEYS;
  }

  /** The facts that decide about the keys; undefined while nothing plays. */
  protected get moment(): Moment | undefined {
    const { controller, view } = this;
    return view && controller && { ...view, workStep: controller.workStep };
  }

  /** Places for the current exercise; undefined before the first view. */
  protected places: PlayerPlaces | undefined;
  /** The picture's box, as text. */
  private pictureAt = '';
  /** What the places depend on, as text. */
  private placedFor = '';
  /** The captions have shown in this exercise: the picture keeps room for them. */
  private hasCaptions = false;

  /** Forgets the session before: the page is kept, and the video is back on the whole stage. */
  protected beginAnew() {
    this.view = undefined;
    this.places = undefined;
    this.placedFor = '';
    this.pictureAt = '';
    this.getByRef('Head')?.tellClock(false);
  }

  /** Draws what changed since the last view. */
  protected draw(view: SessionView) {
    const { shell } = this;
    if (!shell) return;
    const before = this.view;
    this.view = view;
    const { t } = shell.services;
    // A routine may contain the same exercise twice in a row.
    const isOther = before?.index !== view.index || before.exercise !== view.exercise;
    if (isOther) {
      this.hasCaptions = false;
      this.drawExercise(view, shell);
    }
    if (isOther || before.pace !== view.pace) {
      this.getByRef('Head')?.show({ ...view, title: shortName(view.exercise) }, t);
    }
    this.getByRef('Panel')?.show(panelOf(t, view), t);
    this.getByRef('Line')?.show(view.stretches);
    if (before?.isStandingIn !== view.isStandingIn) {
      this.getByRef('Head')?.tellClock(view.isStandingIn === true);
    }
    this.place(view, shell);
    if (before?.state !== view.state || before.picture !== view.picture) this.drawPicture(view);
    this.drawMoment(view, before, t);
    this.drawCaptions(shell);
  }

  /** Draws the parts that stay the same for a whole segment. */
  private drawMoment(view: SessionView, before: SessionView | undefined, t: Translate) {
    const isSameMoment =
      before !== undefined &&
      before.exercise === view.exercise &&
      before.pause === view.pause &&
      before.canChangePace === view.canChangePace &&
      before.waiting === view.waiting &&
      (before.countIn === undefined) === (view.countIn === undefined) &&
      before.overlay.segment === view.overlay.segment;
    if (isSameMoment) return;
    const pause = this.getByRef('Pause');
    const next = this.getByRef('Next');
    const isPaused = view.pause === 'paused';
    if (pause) pause.visible = isPaused;
    if (next) next.next = isPaused ? undefined : this.cardOf(view, t);
    this.drawHints(t);
    this.rehearse(view, t);
    const isNew = before?.pause !== view.pause || before.waiting !== view.waiting;
    // A rest has its own keys, and the patient has time to look.
    const begins = isResting(view) && before !== undefined && !isResting(before);
    if (isNew || begins || before.overlay.phase === 'prepare') this.wakeHints();
  }

  /** Draws the words of the next segment before it begins. */
  protected rehearse(view: SessionView, t: Translate) {
    const panel = this.getByRef('Panel') as Lightning.Component | undefined;
    const overlay = this.controller?.coming;
    if (!panel || !overlay) return;
    if (this.rehearsal?.as !== panel) {
      this.rehearsal?.end();
      this.rehearsal = new Rehearsal(panel);
    }
    const room = this.places?.slot.w ?? 0;
    this.rehearsal.begin({ overlay, next: this.cardOf({ ...view, overlay }, t), room }, t);
  }

  /** The card of what comes next. Before another exercise it has that exercise's picture. */
  protected cardOf(view: SessionView, t: Translate): NextSpec | undefined {
    const card = nextOf(t, view);
    const { shell } = this;
    if (!card || !shell || !view.next || view.overlay.phase !== 'done') return card;
    const pictured = { ...card, picture: pictureOf(view.next, shell, 'tile') };
    const { slot } = this.places ?? {};
    const fits = !slot || NextCard.heightOf(pictured, slot.w) <= slot.h;
    return fits ? pictured : card;
  }

  /** Finds places for this exercise again when something changed that they depend on. */
  protected place(view: SessionView, shell: Shell) {
    const { narrator, t } = shell.services;
    this.hasCaptions ||= narrator.caption !== undefined;
    const hasCaptions = this.hasCaptions || showsCaptions(narrator.settings);
    const { canChangePace, exercise, index, isStandingIn, overlay } = view;
    const isDone = overlay.phase === 'done';
    const key = JSON.stringify([
      this.controller !== undefined,
      index,
      exercise.id,
      exercise.variant,
      hasCaptions,
      isDone,
      isStandingIn,
      canChangePace,
      t('player.next'),
      themeNow(),
    ]);
    if (key === this.placedFor) return;
    this.placedFor = key;
    // In the end of an exercise nothing moves but the picture, which makes room for the next one's card.
    const kept = isDone ? this.places : undefined;
    this.places = this.placesFor(view, shell, hasCaptions, kept);
    this.applyPlaces(this.places, view, shell);
  }

  /** The box of the body in the current exercise's picture. */
  protected bodyOf({ exercise }: SessionView, { services: { media } }: Shell): Share {
    if (exercise.recorded) return UNMEASURED;
    return media.exercises[mediaKey(exercise)]?.figure ?? UNMEASURED;
  }

  /** Places for everything on this page. */
  protected placesFor(
    view: SessionView,
    shell: Shell,
    hasCaptions: boolean,
    kept: PlayerPlaces | undefined,
  ): PlayerPlaces {
    const { t } = shell.services;
    const { moment } = this;
    return playerPlaces(
      this.bodyOf(view, shell),
      {
        head: this.headSize,
        hints: (room) => (moment ? mostHints(t, this.keys, moment, room) : { w: 0, h: 0 }),
        slot: (w, h) => this.slotHeight(view, shell, { w, h }, hasCaptions),
      },
      kept?.arrangement,
    );
  }

  /** The largest height of cards, captions and pause in a room, px. */
  protected slotHeight(
    view: SessionView,
    shell: Shell,
    room: { w: number; h: number },
    hasCaptions: boolean,
  ): number {
    const { t } = shell.services;
    const card = this.cardOf(view, t);
    const cards = view.overlay.phase === 'done' ? (card ? [card] : []) : cardsOf(t, view);
    return Math.max(
      hasCaptions ? this.captionsHeight(shell, room) : 0,
      this.pauseHeight(room.w),
      ...cards.map((one) => NextCard.heightOf(one, room.w)),
    );
  }

  /** The largest height of this exercise's captions in a room, px. */
  protected captionsHeight({ services }: Shell, room: { w: number; h: number }): number {
    const { narrator, t } = services;
    return Math.max(0, ...narrator.allCaptions.map((one) => Captions.heightOf(one, t, room)));
  }

  /** Width and height of the exercise's name and place, px. */
  protected get headSize(): { w: number; h: number } {
    return this.getByRef('Head')?.size ?? { w: 0, h: 0 };
  }

  protected pauseHeight(w: number): number {
    return this.getByRef('Pause')?.heightIn(w) ?? 0;
  }

  /** Where the pause stands: at the slot's lower edge. */
  protected pausePlace(slot: Slot): Slot {
    return slot;
  }

  private applyPlaces(
    { captions, hints, picture, slot }: PlayerPlaces,
    view: SessionView,
    shell: Shell,
  ) {
    const { t, video } = shell.services;
    this.patch({
      Poster: { ...picture, picture: pictureOf(view.exercise, shell, 'poster') },
      Next: { x: slot.x, y: slot.y, room: slot.w, next: this.cardOf(view, t) },
      Captions: { x: captions.x + captions.w / 2, room: { w: captions.w, h: captions.h } },
      Hints: hints,
    });
    this.getByRef('Pause')?.place(this.pausePlace(slot));
    if (JSON.stringify(picture) !== this.pictureAt) video.show(picture);
    this.pictureAt = JSON.stringify(picture);
    this.drawHints(t);
  }

  /** Captions stand in the slot, and the card above them where both have room. */
  protected drawCaptions({ services: { narrator, t } }: Shell) {
    const { places, view } = this;
    const captions = this.getByRef('Captions');
    const next = this.getByRef('Next');
    if (!captions || !next || !places) return;
    const { reserved, slot } = places;
    captions.show(view?.pause === 'paused' ? undefined : narrator.caption, t);
    captions.y = places.captions.y;
    const above = captions.tall ? captions.tall + GAP : 0;
    next.y = slot.y - above;
    next.alpha = above + next.h > reserved && above > 0 ? 0 : 1;
  }

  /** Draws what stays as it is for a whole exercise. */
  protected drawExercise(view: SessionView, shell: Shell) {
    // Loads the poster of the next exercise in advance: its video may fail when the network does.
    if (view.next) fetchPicture(pictureOf(view.next, shell, 'poster').src);
    this.wakeHints();
  }

  /** Shows the poster when there is no video, and until the video's first frame. */
  private drawPicture({ picture, state }: SessionView) {
    const poster = this.getByRef('Poster');
    const isWaiting = picture === 'video' && (state === 'opening' || state === 'buffering');
    const video = this.shell?.services.video;
    const hasFrames = state === 'playing' || state === 'paused';
    if (hasFrames || picture === 'poster') video?.releaseFrame();
    if (poster) {
      poster.visible =
        picture === 'poster' || (!video?.isKept && (state === 'opening' || state === 'closed'));
    }
    this.getByRef('Head')?.wait(isWaiting);
  }

  protected drawHints(t: Translate) {
    const { moment } = this;
    const hints = this.getByRef('Hints');
    if (hints && moment) hints.hints = hintsOf(t, meaningsNow(this.keys, moment), moment);
  }

  /** Shows the hints; they fade after some seconds. */
  protected wakeHints() {
    this.getByRef('Hints')?.wake(this.hintsStay);
  }

  /** During a pause the hints stay: nobody follows an exercise, and a person who returns needs them. */
  protected get hintsStay(): boolean {
    const { view } = this;
    return view?.pause === 'paused' || view?.waiting === true;
  }

  protected endRehearsal() {
    this.rehearsal?.end();
  }
}
