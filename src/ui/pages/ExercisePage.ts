import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import type { Player } from '../../playback/player';
import { ButtonList } from '../components/ButtonList';
import { Chip } from '../components/Chip';
import { DoseBlock } from '../components/DoseBlock';
import { type Block, PagedText } from '../components/PagedText';
import { Picture } from '../components/Picture';
import { Window } from '../components/Window';
import type { Shell } from '../shell';
import { equipmentText, levelChip } from '../texts/words';
import { colours, radius, screen, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import type { Box } from '../videoWindow';
import { pictureOf } from './homeContent';
import { Page } from './Page';
import { startRoutine } from './starting';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: typeof Window;
  Eyebrow: object;
  Level: typeof Chip;
  Title: object;
  Picture: typeof Picture;
  How: typeof PagedText;
  Dose: typeof DoseBlock;
  Buttons: typeof ButtonList;
}

const PICTURE: Box = { x: screen.left, y: 188, w: 880, h: 495 };
const HOW_X = PICTURE.x + PICTURE.w + 32;
const HOW = { w: screen.right - HOW_X, h: PICTURE.h } as const;
const DOSE_Y = PICTURE.y + PICTURE.h + 30;
const BUTTONS_Y = screen.bottom - 84;

/** One exercise: what it looks like, how to do it, how much, and Start. */
export class ExercisePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'exercise';
  private shell: Shell | undefined;
  private exercise: Exercise | undefined;
  private preview: Player | undefined;
  private isReading = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { type: Window },
      Eyebrow: { x: screen.left, y: screen.top - 6, color: colours.mint },
      Level: { type: Chip, y: screen.top - 10 },
      Title: { x: screen.left, color: colours.text },
      Picture: { type: Picture, ...PICTURE, corner: radius.medium },
      How: { type: PagedText, x: HOW_X, y: PICTURE.y },
      Dose: { type: DoseBlock, x: screen.left, y: DOSE_Y },
      Buttons: { type: ButtonList, x: screen.left, y: BUTTONS_Y },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, exercise: Exercise): void {
    const isOther = exercise !== this.exercise;
    this.shell = shell;
    this.exercise = exercise;
    if (isOther) this.draw(shell, exercise);
    this.drawButtons();
    if (isOther) {
      this.isReading = false;
      this.getByRef('Buttons')?.select('start');
    }
  }

  override enter(): void {
    const { exercise, shell } = this;
    if (!exercise || !shell) return;
    this.showVideo(false);
    const { services } = shell;
    this.preview = services.openPreview(exercise, {
      frame: () => this.showVideo(true),
      state: () => {},
      failed: () => this.showVideo(false),
    });
    if (this.preview) services.video.show(PICTURE);
  }

  override leave(): void {
    this.preview?.close();
    this.preview = undefined;
    this.shell?.services.video.hide();
    this.showVideo(false);
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef(this.isReading ? 'How' : 'Buttons');
  }

  override _handleUp(): void {
    if (this.getByRef('How')?.hasMore) this.isReading = true;
    this._refocus();
  }

  override _handleDown(): void {
    this.isReading = false;
    this._refocus();
  }

  override _handleBack(): void {
    if (!this.isReading) {
      this.shell?.back();
      return;
    }
    this.isReading = false;
    this._refocus();
  }

  /** The picture stays in front until the video has a frame to show. */
  private showVideo(isPlaying: boolean) {
    const picture = this.getByRef('Picture');
    const ground = this.getByRef('Ground');
    if (picture) picture.visible = !isPlaying;
    if (ground) ground.hole = isPlaying ? PICTURE : undefined;
  }

  private draw(shell: Shell, exercise: Exercise) {
    const { services } = shell;
    const { shelf, t } = services;
    const category = shelf.categories.find((one) => one.id === exercise.category);
    const eyebrow = (category?.title ?? '').toUpperCase();
    const room = screen.right - screen.left;
    const style = textWidth(exercise.title, type.title) <= room ? type.title : type.heading;
    const lines = wrapLines(exercise.title, style, room);
    this.patch({
      Ground: { hole: undefined },
      Eyebrow: { text: { ...type.smallBold, letterSpacing: 2, text: eyebrow } },
      Level: {
        x: screen.left + textWidth(eyebrow, type.smallBold) + eyebrow.length * 2 + 28,
        chip: levelChip(t, exercise),
      },
      Title: {
        y: lines.length > 1 ? 80 : 96,
        text: { ...style, text: lines.join('\n') },
      },
      Picture: { picture: pictureOf(exercise, shell, 'poster') },
      How: {
        testId: 'how',
        paged: {
          ...HOW,
          blocks: this.blocks(exercise, shell),
          style: type.body,
          headingStyle: type.label,
          footer: (page, pages) =>
            `${t('exercise.more')}  ·  ${t('exercise.page', { page, pages })}`,
        },
      },
      Dose: {
        content: {
          t,
          exercise,
          needs: [t(`position.${exercise.position}`), equipmentText(t, exercise)],
        },
      },
    });
  }

  /** Caution first, then the brochure's words, then its variants. */
  private blocks(exercise: Exercise, shell: Shell): Block[] {
    const { t } = shell.services;
    return [
      ...(exercise.caution
        ? [{ heading: t('exercise.caution'), text: exercise.caution, tone: colours.coral }]
        : []),
      ...exercise.instruction.map((text, at) => ({
        ...(at === 0 ? { heading: t('exercise.how') } : {}),
        text,
      })),
      ...exercise.variants.map(({ kind, title, text }) => ({
        heading: t(`exercise.${kind}`, { title }),
        text,
      })),
    ];
  }

  private drawButtons() {
    const { exercise, shell } = this;
    const buttons = this.getByRef('Buttons');
    if (!exercise || !shell || !buttons) return;
    const { routines, t } = shell.services;
    const isMine = routines.isMine(exercise);
    buttons.buttons = [
      {
        id: 'start',
        label: t('exercise.start'),
        icon: 'play-solid',
        primary: true,
        press: () => startRoutine(routines.alone(exercise), shell),
      },
      {
        id: 'mine',
        label: t(isMine ? 'exercise.remove' : 'exercise.add'),
        icon: isMine ? 'check' : 'plus',
        press: () => {
          routines.toggleMine(exercise);
          this.drawButtons();
        },
      },
      { id: 'back', label: t('exercise.back'), press: () => shell.back() },
    ];
  }
}
