/**
 * Put into the built app's page in engines that only this page can speak for: presses keys, tells
 * where the app is, and notes every error.
 */
import { type AppRecord, recorder } from './recorder';

/** What it can be asked, by name. */
interface Driver {
  state(): unknown;
  /** What went wrong so far, by any way. */
  errors(): string[];
  /** A key as a remote's would come. */
  press(key: string, code: number): void;
  /** Begins to record pictures. */
  record(): void;
  /** What was recorded since it was asked last. */
  records(): AppRecord[];
}

const errors: string[] = [];
window.addEventListener(
  'error',
  (event) => {
    const from = event.target as Partial<HTMLImageElement> | null;
    errors.push(event.message ?? `not loaded: ${from?.src ?? from?.outerHTML}`);
  },
  true,
);
window.addEventListener('unhandledrejection', ({ reason }) =>
  errors.push(`rejected: ${(reason as Error)?.message ?? reason}`),
);
const tell = console.error;
console.error = (...said: unknown[]) => {
  errors.push(`console: ${said.join(' ')}`);
  tell.apply(console, said);
};

const driver: Driver = {
  state() {
    const { view, ...screen } = window.beweegMee?.state() ?? { view: undefined };
    // The exercise whole would be most of what is sent.
    return view ? { ...screen, view: { ...view, exercise: { id: view.exercise.id } } } : screen;
  },
  errors: () => errors,
  press(key, code) {
    for (const type of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true });
      // Old ways of asking, which a made event doesn't fill in.
      for (const name of ['keyCode', 'which']) {
        Object.defineProperty(event, name, { get: () => code });
      }
      (document.activeElement ?? document.body).dispatchEvent(event);
    }
  },
  record: () => recorder.start(),
  records: () => recorder.records.splice(0),
};

declare global {
  interface Window {
    engineDriver: Driver;
  }
}
window.engineDriver = driver;

/** Where nothing drives the browser from outside: asks what to do next, and posts what came of it. */
async function serveQuestions(): Promise<void> {
  for (;;) {
    const { what, args } = (await (await fetch('/test/next')).json()) as {
      what: keyof Driver;
      args: never[];
    };
    let answer: object;
    try {
      answer = { value: (driver[what] as (...given: never[]) => unknown)(...args) };
    } catch (error) {
      answer = { error: String(error) };
    }
    await fetch('/test/result', { method: 'POST', body: JSON.stringify(answer) });
  }
}

if (window.location.search === '?driven') serveQuestions();
