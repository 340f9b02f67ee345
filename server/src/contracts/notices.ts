import { z } from 'zod';
import { isZone } from '../core/zoned-time.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { REMINDED_MAX } from './limits.ts';
import { PRESENTATION_NOTICES } from './presentation-limits.ts';

/** What staff may remind members of. Who has answered a questionnaire may be nobody's business, so it is none of these. */
export const ReminderTask = z.enum(['handIn', 'review']);
export type ReminderTask = z.output<typeof ReminderTask>;

/** What members of an activity, or of a course, may have to do until a date; `rate`: say how helpful reviews are. */
export const TaskName = z.enum([...ReminderTask.options, 'rate', 'answer']);
export type TaskName = z.output<typeof TaskName>;

/** A post to go to; null: there is none. */
const PostPlace = z.object({ threadId: Id, n: z.int() }).nullable();

/**
 * Every kind of notice with what fills its text: ids and numbers, never anybody's name, nor words but a reason of staff. A kind is added here;
 * then the compiler names every text that is missing (mails in features/notices/texts, the inbox in the client).
 */
export const NoticeContent = z.discriminatedUnion('kind', [
  /** Works were allocated to the member. */
  z.object({ kind: z.literal('workToReview'), works: z.int() }),
  /** A task of the member's is due within 48 hours. `open`: what is left of it. */
  z.object({ kind: z.literal('due'), task: TaskName, open: z.int() }),
  /** A questionnaire, or a round of it, has opened. */
  z.object({ kind: z.literal('opened') }),
  /** Staff remind of a task. */
  z.object({ kind: z.literal('reminder'), task: ReminderTask, open: z.int() }),
  /** A grade, with the feedback behind it, was released or has changed; staff show what the own group says of the member. */
  z.object({ kind: z.literal(['graded', 'evaluated']) }),
  /** The other side of a review has said something about it. */
  z.object({ kind: z.literal('reviewReply') }),
  /** Somebody has replied to a post of the member's. */
  z.object({ kind: z.literal('postReply') }),
  /** Somebody has mentioned the member in a post. Where one posts first, there is no place to go to. */
  z.object({ kind: z.literal('mentioned'), place: PostPlace }),
  /** Staff have hidden a post of the member's, or have not approved it. The reason is theirs; no mail tells it. */
  z.object({ kind: z.literal(['postHidden', 'postRefused']), place: PostPlace, reason: z.string() }),
  /** A post of the member's that was hidden is shown again, or one that waited for it is approved. */
  z.object({ kind: z.literal(['postShown', 'postApproved']), place: PostPlace }),
  /** Staff have moved posts of the member's, or moved them back; `place`: where they are now. */
  z.object({ kind: z.literal('postsMoved'), place: PostPlace }),
  /** There is something new in threads that the member follows; staff would like to read something of them. */
  z.object({ kind: z.literal(['followed', 'nudged']) }),
  /** Staff have answered a dispute of the member's. */
  z.object({ kind: z.literal('disputeAnswered') }),
  /** The member has got the seat that they waited for, or staff have put them into a group or have taken them out; `activityId` is the group set's. */
  z.object({ kind: z.literal(['groupSeat', 'groupPlaced', 'groupLeft']) }),
  /** The member's group has a frozen copy that the member has not confirmed. */
  z.object({ kind: z.literal('groupConfirm') }),
  /** Somebody of the member's group has handed in their work, has taken it back, or has said what is wrong with it. */
  z.object({ kind: z.literal(['groupHandedIn', 'groupWithdrawn', 'groupObjected']) }),
  /** A task of the member's on the board of their group is due soon. */
  z.object({ kind: z.literal('taskDue'), groupId: Id }),
  /** Staff have written to the member's group. The words are theirs; no mail tells them. */
  z.object({ kind: z.literal('groupNudged'), text: z.string() }),
  /** The member's group has a time to present, has another one, has none any more, or presents soon. */
  z.object({ kind: z.literal(PRESENTATION_NOTICES) }),
  /** Reviewing is over, and the member can hand in a revised work. */
  z.object({ kind: z.literal('revisionOpen') }),
]);
export type NoticeContent = z.output<typeof NoticeContent>;
export type NoticeKind = NoticeContent['kind'];

