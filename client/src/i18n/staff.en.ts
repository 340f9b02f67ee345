import { groups, observed, roster } from './course.en.ts';
import { peerReviewStaff } from './peer-review-staff.en.ts';
import { queue } from './queue.en.ts';
import { uiStaff } from './ui-staff.en.ts';

/** The texts that come with the pages of staff and observers: a learner does not wait for them. */
export const staff = { groups, observed, peerReview: peerReviewStaff, queue, roster, ui: uiStaff } as const;
