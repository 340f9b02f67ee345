import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { STAFF } from '../../core/receivers.ts';
import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import { askedTime, type TeamAction } from './retrospectives.domain.ts';
import type { RetrospectiveStore } from './retrospectives.store.ts';

const OF_SOME: ReadonlySet<DomainEvent['type']> = new Set([
  'retrospective.written',
  'teamAction.saved',
  'lesson.offered',
  'lesson.decided',
]);

/** The most lessons that are counted. */
const COUNTED = 500;

/** With its date until then, and as overdue from then on. */
function mattersOfAction({
  actionId,
  activityId,
  groupId,
  ownerId,
  text,
  dueAt,
}: TeamAction): SourceMatter[] {
  const matter = {
    topic: activityId,
    activityId,
    waitsFor: ownerId,
    params: { name: text, count: 1, groupId },
  };
  return [
    { ...matter, id: actionId, code: 'TEAM_ACTION', since: new Date(0), until: dueAt },
    { ...matter, id: `${actionId}/overdue`, code: 'TEAM_ACTION_OVERDUE', since: dueAt, until: null },
  ];
}

/** What retrospectives ask: of members their notes and what they said they would do, of staff a word on lessons. */
export function createRetrospectiveMatters(
  store: Pick<RetrospectiveStore, 'listWriters' | 'listOpenActions' | 'listLessons'>,
  rooms: Pick<TeamRooms, 'findRunning' | 'listIds'>,
): MatterSource {
  async function mattersIn(scope: CourseScope, activityId: string, waitsFor: ReadonlySet<string>) {
    const [running, writers, actions, lessons] = await Promise.all([
      rooms.findRunning(scope, activityId),
      store.listWriters(scope, activityId),
      store.listOpenActions(scope, activityId),
      store.listLessons(scope, activityId, ['offered'], '', COUNTED),
    ]);
    if (!running?.project.team.retrospective) return [];
    const { project, groups, openTo } = running;
    const mayDo = (memberId: string): boolean =>
      waitsFor.has(memberId) && openTo?.includes(memberId) !== false;
    const written = new Set(writers.map(({ groupId, n, memberId }) => `${groupId}/${n}/${memberId}`));
    const members = groups.flatMap(({ groupId, memberIds }) =>
      memberIds.filter(mayDo).map((memberId) => ({ groupId, memberId })),
    );
    const toWrite = members.flatMap(({ groupId, memberId }) =>
      project.milestones
        .filter(({ n }) => !written.has(`${groupId}/${n}/${memberId}`))
        .map((milestone): SourceMatter => {
          const id = `${activityId}/${groupId}/${milestone.n}`;
          const params = { name: `${project.title}: ${milestone.title}`, count: 1, groupId };
          const asked = { topic: activityId, activityId, waitsFor: memberId, params };
          return { ...asked, id, code: 'LOOK_BACK', ...askedTime(milestone) };
        }),
    );
    // Who has left the group has nothing to do in it any more.
    const toDo = actions
      .filter(({ groupId, ownerId }) =>
        members.some((one) => one.groupId === groupId && one.memberId === ownerId),
      )
      .flatMap(mattersOfAction);
    const [oldest] = lessons.toSorted((a, b) => a.offeredAt.getTime() - b.offeredAt.getTime());
    const ofStaff: SourceMatter[] =
      oldest && waitsFor.has(STAFF)
        ? [
            {
              id: `${activityId}/lessons`,
              topic: activityId,
              activityId,
              waitsFor: STAFF,
              code: 'LESSONS_OFFERED',
              params: { name: project.title, count: lessons.length },
              since: oldest.offeredAt,
              until: null,
            },
          ]
        : [];
    return [...toWrite, ...toDo, ...ofStaff];
  }

  return {
    name: 'retrospective',
    kind: 'people',
    forLearners: true,

    concernOf(event) {
      const { type, data } = event;
      if (!OF_SOME.has(type)) return concernOfRooms(event);
      return { topics: [String(data['activityId'])], memberIds: data['memberIds'] as readonly string[] };
    },

    async read(scope, topics, waitsFor) {
      const receivers = new Set(waitsFor);
      const found = await Promise.all(topics.map((topic) => mattersIn(scope, topic, receivers)));
      return found.flat();
    },

    listTopics: (scope, after, limit) => rooms.listIds(scope, after, limit),
  };
}
