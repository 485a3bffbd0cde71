import type { Lightning } from '@lightningjs/sdk';
import type {
  Checkpoint,
  Conductor,
  ConductorView,
  SessionSummary,
} from '../../playback/conductor.types';
import type { DoneExercise } from '../../session/memory';
import type { Spoken } from '../access/spoken';
import type { DialogSpec } from '../components/Dialog';
import { Picture } from '../components/Picture';
import { CAPTIONS, Captions } from '../overlay/Captions';
import { KeyHints } from '../overlay/KeyHints';
import { NEXT, NextCard } from '../overlay/NextCard';
import { PauseCard } from '../overlay/PauseCard';
import { PANEL, PhasePanel } from '../overlay/PhasePanel';
import { PlayerHead } from '../overlay/PlayerHead';
import { RoutineLine } from '../overlay/RoutineLine';
import type { Wish } from '../sessions';
import type { Shell } from '../shell';
import { screen } from '../theme';
import { setNow } from '../theme/motion';
import { WHOLE_SCREEN } from '../videoWindow';
import { pictureOf } from './homeContent';
import { Page } from './Page';
import { hintsOf, keysOf, nameOf, newsOf, nextOf } from './playerContent';
import { leaveDialog, menuDialog, painDialog } from './playerDialogs';

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

const LINE_Y = screen.bottom - 12;
const HINTS_Y = 938;
const PANEL_Y = LINE_Y - 24 - PANEL.h;
const NEXT_BOTTOM = HINTS_Y - 16;
/** Captions stand where the card of what comes next does, which makes room above them. */
const CAPTIONS_GAP = 16;
/** Seconds the hints stay after a key. */
const HINTS_STAY = 7;

