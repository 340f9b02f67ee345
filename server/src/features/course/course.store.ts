import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { Course, Member, ResourceLink } from './course.domain.ts';

type CourseDocument = Omit<Course, 'id'> & { _id: string; courseId: string };
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

const toLink = ({ _id, events, eventsSince, ...rest }: LinkDocument): ResourceLink => ({ id: _id, ...rest });
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

export type CourseStore = ReturnType<typeof createCourseStore>;

/** Queries of `courses`, `resourceLinks` and `members`. */
export function createCourseStore(connection: Connection) {
  const Courses = defineCollection(connection, 'courses', courseSchema);
  const Links = defineCollection(connection, 'resourceLinks', linkSchema, { events: true });
  const Members = defineCollection(connection, 'members', memberSchema, { events: true });

  return {
    async saveCourse(course: Course): Promise<void> {
      const { id, lineItems, ...fields } = course;
      await Courses.updateOne(
        { _id: id },
        // A launch that names no gradebook does not take it away.
        { $set: { courseId: id, ...fields, ...(lineItems !== null && { lineItems }) } },
        { upsert: true },
      );
    },

    /** The tenant of a course by its id alone: for background work that an event starts. */
    async findScope(courseId: string): Promise<CourseScope | null> {
      const found = await Courses.findOne({ _id: courseId }).lean<CourseDocument>();
      return found && { courseId, platformId: found.platformId, deploymentId: found.deploymentId };
    },

    /** Where the course's gradebook columns are made; null where no launch has named it. */
    async findLineItemsUrl(scope: CourseScope): Promise<string | null> {
      const found = await Courses.findOne({
        _id: scope.courseId,
        courseId: scope.courseId,
      }).lean<CourseDocument>();
      return found?.lineItems ?? null;
    },

    /** Creates or refreshes a link; `activityId` is taken only when the link is new. */
    async saveLink(link: Omit<ResourceLink, 'activityId'>, activityId: string | null): Promise<ResourceLink> {
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
