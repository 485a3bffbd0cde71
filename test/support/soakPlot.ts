/** Draws the page's memory over time: a row for each figure, with zero at the bottom. */
import { FIGURES, type Figure, fifths, type Held } from './soak';

const W = 960;
const ROW = 84;
const LEFT = 250;
const RIGHT = 30;
const TOP = 70;
const PLOT = 50;

const NAMES: Record<Figure, string> = {
  heap: 'JavaScript heap',
  nodes: 'DOM nodes',
  documents: 'documents',
  listeners: 'listeners',
  audioNodes: 'Web Audio nodes',
  mediaSources: 'MediaSources alive',
  openMediaSources: 'MediaSources open',
  objectUrls: 'object URLs',
  audioContexts: 'audio contexts',
  intervals: 'intervals',
  elements: 'elements on the stage',
  textures: 'textures',
  texturePixels: 'pixels of textures',
};

const short = (value: number, figure: Figure): string => {
  if (FIGURES[figure] === 'bytes') return `${(value / 1e6).toFixed(2)} MB`;
  return value >= 1e5 ? `${(value / 1e6).toFixed(2)} million` : value.toFixed(1);
};

/** A figure's line, and its medians of the second and the last fifth. */
function row(all: readonly Held[], figure: Figure, place: number): string {
  const most = Math.max(1, ...all.map((one) => one[figure]));
  const last = all[all.length - 1]?.exercises ?? 1;
  const y = TOP + place * ROW;
  const at = (one: Held) => {
    const px = LEFT + (one.exercises / last) * (W - LEFT - RIGHT);
    return `${px.toFixed(1)},${(y + PLOT - (one[figure] / most) * PLOT).toFixed(1)}`;
  };
  const { early, late } = fifths(all, figure);
  const line = `${short(early, figure)} → ${short(late, figure)}`;
  return [
    `<text x="24" y="${y + 20}" font-weight="600">${NAMES[figure]}</text>`,
    `<text x="24" y="${y + 42}" fill="#567">${line}</text>`,
    `<line x1="${LEFT}" x2="${W - RIGHT}" y1="${y + PLOT}" y2="${y + PLOT}" stroke="#bcc"/>`,
    `<polyline points="${all.map(at).join(' ')}" fill="none" stroke="#0a6c5c" stroke-width="2"/>`,
  ].join('\n');
}

/** An SVG picture. */
export function soakPicture(all: readonly Held[]): string {
  const figures = Object.keys(FIGURES) as Figure[];
  const last = all[all.length - 1];
  const h = TOP + figures.length * ROW;
  const title = `${last?.exercises} exercises in ${all.length} sessions, ${Math.round(last?.at ?? 0)} s`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${h}" viewBox="0 0 ${W} ${h}" font-family="sans-serif" font-size="16" fill="#123">
<rect width="${W}" height="${h}" fill="#fff"/>
<text x="24" y="38" font-size="20">What the page holds after each session: ${title}</text>
${figures.map((figure, place) => row(all, figure, place)).join('\n')}
</svg>
`;
}
