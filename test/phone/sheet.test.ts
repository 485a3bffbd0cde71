/** The printable sheet over the real files, in a stand-in document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

async function open(hash: string, language = 'nl-BE') {
  vi.resetModules();
  document.body.innerHTML = '<p id="waiting"></p><p id="failed" hidden></p>';
  window.history.replaceState(null, '', `/app/sheet/${hash}`);
  vi.stubGlobal('fetch', async (path: string) => ({
    ok: true,
    text: async () => readFileSync(join(ROOT, path), 'utf8'),
  }));
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await import('../../src/phone/sheet');
  await vi.waitFor(() => {
    if (!document.querySelector('nav')) throw new Error('still loading');
  });
}

const text = () => (document.body.textContent ?? '').replace(/\u00a0/g, ' ');
const names = () => [...document.querySelectorAll('li h2')].map((one) => one.textContent);

it('has each exercise with its picture, changed dose, needs, instruction, and the rule about pain', async () => {
  await open('#U6YBFS6');
  expect(names()).toHaveLength(2);
  expect(names()[0]).toBe('Brug');
  expect(document.querySelector('li')?.textContent).toContain('Rug- en bilspieren');
  expect(document.querySelectorAll('li img')).toHaveLength(2);
  expect(text()).toContain('2 reeksen van 14 keer');
  expect(text()).toContain('Op je rug');
  expect(text()).toContain('Vanuit ruglig met de benen gebogen');
  expect(text()).toContain('Luister naar je lichaam');
  expect(document.querySelector('.code')?.textContent?.replace(/\s/g, '')).toBe('U6YBFS6');
  expect(document.querySelector('svg.qr path')?.getAttribute('d')?.length).toBeGreaterThan(1000);
  expect(document.querySelector('nav a')?.getAttribute('href')).toMatch(/\/app\/phone\/#U6YBFS6$/);
});

it('speaks the reader’s language', async () => {
  await open('#U6AH44', 'de');
  expect(document.documentElement.lang).toBe('de');
  expect(text()).toContain('Drucken');
  expect(names()).toHaveLength(4);
});

it('says what is wrong with a code, and prints nothing', async () => {
  await open('#U6AH45');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('klopt een teken niet');
  expect(document.querySelector('button')).toBeNull();
});
