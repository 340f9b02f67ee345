import type { CourseScope } from '../../core/course-scope.ts';
import { STAFF } from '../../core/receivers.ts';
import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import { askedOf, missedFrom } from './team-charter.domain.ts';
import type { CharterStore } from './team-charter.store.ts';

/** What charters ask: of learners to write one or to agree to it, of staff to look at groups that have none. */
export function createCharterMatters(
  store: Pick<CharterStore, 'listOf'>,
  rooms: Pick<TeamRooms, 'findRunning' | 'listIds'>,
): MatterSource {
  async function mattersIn(
    scope: CourseScope,
    activityId: string,
    waitsFor: readonly string[],
  ): Promise<SourceMatter[]> {
    const [running, charters] = await Promise.all([
      rooms.findRunning(scope, activityId),
      store.listOf(scope, activityId),
    ]);
    if (!running?.project.team.charter) return [];
    const { project, groups, openTo } = running;
    const known = new Map(charters.map(({ groupId, current }) => [groupId, current]));
    const matter = { topic: activityId, activityId, until: null };
    const ofLearners = groups.flatMap(({ groupId, memberIds }) =>
      memberIds.flatMap((memberId): SourceMatter[] => {
        const current = known.get(groupId) ?? null;
        const asked = askedOf(current, memberId);
        if (!asked || !waitsFor.includes(memberId) || openTo?.includes(memberId) === false) return [];
        const code = asked === 'write' ? 'WRITE_CHARTER' : 'AGREE_TO_CHARTER';
        const params = { name: project.title, count: 1, groupId };
        const since = current?.at ?? project.startsAt;
        return [{ ...matter, id: `${activityId}/${groupId}`, waitsFor: memberId, code, params, since }];
      }),
    );
    const count = groups.filter(({ groupId }) => !known.get(groupId)).length;
    if (count === 0 || !waitsFor.includes(STAFF)) return ofLearners;
    const params = { name: project.title, count };
    const since = missedFrom(project.startsAt);
    const id = `${activityId}/missing`;
    return [...ofLearners, { ...matter, id, waitsFor: STAFF, code: 'CHARTERS_MISSING', params, since }];
  }

  return {
    name: 'teamCharter',
    kind: 'people',
    forLearners: true,

    concernOf(event) {
      const { type, data } = event;
      if (type !== 'charter.proposed' && type !== 'charter.agreed') return concernOfRooms(event);
      return { topics: [String(data['activityId'])], memberIds: data['memberIds'] as readonly string[] };
    },

    async read(scope, topics, waitsFor) {
      const found = await Promise.all(topics.map((topic) => mattersIn(scope, topic, waitsFor)));
      return found.flat();
    },

    listTopics: (scope, after, limit) => rooms.listIds(scope, after, limit),
  };
}
