/** Tests the printed sheet with the real files in a simulated document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { expect, it, vi } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { codeBook } from '../../src/session/code/codeBook';
import { writeCode } from '../../src/session/code/routineCode';
import { realExercises } from '../support/catalogue';
import { neckCode, neckFiles } from '../support/neck';

const ROOT = join(import.meta.dirname, '../..');

/** @param own files that replace those of the folder, as a centre does */
async function open(hash: string, language = 'nl-BE', own: Record<string, string> = {}) {
  vi.resetModules();
  document.body.innerHTML = '<p id="waiting"></p><p id="failed" hidden></p>';
  window.history.replaceState(null, '', `/app/sheet/${hash}`);
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/^\.\//, '');
    if (path === 'centre.json' && !own[path]) return new Response(null, { status: 404 });
    return new Response(own[path] ?? readFileSync(join(ROOT, path), 'utf8'));
  });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await import('../../src/phone/sheet');
  await expect.poll(() => document.querySelector('nav')).not.toBeNull();
}

const realExercisesWith = (has: (one: Exercise) => boolean) =>
  [...realExercises().values()].filter(has);

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

/** The address in the printed QR code. */
function scanned(): string | undefined {
  const path = document.querySelector('svg.qr path')?.getAttribute('d') ?? '';
  const side = Number(document.querySelector('svg.qr')?.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 4;
  const size = side * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let row = 0; row < scale; row += 1) {
      const from = ((Number(y) * scale + row) * size + Number(x) * scale) * 4;
      for (let at = from; at < from + scale * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsQR(pixels, size, size)?.data;
}

it('leads to the page beside it, or where the centre says that phones find it', async () => {
  await open('#U6AH44');
  expect(scanned()).toBe('http://localhost:3000/app/phone/#U6AH44');
  const phoneAddress = 'https://linde.example/oefenen/phone/';
  await open('#U6AH44', 'nl', { 'centre.json': JSON.stringify({ phoneAddress }) });
  expect(scanned()).toBe('https://linde.example/oefenen/phone/#U6AH44');
  // Back leads to the phone page of the same address.
  expect(document.querySelector('nav a')?.getAttribute('href')).toMatch(/\/app\/phone\/#U6AH44$/);
});

it('speaks a language that the centre offers', async () => {
  await open('#U6AH44', 'de', { 'centre.json': '{"languages": ["nl", "fr"], "language": "fr"}' });
  expect(document.documentElement.lang).toBe('fr');
  expect(names()).toHaveLength(4);
});

it('prints the catalogues that the centre names, and no others', async () => {
  await open(`#${neckCode()}`, 'nl', neckFiles());
  expect(names()).toEqual(['Kin in']);
  await open('#U6AH44', 'nl', neckFiles());
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'hoort bij oefeningen die dit toestel niet heeft',
  );
  expect(document.querySelector('li')).toBeNull();
});

it('says where the centre’s own file can’t be read, in what is not printed', async () => {
  await open('#U6AH44', 'nl', { 'centre.json': '{"catalogues": ' });
  expect(document.querySelector('nav [role=status]')?.textContent).toContain(
    'Wat dit centrum aanbiedt, kon niet geladen worden',
  );
  expect(names()).toHaveLength(4);
  await open('#U6AH44');
  expect(document.querySelector('nav [role=status]')).toBeNull();
});

it('says what is wrong with a code, and prints nothing', async () => {
  await open('#U6AH45');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('klopt een teken niet');
  expect(document.querySelector('nav button')).toBeNull();
});

it('without a code asks for one, and tells of no mistake', async () => {
  await open('');
  expect(document.querySelector('.told')?.textContent).toBe('');
  const type = (code: string) => {
    (document.getElementById('typed') as HTMLInputElement).value = code;
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  type('u6a h45');
  expect(document.querySelector('.told')?.textContent).toContain('klopt een teken niet');
  type('u6a h44');
  await expect.poll(names).toHaveLength(4);
  expect(window.location.hash).toBe('#U6AH44');
});

it('says of which centre and day it is, and has a box for each day of a week', async () => {
  const centre = { 'centre.json': '{"name": "Revalidatie De Linde"}' };
  await open('#U6YBFS6', 'nl', centre);
  const made = document.querySelector('.made')?.textContent ?? '';
  expect(made).toContain('Revalidatie De Linde');
  expect(made).toContain(String(new Date().getFullYear()));
  for (const row of document.querySelectorAll('li')) {
    const days = [...row.querySelectorAll('.day')].map((one) => one.textContent);
    expect(days).toEqual(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']);
  }
});

it('marks the part that may be left out', async () => {
  const [exercise] = realExercisesWith(({ parts }) => parts.some(({ optional }) => optional));
  if (!exercise) throw new Error('no exercise with an optional part');
  const code = writeCode([{ exercise: exercise.id }], codeBook(realExercises().values()));
  await open(`#${code}`);
  const part = exercise.parts.find(({ optional }) => optional);
  expect(text()).toContain(`${part?.title} (mag je overslaan):`);
});
