/**
 * Lightning draws every text, shape and icon on a canvas of its own and reads it back to make a texture
 * of it. From a canvas that lives on the graphics card that means waiting for the card, for each; one
 * that says it will be read stays in memory (`docs/decisions/021-speed.md`; engines that know no such wish
 * ignore it). Once read it is drawn on again: making one takes longer than drawing a line of text.
 */
interface Platform {
  getDrawingCanvas(): HTMLCanvasElement;
  getTextureOptionsForDrawingCanvas(canvas: HTMLCanvasElement): object;
}

/**
 * Must be called before the first text is drawn.
 * @param isCopied textures are made on a graphics card; without one a canvas is itself the texture
 */
export function drawInMemory(platform: Platform, isCopied: boolean): void {
  const make = platform.getDrawingCanvas.bind(platform);
  const whole = platform.getTextureOptionsForDrawingCanvas.bind(platform);
  const free: HTMLCanvasElement[] = [];
  platform.getDrawingCanvas = () => {
    const canvas = free.pop() ?? make();
    // The first one to ask decides; whoever asks later is given the same context.
    canvas.getContext('2d', { willReadFrequently: true });
    return canvas;
  };
  if (!isCopied) return;
  platform.getTextureOptionsForDrawingCanvas = (canvas) => {
    const { height, width } = canvas;
    const context = canvas.getContext('2d');
    // An empty one has nothing to read.
    if (!context || !width || !height) return whole(canvas);
    const source = context.getImageData(0, 0, width, height);
    // Whoever draws on it next sets its size, and with that all else, anew.
    free.push(canvas);
    return { source };
  };
}
