import type { ErrorCode } from '../../contracts/errors.ts';
import type { Side } from '../../contracts/peer-review-comparative.ts';
import type { ProblemKind } from '../../contracts/peer-review-problems.ts';
import type { AuthorGroup, PeerReview, ProgressRow, Review } from './peer-review.domain.ts';

/** A reviewer's report of a work. What is said in it is written once and never changed. */
export interface ReviewProblem {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  /** Or the comparison's. */
  readonly reviewId: string;
  /** Which of the two works that are compared; absent where one is reviewed. */
  readonly side?: Side;
  readonly authorId: string;
  /** Whose work it is, where groups hand in. */
  readonly group?: AuthorGroup;
  readonly reporterId: string;
  readonly kind: ProblemKind;
  readonly text: string;
  readonly reportedAt: Date;
  readonly answer: ProblemAnswer | null;
  /** Counts its steps; the first is 1. */
  readonly revision: number;
}

interface ProblemAnswer {
  readonly action: 'replace' | 'dismiss';
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  /** What the reviewer gets instead; null where nothing is left to review, or nothing was taken away. */
  readonly instead: Review | null;
}

type Refusal<Code extends ErrorCode> = { readonly type: 'refuse'; readonly reason: Code };
const refuse = <Code extends ErrorCode>(reason: Code): Refusal<Code> => ({ type: 'refuse', reason });

/** A review, or one side of a comparison. */
export type Reported = Pick<
  ReviewProblem,
  'courseId' | 'activityId' | 'reviewId' | 'side' | 'authorId' | 'group'
>;

/**
 * Whether a reviewer may report a work: one report at a time, while learners write in the activity.
 *
 * @param reported the caller's own; null when it is none of theirs
 * @param own what the caller has reported of it
 */
export function decideReport(
  { state }: Pick<PeerReview, 'state'>,
  reported: Reported | null,
  own: readonly ReviewProblem[],
  { id, kind, text, reporterId }: Pick<ReviewProblem, 'id' | 'kind' | 'text' | 'reporterId'>,
  now: Date,
):
  | { readonly type: 'report'; readonly problem: ReviewProblem }
  | { readonly type: 'unchanged' }
  | Refusal<'NOT_ALLOCATED' | 'ACTIVITY_CLOSED' | 'PROBLEM_REPORTED'> {
  if (!reported) return refuse('NOT_ALLOCATED');
  const same = own.find((problem) => problem.id === id);
  if (same) {
    const isSame = same.kind === kind && same.text === text && same.side === reported.side;
    return isSame ? { type: 'unchanged' } : refuse('PROBLEM_REPORTED');
  }
  if (state !== 'published') return refuse('ACTIVITY_CLOSED');
  if (own.some(({ answer }) => answer === null)) return refuse('PROBLEM_REPORTED');
  return {
    type: 'report',
    problem: {
      ...reported,
      id,
      reporterId,
      kind,
      text,
      reportedAt: now,
      answer: null,
      revision: 1,
    },
  };
}

/** Whether a review can still be taken away: what is submitted stays, and can be set aside. */
export const isReplaceable = (review: Pick<Review, 'state'> | null): boolean =>
  review !== null && review.state !== 'submitted';

/**
 * What one of the staff does with a report; the same answer once more changes nothing.
 *
 * @param review that it is about, or the comparison; null when it is gone
 */
export function decideAnswer(
  problem: ReviewProblem | null,
  review: Pick<Review, 'state'> | null,
  command: Pick<ProblemAnswer, 'action' | 'words' | 'instead'> & { readonly expectedRevision: number },
  by: string,
  now: Date,
):
  | { readonly type: 'answer' | 'unchanged'; readonly problem: ReviewProblem }
  | Refusal<'NOT_FOUND' | 'PROBLEM_ANSWERED' | 'STALE_REVISION' | 'REVIEW_SUBMITTED'> {
  if (!problem) return refuse('NOT_FOUND');
  const { action, words, instead, expectedRevision } = command;
  const before = problem.answer;
  if (before) {
    const isSame = before.action === action && before.words === words && before.by === by;
    return isSame ? { type: 'unchanged', problem } : refuse('PROBLEM_ANSWERED');
  }
  if (problem.revision !== expectedRevision) return refuse('STALE_REVISION');
  if (action === 'replace' && !isReplaceable(review)) return refuse('REVIEW_SUBMITTED');
  const answer = { action, words, by, at: now, instead: action === 'replace' ? instead : null };
  return { type: 'answer', problem: { ...problem, answer, revision: problem.revision + 1 } };
}

/** What staff said of reviews that disagree: that they may. It holds until they are further apart. */
export interface DisagreementNote {
  readonly courseId: string;
  readonly activityId: string;
  readonly authorId: string;
  readonly dismissal: {
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    readonly spread: number;
  } | null;
  readonly revision: number;
}

export type DisagreeingRow = Pick<ProgressRow, 'memberId' | 'name' | 'received' | 'grade'> & {
  readonly spread: number;
};

/** Further apart by less than this is the same: sums of points are not exact. */
const SAME = 1e-6;

/**
 * The works whose reviews are further apart than the limit, the furthest first, with what staff said. Whoever got a mark or a
 * grade from staff is none of them: that settles it.
 *
 * @param rows with a spread above the limit
 * @param marked authors whose works staff have marked
 */
export function disagreementsOf(
  rows: readonly DisagreeingRow[],
  notes: readonly DisagreementNote[],
  marked: ReadonlySet<string>,
) {
  const noteOf = new Map(notes.map((note) => [note.authorId, note]));
  return rows
    .filter(
      ({ memberId, grade }) => !marked.has(memberId) && grade?.mark !== 'set' && grade?.mark !== 'excused',
    )
    .map((row) => {
      const note = noteOf.get(row.memberId);
      const dismissal = note?.dismissal && row.spread <= note.dismissal.spread + SAME ? note.dismissal : null;
      return { row, dismissal, revision: note?.revision ?? 0 };
    })
    .toSorted((a, b) => b.row.spread - a.row.spread || (a.row.memberId < b.row.memberId ? -1 : 1));
}
export type Disagreement = ReturnType<typeof disagreementsOf>[number];
