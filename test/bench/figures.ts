/** What was measured, beside its limit. */

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Largest of the runs, where there were several. */
  worst?: number;
  /** At most this, where it is held to something. */
  limit?: number;
  /** What it was measured against, in the same run. */
  beside?: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The value that this share of all stays at or below. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median, and the worst. */
export const figure = (
  name: string,
  unit: string,
  values: readonly number[],
  more: Partial<Figure> = {},
): Figure => ({
  name,
  unit,
  value: round(median(values)),
  worst: round(Math.max(...values)),
  ...more,
});

/** One value. */
export const single = (
  name: string,
  unit: string,
  value: number,
  more: Partial<Figure> = {},
): Figure => ({ name, unit, value: round(value), ...more });

/** Whether it keeps its limit; undefined without one. */
export const isReached = ({ limit, value }: Figure): boolean | undefined =>
  limit === undefined ? undefined : value <= limit;

/** The figures as a table. */
export function print(figures: readonly Figure[]): void {
  const rows = figures.map((one) => {
    const { beside, limit, name, unit, value, worst } = one;
    const verdict = isReached(one);
    return [
      name,
      `${value} ${unit}`,
      worst === undefined ? '' : `worst ${worst}`,
      limit === undefined ? '' : `at most ${limit}`,
      verdict === undefined ? '' : verdict ? 'reached' : 'NOT REACHED',
      beside ?? '',
    ];
  });
  const columns = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(columns?.[at] ?? 0))
        .join('   ')
        .trimEnd(),
    );
  }
}
