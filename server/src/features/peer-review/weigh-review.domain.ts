import type { Review, Weighing } from './peer-review.domain.ts';

export const revisionOf = ({ weighings = [] }: Pick<Review, 'weighings'>): number =>
  weighings.at(-1)?.revision ?? 0;

/** What staff say of how much a review counts; the same once more changes nothing. @param review null: there is none */
export function decideWeighing(
  review: Review | null,
  command: Pick<Weighing, 'weight' | 'reason'> & { readonly expectedRevision: number },
  by: string,
  now: Date,
):
  | { readonly type: 'weigh'; readonly weighing: Weighing }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'NOT_FOUND' | 'STALE_REVISION' } {
  // What is not submitted counts for nothing anyway.
  if (review?.state !== 'submitted') return { type: 'refuse', reason: 'NOT_FOUND' };
  const { weight, reason, expectedRevision } = command;
  const last = review.weighings?.at(-1);
  if (last?.weight === weight && last.reason === reason && last.by === by) return { type: 'unchanged' };
  const revision = revisionOf(review);
  if (revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  return { type: 'weigh', weighing: { weight, reason, by, at: now, revision: revision + 1 } };
}
