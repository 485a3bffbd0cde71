import type { Lightning } from '@lightningjs/sdk';
import { type KeyMeaning, type Moment, meaningsNow, SOLO_KEYS } from '../../../app/playerKeys';
import { type Box, WHOLE_STAGE } from '../../../app/stage';
import type { SessionControls, SessionView } from '../../../playback/controller/controller';
import type { Translate } from '../../../texts/translate';
import { shortName } from '../../../texts/words';
import { Picture } from '../../components/Picture';
import { fetchPicture } from '../../preload';
import type { Shell } from '../../shell';
import { screen } from '../../theme';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { hintsOf } from './keyContent';
import { Captions } from './overlay/Captions';
import { KeyHints } from './overlay/KeyHints';
import { NextCard } from './overlay/NextCard';
import { type Corner, PauseCard } from './overlay/PauseCard';
import { PhasePanel } from './overlay/PhasePanel';
import { PlayerHead } from './overlay/PlayerHead';
import { Rehearsal } from './overlay/Rehearsal';
import { RoutineLine } from './overlay/RoutineLine';
import { nextOf } from './playerContent';
import { type LowHeights, type LowPlaces, overHints, playerPlaces } from './playerPlaces';

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
    const { captions, hints, line, next, panel, pauseBottom } = playerPlaces();
    return {
      Poster: {
        type: Picture,
        w: screen.w,
        h: screen.h,
        corner: 0,
        // Right of the panel, above the card of the next exercise.
        pictogramPlace: { x: 0.7, y: 0.4, h: 0.42 },
      },
      // Dims the video alone, so that the overlay stays readable during a pause.
      Pause: { type: PauseCard, bottom: pauseBottom },
      Head: { type: PlayerHead, x: screen.left, y: screen.top },
      Panel: { type: PhasePanel, ...panel },
      Next: { type: NextCard, ...next },
      Line: { type: RoutineLine, ...line },
      Captions: { type: Captions, ...captions },
      Hints: { type: KeyHints, ...hints },
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

  /** Place of the video, px. */
  protected get box(): Box {
    return WHOLE_STAGE;
  }

  /** Places of the captions and the next card, for the current heights. */
  protected placeLow(heights: LowHeights): LowPlaces {
    return overHints(heights);
  }

  /** Corner for the pause card; undefined is the usual one. */
  protected get pauseCorner(): Corner | undefined {
    return undefined;
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
    if (isOther) this.drawExercise(view, shell);
    if (isOther || before.pace !== view.pace) {
      this.getByRef('Head')?.show({ ...view, title: shortName(view.exercise) }, t);
    }
    this.getByRef('Panel')?.show(view.overlay, t);
    this.getByRef('Line')?.show(view.stretches);
    if (before?.state !== view.state || before.picture !== view.picture) this.drawPicture(view);
    if (before?.isStandingIn !== view.isStandingIn) {
      this.getByRef('Head')?.tellClock(view.isStandingIn === true);
    }
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
      before.overlay.segment === view.overlay.segment;
    if (isSameMoment) return;
    const pause = this.getByRef('Pause');
    const next = this.getByRef('Next');
    const isPaused = view.pause === 'paused';
    if (pause) pause.visible = isPaused;
    if (next) next.next = isPaused ? undefined : nextOf(t, view);
    this.drawHints(t);
    this.rehearse(view, t);
    const isNew = before?.pause !== view.pause || before.waiting !== view.waiting;
    if (isNew || before.overlay.phase === 'prepare') this.wakeHints();
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
    this.rehearsal.begin({ overlay, next: nextOf(t, { ...view, overlay }) }, t);
  }

  protected drawCaptions({ services: { narrator, t } }: Shell) {
    const captions = this.getByRef('Captions');
    const next = this.getByRef('Next');
    captions?.show(narrator.caption, t);
    const places = this.placeLow({
      captions: captions?.tall ?? 0,
      card: next?.h ?? 0,
      hints: this.getByRef('Hints')?.h ?? 0,
    });
    if (captions) captions.y = places.captions;
    if (next) Object.assign(next, places.next);
  }

  protected drawExercise(view: SessionView, shell: Shell) {
    this.patch({ Poster: { picture: pictureOf(view.exercise, shell, 'poster') } });
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
