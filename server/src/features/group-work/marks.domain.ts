import type { ErrorCode } from '../../contracts/errors.ts';
import { emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { rateRubric, type RatingFault } from '../../contracts/rubric-rules.ts';
import type { DeliverableKey, Standing } from './group-work.domain.ts';

/** More or fewer points for one member than for the group. */
export interface Adjustment {
  readonly memberId: string;
  readonly points: number;
  readonly reason: string;
}

export interface MarkContent {
  readonly ratings: readonly Rating[];
  /** Where there is no rubric; null: not given. */
  readonly points: number | null;
  readonly comment: RichText;
  readonly adjustments: readonly Adjustment[];
}

/** A version of what staff give a group at a milestone: never changed after it was written. */
export interface DeliverableMark extends Omit<MarkContent, 'points'> {
  readonly n: number;
  readonly by: string;
  readonly at: Date;
  /** The version that was marked. */
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
}

/** One group at one milestone in the marking. */
export interface MarkedDeliverable extends DeliverableKey {
  readonly revision: number;
  readonly mark: DeliverableMark | null;
  /** Who marks it; whatever stands here, it is anybody's from then on. */
  readonly lease: { readonly by: string; readonly until: Date } | null;
  /** The member of staff in whose share it is. */
  readonly share: string | null;
}

export const unmarked = (key: DeliverableKey): MarkedDeliverable => ({
  ...key,
  revision: 0,
  mark: null,
  lease: null,
  share: null,
});

/**
 * How far each share is, of what counts as handed in: nothing else waits for a mark.
 *
 * @returns a line for each share that has a work, `null`: in nobody's
 */
export function countShares(
  works: readonly { readonly standing: Pick<Standing, 'state'>; readonly marked: MarkedDeliverable }[],
): { memberId: string | null; done: number; total: number }[] {
  const counts = new Map<string | null, { done: number; total: number }>();
  for (const { standing, marked } of works) {
    if (standing.state !== 'handedIn') continue;
    const { done, total } = counts.get(marked.share) ?? { done: 0, total: 0 };
    counts.set(marked.share, { done: done + Number(marked.mark !== null), total: total + 1 });
  }
  return [...counts].map(([memberId, count]) => ({ memberId, ...count }));
}

/** Whether a colleague marks it right now. */
export const isTaken = ({ lease }: Pick<MarkedDeliverable, 'lease'>, memberId: string, now: Date): boolean =>
  lease !== null && lease.by !== memberId && lease.until > now;

/** What the form begins with. */
export function formOf({ mark }: MarkedDeliverable, criteria: readonly Criterion[]): MarkContent {
  if (!mark) return { ratings: [], points: null, comment: emptyRichText(), adjustments: [] };
  const { ratings, comment, adjustments } = mark;
  return { ratings, comment, adjustments, points: criteria.length === 0 ? mark.points : null };
}

export type MarkDecision =
  | { readonly type: 'accept'; readonly mark: DeliverableMark }
  | {
      readonly type: 'refuse';
      readonly reason:
        | RatingFault
        | Extract<
            ErrorCode,
            'WORK_TAKEN' | 'STALE_REVISION' | 'NOTHING_RATED' | 'GRADE_OUT_OF_RANGE' | 'NOT_IN_GROUP'
          >;
      readonly criterionId?: string;
    };

interface Marking {
  readonly marked: MarkedDeliverable;
  readonly milestone: { readonly points: number; readonly criteria: readonly Criterion[] };
  /** What is marked, and who has a part in it. */
  readonly handedIn: { readonly version: number; readonly memberIds: readonly string[] };
}

/** Decides on what staff give a group: by the rubric, or by points where there is none. */
export function decideMark(
  { marked, milestone, handedIn }: Marking,
  content: MarkContent,
  expectedRevision: number,
  by: string,
  now: Date,
): MarkDecision {
  if (isTaken(marked, by, now)) return { type: 'refuse', reason: 'WORK_TAKEN' };
  if (marked.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  const { comment, adjustments, points } = content;
  if (adjustments.some(({ memberId }) => !handedIn.memberIds.includes(memberId)))
    return { type: 'refuse', reason: 'NOT_IN_GROUP' };
  const version = { n: (marked.mark?.n ?? 0) + 1, by, at: now, version: handedIn.version };
  const given = { ...version, comment, adjustments: adjustments.filter((one) => one.points !== 0) };
  if (milestone.criteria.length === 0) {
    if (points === null) return { type: 'refuse', reason: 'NOTHING_RATED' };
    if (points > milestone.points) return { type: 'refuse', reason: 'GRADE_OUT_OF_RANGE' };
    return { type: 'accept', mark: { ...given, ratings: [], points, maximum: milestone.points } };
  }
  const known = new Set(milestone.criteria.map(({ id }) => id));
  const ratings = content.ratings.filter(({ criterionId }) => known.has(criterionId));
  const rated = rateRubric(milestone.criteria, ratings, { asksComments: false });
  if (rated.type === 'refuse') return rated;
  return {
    type: 'accept',
    mark: { ...given, ratings: rated.ratings, points: rated.points, maximum: rated.maximum },
  };
}
