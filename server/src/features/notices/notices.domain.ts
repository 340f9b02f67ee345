import type { NoticeContent, NoticeKind, ReminderTask, TaskName } from '../../contracts/notices.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { Role } from '../../core/roles.ts';

/** What one member is told about one matter. */
export interface Notice {
  readonly id: string;
  readonly courseId: string;
  readonly memberId: string;
  readonly activityId: string;
  readonly title: string;
  readonly content: NoticeContent;
  /** Names the matter (`Announcement.key`). */
  readonly key: string;
  /** The task it asks for (`taskKeyOf`), or null. */
  readonly task: string | null;
  readonly at: Date;
  /** After this it asks for nothing any more. */
  readonly until: Date | null;
  readonly unread: boolean;
  /** `done`: the task is done or over; `replaced`: a newer notice says it; `withdrawn`: it was taken back. */
  readonly state: 'open' | 'done' | 'replaced' | 'withdrawn';
}

/** What a notice is about. */
export interface Announcement {
  /** The same key is the same matter: a member is told of it once, however often the event comes. */
  readonly key: string;
  readonly activityId: string;
  readonly title: string;
  /** Completing the task settles the notice and keeps its mail back. */
  readonly task: TaskName | null;
  readonly at: Date;
  readonly until: Date | null;
}

/** A member who is told, with what fills the text. */
export interface Recipient {
  readonly memberId: string;
  readonly content: NoticeContent;
}

/** A notice for everybody who has a task to do. */
export type TaskAnnouncement = Pick<Announcement, 'key' | 'activityId' | 'at'> &
  (
    | { readonly task: ReminderTask; readonly kind: 'workToReview' | 'due' | 'reminder' }
    | { readonly task: 'answer'; readonly kind: 'opened' | 'due' }
    | { readonly task: 'rate'; readonly kind: 'due' }
  );

/**
 * What an event means for notices. `at` is the moment of the event: what was announced after it stays as it is, so that
 * an event that comes once more changes nothing.
 */
export type NoticeChange =
  | {
      readonly type: 'tell';
      readonly announcement: Announcement;
      readonly recipients: readonly Recipient[];
    }
  | ({
      readonly type: 'tellAll';
      /** Not before this moment; by then it may not hold any more. */
      readonly from?: Date;
      /** What has asked for the task before this moment is over. */
      readonly endsBefore?: Date;
    } & TaskAnnouncement)
  /** These members have done the task. */
  | {
      readonly type: 'done';
      readonly activityId: string;
      readonly task: TaskName;
      readonly memberIds: readonly string[];
      readonly at: Date;
    }
  /** Nobody can do the task any more. */
  | { readonly type: 'over'; readonly activityId: string; readonly task: TaskName; readonly at: Date }
  /** What these members were told does not hold any more. */
  | {
      readonly type: 'withdraw';
      readonly activityId: string;
      readonly kind: NoticeKind;
      readonly memberIds: readonly string[];
      readonly at: Date;
    }
  /** The dates of an activity's tasks may have moved. */
  | { readonly type: 'dates'; readonly activityId: string; readonly at: Date };

/** A task that members can do right now. */
export interface OpenTask {
  readonly task: TaskName;
  /** The next date: when it is due, or, when that has passed and late work is taken, when it closes. Null: none. */
  readonly until: Date | null;
  /** Whom alone it concerns; everybody where it is null or left out. */
  readonly only?: readonly string[] | null;
  /** Where people are told that it opens: a reminder comes at the earliest halfway from then to its date. */
  readonly opensAt?: Date;
}

/** A member who has not done a task, and how much of it is left. */
export interface LackingMember {
  readonly memberId: string;
  readonly name: string | null;
  readonly open: number;
}

export interface LackingPage {
  readonly members: readonly LackingMember[];
  readonly next: string | null;
}

/** A date of an activity, for calendars. */
export interface Deadline {
  readonly activityId: string;
  readonly title: string;
  /** `handInLate`: the last moment for late work. */
  readonly what:
    | TaskName
    | 'handInLate'
    | 'assessSelf'
    | 'revise'
    | 'milestone'
    | 'post'
    | 'meeting'
    | 'presentation'
    | 'task'
    | 'teamAction';
  readonly at: Date;
  /** When it is over, of what takes time. */
  readonly until?: Date;
  /** Tells dates of one kind apart where there are several. */
  readonly part?: number | string;
  /** Counts the activity's changes, and when the last one was. */
  readonly revision: number;
  readonly changedAt: Date;
}

