import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { pageOfGroups } from '../group-work/index.ts';
import { isOpen, opensAt, type Plenaries, topicsOf, withOpening } from './plenaries.domain.ts';
import type { PlenaryStore } from './plenaries.store.ts';
import type { ScenarioPorts, ScenarioService } from './scenarios.service.ts';
import { plenariesView, plenaryView } from './scenarios.views.ts';

/** What is whole is long: groups that one sees at once are few. */
const GROUPS_AT_ONCE = 12;

export type PlenaryService = ReturnType<typeof createPlenaryService>;

/** What groups have handed in, side by side: for staff to show, and for learners from a date on (group-work.md item 2). */
export function createPlenaryService(
  store: PlenaryStore,
  scenarios: Pick<ScenarioService, 'byGroup'>,
  { rooms, files, clock, eventsWritten }: ScenarioPorts,
) {
  async function open(caller: Caller, activityId: string) {
    const [{ project, groups }, plenaries] = await Promise.all([
      rooms.openAll(caller, activityId),
      store.find(caller.scope, activityId),
    ]);
    const { milestones } = project;
    const view = (latest: Plenaries) =>
      plenariesView(
        milestones.map(({ n, title }) => ({
          n,
          title,
          opensAt: opensAt(latest, n),
          isOpen: isOpen(latest, n, clock.now()),
        })),
        latest.revision,
        isStaff(caller.member.role),
        { open: caller.can('groupWork.lead') },
      );
    return { project, groups, plenaries, view };
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async list(caller: Caller, activityId: string) {
      const { view, plenaries } = await open(caller, activityId);
      return view(plenaries);
    },

    /** @throws AppError PLENARY_CLOSED for learners before its date; as `list` */
    async get(caller: Caller, activityId: string, n: number, after: string | undefined, limit: number) {
      const { project, groups, plenaries } = await open(caller, activityId);
      if (!isStaff(caller.member.role) && !isOpen(plenaries, n, clock.now()))
        throw new AppError('PLENARY_CLOSED');
      const milestone = project.milestones.find((one) => one.n === n);
      if (!milestone) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      const groupIds = groups.map(({ groupId }) => groupId);
      const [handedIn, given] = await Promise.all([
        rooms.listHandedInIds(caller.scope, activityId, n),
        scenarios.byGroup(caller, project, groupIds),
      ]);
      const haveHandedIn = new Set(handedIn);
      const page = pageOfGroups(
        groups.filter(({ groupId }) => haveHandedIn.has(groupId)),
        after,
        Math.min(limit, GROUPS_AT_ONCE),
      );
      const copies = new Map(
        (
          await rooms.listHandedIn(
            caller.scope,
            activityId,
            n,
            page.items.map(({ groupId }) => groupId),
          )
        ).map((one) => [one.groupId, one.handedIn]),
      );
      const attached = [...copies.values()].flatMap(({ fileIds }) => fileIds);
      const ready = attached.length === 0 ? new Map() : await files.findReady(caller.scope, attached);
      return plenaryView({
        title: project.title,
        files: ready,
        milestone,
        topics: topicsOf(
          milestone.criteria,
          [...copies.values()].flatMap(({ sections }) => sections ?? []),
        ),
        groups: page.items.flatMap(({ groupId, name }) => {
          const copy = copies.get(groupId);
          return copy ? [{ groupId, name, copy, scenario: given?.get(groupId) ?? null }] : [];
        }),
        next: page.next,
        opensAt: opensAt(plenaries, n),
        can: { open: caller.can('groupWork.lead') },
      });
    },

    /** Numbers of the milestones whose plenary learners see now. */
    async openIn(scope: CourseScope, activityId: string): Promise<readonly number[]> {
      const plenaries = await store.find(scope, activityId);
      return plenaries.opens.map(({ n }) => n).filter((n) => isOpen(plenaries, n, clock.now()));
    },

    /** @param from null: learners do not see it. @throws AppError NOT_FOUND, STALE_REVISION */
    async setOpening(
      caller: Caller,
      activityId: string,
      n: number,
      from: Date | 'now' | null,
      expectedRevision: number,
    ) {
      const { project, plenaries, view } = await open(caller, activityId);
      if (!project.milestones.some((one) => one.n === n))
        throw new AppError('NOT_FOUND', { kind: 'milestone' });
      if (plenaries.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const when = from === 'now' ? clock.now() : from;
      const changed = { activityId, opens: withOpening(plenaries, n, when), revision: expectedRevision + 1 };
      const about = { activityId, n, opensAt: when?.toISOString() ?? null };
      const subject = { kind: 'plenary', id: `${activityId}/${n}` };
      const event = courseEvent('plenary.opened', subject, caller, clock.now(), about);
      if (!(await store.save(caller.scope, changed, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return view(changed);
    },
  };
}
