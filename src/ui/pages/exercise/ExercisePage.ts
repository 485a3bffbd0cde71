import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../../catalogue/types';
import type { Translate } from '../../../texts/translate';
import { needsOf, shortName } from '../../../texts/words';
import type { Leader } from '../../access/spoken';
import { Adjuster, type AdjusterSpec } from '../../components/Adjuster';
import { Button, type ButtonSpec } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import { DoseBlock } from '../../components/DoseBlock';
import { ExerciseHead } from '../../components/ExerciseHead';
import { PagedText } from '../../components/PagedText';
import { Picture } from '../../components/Picture';
import { Window } from '../../components/Window';
import type { Shell } from '../../shell';
import { radius, screen, type } from '../../theme';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { adjustRows } from './adjustContent';
import {
  adjustedExercise,
  asInBrochure,
  blocksOf,
  canAdjust,
  type ExercisePlace,
  exerciseButtons,
  eyebrowOf,
  isAdjusted,
  itemOf,
  setTo,
} from './exerciseContent';
import { buttonsY, doseY, howBox, pictureBox } from './exercisePlaces';
import { Preview } from './preview';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: typeof Window;
  Head: typeof ExerciseHead;
  Picture: typeof Picture;
  How: typeof PagedText;
  Adjuster: typeof Adjuster;
  Dose: typeof DoseBlock;
  Buttons: typeof ButtonList;
}

