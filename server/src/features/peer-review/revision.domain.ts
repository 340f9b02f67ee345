import { isBlank } from '../../contracts/plain-text.ts';
import { type Draft, type PeerReview, sameWork, type WorkContent } from './peer-review.domain.ts';

/** What an author says to one review. */
export interface RevisionAnswer {
  /** The reviewer's, as the review has it. */
  readonly pseudonym: string;
  readonly text: string;
}

/** A revised work with what was changed (spec/peer-review.md, 3). */
export interface RevisionContent extends WorkContent {
  readonly note: string;
  readonly answers: readonly RevisionAnswer[];
}

/** What was handed in as a revision; each is a version of its own beside the work that was reviewed. */
export interface WorkRevision extends RevisionContent {
  readonly activityId: string;
  readonly memberId: string;
  /** From 1. */
  readonly n: number;
  /** The version of the work that the reviews are of. */
  readonly ofVersion: number;
  readonly at: Date;
}

export type RevisionWindow = 'noWork' | 'notYet' | 'open' | 'closed';

/** Whether somebody can hand in a revised work: from the end of reviewing to the date. */
export function revisionWindow(review: PeerReview, hasWork: boolean, now: Date): RevisionWindow {
  const { revision, reviewsCloseAt } = review.settings;
  if (!revision || review.state !== 'published' || now.getTime() > Date.parse(revision.closesAt))
    return 'closed';
  if (!hasWork) return 'noWork';
  return review.phase === 'submission' || now.getTime() <= Date.parse(reviewsCloseAt) ? 'notYet' : 'open';
}

/**
 * When a round of revision has opened last, and opens next: right after the end of reviewing, of everybody or of one.
 *
 * @param all the peer review with everybody's dates, and with those of each who has own ones
 */
export function nextOpening(
  all: readonly PeerReview[],
  now: Date,
): { readonly opened: Date | null; readonly next: Date | null } {
  const moments = all.map(({ settings }) => Date.parse(settings.reviewsCloseAt) + 1);
  const isOpen = all.some((review) => revisionWindow(review, true, now) === 'open');
  const past = moments.filter((at) => at <= now.getTime());
  const future = moments.filter((at) => at > now.getTime());
  return {
    opened: isOpen ? new Date(Math.max(...past)) : null,
    next: future.length > 0 ? new Date(Math.min(...future)) : null,
  };
}

/** Whether an author sees the reviews of the own work: after the release, or to revise it once reviewing is over. */
export const reviewsShown = ({ phase, settings }: PeerReview, now: Date): boolean =>
  phase === 'released' ||
  (phase === 'review' && settings.revision !== null && now.getTime() > Date.parse(settings.reviewsCloseAt));

/** Whether two say the same, in whatever order the answers come; an answer without a word is none. */
export function sameRevision(a: RevisionContent, b: RevisionContent): boolean {
  const said = ({ answers }: RevisionContent) =>
    JSON.stringify(
      answers
        .filter(({ text }) => text.trim() !== '')
        .map(({ pseudonym, text }) => [pseudonym, text])
        .toSorted(([one = ''], [two = '']) => one.localeCompare(two)),
    );
  return sameWork(a, b) && a.note === b.note && said(a) === said(b);
}

export type ReviseDecision =
  | { readonly type: 'accept'; readonly n: number }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION'; readonly keepDraft: false }
  | {
      readonly type: 'refuse';
      readonly reason: 'REVISION_CLOSED' | 'SUBMISSION_EMPTY' | 'REVISION_NOTE_REQUIRED';
      readonly keepDraft: boolean;
    };

/** Whether a revised work may be handed in now. */
export function decideRevise(
  {
    window,
    last,
    draft,
  }: {
    readonly window: RevisionWindow;
    readonly last: WorkRevision | null;
    readonly draft: Draft<RevisionContent>;
  },
  command: RevisionContent & { readonly expectedRevision: number },
): ReviseDecision {
  if (last && sameRevision(last, command)) return { type: 'repeated' };
  if (draft.revision !== command.expectedRevision && !sameRevision(draft.content, command))
    return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
  if (window !== 'open') return { type: 'refuse', reason: 'REVISION_CLOSED', keepDraft: window !== 'noWork' };
  if (isBlank(command.text) && command.files.length + (command.links ?? []).length === 0)
    return { type: 'refuse', reason: 'SUBMISSION_EMPTY', keepDraft: true };
  if (command.note.trim() === '')
    return { type: 'refuse', reason: 'REVISION_NOTE_REQUIRED', keepDraft: true };
  return { type: 'accept', n: (last?.n ?? 0) + 1 };
}
