import type { StepState } from '../../ui/Stepper.tsx';
import { isBlank, sameRichText } from '../../../../server/src/contracts/plain-text.ts';
import type { LearnerActivity, OwnSubmission } from './api.ts';
import type { WorkContent } from './work-api.ts';

/** What says where a learner stands; of the works to review only their states. */
export type Snapshot = Pick<LearnerActivity, 'phase' | 'submission' | 'can' | 'reviewsAsked'> &
  Partial<Pick<LearnerActivity, 'optional'>> & {
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

function submitState({ phase, submission, can, optional }: Snapshot): StepState {
  if (submission !== null) return 'done';
  if (can.submit) return 'current';
  // Whoever is in no group yet may still come into one.
  return phase === 'submission' && optional?.includes('groups') ? 'upcoming' : 'missed';
}

function reviewState({ phase, submission, reviewTasks, reviewsAsked, can }: Snapshot): StepState {
  if (phase === 'submission') return 'upcoming';
  const done = reviewTasks.filter(({ state }) => state === 'submitted').length;
  if (reviewsAsked > 0 && done >= reviewsAsked) return 'done';
  if (can.review && reviewsAsked > 0) return 'current';
  // Who has handed in and has nothing to review yet may still get something while reviews run.
  return phase === 'review' && submission !== null && reviewsAsked === 0 ? 'upcoming' : 'missed';
}

/** Whether there is nothing in a work that could be handed in. */
export const isEmptyWork = ({
  text,
  files,
  links = [],
}: Omit<WorkContent, 'links'> & Partial<WorkContent>): boolean =>
  isBlank(text) && files.length + links.length === 0;

const isSame = (a: WorkContent, b: WorkContent): boolean =>
  sameRichText(a.text, b.text) &&
  [...a.files.map(({ id }) => id), ...a.links].join() === [...b.files.map(({ id }) => id), ...b.links].join();

const contentOf = ({ text, files, links }: WorkContent): WorkContent => ({ text, files, links });

/**
 * The work an editor starts with: the draft where there is one, otherwise what was handed in last.
 *
 * @returns the work, and whether it holds changes that are not handed in.
 */
export function startingWork({ draft, submission }: Pick<OwnSubmission, 'draft' | 'submission'>): {
  work: WorkContent;
  isUnsubmitted: boolean;
} {
  if (submission === null) return { work: contentOf(draft), isUnsubmitted: !isEmptyWork(draft) };
  if (draft.savedAt === null || draft.savedAt <= submission.submittedAt) {
    return { work: contentOf(submission), isUnsubmitted: false };
  }
  return { work: contentOf(draft), isUnsubmitted: !isSame(draft, submission) };
}
