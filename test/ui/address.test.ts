import { afterEach, expect, it } from 'vitest';
import { mendAddress } from '../../src/ui/address';

afterEach(() => window.history.replaceState(null, '', '/'));

it.each([
  ['#exercise/brug', '/app/?a=1#exercise/brug'],
  ['#/waiting-room', '/app/?a=1#waiting-room'],
  ['##home', '/app/?a=1#home'],
  ['#//', '/app/?a=1'],
  ['#exercise/%E0%A4%A', '/app/?a=1'],
  ['#%/x', '/app/?a=1'],
  ['', '/app/?a=1'],
])('%j becomes %j', (hash, address) => {
  window.history.replaceState(null, '', `/app/?a=1${hash}`);
  mendAddress(window);
  const { hash: mended, pathname, search } = window.location;
  expect(pathname + search + mended).toBe(address);
});
