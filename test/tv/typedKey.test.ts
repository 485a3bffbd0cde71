/** Tests what a key types where one enters a code or a PIN. */
import { describe, expect, it } from 'vitest';
import { KEY_TABLES, keyNamesFor } from '../../src/tv/keyTables';
import type { Platform } from '../../src/tv/platform';
import { isEscape, typedBy } from '../../src/tv/typedKey';

const typed = (
  platform: Platform,
  keyCode: number,
  key = '',
  more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {},
) => typedBy({ keyCode, key, ...more }, keyNamesFor(platform)[keyCode]);

describe('on every set', () => {
  it.each(
    Object.keys(KEY_TABLES) as Platform[],
  )('%s: the ten digits, and a number pad', (platform) => {
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(typed(platform, 48 + digit)).toEqual({ character: `${digit}` });
      expect(typed(platform, 96 + digit, `${digit}`)).toEqual({ character: `${digit}` });
    }
  });

  it.each(
    Object.keys(KEY_TABLES) as Platform[],
  )('%s: letters, with and without a name', (platform) => {
    expect(typed(platform, 75, 'k')).toEqual({ character: 'K' });
    expect(typed(platform, 75, 'K')).toEqual({ character: 'K' });
    expect(typed(platform, 75)).toEqual({ character: 'K' });
    expect(typed(platform, 75, 'Unidentified')).toEqual({ character: 'K' });
  });

  it.each(
    Object.keys(KEY_TABLES) as Platform[],
  )('%s: Delete deletes, keys with a name type nothing', (platform) => {
    expect(typed(platform, 46, 'Delete')).toBe('erase');
    for (const [code, name] of Object.entries(KEY_TABLES[platform])) {
      if (!/^\d$/.test(name)) expect(typed(platform, Number(code), 'x')).toBeUndefined();
    }
  });
});

it('a digit is a digit on a Belgian keyboard, whose keys give other characters', () => {
  expect(typed('pc', 50, 'é')).toEqual({ character: '2' });
});

it('shortcuts of the browser, signs and other keys type nothing', () => {
  expect(typed('pc', 75, 'k', { ctrlKey: true })).toBeUndefined();
  expect(typed('pc', 75, 'k', { metaKey: true })).toBeUndefined();
  expect(typed('pc', 50, '2', { altKey: true })).toBeUndefined();
  expect(typed('pc', 189, '-')).toBeUndefined();
  expect(typed('pc', 112, 'F1')).toBeUndefined();
  expect(typed('pc', 65, 'Dead')).toBeUndefined();
});

it('a centre names digits that a set lacks', () => {
  const names = keyNamesFor('pc', undefined, { '501': '7' });
  expect(typedBy({ keyCode: 501, key: '' }, names[501])).toEqual({ character: '7' });
});

it('Escape is told from Backspace', () => {
  expect(isEscape({ key: 'Escape' })).toBe(true);
  expect(isEscape({ key: 'Backspace' })).toBe(false);
});
