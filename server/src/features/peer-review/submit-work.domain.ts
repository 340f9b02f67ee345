import type { Anonymity } from '../../contracts/anonymity.ts';
import { type ContentRefusal, refuseContent } from './hand-in.domain.ts';
import { isLooser, promiseFor } from './anonymity.domain.ts';
import {
  type Draft,
  type PeerReview,
  sameWork,
  type Submission,
  type WorkContent,
} from './peer-review.domain.ts';
import { submissionsOpen } from './phases.domain.ts';

export interface SubmitWork extends WorkContent {
  /** The version the learner last saw. */
  readonly expectedVersion: number;
  /** The revision of the draft in the learner's editor. */
  readonly expectedRevision: number;
  /** What the learner was shown about who will know whom. */
  readonly promised?: Anonymity | undefined;
}

export interface WorkSnapshot {
  readonly review: PeerReview;
  readonly submission: Submission | null;
  /** The submission's current version, where its version is not the expected one. */
  readonly submitted: WorkContent | null;
  readonly draft: Draft<WorkContent>;
}

export type SubmitWorkDecision =
  | { readonly type: 'accept'; readonly version: number; readonly promise: Anonymity }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  /** `keepDraft`: the work is not another tab's older one, so it is kept as the draft. */
  | {
      readonly type: 'refuse';
      readonly reason: 'SUBMISSIONS_CLOSED' | ContentRefusal | 'ANONYMITY_CHANGED';
      readonly keepDraft: true;
    }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION'; readonly keepDraft: false };

/** Whether work may be handed in now as the next version. */
export function decideSubmitWork(
  { review, submission, submitted, draft }: WorkSnapshot,
  command: SubmitWork,
  now: Date,
): SubmitWorkDecision {
  const version = submission?.version ?? 0;
  if (version === command.expectedVersion + 1 && submitted && sameWork(submitted, command)) {
    return { type: 'repeated' };
  }
  const stale =
    version !== command.expectedVersion ||
    (draft.revision !== command.expectedRevision && !sameWork(draft.content, command));
  if (stale) return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
  if (!submissionsOpen(review, submission, now)) {
    return { type: 'refuse', reason: 'SUBMISSIONS_CLOSED', keepDraft: true };
  }
  const reason = refuseContent(review.settings.handIn, command);
  if (reason) return { type: 'refuse', reason, keepDraft: true };
  const promise = promiseFor(review.settings.anonymity, submission);
  if (command.promised && isLooser(promise, command.promised)) {
    return { type: 'refuse', reason: 'ANONYMITY_CHANGED', keepDraft: true };
  }
  return { type: 'accept', version: version + 1, promise };
}
