import { bin, quantileSorted } from '@visx/vendor/d3-array';

/** What a box plot draws (Tukey 1977): the box holds the middle half, whiskers end at the last value within 1.5 boxes. */
export interface Box {
  readonly lowest: number;
  readonly lowWhisker: number;
  readonly firstQuartile: number;
  readonly median: number;
  readonly thirdQuartile: number;
  readonly highWhisker: number;
  readonly highest: number;
}

/** The box of some values; null without any. */
export function boxOf(values: readonly number[]): Box | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  const at = (share: number) => quantileSorted(sorted, share) ?? lowest;
  const [firstQuartile, median, thirdQuartile] = [at(0.25), at(0.5), at(0.75)];
  const reach = 1.5 * (thirdQuartile - firstQuartile);
  return {
    lowest,
    highest,
    firstQuartile,
    median,
    thirdQuartile,
    lowWhisker: sorted.find((value) => value >= firstQuartile - reach) ?? lowest,
    highWhisker: sorted.findLast((value) => value <= thirdQuartile + reach) ?? highest,
  };
}

export interface Bin {
  readonly from: number;
  /** Belongs to the next bin, except at the end of the domain. */
  readonly to: number;
  readonly count: number;
}

/** The values of a domain counted in bins of equal width. */
export function binsOf(
  values: readonly number[],
  [low, high]: readonly [number, number],
  count: number,
): Bin[] {
  const edges = Array.from({ length: count - 1 }, (_, index) => low + ((high - low) * (index + 1)) / count);
  return bin()
    .domain([low, high])
    .thresholds(edges)([...values])
    .map((found) => ({ from: found.x0 ?? low, to: found.x1 ?? high, count: found.length }));
}

/** Pearson's r: from -1, one falls as the other rises, to 1; null where there is no such number. */
export function correlation(points: readonly { readonly x: number; readonly y: number }[]): number | null {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  let both = 0;
  let spreadX = 0;
  let spreadY = 0;
  for (const { x, y } of points) {
    both += (x - meanX) * (y - meanY);
    spreadX += (x - meanX) ** 2;
    spreadY += (y - meanY) ** 2;
  }
  const spread = Math.sqrt(spreadX * spreadY);
  return spread > 0 ? both / spread : null;
}
