/** The phone's signals and voice, with their buttons. */
import { fetchText } from '../app/loading/fetchText';
import { staticAddress } from '../app/loading/staticFolder';
import { createNarrator } from '../playback/create';
import { DEFAULT_SOUND } from '../session/preferences/sound';
import { capital } from '../texts/dose';
import { warnOf } from '../tv/log';
import { button, el, iconOf, write } from './dom';
import type { PhoneServices } from './load';
import type { PhoneMemory } from './phoneMemory';

/** Signals and voice as on the television. What the visitor changes stays on the phone. */
export const phoneNarrator = ({ language, t }: PhoneServices, memory: PhoneMemory) =>
  createNarrator({
    language: () => language,
    template: (key) => t(key),
    settings: {
      get: () => memory.memory.settings.sound ?? DEFAULT_SOUND,
      set: (sound) => memory.change((now) => ({ ...now, settings: { ...now.settings, sound } })),
    },
    voices: staticAddress('voice/'),
    loadText: fetchText,
    log: warnOf('phone'),
  });

export type PhoneNarrator = ReturnType<typeof phoneNarrator>;

/** The two buttons: all sound, and the voice alone where there is one for the language. */
export class SoundButtons {
  private readonly sound = button('', () => this.switchSound(), { className: 'at-sound' });
  private readonly voice = button('', () => this.switchVoice(), {
    className: 'at-voice',
    icon: 'message-circle',
  });
  private readonly soundIcon = el('span', { attributes: { 'aria-hidden': 'true' } });

  constructor(
    private readonly services: PhoneServices,
    private readonly narrator: PhoneNarrator,
  ) {
    this.sound.insertBefore(this.soundIcon, this.sound.firstChild);
    this.draw();
  }

  get elements(): HTMLElement[] {
    return [this.sound, this.voice];
  }

  /** Draws the state. A voice may be found some time after the start. */
  draw(): void {
    const { t } = this.services;
    const { muted, voice } = this.narrator.settings;
    this.soundIcon.className = iconOf(muted ? 'volume-2' : 'volume-x').className;
    write(wordIn(this.sound), capital(t(muted ? 'menu.unmute' : 'menu.mute')));
    const state = t(voice === 'off' ? 'menu.captions.off' : 'menu.captions.on');
    write(wordIn(this.voice), t('menu.voice', { voice: state }));
    this.voice.hidden = muted || !this.narrator.hasVoice;
  }

  private switchSound() {
    const { narrator } = this;
    narrator.change({ ...narrator.settings, muted: !narrator.settings.muted });
    this.draw();
  }

  private switchVoice() {
    const { narrator } = this;
    const voice = narrator.settings.voice === 'off' ? DEFAULT_SOUND.voice : 'off';
    narrator.change({ ...narrator.settings, voice });
    this.draw();
  }
}

const wordIn = (one: HTMLElement): Element => one.querySelector('.word') ?? one;
