/** Turns the meanings of the keys into hints on the screen and buttons for a screen reader. */
import { type KeyMeaning, type Moment, meaningsNow } from '../../../app/playerKeys';
import type { TextKey, Translate } from '../../../texts/translate';
import type { RemoteKey } from '../../../tv/keyTables';
import type { Spoken } from '../../access/spoken';
import { type Hint, hintsSize } from './overlay/KeyHints';

/** Keys that are drawn as a word; the other keys are drawn as arrows. */
const CAPS: Partial<Record<RemoteKey, TextKey>> = {
  Enter: 'player.key.ok',
  Back: 'player.key.back',
};

/**
 * A hint for each meaning. Neighbours with the same text share one hint.
 * @param meanings the current meanings
 */
export function hintsOf(t: Translate, meanings: readonly KeyMeaning[], now: Moment): Hint[] {
  const hints: Hint[] = [];
  for (const { does, hint, keys } of meanings) {
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
      hints.push({ keys: drawn, text, ...asks });
    }
  }
  return hints;
}

/** The moments of an exercise at which the keys mean something else. */
const momentsOf = ({ waiting, ...now }: Moment): Moment[] =>
  (['prepare', 'move', 'rest', 'done'] as const).flatMap((phase) => {
    const overlay = { ...now.overlay, phase, atEase: false };
    const stood = { ...now, overlay };
    const waits =
      phase === 'prepare' ? [{ ...stood, pause: 'running' as const, waiting: true }] : [];
    return [{ ...stood, pause: 'running' }, { ...stood, pause: 'paused' }, ...waits];
  });

/**
 * The largest width and height of an exercise's hints in a room, px: the picture makes room for all of
 * them, so that it stands still when they change.
 */
export function mostHints(
  t: Translate,
  table: readonly KeyMeaning[],
  now: Moment,
  room: number,
): { w: number; h: number } {
  const sizes = momentsOf(now).map((one) =>
    hintsSize(hintsOf(t, meaningsNow(table, one), one), room),
  );
  return { w: Math.max(...sizes.map(({ w }) => w)), h: Math.max(...sizes.map(({ h }) => h)) };
}

/** A button for each meaning, for a screen reader. The first one has the focus. */
export const spokenKeys = (t: Translate, meanings: readonly KeyMeaning[], now: Moment): Spoken[] =>
  meanings
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, name }, at) => ({
      role: 'button' as const,
      name: name(t, now),
      ...(keys[0] ? { key: keys[0] } : {}),
      isFocused: at === 0,
    }));
