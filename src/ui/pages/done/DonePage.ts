import type { Lightning } from '@lightningjs/sdk';
import { withVariant } from '../../../catalogue/variant';
import type { SessionSummary } from '../../../playback/controller/controller';
import { countEndings, type Ending, endingOf } from '../../../session/walk/summary';
import type { Translate } from '../../../texts/translate';
import { minutesText, shortName } from '../../../texts/words';
import { buttonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import type { Shell } from '../../shell';
import { atSize, colours, radius, screen, type } from '../../theme';
import { cutLine, textWidth, wrapLines } from '../../theme/measure';
import { type IconName, icon, plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  About: object;
  List: object;
  Advice: { Plate: object; Icon: object; Eyebrow: object; Text: object };
  Buttons: typeof ButtonList;
}

const LOOK: Record<Ending, { icon: IconName; ink: 'mint' | 'soft' | 'coral' }> = {
  done: { icon: 'check-circle', ink: 'mint' },
  skipped: { icon: 'skip-forward', ink: 'soft' },
  hurt: { icon: 'heart', ink: 'coral' },
  doneHurt: { icon: 'check-circle', ink: 'coral' },
};

const ICON = 44;
const COLUMN_W = 864;
const ADVICE_TEXT_Y = 84;
/** Places from top to bottom, px: title, time, list, advice and the button to the home screen. */
function places(adviceLines = 2) {
  const buttonsY = screen.bottom - buttonH();
  const adviceH = ADVICE_TEXT_Y + adviceLines * type.small.lineHeight + 22;
  return {
    titleY: atSize(84, 70, 56),
    aboutY: atSize(184, 168, 150),
    listY: atSize(306, 276, 246),
    /** Larger words put how it ended below the name. */
    isStacked: atSize(false, true, true),
    line: atSize(74, 100, 122),
    rows: atSize(5, 4, 3),
    adviceH,
    adviceY: buttonsY - adviceH - 28,
    buttonsY,
  };
}

/** The page after a session: the exercises that were done, skipped, or hurt, and one piece of advice. */
export class DonePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'done';
  private shell: Shell | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { aboutY, buttonsY, listY, titleY } = places();
    return {
      Ground: ground(),
      Title: { x: screen.left, y: titleY, color: colours.text },
      About: { x: screen.left, y: aboutY, color: colours.soft },
      List: { x: screen.left, y: listY },
      Advice: {
        x: screen.left,
        Plate: { x: -1, y: -1, color: colours.card },
        Icon: { x: 36, y: 34, w: 36, h: 36, texture: icon('heart', 36), color: colours.mint },
        Eyebrow: { x: 92, y: 30, color: colours.mint },
        Text: { x: 36, y: ADVICE_TEXT_Y, color: colours.text },
      },
      Buttons: { type: ButtonList, x: screen.left, y: buttonsY },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, summary: SessionSummary): void {
    this.shell = shell;
    const { library, routines, t } = shell.services;
    // Takes the names in the current language: it may have changed since the session.
    const outcomes = summary.outcomes.map((one) => {
      const known = routines.exercise(one.exercise.id);
      return known ? { ...one, exercise: withVariant(known, one.exercise.variant) } : one;
    });
    const { done, leftHurt } = countEndings(summary.outcomes);
    const hurt = outcomes.filter(({ outcome }) => outcome === 'hurt').map((one) => one.exercise);
    const advice = library.advice.find(({ id }) => id === (hurt.length ? 'luisteren' : 'bewegen'));
    // An exercise for advanced people: the brochure doesn't accept light pain in it.
    const stricter = hurt.find(({ level }) => level === 'advanced')?.caution;
    const says = firstLines(stricter ?? advice?.text ?? '');
    const { adviceH, adviceY } = places(says.length);
    const w = screen.right - screen.left;
    this.patch({
      Title: { text: { ...type.display, text: t(titleKey(done, leftHurt)) } },
      About: { text: { ...type.lead, text: about(t, done, summary.seconds) } },
      List: { children: lines(t, { ...summary, outcomes }, (id) => routines.isLeftOut(id)) },
      Advice: advice
        ? {
            visible: true,
            y: adviceY,
            Plate: { texture: plate(w, adviceH, radius.medium) },
            Eyebrow: { text: { ...type.smallBold, text: t('done.advice') } },
            Text: { text: boxed(type.small, says, w - 72) },
          }
        : { visible: false },
      Buttons: {
        buttons: [
          {
            id: 'home',
            label: t('done.home'),
            icon: 'home',
            primary: true,
            press: () => shell.home(),
          },
        ],
      },
    });
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }

  override _handleBack(): void {
    this.shell?.home();
  }
}

