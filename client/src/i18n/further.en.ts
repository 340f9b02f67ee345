import { groups, observed, roster } from './course.en.ts';
import { gradebookStaff } from './gradebook-staff.en.ts';
import { launchStaff } from './launch-staff.en.ts';
import { notices } from './notices.en.ts';
import { peerReviewStaff } from './peer-review-staff.en.ts';
import { queue } from './queue.en.ts';
import { reconciliation } from './reconciliation.en.ts';
import { uiStaff } from './ui-staff.en.ts';

/** The texts that come with the pages they are for: who opens an activity to learn does not wait for them. */
export const further = {
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
