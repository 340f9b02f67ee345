import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { MILESTONES_MAX, TITLE_MAX } from './limits.ts';
import * as limits from './team-limits.ts';

/** Somebody of the group, also one who has left it since. */
const Person = z.object({ name: z.string().nullable(), isOwn: z.boolean() });

/** What one member says after a milestone. */
export const NoteTexts = z.object({
  well: z.string().trim().max(limits.RETROSPECTIVE_TEXT_MAX),
  notWell: z.string().trim().max(limits.RETROSPECTIVE_TEXT_MAX),
  next: z.string().trim().max(limits.RETROSPECTIVE_TEXT_MAX),
});
export type NoteTexts = z.output<typeof NoteTexts>;

/** `dropped`: it is not needed any more. */
export const ActionState = z.enum(['open', 'done', 'dropped']);
export type ActionState = z.output<typeof ActionState>;

const ActionView = z.object({
  actionId: Id,
  /** The milestone after which it was agreed on. */
  n: z.int(),
  text: z.string(),
  owner: Person.extend({ memberId: z.string() }),
  dueAt: Timestamp,
  state: ActionState,
  revision: z.int(),
});

/** `offered`: staff have not decided yet. */
const LessonState = z.enum(['offered', 'published', 'declined']);

const LessonView = z.object({
  lessonId: Id,
  n: z.int(),
  title: z.string(),
  text: z.string(),
  groupName: z.string().nullable(),
  offeredAt: Timestamp,
  state: LessonState,
});

/** A group's retrospective after one milestone: for its members, and for staff where they may look on. */
export const RetrospectiveView = z.object({
  /** Of the project. */
  title: z.string(),
  groupName: z.string().nullable(),
  staffLookOn: z.boolean(),
  n: z.int(),
  milestones: z.array(z.object({ n: z.int(), title: z.string() })),
  members: z.array(Person.extend({ memberId: z.string() })),
  /** What the caller has written; null for staff. */
  own: NoteTexts.extend({ revision: z.int(), savedAt: Timestamp.nullable() }).nullable(),
  /** What the others have written. */
  others: z.array(NoteTexts.extend({ by: Person, savedAt: Timestamp })),
  /** What was agreed on after this milestone, and what is still open from others. */
  actions: z.array(ActionView),
  /** What the group has offered to the course after this milestone. */
  lessons: z.array(LessonView),
  can: z.object({ write: z.boolean() }),
});
export type RetrospectiveView = z.output<typeof RetrospectiveView>;

const OfProject = z.object({ activityId: Id });
const OfGroup = OfProject.extend({ groupId: Id });
const N = z.int().min(1).max(MILESTONES_MAX);

export const GetRetrospective = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/retrospective',
  permission: 'groupWork.read',
  summary:
    'What members say after a milestone, and what they agreed to do; without `n` the newest that is due',
  params: OfGroup,
  query: z.object({ n: z.coerce.number().int().min(1).max(MILESTONES_MAX).optional() }),
  response: RetrospectiveView,
} satisfies Endpoint;

export const SaveRetrospectiveNote = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/retrospective/note',
  permission: 'groupWork.write',
  summary: 'Saves what the caller says after a milestone; the group reads it',
  params: OfGroup,
  body: z.object({ n: N, texts: NoteTexts, expectedRevision: z.int().min(0) }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

const OfAction = OfGroup.extend({ actionId: Id });

export const SaveTeamAction = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/actions/:actionId',
  permission: 'groupWork.write',
  summary: 'Agrees on an action item with its owner and date, or changes it',
  params: OfAction,
  body: z.object({
    n: N,
    text: z.string().trim().min(1).max(limits.ACTION_TEXT_MAX),
    ownerId: z.string().min(1).max(100),
    dueAt: Timestamp,
    state: ActionState,
    expectedRevision: z.int().min(0),
  }),
  response: RetrospectiveView,
} satisfies Endpoint;

export const OfferLesson = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/lessons/:lessonId',
  permission: 'groupWork.write',
  summary: 'Offers a lesson to the course; repeating the call changes nothing',
  params: OfGroup.extend({ lessonId: Id }),
  body: z.object({
    n: N,
    title: z.string().trim().min(1).max(TITLE_MAX),
    text: z.string().trim().min(1).max(limits.LESSON_TEXT_MAX),
  }),
  response: RetrospectiveView,
} satisfies Endpoint;

/** For staff all, for learners what is published: nobody's name is in it. */
export const LessonsView = z.object({
  /** Of the project. */
  title: z.string(),
  items: z.array(LessonView),
  next: z.string().nullable(),
  can: z.object({ decide: z.boolean() }),
});

export const ListLessons = {
  method: 'get',
  path: '/group-work/:activityId/lessons',
  permission: 'groupWork.read',
  summary: 'What groups of a project have learned and others can use',
  params: OfProject,
  query: Page,
  response: LessonsView,
} satisfies Endpoint;

/** Nobody's name is in it. */
export const CourseLessonsView = z.object({
  items: z.array(
    LessonView.pick({ lessonId: true, title: true, text: true, groupName: true }).extend({
      /** The project; null where the caller may not open it. */
      activityId: Id.nullable(),
      projectTitle: z.string(),
      publishedAt: Timestamp,
    }),
  ),
  next: z.string().nullable(),
  can: z.object({ takeBack: z.boolean() }),
});

export const ListCourseLessons = {
  method: 'get',
  path: '/lessons',
  permission: 'groupWork.read',
  summary: 'What groups of all projects of the course have learned and staff have published, newest first',
  query: Page.extend({ q: z.string().trim().min(1).max(limits.LESSON_SEARCH_MAX).optional() }),
  response: CourseLessonsView,
} satisfies Endpoint;

export const DecideLesson = {
  method: 'put',
  path: '/group-work/:activityId/lessons/:lessonId/decision',
  permission: 'groupWork.overview',
  summary: 'Publishes a lesson to the whole course, or does not',
  params: OfProject.extend({ lessonId: Id }),
  body: z.object({ state: z.enum(['published', 'declined']) }),
  response: LessonView,
} satisfies Endpoint;
