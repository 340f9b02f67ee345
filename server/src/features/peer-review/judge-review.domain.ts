import type { Judgement, Review } from './peer-review.domain.ts';

/** What staff last said of a review, taken back or not; null before they said anything. */
export const lastJudgement = ({ judgements = [] }: Pick<Review, 'judgements'>): Judgement | null =>
  judgements.at(-1) ?? null;

/** What staff say of how good a review is; the same once more changes nothing. @param review null: there is none */
export function decideJudging(
  review: Review | null,
  command: Pick<Judgement, 'level' | 'comment'> & { readonly expectedRevision: number },
  by: string,
  now: Date,
):
  | { readonly type: 'judge'; readonly judgement: Judgement }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'NOT_FOUND' | 'STALE_REVISION' } {
  // What is not submitted cannot be judged yet.
  if (review?.state !== 'submitted') return { type: 'refuse', reason: 'NOT_FOUND' };
  const { level, expectedRevision } = command;
  // What is taken back leaves nothing to read.
  const comment = level === null ? '' : command.comment;
  const last = lastJudgement(review);
  const { version } = review;
  const isSame = last?.level === level && last.comment === comment && last.by === by;
  if (isSame && last.version === version) return { type: 'unchanged' };
  const revision = last?.revision ?? 0;
  if (revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  return {
    type: 'judge',
    judgement: { level, comment, version, by, at: now, revision: revision + 1 },
  };
}