const titleKey = (done: number, leftHurt: number) => {
  if (leftHurt) return 'done.titleSome';
  return done > 0 ? 'done.title' : 'done.titleNone';
};

const about = (t: Translate, done: number, seconds: number): string =>
  done === 0
    ? t('done.none')
    : t('done.about', {
        exercises: t.count('count.exercises', done),
        minutes: minutesText(t, seconds),
      });

/** As many whole sentences of the advice as fit on two lines; at least the first sentence. */
function firstLines(text: string): string[] {
  const w = screen.right - screen.left - 72;
  const sentences = text.match(/[^.!?]+[.!?]+(\s|$)/g) ?? [text];
  let kept = '';
  for (const sentence of sentences) {
    if (kept && wrapLines(kept + sentence, type.small, w).length > 2) break;
    kept += sentence;
  }
  return wrapLines(kept.trim(), type.small, w, 3);
}

/** Says how an exercise ended; for one that hurt, also whether it is excluded. */
function outcomeText(t: Translate, ending: Ending, isLeftOut: boolean): string {
  const isHurt = ending === 'hurt' || ending === 'doneHurt';
  return t(isHurt && isLeftOut ? `done.outcome.${ending}Out` : `done.outcome.${ending}`);
}

/**
 * One line per exercise, in two columns when there are many.
 * @param isLeftOut whether an exercise, by its id, is excluded at present
 */
function lines(
  t: Translate,
  { outcomes }: SessionSummary,
  isLeftOut: (id: string) => boolean,
): object[] {
  const { isStacked, line, rows } = places();
  const room = rows * 2;
  const shown = outcomes.length > room ? outcomes.slice(0, room - 1) : outcomes;
  const place = (at: number) => ({
    x: Math.floor(at / rows) * COLUMN_W,
    y: (at % rows) * line,
  });
  const children: object[] = shown.map((one, at) => {
    const ending = endingOf(one);
    const { icon: name, ink: colour } = LOOK[ending];
    const ink = colours[colour];
    const outcome = outcomeText(t, ending, isLeftOut(one.exercise.id));
    const beside = isStacked ? 0 : textWidth(outcome, type.small) + 24;
    const room = COLUMN_W - 60 - ICON - 24 - beside;
    return {
      ...place(at),
      Icon: { w: ICON, h: ICON, texture: icon(name, ICON), color: ink },
      Title: {
        x: ICON + 24,
        y: -2,
        text: { ...type.label, text: cutLine(shortName(one.exercise), type.label, room) },
        color: colours.text,
      },
      Outcome: {
        ...(isStacked
          ? { x: ICON + 24, y: type.label.lineHeight - 2 }
          : { x: COLUMN_W - 60, mountX: 1, y: 2 }),
        text: { ...type.small, text: cutLine(outcome, type.small, COLUMN_W - 60 - ICON - 24) },
        color: ink,
      },
    };
  });
  if (shown.length < outcomes.length) {
    children.push({
      ...place(shown.length),
      text: { ...type.label, text: t('done.more', { n: outcomes.length - shown.length }) },
      color: colours.soft,
    });
  }
  return children;
}
