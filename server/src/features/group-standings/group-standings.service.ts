import { GroupStandingView } from '../../contracts/group-standings.ts';
import type { SectionsWanted } from '../../contracts/sections.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { SectionQueries } from '../course/index.ts';
import type { ProjectStandings, TraceSource } from '../group-work/index.ts';
import type { EvaluationSource } from '../questionnaire/index.ts';
import { actionsOf, checkInOf, hintsOf, nextOf, progressOf } from './group-standings.domain.ts';

export interface StandingPorts {
  readonly standings: ProjectStandings;
  /** What is known of what groups do, feature by feature. */
  readonly traces: readonly TraceSource[];
  readonly evaluations: () => EvaluationSource;
  readonly listOpenActions: (
    scope: CourseScope,
    activityId: string,
    groupIds: readonly string[],
  ) => Promise<readonly { readonly groupId: string; readonly dueAt: Date }[]>;
  /** What groups said last of how they work together. */
  readonly listDynamics: (
    scope: CourseScope,
    activityId: string,
    groupIds: readonly string[],
  ) => Promise<
    readonly ({ readonly groupId: string } & NonNullable<GroupStandingView['health']['dynamics']>)[]
  >;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly clock: Clock;
}

interface ListQuery {
  readonly after: string | undefined;
  readonly limit: number;
  readonly sections: SectionsWanted;
}

type Activity = Awaited<ReturnType<ProjectStandings['open']>>;
type Page = Pick<Awaited<ReturnType<ProjectStandings['one']>>, 'read'>;
type Evaluation = Awaited<ReturnType<EvaluationSource['list']>>[number];

export type StandingService = ReturnType<typeof createStandingService>;

/** How far and how well groups are: what each feature knows of them, put side by side (group-work.md item 10). */
export function createStandingService(ports: StandingPorts) {
  const { standings, traces, evaluations, listOpenActions, listDynamics, sections, clock } = ports;

  /** The newest questionnaire in which the people of the project's groups rate each other. */
  async function findEvaluation(scope: CourseScope, activity: Activity): Promise<Evaluation | undefined> {
    const { groupSetId } = standings.aboutOf(activity);
    return groupSetId === null ? undefined : (await evaluations().list(scope, groupSetId))[0];
  }

  async function viewsOf(
    { scope }: Caller,
    activity: Activity,
    page: Page,
    groupIds: readonly string[],
    newest: Evaluation | undefined,
  ) {
    const { retrospective, asksDynamics } = standings.aboutOf(activity);
    const [groups, found, evaluation, open, dynamics] = await Promise.all([
      page.read(),
      Promise.all(traces.map((read) => read(scope, activity.id, groupIds))),
      newest ? newest.read(undefined, groupIds) : null,
      // What is the group's alone is not counted either.
      retrospective?.staffLookOn === true ? listOpenActions(scope, activity.id, groupIds) : null,
      asksDynamics ? listDynamics(scope, activity.id, groupIds) : [],
    ]);
    const done = groupBy(found.flat(), ({ groupId }) => groupId);
    const now = clock.now();
    const actions = open && actionsOf(open, now);
    const said = new Map(dynamics.map(({ groupId, n, low }) => [groupId, { n, low }]));
    const evaluated = new Map(evaluation?.groups.map((one) => [one.groupId, one]));
    return groups.map(({ view, memberIds, marked, savedAt }) => {
      const own = done.get(view.groupId) ?? [];
      const milestones = view.milestones.map((one) => ({ ...one, isMarked: marked.includes(one.n) }));
      const moments = [...savedAt, ...own.map(({ at }) => at)].filter((at) => at <= now);
      const last = moments.reduce<Date | null>((a, b) => (a === null || b > a ? b : a), null);
      return GroupStandingView.parse({
        ...view,
        milestones,
        progress: progressOf(milestones),
        lastActivityAt: last?.toISOString() ?? null,
        next: nextOf(milestones),
        health: {
          checkIn: evaluation && checkInOf(evaluation, evaluated.get(view.groupId), memberIds.length),
          dynamics: said.get(view.groupId) ?? null,
          actions: actions && (actions.get(view.groupId) ?? { open: 0, overdue: 0 }),
        },
        hints: hintsOf(own, memberIds),
      });
    });
  }

  return {
    /** @throws AppError NOT_FOUND, BAD_REQUEST */
    async list(caller: Caller, activityId: string, { after, limit, sections: wanted }: ListQuery) {
      const [filter, activity] = await Promise.all([
        sections.filterFor(caller, wanted),
        standings.open(caller, activityId),
      ]);
      const [page, newest] = await Promise.all([
        standings.list(caller, activity, after, limit, filter.memberIds),
        findEvaluation(caller.scope, activity),
      ]);
      const { next, total, groupIds } = page;
      const [items, inNoGroup] = await Promise.all([
        groupIds.length === 0 ? [] : viewsOf(caller, activity, page, groupIds, newest),
        page.readAlone(),
      ]);
      return { items, next, total, inNoGroup, sections: filter.view };
    },

    /** @throws AppError NOT_FOUND */
    async get(caller: Caller, activityId: string, groupId: string): Promise<GroupStandingView> {
      const activity = await standings.open(caller, activityId);
      const [page, newest] = await Promise.all([
        standings.one(caller, activity, groupId),
        findEvaluation(caller.scope, activity),
      ]);
      const [view] = await viewsOf(caller, activity, page, [groupId], newest);
      if (!view) throw new Error(`no standing of the group ${groupId}`);
      return view;
    },
  };
}
