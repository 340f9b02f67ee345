import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { STAFF } from '../../core/receivers.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { Concern, MatterSource, SourceMatter } from '../insights/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { PresentGroup } from './groups-port.service.ts';
import { MARK_EVENTS } from './marked-items.service.ts';
import { isDecided } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { countsOf, type Stage, waitsOf } from './matters.domain.ts';
import { concernOfRooms } from './room-topics.service.ts';
import type { TeamRooms } from './rooms.service.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly rooms: Pick<TeamRooms, 'findRunning' | 'listIds'>;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
}

/** The dates of one member are those of the whole group; who comes after a copy must hear that it was taken back. */
const OF_GROUPS: ReadonlySet<DomainEvent['type']> = new Set([
  'extension.changed',
  'accommodation.changed',
  'membership.opened',
  'membership.closed',
  'deliverable.withdrawn',
]);

function concernOf(event: DomainEvent): Concern | null {
  const { type, subject, data } = event;
  const topics = typeof data['activityId'] === 'string' ? [data['activityId']] : null;
  if (OF_GROUPS.has(type)) return { topics, memberIds: null };
  if (MARK_EVENTS.has(type)) return { topics, memberIds: [] };
  if (subject.kind === 'deliverable')
    return { topics, memberIds: Array.isArray(data['memberIds']) ? (data['memberIds'] as string[]) : [] };
  return concernOfRooms(event);
}

/** What milestones ask: of groups to hand in and to confirm, of staff to look at who is missing and to mark. */
export function createDeliverableMatters(ports: Ports): MatterSource {
  const { activities, rooms, deliverables, marks } = ports;

  /** The stages of each group with somebody in it. */
  async function stagesOf(scope: CourseScope, activity: Activity, present: readonly PresentGroup[]) {
    const groupIds = present.map(({ groupId }) => groupId);
    const people = [...new Set(present.flatMap(({ memberIds }) => memberIds))];
    const [changes, lines, marked] = await Promise.all([
      activities.findChanges(scope, activity.id, people),
      deliverables.listOfGroups(scope, activity.id, groupIds),
      marks.listOfGroups(scope, activity.id, groupIds),
    ]);
    const keyOf = (groupId: string, n: number): string => `${groupId}/${n}`;
    const handedIn = new Map(lines.map((line) => [keyOf(line.groupId, line.n), line.handedIn]));
    const given = new Set(marked.flatMap((one) => (isDecided(one) ? [keyOf(one.groupId, one.n)] : [])));
    const { milestones } = settingsOf(activity);
    return present.map(({ groupId, memberIds }) => {
      const dates = groupDates(activity, changes, memberIds);
      const stages = milestones.flatMap(({ n, title }): Stage[] => {
        const own = dates.get(n);
        const key = keyOf(groupId, n);
        return own
          ? [{ n, title, dates: own, handedIn: handedIn.get(key) ?? null, isMarked: given.has(key) }]
          : [];
      });
      return { groupId, memberIds, stages };
    });
  }

  async function mattersIn(
    scope: CourseScope,
    activityId: string,
    waitsFor: readonly string[],
  ): Promise<SourceMatter[]> {
    const running = await rooms.findRunning(scope, activityId);
    if (!running) return [];
    const { activity, project, groups, openTo } = running;
    const forStaff = waitsFor.includes(STAFF);
    const wanted = new Set(waitsFor.filter((id) => openTo?.includes(id) !== false));
    // What happens to one group is no reason to read all of them.
    const concerned = groups.filter(({ memberIds }) =>
      forStaff ? memberIds.length > 0 : memberIds.some((id) => wanted.has(id)),
    );
    const known = await stagesOf(scope, activity, concerned);
    const shared = { topic: activityId, activityId };
    const { title: name, startsAt, milestones } = project;
    const ofLearners = known.flatMap(({ groupId, memberIds, stages }) =>
      waitsOf(stages, memberIds, startsAt).flatMap(({ n, title, code, memberIds: whom, since, until }) =>
        whom
          .filter((id) => wanted.has(id))
          .map((id): SourceMatter => ({
            ...shared,
            id: `${activityId}/${groupId}/${n}/${code}`,
            waitsFor: id,
            code,
            params: { name: title, count: 1, groupId, n },
            since,
            until,
          })),
      ),
    );
    if (!forStaff) return ofLearners;
    const graded = new Set(milestones.flatMap(({ n, points }) => (points > 0 ? [n] : [])));
    const counts = countsOf(
      known.map(({ stages }) => stages),
      graded,
    );
    const ofStaff = counts.map(({ n, title, code, count, since }): SourceMatter => ({
      ...shared,
      id: `${activityId}/${n}/${code}`,
      waitsFor: STAFF,
      code,
      params: { name, title, count },
      since,
      until: null,
    }));
    return [...ofLearners, ...ofStaff];
  }

  return {
    name: 'groupWork',
    kind: 'work',
    forLearners: true,
    concernOf,

    async read(scope, topics, waitsFor) {
      return (await Promise.all(topics.map((topic) => mattersIn(scope, topic, waitsFor)))).flat();
    },

    listTopics: rooms.listIds,
  };
}
