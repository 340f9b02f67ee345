import type { ErrorCode } from '../../contracts/errors.ts';
import { REASON_MAX } from '../../contracts/limits.ts';
import { emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { rateRubric, type RatingFault } from '../../contracts/rubric-rules.ts';
import { groupBy } from '../../core/group-by.ts';
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

interface Step {
  readonly n: number;
  readonly by: string;
  readonly at: Date;
  /** Why, where it was asked for. */
  readonly reason: string;
  /** The act on many at once that it is a part of. */
  readonly bulk?: string;
}

/** What one person gives a group at a milestone, as one of two or alone. */
export interface DeliverablePart extends Omit<MarkContent, 'points'> {
  readonly by: string;
  readonly at: Date;
  readonly points: number;
  readonly maximum: number;
  /** The version that was marked. */
  readonly workVersion: number;
  /** Whoever gave it did not know who is in the group, and so said nothing of single members. */
  readonly isBlind?: boolean;
}

/** What staff give a group at a milestone. `parts`: what two people gave, each without the other. */
export interface DeliverableMark extends DeliverablePart, Step {
  readonly kind: 'marked';
  readonly parts?: readonly DeliverablePart[];
}

/**
 * A version of what staff have decided on a group's work: never changed after it was written. `part`: one of two people
 * has marked it; it counts nowhere. `excused`: the milestone does not count; `undone`: nothing is given any more.
 */
export type MarkVersion =
  | DeliverableMark
  | (Omit<DeliverableMark, 'kind' | 'parts'> & { readonly kind: 'part' })
  | (Step & { readonly kind: 'excused' | 'undone' });

/** One group at one milestone in the marking. */
export interface MarkedDeliverable extends DeliverableKey {
  readonly revision: number;
  /** What is given now. */
  readonly mark: DeliverableMark | null;
  /** The newest version, of whatever kind. */
  readonly newest: MarkVersion | null;
  /** Whether two people mark it, each without knowing what the other gives. */
  readonly twice: boolean;
  /** What those have given so far; two at most. */
  readonly parts: readonly DeliverablePart[];
  /** Who marks it; whatever stands here, it is anybody's from then on. */
  readonly lease: { readonly by: string; readonly until: Date } | null;
  /** The member of staff in whose share it is. */
  readonly share: string | null;
}

export const unmarked = (key: DeliverableKey): MarkedDeliverable => ({
  ...key,
  revision: 0,
  mark: null,
  newest: null,
  twice: false,
  parts: [],
  lease: null,
  share: null,
});

export const isExcused = ({ newest }: Pick<MarkedDeliverable, 'newest'>): boolean =>
  newest?.kind === 'excused';

/** Whether nothing of a group's work waits to be marked. */
export const isDecided = (marked: Pick<MarkedDeliverable, 'mark' | 'newest'>): boolean =>
  marked.mark !== null || isExcused(marked);

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
    counts.set(marked.share, { done: done + Number(isDecided(marked)), total: total + 1 });
  }
  return [...counts].map(([memberId, count]) => ({ memberId, ...count }));
}

/** Whether a colleague marks it right now. */
export const isTaken = ({ lease }: Pick<MarkedDeliverable, 'lease'>, memberId: string, now: Date): boolean =>
  lease !== null && lease.by !== memberId && lease.until > now;

/**
 * What two people gave single members more or less: the mean of those who knew whom, and their reasons. Who gave one
 * nothing more or less has given 0.
 */
export function adjustmentsOf(
  parts: readonly Pick<DeliverablePart, 'adjustments' | 'isBlind'>[],
): Adjustment[] {
  const knowing = parts.filter((part) => part.isBlind !== true);
  const all = knowing.flatMap(({ adjustments }) => adjustments);
  return [...groupBy(all, ({ memberId }) => memberId)].map(([memberId, own]) => ({
    memberId,
    points: own.reduce((sum, { points }) => sum + points, 0) / knowing.length,
    reason: [...new Set(own.map(({ reason }) => reason))].join('\n\n').slice(0, REASON_MAX),
  }));
}

/** What the form begins with. Whoever settles what two do not agree on goes on with the mean for single members. */
export function formOf({ mark, parts }: MarkedDeliverable, criteria: readonly Criterion[]): MarkContent {
  const adjustments = parts.length === 2 ? adjustmentsOf(parts) : [];
  if (!mark) return { ratings: [], points: null, comment: emptyRichText(), adjustments };
  const points = criteria.length === 0 ? mark.points : null;
  return { ratings: mark.ratings, comment: mark.comment, adjustments: mark.adjustments, points };
}

export type MarkDecision =
  | { readonly type: 'accept'; readonly judged: DeliverablePart }
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
  const given = {
    by,
    at: now,
    workVersion: handedIn.version,
    comment,
    adjustments: adjustments.filter((one) => one.points !== 0),
  };
  if (milestone.criteria.length === 0) {
    if (points === null) return { type: 'refuse', reason: 'NOTHING_RATED' };
    if (points > milestone.points) return { type: 'refuse', reason: 'GRADE_OUT_OF_RANGE' };
    return { type: 'accept', judged: { ...given, ratings: [], points, maximum: milestone.points } };
  }
  const known = new Set(milestone.criteria.map(({ id }) => id));
  const ratings = content.ratings.filter(({ criterionId }) => known.has(criterionId));
  const rated = rateRubric(milestone.criteria, ratings, { asksComments: false });
  if (rated.type === 'refuse') return rated;
  return {
    type: 'accept',
    judged: { ...given, ratings: rated.ratings, points: rated.points, maximum: rated.maximum },
  };
}
