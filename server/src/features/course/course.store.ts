import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { Course, ResourceLink } from './course.domain.ts';
import { createMemberStore } from './members.store.ts';

type CourseDocument = Omit<Course, 'id'> & { _id: string; courseId: string };
type LinkDocument = Omit<ResourceLink, 'id'> & Eventful & { _id: string };

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
    groupsUrl: optional,
    groupSetsUrl: optional,
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

const toLink = ({ _id, events, eventsSince, ...rest }: LinkDocument): ResourceLink => ({ id: _id, ...rest });
const toCourse = ({ _id, courseId, ...rest }: CourseDocument): Course => ({ id: _id, ...rest });

export type CourseStore = ReturnType<typeof createCourseStore>;

/** Queries of `courses`, `resourceLinks` and `members`. */
export function createCourseStore(connection: Connection) {
  const Courses = defineCollection(connection, 'courses', courseSchema);
  const Links = defineCollection(connection, 'resourceLinks', linkSchema, { events: true });

  return {
    ...createMemberStore(connection),

    async saveCourse(course: Course): Promise<void> {
      const { id, membershipsUrl, groupsUrl, groupSetsUrl, ...fields } = course;
      // Not every placement's launch names the services: where they are is not forgotten for that.
      const services = {
        ...(membershipsUrl && { membershipsUrl }),
        ...(groupsUrl && { groupsUrl, groupSetsUrl }),
      };
      await Courses.updateOne(
        { _id: id },
        { $set: { courseId: id, ...fields, ...services } },
        { upsert: true },
      );
    },

    async findCourse(courseId: string): Promise<Course | null> {
      const found = await Courses.findOne({ _id: courseId }).lean<CourseDocument>();
      return found && toCourse(found);
    },

    /** Some course of a platform that names its roster: for a test of the platform's connection. */
    async findCourseWithRoster(platformId: string): Promise<Course | null> {
      const filter = { platformId, membershipsUrl: { $ne: null } };
      const found = await Courses.findOne(filter).lean<CourseDocument>();
      return found && toCourse(found);
    },

    /** The tenant of a course by its id alone: for background work that an event starts. */
    async findScope(courseId: string): Promise<CourseScope | null> {
      const found = await Courses.findOne({ _id: courseId }).lean<CourseDocument>();
      return found && { courseId, platformId: found.platformId, deploymentId: found.deploymentId };
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
  };
}
