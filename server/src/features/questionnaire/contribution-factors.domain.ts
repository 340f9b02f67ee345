import { type FACTOR_METHODS, FACTOR_RANGE } from '../../contracts/factor-methods.ts';

/** What members of a group say of each other, as factors of their contributions (reference/algorithms.md §4). */

/** Row: who rates; column: who is rated. Null: not rated. */
export type Ratings = readonly (readonly (number | null)[])[];

type FactorMethod = (typeof FACTOR_METHODS)[number];

/** So many further ratings of 1 would have to be there for the ratings themselves to count for half. */
const SHRINKING_RATERS = 3;
/** How far raters differ before any has said something, and for how many ratings that stands. */
const PRIOR_SPREAD = 0.15;
const PRIOR_RATERS = 4;
/** Of Student's t for about eight ratings, 95 %. */
const T = 2.3;
/** CATME: who is this near the mean has done an equal share, and nobody gets more than its upper end. */
const CATME_EQUAL = { from: 0.95, to: 1.05 } as const;
/** Sums of the same ratings in another order differ by less. */
const ROUNDING = 1e-9;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const given = (row: readonly (number | null)[] = []): number[] => row.filter((value) => value !== null);
const receivedBy = (ratings: Ratings, member: number): number[] =>
  given(ratings.map((row) => row[member] ?? null));

/** Each rater's ratings as shares of what that rater gives on average: who is strict with all counts like who is not. */
const inShares = (ratings: Ratings): Ratings =>
  ratings.map((row) => {
    const average = mean(given(row));
    return row.map((value) => (value === null || average === null || average === 0 ? null : value / average));
  });

/** In shares of the mean of all. */
function inTeam(values: readonly (number | null)[]): (number | null)[] {
  const average = mean(given(values));
  return values.map((value) =>
    value === null || average === null || average === 0 ? null : value / average,
  );
}

const withoutOwn = (ratings: Ratings): Ratings =>
  ratings.map((row, rater) => row.map((value, member) => (member === rater ? null : value)));

/** S_i = (n / n_submitted) Σ_r m_ri / Σ_j m_rj (Loddington et al. 2009): own ratings count. */
export const webpaScores = (ratings: Ratings): (number | null)[] => {
  const shares = inShares(ratings);
  return ratings.map((_row, member) => mean(receivedBy(shares, member)));
};

/** √(what a member was given / the mean of all members) (SPARK, Freeman & McKenzie 2002): own ratings count. */
export const rpfFactors = (ratings: Ratings): (number | null)[] =>
  inTeam(ratings.map((_row, member) => mean(receivedBy(ratings, member)))).map((value) =>
    value === null ? null : Math.sqrt(value),
  );

/** √(own rating / the mean of the others' ratings): above 1 thinks better of oneself than the others do. For staff's eyes. */
export const sapaFactors = (ratings: Ratings): (number | null)[] =>
  ratings.map((row, member) => {
    const own = row[member] ?? null;
    const others = mean(receivedBy(withoutOwn(ratings), member));
    return own === null || others === null || others === 0 ? null : Math.sqrt(own / others);
  });

/** Mean of the others' ratings / the team's mean; as it is (Ohland et al. 2012). */
export const catmeRatios = (ratings: Ratings): (number | null)[] => {
  const peers = withoutOwn(ratings);
  return inTeam(ratings.map((_row, member) => mean(receivedBy(peers, member))));
};

/** 1 where it is near 1, and never more than a little above. */
export const catmeAdjustment = (ratio: number): number =>
  ratio >= CATME_EQUAL.from - ROUNDING && ratio <= CATME_EQUAL.to + ROUNDING
    ? 1
    : Math.min(ratio, CATME_EQUAL.to);

/** Own ratings dropped, rows scaled to a mean of 1, columns averaged and scaled again (TEAMMATES). */
export const teammatesScores = (ratings: Ratings): (number | null)[] => {
  const shares = inShares(withoutOwn(ratings));
  return inTeam(ratings.map((_row, member) => mean(receivedBy(shares, member))));
};

/** The middle of what a member was given, in shares: from three ratings on without the highest and the lowest one. */
function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return mean(sorted.length >= 3 ? sorted.slice(1, -1) : sorted);
}

export interface ShrunkenFactor {
  readonly value: number;
  /** Where the factor would lie with many more raters, 95 %. */
  readonly low: number;
  readonly high: number;
}

/**
 * The middle of the others' shares, moved towards 1 the more, the fewer there are: a single voice moves nobody far, and
 * two who agree to raise each other gain little.
 */
function shrunkenOf(ratings: Ratings, member: number): ShrunkenFactor | null {
  const shares = receivedBy(inShares(withoutOwn(ratings)), member);
  const middle = middleOf(shares);
  if (middle === null) return null;
  const count = shares.length;
  const trust = count / (count + SHRINKING_RATERS);
  const squares = shares.reduce((sum, share) => sum + (share - middle) ** 2, 0);
  const spread = (squares + PRIOR_RATERS * PRIOR_SPREAD ** 2) / (count - 1 + PRIOR_RATERS);
  const value = 1 + trust * (middle - 1);
  const reach = T * trust * Math.sqrt(spread / count);
  return { value: bounded(value), low: bounded(value - reach), high: bounded(value + reach) };
}

const bounded = (value: number): number => Math.min(FACTOR_RANGE.max, Math.max(FACTOR_RANGE.min, value));

const CLASSIC: Readonly<Record<Exclude<FactorMethod, 'shrunken'>, (ratings: Ratings) => (number | null)[]>> =
  {
    webpa: (ratings) => webpaScores(withoutOwn(ratings)),
    rpf: (ratings) => rpfFactors(withoutOwn(ratings)),
    catme: (ratings) => catmeRatios(ratings).map((ratio) => (ratio === null ? null : catmeAdjustment(ratio))),
    teammates: teammatesScores,
  };

/** One member's factors: null where nobody else has said anything. */
export type Factors = Readonly<Record<Exclude<FactorMethod, 'shrunken'>, number | null>> & {
  readonly shrunken: ShrunkenFactor | null;
};

/**
 * A member's factors as they are used. All that the member has said is left out before, of themselves as of others: so
 * neither silence nor any rating of one's own can move one's own factor.
 */
export function factorsOf(ratings: Ratings, member: number): Factors {
  const others = ratings.map((row, rater) => (rater === member ? row.map(() => null) : row));
  const of = (method: keyof typeof CLASSIC): number | null => {
    const value = CLASSIC[method](others)[member] ?? null;
    return value === null ? null : bounded(value);
  };
  return {
    shrunken: shrunkenOf(others, member),
    webpa: of('webpa'),
    rpf: of('rpf'),
    catme: of('catme'),
    teammates: of('teammates'),
  };
}
