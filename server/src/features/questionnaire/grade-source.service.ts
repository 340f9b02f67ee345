import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import { MAIN_COLUMN, runIdOf } from '../../core/ids.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { ActivityGrading, GradedColumn, GradeInput, GradeSource } from '../gradebook/index.ts';
import type { AnswerStore } from './answers.store.ts';
import {
  type Answered,
  itemsAsked,
  ownCheckOf,
  phaseOf,
  type Questionnaire,
} from './questionnaire.domain.ts';
import type { TeamSheetStore } from './team-sheets.store.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { countingAttempt, scoreAnswers } from './scoring.domain.ts';

const CHUNK = 500;
const DECIMALS = 2;
const CLOSED_JOB = 'questionnaire.grade';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly teams: Pick<TeamSheetStore, 'listSent'>;
  readonly course: Pick<CourseService, 'findScope'>;
  readonly jobs: Pick<Jobs, 'enqueue' | 'define'>;
  readonly clock: Clock;
  readonly grades: {
    keepColumns(scope: CourseScope, activityId: string): Promise<void>;
    recompute(
      scope: CourseScope,
      activityId: string,
      run: { runId: string; requestedAt: Date; by: string; memberIds: readonly string[] | null },
    ): Promise<void>;
  };
}

interface TeamScore {
  readonly groupId: string;
  readonly points: number;
  readonly possible: number;
}

/** What a grade of the questionnaire is made by; null when its score is no gradebook column. */
function columnOf(questionnaire: Questionnaire): GradedColumn | null {
  const { settings, state } = questionnaire;
  if (settings.grade === undefined || state === 'draft' || ownCheckOf(questionnaire) === null) return null;
  const { points } = settings.grade;
  const parameters = {
    points,
    decimals: DECIMALS,
    rounding: 'nearest' as const,
    minimumPercent: 0,
    maximumPercent: 100,
  };
  return {
    key: MAIN_COLUMN,
    label: settings.title,
    maximum: points,
    standsAlone: true,
    ...(settings.team
      ? {
          formula: 'questionnaire.team-score@1' as const,
          parameters: { ...parameters, teamPercent: settings.team.percent },
        }
      : { formula: 'questionnaire.score@1' as const, parameters }),
  };
}

/** Where the gradebook gets the scores of questionnaires from. */
export function createGradeSource({ store, answers, teams, clock }: Ports): GradeSource {
  /** The attempts that stand, by member. */
  async function standing(scope: CourseScope, questionnaire: Questionnaire, all: readonly Answered[]) {
    const { id, settings, pool, version } = questionnaire;
    const versions = new Set(all.map((answer) => answer.version).filter((n) => n !== version));
    const former = await store.findVersions(scope, id, [...versions]);
    const scored = all.map((answer) => {
      const answered = former.find((one) => one.version === answer.version);
      const items = itemsAsked(answered ?? { items: settings.items, pool }, answer.drawn);
      return { ...answer, score: scoreAnswers(items, answer.answers) };
    });
    const { counts } = ownCheckOf(questionnaire) ?? { counts: 'best' as const };
    const byMember = groupBy(scored, ({ memberId }) => memberId ?? '');
    return new Map(
      [...byMember].map(([memberId, attempts]) => [
        memberId,
        countingAttempt(
          attempts.toSorted((a, b) => a.attempt - b.attempt),
          counts,
        ),
      ]),
    );
  }

  /** What groups have reached together, by each of their people. */
  async function teamScores(scope: CourseScope, { id, settings, version }: Questionnaire) {
    if (settings.team === undefined) return new Map<string, TeamScore>();
    const sent = await teams.listSent(scope, id);
    const versions = new Set(sent.map((sheet) => sheet.version).filter((n) => n !== version));
    const former = await store.findVersions(scope, id, [...versions]);
    return new Map(
      sent.flatMap((sheet) => {
        const items = former.find((one) => one.version === sheet.version)?.items ?? settings.items;
        const { points, possible } = scoreAnswers(items, sheet.answers);
        const score: TeamScore = { groupId: sheet.groupId, points, possible };
        return sheet.memberIds.map((memberId) => [memberId, score] as const);
      }),
    );
  }

  return {
    async grading(scope, id): Promise<ActivityGrading> {
      const questionnaire = await store.find(scope, id);
      const column = questionnaire && columnOf(questionnaire);
      const isShown =
        questionnaire !== null &&
        (ownCheckOf(questionnaire)?.feedback === 'atOnce' ||
          phaseOf(questionnaire, clock.now()) === 'closed');
      return {
        revision: questionnaire?.revision ?? 0,
        columns: column ? [column] : [],
        released: column !== null && isShown,
      };
    },

    async *inputs(scope, id, _columns, memberIds): AsyncGenerator<GradeInput[]> {
      const questionnaire = await store.find(scope, id);
      if (!questionnaire) return;
      const found = await standing(scope, questionnaire, await answers.listAll(scope, id));
      const teamOf = await teamScores(scope, questionnaire);
      // While it is open, who has yet to answer with a group learns nothing: neither here nor in the LMS.
      const isForTeams = questionnaire.settings.team !== undefined;
      const isWaited = isForTeams && phaseOf(questionnaire, clock.now()) === 'open';
      const members = memberIds ?? [...found.keys()].sort();
      for (let start = 0; start < members.length; start += CHUNK) {
        yield members.slice(start, start + CHUNK).map((memberId) => {
          const attempt = found.get(memberId);
          const inputs = attempt
            ? {
                answerId: attempt.id,
                version: attempt.version,
                attempt: attempt.attempt,
                points: attempt.score.points,
                possible: attempt.score.possible,
              }
            : null;
          if (!isForTeams) return { memberId, columns: { [MAIN_COLUMN]: { attempt: inputs } } };
          const team = teamOf.get(memberId) ?? null;
          const own = { attempt: isWaited && team === null ? null : inputs, team };
          return { memberId, columns: { [MAIN_COLUMN]: own } };
        });
      }
    },

    runFinished: () => Promise.resolve(),
  };
}

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'questionnaire.published',
  'questionnaire.changed',
  'questionnaire.closed',
  'questionnaire.answered',
  'questionnaire.teamAnswered',
]);

