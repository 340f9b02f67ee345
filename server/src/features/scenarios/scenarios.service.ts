import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import type { Files } from '../files/index.ts';
import { seededRandom } from '../../core/random.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { pageOfGroups, type TeamProject, type TeamRooms } from '../group-work/index.ts';
import { countsOf, drawScenarios, type ProjectScenarios, withChosen } from './scenarios.domain.ts';
import type { ScenarioStore } from './scenarios.store.ts';
import { groupScenarioView, poolView } from './scenarios.views.ts';

export interface ScenarioPorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'openAll' | 'listHandedIn' | 'listHandedInIds'>;
  readonly files: Pick<Files, 'findReady'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

/** Several may look at once for the first time: each draws anew on what the others have left. */
const TRIES = 5;

export type ScenarioService = ReturnType<typeof createScenarioService>;

/** Which group of a project works on which scenario (group-work.md item 2). */
export function createScenarioService(store: ScenarioStore, { rooms, clock, eventsWritten }: ScenarioPorts) {
  /** With a scenario for each group, where they are drawn; kept as soon as the project is published. */
  async function complete(
    scope: CourseScope,
    requestId: string,
    { activityId, state, team }: TeamProject,
    groupIds: readonly string[],
    found: ProjectScenarios,
    tries = TRIES,
  ): Promise<ProjectScenarios> {
    if (!team.scenarios || team.scenarios.givenBy === 'staff') return found;
    const ids = team.scenarios.list.map(({ id }) => id);
    const random = seededRandom(`${activityId}/${found.revision}`);
    const given = drawScenarios(groupIds, ids, found.given, random);
    const had = new Set(
      found.given.filter(({ scenarioId }) => ids.includes(scenarioId)).map((one) => one.groupId),
    );
    if (given.every(({ groupId }) => had.has(groupId))) return { ...found, given };
    if (state !== 'published') return { ...found, given };
    const all = { activityId, given, revision: found.revision + 1 };
    const by = { scope, requestId, actor: { kind: 'system', job: 'scenarios' } as const };
    const about = { activityId, groups: given.length - had.size };
    const event = courseEvent(
      'scenarios.drawn',
      { kind: 'scenarios', id: activityId },
      by,
      clock.now(),
      about,
    );
    if (await store.save(scope, all, event)) {
      eventsWritten();
      return all;
    }
    if (tries === 0) throw new AppError('STALE_REVISION');
    const project = { activityId, state, team } as TeamProject;
    return complete(scope, requestId, project, groupIds, await store.find(scope, activityId), tries - 1);
  }

  /** Everything as staff see it. @throws AppError NOT_FOUND where the project has no scenarios */
  async function openPool(caller: Caller, activityId: string) {
    const [{ project, groups }, found] = await Promise.all([
      rooms.openAll(caller, activityId),
      store.find(caller.scope, activityId),
    ]);
    const { scenarios } = project.team;
    if (!scenarios) throw new AppError('NOT_FOUND', { kind: 'scenarios' });
    const groupIds = groups.map(({ groupId }) => groupId);
    const all = await complete(caller.scope, caller.requestId, project, groupIds, found);
    return { project, groups, groupIds, scenarios, all };
  }

  return {
    /** The scenarios of a project with its groups, for everybody who may see them all. Null: it has none. */
    async byGroup(caller: Caller, project: TeamProject, groupIds: readonly string[]) {
      const { scenarios } = project.team;
      if (!scenarios) return null;
      const found = await store.find(caller.scope, project.activityId);
      const { given } = await complete(caller.scope, caller.requestId, project, groupIds, found);
      return new Map(
        given.map(({ groupId, scenarioId }) => [
          groupId,
          scenarios.list.find(({ id }) => id === scenarioId) ?? null,
        ]),
      );
    },

    /** @throws AppError NOT_FOUND where the project has none; NOT_IN_GROUP for members of other groups */
    async get(caller: Caller, { activityId, groupId }: Place) {
      const [{ project }, found] = await Promise.all([
        rooms.open(caller, activityId, groupId),
        store.find(caller.scope, activityId),
      ]);
      const { scenarios } = project.team;
      if (!scenarios) throw new AppError('NOT_FOUND', { kind: 'scenarios' });
      const scenarioOf = ({ given }: ProjectScenarios) => {
        const own = given.find((one) => one.groupId === groupId);
        return scenarios.list.find(({ id }) => id === own?.scenarioId) ?? null;
      };
      const kept = scenarioOf(found);
      if (kept) return groupScenarioView(kept);
      return groupScenarioView(scenarioOf((await openPool(caller, activityId)).all));
    },

    /** For staff. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const { project, groups, groupIds, scenarios, all } = await openPool(caller, activityId);
      const { items, next } = pageOfGroups(groups, after, limit);
      return poolView({
        title: project.title,
        givenBy: scenarios.givenBy,
        list: scenarios.list,
        all,
        counts: countsOf(
          scenarios.list.map(({ id }) => id),
          groupIds,
          all.given,
        ),
        groups: items,
        next,
        can: { give: caller.can('groupWork.lead') && project.state !== 'closed' },
      });
    },

    /**
     * @param scenarioId null: the draw decides, or nobody yet where staff choose
     * @throws AppError NOT_FOUND, ACTIVITY_CLOSED, STALE_REVISION
     */
    async give(caller: Caller, place: Place, scenarioId: string | null, expectedRevision: number) {
      const { activityId, groupId } = place;
      const { project, groupIds, scenarios, all } = await openPool(caller, activityId);
      if (project.state === 'closed') throw new AppError('ACTIVITY_CLOSED');
      if (!groupIds.includes(groupId)) throw new AppError('NOT_FOUND', { kind: 'group' });
      if (scenarioId !== null && !scenarios.list.some(({ id }) => id === scenarioId))
        throw new AppError('NOT_FOUND', { kind: 'scenario' });
      if (all.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const chosen = withChosen(all.given, groupId, scenarioId);
      const drawnAgain = { activityId, given: chosen, revision: expectedRevision + 1 };
      const ids = scenarios.list.map(({ id }) => id);
      const random = seededRandom(`${activityId}/${expectedRevision}`);
      const given =
        scenarios.givenBy === 'draw' ? drawScenarios(groupIds, ids, chosen, random) : drawnAgain.given;
      const own = given.find((one) => one.groupId === groupId);
      const about = { activityId, groupId, scenarioId };
      const subject = { kind: 'scenarios', id: activityId };
      const event = courseEvent('scenario.chosen', subject, caller, clock.now(), about);
      if (!(await store.save(caller.scope, { ...drawnAgain, given }, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      const { revision } = drawnAgain;
      return { scenarioId: own?.scenarioId ?? null, isChosen: own?.isChosen ?? false, revision };
    },
  };
}
