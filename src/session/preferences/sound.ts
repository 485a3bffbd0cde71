/** The patient's preferences for sound, voice and captions. Pure data. */
import { VOICE_MODES, type VoiceMode } from '../../timeline/voicePlan';

export interface SoundSettings {
  /** 0 to 1, in steps of `VOLUME_STEP`. 0 has the effect of muting. */
  volume: number;
  muted: boolean;
  voice: VoiceMode;
  /** Whether the patient wants captions. They also show when nothing is audible. */
  captions: boolean;
}

/** Defaults (ours): loud enough on the mat, every cue spoken, no text over the instructor. */
export const DEFAULT_SOUND: Readonly<SoundSettings> = {
  volume: 0.8,
  muted: false,
  voice: 'cues',
  captions: false,
};

export const VOLUME_STEP = 0.1;

/** Whether nothing is audible. */
export const isSilent = ({ muted, volume }: SoundSettings): boolean => muted || volume <= 0;

/** Whether captions show: by choice, and always when nothing is audible. */
export const showsCaptions = (settings: SoundSettings): boolean =>
  settings.captions || isSilent(settings);

/** One step louder or softer, within 0 to 1. A change of volume ends muting. */
export const changeVolume = (settings: SoundSettings, step: -1 | 1): SoundSettings => {
  // Steps are whole numbers, so that ten steps down from 1 make exactly 0.
  const tenths = Math.round(settings.volume / VOLUME_STEP) + step;
  const volume = Math.min(Math.max(tenths, 0), Math.round(1 / VOLUME_STEP)) * VOLUME_STEP;
  return { ...settings, volume: Math.round(volume * 100) / 100, muted: false };
};

/** The next mode in turn. */
export const nextVoice = (settings: SoundSettings): SoundSettings => {
  const at = VOICE_MODES.indexOf(settings.voice);
  return { ...settings, voice: VOICE_MODES[(at + 1) % VOICE_MODES.length] as VoiceMode };
};
