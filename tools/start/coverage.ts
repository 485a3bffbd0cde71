/** Which of the bundle's functions a browser calls until the app's first focus. */
import type { Browser } from '../workbench/index';

/** What a set may be when it starts. */
export interface Start {
  /** Its language. */
  locale: string;
  /** The centre's file; without one, a set at home. */
  centre?: object;
}

/** At home in the brochure's language and in another, and in a waiting room. */
export const STARTS: readonly Start[] = [
  { locale: 'nl-BE' },
  { locale: 'fr-BE' },
  { locale: 'nl-BE', centre: { format: 1, mode: 'waitingRoom' } },
];

const FIRST_FOCUS = 'first focus';

/** Says so in the console when a frame with a focus was drawn; nothing is drawn afterwards. */
const WATCH = `
  const ask = window.requestAnimationFrame.bind(window);
  let isDrawn = false;
  window.requestAnimationFrame = (draw) => ask((time) => {
    if (isDrawn) return;
    const isThere = window.beweegMee && window.beweegMee.state().focus;
    draw(time);
    if (!isThere) return;
    isDrawn = true;
    console.info('${FIRST_FOCUS}');
  });
`;

/**
 * @param address of the built app
 * @returns where the functions begin, in the bundle's text
 */
export async function calledUntilFocus(
  browser: Browser,
  address: string,
  { centre, locale }: Start,
): Promise<Set<number>> {
  const page = await browser.newPage({ locale, serviceWorkers: 'block' });
  try {
    if (centre)
      await page.route('**/centre.json', (route) => route.fulfill({ json: centre as object }));
    await page.addInitScript(WATCH);
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const said = page.waitForEvent('console', { predicate: (one) => one.text() === FIRST_FOCUS });
    await Promise.all([said, page.goto(address, { waitUntil: 'commit' })]);
    const { result } = await session.send('Profiler.takePreciseCoverage');
    const bundle = result.find(({ url }) => url.endsWith('/appBundle.js'));
    const functions = bundle?.functions ?? [];
    return new Set(
      functions.flatMap(({ ranges: [whole] }) => (whole?.count ? [whole.startOffset] : [])),
    );
  } finally {
    await page.close();
  }
}