/** Keeps grades up with answers and settings; what is shown only after closing is graded when its date has come. */
export function createGradeFollower({ store, course, jobs, clock, grades }: Ports) {
  async function recompute(
    scope: CourseScope,
    id: string,
    cause: string,
    memberIds: readonly string[] | null,
  ): Promise<void> {
    const run = {
      runId: runIdOf(id, cause),
      requestedAt: clock.now(),
      by: 'questionnaire.grades',
      memberIds,
    };
    await grades.recompute(scope, id, run);
  }

  jobs.define(CLOSED_JOB, async (payload) => {
    const { courseId, id, closesAt } = payload as { courseId: string; id: string; closesAt: string };
    const scope = await course.findScope(courseId);
    const questionnaire = scope && (await store.find(scope, id));
    // Another date has a job of its own.
    if (scope && questionnaire?.settings.closesAt === closesAt && columnOf(questionnaire)) {
      await recompute(scope, id, closesAt, null);
    }
    return DONE;
  });

  async function follow({ id: eventId, type, courseId, subject, actor, data }: DomainEvent): Promise<void> {
    const scope = await course.findScope(courseId);
    const questionnaire = scope && (await store.find(scope, subject.id));
    if (!scope || !questionnaire) return;
    const { id, settings } = questionnaire;
    const isGraded = columnOf(questionnaire) !== null;
    if (type === 'questionnaire.answered') {
      if (isGraded && actor.kind === 'member') await recompute(scope, id, eventId, [actor.memberId]);
      return;
    }
    if (type === 'questionnaire.teamAnswered') {
      if (isGraded) await recompute(scope, id, eventId, data['memberIds'] as string[]);
      return;
    }
    // Also what is graded no more, so that its column goes.
    await grades.keepColumns(scope, id);
    if (!isGraded) return;
    await recompute(scope, id, eventId, null);
    const { closesAt } = settings;
    if (closesAt !== null && new Date(closesAt) > clock.now()) {
      const payload = { courseId, id, closesAt };
      await jobs.enqueue({
        type: CLOSED_JOB,
        key: `${id}/${closesAt}`,
        payload,
        dueAt: new Date(closesAt),
      });
    }
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) if (FOLLOWED.has(event.type)) await follow(event);
  };
}
