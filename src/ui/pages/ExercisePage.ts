import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import type { Player } from '../../playback/player';
import { BUTTON_H, Button, type ButtonSpec } from '../components/Button';
import { ButtonList } from '../components/ButtonList';
import { Chip } from '../components/Chip';
import { DoseBlock } from '../components/DoseBlock';
import { type Block, PagedText } from '../components/PagedText';
import { Picture } from '../components/Picture';
import { Window } from '../components/Window';
import type { Shell } from '../shell';
import type { Translate } from '../texts/translate';
import { levelChip, needsOf } from '../texts/words';
import { colours, radius, screen, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { MARK, mark } from '../theme/shapes';
import type { Box } from '../videoWindow';
import { pictureOf } from './homeContent';
import { Page } from './Page';
import { startRoutine } from './starting';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: typeof Window;
  Eyebrow: object;
  Level: typeof Chip;
  Title: object;
  Mark: object;
  Picture: typeof Picture;
  How: typeof PagedText;
  Dose: typeof DoseBlock;
  Buttons: typeof ButtonList;
}

const PICTURE: Box = { x: screen.left, y: 188, w: 880, h: 495 };
const HOW_X = PICTURE.x + PICTURE.w + 32;
const HOW = { w: screen.right - HOW_X, h: PICTURE.h } as const;
/** Where the dose begins, and the buttons below it. */
export const DOSE_Y = PICTURE.y + PICTURE.h + 28;
export const BUTTONS_Y = screen.bottom - BUTTON_H;
const MARK_GAP = 20;

/** One exercise: what it looks like, how to do it, how much, and Start. */
export class ExercisePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'exercise';
  private shell: Shell | undefined;
  private exercise: Exercise | undefined;
  private preview: Player | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { type: Window },
      Eyebrow: { x: screen.left, y: screen.top - 6, color: colours.mint },
      Level: { type: Chip, y: screen.top - 10 },
      Title: { x: screen.left, color: colours.text },
      Mark: { visible: false },
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
    if (isOther) this.getByRef('Buttons')?.select('start');
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
    return this.getByRef('Buttons');
  }

  override _handleUp(): void {
    this.turn(-1);
  }

  override _handleDown(): void {
    this.turn(1);
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  /** Up and Down turn the text's pages too: the button beside Start is the way one sees. */
  private turn(by: -1 | 1) {
    if (this.getByRef('How')?.turn(by)) this.drawButtons();
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
    const { library, t } = services;
    const category = library.categories.find((one) => one.id === exercise.category);
    const eyebrow = (category?.title ?? '').toUpperCase();
    const isOurs = !exercise.titleFromBrochure;
    const room = screen.right - screen.left - (isOurs ? MARK + MARK_GAP : 0);
    const style = textWidth(exercise.title, type.title) <= room ? type.title : type.heading;
    const lines = wrapLines(exercise.title, style, room);
    const last = lines[lines.length - 1] ?? '';
    const titleY = lines.length > 1 ? 80 : 96;
    this.patch({
      Ground: { hole: undefined },
      Eyebrow: { text: { ...type.smallBold, letterSpacing: 2, text: eyebrow } },
      Level: {
        x: screen.left + textWidth(eyebrow, type.smallBold) + eyebrow.length * 2 + 28,
        chip: levelChip(t, exercise),
      },
      Title: {
        y: titleY,
        text: { ...style, text: lines.join('\n') },
      },
      Mark: isOurs
        ? {
            visible: true,
            ...mark(
              screen.left + textWidth(last, style) + MARK_GAP,
              titleY + (lines.length - 1) * style.lineHeight + (style.lineHeight - MARK) / 2,
            ),
          }
        : { visible: false },
      Picture: { picture: pictureOf(exercise, shell, 'poster') },
      How: {
        paged: {
          ...HOW,
          blocks: this.blocks(exercise, shell),
          style: type.body,
          headingStyle: type.label,
          footer: (page, pages) => t('exercise.page', { page, pages }),
        },
      },
      Dose: {
        content: {
          t,
          exercise,
          needs: needsOf(t, exercise),
          hasMark: isOurs,
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

  /** Reads on in the text, where it has more pages than one. */
  private moreButton(t: Translate): ButtonSpec | undefined {
    const how = this.getByRef('How');
    if (!how?.hasMore) return undefined;
    const { page, pages } = how.place;
    const label = (key: 'exercise.more' | 'exercise.again') =>
      `${t(key)}  ${t('exercise.page', { page, pages })}`;
    const button = (text: string): ButtonSpec => ({
      id: 'more',
      label: text,
      icon: page < pages ? 'arrow-right' : 'rotate-ccw',
      press: () => {
        how.readOn();
        this.drawButtons();
      },
    });
    const words = [label('exercise.more'), label('exercise.again')] as const;
    // As wide for either, so that the buttons beside it stay where they are.
    const w = Math.max(...words.map((text) => Button.widthOf(button(text))));
    return { ...button(words[page < pages ? 0 : 1]), w };
  }

  private drawButtons() {
    const { exercise, shell } = this;
    const buttons = this.getByRef('Buttons');
    if (!exercise || !shell || !buttons) return;
    const { routines, t } = shell.services;
    const isMine = routines.isMine(exercise);
    const more = this.moreButton(t);
    buttons.buttons = [
      {
        id: 'start',
        label: t('exercise.start'),
        icon: 'play-solid',
        primary: true,
        press: () => startRoutine(routines.alone(exercise), shell),
      },
      ...(more ? [more] : []),
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
