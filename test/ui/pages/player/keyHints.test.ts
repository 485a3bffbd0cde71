/** Tests the lines of key hints in the real font: all hints fit, at every size and in every language. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GROUP_KEYS, type Moment, meaningsNow, SOLO_KEYS } from '../../../../src/app/playerKeys';
import { CODES } from '../../../../src/texts/languages';
import { translator } from '../../../../src/texts/translate';
import { hintsOf, mostHints } from '../../../../src/ui/pages/player/keyContent';
import { GROUP_PANEL } from '../../../../src/ui/pages/player/overlay/GroupPanel';
import { HINT_PAD, hintLines, hintsSize } from '../../../../src/ui/pages/player/overlay/KeyHints';
import { PANEL } from '../../../../src/ui/pages/player/overlay/PhasePanel';
import { screen, setTheme } from '../../../../src/ui/theme';
import type { TypeStyle } from '../../../../src/ui/theme/sizes';
import { lexendWidth } from '../../../support/font';
import { textsIn, view } from '../../fakes';
import { STATES } from './states';

vi.mock('../../../../src/ui/theme/measure', async (original) => ({
  ...(await original<object>()),
  textWidth: (text: string, of: TypeStyle) => lexendWidth(text, of),
}));

const SIZES = [
  ['normal', 2],
  ['large', 3],
  ['largest', 3],
] as const;

const at = (textSize: (typeof SIZES)[number][0]) =>
  setTheme({ textSize, highContrast: false, reducedMotion: false });

afterEach(() => void at('normal'));

const moments = (kind: 'solo' | 'group'): [string, Moment][] =>
  Object.entries(STATES[kind]).map(([name, more]) => [
    name,
    { ...view(more), workStep: { kind: 'seconds', by: 10 } },
  ]);

describe.each(CODES)('in %s', (language) => {
  const t = translator(textsIn(language), language);

  it.each(
    SIZES,
  )('at the size %s they take no more lines than %i, beside the panel and above it', (size, most) => {
    at(size);
    const beside = screen.right - screen.left - PANEL.w - 24;
    for (const room of [beside, PANEL.w]) checkLines(room, most);
  });

  const checkLines = (room: number, most: number) => {
    for (const [name, now] of moments('solo')) {
      const hints = hintsOf(t, meaningsNow(SOLO_KEYS, now), now);
      const lines = hintLines(hints, room);
      expect(lines.length, name).toBeLessThanOrEqual(most);
      expect(lines[0]?.from, name).toBe(hints.length ? 0 : undefined);
      for (const { from, to, wide } of lines) {
        expect(to, name).toBeGreaterThan(from);
        expect(wide + 2 * HINT_PAD, name).toBeLessThanOrEqual(room);
      }
      expect(lines[lines.length - 1]?.to ?? 0, name).toBe(hints.length);
      // The picture has made room for them.
      const kept = mostHints(t, SOLO_KEYS, now, room);
      const { h, w } = hintsSize(hints, room);
      if (hints.length) expect([w <= kept.w, h <= kept.h], name).toEqual([true, true]);
    }
  };

  it('a group’s stand on one line', () => {
    for (const [name, now] of moments('group')) {
      const hints = hintsOf(t, meaningsNow(GROUP_KEYS, now), now);
      expect(hintLines(hints, GROUP_PANEL.w).length, name).toBe(hints.length ? 1 : 0);
    }
  });
});
