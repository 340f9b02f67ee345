import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { containing } from '../../core/pattern.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Lesson, Note, PublishedLesson, RetrospectiveKey, TeamAction } from './retrospectives.domain.ts';

/** `_id`: activity/group/n/member. */
type NoteDocument = Note & Eventful & { _id: string; courseId: string };
type ActionDocument = Omit<TeamAction, 'actionId'> & Eventful & { _id: string; courseId: string };
type LessonDocument = Omit<Lesson, 'lessonId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const moment = { type: Date, required: true };
const options = { versionKey: false, strict: 'throw' } as const;
const common = {
  _id: required,
  courseId: required,
  activityId: required,
  groupId: required,
  n: number,
  events: { type: [Schema.Types.Mixed] as never, required: true },
  eventsSince: Date,
};

const noteSchema = new Schema<NoteDocument>(
  {
    ...common,
    memberId: required,
    texts: { type: Schema.Types.Mixed, required: true } as never,
    revision: number,
    savedAt: moment,
  },
  options,
).index({ courseId: 1, activityId: 1, groupId: 1, n: 1 });

const actionSchema = new Schema<ActionDocument>(
  { ...common, text: required, ownerId: required, dueAt: moment, state: required as never, revision: number },
  options,
).index({ courseId: 1, activityId: 1, groupId: 1 });

const lessonSchema = new Schema<LessonDocument>(
  {
    ...common,
    title: required,
    text: required,
    offeredAt: moment,
    state: required as never,
    publishedAt: Date as never,
  },
  options,
)
  .index({ courseId: 1, state: 1, publishedAt: -1, _id: 1 })
  .index({ courseId: 1, activityId: 1, _id: 1 })
  .index({ courseId: 1, activityId: 1, groupId: 1 });

const toAction = ({ _id, courseId, events, eventsSince, ...rest }: ActionDocument): TeamAction => ({
  actionId: _id,
  ...rest,
});
const toLesson = ({ _id, courseId, events, eventsSince, ...rest }: LessonDocument): Lesson => ({
  lessonId: _id,
  ...rest,
});

export type RetrospectiveStore = ReturnType<typeof createRetrospectiveStore>;

