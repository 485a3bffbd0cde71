/**
 * Runs in the page of the built app, in engines without remote control: it presses keys, tells where the app
 * is, and notes every error.
 */
import { type AppRecord, recorder } from './recorder';

/** The requests that it answers, by name. */
interface Driver {
  state(): unknown;
  /** All errors so far. */
  errors(): string[];
  /** Sends a key as a remote does. */
  press(key: string, code: number): void;
  /** Begins to record pictures. */
  record(): void;
  /** The records since the last request. */
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
    // Leaves the exercise out, which would be most of the answer.
    return view ? { ...screen, view: { ...view, exercise: { id: view.exercise.id } } } : screen;
  },
  errors: () => errors,
  press(key, code) {
    for (const type of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true });
      // Older key properties, which a synthetic event lacks.
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

/** In engines without remote control: requests the next step and posts its result. */
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
