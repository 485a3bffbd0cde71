/** What the keys mean, drawn and spoken: the table's meanings turned into hints and buttons. */
import type { KeyMeaning, Moment } from '../../../app/playerKeys';
import type { TextKey, Translate } from '../../../texts/translate';
import type { RemoteKey } from '../../../tv/keyTables';
import type { Spoken } from '../../access/spoken';
import type { Hint } from './overlay/KeyHints';

/** Keys that are drawn as a word; the others are arrows. */
const CAPS: Partial<Record<RemoteKey, TextKey>> = {
  Enter: 'player.key.ok',
  Back: 'player.key.back',
};

/** A hint for each meaning; neighbours that say the same share one. @param meanings those that count now */
export function hintsOf(t: Translate, meanings: readonly KeyMeaning[], now: Moment): Hint[] {
  const hints: Hint[] = [];
  for (const { does, hint, keys, stays } of meanings) {
    if (!keys.length) continue;
    const text = hint(t, now);
    const drawn = keys.map((key) => {
      const cap = CAPS[key];
      return cap ? { key, cap: t(cap) } : { key };
    });
    const last = hints[hints.length - 1];
    if (last?.text === text) last.keys = [...last.keys, ...drawn];
    else {
      const asks = typeof does === 'string' ? { asks: true as const } : {};
      hints.push({ keys: drawn, text, ...asks, ...(stays ? { stays } : {}) });
    }
  }
  return hints;
}

/** The same to who can't see them: a button for each meaning. The first has the focus. */
export const spokenKeys = (t: Translate, meanings: readonly KeyMeaning[], now: Moment): Spoken[] =>
  meanings
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, name }, at) => ({
      role: 'button' as const,
      name: name(t, now),
      ...(keys[0] ? { key: keys[0] } : {}),
      isFocused: at === 0,
    }));
