/** Dialogs of the player. Each pauses the session, and Back always continues it. */
import type { Exercise } from '../../../catalogue/types';
import type { SessionControls } from '../../../playback/controller/controller';
import type { Narrator } from '../../../playback/narrator/narrator';
import {
  changeVolume,
  isSilent,
  nextVoice,
  type SoundSettings,
} from '../../../session/preferences/sound';
import { painText } from '../../../texts/pain';
import type { Translate } from '../../../texts/translate';
import type { ButtonSpec } from '../../components/Button';
import type { DialogSpec } from '../../components/Dialog';
import { SoundStrip } from '../../components/SoundStrip';
import { colours } from '../../theme';

/**
 * The dialog of Down: "dit doet pijn". The button that skips has the focus.
 * @param exercise the exercise that plays, with the patient's changes
 * @param note stores that it hurt, and whether the exercise is skipped
 */
export function painDialog(
  t: Translate,
  controller: SessionControls,
  exercise: Exercise,
  note: (isSkipped: boolean) => void,
): DialogSpec {
  const answer = (skip: boolean) => {
    note(skip);
    controller.hurts(skip);
  };
  return {
    id: 'pain',
    title: t('pain.title'),
    text: painText(t, exercise),
    icon: 'frown',
    tone: colours.coral,
    buttons: [
      { id: 'skip', label: t('pain.skip'), primary: true, press: () => answer(true) },
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
  place: { index: number; count: number },
  narrator: Narrator,
  ask: (dialog: DialogSpec) => void,
  focus = 'resume',
): DialogSpec {
  const { settings } = narrator;
  const change = (to: SoundSettings, row: string) => {
    narrator.change(to);
    ask(menuDialog(t, controller, place, narrator, ask, row));
  };
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
      ...soundRows(t, settings, change),
      {
        id: 'repeat',
        label: t('menu.repeat'),
        icon: 'repeat',
        press: () => controller.repeat(),
      },
      ...(place.index > 0
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
        label: t(place.index < place.count - 1 ? 'menu.next' : 'menu.end'),
        icon: 'skip-forward',
        press: () => controller.next(),
      },
    ],
    back: () => controller.resume(),
  };
}
