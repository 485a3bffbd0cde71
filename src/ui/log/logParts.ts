/**
 * Lays out the parts of the technical panel below one another. Each part tells its height before it is
 * drawn, so that only the parts in view are drawn.
 */
import type { Lightning } from '@lightningjs/sdk';
import type { LogEntry } from '../../tv/log';
import type { Spoken } from '../access/spoken';
import { atSize, colours, screen, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import type { TypeStyle } from '../theme/sizes';
import { type Fact, happened, timeText, WIDEST_TIME } from './logContent';

/** One part of the panel, as wide as the panel. */
export interface Part {
  /** Identifies the part and its look: another key means that it must be drawn again. */
  key: string;
  /** Height of the part and the room below it, px. */
  h: number;
  /** Its elements. Their places are relative to the part's upper left corner. */
  draw(): Lightning.Element.NewPatchTemplate[];
  spoken: Spoken[];
}

/** Width of all parts, px. */
export const PANEL_W = screen.right - screen.left;
const GAP = 32;
/** Reserve for letters that are drawn wider than they were measured, px. */
const MARGIN = 24;
const COLUMN_GAP = 28;

const text = (
  words: string,
  style: TypeStyle,
  color: number,
  place: { x?: number; y?: number } = {},
): Lightning.Element.NewPatchTemplate => ({ ...place, text: { ...style, text: words }, color });

/** Facts side by side, in as many columns as the text size allows. */
export function factRows(facts: readonly Fact[]): Part[] {
  const columns = atSize(4, 3, 2);
  const w = (PANEL_W - (columns - 1) * GAP) / columns;
  const rows: Part[] = [];
  for (let from = 0; from < facts.length; from += columns) {
    const row = facts.slice(from, from + columns);
    const values = row.map(({ value }) => wrapLines(value, type.small, w - MARGIN));
    const lines = Math.max(...values.map(({ length }) => length));
    rows.push({
      key: `facts ${JSON.stringify(row)}`,
      h: type.caption.lineHeight + lines * type.small.lineHeight + 20,
      draw: () =>
        row.flatMap(({ label }, at) => {
          const x = at * (w + GAP);
          const value = (values[at] ?? []).join('\n');
          return [
            text(label, type.caption, colours.mint, { x }),
            text(value, type.small, colours.text, { x, y: type.caption.lineHeight }),
          ];
        }),
      spoken: row.map(({ label, value }) => ({ role: 'text', name: `${label}: ${value}` })),
    });
  }
  return rows;
}

/** A heading above a group of parts, with a gap above it. */
export const headingPart = (name: string): Part => ({
  key: `heading ${name}`,
  h: 20 + type.label.lineHeight + 10,
  draw: () => [text(name, type.label, colours.mint, { y: 20 })],
  spoken: [{ role: 'heading', name }],
});

/** A line for an empty list. */
export const linePart = (name: string): Part => ({
  key: `line ${name}`,
  h: type.caption.lineHeight + 8,
  draw: () => [text(name, type.caption, colours.soft)],
  spoken: [{ role: 'text', name }],
});

/** A sentence over the whole width, on as many lines as it needs. */
export function sentencePart(sentence: string): Part {
  const style = type.caption;
  const lines = wrapLines(sentence, style, PANEL_W - MARGIN);
  return {
    key: `sentence ${sentence}`,
    h: lines.length * style.lineHeight + 8,
    draw: () => [text(lines.join('\n'), style, colours.text)],
    spoken: [{ role: 'text', name: sentence }],
  };
}

/** X of the columns of an entry, px. */
function columns() {
  const widest = (words: readonly string[], style: TypeStyle) =>
    Math.max(...words.map((one) => textWidth(one, style)));
  const level = widest([WIDEST_TIME], type.caption) + COLUMN_GAP;
  const area = level + widest(['warning'], type.caption) + COLUMN_GAP;
  const sentence = area + widest(['memory', 'offline', 'update'], type.caption) + COLUMN_GAP;
  return { level, area, sentence };
}

const inkOf = (level: LogEntry['level']): number =>
  ({ info: colours.soft, warning: colours.accent, error: colours.coral })[level];

/** Room above an entry's words, below the line at its top, px. */
const PAD = 9;

/**
 * Entries of the log as rows of a table: time, level, area, sentence.
 * @param now ms since 1970
 */
export function entryParts(entries: readonly LogEntry[], now: number): Part[] {
  const at = columns();
  const style = type.caption;
  return entries.map((entry): Part => {
    const { area, level, n, time, times } = entry;
    const said = happened(entry);
    const when = timeText(time, now);
    const lines = wrapLines(said, style, PANEL_W - at.sentence - MARGIN);
    return {
      key: `entry ${n} ${times} ${when}`,
      h: lines.length * style.lineHeight + 2 * PAD,
      draw: () => [
        { rect: true, w: PANEL_W, h: 2, color: colours.line },
        text(when, style, colours.soft, { y: PAD }),
        text(level, style, inkOf(level), { x: at.level, y: PAD }),
        text(area, style, colours.text, { x: at.area, y: PAD }),
        text(lines.join('\n'), style, colours.text, { x: at.sentence, y: PAD }),
      ],
      spoken: [{ role: 'text', name: `${when}, ${level}, ${area}: ${said}` }],
    };
  });
}
