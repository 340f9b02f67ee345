/** One measured figure; a budget is an upper bound unless `atLeast`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: number;
  readonly atLeast?: boolean;
}

/** The value that a share of some, in [0, 1), does not reach; 0 of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** Within the budget; a figure without one always is. */
export const holds = ({ value, budget, atLeast }: Figure): boolean =>
  budget === undefined || (atLeast ? value >= budget : value <= budget);

/** Figure, budget and their ratio as one line. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, budget, atLeast } = figure;
  const columns = [name.padEnd(52), `${rounded(value)} ${unit}`.padStart(14)];
  if (budget !== undefined) {
    columns.push(
      `${atLeast ? '≥' : '≤'} ${rounded(budget)} ${unit}`.padStart(14),
      (budget === 0 ? '' : `${rounded(value / budget)} of it`).padStart(14),
      holds(figure) ? '' : 'OVER',
    );
  }
  return columns.join('  ').trimEnd();
}