/** What is new to one member in what they follow, by title where that may be told: how many posts they have not read. */
export interface News {
  readonly lines: readonly { readonly title: string | null; readonly count: number }[];
  /** Further threads. */
  readonly more: number;
}

/** What a feature gives so that people learn of what happens in it. */
export interface NoticeSource {
  /** Stands in keys of jobs, so it never changes. */
  readonly name: string;
  /** What events of one course mean; the same events must give the same. */
  read(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]>;
  /** Of an activity, as the member sees it right now; null: nothing. Absent where nobody follows anything. */
  readonly newsOf?: (
    scope: CourseScope,
    member: { readonly id: string; readonly role: Role },
    activityId: string,
  ) => Promise<News | null>;
  /** Absent where there are no dates for calendars. */
  readonly listDeadlines?: (scope: CourseScope, memberId: string) => Promise<Deadline[]>;
}

/** The same of what people have to do until a date. */
export interface TaskSource extends NoticeSource {
  /** The tasks of an activity that are open; null when it is none of this type. */
  openTasks(
    scope: CourseScope,
    activityId: string,
  ): Promise<{
    readonly title: string;
    readonly tasks: readonly OpenTask[];
    /** What will open at a date that is known. */
    readonly later?: readonly OpenTask[];
  } | null>;
  /** Members whose date for a task is another than everybody's, with that date. */
  listOwnDates(scope: CourseScope, activityId: string, task: TaskName): Promise<ReadonlyMap<string, Date>>;
  /**
   * Who has not done a task, by name.
   *
   * @param after the `next` of the page before
   * @param among who is asked about, where staff choose; everybody when it is left out. Only tasks that staff remind of.
   */
  listLacking(
    scope: CourseScope,
    activityId: string,
    task: TaskName,
    after: string | null,
    limit: number,
    among?: readonly string[],
  ): Promise<LackingPage>;
  /** Absent where staff remind nobody. */
  readonly countLacking?: (
    scope: CourseScope,
    activityId: string,
    task: ReminderTask,
    among?: readonly string[],
  ) => Promise<number>;
  /** Those of some members who have nothing of the task left, as the facts are right now. */
  findDone(
    scope: CourseScope,
    activityId: string,
    task: TaskName,
    memberIds: readonly string[],
  ): Promise<string[]>;
  /** Every date of the course's activities as they are for one member, in no certain order. */
  readonly listDeadlines: (scope: CourseScope, memberId: string) => Promise<Deadline[]>;
}

export const hasTasks = (source: NoticeSource): source is TaskSource => 'openTasks' in source;

export const taskKeyOf = (activityId: string, task: TaskName): string => `${activityId}/${task}`;

/** What a member who lacks a task is told. */
export function contentOf(
  announcement: Pick<TaskAnnouncement, 'kind' | 'task'>,
  open: number,
): NoticeContent {
  const { kind, task } = announcement;
  if (kind === 'workToReview') return { kind, works: open };
  if (kind === 'opened') return { kind };
  // Nobody is reminded of the others by hand.
  return kind === 'due' || task === 'answer' || task === 'rate'
    ? { kind: 'due', task, open }
    : { kind, task, open };
}

const HOUR_MS = 3_600_000;
/** Reminders come this long before a date. */
const DUE_BEFORE_MS = 48 * HOUR_MS;
/** Somebody who sets dates may still be at it: what is due at once waits this long. */
const SETTLE_MS = 15 * 60_000;

/**
 * When those who lack a task are told that it is due; null when its date has passed.
 *
 * @param opensAt where they were told that it opens: they are not told twice within a short time
 */
export function dueNoticeAt(until: Date, setAt: Date, opensAt?: Date): Date | null {
  const told = opensAt && Math.max(opensAt.getTime(), setAt.getTime());
  const halfway = told === undefined ? 0 : (told + until.getTime()) / 2;
  const at = Math.max(until.getTime() - DUE_BEFORE_MS, setAt.getTime() + SETTLE_MS, halfway);
  return at < until.getTime() ? new Date(at) : null;
}

/** A member is reminded of a task at most once in this time. */
const REMINDER_MS = 24 * HOUR_MS;

export const remindedSince = (now: Date): Date => new Date(now.getTime() - REMINDER_MS);
