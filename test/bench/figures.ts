/** A measured value and its limit. */

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The largest of several runs. */
  worst?: number;
  /** The highest value allowed, if there is a limit. */
  limit?: number;
  /** The value that it is compared with, from the same run. */
  beside?: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The quantile of some values. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median and largest of several values. */
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

/** A figure from one value. */
export const single = (
  name: string,
  unit: string,
  value: number,
  more: Partial<Figure> = {},
): Figure => ({ name, unit, value: round(value), ...more });

/** True when the value keeps its limit; undefined without a limit. */
export const isReached = ({ limit, value }: Figure): boolean | undefined =>
  limit === undefined ? undefined : value <= limit;

/** Prints the figures as a table. */
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
