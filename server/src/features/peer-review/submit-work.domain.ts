import { isBlank } from '../../contracts/plain-text.ts';
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
}

export interface WorkSnapshot {
  readonly review: PeerReview;
  readonly submission: Submission | null;
  /** The submission's current version, where its version is not the expected one. */
  readonly submitted: WorkContent | null;
  readonly draft: Draft<WorkContent>;
}

export type SubmitWorkDecision =
  | { readonly type: 'accept'; readonly version: number }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  /** `keepDraft`: the work is not another tab's older one, so it is kept as the draft. */
  | {
      readonly type: 'refuse';
      readonly reason: 'SUBMISSIONS_CLOSED' | 'SUBMISSION_EMPTY';
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
  if (isBlank(command.text) && command.files.length === 0) {
    return { type: 'refuse', reason: 'SUBMISSION_EMPTY', keepDraft: true };
  }
  return { type: 'accept', version: version + 1 };
}
