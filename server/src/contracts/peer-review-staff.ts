import { z } from 'zod';
import { Anonymity } from './anonymity.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { SyncStatus } from './gradebook.ts';
import { ReleaseMode } from './grading.ts';
import { RELEASE_TO_MAX } from './limits.ts';
import { Phase } from './peer-review-settings.ts';
import { SectionFilterView, SectionName, SectionsWanted } from './sections.ts';

const ActivityParams = z.object({ activityId: Id });

/** A grade as the staff table shows it. */
const GradeCell = z.object({
  /** Null: no grade, because somebody decided so. */
  value: z.number().nullable(),
  maximum: z.number(),
  /** What somebody decided about it. */
  mark: z.enum(['set', 'excused', 'withdrawn']).nullable(),
  /** What the work would most likely get from any reviewers, in percent; null while nothing is known of it. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});

/** Why somebody does not get on by themselves. */
export const StuckReason = z.enum([
  /** Groups hand in, and the learner is in none. */
  'noGroup',
  /** Nothing handed in, and it can be no more. */
  'noWork',
  'nobodyToReview',
  /** Nobody is to review the work. */
  'noReviewers',
  /** Reviews are missing, and cannot be written any more. */
  'reviewsMissing',
  /** Reviews have closed, and no reviewer has finished one of the work. */
  'noReviews',
  /** Finished reviews and released grades, but none for this learner. */
  'noGrade',
  /** The grade does not get into the LMS's gradebook. */
  'notInGradebook',
]);
export type StuckReason = z.output<typeof StuckReason>;

/** One row of the staff table. */
export const OverviewRow = z.object({
  memberId: Id,
  name: z.string().nullable(),
  sections: z.array(SectionName),
  /** With whom the member hands in, where groups do; null: in no group. */
  group: z.object({ name: z.string().nullable() }).nullable(),
  submittedAt: Timestamp.nullable(),
  daysLate: z.int(),
  given: z.object({ done: z.int(), of: z.int() }),
  received: z.object({ done: z.int(), of: z.int() }),
  /** How far the highest received review is above the lowest, in percent of the points; null with fewer than two. */
  spread: z.number().nullable(),
  /** What keeps the learner from getting on, as it is now; by the learner's own dates. */
  stuck: z.array(StuckReason),
  /** Of the main column. */
  grade: GradeCell.nullable(),
  sync: SyncStatus,
  /** Whether the learner sees results. */
  released: z.boolean(),
  /** Of the other columns that the activity has. */
  others: z.array(z.object({ columnId: Id, grade: GradeCell.nullable(), sync: SyncStatus })),
});

const Working = z.enum(['allocating', 'releasing', 'withdrawing']);

export const StaffOverviewView = z.object({
  id: Id,
  title: z.string(),
  phase: Phase,
  points: z.number(),
  submissionsCloseAt: Timestamp,
  reviewsCloseAt: Timestamp,
  reviewsPerLearner: z.int(),
  /** Works to review are taken one at a time, as they come in. */
  rolling: z.boolean(),
  /** Reviewers compare two works instead of rating each. */
  comparing: z.boolean(),
  anonymity: Anonymity,
  counts: z.object({
    learners: z.int(),
    submissions: z.int(),
    reviewsDone: z.int(),
    reviewsAllocated: z.int(),
    /** Submissions with at least one finished review: what a release would grade. */
    gradable: z.int(),
  }),
  /** Whether an allocation or a grade run is at work right now. */
  working: Working.nullable(),
  /** The gradebook columns, the main one first. */
  columns: z.array(z.object({ columnId: Id, label: z.string(), maximum: z.number() })),
  columnsKind: z.enum(['work', 'separate', 'total']),
  releaseMode: ReleaseMode,
  /** Until when authors say how helpful reviews are; null: as long as one can write, or not at all. */
  ratingClosesAt: Timestamp.nullable(),
  /** Whether grades were released and taken back since. */
  withdrawn: z.boolean(),
  /** Groups hand in. */
  byGroups: z.boolean(),
  /** What the LMS's gradebook can do. */
  lms: z.object({ clearsGrades: z.boolean() }),
  /** Whose rows are shown; the counts are of everybody. */
  sections: SectionFilterView,
  rows: z.array(OverviewRow),
  next: z.string().nullable(),
  can: z.object({
    allocate: z.boolean(),
    release: z.boolean(),
    withdraw: z.boolean(),
    edit: z.boolean(),
  }),
});

export const GetStaffOverview = {
  method: 'get',
  path: '/activities/:activityId/overview',
  permission: 'peerReview.overview',
  summary: 'Where everybody is: one row per learner, by name',
  params: ActivityParams,
  query: Page.extend({ sections: SectionsWanted }),
  response: StaffOverviewView,
} satisfies Endpoint;

const count = z.int();

export const AllocationPreviewView = z.object({
  within: z.enum(['course', 'section']),
  /** Null: reviews go across the course, because it has no sections or is set up so. */
  sections: z
    .object({
      /** Sections whose people review each other, with their works. */
      within: z.array(SectionName.extend({ works: count })),
      /** Sections with no more works than each is to review: their people review across them. */
      tooSmall: z.array(SectionName),
      /** Works of learners in no section. */
      unplaced: count,
      /** Works whose authors review each other across sections. */
      across: count,
      /** The section that those joined who would be too few by themselves. */
      joined: SectionName.nullable(),
    })
    .nullable(),
});
export type AllocationPreviewView = z.output<typeof AllocationPreviewView>;

export const PreviewAllocation = {
  method: 'get',
  path: '/activities/:activityId/allocation/preview',
  permission: 'peerReview.allocate',
  summary: 'Whether reviews would stay within sections if they began now, and which sections are too small',
  params: ActivityParams,
  response: AllocationPreviewView,
} satisfies Endpoint;

export const StartReviews = {
  method: 'post',
  path: '/activities/:activityId/allocation',
  permission: 'peerReview.allocate',
  summary: 'Closes submissions and allocates reviewers',
  params: ActivityParams,
  response: z.object({ working: z.literal('allocating') }),
} satisfies Endpoint;

export const ReleaseGrades = {
  method: 'post',
  path: '/activities/:activityId/release',
  permission: 'grade.release',
  summary: 'Shows grades to learners and sends them to the LMS gradebook; repeated, it computes them anew',
  params: ActivityParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;

export const ReleaseTo = {
  method: 'post',
  path: '/activities/:activityId/release/some',
  permission: 'grade.release',
  summary:
    'Shows results to some learners alone, and to who shares their works; repeated, it computes theirs anew',
  params: ActivityParams,
  body: z.object({ memberIds: z.array(Id).min(1).max(RELEASE_TO_MAX) }),
  response: z.object({ working: Working }),
} satisfies Endpoint;

export const WithdrawGrades = {
  method: 'post',
  path: '/activities/:activityId/withdrawal',
  permission: 'grade.release',
  summary: 'Takes released grades back: learners see none, the LMS is asked to clear them where it can',
  params: ActivityParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;
