/** Dialogs of the player. Each pauses the session, and Back always continues it. */
import type { Exercise } from '../../../catalogue/types';
import { easierWay } from '../../../catalogue/variant';
import type { SessionControls, SessionView } from '../../../playback/controller/controller';
import type { Narrator } from '../../../playback/narrator/narrator';
import {
  changeVolume,
  isSilent,
  nextVoice,
  type SoundSettings,
} from '../../../session/preferences/sound';
import { easierText, painText } from '../../../texts/pain';
import type { Translate } from '../../../texts/translate';
import type { ButtonSpec } from '../../components/Button';
import type { DialogSpec } from '../../components/Dialog';
import { SoundStrip } from '../../components/SoundStrip';
import { colours } from '../../theme';

/** The caution and the brochure's sentences, one under the other. */
const howText = ({ caution, instruction }: Exercise): string =>
  [...(caution ? [caution] : []), ...instruction].join('\n');

/**
 * Tells how to do the exercise.
 * @param goOn continues the exercise
 * @param back leads to where the dialog was opened: the pause or the menu
 */
export const howDialog = (
  t: Translate,
  exercise: Exercise,
  goOn: () => void,
  back: () => void,
): DialogSpec => ({
  id: 'how',
  title: t('exercise.how'),
  text: howText(exercise),
  footer: (page, pages) => t('exercise.page', { page, pages }),
  buttons: [
    { id: 'resume', label: t('menu.resume'), icon: 'play-solid', primary: true, press: goOn },
  ],
  back,
});

/**
 * The dialog of Down: "dit doet pijn". The button that skips has the focus. In the end of an exercise, its
 * easier way has no use any more.
 * @param view the exercise that plays, with the patient's changes
 * @param note stores that it hurt, and whether the exercise is skipped
 */
export function painDialog(
  t: Translate,
  controller: SessionControls,
  { exercise, overlay }: Pick<SessionView, 'exercise' | 'overlay'>,
  note: (isSkipped: boolean) => void,
): DialogSpec {
  const answer = (skip: boolean) => {
    note(skip);
    controller.hurts(skip);
  };
  const way = overlay.phase === 'done' ? undefined : easierWay(exercise);
  const easier = () => {
    note(false);
    controller.easier();
  };
  return {
    id: 'pain',
    title: t('pain.title'),
    text: painText(t, exercise),
    icon: 'frown',
    tone: colours.coral,
    direction: way ? 'column' : 'row',
    buttons: [
      { id: 'skip', label: t('pain.skip'), primary: true, press: () => answer(true) },
      ...(way ? [{ id: 'easier', label: easierText(t, way), press: easier }] : []),
      { id: 'go', label: t('pain.go'), press: () => answer(false) },
    ],
    focus: 'skip',
    // Back withdraws the report of pain.
    back: () => controller.resume(),
  };
}

const leaveText = ({ checkpoint }: SessionControls, forGroup: boolean) => {
  if (forGroup) return 'leave.textGroup';
  return checkpoint.isStart ? 'leave.textStart' : 'leave.text';
};

/**
 * The dialog of Back: asks whether to stop. Before the first finished repetition there is no place to
 * keep.
 */
export const leaveDialog = (
  t: Translate,
  controller: SessionControls,
  stop: () => void,
  forGroup = false,
): DialogSpec => ({
  id: 'leave',
  title: t('leave.title'),
  text: t(leaveText(controller, forGroup)),
  buttons: [
    { id: 'stay', label: t('leave.stay'), primary: true, press: () => controller.resume() },
    { id: 'stop', label: t('leave.stop'), press: stop },
  ],
  focus: 'stay',
  back: () => controller.resume(),
});

/** Buttons for voice and captions. Each press sets the next value, and the menu stays open. */
function soundRows(
  t: Translate,
  settings: SoundSettings,
  change: (settings: SoundSettings, row: string) => void,
): ButtonSpec[] {
  const voice = t(`menu.voice.${settings.voice}`);
  const captions = isSilent(settings) ? 'always' : settings.captions ? 'on' : 'off';
  return [
    {
      id: 'voice',
      label: t('menu.voice', { voice }),
      icon: 'message-circle',
      stays: true,
      press: () => change(nextVoice(settings), 'voice'),
    },
    {
      id: 'captions',
      label: t('menu.captions', { captions: t(`menu.captions.${captions}`) }),
      icon: 'captions-solid',
      stays: true,
      press: () => change({ ...settings, captions: !settings.captions }, 'captions'),
    },
  ];
}

/**
 * The menu that Up opens while an exercise plays. Left, Right and Up change the volume and mute it.
 * @param ask shows the menu again, with the focus on a row
 */
export function menuDialog(
  t: Translate,
  controller: SessionControls,
  view: Pick<SessionView, 'count' | 'exercise' | 'index'>,
  narrator: Narrator,
  ask: (dialog: DialogSpec) => void,
  focus = 'resume',
): DialogSpec {
  const { settings } = narrator;
  const again = (row: string) => ask(menuDialog(t, controller, view, narrator, ask, row));
  const change = (to: SoundSettings, row: string) => {
    narrator.change(to);
    again(row);
  };
  const showHow = () =>
    ask(
      howDialog(
        t,
        view.exercise,
        () => controller.resume(),
        () => again('how'),
      ),
    );
  return {
    id: 'menu',
    title: t('menu.title'),
    direction: 'column',
    focus,
    sound: {
      type: SoundStrip,
      strip: {
        volume: settings.volume,
        muted: settings.muted,
        mute: t(settings.muted ? 'menu.unmute' : 'menu.mute'),
      },
      louder: (step) => {
        change(changeVolume(narrator.settings, step), 'resume');
        narrator.sample();
      },
      mute: () => change({ ...narrator.settings, muted: !narrator.settings.muted }, 'resume'),
    },
    buttons: [
      {
        id: 'resume',
        label: t('menu.resume'),
        icon: 'play-solid',
        primary: true,
        press: () => controller.resume(),
      },
      { id: 'how', label: t('exercise.how'), icon: 'info', press: showHow },
      ...soundRows(t, settings, change),
      {
        id: 'repeat',
        label: t('menu.repeat'),
        icon: 'repeat',
        press: () => controller.repeat(),
      },
      ...(view.index > 0
        ? [
            {
              id: 'previous',
              label: t('menu.previous'),
              icon: 'skip-back' as const,
              press: () => controller.previous(),
            },
          ]
        : []),
      {
        id: 'next',
        label: t(view.index < view.count - 1 ? 'menu.next' : 'menu.end'),
        icon: 'skip-forward',
        press: () => controller.next(),
      },
    ],
    back: () => controller.resume(),
  };
}
