import { z } from 'zod';
import { PostFileViews } from './discussion-files.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { Hidden, MarkView, PartView, TwiceStage } from './marking.ts';
import { GradeExplanation, SyncStatus } from './gradebook.ts';
import * as limits from './limits.ts';
import { MilestoneView } from './milestones.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';
import { Criterion, Rating } from './rubric.ts';

/** How a discussion is graded (discussion.md item 6). */
export const DiscussionGrading = z.object({
  /** `staff`: not here; people enter points in the course's gradebook themselves. */
  by: z.enum(limits.DISCUSSION_GRADINGS),
  /** What the milestones count where both do; the rubric counts the rest. */
  milestonesPercent: z.int().min(1).max(99),
  criteria: z.array(Criterion).max(limits.CRITERIA_MAX),
});
export type DiscussionGrading = z.output<typeof DiscussionGrading>;

const DiscussionParams = z.object({ activityId: Id });
const ParticipantParams = z.object({ activityId: Id, memberId: Id });
/** Whether the id in the address is one that says nothing about whom it stands for; then the answer does not, either. */
const HiddenQuery = z.object(Hidden);

const Working = z.enum(['releasing', 'withdrawing']);

/** For staff: how far the grades are. */
export const DiscussionGradesView = z.object({
  by: z.enum(limits.DISCUSSION_GRADINGS),
  released: z.boolean(),
  working: Working.nullable(),
  can: z.object({ release: z.boolean(), withdraw: z.boolean(), mark: z.boolean() }),
});
export type DiscussionGradesView = z.output<typeof DiscussionGradesView>;

export const GetDiscussionGrades = {
  method: 'get',
  path: '/discussions/:activityId/grades',
  permission: 'marking.mark',
  summary: 'How a discussion is graded, and whether its grades are released',
  params: DiscussionParams,
  response: DiscussionGradesView,
} satisfies Endpoint;

