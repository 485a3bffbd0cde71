/** Puts `recorded` into an exercise in a catalogue's text and changes no other letter. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Mark, Recorded } from '../../src/catalogue/recorded';

const INDENT = '  ';

/** One mark as one line, so that a list of a hundred remains readable. */
const markText = (mark: Mark): string =>
  `{ ${Object.entries(mark)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(', ')} }`;

/**
 * The text of a film's entry.
 * @param margin blanks before the property's own line
 */
function recordedText({ marks, ...rest }: Recorded, margin: string): string {
  const inner = margin + INDENT;
  const fields = Object.entries(rest).map(
    ([key, value]) => `${inner}${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const lines = marks.map((mark) => inner + INDENT + markText(mark));
  return [
    '{',
    ...fields,
    `${inner}"marks": [`,
    `${lines.join(',\n')}`,
    `${inner}]`,
    `${margin}}`,
  ].join('\n');
}

/** Blanks before the line that contains an offset. */
function marginAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** The exercise's place in the file. Unreadable exercises keep theirs. */
function exerciseNode(text: string, id: string): Node {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, ['exercises'])?.children;
  const node = list?.find((one) => findNodeAtLocation(one, ['id'])?.value === id);
  if (!node) throw new Error(`there is no exercise "${id}"`);
  return node;
}

/**
 * The catalogue's text with an exercise's `recorded`, which replaces an earlier one.
 * @throws Error when the text has no such exercise
 */
export function withRecorded(text: string, id: string, recorded: Recorded): string {
  // The parser does not count a byte order mark.
  if (text.startsWith('\uFEFF')) return `\uFEFF${withRecorded(text.slice(1), id, recorded)}`;
  const node = exerciseNode(text, id);
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const [first] = node.children ?? [];
  const margin = marginAt(text, first?.offset ?? node.offset);
  const value = recordedText(recorded, margin).replaceAll('\n', newLine);
  const old = findNodeAtLocation(node, ['recorded']);
  if (old) return text.slice(0, old.offset) + value + text.slice(old.offset + old.length);
  const last = node.children?.[node.children.length - 1] as Node;
  const end = last.offset + last.length;
  const property = `,${newLine}${margin}"recorded": ${value}`;
  return text.slice(0, end) + property + text.slice(end);
}
