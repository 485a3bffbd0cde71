/**
 * Runs in the page of the built app: measures every visible text as it was drawn, and names each one that
 * leaves its box or the safe area, or overlaps something else.
 */

/** The properties of Lightning's elements that the measuring reads. */
interface Drawn {
  ref?: string;
  parent: Drawn | null;
  children: Drawn[];
  visible: boolean;
  alpha: number;
  clipping?: boolean;
  text?: { text: string; fontSize: number; lineHeight: number } | null;
  x: number;
  y: number;
  mountX: number;
  mountY: number;
  w: number;
  h: number;
  /** The drawn size: that of the texture, where the element has no size. */
  renderWidth: number;
  renderHeight: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Measured {
  misfits: string[];
  /** Number of measured texts. */
  texts: number;
}

interface Seen {
  node: Drawn;
  box: Box;
  /** The part that remains after clipping by its ancestors. */
  shown: Box;
}

/** The stage, in its own pixels. */
const SCREEN: Box = { left: 0, top: 0, right: 1920, bottom: 1080 };
const SAFE: Box = { left: 96, top: 27, right: 1824, bottom: 1053 };
/** The blank around a letter may make a text seem this much wider, px. */
const SLACK = 3;
/** Least distance between a text and the edge of its plate, px. */
const PAD = 6;
/** Texts that overlap by less than this do not count, px. */
const TOUCH = 5;

const PLATES = ['Plate', 'Ground'];

/** Adds up the positions itself, since Lightning keeps none for undrawn elements. Nothing here is scaled. */
function boxOf(node: Drawn): Box {
  const w = node.renderWidth;
  const h = node.renderHeight;
  let left = -node.mountX * w;
  let top = -node.mountY * h;
  for (let at: Drawn | null = node; at; at = at.parent) {
    left += at.x - (at === node ? 0 : at.mountX * at.renderWidth);
    top += at.y - (at === node ? 0 : at.mountY * at.renderHeight);
  }
  return { left, top, right: left + w, bottom: top + h };
}

const cut = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const isEmpty = (box: Box, least = 0) =>
  box.right - box.left <= least || box.bottom - box.top <= least;

/** Every visible element, in the order of drawing. */
function seenFrom(node: Drawn, window: Box, alpha: number, found: Seen[] = []): Seen[] {
  if (!node.visible || node.alpha * alpha < 0.05) return found;
  const box = boxOf(node);
  const inner = node.clipping ? cut(window, box) : window;
  const shown = cut(box, inner);
  if (!isEmpty(shown)) found.push({ node, box, shown });
  for (const child of node.children) seenFrom(child, inner, node.alpha * alpha, found);
  return found;
}

/** Height of Lexend's capitals and digits, as a share of the font size. */
const CAPITAL = 0.7;

/** The inked part of a text, without the blank that its texture has below the lines and above digits. */
function inkOf({ node, shown }: Seen): Box {
  const { fontSize, lineHeight, text } = node.text as {
    fontSize: number;
    lineHeight: number;
    text: string;
  };
  const { top } = boxOf(node);
  if (/^\d+$/.test(text)) {
    const line = top + fontSize;
    return { ...shown, top: Math.max(shown.top, line - CAPITAL * fontSize), bottom: line };
  }
  return { ...shown, bottom: Math.min(shown.bottom, top + text.split('\n').length * lineHeight) };
}

const isPage = (box: Box) => box.right - box.left >= 1900 && box.bottom - box.top >= 1070;

/** The box of a text: its plate, or else the nearest element with a size. */
function givenTo(node: Drawn): { box: Box; isPlate: boolean } | undefined {
  for (let at = node.parent; at; at = at.parent) {
    const plate = at.children.find(
      (child) => PLATES.includes(child.ref ?? '') && child.visible && !isEmpty(boxOf(child)),
    );
    if (plate) {
      const box = boxOf(plate);
      return isPage(box) ? undefined : { box, isPlate: true };
    }
    if (at.w > 0 && at.h > 0) {
      const box = boxOf(at);
      return isPage(box) ? undefined : { box, isPlate: false };
    }
  }
  return undefined;
}

/** A chip may stand on a picture. */
const isPicture = (node: Drawn | null): boolean =>
  node?.children.some(({ ref }) => ref === 'Pictogram') ?? false;

const isWithin = (node: Drawn, ancestor: Drawn | null): boolean => {
  for (let at: Drawn | null = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
};

const isInside = (one: Box, other: Box): boolean =>
  one.left >= other.left - SLACK &&
  one.right <= other.right + SLACK &&
  one.top >= other.top - SLACK &&
  one.bottom <= other.bottom + SLACK;

/** Says by how many pixels a text leaves its box; nothing when it fits. */
function leaves(text: Seen, given: Box, pad: number): string {
  const { left, right } = text.box;
  const bottom = boxOf(text.node).top + (inkOf(text).bottom - inkOf(text).top);
  const over = [
    ['left', given.left + pad - left],
    ['right', right - (given.right - pad)],
    ['bottom', bottom - (given.bottom - pad / 2)],
  ] as const;
  return over
    .filter(([, by]) => by > SLACK)
    .map(([side, by]) => `${Math.round(by)} px out at the ${side}`)
    .join(', ');
}

interface Handle {
  app: unknown;
  services: { t: unknown };
  state(): { dialog?: string; view?: { overlay: object } };
}

/** All faults on the present screen, one sentence each. */
function measure(): Measured {
  const { app, state } = (window as unknown as { beweegMee: Handle }).beweegMee;
  const root = app as Drawn;
  // A dialog or a PIN pad covers the screen, so only its own texts are measured.
  const front = state().dialog === 'log' ? 'Log' : 'Dialog';
  const dialog = state().dialog ? root.children.find(({ ref }) => ref === front) : undefined;
  const pin = findRef(root, 'Pin');
  const from = dialog ?? (pin?.visible ? pin : root);
  const seen = seenFrom(from, SCREEN, 1);
  const texts = seen.filter(({ node }) => node.text?.text.trim());
  const plates = seen.filter(
    ({ node, box }) => PLATES.includes(node.ref ?? '') && !isPage(box) && !isPicture(node.parent),
  );
  const misfits: string[] = [];
  for (const text of texts) {
    const name = JSON.stringify(text.node.text?.text);
    const given = givenTo(text.node);
    const isCutByScreen = text.box.right > SCREEN.right && given !== undefined;
    const out = given ? leaves(text, given.box, given.isPlate ? PAD : 0) : '';
    if (out) misfits.push(`${name}: ${out} of its box`);
    const unsafe = given || isCutByScreen ? '' : leaves(text, { ...SAFE, bottom: 9999 }, 0);
    if (unsafe) misfits.push(`${name}: ${unsafe} of the safe area`);
    for (const plate of plates) {
      const isOwn = isWithin(text.node, plate.node.parent);
      // A plate may stand whole on another one, in front of it.
      const standsOn =
        given?.isPlate &&
        isInside(given.box, plate.box) &&
        seen.indexOf(plate) < seen.indexOf(text);
      if (!isOwn && !standsOn && !isEmpty(cut(inkOf(text), plate.shown), TOUCH)) {
        misfits.push(`${name}: runs under or over a plate that is not its own`);
      }
    }
  }
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      if (isEmpty(cut(inkOf(one), inkOf(other)), TOUCH)) continue;
      misfits.push(`${JSON.stringify(one.node.text?.text)}: runs into "${other.node.text?.text}"`);
    }
  });
  return { misfits, texts: texts.length };
}

/** A word as the player's panel draws it. */
export interface DrawnWord {
  word: string;
  fontSize: number;
  lines: number;
}

interface Panel extends Drawn {
  show(overlay: object, t: unknown): void;
  tag(ref: string): { text: { text: string; fontSize: number } };
}

const findRef = (from: Drawn, ref: string): Drawn | undefined => {
  for (const child of from.children) {
    const found = child.ref === ref ? child : findRef(child, ref);
    if (found) return found;
  }
  return undefined;
};

/** Draws each of these words in the player's panel in place of the phase's word. */
function drawWords(words: string[]): DrawnWord[] {
  const { app, services, state } = (window as unknown as { beweegMee: Handle }).beweegMee;
  const panel = findRef(app as Drawn, 'Panel') as Panel;
  const overlay = state().view?.overlay ?? {};
  return words.map((word) => {
    panel.show({ ...overlay, word }, services.t);
    const { fontSize, text } = panel.tag('Word').text;
    return { word, fontSize, lines: text.split('\n').length };
  });
}

(window as unknown as { boxes: object }).boxes = { measure, drawWords };
