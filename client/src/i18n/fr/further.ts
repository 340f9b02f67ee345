import { groups, observed, roster } from './course.ts';
import { errorsStaff } from './errors-staff.ts';
import { gradebookStaff } from './gradebook-staff.ts';
import { launchStaff } from './launch-staff.ts';
import { notices } from './notices.ts';
import { peerReviewStaff } from './peer-review-staff.ts';
import { queue } from './queue.ts';
import { reconciliation } from './reconciliation.ts';
import { rehearsal } from './rehearsal.ts';
import { timeline } from './timeline.ts';
import { uiStaff } from './ui-staff.ts';

/** The texts that come with the pages they are for: who opens an activity to learn does not wait for them. */
export const further = {
  errors: errorsStaff,
  gradebook: gradebookStaff,
  groups,
  launch: launchStaff,
  notices,
  observed,
  peerReview: peerReviewStaff,
  queue,
  reconciliation,
  rehearsal,
  roster,
  timeline,
  ui: uiStaff,
} as const;
