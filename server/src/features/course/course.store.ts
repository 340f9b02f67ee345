import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { Course, LaunchedLink, Member, ResourceLink } from './course.domain.ts';

/** `copiedFrom`: the LMS's ids of the contexts that a notice named as its origins, the nearest first. */
type CourseDocument = Omit<Course, 'id'> & { _id: string; courseId: string; copiedFrom?: string[] };
type LinkDocument = Omit<ResourceLink, 'id'> & Eventful & { _id: string };
type MemberDocument = Omit<Member, 'id'> & Eventful & { _id: string; firstSeenAt: Date; lastLaunchAt: Date };

const options = { versionKey: false, strict: 'throw' } as const;
const optional = { type: String, default: null };
const required = { type: String, required: true };

const courseSchema = new Schema<CourseDocument>(
  {
    _id: required,
    courseId: required,
    platformId: required,
    deploymentId: required,
    contextId: required,
    title: optional,
    label: optional,
    membershipsUrl: optional,
    lineItems: optional,
    startsAt: { type: Date, default: null },
    copiedFrom: { type: [String], default: undefined as never },
  },
  options,
);

const eventFields = { events: { type: [Schema.Types.Mixed] as never }, eventsSince: Date };

const linkSchema = new Schema<LinkDocument>(
  {
    _id: required,
    courseId: required,
    platformId: required,
    ltiResourceLinkId: required,
    title: optional,
    lineItem: optional,
    activityId: optional,
    dates: { type: Schema.Types.Mixed, default: null } as never,
    ...eventFields,
  },
  options,
).index({ courseId: 1, activityId: 1 });

const memberSchema = new Schema<MemberDocument>(
  {
    _id: required,
    courseId: required,
    subject: required,
    role: required as never,
    readOnly: { type: Boolean, required: true },
    testUser: { type: Boolean, required: true },
    name: optional,
    sortName: required,
    email: optional,
    status: required as never,
    firstSeenAt: { type: Date, required: true },
    lastLaunchAt: { type: Date, required: true },
    ...eventFields,
  },
  options,
).index({ courseId: 1, role: 1, sortName: 1, _id: 1 });

const toLink = ({ _id, events, eventsSince, ...rest }: LinkDocument): ResourceLink => ({
  id: _id,
  ...rest,
  // Links that are older than the field have none.
  dates: rest.dates ?? null,
});
const toMember = ({
  _id,
  events,
  eventsSince,
  firstSeenAt,
  lastLaunchAt,
  ...rest
}: MemberDocument): Member => ({
  id: _id,
  ...rest,
});

interface Origins {
  readonly copiedFrom: readonly string[];
}

export type CourseStore = ReturnType<typeof createCourseStore>;

