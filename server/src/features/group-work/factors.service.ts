import type { FactorChoice, FactorsWanted } from '../../contracts/group-factors.ts';
import { FACTOR_RANGE } from '../../contracts/factor-methods.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { fingerprint, newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { calculateGrade } from '../gradebook/index.ts';
import type { EvaluationRound, EvaluationSource } from '../questionnaire/index.ts';
import {
  type Application,
  decideApply,
  decideTakeBack,
  type FactorOf,
  type FactorRow,
  factorRows,
  factorsIn,
  NOT_APPLIED,
  type ProjectFactors,
  toldFactors,
} from './factors.domain.ts';
import type { FactorStore } from './factors.store.ts';
import { factorsView } from './factors.views.ts';
import type { GradeInputs } from './grade-inputs.service.ts';
import { totalOf } from './grade-source.service.ts';
import { isGraded } from './grading.service.ts';
import { settingsOf } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listAllLearners'>;
  readonly inputs: GradeInputs;
  readonly store: FactorStore;
  readonly evaluations: () => EvaluationSource;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** What staff begin with: half of what the group is given, by the factor that trusts few raters least. */
const PROPOSED = { method: 'shrunken', percent: 50, ...FACTOR_RANGE } as const;

interface Looked {
  readonly activity: Activity;
  readonly head: ProjectFactors;
  readonly candidates: readonly { readonly id: string; readonly title: string }[];
  readonly choice: FactorChoice | null;
  readonly found: EvaluationRound | null;
  readonly rows: readonly FactorRow[];
  readonly seen: string;
}

export type FactorsService = ReturnType<typeof createFactorsService>;

