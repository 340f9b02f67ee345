import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';

const MatterKind = z.enum(['work', 'dispute', 'gradebook', 'people']);

/** "This waits for X, because, until, next action": one entry of the facilitator queue. */
export const WaitingItemView = z.object({
  /** Source and key: the same matter keeps its id. */
  id: z.string(),
  /** By which the queue is filtered. */
  kind: MatterKind,
  waitsFor: z.enum(['staff', 'learner']),
  /** A code the client translates, with what fills the text. */
  because: z.object({
    code: z.enum([
      'SCORE_REFUSED',
      /** A learner's dispute waits for an answer; `activityId` says where. */
      'DISPUTE_WAITS',
      /** Two people have marked `workId`, or whom `participantId` stands for, too differently; `name` is the sign. */
      'MARKS_DIFFER',
      'SCORE_UNREACHABLE',
      'NO_GRADEBOOK_COLUMN',
      /** The LMS holds a newer score that did not come from here; `words` is that score. */
      'SCORE_CHANGED_IN_LMS',
      'MEMBER_NOT_IN_COURSE',
      'GRADE_INVALID',
      /** `reason` is one of `ReadReason`. */
      'ROSTER_NOT_READ',
      'GROUPS_NOT_READ',
      'LMS_NOT_ALLOWED',
      'ASSIGNMENT_UNPUBLISHED',
      /** The grade was taken back, but the LMS cannot take it away; `words` is what it still shows. */
      'GRADE_NOT_TAKEN_BACK',
      'COURSE_CONCLUDED',
      /** The work is here, but the LMS has no attempt left for it. */
      'ATTEMPTS_EXHAUSTED',
      /** The LMS gives no sensible answer; `count` scores of the course wait, and are tried by themselves. */
      'LMS_UNREACHABLE',
      /** A gradebook column is not as it should be; `name` is its label. */
      'COLUMN_REFUSED',
      'COLUMN_UNREACHABLE',
      'COLUMN_GONE',
      /** Of an activity whose title is `name`: `count` learners handed nothing in. */
      'WORK_MISSING',
      /** `count` learners are in no group of those that hand in together. */
      'GROUP_MISSING',
      /** `count` learners are in no group of those that review together. */
      'REVIEW_GROUP_MISSING',
      'REVIEWS_NOT_ALLOCATED',
      /** `count` learners have not written all their reviews, and the time is over. */
      'REVIEWS_MISSING',
      /** `count` works have fewer reviews than they are to get, and the time is nearly over. */
      'WORKS_SHORT',
      'RELEASE_DUE',
      /** A reviewer reports something about a work; `reason` is one of `ProblemKind`. */
      'REVIEW_PROBLEM',
      /** Of an activity whose title is `name`: `count` works whose reviews are too far apart. */
      'REVIEWS_DISAGREE',
      /** In a discussion whose title is `name`, learners report a post. */
      'POST_REPORTED',
      /** In a discussion whose title is `name`, `count` posts wait until staff approve them. */
      'POSTS_HELD',
      /** In a discussion whose title is `name`: a thread waits for an answer, learners are quiet, a thread is one-sided. */
      'THREADS_UNANSWERED',
      'MEMBERS_QUIET',
      'THREADS_ONE_SIDED',
      /** In a project whose title is `name`, `count` groups have handed nothing in at the milestone `title`, or wait for a mark. */
      'DELIVERABLES_MISSING',
      'DELIVERABLES_UNMARKED',
      /** In a project whose title is `name`, `count` groups have no charter. */
      'CHARTERS_MISSING',
      /** In a project whose title is `name`, groups offer `count` lessons to the others. */
      'LESSONS_OFFERED',
      /** What members of `group` say of each other, in the questionnaire `title`: a question for a person, no finding. */
      'MEMBER_DID_LESS',
      'MEMBERS_RAISE_EACH_OTHER',
      'MEMBERS_AT_ODDS',
      /** In a project whose title is `name`, `group` said after the milestone `title` that it does not work together well. */
      'DYNAMICS_LOW',
    ]),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  since: Timestamp,
  until: Timestamp.nullable(),
  /** Null: it goes on by itself once what it waits for is there. */
  nextAction: z
    .object({
      code: z.enum(['RETRY_SCORE', 'RELEASE_AGAIN', 'READ_AGAIN', 'RETRY_COLUMN']),
      /** The API call that does it, below `/api`. */
      method: z.literal('post'),
      path: z.string(),
    })
    .nullable(),
  /** The activity that it is about; null when it is about no single one. */
  activityId: Id.nullable(),
  /** Who of the staff looks after it. */
  assignee: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** It is out of sight until then. */
  snoozedUntil: Timestamp.nullable(),
  done: z.object({ byName: z.string().nullable(), at: Timestamp }).nullable(),
  /** Counts what staff did with it; an act names the one it follows on. */
  revision: z.int(),
});

export type WaitingItemView = z.output<typeof WaitingItemView>;

const QueueQuery = z.object({
  /** `open`: neither put off nor dealt with. */
  state: z.enum(['open', 'snoozed', 'done']).default('open'),
  kind: MatterKind.optional(),
  activity: Id.optional(),
  /** To whom it is assigned; `mine`: to the caller. */
  who: z.enum(['all', 'mine', 'nobody']).default('all'),
  /** What is about a learner of another section is left out; what is about nobody in particular stays. */
  sections: SectionsWanted,
});
export type QueueQuery = z.output<typeof QueueQuery>;

export const GetQueue = {
  method: 'get',
  path: '/queue',
  permission: 'queue.read',
  summary: 'Everything in the course that waits for staff, oldest first',
  query: QueueQuery.extend(Page.shape),
  response: z.object({ items: z.array(WaitingItemView), next: z.string().nullable() }),
} satisfies Endpoint;

const QueueCounts = z.object({
  states: z.object({ open: z.int(), snoozed: z.int(), done: z.int() }),
  who: z.object({ all: z.int(), mine: z.int(), nobody: z.int() }),
  kinds: z.object({ all: z.int(), work: z.int(), dispute: z.int(), gradebook: z.int(), people: z.int() }),
  activities: z.array(z.object({ id: Id, title: z.string(), count: z.int() })),
});
export type QueueCounts = z.output<typeof QueueCounts>;

export const QueueOverviewView = z.object({
  /** How many there would be by each choice of each filter, while the other filters stay as they are. */
  counts: QueueCounts,
  sections: SectionFilterView,
});

export const GetQueueStaff = {
  method: 'get',
  path: '/queue/staff',
  permission: 'queue.read',
  summary: 'To whom something that waits for staff can be assigned',
  response: z.object({ staff: z.array(z.object({ id: z.string(), name: z.string().nullable() })) }),
} satisfies Endpoint;

export const GetQueueOverview = {
  method: 'get',
  path: '/queue/overview',
  permission: 'queue.read',
  summary: 'How much waits for staff, by each filter of the queue',
  query: QueueQuery,
  response: QueueOverviewView,
} satisfies Endpoint;

const QueueAct = z.discriminatedUnion('kind', [
  /** Null: nobody looks after it any more. */
  z.object({ kind: z.literal('assign'), memberId: Id.nullable() }),
  /** Null: it is in sight again. */
  z.object({ kind: z.literal('snooze'), until: Timestamp.nullable() }),
  z.object({ kind: z.literal('done'), done: z.boolean() }),
]);
export type QueueAct = z.output<typeof QueueAct>;

export const ActOnMatter = {
  method: 'post',
  path: '/queue/acts',
  permission: 'queue.act',
  summary: 'Assigns something that waits for staff, puts it off, or says that it is dealt with',
  body: z.object({ id: z.string().max(300), act: QueueAct, expectedRevision: z.int().min(0) }),
  /** Null when it came to its end meanwhile. */
  response: z.object({ item: WaitingItemView.nullable() }),
} satisfies Endpoint;

/** What a learner can do next. `count`: reviews that are left; the place in the line of a `GROUP_SEAT`; otherwise 1. */
export const OwnMatterView = z.object({
  id: z.string(),
  code: z.enum([
    'HAND_IN',
    'HAND_IN_LATE',
    'REVIEW',
    'ASSESS_SELF',
    /** By the reviews of the own work, once reviewing is over. */
    'REVISE',
    /** To say how helpful the reviews of the own work are. */
    'RATE_REVIEWS',
    'FEEDBACK',
    'QUESTIONNAIRE',
    'CHOOSE_GROUP',
    /** The caller waits for a seat in a full group. */
    'GROUP_SEAT',
    /** To hand in with the own group at a milestone, or to confirm what is handed in; the title is the milestone's. */
    'DELIVER',
    'DELIVER_LATE',
    'CONFIRM_DELIVERABLE',
    /** What the own group agrees on about working together. */
    'WRITE_CHARTER',
    'AGREE_TO_CHARTER',
    /** A task of the caller's on the board of their group; its title is the task's. */
    'TASK',
    /** To write what went well and what did not at a milestone. */
    'LOOK_BACK',
    /** To say how the own group works together. */
    'TEAM_DYNAMICS',
    /** What the caller said they would do; the title is what. */
    'TEAM_ACTION',
    'TEAM_ACTION_OVERDUE',
    /** A meeting of the own group; its title is the meeting's. */
    'MEETING',
    /** The own group has no time to present yet; and the time that it has. The title is the project's. */
    'BOOK_PRESENTATION',
    'PRESENTATION',
  ]),
  /** Of a `QUESTIONNAIRE` its id; of the two about groups the group set's. */
  activityId: Id,
  /** In whose room it is; null: in none. */
  groupId: Id.nullable(),
  /** Of the activity, questionnaire or group set. */
  title: z.string(),
  count: z.int(),
  since: Timestamp,
  /** When it is due or, of what takes place, when it begins; for how long it is shown (`FEEDBACK`); null: a questionnaire or sign-up that has no end. */
  until: Timestamp.nullable(),
});

/** How far a learner has come in one activity. */
export const OwnProgressView = z.object({
  activityId: Id,
  title: z.string(),
  phase: z.enum(['submission', 'review', 'released']),
  submittedAt: Timestamp.nullable(),
  given: z.object({ done: z.int(), of: z.int() }),
});

export type OwnProgressView = z.output<typeof OwnProgressView>;

/** A learner's home: it is about nobody else, so no other member's id or name has a place in it. */
export const HomeView = z.object({
  /** What is due first comes first. */
  next: z.array(OwnMatterView),
});
export type HomeView = z.output<typeof HomeView>;

export const GetHome = {
  method: 'get',
  path: '/home',
  permission: 'home.read',
  summary: 'What the caller can do next in this course, and until when',
  response: HomeView,
} satisfies Endpoint;

export const GetProgress = {
  method: 'get',
  path: '/home/progress',
  permission: 'home.read',
  summary: 'How far the caller is in each activity',
  /** The newest activities first. */
  response: z.object({ progress: z.array(OwnProgressView) }),
} satisfies Endpoint;
