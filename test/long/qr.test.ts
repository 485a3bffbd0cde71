/** Tests QR codes as a phone sees them: read from screenshots, at each distance, small and out of focus. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { emptyMemory } from '../../src/session/memory/memory';
import {
  fitQr,
  pixelsOf,
  QUIET_MODULES,
  type Viewing,
} from '../../src/session/preferences/viewingDistance';
import { qrModules } from '../../src/ui/components/QrCode';
import { serve } from '../../tools/serve';
import { frames } from '../browser/passing';
import { appInBrowser } from '../support/appInBrowser';
import { blurred, type Grey, greyOf, SEEN_PX, scaled, scan } from '../support/camera';

const ADDRESS = 'https://oefenen.ziekenhuis.example/phone/';
const CODE = 'U6AH44';
const TEXT = `${ADDRESS}#${CODE}`;

const app = appInBrowser(() =>
  serve({
    intercept({ url }, response) {
      if (!url?.endsWith('/settings.json')) return false;
      const file = join(import.meta.dirname, '../../build/settings.json');
      const settings = JSON.parse(readFileSync(file, 'utf8'));
      settings.appSettings.phoneAddress = ADDRESS;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(settings));
      return true;
    },
  }),
);

beforeAll(async () => {
  await app.open({ size: { width: 1920, height: 1080 }, memory: {} }, `#take/${CODE}`);
});

/** Sets the viewing distance, as the settings do. */
const inRoom = (viewing: Viewing) =>
  app.remote.page.evaluate(
    (settings) => {
      interface Handle {
        services: { memoryStore: { change(by: (memory: object) => object): void } };
      }
      const { services } = (window as unknown as { beweegMee: Handle }).beweegMee;
      services.memoryStore.change((memory) => ({ ...memory, settings }));
    },
    { ...emptyMemory(7).settings, viewing },
  );

/** Longest wait for a drawing, ms. */
const DRAWN_MS = 60_000;

/** Takes pictures of the screen until one passes. @throws Error that describes the last picture */
async function looks(what: string, passes: (side: number | undefined) => boolean): Promise<Grey> {
  let seen: number | undefined;
  for (const end = Date.now() + DRAWN_MS; Date.now() < end; ) {
    await frames(app.remote.page);
    const picture = greyOf(await app.remote.page.screenshot());
    seen = scan(picture)?.side;
    if (passes(seen)) return picture;
  }
  throw new Error(`not ${what}: the last one had a code of ${seen} px`);
}

/** Waits until the code has its expected size. */
const look = (side: number): Promise<Grey> =>
  // The decoder finds corners to about a hundredth; one module more is one part in fourteen.
  looks(
    `a code of ${side} px`,
    (seen) => seen !== undefined && Math.abs(seen - side) < 0.02 * side,
  );

const rooms: Viewing[] = [
  { distance: 2, inches: 32 },
  { distance: 2, inches: 55 },
  { distance: 2, inches: 98 },
  { distance: 3, inches: 43 },
  { distance: 3, inches: 65 },
  { distance: 3, inches: 98 },
];

it.each(rooms)('from $distance m, on $inches inches', async (viewing) => {
  const modules = qrModules(TEXT).length;
  const fitted = fitQr(viewing, modules, 1080);
  if ('cannot' in fitted) throw new Error(fitted.cannot);
  await inRoom(viewing);
  const side = fitted.module * modules;
  const picture = await look(side);
  // At least a tenth of the viewing distance, on that screen.
  expect(side).toBeGreaterThanOrEqual(pixelsOf(Number(viewing.distance) * 10, viewing.inches) - 1);
  expect(scan(picture)?.text).toBe(TEXT);

  // In the size that the phone sees from there, sharp and out of focus.
  const seen = scaled(picture, SEEN_PX / side);
  expect(scan(seen)?.text).toBe(TEXT);
  expect(scan(blurred(seen, 1))?.text).toBe(TEXT);
  // At half that size: a phone at twice the distance, or with half the pixels.
  expect(scan(scaled(picture, SEEN_PX / 2 / side))?.text).toBe(TEXT);
});

it('its quiet zone is white all around, and its contrast as high as a screen’s', async () => {
  const viewing: Viewing = { distance: 3, inches: 65 };
  const modules = qrModules(TEXT).length;
  const fitted = fitQr(viewing, modules, 1080);
  if ('cannot' in fitted) throw new Error(fitted.cannot);
  await inRoom(viewing);
  const { at, h, w } = await look(fitted.module * modules);
  const isWhite = (x: number, y: number) => (at[y * w + x] ?? 0) > 250;
  const rows = [...Array(h).keys()].filter((y) => {
    let run = 0;
    for (let x = 0; x < w && run < fitted.side - 2; x += 1) run = isWhite(x, y) ? run + 1 : 0;
    return run >= fitted.side - 2;
  });
  // White rows of four modules above and below.
  expect(rows.length).toBeGreaterThanOrEqual(2 * QUIET_MODULES * fitted.module - 4);
  expect(at.some((light, n) => n % w > w / 2 && light < 5)).toBe(true);
});

it('from farther there is none, and the page says why', async () => {
  await inRoom({ distance: 'farther', inches: 98 });
  await looks('without a code', (seen) => seen === undefined);
  expect(await app.remote.page.evaluate(() => document.body.innerText)).toContain(
    'verder dan 3 meter',
  );
});
