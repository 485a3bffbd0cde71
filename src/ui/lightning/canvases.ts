/**
 * Lightning draws every text, shape and icon on a canvas of its own, and reads it back to make a
 * texture. Reading a canvas in the graphics card's memory means waiting for the card each time. A
 * canvas that is created with `willReadFrequently` stays in main memory
 * (`docs/decisions/021-speed.md`); engines that don't know this option ignore it. After it was read, a
 * canvas is used again: making a new one takes longer than drawing a line of text.
 */
interface Platform {
  getDrawingCanvas(): HTMLCanvasElement;
  getTextureOptionsForDrawingCanvas(canvas: HTMLCanvasElement): object;
}

/**
 * Must be called before the first text is drawn.
 * @param platform Lightning's platform, whose canvases this replaces
 * @param isCopied true when textures are copied to a graphics card; without one, a canvas is itself the
 * texture
 */
export function drawInMemory(platform: Platform, isCopied: boolean): void {
  const make = platform.getDrawingCanvas.bind(platform);
  const whole = platform.getTextureOptionsForDrawingCanvas.bind(platform);
  const free: HTMLCanvasElement[] = [];
  platform.getDrawingCanvas = () => {
    const canvas = free.pop() ?? make();
    // The first call sets the options; later calls return the same context.
    canvas.getContext('2d', { willReadFrequently: true });
    return canvas;
  };
  if (!isCopied) return;
  platform.getTextureOptionsForDrawingCanvas = (canvas) => {
    const { height, width } = canvas;
    const context = canvas.getContext('2d');
    // An empty canvas has nothing to read.
    if (!context || !width || !height) return whole(canvas);
    const source = context.getImageData(0, 0, width, height);
    // The next user sets the canvas's size, which also resets everything else.
    free.push(canvas);
    return { source };
  };
}
