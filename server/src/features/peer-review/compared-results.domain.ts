import { fitBradleyTerry } from './bradley-terry.domain.ts';
import type { JudgedPair } from './comparison.domain.ts';
import type { JudgedBy } from './split-half.domain.ts';

/** How often a work was chosen by one criterion. */
interface ChosenBy {
  readonly criterionId: string;
  readonly chosen: number;
  readonly of: number;
}

/** A work among the others: natural logarithms; the weakest and the strongest are of all works. */
export interface StrengthPlace {
  readonly strength: number;
  /** Standard error of the strength. */
  readonly error: number;
  readonly weakest: number;
  readonly strongest: number;
}

const NOWHERE: StrengthPlace = { strength: 0, error: 0, weakest: 0, strongest: 0 };

/** What all comparisons together say of one work. */
export interface ComparedResult extends StrengthPlace {
  readonly authorId: string;
  /** In how many comparisons it was chosen, counted over all criteria, and how many were made. */
  readonly chosen: number;
  readonly made: number;
  readonly criteria: readonly ChosenBy[];
}

/** Further digits depend on where a fit began. */
const DIGITS = 6;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** Numbers the works and the reviewers, the same for the same comparisons. */
export function numbered(judged: readonly JudgedPair[]): {
  readonly authorIds: readonly string[];
  readonly judgements: JudgedBy;
} {
  const authorIds = [
    ...new Set(judged.flatMap(({ leftAuthorId, rightAuthorId }) => [leftAuthorId, rightAuthorId])),
  ].sort();
  const works = new Map(authorIds.map((id, work) => [id, work]));
  const reviewers = new Map<string, number>();
  for (const { reviewerId } of judged)
    if (!reviewers.has(reviewerId)) reviewers.set(reviewerId, reviewers.size);
  return {
    authorIds,
    judgements: {
      works: authorIds.length,
      left: Int32Array.from(judged, ({ leftAuthorId }) => works.get(leftAuthorId) ?? 0),
      right: Int32Array.from(judged, ({ rightAuthorId }) => works.get(rightAuthorId) ?? 0),
      share: Float64Array.from(judged, ({ share }) => share),
      reviewer: Int32Array.from(judged, ({ reviewerId }) => reviewers.get(reviewerId) ?? 0),
    },
  };
}

/** What works would be like by one criterion alone, by their authors. */
export function compareBy(judged: readonly JudgedPair[], criterionId: string): Map<string, StrengthPlace> {
  const chosen = judged.flatMap((pair): JudgedPair[] => {
    const choice = pair.choices.find((one) => one.criterionId === criterionId);
    return choice ? [{ ...pair, share: choice.better === 'left' ? 1 : 0 }] : [];
  });
  const { authorIds, judgements } = numbered(chosen);
  return placesOf(authorIds, judgements);
}

function placesOf(authorIds: readonly string[], judgements: JudgedBy): Map<string, StrengthPlace> {
  const { values, errors } = fitBradleyTerry(judgements);
  const strengths = Array.from(values, rounded);
  const weakest = strengths.reduce((a, b) => Math.min(a, b), Infinity);
  const strongest = strengths.reduce((a, b) => Math.max(a, b), -Infinity);
  return new Map(
    authorIds.map((authorId, work) => {
      const error = rounded(errors[work] ?? 0);
      return [authorId, { strength: strengths[work] ?? 0, error, weakest, strongest }];
    }),
  );
}

/**
 * The works that were compared, by their authors.
 *
 * @param judged sorted by their ids: the same comparisons give the same results
 * @param criterionIds in whose order the counts come
 */
export function compareWorks(
  judged: readonly JudgedPair[],
  criterionIds: readonly string[],
): Map<string, ComparedResult> {
  const { authorIds, judgements } = numbered(judged);
  const places = placesOf(authorIds, judgements);
  const counts = authorIds.map(() => ({
    chosen: 0,
    made: 0,
    by: new Map(criterionIds.map((criterionId) => [criterionId, { criterionId, chosen: 0, of: 0 }])),
  }));
  judged.forEach(({ choices, share }, index) => {
    for (const side of ['left', 'right'] as const) {
      const count = counts[judgements[side][index] ?? 0];
      if (!count) continue;
      count.made += 1;
      count.chosen += side === 'left' ? share : 1 - share;
      for (const { criterionId, better } of choices) {
        const by = count.by.get(criterionId);
        if (!by) continue;
        by.of += 1;
        if (better === side) by.chosen += 1;
      }
    }
  });
  return new Map(
    authorIds.map((authorId, work): [string, ComparedResult] => {
      const { chosen = 0, made = 0, by } = counts[work] ?? {};
      const place = places.get(authorId) ?? NOWHERE;
      const criteria = [...(by?.values() ?? [])];
      return [authorId, { authorId, ...place, chosen: rounded(chosen), made, criteria }];
    }),
  );
}
