/**
 * Lightning draws every text, shape and icon on a canvas and reads it back (`getImageData`) to make a
 * texture of it. From a canvas that lives on the graphics card that means waiting for the card, for each;
 * one that says it will be read stays in memory (`docs/decisions/021-speed.md`). Engines that know no
 * such wish ignore it.
 */
interface Platform {
  getDrawingCanvas(): HTMLCanvasElement;
}

/** Must be called before the first text is drawn. */
export function drawInMemory(platform: Platform): void {
  const make = platform.getDrawingCanvas.bind(platform);
  platform.getDrawingCanvas = () => {
    const canvas = make();
    // The first one to ask decides; whoever asks later is given the same context.
    canvas.getContext('2d', { willReadFrequently: true });
    return canvas;
  };
}
