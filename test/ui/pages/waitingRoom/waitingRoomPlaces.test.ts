/**
 * Tests the pages of the waiting room's text: whole where it fits, else each page says whether another one
 * follows.
 */
import { expect, it } from 'vitest';
import {
  adviceIn,
  pagesBelow,
  roomPlaces,
} from '../../../../src/ui/pages/waitingRoom/waitingRoomPlaces';
import { screen, type } from '../../../../src/ui/theme';

const sentence = (words: number) => Array.from({ length: words }, (_, n) => `woord${n}`).join(' ');
/** Room for this many lines. */
const from = (lines: number) => screen.bottom - lines * type.body.lineHeight;

it('leaves a text whole that fits, and as wide as its box', () => {
  const text = sentence(3);
  expect(pagesBelow(text, from(2), 1000)).toEqual([text]);
});

it('marks each page that another one follows, and loses no word', () => {
  const text = sentence(40);
  const pages = pagesBelow(text, from(2), 600);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages.slice(0, -1)) {
    expect(page.endsWith(' …')).toBe(true);
    expect(page.split('\n').length).toBeLessThanOrEqual(2);
  }
  expect(pages.at(-1)).not.toContain('…');
  expect(pages.join(' ').replace(/ …/g, '').split(/\s+/).join(' ')).toBe(text);
});

it('has a page a line where there is room for less than one', () => {
  const text = sentence(30);
  const pages = pagesBelow(text, screen.bottom - 5, 600);
  expect(pages.filter((page) => page.includes('\n'))).toEqual([]);
  expect(pages.join(' ').replace(/ …/g, '')).toBe(text);
});

it('says an advice smaller where it is too long for the plate, and keeps to the room', () => {
  const places = roomPlaces(300);
  const short = adviceIn(places, sentence(5));
  const long = adviceIn(places, sentence(120));
  expect(short.text.fontSize).toBe(type.lead.fontSize);
  expect(short.h).toBe(places.picture.h);
  expect(long.text.fontSize).toBe(type.body.fontSize);
  expect(long.h).toBeLessThanOrEqual(screen.bottom - places.picture.y);
});