/** Shows one exercise: its picture or film, the instruction, the dose, and Start. */
export class ExercisePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'exercise';
  override readonly hasVideo = true;
  private shell: Shell | undefined;
  private at: ExercisePlace | undefined;
  private readonly preview = new Preview((isPlaying) => this.showVideo(isPlaying));
  private isAdjusting = false;

  static override _template(): Lightning.Component.Template<Spec> {
    const how = howBox();
    return {
      Ground: { type: Window },
      Head: { type: ExerciseHead, x: screen.left, y: screen.top },
      Picture: { type: Picture, ...pictureBox(), corner: radius.medium },
      How: { type: PagedText, x: how.x, y: how.y },
      Adjuster: { type: Adjuster, x: how.x, y: how.y },
      Dose: { type: DoseBlock, x: screen.left, y: doseY() },
      Buttons: {
        type: ButtonList,
        x: screen.left,
        y: buttonsY(),
        gap: 24,
        room: screen.right - screen.left,
      },
    };
  }

  override get heading(): string {
    return this.at && this.shell ? shortName(adjustedExercise(this.at, this.shell)) : '';
  }

  lead(part: object, by: Leader): void {
    const isAdjusting = part === this.getByRef('Adjuster');
    if (isAdjusting === this.isAdjusting) return;
    if (isAdjusting) this.adjust();
    // A pointer that passes over a button must not close the open panel.
    else if (by !== 'hover') this.endAdjusting();
  }

  /** The wheel turns the text's pages, as Up and Down do. */
  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    if (direction === 'column') this.turn(by);
    return true;
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, at: ExercisePlace): void {
    const before = this.at;
    const isOther =
      at.known.id !== before?.known.id ||
      at.routine?.id !== before.routine?.id ||
      at.routine?.place !== before.routine?.place;
    this.shell = shell;
    this.at = at;
    if (isOther) this.isAdjusting = false;
    this.draw();
    if (!isOther) return;
    this.getByRef('Buttons')?.select('start');
    // The page opens for an exercise of a routine so that the patient can change it.
    if (at.routine && canAdjust(at.known, itemOf(at, shell))) this.adjust();
  }

  /** The page is drawn as for another exercise. */
  override remake(): void {
    this.at = undefined;
    super.remake();
  }

  override enter(): void {
    this.openPreview();
  }

  override leave(): void {
    this.preview.close();
    this.shell?.services.video.hide();
  }

  override sleep(): void {
    this.preview.close();
  }

  override wake(): void {
    this.openPreview();
  }

  override remembered(): void {
    this.draw();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef(this.isAdjusting ? 'Adjuster' : 'Buttons');
  }

  override _handleUp(): void {
    this.turn(-1);
  }

  override _handleDown(): void {
    this.turn(1);
  }

  override _handleBack(): void {
    if (this.isAdjusting) this.endAdjusting();
    else this.shell?.back();
  }

  /** Up and Down turn the text's pages. The button beside Start does the same, and is visible. */
  private turn(by: -1 | 1) {
    if (!this.isAdjusting && this.getByRef('How')?.turn(by)) this.drawButtons();
  }

  private adjust() {
    this.isAdjusting = true;
    const spec = this.adjusterSpec();
    if (spec) this.getByRef('Adjuster')?.show(spec);
    this.patch({ How: { visible: false } });
    this._refocus();
  }

  private endAdjusting() {
    this.isAdjusting = false;
    this.getByRef('Adjuster')?.close();
    this.patch({ How: { visible: true } });
    this.getByRef('Buttons')?.select(this.at?.routine ? 'start' : 'adjust');
    this._refocus();
  }

  private adjusterSpec(): AdjusterSpec | undefined {
    const { at, shell } = this;
    if (!at || !shell) return undefined;
    const { t } = shell.services;
    const item = itemOf(at, shell);
    const set = (changed: typeof item) => {
      setTo(at, changed, shell);
      this.draw();
    };
    const rows = adjustRows(t, at.known, item, isAdjusted(at, shell), {
      set,
      toBrochure: () => set(asInBrochure(at, item)),
      done: () => {
        if (at.routine) shell.back();
        else this.endAdjusting();
      },
    });
    const { h, w } = howBox();
    return { h, w, title: t('adjust.title'), rows };
  }

  private openPreview() {
    const { at, shell } = this;
    if (at && shell) this.preview.open(adjustedExercise(at, shell), shell.services);
  }

  /** The picture covers the video until the video has a frame. */
  private showVideo(isPlaying: boolean) {
    const picture = this.getByRef('Picture');
    const ground = this.getByRef('Ground');
    if (picture) picture.visible = !isPlaying;
    if (ground) ground.hole = isPlaying ? pictureBox() : undefined;
  }

  private draw() {
    const { at, shell } = this;
    if (!at || !shell) return;
    const exercise = adjustedExercise(at, shell);
    this.getByRef('Head')?.show(eyebrowOf(at, shell), exercise, shell.services.t);
    this.drawBody(at, exercise, shell);
    this.drawButtons();
    const spec = this.isAdjusting ? this.adjusterSpec() : undefined;
    if (spec) this.getByRef('Adjuster')?.update(spec);
    if (this.preview.isOutdated(exercise)) this.openPreview();
  }

  private drawBody(at: ExercisePlace, exercise: Exercise, shell: Shell) {
    const { t } = shell.services;
    const how = this.getByRef('How');
    const { h, w } = howBox();
    this.patch({
      Picture: { picture: pictureOf(exercise, shell, 'poster') },
      Dose: {
        content: {
          t,
          exercise,
          needs: needsOf(t, exercise),
          hasMark: !exercise.titleFromBrochure,
          isAdjusted: isAdjusted(at, shell),
        },
      },
    });
    // The text keeps its open page when only a number changes.
    const blocks = blocksOf(exercise, shell);
    if (how?.says(blocks)) return;
    this.patch({
      How: {
        paged: {
          w,
          h,
          blocks,
          style: type.body,
          headingStyle: type.label,
          footer: (page, pages) => t('exercise.page', { page, pages }),
        },
      },
    });
  }

  /** The button that turns the text's page; undefined for a text of one page. */
  private moreButton(t: Translate): ButtonSpec | undefined {
    const how = this.getByRef('How');
    if (!how?.hasMore) return undefined;
    const { page, pages } = how.place;
    const button = (key: 'exercise.more' | 'exercise.again'): ButtonSpec => ({
      id: 'more',
      label: t(key),
      icon: key === 'exercise.more' ? 'chevron-down' : 'repeat',
      press: () => {
        if (this.isAdjusting) this.endAdjusting();
        how.readOn();
        this.drawButtons();
      },
    });
    const both = [button('exercise.more'), button('exercise.again')] as const;
    // The button has one width for both labels, so that its neighbours keep their places.
    const w = Math.max(...both.map((one) => Button.widthOf(one)));
    return { ...both[page < pages ? 0 : 1], w };
  }

  private drawButtons() {
    const { at, shell } = this;
    const buttons = this.getByRef('Buttons');
    if (!at || !shell || !buttons) return;
    const more = this.moreButton(shell.services.t);
    buttons.buttons = exerciseButtons(at, shell, more, () => this.adjust());
  }
}