/** Plays a routine: the instructor fills the screen, the overlay says where we are. */
export class PlayerPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'player';
  /** Says the new words as it draws. */
  override readonly reopens = false;
  override readonly hasVideo = true;
  private shell: Shell | undefined;
  private wish: Wish | undefined;
  private conductor: Conductor | undefined;
  private view: ConductorView | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Poster: {
        type: Picture,
        w: screen.w,
        h: screen.h,
        corner: 0,
        // Right of the panel, above what comes next.
        stand: { x: 0.7, y: 0.4, h: 0.42 },
      },
      Head: { type: PlayerHead, x: screen.left, y: screen.top },
      Panel: { type: PhasePanel, x: screen.left, y: PANEL_Y },
      Next: { type: NextCard, x: screen.right - NEXT.w, y: NEXT_BOTTOM },
      Captions: { type: Captions, x: screen.right - CAPTIONS.w / 2, y: NEXT_BOTTOM },
      Line: { type: RoutineLine, x: screen.left, y: LINE_Y },
      Pause: { type: PauseCard },
      Hints: { type: KeyHints, x: screen.right, y: HINTS_Y },
    };
  }

  override get heading(): string {
    return this.view ? nameOf(this.view.exercise) : '';
  }

  override get news(): readonly string[] {
    const { shell, view } = this;
    return shell && view ? newsOf(shell.services.t, view) : [];
  }

  /** What the keys do; where the exercise is, the live region tells. */
  get spoken(): Spoken[] {
    const { shell, view } = this;
    return shell && view ? keysOf(shell.services.t, view) : [];
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, wish: Wish): void {
    this.shell = shell;
    this.wish = wish;
    const { t } = shell.services;
    this.getByRef('Pause')?.say(t('player.paused'), t('player.pausedWhy'));
  }

  override enter(): void {
    const { shell, wish } = this;
    if (!wish || !shell) return;
    this.view = undefined;
    shell.services.video.show(WHOLE_SCREEN);
    const { sessions } = shell.services;
    const events = {
      view: (view: ConductorView) => this.draw(view),
      checkpoint: (at: Checkpoint, done: DoneExercise[]) =>
        sessions.reached(wish.routine, at, done),
      ended: (summary: SessionSummary) => this.end(summary),
    };
    this.conductor = shell.services.createConductor(wish.routine, events, wish.from);
    this.wakeHints();
  }

  override leave(): void {
    this.conductor?.leave();
    this.conductor = undefined;
    this.shell?.services.video.hide();
    this.shell?.closeDialog();
  }

  /** What is on screen, for tests. */
  get shown(): ConductorView | undefined {
    return this.view;
  }

  override _captureKey(): boolean {
    this.wakeHints();
    return false;
  }

  override _handleEnter(event?: KeyboardEvent): void {
    if (!event?.repeat) this.conductor?.ok();
  }

  override _handleLeft(event?: KeyboardEvent): void {
    if (!event?.repeat) this.arrow(-1);
  }

  override _handleRight(event?: KeyboardEvent): void {
    if (!event?.repeat) this.arrow(1);
  }

  override _handleUp(): void {
    const { conductor, shell, view } = this;
    if (!conductor || !shell || !view) return;
    conductor.stand('menu');
    const { guide, t } = shell.services;
    const ask = (dialog: DialogSpec) => {
      shell.ask(dialog);
      // The captions may have been switched on or off.
      this.drawCaptions(shell);
    };
    ask(menuDialog(t, conductor, view, guide, ask));
  }

  override _handleDown(): void {
    const { conductor, shell, view } = this;
    if (!conductor || !shell || !view) return;
    const { sessions, t } = shell.services;
    conductor.stand('hurts');
    shell.ask(painDialog(t, conductor, () => sessions.hurt(view.exercise)));
  }

  override _handleBack(): void {
    const { conductor, shell } = this;
    if (!shell) return;
    if (!conductor) {
      shell.back();
      return;
    }
    conductor.stand('leaving');
    shell.ask(leaveDialog(shell.services.t, conductor, () => shell.back()));
  }

  /** Media keys: shortcuts, never the only way. */
  _handlePlayPause(): void {
    this.conductor?.ok();
  }

  _handlePlay(): void {
    if (this.view?.pause === 'paused') this.conductor?.ok();
  }

  _handlePause(): void {
    if (this.view?.pause === 'running') this.conductor?.ok();
  }

  _handleStop(): void {
    this._handleBack();
  }

  _handleNext(): void {
    this.conductor?.next();
  }

  _handlePrevious(): void {
    this.conductor?.previous();
  }

  /** Another pace opens the exercise anew: its picture stays until the next one is there. */
  private arrow(step: -1 | 1) {
    const video = this.shell?.services.video;
    video?.keepFrame();
    this.conductor?.arrow(step);
    if (this.view?.state !== 'opening') video?.releaseFrame();
  }

  private end(summary: SessionSummary) {
    const { shell, wish } = this;
    if (!shell || !wish) return;
    shell.services.sessions.end(wish.routine, summary);
    shell.go('done');
  }

  private draw(view: ConductorView) {
    const { shell } = this;
    if (!shell) return;
    const before = this.view;
    this.view = view;
    const { t } = shell.services;
    // The same exercise may come twice.
    const isOther = before?.index !== view.index || before.exercise !== view.exercise;
    if (isOther) this.drawExercise(view, shell);
    if (isOther || before.pace !== view.pace) {
      this.getByRef('Head')?.show({ ...view, title: nameOf(view.exercise) }, t);
    }
    this.getByRef('Panel')?.show(view.overlay, t);
    this.getByRef('Line')?.show(view.stretches);
    this.drawCaptions(shell);
    if (before?.state !== view.state || before.picture !== view.picture) this.drawPicture(view);
    if (before?.isStandingIn !== view.isStandingIn) {
      this.getByRef('Head')?.standIn(view.isStandingIn === true);
    }
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
    const hints = this.getByRef('Hints');
    const isPaused = view.pause === 'paused';
    if (pause) pause.visible = isPaused;
    if (next) next.next = isPaused ? undefined : nextOf(t, view);
    if (hints) hints.hints = hintsOf(t, view);
    const isNew = before?.pause !== view.pause || before.waiting !== view.waiting;
    if (isNew || before.overlay.phase === 'prepare') this.wakeHints();
  }

  private drawCaptions({ services: { guide, t } }: Shell) {
    const captions = this.getByRef('Captions');
    const next = this.getByRef('Next');
    captions?.show(guide.caption, t);
    const tall = captions?.tall ?? 0;
    if (next) next.y = NEXT_BOTTOM - (tall ? tall + CAPTIONS_GAP : 0);
  }

  private drawExercise(view: ConductorView, shell: Shell) {
    this.patch({ Poster: { picture: pictureOf(view.exercise, shell, 'poster') } });
    this.wakeHints();
  }

  /** The poster stands in for a missing video, and until the first frame is there. */
  private drawPicture({ picture, state }: ConductorView) {
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

  /** Shows the hints, and lets them fade after a while. */
  private wakeHints() {
    const hints = this.getByRef('Hints');
    if (!hints) return;
    setNow(hints, 'alpha', 1);
    // Whoever waits for OK is told so for as long as that takes.
    if (this.view?.waiting) return;
    hints.setSmooth('alpha', 0, { delay: HINTS_STAY, duration: 0.6 });
  }
}