/** A notice as its receiver sees it. */
export const NoticeView = z.object({
  id: Id,
  content: NoticeContent,
  /** Of the activity; of a questionnaire or a group set its id. */
  activityId: Id,
  /** Its title when the notice was made. */
  title: z.string(),
  at: Timestamp,
  until: Timestamp.nullable(),
  unread: z.boolean(),
  /** `done`: the task is done or over; `replaced`: a newer notice says it; `withdrawn`: it was taken back. */
  state: z.enum(['open', 'done', 'replaced', 'withdrawn']),
});
export type NoticeView = z.output<typeof NoticeView>;

export const ListNotices = {
  method: 'get',
  path: '/notices',
  permission: 'notices.own',
  summary: 'The caller’s notices in this course, newest first',
  query: Page,
  response: z.object({ items: z.array(NoticeView), next: z.string().nullable() }),
} satisfies Endpoint;

export const CountUnread = {
  method: 'get',
  path: '/notices/unread',
  permission: 'notices.own',
  summary: 'How many notices the caller has not read, counted up to 100',
  response: z.object({ unread: z.int() }),
} satisfies Endpoint;

export const MarkNotice = {
  method: 'put',
  path: '/notices/items/:noticeId',
  permission: 'notices.own',
  summary: 'Marks one notice as read or not read',
  params: z.object({ noticeId: Id }),
  body: z.object({ unread: z.boolean() }),
  response: NoticeView,
} satisfies Endpoint;

export const MarkAllRead = {
  method: 'put',
  path: '/notices/read/:batchId',
  permission: 'notices.own',
  summary: 'Marks everything up to a moment as read, under an id by which it can be undone',
  params: z.object({ batchId: Id }),
  body: z.object({ upTo: Timestamp }),
  response: z.object({ marked: z.int() }),
} satisfies Endpoint;

export const UndoMarkAllRead = {
  method: 'delete',
  path: '/notices/read/:batchId',
  permission: 'notices.own',
  summary: 'Marks what was read under this id as not read again',
  params: z.object({ batchId: Id }),
  response: z.object({ marked: z.int() }),
} satisfies Endpoint;

export const Frequency = z.enum(['atOnce', 'daily', 'off']);
export type Frequency = z.output<typeof Frequency>;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Zone = z.string().max(100).refine(isZone, { error: 'must be a time zone such as Europe/Berlin' });

/** From one time of day to another, over midnight where `to` is the earlier. */
export const QuietHours = z
  .object({ from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'must differ from the beginning' });
export type QuietHours = z.output<typeof QuietHours>;

/** How a person wants to be told. */
export const NoticePreferences = z.object({
  /** In every course of this LMS. */
  frequency: Frequency,
  /** In this course; null: as everywhere. */
  frequencyHere: Frequency.nullable(),
  /** No mail is sent meanwhile. */
  quietHours: QuietHours.nullable(),
  /** Null: the zone of the browser. */
  zone: Zone.nullable(),
});
export type NoticePreferences = z.output<typeof NoticePreferences>;

export const NoticeSettingsView = z.object({
  preferences: NoticePreferences,
  /** The zone that quiet hours and daily mail go by right now. */
  zone: z.string(),
  mail: z.object({
    /** Whether mail can be sent at all, and what is missing. */
    possible: z.enum(['yes', 'noServer', 'noAddress']),
    address: z.string().nullable(),
    /** Why the address gets no mail any more: what its server said. */
    refusal: z.object({ words: z.string(), at: Timestamp }).nullable(),
  }),
  /** The secret address of the calendar, if there is one. */
  calendar: z.object({ url: z.string(), since: Timestamp }).nullable(),
});
export type NoticeSettingsView = z.output<typeof NoticeSettingsView>;

export const GetNoticeSettings = {
  method: 'get',
  path: '/notices/settings',
  permission: 'notices.own',
  summary: 'How the caller is told of things, and what is possible',
  response: NoticeSettingsView,
} satisfies Endpoint;

