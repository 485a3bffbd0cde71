/** Watches the set's clock: asks the server for its time, and tells when the clock became true or untrue. */
import { answerWithin } from './answerWithin';
import { builtOn } from './calendar';
import { SetClock } from './clock';

/** Longest wait for an answer, ms. */
const PATIENCE = 10_000;
/** Time between two looks at the clock, ms. The first look comes after the app was drawn. */
const LOOK_EVERY = 5000;
/** Number of looks between two questions to the server: an hour. */
const LOOKS_PER_QUESTION = 720;

/** The time in an answer's headers, ms since 1970; undefined where there is none. */
export function timeIn(headers: Pick<Headers, 'get'>): number | undefined {
  const time = Date.parse(headers.get('Date') ?? '');
  const age = Number(headers.get('Age') ?? 0);
  return Number.isNaN(time) ? undefined : time + (Number.isNaN(age) ? 0 : age * 1000);
}

/** Asks the server for its time. Never throws. */
async function askServer(clock: SetClock, file: string, ask: typeof fetch): Promise<void> {
  try {
    const { headers } = await answerWithin(PATIENCE, (signal) =>
      ask(file, { method: 'HEAD', cache: 'no-store', signal }),
    );
    const time = timeIn(headers);
    if (time !== undefined) clock.hear(time);
  } catch {
    // Without the server the build's date alone decides.
  }
}

/**
 * Watches until it is stopped.
 * @param file a file that is asked of the server itself, and of no cache
 * @param changed called when the clock became true, or turned out not to be
 * @returns a function that stops this
 */
export function watchClock(
  clock: SetClock,
  page: Window,
  file: string,
  changed: () => void,
): () => void {
  let wasTrue = clock.isTrue;
  let looks = 0;
  const look = () => {
    const { isTrue } = clock;
    if (isTrue === wasTrue) return;
    wasTrue = isTrue;
    changed();
  };
  const isServed = /^http/.test(page.location.protocol);
  const ask = () => {
    if (isServed)
      void askServer(clock, file, (address, how) => page.fetch(address, how)).then(look);
  };
  const timer = page.setInterval(() => {
    if (looks % LOOKS_PER_QUESTION === 0) ask();
    looks += 1;
    look();
  }, LOOK_EVERY);
  const shown = () => {
    if (page.document.visibilityState !== 'visible') return;
    look();
    ask();
  };
  page.document.addEventListener('visibilitychange', shown);
  return () => {
    page.clearInterval(timer);
    page.document.removeEventListener('visibilitychange', shown);
  };
}

/** Makes the set's clock and watches it as long as the page is there. */
export function startClock(page: Window, file: string, changed: () => void): SetClock {
  const clock = new SetClock({
    now: () => Date.now(),
    steady: () => performance.now(),
    built: builtOn(page),
  });
  watchClock(clock, page, file, changed);
  return clock;
}