/** Queries of `courses`, `resourceLinks` and `members`. */
export function createCourseStore(connection: Connection) {
  const Courses = defineCollection(connection, 'courses', courseSchema);
  const Links = defineCollection(connection, 'resourceLinks', linkSchema, { events: true });
  const Members = defineCollection(connection, 'members', memberSchema, { events: true });

  return {
    async saveCourse(course: Course): Promise<void> {
      const { id, ...fields } = course;
      await Courses.updateOne({ _id: id }, { $set: { courseId: id, ...fields } }, { upsert: true });
    },

    /** The tenant of a course by its id alone: for background work that an event starts. */
    async findScope(courseId: string): Promise<CourseScope | null> {
      const found = await Courses.findOne({ _id: courseId }).lean<CourseDocument>();
      return found && { courseId, platformId: found.platformId, deploymentId: found.deploymentId };
    },

    /** A course with the contexts that it is known to be copied from; of a launch or a notice, or null. */
    async findCourse(scope: CourseScope): Promise<(Pick<Course, 'title' | 'startsAt'> & Origins) | null> {
      const found = await Courses.findOne({ _id: scope.courseId }).lean<CourseDocument>();
      return (
        found && { title: found.title, startsAt: found.startsAt ?? null, copiedFrom: found.copiedFrom ?? [] }
      );
    },

    /** Keeps what a notice tells of a course's origins; the course itself may still be unknown. */
    async saveOrigins(course: Course, copiedFrom: readonly string[]): Promise<void> {
      const { id, platformId, deploymentId, contextId, title, label } = course;
      await Courses.updateOne(
        { _id: id },
        {
          $set: { copiedFrom: [...copiedFrom] },
          $setOnInsert: { courseId: id, platformId, deploymentId, contextId, title, label },
        },
        { upsert: true },
      );
    },

    /** Creates or refreshes a link; `activityId` is taken only when the link is new. */
    async saveLink(link: LaunchedLink, activityId: string | null): Promise<ResourceLink> {
      const { id, courseId, lineItem, title, ...fixed } = link;
      const saved = await Links.findOneAndUpdate(
        { _id: id, courseId },
        // A launch without a line item (Canvas's grading view) does not take the column away.
        {
          $set: { ...fixed, title, ...(lineItem && { lineItem }) },
          $setOnInsert: { activityId, events: [] },
        },
        { upsert: true, returnDocument: 'after' },
      ).lean<LinkDocument>();
      if (!saved) throw new Error('an upsert returned nothing');
      return toLink(saved);
    },

    /** Makes an unused link point to an activity. @returns false when it points somewhere already. */
    async linkActivity(
      scope: CourseScope,
      linkId: string,
      activityId: string,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Links.updateOne(
        { _id: linkId, courseId: scope.courseId, activityId: null },
        { $set: { activityId, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    async findLink(scope: CourseScope, linkId: string): Promise<ResourceLink | null> {
      const found = await Links.findOne({ _id: linkId, courseId: scope.courseId }).lean<LinkDocument>();
      return found && toLink(found);
    },

    /** Those of some links that the course has, in no certain order. */
    async findLinks(scope: CourseScope, linkIds: readonly string[]): Promise<ResourceLink[]> {
      const found = await Links.find({ _id: { $in: linkIds }, courseId: scope.courseId }).lean<
        LinkDocument[]
      >();
      return found.map(toLink);
    },

    async findLinksTo(scope: CourseScope, activityId: string): Promise<ResourceLink[]> {
      const found = await Links.find({ courseId: scope.courseId, activityId }).lean<LinkDocument[]>();
      return found.map(toLink);
    },

    /**
     * Creates a member or brings it up to date. @returns the member before, or null when it joined now (then `joined`
     * was written with it).
     */
    async saveMember(member: Member, now: Date, joined: DomainEvent): Promise<Member | null> {
      const { id, courseId, subject, ...fields } = member;
      const before = await Members.findOneAndUpdate(
        { _id: id, courseId },
        {
          $set: { ...fields, lastLaunchAt: now },
          $setOnInsert: { subject, firstSeenAt: now, events: [joined], eventsSince: now },
        },
        { upsert: true, returnDocument: 'before' },
      ).lean<MemberDocument>();
      return before && toMember(before);
    },

    async pushMemberEvent(scope: CourseScope, memberId: string, event: DomainEvent): Promise<void> {
      await Members.updateOne({ _id: memberId, courseId: scope.courseId }, pushEvents(event));
    },

    async findMembers(scope: CourseScope, ids: readonly string[]): Promise<Member[]> {
      const found = await Members.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<
        MemberDocument[]
      >();
      return found.map(toMember);
    },

    /** Active learners by name; the test student is none of them. */
    async listLearners(
      scope: CourseScope,
      after: { sortName: string; id: string } | null,
      limit: number,
    ): Promise<Member[]> {
      const later = after && {
        $or: [{ sortName: { $gt: after.sortName } }, { sortName: after.sortName, _id: { $gt: after.id } }],
      };
      const found = await Members.find({
        courseId: scope.courseId,
        role: 'learner',
        status: 'active',
        testUser: false,
        readOnly: false,
        ...later,
      })
        .sort({ sortName: 1, _id: 1 })
        .limit(limit)
        .lean<MemberDocument[]>();
      return found.map(toMember);
    },
  };
}
