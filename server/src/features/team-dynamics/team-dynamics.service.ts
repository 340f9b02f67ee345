import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import {
  askedAbout,
  askedTime,
  bandsOf,
  lowIn,
  newestOf,
  type Steps,
  surveyAt,
} from './team-dynamics.domain.ts';
import type { DynamicsStore } from './team-dynamics.store.ts';
import { teamDynamicsView } from './team-dynamics.views.ts';

export interface DynamicsPorts {
  readonly rooms: Pick<TeamRooms, 'open'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** One group of a project. */
interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

export type DynamicsService = ReturnType<typeof createDynamicsService>;

/** How members of groups say they work together after each milestone (group-work.md item 8). */
export function createDynamicsService(store: DynamicsStore, ports: DynamicsPorts) {
  const { rooms, course, clock, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND where the project does not ask */
  async function open(caller: Caller, { activityId, groupId }: Place) {
    const room = await rooms.open(caller, activityId, groupId);
    if (!room.project.team.dynamics) throw new AppError('NOT_FOUND', { kind: 'dynamics' });
    const surveys = await store.list(caller.scope, activityId, [groupId]);
    const surveyOf = (n: number) => surveys.find((one) => one.n === n) ?? null;
    return { ...room, surveyOf };
  }

  async function get(caller: Caller, place: Place) {
    const { scope, member } = caller;
    const { project, group, canWrite, surveyOf } = await open(caller, place);
    const { memberIds } = group;
    const now = clock.now();
    const n = askedAbout(project.milestones, now);
    if (n === null) throw new AppError('NOT_FOUND', { kind: 'milestone' });
    const names = new Map((await course.findMembers(scope, memberIds)).map(({ id, name }) => [id, name]));
    return teamDynamicsView({
      project,
      group,
      names,
      forId: member.id,
      canWrite: canWrite && caller.can('groupWork.write'),
      n,
      surveys: project.milestones.map((milestone) => ({
        ...surveyAt(milestone, surveyOf(milestone.n), memberIds, member.id, now),
        title: milestone.title,
      })),
    });
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN; NOT_IN_GROUP for members of other groups */
    get,

    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_CLOSED; QUESTIONNAIRE_CLOSED where the caller is not asked now */
    async answer(caller: Caller, place: Place, n: number, steps: Steps) {
      const { project, group, canWrite, surveyOf } = await open(caller, place);
      if (!canWrite) throw new AppError('ACTIVITY_CLOSED');
      const milestone = project.milestones.find((one) => one.n === n);
      if (!milestone) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      const by = caller.member.id;
      const at = clock.now();
      const { own, state } = surveyAt(milestone, surveyOf(n), group.memberIds, by, at);
      if (own === 'answered') return get(caller, place);
      if (own === null || state !== 'open') throw new AppError('QUESTIONNAIRE_CLOSED');
      const { activityId, groupId } = place;
      const subject = { kind: 'teamDynamics', id: `${activityId}/${groupId}/${n}` };
      const event = courseEvent('dynamics.answered', subject, caller, at, {
        activityId,
        groupId,
        n,
        memberIds: [by],
      });
      const first = { memberIds: group.memberIds, until: askedTime(milestone).until };
      if (await store.answer(caller.scope, { ...place, n }, first, { by, steps, at }, event)) eventsWritten();
      return get(caller, place);
    },

    /** What some groups said last: the milestone, and what is low. One round trip. */
    async listLast(scope: CourseScope, activityId: string, groupIds: readonly string[]) {
      const now = clock.now();
      const all = await store.list(scope, activityId, groupIds);
      return groupIds.flatMap((groupId) => {
        const newest = newestOf(
          all.filter((one) => one.groupId === groupId),
          now,
        );
        const bands = newest && bandsOf(newest, now);
        return newest && bands ? [{ groupId, n: newest.n, low: lowIn(bands) }] : [];
      });
    },
  };
}
