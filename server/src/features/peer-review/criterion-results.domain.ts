import type { ErrorCode } from '../../contracts/errors.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { totalOf, weightOf } from '../../contracts/rubric-rules.ts';
import type { PeerReview, Submission } from './peer-review.domain.ts';

/** One decision of staff about a criterion of a work. */
export interface CriterionDecision {
  /** Null: as the reviewers say. */
  readonly points: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** 1 for the first. */
  readonly revision: number;
}

/** What staff have set for one criterion of one work, with what they decided before; the newest last. */
export interface CriterionResult {
  readonly courseId: string;
  readonly activityId: string;
  readonly authorId: string;
  readonly criterionId: string;
  readonly points: number | null;
  readonly revision: number;
  readonly decisions: readonly CriterionDecision[];
}

/** What staff set for criteria of one work, and what its reviews come to with that. */
export interface SetWork {
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly title: string;
    readonly points: number;
    readonly maximum: number;
    readonly revision: number;
  }[];
  /** By the reviews' ids. */
  readonly reviews: ReadonlyMap<string, { readonly points: number; readonly maximum: number }>;
}

type Refusal<Code extends ErrorCode> = { readonly type: 'refuse'; readonly reason: Code };
const refuse = <Code extends ErrorCode>(reason: Code): Refusal<Code> => ({ type: 'refuse', reason });

/** Criteria that a result can be set for: those that count. */
export const countingCriteria = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.filter((criterion) => weightOf(criterion) > 0);

/** What staff set for a criterion; the same once more changes nothing. @param before null: nothing was decided yet */
export function decideCriterion(
  { settings }: Pick<PeerReview, 'settings'>,
  work: Submission | null,
  before: CriterionResult | null,
  criterionId: string,
  command: Pick<CriterionDecision, 'points' | 'reason'> & { readonly expectedRevision: number },
  by: string,
  now: Date,
):
  | { readonly type: 'set'; readonly decision: CriterionDecision; readonly criterion: Criterion }
  | { readonly type: 'unchanged' }
  | Refusal<'NOT_FOUND' | 'STALE_REVISION' | 'RATING_OUT_OF_RANGE'> {
  const criterion = countingCriteria(settings.criteria).find(({ id }) => id === criterionId);
  if (!work || !criterion) return refuse('NOT_FOUND');
  const { points, reason, expectedRevision } = command;
  if (points !== null && points > criterion.points) return refuse('RATING_OUT_OF_RANGE');
  const last = before?.decisions.at(-1);
  if (last?.points === points && last.reason === reason && last.by === by) return { type: 'unchanged' };
  const revision = before?.revision ?? 0;
  if (revision !== expectedRevision) return refuse('STALE_REVISION');
  return { type: 'set', criterion, decision: { points, reason, by, at: now, revision: revision + 1 } };
}

/** What a review comes to when staff's results stand in the place of its own ratings of those criteria. */
export function asSet(
  criteria: readonly Criterion[],
  ratings: readonly Pick<Rating, 'criterionId' | 'points'>[],
  set: ReadonlyMap<string, number>,
): { readonly points: number; readonly maximum: number } {
  const given = new Map(ratings.map(({ criterionId, points }) => [criterionId, points]));
  const replaced = criteria.map(({ id }) => ({
    criterionId: id,
    points: set.get(id) ?? given.get(id) ?? null,
  }));
  return totalOf(criteria, replaced);
}
