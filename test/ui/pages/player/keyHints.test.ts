/** Tests the lines of key hints in the real font: all hints fit, at every size and in every language. */
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GROUP_KEYS, type Moment, meaningsNow, SOLO_KEYS } from '../../../../src/app/playerKeys';
import { CODES } from '../../../../src/texts/languages';
import { translator } from '../../../../src/texts/translate';
import { hintsOf } from '../../../../src/ui/pages/player/keyContent';
import { GROUP_PANEL } from '../../../../src/ui/pages/player/overlay/GroupPanel';
import { HINT_PAD, hintLines } from '../../../../src/ui/pages/player/overlay/KeyHints';
import { playerPlaces } from '../../../../src/ui/pages/player/playerPlaces';
import { setTheme } from '../../../../src/ui/theme';
import type { TypeStyle } from '../../../../src/ui/theme/sizes';
import { textsIn, view } from '../../fakes';
import { STATES } from './states';

const fontOf = (weight: 400 | 600): Font => {
  const files = '../../../../node_modules/@fontsource/lexend/files';
  return openSync(join(import.meta.dirname, files, `lexend-latin-${weight}-normal.woff2`)) as Font;
};
const FONTS: Record<string, Font> = { Lexend: fontOf(400), LexendSemiBold: fontOf(600) };

vi.mock('../../../../src/ui/theme/measure', async (original) => ({
  ...(await original<object>()),
  textWidth(text: string, { fontFace, fontSize }: TypeStyle) {
    const font = FONTS[fontFace] as Font;
    return Math.ceil((font.layout(text).advanceWidth / font.unitsPerEm) * fontSize);
  },
}));

const SIZES = [
  ['normal', 2],
  ['large', 2],
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
  )('at the size %s they take no more lines than have their room kept: %i', (size, most) => {
    at(size);
    const { room } = playerPlaces().hints;
    for (const [name, now] of moments('solo')) {
      const hints = hintsOf(t, meaningsNow(SOLO_KEYS, now), now);
      const lines = hintLines(hints, room);
      expect(lines.length, name).toBeLessThanOrEqual(most);
      expect(lines[0]?.from, name).toBe(hints.length ? 0 : undefined);
      for (const { from, to, wide } of lines) {
        expect(to, name).toBeGreaterThan(from);
        expect(wide + 2 * HINT_PAD, name).toBeLessThanOrEqual(room);
      }
      // The hint that stays is in the lower right corner.
      expect(lines[lines.length - 1]?.to ?? 0, name).toBe(hints.length);
      expect(hints.map(({ stays }) => stays === true).indexOf(true), name).toBe(hints.length - 1);
    }
  });

  it('a group’s stand on one line', () => {
    for (const [name, now] of moments('group')) {
      const hints = hintsOf(t, meaningsNow(GROUP_KEYS, now), now);
      expect(hintLines(hints, GROUP_PANEL.w).length, name).toBe(hints.length ? 1 : 0);
    }
  });
});
