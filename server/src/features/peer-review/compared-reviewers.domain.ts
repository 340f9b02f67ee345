import { groupBy } from '../../core/group-by.ts';
import type { JudgedPair } from './comparison.domain.ts';
import type { StrengthPlace } from './compared-results.domain.ts';

/** How one reviewer's comparisons go together with those of all others, in percent. */
export interface ReviewerAgreement {
  readonly id: string;
  readonly made: number;
  /** How far the better work was chosen. */
  readonly agreement: number;
  /** How far somebody would have chosen it who judges as all do. */
  readonly expected: number;
  /** How far the first of the two works was chosen: sides are drawn by lot. */
  readonly first: number;
}

type Strengths = ReadonlyMap<string, Pick<StrengthPlace, 'strength' | 'error'>>;

/** Where hardly anything else is said of two works a single step would go too far. */
const LEVERAGE_MAX = 0.9;

const chance = (distance: number): number => 1 / (1 + Math.exp(-distance));

/**
 * How far the left work is above the right one in the eyes of all others: without this comparison itself, or whoever
 * chose at random would seem to agree. One step away from the strengths that hold with it (Pregibon 1981,
 * https://doi.org/10.1214/aos/1176345513): fitting anew for each comparison would take the square of them.
 */
export function distanceWithout(
  { leftAuthorId, rightAuthorId, share }: Pick<JudgedPair, 'leftAuthorId' | 'rightAuthorId' | 'share'>,
  strengths: Strengths,
): number {
  const [left, right] = [strengths.get(leftAuthorId), strengths.get(rightAuthorId)];
  if (!left || !right) return 0;
  const distance = left.strength - right.strength;
  const variance = left.error ** 2 + right.error ** 2;
  const expected = chance(distance);
  const leverage = Math.min(LEVERAGE_MAX, expected * (1 - expected) * variance);
  return distance - ((share - expected) * variance) / (1 - leverage);
}

/** Each reviewer beside all others. */
export function reviewersOf(judged: readonly JudgedPair[], strengths: Strengths): ReviewerAgreement[] {
  return [...groupBy(judged, ({ reviewerId }) => reviewerId)].map(([id, own]) => {
    const mean = (valueOf: (pair: JudgedPair, distance: number) => number): number =>
      own.reduce((sum, pair) => sum + valueOf(pair, distanceWithout(pair, strengths)), 0) / own.length;
    return {
      id,
      made: own.length,
      agreement: 100 * mean(({ share }, distance) => agreed(share, distance)),
      expected: 100 * mean((_, distance) => chance(Math.abs(distance))),
      first: 100 * mean(({ share }) => share),
    };
  });
}

function agreed(share: number, distance: number): number {
  if (distance === 0) return 0.5;
  return distance > 0 ? share : 1 - share;
}
