import type { StepState } from '../../ui/Stepper.tsx';
import { isBlank, sameRichText } from '../../../../server/src/contracts/plain-text.ts';
import type { LearnerActivity, OwnSubmission, WorkContent } from './api.ts';

/** What says where a learner stands; of the works to review only their states. */
export type Snapshot = Pick<LearnerActivity, 'phase' | 'submission' | 'can'> & {
  readonly reviewTasks: readonly Pick<LearnerActivity['reviewTasks'][number], 'state'>[];
};

/** Where a learner stands in each step of the activity. */
export function learnerSteps(activity: Snapshot): Record<'submit' | 'review' | 'results', StepState> {
  return {
    submit: submitState(activity),
    review: reviewState(activity),
    results: activity.phase === 'released' ? 'done' : 'upcoming',
  };
}

function submitState({ submission, can }: Snapshot): StepState {
  if (submission !== null) return 'done';
  return can.submit ? 'current' : 'missed';
}

function reviewState({ phase, submission, reviewTasks, can }: Snapshot): StepState {
  if (phase === 'submission') return 'upcoming';
  if (reviewTasks.length > 0 && reviewTasks.every(({ state }) => state === 'submitted')) return 'done';
  if (can.review && reviewTasks.length > 0) return 'current';
  // Who has handed in and has nothing to review yet may still get something while reviews run.
  return phase === 'review' && submission !== null && reviewTasks.length === 0 ? 'upcoming' : 'missed';
}

/** Whether there is nothing in a work that could be handed in. */
export const isEmptyWork = ({ text, files }: WorkContent): boolean => isBlank(text) && files.length === 0;

const isSame = (a: WorkContent, b: WorkContent): boolean =>
  sameRichText(a.text, b.text) && a.files.map(({ id }) => id).join() === b.files.map(({ id }) => id).join();

const contentOf = ({ text, files }: WorkContent): WorkContent => ({ text, files });

/**
 * The work an editor starts with: the draft where there is one, otherwise what was handed in last.
 *
 * @returns the work, and whether it holds changes that are not handed in.
 */
export function startingWork({ draft, submission }: OwnSubmission): {
  work: WorkContent;
  isUnsubmitted: boolean;
} {
  if (submission === null) return { work: contentOf(draft), isUnsubmitted: !isEmptyWork(draft) };
  if (draft.savedAt === null || draft.savedAt <= submission.submittedAt) {
    return { work: contentOf(submission), isUnsubmitted: false };
  }
  return { work: contentOf(draft), isUnsubmitted: !isSame(draft, submission) };
}
