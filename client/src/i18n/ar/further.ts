import { check } from './check.ts';
import { questionBank } from './question-bank.ts';
import { rounds } from './rounds.ts';
import { groups, observed, roster } from './course.ts';
import { errorsFurther } from './errors-further.ts';
import { disputes } from './disputes.ts';
import { gradebookStaff } from './gradebook-staff.ts';
import { groupSets } from './group-sets.ts';
import { home } from './home.ts';
import { launchStaff } from './launch-staff.ts';
import { marking } from './marking.ts';
import { markingActs } from './marking-acts.ts';
import { notices } from './notices.ts';
import { peerReviewStaff } from './peer-review-staff.ts';
import { publication } from './publication.ts';
import { questionnaire } from './questionnaire.ts';
import { queue } from './queue.ts';
import { reconciliation } from './reconciliation.ts';
import { rehearsal } from './rehearsal.ts';
import { staffNotes } from './staff-notes.ts';
import { journeys, templates } from './templates.ts';
import { timeline } from './timeline.ts';
import { uiStaff } from './ui-staff.ts';

/** The texts that come with the pages they are for: who opens an activity to learn does not wait for them. */
export const further = {
  errors: errorsFurther,
  disputes,
  gradebook: gradebookStaff,
  groups,
  groupSets,
  home,
  journeys,
  launch: launchStaff,
  marking: { ...marking, ...markingActs },
  notices,
  observed,
  peerReview: peerReviewStaff,
  publication,
  questionnaire,
  check,
  questionBank,
  rounds,
  queue,
  reconciliation,
  rehearsal,
  roster,
  staffNotes,
  templates,
  timeline,
  ui: uiStaff,
} as const;
