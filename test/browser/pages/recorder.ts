/** Put into the built app's page: records, beside each picture, what the overlay has drawn. */
import type { Recorded } from '../../support/agreement';
import { readBars } from '../../support/bars';

export interface AppRecord extends Recorded {
  exercise: string;
  pace: number;
  /** As drawn: the digits in the ring and the phase word. */
  number: string;
  word: string;
}

/** The parts of Lightning's elements that reading a screen takes. */
interface Drawn {
  ref?: string;
  children: Drawn[];
  value?: number | string;
  text?: { text: string };
  visible: boolean;
}

const recorder = { records: [] as AppRecord[], start };

/** The nearest element of that ref, on visible branches only. */
function find(from: Drawn, ref: string): Drawn | undefined {
  if (!from.visible) return undefined;
  if (from.ref === ref) return from;
  for (const child of from.children) {
    const found = find(child, ref);
    if (found) return found;
  }
  return undefined;
}

interface Handle {
  app: unknown;
  state(): {
    view?: { exercise: { id: string }; pace: number; overlay: { segment: number } };
  };
}

function start() {
  const video = document.querySelector('video') as HTMLVideoElement;
  const handle = (window as unknown as { beweegMee: Handle }).beweegMee;
  const next = () => {
    video.requestVideoFrameCallback((_, { mediaTime, presentationTime }) => {
      next();
      const late = (performance.now() - presentationTime) / 1000;
      const bars = readBars(video);
      // The stage draws in this step's animation frames; ours comes after its own.
      requestAnimationFrame(() => {
        const { view } = handle.state();
        const panel = find(handle.app as Drawn, 'Panel');
        if (!view || !panel) return;
        recorder.records.push({
          mediaTime,
          bars,
          late,
          exercise: view.exercise.id,
          pace: view.pace,
          segment: view.overlay.segment,
          number: String(find(panel, 'Number')?.value ?? ''),
          word: find(panel, 'Word')?.text?.text ?? '',
        });
      });
    });
  };
  next();
}

declare global {
  interface Window {
    recorder: typeof recorder;
  }
}
window.recorder = recorder;
