import { groups, observed, roster } from './course.ts';
import { disputes } from './disputes.ts';
import { gradebookStaff } from './gradebook-staff.ts';
import { launchStaff } from './launch-staff.ts';
import { notices } from './notices.ts';
import { peerReviewStaff } from './peer-review-staff.ts';
import { queue } from './queue.ts';
import { reconciliation } from './reconciliation.ts';
import { uiStaff } from './ui-staff.ts';

/** The texts that come with the pages they are for: who opens an activity to learn does not wait for them. */
export const further = {
  disputes,
  gradebook: gradebookStaff,
  groups,
  launch: launchStaff,
  notices,
  observed,
  peerReview: peerReviewStaff,
  queue,
  reconciliation,
  roster,
  ui: uiStaff,
} as const;
