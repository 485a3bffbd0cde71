/** Rows of the settings for hearing: volume, voice, captions. The player's menu changes the same ones. */
import {
  DEFAULT_SOUND,
  isSilent,
  type SoundSettings,
  VOLUME_STEP,
} from '../../../session/preferences/sound';
import { capital } from '../../../texts/dose';
import { VOICE_MODES } from '../../../timeline/voicePlan';
import type { Shell } from '../../shell';
import { choice, type SettingsRow, toggle } from './rowKinds';

/** Steps of the volume, from 0 to the loudest. */
const LOUDEST = Math.round(1 / VOLUME_STEP);
const LEVELS = Array.from({ length: LOUDEST + 1 }, (_, level) => level);

/** @param redraw shows the rows with their new values */
export function soundRows({ services }: Shell, redraw: () => void): SettingsRow[] {
  const { narrator, t } = services;
  const { settings } = narrator;
  const isMute = isSilent(settings);
  const change = (part: Partial<SoundSettings>) => {
    narrator.change({ ...narrator.settings, ...part });
    redraw();
  };
  const sound = (volume: number) => {
    change({ volume, muted: false });
    narrator.sample();
  };
  /** After muting, the sound comes back as loud as it was. */
  const soundAgain = (otherwise: number) => sound(settings.volume || otherwise);
  const row = choice(
    {
      id: 'volume',
      icon: isMute ? 'volume-x' : 'volume-2',
      label: t('settings.volume'),
      why: t('settings.volumeWhy'),
    },
    LEVELS,
    isMute ? 0 : Math.round(settings.volume * LOUDEST),
    (level) => (level ? `${level * 10} %` : t('menu.voice.off')),
    (level) => (isMute ? soundAgain(level / LOUDEST) : sound(level / LOUDEST)),
  );
  return [
    // OK switches the sound off and on; Left and Right make it softer and louder.
    { ...row, press: () => (isMute ? soundAgain(DEFAULT_SOUND.volume) : change({ muted: true })) },
    choice(
      {
        id: 'voice',
        icon: 'message-circle',
        label: t('settings.voice'),
        why: t('settings.voiceWhy'),
      },
      VOICE_MODES,
      settings.voice,
      (voice) => t(`menu.voice.${voice}`),
      (voice) => change({ voice }),
    ),
    {
      ...toggle(
        t,
        {
          id: 'captions',
          icon: 'captions-solid',
          label: capital(t('player.captions')),
          why: t('settings.captionsWhy'),
        },
        settings.captions,
        (captions) => change({ captions }),
      ),
      // Without sound, captions always show: there is nothing to choose.
      ...(isMute
        ? {
            value: t('menu.captions.always'),
            can: { less: false, more: false },
            press: undefined,
            step: undefined,
          }
        : {}),
    },
  ];
}
