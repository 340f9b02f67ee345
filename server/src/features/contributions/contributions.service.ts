import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { HandedWorks, TeamRooms, TraceSource } from '../group-work/index.ts';
import { contributionsTo, textOf, workedOn } from './contributions.domain.ts';
import { contributionsView } from './contributions.views.ts';
import type { StatementStore } from './statements.store.ts';

export interface ContributionPorts {
  readonly handedWorks: HandedWorks;
  readonly rooms: Pick<TeamRooms, 'listStays'>;
  /** What is known of what groups do, but for their text. */
  readonly traces: readonly TraceSource[];
  /** What each member has written that is still there. */
  readonly writtenBy: (
    scope: CourseScope,
    activityId: string,
    groupId: string,
  ) => Promise<ReadonlyMap<string, number>>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
}

interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

export type ContributionService = ReturnType<typeof createContributionService>;

/** What members of a group have contributed to a milestone, and what they say of it themselves (group-work.md item 5). */
export function createContributionService(store: StatementStore, ports: ContributionPorts) {
  const { handedWorks, rooms, traces, writtenBy, course, clock } = ports;

  /** @throws AppError NOT_FOUND for a milestone that is not there */
  async function open(caller: Caller, { activityId, groupId }: Place, wanted: number | undefined) {
    const found = await handedWorks(caller, activityId, groupId);
    const n = wanted ?? workedOn(found.works);
    const work = found.works.find((one) => one.n === n);
    if (!work) throw new AppError('NOT_FOUND', { kind: 'milestone' });
    return { ...found, work, n: work.n };
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN; NOT_IN_GROUP for members of other groups */
    async get(caller: Caller, place: Place, wanted?: number) {
      const { scope, member } = caller;
      const { activityId, groupId } = place;
      const opened = await open(caller, place, wanted);
      const { title, milestones, group, canWrite, works, work, n } = opened;
      const counted = textOf(n, works);
      const [found, stays, statements, writtenNow] = await Promise.all([
        Promise.all(traces.map((read) => read(scope, activityId, [groupId]))),
        rooms.listStays(scope, groupId),
        store.listOf(scope, { ...place, n }),
        counted === 'now' ? writtenBy(scope, activityId, groupId) : new Map<string, number>(),
      ]);
      const { memberIds } = group;
      const people = contributionsTo(n, { works, done: found.flat(), writtenNow, memberIds, stays });
      const names = new Map(opened.names);
      const left = people.map(({ memberId }) => memberId).filter((id) => !names.has(id));
      for (const { id, name } of left.length === 0 ? [] : await course.findMembers(scope, left))
        names.set(id, name);
      const write = canWrite && caller.can('groupWork.write');
      return contributionsView({
        room: {
          title,
          name: group.name,
          members: memberIds.map((memberId) => ({
            memberId,
            name: names.get(memberId) ?? null,
            isOwn: memberId === member.id,
          })),
          milestones: milestones.map((one) => ({ n: one.n, title: one.title })),
          can: { write },
        },
        n,
        until: work.closesAt,
        isOver: work.isOver,
        textOf: counted,
        people,
        statements,
        names,
        forId: member.id,
        isForStaff: isStaff(member.role),
        can: { write: write && !work.isOver },
      });
    },

    /** @throws AppError NOT_IN_GROUP, NOT_FOUND, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED once the milestone is over, STALE_REVISION */
    async save(caller: Caller, place: Place, n: number, text: string, expectedRevision: number) {
      const { canWrite, work } = await open(caller, place, n);
      if (!canWrite) throw new AppError('ACTIVITY_CLOSED');
      if (work.isOver) throw new AppError('SUBMISSIONS_CLOSED');
      const savedAt = clock.now();
      const revision = expectedRevision + 1;
      const statement = { ...place, n, memberId: caller.member.id, text, revision, savedAt };
      if (!(await store.save(caller.scope, statement))) throw new AppError('STALE_REVISION');
      return { revision, savedAt: savedAt.toISOString() };
    },
  };
}
