/** Tests the places of captions and next card above the key hints, at each text size. */
import { afterEach, expect, it } from 'vitest';
import { overHints } from '../../../../src/ui/pages/player/playerPlaces';
import { setTheme } from '../../../../src/ui/theme';

const at = (textSize: 'normal' | 'large' | 'largest') =>
  setTheme({ textSize, highContrast: false, reducedMotion: false });

afterEach(() => void at('normal'));

it('follows the hints where those take more lines than usual', () => {
  at('large');
  const usual = overHints({ captions: 200, card: 300, hints: 60 });
  const three = overHints({ captions: 200, card: 300, hints: 180 });
  expect(usual.captions).toBe(858);
  expect(three.captions).toBe(798);
  expect(three.next).toEqual({ y: 798 - 200 - 16, alpha: 1 });
  // The room is always for two lines, so that nothing moves when one line becomes two.
  expect(overHints({ captions: 200, card: 300, hints: 120 })).toEqual(usual);
});

it('without captions the card stands right above the hints', () => {
  at('large');
  expect(overHints({ captions: 0, card: 300, hints: 180 }).next).toEqual({ y: 798, alpha: 1 });
});

it('captions above keep their place, and the card goes where they reach it', () => {
  at('largest');
  const short = overHints({ captions: 120, card: 300, hints: 64 });
  const long = overHints({ captions: 420, card: 300, hints: 64 });
  expect(long.captions).toBe(short.captions);
  expect(short.next.alpha).toBe(1);
  expect(long.next.alpha).toBe(0);
});