/** Queries of `retrospectiveNotes`, `teamActions` and `teamLessons`. */
export function createRetrospectiveStore(connection: Connection) {
  const Notes = defineCollection(connection, 'retrospectiveNotes', noteSchema, { events: true });
  const Actions = defineCollection(connection, 'teamActions', actionSchema, { events: true });
  const Lessons = defineCollection(connection, 'teamLessons', lessonSchema, { events: true });

  return {
    /** What members of a group say after a milestone; there is one of each. */
    listNotes: ({ courseId }: CourseScope, { activityId, groupId, n }: RetrospectiveKey): Promise<Note[]> =>
      Notes.find({ courseId, activityId, groupId, n }, { events: 0, eventsSince: 0 })
        .sort({ _id: 1 })
        .lean<NoteDocument[]>(),

    /** Who has said something in a project, without what. */
    listWriters: (
      { courseId }: CourseScope,
      activityId: string,
    ): Promise<Pick<Note, 'groupId' | 'n' | 'memberId'>[]> =>
      Notes.find({ courseId, activityId }, { groupId: 1, n: 1, memberId: 1 }).lean<NoteDocument[]>(),

    /** @param event where it is the first saving. @returns false when it was saved meanwhile */
    async saveNote(
      { courseId }: CourseScope,
      { activityId, groupId, n, memberId, texts, savedAt }: Omit<Note, 'revision'>,
      expectedRevision: number,
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = `${activityId}/${groupId}/${n}/${memberId}`;
      if (expectedRevision === 0) {
        const note = { activityId, groupId, n, memberId, texts, savedAt, revision: 1 };
        return insertOnce(Notes, { _id, courseId, ...note, events: [event], eventsSince: event.at });
      }
      const { matchedCount } = await Notes.updateOne(
        { _id, courseId, revision: expectedRevision },
        { $set: { texts, savedAt }, $inc: { revision: 1 } },
      );
      return matchedCount > 0;
    },

    async listActions({ courseId }: CourseScope, activityId: string, groupId: string): Promise<TeamAction[]> {
      return (await Actions.find({ courseId, activityId, groupId }).lean<ActionDocument[]>()).map(toAction);
    },

    /** What is to be done in a project. @param groupIds by these groups alone; absent: by all */
    async listOpenActions(
      { courseId }: CourseScope,
      activityId: string,
      groupIds?: readonly string[],
    ): Promise<TeamAction[]> {
      const ofGroups = groupIds && { groupId: { $in: groupIds } };
      const found = await Actions.find({ courseId, activityId, ...ofGroups, state: 'open' }).lean<
        ActionDocument[]
      >();
      return found.map(toAction);
    },

    /** What somebody has still to do in some groups of some projects. */
    async listActionsOf(
      { courseId }: CourseScope,
      ownerId: string,
      activityIds: readonly string[],
      groupIds: readonly string[],
    ): Promise<TeamAction[]> {
      const found = await Actions.find({
        courseId,
        activityId: { $in: activityIds },
        groupId: { $in: groupIds },
        ownerId,
        state: 'open',
      }).lean<ActionDocument[]>();
      return found.map(toAction);
    },

    /** @returns false when it was changed meanwhile, or the id is in use elsewhere */
    async saveAction(
      { courseId }: CourseScope,
      { actionId: _id, activityId, groupId, revision, ...changed }: TeamAction,
      event: DomainEvent,
    ): Promise<boolean> {
      if (revision === 1)
        return insertOnce(Actions, {
          _id,
          courseId,
          activityId,
          groupId,
          revision,
          ...changed,
          events: [event],
          eventsSince: event.at,
        });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Actions.updateOne(
        { _id, courseId, activityId, groupId, revision: revision - 1 },
        { $set: { ...changed, revision, ...$set }, $push },
      );
      return matchedCount > 0;
    },

    async listLessonsOf({ courseId }: CourseScope, activityId: string, groupId: string): Promise<Lesson[]> {
      const found = await Lessons.find({ courseId, activityId, groupId }).lean<LessonDocument[]>();
      return found.map(toLesson);
    },

    /** Lessons of a project by their ids: the page after `after`. */
    async listLessons(
      { courseId }: CourseScope,
      activityId: string,
      states: readonly Lesson['state'][],
      after: string,
      limit: number,
    ): Promise<Lesson[]> {
      const found = await Lessons.find({
        courseId,
        activityId,
        _id: { $gt: after },
        state: { $in: [...states] },
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<LessonDocument[]>();
      return found.map(toLesson);
    },

    /**
     * What the groups of a course have published, newest first. @param search in the title or the text; null: all
     * @param before the last of the page before
     */
    async listPublished(
      { courseId }: CourseScope,
      search: string | null,
      before: { readonly at: Date; readonly id: string } | null,
      limit: number,
    ): Promise<PublishedLesson[]> {
      const pattern = search !== null && containing(search);
      const older = before && {
        $or: [{ publishedAt: { $lt: before.at } }, { publishedAt: before.at, _id: { $gt: before.id } }],
      };
      const found = await Lessons.find({
        courseId,
        state: 'published',
        $and: [{ publishedAt: { $ne: null } }, ...(older ? [older] : [])],
        ...(pattern && { $or: [{ title: pattern }, { text: pattern }] }),
      })
        .sort({ publishedAt: -1, _id: 1 })
        .limit(limit)
        .lean<(LessonDocument & { publishedAt: Date })[]>();
      return found.map((one) => ({ ...toLesson(one), publishedAt: one.publishedAt }));
    },

    async findLesson(
      { courseId }: CourseScope,
      activityId: string,
      lessonId: string,
    ): Promise<Lesson | null> {
      const found = await Lessons.findOne({ _id: lessonId, courseId, activityId }).lean<LessonDocument>();
      return found && toLesson(found);
    },

    /** @returns false when there is one of this id */
    addLesson: ({ courseId }: CourseScope, { lessonId: _id, ...lesson }: Lesson, event: DomainEvent) =>
      insertOnce(Lessons, { _id, courseId, ...lesson, events: [event], eventsSince: event.at }),

    async setLessonState(
      { courseId }: CourseScope,
      { lessonId, state, publishedAt }: Pick<Lesson, 'lessonId' | 'state' | 'publishedAt'>,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Lessons.updateOne(
        { _id: lessonId, courseId },
        { $set: { state, ...(publishedAt && { publishedAt }), ...$set }, $push },
      );
    },
  };
}
