import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { Course, LaunchedLink, ResourceLink } from './course.domain.ts';
import { createMemberStore } from './members.store.ts';
import { namesLookup } from './names-lookup.store.ts';

/** `copiedFrom`: the LMS's ids of the contexts that a notice named as its origins, the nearest first. */
type CourseDocument = Omit<Course, 'id'> & { _id: string; courseId: string; copiedFrom?: string[] };
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
    url: optional,
    startsAt: { type: Date, default: null },
    copiedFrom: { type: [String], default: undefined as never },
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
    url: optional,
    dates: { type: Schema.Types.Mixed, default: null } as never,
    ...eventFields,
  },
  options,
).index({ courseId: 1, activityId: 1 });

const toLink = ({ _id, events, eventsSince, ...rest }: LinkDocument): ResourceLink => ({
  id: _id,
  ...rest,
  // Links that are older than the field have none.
  dates: rest.dates ?? null,
});
const toCourse = ({ _id, courseId, copiedFrom, ...rest }: CourseDocument): Course => ({
  id: _id,
  ...rest,
  startsAt: rest.startsAt ?? null,
});

interface Origins {
  readonly copiedFrom: readonly string[];
}

export type CourseStore = ReturnType<typeof createCourseStore>;

/** Queries of `courses`, `resourceLinks` and `members`. */
export function createCourseStore(connection: Connection) {
  const Courses = defineCollection(connection, 'courses', courseSchema);
  const Links = defineCollection(connection, 'resourceLinks', linkSchema, { events: true });

  return {
    ...createMemberStore(connection),
    names: namesLookup,

    async saveCourse(course: Course): Promise<void> {
      const { id, lineItems, membershipsUrl, groupsUrl, groupSetsUrl, startsAt, url, ...fields } = course;
      // Not every placement's launch names services, dates and pages: they are not forgotten for that.
      const services = {
        ...(lineItems && { lineItems }),
        ...(membershipsUrl && { membershipsUrl }),
        ...(groupsUrl && { groupsUrl, groupSetsUrl }),
        ...(startsAt && { startsAt }),
        ...(url && { url }),
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

    /** The tenant of a course by its id alone: for background work that an event starts. */
    async findScope(courseId: string): Promise<CourseScope | null> {
      const found = await Courses.findOne({ _id: courseId }).lean<CourseDocument>();
      return found && { courseId, platformId: found.platformId, deploymentId: found.deploymentId };
    },

    /** Ids of all courses of the installation, in their order: for work on all of them. */
    async listIds(after: string, limit: number): Promise<string[]> {
      const found = await Courses.find({ _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<CourseDocument[]>();
      return found.map(({ _id }) => _id);
    },

    /** Where the course's gradebook columns are made; null where no launch has named it. */
    async findLineItemsUrl(scope: CourseScope): Promise<string | null> {
      const found = await Courses.findOne({
        _id: scope.courseId,
        courseId: scope.courseId,
      }).lean<CourseDocument>();
      return found?.lineItems ?? null;
    },

    /** The links that point to some activities. */
    async findLinksToAll(scope: CourseScope, activityIds: readonly string[]): Promise<ResourceLink[]> {
      const found = await Links.find({ courseId: scope.courseId, activityId: { $in: activityIds } })
        .sort({ activityId: 1, _id: 1 })
        .lean<LinkDocument[]>();
      return found.map(toLink);
    },

    /** What copying asks of a course, with the contexts that a notice has named as its origins. */
    async findLineage(scope: CourseScope): Promise<(Pick<Course, 'title' | 'startsAt'> & Origins) | null> {
      const found = await Courses.findOne({ _id: scope.courseId }).lean<CourseDocument>();
      return (
        found && { title: found.title, startsAt: found.startsAt ?? null, copiedFrom: found.copiedFrom ?? [] }
      );
    },

    /** Keeps what a notice tells of a course's origins; the course itself may still be unknown. */
    async saveOrigins(
      course: Pick<Course, 'id' | 'platformId' | 'deploymentId' | 'contextId' | 'title' | 'label'>,
      copiedFrom: readonly string[],
    ): Promise<void> {
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
      const { id, courseId, lineItem, url, title, ...fixed } = link;
      const saved = await Links.findOneAndUpdate(
        { _id: id, courseId },
        // A launch without a line item (Canvas's grading view) does not take the column away.
        {
          $set: { ...fixed, title, ...(lineItem && { lineItem }), ...(url && { url }) },
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
  };
}
