import type { ErrorCode } from '../../contracts/errors.ts';
import { INLINE_COMMENT_MAX } from '../../contracts/limits.ts';
import { emptyRichText, joinRichTexts, type RichText } from '../../contracts/plain-text.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { rateRubric, type RatingFault } from '../../contracts/rubric-rules.ts';
import { groupBy } from '../../core/group-by.ts';

/** What one has written is never handed in: there is one version of it, the posts as they are. */
export const ONLY_VERSION = 1;

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
  /** What two people said, each without the other; absent when one has marked. */
  readonly parts?: readonly ParticipantPart[];
}

/** What one person said of a member, as one of two or alone. */
export interface ParticipantPart extends MarkContent {
  readonly by: string;
  readonly at: Date;
  readonly points: number;
  readonly maximum: number;
  readonly workVersion: number;
}

/**
 * A version of what staff have decided on a member: never changed after it was written. `part`: one of two people has
 * marked whom two people mark; it counts nowhere. `excused`: no grade is owed; `undone`: nothing is said any more.
 */
export type MarkVersion =
  | ParticipantMark
  | (Omit<ParticipantMark, 'kind' | 'parts'> & { readonly kind: 'part' })
  | (Step & { readonly kind: 'excused' | 'undone' });

/** One member in the marking of a discussion. */
export interface MarkedMember {
  readonly memberId: string;
  /** The member of staff in whose share they are. */
  readonly share: string | null;
  readonly lease: { readonly by: string; readonly until: Date } | null;
  /** Counts drafts and marks: a page that has not seen the newest does not write over it. */
  readonly revision: number;
  readonly draft: (MarkContent & { readonly by: string; readonly at: Date }) | null;
  /** What is said of them now. */
  readonly mark: ParticipantMark | null;
  /** The newest version, of whatever kind. */
  readonly newest: MarkVersion | null;
  /** Whether two people mark them, each without knowing what the other says. */
  readonly twice: boolean;
  /** What those have said so far; two at most. */
  readonly parts: readonly ParticipantPart[];
}

export const unmarked = (memberId: string): MarkedMember => ({
  memberId,
  share: null,
  lease: null,
  revision: 0,
  draft: null,
  mark: null,
  newest: null,
  twice: false,
  parts: [],
});

/** Whether a colleague marks a member right now. */
export const isTaken = ({ lease }: Pick<MarkedMember, 'lease'>, memberId: string, now: Date): boolean =>
  lease !== null && lease.by !== memberId && lease.until > now;

/** What the form begins with: the own draft, else the newest mark. A colleague's draft is nobody else's. */
export function formOf(
  { draft, mark, parts }: MarkedMember,
  memberId: string,
): MarkContent & { savedAt: Date | null } {
  if (draft?.by === memberId) return { ...contentOf(draft), savedAt: draft.at };
  if (mark) return { ...contentOf(mark), savedAt: null };
  // Whoever settles what two do not agree on goes on with what both say of single posts.
  const { posts } = parts.length === 2 ? togetherOf(parts) : { posts: [] };
  return { ratings: [], comment: emptyRichText(), posts, savedAt: null };
}

/** What two people say to a member in words, one after the other. */
export function togetherOf(parts: readonly MarkContent[]): Pick<MarkContent, 'comment' | 'posts'> {
  const posts = [
    ...groupBy(
      parts.flatMap((one) => one.posts),
      ({ threadId, n }) => `${threadId}/${n}`,
    ).values(),
  ];
  return {
    comment: joinRichTexts(parts.map(({ comment }) => comment)),
    posts: posts.flatMap(([first, ...others]) =>
      first
        ? [
            {
              ...first,
              text: [first, ...others]
                .map(({ text }) => text)
                .join('\n\n')
                .slice(0, INLINE_COMMENT_MAX),
            },
          ]
        : [],
    ),
  };
}

const contentOf = ({ ratings, comment, posts }: MarkContent): MarkContent => ({ ratings, comment, posts });

export type MarkDecision =
  | { readonly type: 'accept'; readonly judged: ParticipantPart }
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
  const judged = { ...content, by, at: now, workVersion: ONLY_VERSION };
  if (criteria.length === 0)
    return { type: 'accept', judged: { ...judged, ratings: [], points: 0, maximum: 0 } };
  const known = new Set(criteria.map(({ id }) => id));
  const given = content.ratings.filter(({ criterionId }) => known.has(criterionId));
  const rated = rateRubric(criteria, given, { asksComments: false });
  if (rated.type === 'refuse') return rated;
  const { ratings, points, maximum } = rated;
  return { type: 'accept', judged: { ...judged, ratings, points, maximum } };
}

/**
 * How far each share is, of those who have written something: nobody else waits for a mark.
 *
 * @param posts how much each has written
 * @returns a line for each share that has somebody, `null`: in nobody's
 */
export function countShares(
  posts: ReadonlyMap<string, number>,
  members: readonly {
    readonly memberId: string;
    readonly share: string | null;
    readonly isMarked: boolean;
  }[],
): { memberId: string | null; done: number; total: number }[] {
  const known = new Map(members.map((one) => [one.memberId, one]));
  const counts = new Map<string | null, { done: number; total: number }>();
  for (const [memberId, written] of posts) {
    if (written === 0) continue;
    const { share = null, isMarked = false } = known.get(memberId) ?? {};
    const count = counts.get(share) ?? { done: 0, total: 0 };
    counts.set(share, { done: count.done + Number(isMarked), total: count.total + 1 });
  }
  return [...counts].map(([memberId, count]) => ({ memberId, ...count }));
}