export const SaveNoticeSettings = {
  method: 'put',
  path: '/notices/settings',
  permission: 'notices.own',
  summary: 'Changes how the caller is told of things',
  body: NoticePreferences,
  response: NoticeSettingsView,
} satisfies Endpoint;

export const NotePlace = {
  method: 'put',
  path: '/notices/place',
  permission: 'notices.own',
  summary: 'Says in which language and time zone the caller reads; once per launch',
  body: z.object({
    zone: Zone,
    locale: z
      .string()
      .max(35)
      .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i),
  }),
  response: z.object({}),
} satisfies Endpoint;

export const TryAddressAgain = {
  method: 'delete',
  path: '/notices/refusal',
  permission: 'notices.own',
  summary: 'Sends mail again to an address whose server had refused it',
  response: NoticeSettingsView,
} satisfies Endpoint;

export const RevokeMailLinks = {
  method: 'delete',
  path: '/notices/mail-links',
  permission: 'notices.own',
  summary: 'Makes the unsubscribe links of all earlier mails useless',
  response: NoticeSettingsView,
} satisfies Endpoint;

export const MakeCalendar = {
  method: 'post',
  path: '/notices/calendar',
  permission: 'notices.own',
  summary: 'Makes a secret address of the caller’s deadlines in this course; an earlier one stops working',
  response: NoticeSettingsView,
} satisfies Endpoint;

export const RevokeCalendar = {
  method: 'delete',
  path: '/notices/calendar',
  permission: 'notices.own',
  summary: 'Makes the calendar’s address useless',
  response: NoticeSettingsView,
} satisfies Endpoint;

/** Who would get a reminder, before it is sent. */
export const ReminderPreview = z.object({
  task: ReminderTask,
  until: Timestamp,
  /** Those who lack the task. */
  lacking: z.int(),
  /** Those among them who were reminded within a day and are left out. */
  remindedLately: z.int(),
  /** Whether reminders also go out by mail. */
  byMail: z.boolean(),
  members: z.array(z.object({ id: Id, name: z.string().nullable(), remindedLately: z.boolean() })),
  next: z.string().nullable(),
});
export type ReminderPreview = z.output<typeof ReminderPreview>;

export const PreviewReminder = {
  method: 'get',
  path: '/activities/:activityId/reminders',
  permission: 'reminder.send',
  summary: 'Who lacks a task of an activity and would be reminded of it, by name',
  params: z.object({ activityId: Id }),
  query: Page.extend({ task: ReminderTask }),
  response: ReminderPreview,
} satisfies Endpoint;

/** Whom a reminder is for, where it is not for everybody who lacks the task. */
const memberIds = z.array(Id).min(1).max(REMINDED_MAX);

export const PreviewChosenReminder = {
  method: 'post',
  path: '/activities/:activityId/reminders/preview',
  permission: 'reminder.send',
  summary: 'Who of some learners lacks a task and would be reminded of it, by name; sends nothing',
  params: z.object({ activityId: Id }),
  body: z.object({ task: ReminderTask, memberIds }),
  response: ReminderPreview,
} satisfies Endpoint;

export const ReminderView = z.object({
  id: Id,
  state: z.enum(['sending', 'done']),
  /** How many were reminded, once it is done. */
  reminded: z.int().nullable(),
});
export type ReminderView = z.output<typeof ReminderView>;

const ReminderParams = z.object({ activityId: Id, reminderId: Id });

export const SendReminder = {
  method: 'put',
  path: '/activities/:activityId/reminders/:reminderId',
  permission: 'reminder.send',
  summary: 'Reminds those who lack a task, each at most once a day; repeating the call changes nothing',
  params: ReminderParams,
  body: z.object({ task: ReminderTask, memberIds: memberIds.optional() }),
  response: ReminderView,
} satisfies Endpoint;

export const GetReminder = {
  method: 'get',
  path: '/activities/:activityId/reminders/:reminderId',
  permission: 'reminder.send',
  summary: 'What became of a reminder',
  params: ReminderParams,
  response: ReminderView,
} satisfies Endpoint;
