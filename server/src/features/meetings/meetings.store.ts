import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Attendance, Meeting } from './meetings.domain.ts';

type MeetingDocument = Omit<Meeting, 'meetingId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const text = { type: String, default: '' };
const schema = new Schema<MeetingDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    title: required,
    startsAt: { type: Date, required: true },
    minutes: { type: Number, required: true },
    agenda: text,
    link: text,
    revision: { type: Number, required: true },
    cancelledAt: { type: Date, default: null } as never,
    notes: { type: Schema.Types.Mixed, required: true } as never,
    attendance: { type: Schema.Types.Mixed, required: true } as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, activityId: 1, groupId: 1, startsAt: -1 })
  .index({ courseId: 1, activityId: 1, startsAt: 1 });

const toMeeting = ({ _id, courseId, events, eventsSince, ...rest }: MeetingDocument): Meeting => ({
  meetingId: _id,
  ...rest,
});

/** Meetings to come that are looked at for one project. */
const COMING_MAX = 5_000;
/** Of one person, in a calendar. */
const CALENDAR_MAX = 500;
const WITHOUT_EVENTS = { events: 0, eventsSince: 0 } as const;

export type MeetingStore = ReturnType<typeof createMeetingStore>;

/** Queries of `groupMeetings`. */
export function createMeetingStore(connection: Connection) {
  const Meetings = defineCollection(connection, 'groupMeetings', schema, { events: true });

  async function change(filter: object, set: object, event: DomainEvent): Promise<boolean> {
    const { $push, $set } = pushEvents(event);
    const { matchedCount } = await Meetings.updateOne(filter, { $set: { ...set, ...$set }, $push });
    return matchedCount > 0;
  }

  return {
    /** The latest first. */
    async listOf({ courseId }: CourseScope, activityId: string, groupId: string): Promise<Meeting[]> {
      const found = await Meetings.find({ courseId, activityId, groupId }, WITHOUT_EVENTS)
        .sort({ startsAt: -1 })
        .lean<MeetingDocument[]>();
      return found.map(toMeeting);
    },

    /** Of the meetings of some groups up to a moment who was there: nothing that anybody has written. */
    listTraces: ({ courseId }: CourseScope, activityId: string, groupIds: readonly string[], until: Date) =>
      Meetings.find(
        {
          courseId,
          activityId,
          groupId: { $in: groupIds },
          startsAt: { $lte: until },
          cancelledAt: null,
        },
        { groupId: 1, startsAt: 1, attendance: 1, 'notes.at': 1 },
      ).lean<
        (Pick<Meeting, 'groupId' | 'startsAt' | 'attendance'> & {
          readonly notes: Pick<Meeting['notes'], 'at'>;
        })[]
      >(),

    /** What is still to come in some projects, from a moment on. */
    async listComing(
      { courseId }: CourseScope,
      activityIds: readonly string[],
      from: Date,
    ): Promise<Meeting[]> {
      const found = await Meetings.find(
        { courseId, activityId: { $in: activityIds }, startsAt: { $gte: from }, cancelledAt: null },
        WITHOUT_EVENTS,
      )
        .sort({ startsAt: 1 })
        .limit(COMING_MAX)
        .lean<MeetingDocument[]>();
      return found.map(toMeeting);
    },

    /** What some groups plan in some projects, from a moment on, without what is cancelled. */
    async listOfGroups(
      { courseId }: CourseScope,
      activityIds: readonly string[],
      groupIds: readonly string[],
      from: Date,
    ): Promise<Meeting[]> {
      const found = await Meetings.find(
        {
          courseId,
          activityId: { $in: activityIds },
          groupId: { $in: groupIds },
          startsAt: { $gte: from },
          cancelledAt: null,
        },
        WITHOUT_EVENTS,
      )
        .sort({ startsAt: 1 })
        .limit(CALENDAR_MAX)
        .lean<MeetingDocument[]>();
      return found.map(toMeeting);
    },

    /** Writes what is planned over the revision before it. @returns false when somebody was faster */
    async put(
      { courseId }: CourseScope,
      { meetingId, ...meeting }: Meeting,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $set } = pushEvents(event);
      if (meeting.revision === 1)
        return insertOnce(Meetings, { _id: meetingId, courseId, ...meeting, events: [event], ...$set });
      const { title, startsAt, minutes, agenda, link, revision, cancelledAt, groupId } = meeting;
      const filter = { _id: meetingId, courseId, groupId, revision: revision - 1 };
      return change(filter, { title, startsAt, minutes, agenda, link, revision, cancelledAt }, event);
    },

    /** @returns false when somebody was faster */
    saveNotes: (
      { courseId }: CourseScope,
      { meetingId, groupId }: Pick<Meeting, 'meetingId' | 'groupId'>,
      notes: Meeting['notes'],
      event: DomainEvent,
    ): Promise<boolean> =>
      change({ _id: meetingId, courseId, groupId, 'notes.revision': notes.revision - 1 }, { notes }, event),

    /** Of one member alone: two at once lose nothing. @param was null takes it back */
    async noteAttendance(
      { courseId }: CourseScope,
      { meetingId, groupId }: Pick<Meeting, 'meetingId' | 'groupId'>,
      memberId: string,
      was: Attendance | null,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      const field = `attendance.${memberId}`;
      await Meetings.updateOne(
        { _id: meetingId, courseId, groupId },
        was === null ? { $unset: { [field]: 1 }, $set, $push } : { $set: { [field]: was, ...$set }, $push },
      );
    },
  };
}
