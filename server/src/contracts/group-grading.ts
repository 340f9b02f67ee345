import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { GradeExplanation, SyncStatus } from './gradebook.ts';
import { OfDeliverable } from './group-deliverables.ts';
import * as limits from './limits.ts';
import { Hidden, MarkView, PartView, TwiceStage } from './marking.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { Criterion, Rating } from './rubric.ts';

const OfProject = z.object({ activityId: Id });
const Working = z.enum(['releasing', 'withdrawing']);

/** For staff: how far the grades of a project are. */
export const ProjectGradesView = z.object({
  released: z.boolean(),
  working: Working.nullable(),
  can: z.object({ release: z.boolean(), withdraw: z.boolean() }),
});
export type ProjectGradesView = z.output<typeof ProjectGradesView>;

export const GetProjectGrades = {
  method: 'get',
  path: '/group-work/:activityId/grades',
  permission: 'marking.mark',
  summary: 'Whether the grades of a project are released',
  params: OfProject,
  response: ProjectGradesView,
} satisfies Endpoint;

export const ReleaseProjectGrades = {
  method: 'post',
  path: '/group-work/:activityId/release',
  permission: 'grade.release',
  summary: 'Shows grades to learners and sends them to the LMS gradebook; repeated, it computes them anew',
  params: OfProject,
  response: z.object({ working: Working }),
} satisfies Endpoint;

export const WithdrawProjectGrades = {
  method: 'post',
  path: '/group-work/:activityId/withdrawal',
  permission: 'grade.release',
  summary: 'Takes released grades back: learners see none, the LMS is asked to clear them where it can',
  params: OfProject,
  response: z.object({ working: Working }),
} satisfies Endpoint;

const said = { ratings: z.array(Rating), comment: StoredRichText };

/** For one learner about themselves: nobody else’s adjustment has a place in it. */
export const ProjectResultView = z.object({
  released: z.boolean(),
  /** Null: there is none yet, or none for the caller. */
  grade: z.object({ label: z.string(), explanation: GradeExplanation, sync: SyncStatus }).nullable(),
  /** Since when what the others say counts, in this percentage of the group’s grade; null: it does not. */
  contributions: z.object({ questionnaireId: Id, percent: z.number(), at: Timestamp }).nullable(),
  /** What staff say, by milestone; empty until grades are released. */
  milestones: z.array(
    z.object({
      n: z.int(),
      title: z.string(),
      ...said,
      criteria: z.array(Criterion),
      /** It does not count for the group. */
      isExcused: z.boolean(),
      /** What is different for the caller than for the group; null: nothing. */
      adjustment: z.object({ points: z.number(), reason: z.string() }).nullable(),
    }),
  ),
});
export type ProjectResultView = z.output<typeof ProjectResultView>;

export const GetProjectResult = {
  method: 'get',
  path: '/group-work/:activityId/result',
  permission: 'groupWork.read',
  summary: 'The caller’s own grade with the way to it, and what staff say to the group',
  params: OfProject,
  response: ProjectResultView,
} satisfies Endpoint;

/** Whether the group’s id in the address is one that says nothing about it; then the answer does not, either. */
const HiddenQuery = z.object(Hidden);
const AT = '/group-work/:activityId/groups/:groupId/milestones/:n/mark';

/** More or fewer points for one member than for the group, and why. */
const Adjustment = z.object({
  memberId: Id,
  points: z.number().min(-limits.ACTIVITY_POINTS_MAX).max(limits.ACTIVITY_POINTS_MAX),
  reason: z.string().trim().min(1).max(limits.REASON_MAX),
});

const Member = z.object({ memberId: Id, name: z.string().nullable() });

/** For staff: what a group is given at a milestone. */
export const DeliverableMarkView = z.object({
  /** Empty: it is graded by points. */
  criteria: z.array(Criterion),
  /** The most that the milestone gives. */
  maximum: z.number(),
  /** Everybody who has a part in what is handed in; nobody while names are hidden. */
  members: z.array(Member),
  /** Who was not there when the group presented, as staff noted; null: nobody, or names are hidden. */
  absent: z.object({ at: Timestamp, members: z.array(Member) }).nullable(),
  form: z.object({ ...said, points: z.number().nullable(), adjustments: z.array(Adjustment) }),
  revision: z.int(),
  /** Null while nothing is given; `version`: of what was marked. */
  mark: z
    .object({
      by: z.string().nullable(),
      at: Timestamp,
      points: z.number(),
      maximum: z.number(),
      version: z.int(),
    })
    .nullable(),
  /** The milestone does not count for the group, until it is marked. */
  isExcused: z.boolean(),
  /** All that was decided, newest first; what one of two gave is only in it for that person until both are done. */
  history: z.array(MarkView),
  /** Whether two people mark it. */
  twice: z.boolean(),
  stage: TwiceStage.nullable(),
  /** What two people gave who differ too much: for the lead to settle. */
  toSettle: z.array(PartView),
  /** Something counts, so that it can be marked. */
  canMark: z.boolean(),
  can: z.object({ mark: z.boolean(), undo: z.boolean() }),
  /** The colleague who marks it right now, until when; null: nobody but the caller. */
  taken: z.object({ by: z.string().nullable(), until: Timestamp }).nullable(),
});
export type DeliverableMarkView = z.output<typeof DeliverableMarkView>;

export const GetDeliverableMark = {
  method: 'get',
  path: AT,
  permission: 'marking.mark',
  summary: 'What a group is given at a milestone, and its members',
  params: OfDeliverable,
  query: HiddenQuery,
  response: DeliverableMarkView,
} satisfies Endpoint;

export const TakeDeliverable = {
  method: 'put',
  path: `${AT}/lease`,
  permission: 'marking.mark',
  summary: 'Keeps colleagues from marking the same work of a group for a while',
  params: OfDeliverable,
  query: HiddenQuery,
  response: z.object({ until: Timestamp }),
} satisfies Endpoint;

export const GiveDeliverableBack = {
  method: 'delete',
  path: `${AT}/lease`,
  permission: 'marking.mark',
  summary: 'Lets colleagues mark the work of a group; what the caller does not hold stays as it is',
  params: OfDeliverable,
  query: HiddenQuery,
  response: z.object({ givenBack: z.boolean() }),
} satisfies Endpoint;

export const MarkDeliverable = {
  method: 'put',
  path: AT,
  permission: 'marking.mark',
  summary:
    'Gives a group its points at a milestone, and single members more or fewer; released grades follow',
  params: OfDeliverable,
  query: HiddenQuery,
  body: z.object({
    ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
    /** Where there is no rubric. */
    points: z.number().nonnegative().max(limits.ACTIVITY_POINTS_MAX).nullable(),
    comment: richText({ max: limits.COMMENT_MAX }),
    adjustments: z
      .array(Adjustment)
      .max(limits.GROUP_CAP_MAX)
      .refine((all) => new Set(all.map(({ memberId }) => memberId)).size === all.length, 'each member once'),
    expectedRevision: z.int().min(0),
  }),
  response: DeliverableMarkView,
} satisfies Endpoint;

export const UndoDeliverableMark = {
  method: 'post',
  path: `${AT}/undo`,
  permission: 'marking.mark',
  summary: 'Takes back what a group was given last at a milestone; released grades follow',
  params: OfDeliverable,
  query: HiddenQuery,
  body: z.object({
    reason: z.string().trim().min(1).max(limits.REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: DeliverableMarkView,
} satisfies Endpoint;