export const ReleaseDiscussionGrades = {
  method: 'post',
  path: '/discussions/:activityId/release',
  permission: 'grade.release',
  summary: 'Shows grades to learners and sends them to the LMS gradebook; repeated, it computes them anew',
  params: DiscussionParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;

export const WithdrawDiscussionGrades = {
  method: 'post',
  path: '/discussions/:activityId/withdrawal',
  permission: 'grade.release',
  summary: 'Takes released grades back: learners see none, the LMS is asked to clear them where it can',
  params: DiscussionParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;

/** A comment of staff on one post, for its writer. */
const PostComment = z.object({
  threadId: Id,
  n: z.int().min(1),
  text: z.string().trim().min(1).max(limits.INLINE_COMMENT_MAX),
});

const formFields = { ratings: z.array(Rating), comment: StoredRichText, posts: z.array(PostComment) };

/** For one learner about themselves. */
export const DiscussionResultView = z.object({
  released: z.boolean(),
  /** Null: there is none yet, or none for the caller. */
  grade: z.object({ label: z.string(), explanation: GradeExplanation, sync: SyncStatus }).nullable(),
  /** What staff say of what one has written; null while there is nothing, or it is not to be seen yet. */
  feedback: z.object({ ...formFields, criteria: z.array(Criterion) }).nullable(),
});
export type DiscussionResultView = z.output<typeof DiscussionResultView>;

export const GetDiscussionResult = {
  method: 'get',
  path: '/discussions/:activityId/result',
  permission: 'discussion.read',
  summary: 'The caller’s own grade with the way to it, and what staff say to the caller',
  params: DiscussionParams,
  response: DiscussionResultView,
} satisfies Endpoint;

/** A line of those whom staff go through. */
export const ParticipantRow = z.object({
  /** While names are hidden, an id that says nothing about whom it stands for. */
  memberId: Id,
  /** Null while hidden, too. */
  name: z.string().nullable(),
  /** A short sign by which people can speak of somebody whose name they do not know. */
  sign: z.string(),
  posts: z.int(),
  /** Null while not marked; without points where there is no rubric. */
  mark: z.object({ points: z.number(), maximum: z.number() }).nullable(),
  /** No grade is owed. */
  isExcused: z.boolean(),
  /** A colleague marks them right now. */
  isTaken: z.boolean(),
  stage: TwiceStage.nullable(),
  /** The member of staff in whose share they are. */
  share: z.object({ memberId: Id, isOwn: z.boolean() }).nullable(),
});
export type ParticipantRow = z.output<typeof ParticipantRow>;

export const ListParticipants = {
  method: 'get',
  path: '/discussions/:activityId/participants',
  permission: 'marking.mark',
  summary:
    'The learners of the course, or of one’s own sections, by name, with how much each has written and what they were given',
  params: DiscussionParams,
  query: Page.extend(Hidden).extend({ sections: SectionsWanted }),
  response: z.object({
    hidden: z.boolean(),
    items: z.array(ParticipantRow),
    next: z.string().nullable(),
    sections: SectionFilterView,
    /** What can be done to many at once, beside a comment. */
    can: z.object({ zero: z.boolean(), excuse: z.boolean() }),
  }),
} satisfies Endpoint;

const WrittenPostView = z.object({
  n: z.int(),
  at: Timestamp,
  editedAt: Timestamp.nullable(),
  /** Null: it is deleted. */
  text: StoredRichText.nullable(),
  files: PostFileViews,
  /** Staff have hidden it. */
  isHidden: z.boolean(),
  /** It waits until staff approve it. */
  isWaiting: z.boolean(),
  words: z.int(),
  /** What it replies to; null: it starts the thread. */
  answers: z
    .object({ name: z.string().nullable(), isOwn: z.boolean(), text: StoredRichText.nullable() })
    .nullable(),
});

/** All that one learner has written, for whoever marks it. */
export const ParticipantView = z.object({
  hidden: z.boolean(),
  /** As in the list. */
  member: z.object({ id: Id, name: z.string().nullable(), sign: z.string() }),
  /** Whether what they write waits until staff approve it: as everybody's, their own, or not; null while names are hidden. */
  approval: z.enum(['everybody', 'own', 'none']).nullable(),
  milestones: z.array(MilestoneView),
  threads: z.array(z.object({ threadId: Id, title: z.string(), posts: z.array(WrittenPostView) })),
  criteria: z.array(Criterion),
  /** What the form begins with: the caller’s draft, else what was said last. */
  form: z.object({ ...formFields, savedAt: Timestamp.nullable() }),
  revision: z.int(),
  /** No grade is owed, until something is said of them again. */
  isExcused: z.boolean(),
  mark: z
    .object({ by: z.string().nullable(), at: Timestamp, points: z.number(), maximum: z.number() })
    .nullable(),
  /** All that was decided, newest first; what one of two said is only in it for that person until both are done. */
  history: z.array(MarkView),
  /** Whether two people mark them. */
  twice: z.boolean(),
  stage: TwiceStage.nullable(),
  /** What two people said who differ too much: for the lead to settle. */
  toSettle: z.array(PartView),
  can: z.object({ mark: z.boolean(), undo: z.boolean() }),
  /** Who marks them right now, until when; null: nobody but the caller. */
  taken: z.object({ by: z.string().nullable(), until: Timestamp }).nullable(),
});
export type ParticipantView = z.output<typeof ParticipantView>;

export const GetParticipant = {
  method: 'get',
  path: '/discussions/:activityId/participants/:memberId',
  permission: 'marking.mark',
  summary: 'What one learner has written, each post with what it answers, and what staff say of it',
  params: ParticipantParams,
  query: HiddenQuery,
  response: ParticipantView,
} satisfies Endpoint;

export const TakeParticipant = {
  method: 'put',
  path: '/discussions/:activityId/participants/:memberId/lease',
  permission: 'marking.mark',
  summary: 'Keeps colleagues from marking the same learner for a while',
  params: ParticipantParams,
  query: HiddenQuery,
  response: z.object({ until: Timestamp }),
} satisfies Endpoint;

export const GiveParticipantBack = {
  method: 'delete',
  path: '/discussions/:activityId/participants/:memberId/lease',
  permission: 'marking.mark',
  summary: 'Lets colleagues mark the same learner; whom the caller does not hold stays as they are',
  params: ParticipantParams,
  query: HiddenQuery,
  response: z.object({ givenBack: z.boolean() }),
} satisfies Endpoint;

const markBody = z.object({
  ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
  comment: richText({ max: limits.COMMENT_MAX }),
  posts: z.array(PostComment).max(limits.INLINE_COMMENTS_MAX),
  expectedRevision: z.int().min(0),
});

export const SaveParticipantDraft = {
  method: 'put',
  path: '/discussions/:activityId/participants/:memberId/draft',
  permission: 'marking.mark',
  summary: 'Keeps what is not finished, for who writes it',
  params: ParticipantParams,
  query: HiddenQuery,
  body: markBody,
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const MarkParticipant = {
  method: 'put',
  path: '/discussions/:activityId/participants/:memberId/mark',
  permission: 'marking.mark',
  summary: 'Finishes what staff say of one learner’s posts; released grades follow',
  params: ParticipantParams,
  query: HiddenQuery,
  body: markBody,
  response: z.object({
    revision: z.int(),
    /** What the caller gave. */
    points: z.number(),
    maximum: z.number(),
    /** `marked`: it counts; else what the member waits for, as two people mark them. */
    state: z.enum(['marked', 'firstDone', 'toSettle']),
  }),
} satisfies Endpoint;

export const UndoParticipantMark = {
  method: 'post',
  path: '/discussions/:activityId/participants/:memberId/undo',
  permission: 'marking.mark',
  summary: 'Takes back what was said last of one learner’s posts: it counts no more',
  params: ParticipantParams,
  query: HiddenQuery,
  body: z.object({
    reason: z.string().trim().min(1).max(limits.REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: z.object({ revision: z.int() }),
} satisfies Endpoint;
