import type { ErrorCode } from '../../contracts/errors.ts';
import { emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { rateRubric, type RatingFault } from '../../contracts/rubric-rules.ts';

/** Whoever is taken and not renewed for this long is anybody's again. */
const LEASE_MS = 30 * 60_000;

/** What staff say of one member's posts: by the rubric, of all together, and of single posts. */
export interface MarkContent {
  readonly ratings: readonly Rating[];
  readonly comment: RichText;
  readonly posts: readonly { readonly threadId: string; readonly n: number; readonly text: string }[];
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

/** What staff say of a member's posts. */
export interface ParticipantMark extends MarkContent, Step {
  readonly kind: 'marked';
  /** Both 0 where there is no rubric. */
  readonly points: number;
  readonly maximum: number;
}

/**
 * A version of what staff have decided on a member: never changed after it was written. `excused`: no grade is owed;
 * `undone`: nothing is said any more.
 */
export type MarkVersion = ParticipantMark | (Step & { readonly kind: 'excused' | 'undone' });

/** One member in the marking of a discussion. */
export interface MarkedMember {
  readonly memberId: string;
  readonly lease: { readonly by: string; readonly until: Date } | null;
  /** Counts drafts and marks: a page that has not seen the newest does not write over it. */
  readonly revision: number;
  readonly draft: (MarkContent & { readonly by: string; readonly at: Date }) | null;
  /** What is said of them now. */
  readonly mark: ParticipantMark | null;
  /** The newest version, of whatever kind. */
  readonly newest: MarkVersion | null;
}

export const unmarked = (memberId: string): MarkedMember => ({
  memberId,
  lease: null,
  revision: 0,
  draft: null,
  mark: null,
  newest: null,
});

export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** Whether a colleague marks a member right now. */
export const isTaken = ({ lease }: Pick<MarkedMember, 'lease'>, memberId: string, now: Date): boolean =>
  lease !== null && lease.by !== memberId && lease.until > now;

/** What the form begins with: the own draft, else the newest mark. A colleague's draft is nobody else's. */
export function formOf(
  { draft, mark }: MarkedMember,
  memberId: string,
): MarkContent & { savedAt: Date | null } {
  if (draft?.by === memberId) return { ...contentOf(draft), savedAt: draft.at };
  if (mark) return { ...contentOf(mark), savedAt: null };
  return { ratings: [], comment: emptyRichText(), posts: [], savedAt: null };
}

const contentOf = ({ ratings, comment, posts }: MarkContent): MarkContent => ({ ratings, comment, posts });

export type MarkDecision =
  | { readonly type: 'accept'; readonly mark: ParticipantMark }
  | {
      readonly type: 'refuse';
      readonly reason: RatingFault | Extract<ErrorCode, 'WORK_TAKEN' | 'STALE_REVISION' | 'NOTHING_RATED'>;
      readonly criterionId?: string;
    };

/** Whether somebody may write what they say of a member now. */
export function whyNotWrite(
  participant: MarkedMember,
  expectedRevision: number,
  by: string,
  now: Date,
): 'WORK_TAKEN' | 'STALE_REVISION' | null {
  if (isTaken(participant, by, now)) return 'WORK_TAKEN';
  return participant.revision === expectedRevision ? null : 'STALE_REVISION';
}

/** Decides on what somebody says of a member in the end. */
export function decideMark(
  participant: MarkedMember,
  criteria: readonly Criterion[],
  { content, expectedRevision }: { readonly content: MarkContent; readonly expectedRevision: number },
  by: string,
  now: Date,
): MarkDecision {
  const reason = whyNotWrite(participant, expectedRevision, by, now);
  if (reason) return { type: 'refuse', reason };
  const n = (participant.newest?.n ?? 0) + 1;
  const version = { kind: 'marked', n, by, at: now, reason: '' } as const;
  if (criteria.length === 0)
    return { type: 'accept', mark: { ...version, ...content, ratings: [], points: 0, maximum: 0 } };
  const known = new Set(criteria.map(({ id }) => id));
  const given = content.ratings.filter(({ criterionId }) => known.has(criterionId));
  const rated = rateRubric(criteria, given, { asksComments: false });
  if (rated.type === 'refuse') return rated;
  const { ratings, points, maximum } = rated;
  return { type: 'accept', mark: { ...version, ...content, ratings, points, maximum } };
}
