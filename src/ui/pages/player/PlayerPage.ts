import { type KeyMeaning, meaningOf, meaningsNow } from '../../../app/playerKeys';
import type { SessionRequest } from '../../../app/sessions';
import { WHOLE_STAGE } from '../../../app/stage';
import type { SessionSummary, SessionView } from '../../../playback/controller/controller';
import type { DoneExercise } from '../../../session/memory/memory';
import type { Checkpoint } from '../../../session/walk/checkpoint';
import { shortName } from '../../../texts/words';
import type { Spoken } from '../../access/spoken';
import type { Shell } from '../../shell';
import { spokenKeys } from './keyContent';
import { PlayerScreen } from './PlayerScreen';
import { PLAYER_ACTS } from './playerActs';
import { newsOf } from './playerContent';

/** Plays a routine: opens and ends its session, and handles the keys. */
export class PlayerPage extends PlayerScreen {
  readonly pageName: string = 'player';
  /** The page stays open when the language changes: it draws the new words itself. */
  override readonly reopens = false;
  override readonly hasVideo = true;
  protected request: SessionRequest | undefined;
  /** True when it pauses because the technical panel covers it. */
  private isCovered = false;

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

  /** Called by the route table before the page opens. */
  open(shell: Shell, request: SessionRequest): void {
    this.shell = shell;
    this.request = request;
    const { t } = shell.services;
    this.getByRef('Pause')?.say(t('player.paused'), t('player.pausedWhy'));
  }

  override enter(): void {
    const { shell, request } = this;
    if (!request || !shell) return;
    this.beginAnew();
    shell.services.video.show(WHOLE_STAGE);
    const { sessions } = shell.services;
    const events = {
      view: (view: SessionView) => this.draw(view),
      checkpoint: (at: Checkpoint, done: DoneExercise[]) =>
        sessions.reached(this.controller?.routine ?? request.routine, at, done),
      ended: (summary: SessionSummary) => this.end(summary),
    };
    this.controller = shell.services.createController(request, events);
    // The first view came while the page was being made.
    if (this.shown) {
      this.place(this.shown, shell);
      this.rehearse(this.shown, shell.services.t);
    }
    this.drawHints(shell.services.t);
    this.wakeHints();
  }

  override get openSession(): SessionRequest | undefined {
    const { controller, request } = this;
    return (
      controller &&
      request && { ...request, routine: controller.routine, from: controller.checkpoint }
    );
  }

  override leave(): void {
    this.endRehearsal();
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
}
