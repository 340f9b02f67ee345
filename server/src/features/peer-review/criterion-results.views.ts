import { CriterionResultsView } from '../../contracts/criterion-results.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import type { CriterionResult } from './criterion-results.domain.ts';

/** For staff: what was set for each criterion of a work. @param names of those who decided */
export function criterionResultsView(
  criteria: readonly Criterion[],
  results: readonly CriterionResult[],
  names: ReadonlyMap<string, string | null>,
  can: { readonly change: boolean },
): CriterionResultsView {
  const resultOf = new Map(results.map((result) => [result.criterionId, result]));
  return CriterionResultsView.parse({
    criteria: criteria.map(({ id, title, points: maximum }) => {
      const { points = null, revision = 0, decisions = [] } = resultOf.get(id) ?? {};
      return {
        criterionId: id,
        title,
        maximum,
        points,
        revision,
        decisions: decisions.toReversed().map(({ by, at, ...decision }) => ({
          points: decision.points,
          reason: decision.reason,
          byName: names.get(by) ?? null,
          at: at.toISOString(),
        })),
      };
    }),
    can,
  });
}
