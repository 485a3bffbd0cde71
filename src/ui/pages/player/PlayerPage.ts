import type { Lightning } from '@lightningjs/sdk';
import {
  type KeyMeaning,
  type Moment,
  meaningOf,
  meaningsNow,
  SOLO_KEYS,
} from '../../../app/playerKeys';
import type { SessionRequest } from '../../../app/sessions';
import { type Box, WHOLE_STAGE } from '../../../app/stage';
import type {
  SessionControls,
  SessionSummary,
  SessionView,
} from '../../../playback/controller/controller';
import type { DoneExercise } from '../../../session/memory/memory';
import type { Checkpoint } from '../../../session/walk/checkpoint';
import type { Translate } from '../../../texts/translate';
import { shortName } from '../../../texts/words';
import type { Spoken } from '../../access/spoken';
import { Picture } from '../../components/Picture';
import { fetchPicture } from '../../preload';
import type { Shell } from '../../shell';
import { screen } from '../../theme';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { hintsOf, spokenKeys } from './keyContent';
import { Captions } from './overlay/Captions';
import { KeyHints } from './overlay/KeyHints';
import { NextCard } from './overlay/NextCard';
import { type Corner, PauseCard } from './overlay/PauseCard';
import { PhasePanel } from './overlay/PhasePanel';
import { PlayerHead } from './overlay/PlayerHead';
import { Rehearsal } from './overlay/Rehearsal';
import { RoutineLine } from './overlay/RoutineLine';
import { PLAYER_ACTS } from './playerActs';
import { newsOf, nextOf } from './playerContent';
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
 * Plays a routine. The instructor's video fills the screen, and the overlay tells the phase and the
 * progress.
 */
export class PlayerPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName: string = 'player';
  /** The page stays open when the language changes: it draws the new words itself. */
  override readonly reopens = false;
  override readonly hasVideo = true;
  protected shell: Shell | undefined;
  protected request: SessionRequest | undefined;
  protected controller: SessionControls | undefined;
  protected view: SessionView | undefined;
  private rehearsal: Rehearsal | undefined;
  /** True when it pauses because the technical panel covers it. */
  private isCovered = false;

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

  override get isFollowed(): boolean {
    const { view } = this;
    return view?.pause === 'running' && !view.waiting;
  }

  override get heading(): string {
    return this.view ? shortName(this.view.exercise) : '';
  }

  override get news(): readonly string[] {
    const { shell, view } = this;
    return shell && view ? newsOf(shell.services.t, view) : [];
  }

  /** The meanings of the keys, for a screen reader. The live region tells the exercise's progress. */
  get spoken(): Spoken[] {
    const { moment, shell } = this;
    if (!moment || !shell) return [];
    return spokenKeys(shell.services.t, meaningsNow(this.keys, moment), moment);
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

  /** Called by the route table before the page opens. */
  open(shell: Shell, request: SessionRequest): void {
    this.shell = shell;
    this.request = request;
    const { t } = shell.services;
    this.getByRef('Pause')?.say(t('player.paused'), t('player.pausedWhy'), this.pauseCorner);
  }

  override enter(): void {
    const { shell, request } = this;
    if (!request || !shell) return;
    this.view = undefined;
    shell.services.video.show(this.box);
    const { sessions } = shell.services;
    const events = {
      view: (view: SessionView) => this.draw(view),
      checkpoint: (at: Checkpoint, done: DoneExercise[]) =>
        sessions.reached(request.routine, at, done),
      ended: (summary: SessionSummary) => this.end(summary),
    };
    this.controller = shell.services.createController(request, events);
    // The first view came while the page was being made.
    if (this.shown) this.rehearse(this.shown, shell.services.t);
    this.drawHints(shell.services.t);
    this.wakeHints();
  }

  override get openSession(): SessionRequest | undefined {
    const { controller, request } = this;
    return controller && request && { ...request, from: controller.checkpoint };
  }

  override leave(): void {
    this.rehearsal?.end();
    this.controller?.leave();
    this.controller = undefined;
    this.shell?.services.video.hide();
    this.shell?.closeDialog();
  }

  override sleep(): void {
    this.controller?.sleep();
  }

  override wake(): void {
    this.controller?.wake();
  }

  /**
   * Pauses as the menu does. Afterwards the session continues at the same place, or stays paused if it
   * was paused before.
   */
  override cover(): void {
    const { controller, view } = this;
    this.isCovered = view?.pause === 'running' || view?.pause === 'paused';
    if (this.isCovered) controller?.interrupt('menu');
  }

  override uncover(): void {
    if (this.isCovered) this.controller?.resume();
    this.isCovered = false;
  }

  /** A click pauses and continues, as in other players. */
  override get clickIsOk(): boolean {
    return true;
  }

  override pointed(): void {
    this.wakeHints();
  }

  /** The current view, for tests. */
  get shown(): SessionView | undefined {
    return this.view;
  }

  override _captureKey(): boolean {
    this.wakeHints();
    return false;
  }

  /** Handles every key. The table of keys tells its current meaning. A held key acts once. */
  override _handleKey(event: KeyboardEvent): void {
    if (event.repeat) return;
    const key = this.application.getOption('keys')[event.keyCode];
    const meaning = meaningOf(this.keys, this.moment, key);
    if (meaning) this.act(meaning);
  }

  private act({ does, lays }: KeyMeaning) {
    const { controller, shell, view } = this;
    // When nothing plays, a key can only leave the page, and no progress is lost.
    if (!controller || !shell) shell?.back();
    else if (typeof does === 'string') {
      const forGroup = this.request?.forGroup === true;
      const drawCaptions = () => this.drawCaptions(shell);
      PLAYER_ACTS[does]({ shell, controller, view, forGroup, drawCaptions });
    } else if (lays) this.laying(() => does(controller));
    else does(controller);
  }

  /** Another pace or dose opens the exercise again. The old picture stays until the new video has a frame. */
  private laying(change: () => void) {
    const video = this.shell?.services.video;
    video?.keepFrame();
    change();
    if (this.view?.state !== 'opening') video?.releaseFrame();
  }

  private end(summary: SessionSummary) {
    const { shell, request } = this;
    if (!shell || !request) return;
    shell.services.sessions.end(request.routine, summary);
    shell.go('done');
  }

  private draw(view: SessionView) {
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
  private rehearse(view: SessionView, t: Translate) {
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

  private drawHints(t: Translate) {
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
}
