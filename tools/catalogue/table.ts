/** Plain text tables for a terminal. */

/**
 * A table. Each column is as wide as its longest cell, with two blanks between columns. Columns of
 * numbers align right.
 * @param head one title per column
 * @param rows cells as text, one list per row
 */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const width = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const right = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[\d.]*$/.test(row[column] ?? '')),
  );
  const lay = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const size = width[column] ?? 0;
        return right[column] ? cell.padStart(size) : cell.padEnd(size);
      })
      .join('  ')
      .trimEnd();
  return [lay(head), ...rows.map(lay)].join('\n');
};