/** Contributions in the grades of projects (group-work.md items 6 and 7): staff see what they do, then apply them. */
export function createFactorsService(ports: Ports) {
  const { activities, course, inputs, store, evaluations, clock, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND also for a questionnaire that asks nobody about these groups */
  async function look({ scope }: Caller, activityId: string, wanted: FactorsWanted): Promise<Looked> {
    const activity = await activities.get(scope, activityId);
    const { groupSetId } = settingsOf(activity);
    const [kept, candidates, earlier] = await Promise.all([
      store.find(scope, activityId),
      groupSetId === null ? [] : evaluations().list(scope, groupSetId),
      store.listRows(scope, activityId),
    ]);
    const head = kept ?? NOT_APPLIED;
    const { applied } = head;
    const questionnaireId = wanted.questionnaireId ?? applied?.choice.questionnaireId ?? candidates[0]?.id;
    const nothing = { activity, head, candidates, choice: null, found: null, rows: [], seen: '' };
    if (groupSetId === null || questionnaireId === undefined) return nothing;
    const evaluation = candidates.find(({ id }) => id === questionnaireId);
    if (!evaluation) {
      if (wanted.questionnaireId !== undefined) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
      return nothing;
    }
    const before = applied?.choice.questionnaireId === questionnaireId ? applied.choice : PROPOSED;
    const round = wanted.round ?? ('round' in before ? before.round : undefined);
    const found = await evaluation.read(round);
    const choice = {
      questionnaireId,
      round: found.round,
      method: wanted.method ?? before.method,
      percent: wanted.percent ?? before.percent,
      min: wanted.min ?? before.min,
      max: wanted.max ?? before.max,
    };
    const rows = factorRows(found.groups, earlier);
    const seen = fingerprint(found.groups.map(({ groupId, raters }) => [groupId, raters]));
    return { activity, head, candidates, choice, found, rows, seen };
  }

  /** The points of a project so far, without contributions and with them. */
  async function gradesOf(caller: Caller, { activity, rows, choice }: Looked) {
    const { scope } = caller;
    const learners = await course.listAllLearners(scope);
    const ids = learners.map(({ id }) => id);
    const factorOf: FactorOf = choice ? factorsIn(rows, choice) : () => null;
    const { members: facts, groups } = await inputs(scope, activity, ids, factorOf);
    const column = isGraded(activity) ? totalOf(activity, true) : null;
    const valueOf = (milestones: (typeof facts)[number]['milestones']): number | null =>
      column?.formula === 'group-work.factored@1'
        ? calculateGrade({
            formula: column.formula,
            parameters: column.parameters,
            inputs: { milestones },
            overrides: null,
          }).value
        : null;
    return {
      names: new Map(learners.map(({ id, name }) => [id, name])),
      groupNames: new Map(groups.map(({ groupId, name }) => [groupId, name])),
      members: facts.map(({ memberId, groupIds, milestones }) => ({
        memberId,
        groupIds,
        before: valueOf(milestones.map((one) => ({ ...one, factor: null }))),
        after: valueOf(milestones),
      })),
    };
  }

  async function view(caller: Caller, looked: Looked) {
    const { scope } = caller;
    const { activity, head, candidates, found, rows, choice, seen } = looked;
    const { applied } = head;
    const [grades, answers] = await Promise.all([
      gradesOf(caller, looked),
      applied
        ? evaluations().countAnswers(
            scope,
            applied.choice.questionnaireId,
            applied.version,
            applied.choice.round,
          )
        : 0,
    ]);
    const shown = grades.members.filter(({ groupIds }) => groupIds.length > 0);
    const [by] = applied ? await course.findMembers(scope, [applied.by]) : [];
    const mayApply = caller.can('grade.release');
    return factorsView({
      title: activity.title,
      maximum: activity.points,
      evaluations: candidates.map(({ id, title }) => ({ id, title })),
      choice,
      rounds: found?.rounds ?? [],
      isOver: found?.isOver ?? false,
      told: choice ? toldFactors(rows, choice) : new Map(),
      members: shown,
      groupNames: grades.groupNames,
      names: grades.names,
      by: by?.name ?? null,
      head,
      answersSince: Math.max(0, answers - (applied?.answers ?? 0)),
      seen,
      can: {
        apply: mayApply && found?.isOver === true,
        takeBack: mayApply && applied !== null,
      },
    });
  }

  async function advance(
    caller: Caller,
    activityId: string,
    type: EventType,
    next: ProjectFactors,
  ): Promise<void> {
    const { questionnaireId, method, percent } = next.applied?.choice ?? {};
    const applied = next.applied && { questionnaireId, method, percent };
    const data = { activityId, revision: next.revision, applied };
    const event = courseEvent(type, { kind: 'activity', id: activityId }, caller, clock.now(), data);
    if (!(await store.advance(caller.scope, activityId, next, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  const read = async (caller: Caller, activityId: string, wanted: FactorsWanted) =>
    view(caller, await look(caller, activityId, wanted));

  return {
    /** @throws AppError NOT_FOUND */
    read,

    /** @throws AppError NOT_FOUND; STALE_REVISION while answers may come, or when what was looked at has changed */
    async apply(
      caller: Caller,
      activityId: string,
      { choice, seen, expectedRevision }: { choice: FactorChoice; seen: string; expectedRevision: number },
    ) {
      const { head, found, rows, seen: now } = await look(caller, activityId, choice);
      if (found === null) throw new AppError('NOT_FOUND', { kind: 'evaluation' });
      const application: Application = {
        id: newId(),
        choice,
        title: found.title,
        version: found.version,
        answers: found.answers,
        at: clock.now(),
        by: caller.member.id,
      };
      const looked = { isOver: found.isOver, isSame: seen === now };
      const decision = decideApply(head, expectedRevision, looked, application);
      if (decision.type === 'refuse') throw new AppError('STALE_REVISION');
      await store.insertRows(caller.scope, activityId, application.id, rows);
      await advance(caller, activityId, 'contributions.applied', decision.next);
      return read(caller, activityId, {});
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION */
    async takeBack(caller: Caller, activityId: string, expectedRevision: number) {
      await activities.get(caller.scope, activityId);
      const head = (await store.find(caller.scope, activityId)) ?? NOT_APPLIED;
      const decision = decideTakeBack(head, expectedRevision);
      if (decision.type === 'refuse') throw new AppError('STALE_REVISION');
      await advance(caller, activityId, 'contributions.takenBack', decision.next);
      return read(caller, activityId, {});
    },
  };
}
