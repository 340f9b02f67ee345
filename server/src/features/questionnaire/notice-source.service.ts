import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { NoticeChange, TaskSource } from '../notices/index.ts';
import type { AnswerStore } from './answers.store.ts';
import { phaseOf, type Questionnaire, roundNow } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { roundsOf } from './rounds.domain.ts';

interface Ports {
  readonly store: Pick<QuestionnaireStore, 'find' | 'listPublished'>;
  readonly answers: Pick<AnswerStore, 'findAnswered'>;
  readonly course: Pick<CourseService, 'listLearners'>;
  readonly clock: Clock;
}

/** Questionnaires of one course that a calendar shows: the newest. */
const NEWEST = 100;

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'questionnaire.published',
  'questionnaire.changed',
]);

const SHOWN: ReadonlySet<DomainEvent['type']> = new Set([
  'questionnaire.evaluationShared',
  'questionnaire.evaluationTakenBack',
]);

/**
 * Tells learners when a questionnaire, or a round of it, opens, and whoever has not answered shortly before it closes.
 * That somebody has answered is no event here: of anonymous ones there is none, and the notice is settled by the answer
 * itself. Whoever sees what the own group says of them is told so.
 */
export function createQuestionnaireNotices({ store, answers, course, clock }: Ports): TaskSource {
  const findDone: TaskSource['findDone'] = async (scope, id, _task, memberIds) => {
    const questionnaire = await store.find(scope, id);
    return questionnaire ? answered(scope, questionnaire, memberIds) : [];
  };

  const answered = (scope: CourseScope, questionnaire: Questionnaire, memberIds: readonly string[]) => {
    const round = roundNow(questionnaire, clock.now());
    return answers.findAnswered(scope, questionnaire.id, round, memberIds);
  };

  /** Each is told for themselves that there is something to read, and never what it is. */
  async function shown(
    scope: CourseScope,
    { type, subject: { id: activityId }, at, data }: Pick<DomainEvent, 'type' | 'subject' | 'at' | 'data'>,
  ): Promise<NoticeChange[]> {
    const { memberIds } = data as { readonly memberIds?: readonly string[] };
    if (!memberIds) return [];
    const kind = 'evaluated';
    if (type === 'questionnaire.evaluationTakenBack')
      return [{ type: 'withdraw', activityId, kind, memberIds, at }];
    const title = (await store.find(scope, activityId))?.settings.title ?? '';
    const key = `evaluated/${activityId}/${at.getTime()}`;
    const announcement = { key, activityId, title, task: null, at, until: null };
    const recipients = memberIds.map((memberId) => ({ memberId, content: { kind } as const }));
    return [{ type: 'tell', announcement, recipients }];
  }

  return {
    name: 'questionnaire',
    findDone,

    async read(scope, events): Promise<NoticeChange[]> {
      const changes: NoticeChange[] = [];
      for (const { type, subject, at, data } of events) {
        if (type === 'questionnaire.closed') {
          changes.push({ type: 'over', activityId: subject.id, task: 'answer', at });
        }
        if (SHOWN.has(type)) changes.push(...(await shown(scope, { type, subject, at, data })));
        const questionnaire = FOLLOWED.has(type) && (await store.find(scope, subject.id));
        if (questionnaire && questionnaire.state === 'open') changes.push(...announced(questionnaire, at));
      }
      return changes;
    },

    async openTasks(scope, id) {
      const questionnaire = await store.find(scope, id);
      return (
        questionnaire && { title: questionnaire.settings.title, ...openTasksOf(questionnaire, clock.now()) }
      );
    },

    listOwnDates: () => Promise.resolve(new Map()),

    async listLacking(scope, id, _task, after, limit) {
      const [questionnaire, page] = await Promise.all([
        store.find(scope, id),
        course.listLearners(scope, after ?? undefined, limit),
      ]);
      if (!questionnaire) return { members: [], next: null };
      const ids = page.items.map((member) => member.id);
      const done = new Set(await answered(scope, questionnaire, ids));
      return {
        members: page.items
          .filter((member) => !done.has(member.id))
          .map((member) => ({ memberId: member.id, name: member.name, open: 1 })),
        next: page.next,
      };
    },

    async listDeadlines(scope) {
      const now = clock.now();
      return (await store.listPublished(scope, null, NEWEST))
        .filter((questionnaire) => ['open', 'between'].includes(phaseOf(questionnaire, now)))
        .flatMap(({ id, settings, revision, createdAt, changedAt }) =>
          roundsOf(settings).flatMap(({ round, closesAt }) =>
            closesAt === null
              ? []
              : {
                  activityId: id,
                  title: settings.title,
                  what: 'answer' as const,
                  at: closesAt,
                  part: round,
                  revision,
                  changedAt: changedAt ?? createdAt,
                },
          ),
        );
    },
  };
}

/** Each round is announced when it opens, or, when that is past, at once; who knows of it already is told nothing more. */
function announced({ id, settings }: Questionnaire, at: Date): NoticeChange[] {
  const rounds = roundsOf(settings).filter(({ closesAt }) => closesAt === null || closesAt > at);
  return [
    { type: 'dates', activityId: id, at },
    ...rounds.map(({ round, opensAt }): NoticeChange => {
      const isAhead = opensAt !== null && opensAt > at;
      return {
        type: 'tellAll',
        key: `opened/${id}/${round}`,
        activityId: id,
        task: 'answer',
        kind: 'opened',
        at: isAhead ? opensAt : at,
        ...(isAhead && { from: opensAt }),
        // The dates of rounds never move.
        ...(round > 1 && opensAt !== null && { endsBefore: opensAt }),
      };
    }),
  ];
}

/** What there is to do in a questionnaire right now, and in its later rounds. */
function openTasksOf(questionnaire: Questionnaire, now: Date) {
  const isOver = ['draft', 'closed'].includes(phaseOf(questionnaire, now));
  const tasks = roundsOf(questionnaire.settings).map((round) => ({
    task: 'answer' as const,
    until: round.closesAt,
    opensAt: round.opensAt ?? questionnaire.createdAt,
  }));
  const open = tasks.filter(({ opensAt, until }) => opensAt <= now && (until === null || until > now));
  return { tasks: isOver ? [] : open, later: isOver ? [] : tasks.filter(({ opensAt }) => opensAt > now) };
}
