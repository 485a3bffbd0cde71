/** The buttons of the player: one for each key of the remote, and one for each meaning without a key. */
import { type KeyMeaning, meaningsNow, SOLO_KEYS } from '../app/playerKeys';
import type { SessionView } from '../playback/controller/controller';
import type { Translate } from '../texts/translate';
import { el, write } from './dom';
import type { PageIcon } from './icons';

/** The symbols of the meanings, by id. */
const ICONS: Readonly<Record<string, PageIcon>> = {
  start: 'play',
  ready: 'play',
  pause: 'pause',
  resume: 'play',
  moreTime: 'clock',
  slower: 'chevrons-left',
  faster: 'chevrons-right',
  previous: 'skip-back',
  next: 'skip-forward',
  leave: 'x',
  pain: 'heart',
};

/**
 * The id of a meaning's button. It is that of its key, so that the button keeps its place when the key's
 * meaning changes.
 */
const placeOf = ({ id, keys }: KeyMeaning): string => keys[0] ?? id;

interface PlayButton {
  element: HTMLButtonElement;
  word: HTMLElement;
  icon: HTMLElement;
}

export class PlayButtons {
  readonly element = el('div', { className: 'buttons controls' });
  private readonly buttons = new Map<string, PlayButton>();
  /** The current meanings of the visible buttons. */
  private readonly meant = new Map<string, KeyMeaning>();

  /**
   * @param canDo true for a meaning that has a button here
   * @param press called with the meaning of the pressed button
   * @param others further buttons, after those of the keys
   */
  constructor(
    private readonly t: Translate,
    private readonly canDo: (meaning: KeyMeaning) => boolean,
    press: (meaning: KeyMeaning) => void,
    others: readonly HTMLElement[],
  ) {
    for (const place of new Set(SOLO_KEYS.filter(canDo).map(placeOf))) {
      const word = el('span', { className: 'word' });
      const icon = el('span', { attributes: { 'aria-hidden': 'true' } });
      const element = el(
        'button',
        {
          className: `at-${place}${this.buttons.size ? '' : ' primary'}`,
          attributes: { type: 'button' },
          press: () => {
            const meaning = this.meant.get(place);
            if (meaning) press(meaning);
          },
        },
        icon,
        word,
      );
      this.buttons.set(place, { element, word, icon });
      this.element.appendChild(element);
    }
    for (const one of others) this.element.appendChild(one);
  }

  /** Shows a button for each meaning that counts at this moment. */
  draw(view: SessionView): void {
    this.meant.clear();
    for (const one of meaningsNow(SOLO_KEYS, view)) {
      if (this.canDo(one)) this.meant.set(placeOf(one), one);
    }
    for (const [place, { element, icon, word }] of this.buttons) {
      const meaning = this.meant.get(place);
      element.hidden = meaning === undefined;
      if (!meaning) continue;
      write(word, meaning.name(this.t, view));
      const name = ICONS[meaning.id];
      icon.className = name ? `icon icon-${name}` : '';
    }
    this.element.dataset.pace = String(view.canChangePace && this.meant.has('Right'));
  }

  /** Puts the focus on the first button, which pauses and resumes. */
  focus(): void {
    for (const { element } of this.buttons.values()) {
      if (element.hidden) continue;
      element.focus();
      return;
    }
  }
}
