import type { Lightning } from '@lightningjs/sdk';
import { WaitingRoom, type WaitingRoomView } from '../../../app/waitingRoomLoop';
import { DeskNotice } from '../../components/DeskNotice';
import { Picture } from '../../components/Picture';
import { PinPad } from '../../components/PinPad';
import { Window } from '../../components/Window';
import type { Shell } from '../../shell';
import { screen } from '../../theme';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { loopDeps } from './loopDeps';
import { RoomBody } from './RoomBody';
import { QUESTION_STAYS, RoomExit } from './roomExit';
import { deskOf } from './waitingRoomContent';
import { wholeFilm, windowOf } from './waitingRoomPlaces';

interface Spec extends Lightning.Component.TemplateSpec {
  Poster: typeof Picture;
  Ground: typeof Window;
  Body: typeof RoomBody;
  Dark: object;
  Desk: typeof DeskNotice;
  Pin: typeof PinPad;
}

/** A screen that nobody operates. It repeats demonstrations of exercises and pieces of advice. */
export class WaitingRoomPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'waiting-room';
  override readonly textSize = 'normal';
  /** Seconds after which a dialog or panel over the loop closes: staff may forget it. */
  override readonly coverStays = QUESTION_STAYS;
  private shell: Shell | undefined;
  private room: WaitingRoom | undefined;
  private drawnStep = -1;
  private drawnFilm = '';
  private readonly exit = new RoomExit({
    shell: () => this.shell,
    desk: () => this.desk,
    pin: () => this.pin,
    changed: () => this.draw(),
    refocus: () => this._refocus(),
    leave: () => {
      const { shell } = this;
      shell?.services.mode.leave();
      shell?.drawAt(undefined);
      shell?.home();
    },
  });

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      // The poster and the film are below the ground, which has a window to them.
      Poster: { type: Picture, corner: 0, pictogramPlace: { x: 0.58, y: 0.5, h: 0.5 } },
      Ground: { type: Window, corner: 0 },
      Body: { type: RoomBody },
      Dark: { rect: true, w: screen.w, h: screen.h, color: 0xff000000, visible: false },
      Desk: { type: DeskNotice },
      Pin: { type: PinPad },
    };
  }

  /**
   * A click counts as any key: it shows the notice. While a PIN is asked, a click beside the digits
   * types nothing.
   */
  override get clickIsOk(): boolean {
    return !this.pin?.isOpen;
  }

  override get heading(): string {
    return this.shell?.services.t('waitingRoom.title') ?? '';
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    shell.drawAt(this.textSize);
    this.body?.open(shell);
  }

  override enter(): void {
    const { shell } = this;
    if (!shell) return;
    const { services } = shell;
    // The settings keep the mode, after a question. An address alone does not.
    services.mode.enter('waiting-room');
    this.drawnStep = -1;
    this.drawnFilm = '';
    this.room = new WaitingRoom(loopDeps(services), () => this.draw());
    this.room.start();
  }

  override leave(): void {
    this.room?.stop();
    this.room = undefined;
    this.exit.hide();
    this.shell?.services.video.hide();
    this.shell?.closeDialog();
  }

  /** The app has ended while the room was open: nothing may be drawn any more. */
  override _detach(): void {
    this.room?.stop();
    this.room = undefined;
  }

  /** The current view, for tests. */
  get shown(): WaitingRoomView | undefined {
    return this.room?.view;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.pin?.isOpen ? this.pin : undefined;
  }

  override _captureKey(): boolean {
    if (this.pin?.isOpen) this.exit.typed();
    return false;
  }

  override _handleBack(): void {
    this.exit.back();
  }

  override _handleKey(): void {
    this.exit.key();
  }

  /** Asks for the PIN before it opens what is for staff; the loop continues behind the question. */
  override admit(then: () => void): void {
    this.exit.admit(then);
  }

  private get pin(): PinPad | undefined {
    return this.getByRef('Pin');
  }

  private get desk(): DeskNotice | undefined {
    return this.getByRef('Desk');
  }

  private get body(): RoomBody | undefined {
    return this.getByRef('Body');
  }

  private draw() {
    const { body, room, shell } = this;
    if (!room || !shell || !body) return;
    const view = room.view;
    const { shift, frame, health, isDark, n, step } = view;
    this.patch({ Dark: { visible: isDark }, Body: { x: shift.x, y: shift.y } });
    body.showHealth(health);
    // While the notice is hidden, it costs nothing.
    if (this.exit.isDeskShown) {
      const { staff, title, why } = deskOf(shell.services.t, view);
      this.desk?.say(title, why, staff);
    }
    if (n !== this.drawnStep) {
      this.drawnStep = n;
      body.showStep(step);
    }
    this.drawFilm(view, shell);
    // No captions below the notice: it covers half of them.
    body.showCaption(isDark || this.exit.isDeskShown ? undefined : frame?.caption);
    body.showInstruction((pages) => room.pageOf(pages));
  }

  /** Shows the film through the window in the ground: its video when that has frames, otherwise its poster. */
  private drawFilm({ frame, isDark, shift, step }: WaitingRoomView, shell: Shell) {
    const { video } = shell.services;
    const exercise = step?.kind === 'exercise' && !isDark ? step.exercise : undefined;
    const isVideo =
      exercise !== undefined &&
      frame?.picture === 'video' &&
      (frame.state === 'playing' || frame.state === 'paused' || frame.state === 'buffering');
    const places = this.body?.places;
    if (!places) return;
    const film = exercise?.recorded ? wholeFilm(places) : places.film;
    const seen = windowOf(film, places, shift);
    const drawn = exercise ? `${exercise.id} ${isVideo} ${seen.x} ${seen.h}` : '';
    if (drawn === this.drawnFilm) return;
    this.drawnFilm = drawn;
    this.patch({ Poster: { visible: exercise !== undefined && !isVideo } });
    this.patch({ Ground: { hole: exercise ? seen : undefined } });
    if (exercise) {
      this.patch({ Poster: { ...film, picture: pictureOf(exercise, shell, 'poster') } });
      video.show(film);
    } else video.hide();
  }
}
