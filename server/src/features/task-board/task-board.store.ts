import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Task } from './task-board.domain.ts';

type TaskDocument = Omit<Task, 'taskId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const ids = { type: [String] as never, required: true };
const date = { type: Date, default: null } as never;

const schema = new Schema<TaskDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    title: required,
    note: { type: String, default: '' },
    state: { ...required } as never,
    ownerIds: ids,
    dueAt: date,
    milestone: { type: Number, default: null } as never,
    place: number,
    revision: number,
    changedAt: { type: Date, required: true },
    doneAt: date,
    doneBy: ids,
    deletedAt: date,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
)
  .index({ courseId: 1, activityId: 1, groupId: 1, deletedAt: 1 })
  .index({ courseId: 1, ownerIds: 1, state: 1 });

/** More than a board has with what was deleted from it lately. */
const READ_MAX = 1_000;
/** Of the groups of a page: a read of them all is one round trip. */
const AT_ONCE = 20_000;
/** Tasks that members have to do, of all of them that are asked about. */
const OWN_MAX = 2_000;

const toTask = ({ _id, courseId, events, eventsSince, ...rest }: TaskDocument): Task => ({
  taskId: _id,
  ...rest,
});

export type TaskStore = ReturnType<typeof createTaskStore>;

/** Queries of `groupTasks`. */
export function createTaskStore(connection: Connection) {
  const Tasks = defineCollection(connection, 'groupTasks', schema, { events: true });
  const WITHOUT_EVENTS = { events: 0, eventsSince: 0 } as const;
  return {
    /** The tasks of a group, those that are deleted behind the others. */
    async listOf({ courseId }: CourseScope, activityId: string, groupId: string): Promise<Task[]> {
      const found = await Tasks.find({ courseId, activityId, groupId }, WITHOUT_EVENTS)
        .sort({ deletedAt: 1 })
        .limit(READ_MAX)
        .lean<TaskDocument[]>();
      return found.map(toTask);
    },

    /** Of the tasks of some groups what tells who did what when: nothing that anybody has written. */
    listTraces: ({ courseId }: CourseScope, activityId: string, groupIds: readonly string[]) =>
      Tasks.find(
        { courseId, activityId, groupId: { $in: groupIds }, deletedAt: null },
        { groupId: 1, milestone: 1, changedAt: 1, doneAt: 1, doneBy: 1 },
      )
        .batchSize(AT_ONCE)
        .lean<Pick<Task, 'groupId' | 'milestone' | 'changedAt' | 'doneAt' | 'doneBy'>[]>(),

    async find({ courseId }: CourseScope, taskId: string): Promise<Task | null> {
      const found = await Tasks.findOne({ _id: taskId, courseId }, WITHOUT_EVENTS).lean<TaskDocument>();
      return found && toTask(found);
    },

    /** What some members have to do in some projects. */
    async listOpenOf(
      { courseId }: CourseScope,
      activityIds: readonly string[],
      memberIds: readonly string[],
    ) {
      const found = await Tasks.find(
        {
          courseId,
          ownerIds: { $in: memberIds },
          state: { $ne: 'done' },
          activityId: { $in: activityIds },
          deletedAt: null,
        },
        WITHOUT_EVENTS,
      )
        .limit(OWN_MAX)
        .lean<TaskDocument[]>();
      return found.map(toTask);
    },

    /** Writes a task over the revision before it. @returns false when somebody was faster */
    async put({ courseId }: CourseScope, { taskId, ...task }: Task, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      if (task.revision === 1)
        return insertOnce(Tasks, { _id: taskId, courseId, ...task, events: [event], ...$set });
      const { matchedCount } = await Tasks.updateOne(
        { _id: taskId, courseId, groupId: task.groupId, revision: task.revision - 1 },
        { $set: { ...task, ...$set }, $push },
      );
      return matchedCount > 0;
    },

    /** Says something of a task that changes nothing of it. */
    async say({ courseId }: CourseScope, taskId: string, event: DomainEvent): Promise<void> {
      await Tasks.updateOne({ _id: taskId, courseId }, pushEvents(event));
    },
  };
}
