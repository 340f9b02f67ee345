/** A work with what comes of its reviews, in percent. */
export interface CombinedWork {
  readonly authorId: string;
  readonly reviews: number;
  readonly percent: number;
  /** Half of its 95 % interval; null while nothing is known of it. */
  readonly margin: number | null;
  /** How far its highest review is above its lowest. */
  readonly spread: number;
  /** Whether staff have looked at it. */
  readonly isKnown: boolean;
}

/** A tenth of the works is what makes the others clearly better (`reference/algorithms.md` §2). */
const SHARE = 0.1;
const AT_LEAST = 3;
const AT_MOST = 20;
/** Nearer than this to the truth, nobody would be given another grade. */
const MARGIN_MIN = 5;

/** The works whose grades are least certain, the least certain first: what is worth the staff's look. */
export function proposeSpotChecks(works: readonly CombinedWork[]): CombinedWork[] {
  const known = works.filter(({ isKnown }) => isKnown).length;
  const wanted = Math.min(AT_MOST, Math.max(AT_LEAST, Math.ceil(works.length * SHARE)));
  return works
    .filter(({ isKnown, margin }) => !isKnown && margin !== null && margin >= MARGIN_MIN)
    .toSorted((a, b) => (b.margin ?? 0) - (a.margin ?? 0) || (a.authorId < b.authorId ? -1 : 1))
    .slice(0, Math.max(0, wanted - known));
}

/** What another way of combining reviews changes. */
export interface Difference {
  /** Works that come out otherwise. */
  readonly count: number;
  /** By so many percentage points at most. */
  readonly most: number;
}

/** Less than half of a tenth of a percentage point is not shown to anybody. */
const SHOWN = 0.05;

/** Compares what comes of the same works in two ways. */
export function differenceOf(before: readonly CombinedWork[], after: readonly CombinedWork[]): Difference {
  const earlier = new Map(before.map(({ authorId, percent }) => [authorId, percent]));
  const changes = after
    .map(({ authorId, percent }) => Math.abs(percent - (earlier.get(authorId) ?? percent)))
    .filter((change) => change >= SHOWN);
  return { count: changes.length, most: changes.reduce((a, b) => Math.max(a, b), 0) };
}
