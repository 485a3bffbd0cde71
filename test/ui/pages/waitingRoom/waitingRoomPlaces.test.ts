/** The waiting room's two columns: the film leads, the code has its size, and texts keep to their boxes. */
import { describe, expect, it } from 'vitest';
import { MOST_SHIFT } from '../../../../src/session/centre/burnInShift';
import {
  ADVICE_HEAD,
  adviceBox,
  adviceIn,
  instructionIn,
  invitation,
  MOST_QR,
  roomPlaces,
  wholeFilm,
  windowOf,
} from '../../../../src/ui/pages/waitingRoom/waitingRoomPlaces';
import { screen, type } from '../../../../src/ui/theme';

const sentence = (words: number) => `${'Woord '.repeat(words - 1)}woord.`;
/** Room for so many lines. */
const from = (lines: number) => screen.bottom - lines * type.body.lineHeight;
const SHIFT = { x: Math.floor(screen.w * MOST_SHIFT), y: Math.floor(screen.h * MOST_SHIFT) };

describe.each([0, 407, 629, MOST_QR])('with a code of %i px', (side) => {
  const places = roomPlaces(side);
  const { film, text, window } = places;

  it('the film leads: nearly a third of the screen or more is film', () => {
    expect((window.w * window.h) / (screen.w * screen.h)).toBeGreaterThan(0.32);
    expect(film.w / film.h).toBeCloseTo(16 / 9, 2);
  });

  it('no more than its empty part is covered', () => {
    const shifted = windowOf(film, places, SHIFT);
    expect((shifted.x - film.x) / film.w).toBeLessThan(0.2);
    expect(text.x).toBeGreaterThanOrEqual(screen.left + side);
  });

  it('the window lies within the film, however the picture is shifted', () => {
    for (const [x, y] of [
      [-1, -1],
      [1, 1],
    ] as const) {
      const seen = windowOf(film, places, { x: x * SHIFT.x, y: y * SHIFT.y });
      expect(seen.x).toBe(window.x + x * SHIFT.x);
      expect(seen.x).toBeGreaterThanOrEqual(film.x);
      expect(seen.x + seen.w).toBe(screen.w);
      expect(seen.h).toBe(window.h + y * SHIFT.y);
      expect(seen.h).toBeLessThanOrEqual(film.h);
    }
  });

  it('a centre’s own film is seen whole', () => {
    const whole = wholeFilm(places);
    const seen = windowOf(whole, places, { x: -9, y: 9 });
    expect(seen).toEqual(whole);
    expect(seen.h).toBeLessThanOrEqual(window.h);
  });

  it('the words above the code stay above it and below the brand', () => {
    const said = invitation('Kijk nu, oefen thuis', 'Scan de code.', places.column, side);
    expect(said.take).toBeDefined();
    for (const one of [said.look, said.take]) {
      if (!one) continue;
      expect(one.y).toBeGreaterThan(150);
      expect(one.y + one.text.lineHeight).toBeLessThanOrEqual(screen.bottom - side);
    }
  });
});

it('a text that fits is one page in the largest letters', () => {
  const text = 'Hef je heupen op.';
  expect(instructionIn(text, from(3), 1000)).toEqual({ style: type.lead, pages: [text] });
});

it('a longer sentence gets smaller letters, so that it is not divided', () => {
  const { pages, style } = instructionIn(`${sentence(22)} ${sentence(22)}`, from(3), 1000);
  expect(style).toBe(type.body);
  expect(pages).toHaveLength(2);
  expect(pages.every((page) => page.endsWith('.') && page.split('\n').length <= 3)).toBe(true);
});

it('a sentence too long for any letters goes on, with a mark', () => {
  const { pages, style } = instructionIn(sentence(200), from(2), 1000);
  expect(style).toBe(type.small);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.slice(0, -1).every((page) => page.endsWith(' …'))).toBe(true);
});

it('an advice is said smaller where it is too long for its panel, and keeps to it', () => {
  const box = adviceBox(roomPlaces(629));
  const short = adviceIn(box, sentence(5));
  const long = adviceIn(box, sentence(120));
  expect(short.text.fontSize).toBe(type.title.fontSize);
  expect(long.text.fontSize).toBeLessThan(short.text.fontSize);
  const lines = long.text.text.split('\n').length;
  expect(long.y + ADVICE_HEAD + lines * long.text.lineHeight).toBeLessThanOrEqual(box.h);
});
