import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { SyncStatus } from './gradebook.ts';
import { ReleaseMode } from './grading.ts';
import { Phase } from './peer-review-settings.ts';

const ActivityParams = z.object({ activityId: Id });

/** A grade as the staff table shows it. */
const GradeCell = z.object({
  /** Null: no grade, because somebody decided so. */
  value: z.number().nullable(),
  maximum: z.number(),
  /** What somebody decided about it. */
  mark: z.enum(['set', 'excused', 'withdrawn']).nullable(),
});

/** One row of the staff table. */
export const OverviewRow = z.object({
  memberId: Id,
  name: z.string().nullable(),
  submittedAt: Timestamp.nullable(),
  daysLate: z.int(),
  given: z.object({ done: z.int(), of: z.int() }),
  received: z.object({ done: z.int(), of: z.int() }),
  /** Of the main column. */
  grade: GradeCell.nullable(),
  sync: SyncStatus,
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
  /** Whether grades were released and taken back since. */
  withdrawn: z.boolean(),
  /** What the LMS's gradebook can do. */
  lms: z.object({ clearsGrades: z.boolean() }),
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
  query: Page,
  response: StaffOverviewView,
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

export const WithdrawGrades = {
  method: 'post',
  path: '/activities/:activityId/withdrawal',
  permission: 'grade.release',
  summary: 'Takes released grades back: learners see none, the LMS is asked to clear them where it can',
  params: ActivityParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;
