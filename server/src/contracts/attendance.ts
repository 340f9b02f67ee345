import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { ATTENDANCE_AT_ONCE_MAX, TITLE_MAX } from './limits.ts';

/** Sessions: meetings of the course, and who was there (course-hub.md item 6). */

/** `present` and `late` are attended; `excused` and `absent` are not. */
export const AttendanceState = z.enum(['present', 'late', 'excused', 'absent']);
export type AttendanceState = z.output<typeof AttendanceState>;

const fields = {
  title: z.string().trim().min(1).max(TITLE_MAX),
  startsAt: Timestamp,
  endsAt: Timestamp,
  /** A room or an address; empty: none is said. */
  place: z.string().trim().max(TITLE_MAX),
};

const CourseSessionView = z.object({ id: Id, ...fields, revision: z.int() });

export const ListCourseSessions = {
  method: 'get',
  path: '/course-sessions',
  permission: 'attendance.record',
  summary: 'The sessions of the course, the newest first, with how many attended',
  query: Page,
  response: z.object({
    items: z.array(CourseSessionView.extend({ attended: z.int() })),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

const SessionParams = z.object({ sessionId: Id });

export const SaveCourseSession = {
  method: 'put',
  path: '/course-sessions/:sessionId',
  permission: 'attendance.record',
  summary: 'Adds the session with this id, or changes it; repeating the call changes nothing',
  params: SessionParams,
  body: z
    .object({ ...fields, expectedRevision: z.int().min(0) })
    .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
      path: ['endsAt'],
      error: 'must be after the beginning',
    }),
  response: CourseSessionView,
} satisfies Endpoint;

export const PreviewSessionDeletion = {
  method: 'get',
  path: '/course-sessions/:sessionId/deletion',
  permission: 'attendance.record',
  summary:
    'What taking the session off would do: records that go with it, activities that ask for it no more',
  params: SessionParams,
  response: z.object({
    recorded: z.int(),
    activities: z.array(z.object({ id: Id, title: z.string() })),
  }),
} satisfies Endpoint;

export const DeleteCourseSession = {
  method: 'post',
  path: '/course-sessions/:sessionId/delete',
  permission: 'attendance.record',
  summary: 'Takes the session off; what was recorded stays on record, and the call can be repeated',
  params: SessionParams,
  body: z.object({ expectedRevision: z.int().min(1) }),
  response: z.object({}),
} satisfies Endpoint;

export const GetAttendance = {
  method: 'get',
  path: '/course-sessions/:sessionId/attendance',
  permission: 'attendance.record',
  summary: 'The learners of the course by name, with what is recorded of each at a session',
  params: SessionParams,
  query: Page,
  response: z.object({
    session: CourseSessionView,
    items: z.array(
      z.object({
        memberId: Id,
        name: z.string().nullable(),
        /** Null: nothing is recorded. */
        state: AttendanceState.nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

export const RecordAttendance = {
  method: 'put',
  path: '/course-sessions/:sessionId/attendance',
  permission: 'attendance.record',
  summary:
    'Records who was there; what was recorded before is kept in the trail, and repeating it changes nothing',
  params: SessionParams,
  body: z.object({
    marks: z
      .array(z.object({ memberId: Id, state: AttendanceState.nullable() }))
      .min(1)
      .max(ATTENDANCE_AT_ONCE_MAX),
  }),
  response: z.object({ recorded: z.int() }),
} satisfies Endpoint;
