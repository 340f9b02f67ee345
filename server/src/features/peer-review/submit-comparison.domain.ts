import type { Anonymity } from '../../contracts/anonymity.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import { isLooser, promiseFor } from './anonymity.domain.ts';
import {
  comparedCriteria,
  type Comparison,
  type ComparisonContent,
  type ComparisonVersion,
  sameComparison,
  shareOf,
} from './comparison.domain.ts';
import type { Draft, PeerReview } from './peer-review.domain.ts';
import { reviewsOpen } from './phases.domain.ts';

export interface SubmitComparison extends ComparisonContent {
  /** The revision of the draft in the reviewer's editor. */
  readonly expectedRevision: number;
  /** What the reviewer was shown about who will know whom. */
  readonly promised?: Anonymity | undefined;
}

export interface ComparisonSnapshot {
  readonly peerReview: PeerReview;
  /** The caller's comparison, null when there is none of this id in this activity. */
  readonly comparison: Comparison | null;
  /** The current version, where there is one and the draft's revision is not the expected one. */
  readonly submitted: ComparisonContent | null;
  readonly draft: Draft<ComparisonContent>;
}

type Refusal =
  | {
      readonly type: 'refuse';
      readonly reason: 'NOT_ALLOCATED' | 'STALE_REVISION';
      readonly keepDraft: false;
    }
  | {
      readonly type: 'refuse';
      readonly reason: 'REVIEWS_CLOSED' | 'COMMENT_REQUIRED' | 'ANONYMITY_CHANGED';
      readonly keepDraft: true;
    }
  | {
      readonly type: 'refuse';
      readonly reason: 'CHOICE_MISSING' | 'CHOICE_UNKNOWN';
      readonly keepDraft: true;
      readonly criterionId: string;
    };

export type SubmitComparisonDecision =
  | { readonly type: 'accept'; readonly version: Omit<ComparisonVersion, 'at' | 'comparisonId'> }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  | Refusal;

/** Whether a comparison may be submitted now, and how far it chooses the left work. One of the two is always better. */
export function decideSubmitComparison(
  { peerReview, comparison, submitted, draft }: ComparisonSnapshot,
  command: SubmitComparison,
  now: Date,
): SubmitComparisonDecision {
  if (!comparison || peerReview.phase === 'submission')
    return { type: 'refuse', reason: 'NOT_ALLOCATED', keepDraft: false };
  if (draft.revision !== command.expectedRevision) {
    if (submitted && sameComparison(submitted, command)) return { type: 'repeated' };
    if (!sameComparison(draft.content, command))
      return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
  }
  if (!reviewsOpen(peerReview, now)) return { type: 'refuse', reason: 'REVIEWS_CLOSED', keepDraft: true };
  const fault = faultOf(peerReview, command);
  if (fault) return fault;
  const promise = promiseFor(peerReview.settings.anonymity, comparison);
  if (command.promised && isLooser(promise, command.promised))
    return { type: 'refuse', reason: 'ANONYMITY_CHANGED', keepDraft: true };
  const { choices, leftComment, rightComment } = command;
  const share = shareOf(peerReview.settings.criteria, choices);
  const version = { version: comparison.version + 1, choices, leftComment, rightComment, promise, share };
  return { type: 'accept', version };
}

function faultOf(
  { settings }: PeerReview,
  { choices, leftComment, rightComment }: ComparisonContent,
): Refusal | null {
  const criteria = comparedCriteria(settings.criteria);
  const known = new Set(criteria.map(({ id }) => id));
  const chosen = new Set<string>();
  for (const { criterionId } of choices) {
    if (!known.has(criterionId) || chosen.has(criterionId))
      return { type: 'refuse', reason: 'CHOICE_UNKNOWN', keepDraft: true, criterionId };
    chosen.add(criterionId);
  }
  const open = criteria.find(({ id }) => !chosen.has(id));
  if (open) return { type: 'refuse', reason: 'CHOICE_MISSING', keepDraft: true, criterionId: open.id };
  return isBlank(leftComment) || isBlank(rightComment)
    ? { type: 'refuse', reason: 'COMMENT_REQUIRED', keepDraft: true }
    : null;
}
