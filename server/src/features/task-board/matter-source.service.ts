import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import type { TaskStore } from './task-board.store.ts';

/** A learner's own tasks that are not done, with their dates: as long as the project is open and they are in the group. */
export const createTaskMatters = (
  store: Pick<TaskStore, 'listOpenOf'>,
  { findRunning, listIds }: Pick<TeamRooms, 'findRunning' | 'listIds'>,
): MatterSource => ({
  name: 'taskBoard',
  kind: 'work',
  forLearners: true,

  concernOf(event) {
    const { subject, data } = event;
    if (subject.kind !== 'task') return concernOfRooms(event);
    return { topics: [String(data['activityId'])], memberIds: data['memberIds'] as readonly string[] };
  },

  async read(scope, topics, waitsFor) {
    const tasks = await store.listOpenOf(scope, topics, waitsFor);
    const concerned = [...new Set(tasks.map(({ activityId }) => activityId))];
    const projects = await Promise.all(concerned.map((id) => findRunning(scope, id)));
    const inside = new Set(
      projects.flatMap((project, index) =>
        project
          ? project.groups.flatMap(({ groupId, memberIds }) =>
              memberIds.map((id) => `${concerned[index]}/${groupId}/${id}`),
            )
          : [],
      ),
    );
    return tasks.flatMap(({ taskId, activityId, groupId, title, ownerIds, dueAt, changedAt }) =>
      ownerIds
        .filter((id) => waitsFor.includes(id) && inside.has(`${activityId}/${groupId}/${id}`))
        .map((memberId): SourceMatter => ({
          id: `${activityId}/${taskId}`,
          topic: activityId,
          activityId,
          waitsFor: memberId,
          code: 'TASK',
          params: { name: title, count: 1, groupId },
          since: changedAt,
          until: null,
          // It waits on when that has passed.
          answerBy: dueAt,
        })),
    );
  },

  listTopics: listIds,
});
