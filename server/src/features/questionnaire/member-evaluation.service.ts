import { asksOfGroup } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerStore } from './answers.store.ts';
import type { VersionFinder } from './find-version.service.ts';
import { commentsIn, commentsTo } from './comments.domain.ts';
import { criteriaOf, evaluationsOf, type GroupEvaluation } from './member-evaluation.domain.ts';
import { memberEvaluationView, ownEvaluationView } from './member-evaluation.views.ts';
import { phaseOf, type Questionnaire } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { answersTo, roundsIn } from './version-results.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly versions: VersionFinder;
  readonly answers: AnswerStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type MemberEvaluationService = ReturnType<typeof createMemberEvaluationService>;

/** What members of groups say of each other (spec/group-work.md, 6): for staff, and for each of them as a whole. */
export function createMemberEvaluationService({ store, versions, answers, clock, eventsWritten }: Ports) {
  /** @throws AppError NOT_FOUND also where nobody is asked about the people of a group */
  async function getVersion(scope: CourseScope, id: string, round: number | undefined) {
    const found = await versions.getVersion(scope, id, { round });
    if (!found.items.some(asksOfGroup)) throw new AppError('NOT_FOUND', { kind: 'evaluation' });
    return found;
  }

  /** @throws AppError NOT_FOUND */
  async function find(scope: CourseScope, id: string, round: number | undefined) {
    const [found, all] = await Promise.all([getVersion(scope, id, round), answers.listAll(scope, id)]);
    const given = answersTo(found, all).answers;
    return {
      found,
      all,
      groups: evaluationsOf(found.items, given),
      comments: commentsIn(found.items, given),
    };
  }

  /** Three round trips. @throws AppError NOT_FOUND */
  async function read(caller: Caller, id: string, round: number | undefined) {
    const { found, all, groups, comments } = await find(caller.scope, id, round);
    const { questionnaire } = found;
    const shown = new Set(questionnaire.shownComments);
    const sharedAt = questionnaire.sharedAt ?? null;
    const mayEdit = caller.can('questionnaire.edit');
    return memberEvaluationView({
      title: questionnaire.settings.title,
      criteria: criteriaOf(found.items),
      rounds: roundsIn(found, all).map(({ round: n, opensAt }) => ({ round: n, opensAt })),
      round: found.round,
      groups,
      commentsTo: (memberId, groupId) =>
        commentsTo(comments, memberId, groupId).map((one) => ({ ...one, isShown: shown.has(one.key) })),
      nameOf: await versions.namesOf(caller.scope, all),
      sharedAt,
      can: {
        // Closed for good: a date could be moved.
        share: mayEdit && sharedAt === null && questionnaire.state === 'closed',
        takeBack: mayEdit && sharedAt !== null,
        check: mayEdit && questionnaire.state === 'closed',
      },
    });
  }

  return {
    read,

    /**
     * Only what can change no more is shown: whoever looked twice would learn what an answer in between said.
     *
     * @throws AppError NOT_FOUND; STALE_REVISION while answers may come, or when somebody else was faster
     */
    async share(caller: Caller, id: string, shared: boolean) {
      const { scope, actor, requestId } = caller;
      const { found, groups } = await find(scope, id, undefined);
      const { questionnaire } = found;
      if (shared === isShared(questionnaire)) return read(caller, id, undefined);
      if (shared && questionnaire.state !== 'closed') throw new AppError('STALE_REVISION');
      const at = clock.now();
      const event = makeEvent({
        type: shared ? 'questionnaire.evaluationShared' : 'questionnaire.evaluationTakenBack',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'questionnaire', id },
        // Who sees something, or sees it no more.
        data: { memberIds: shownTo(groups) },
      });
      const changed = await store.change(
        scope,
        id,
        questionnaire.revision,
        { sharedAt: shared ? at : null },
        event,
      );
      if (!changed) throw new AppError('STALE_REVISION');
      eventsWritten();
      return read(caller, id, undefined);
    },

    /**
     * Nothing that was written to a person is shown unless somebody has read it: it may say who wrote it, or hurt.
     *
     * @throws AppError NOT_FOUND; STALE_REVISION while answers may come, or when somebody else was faster
     */
    async check(caller: Caller, id: string, key: string, isShown: boolean) {
      const { scope, actor, requestId } = caller;
      const [{ questionnaire, items }, all] = await Promise.all([
        getVersion(scope, id, undefined),
        answers.listAll(scope, id),
      ]);
      if (!commentsIn(items, all).some((one) => one.key === key))
        throw new AppError('NOT_FOUND', { kind: 'comment' });
      const { shownComments = [], state, revision } = questionnaire;
      if (state !== 'closed') throw new AppError('STALE_REVISION');
      const roundOf = all.find((one) => key.startsWith(`${one.id}/`))?.round;
      if (shownComments.includes(key) === isShown) return read(caller, id, roundOf);
      const event = makeEvent({
        type: isShown ? 'questionnaire.commentShown' : 'questionnaire.commentHidden',
        at: clock.now(),
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'questionnaire', id },
        data: {},
      });
      const others = shownComments.filter((one) => one !== key);
      const change = { shownComments: isShown ? [...others, key] : others };
      if (!(await store.change(scope, id, revision, change, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return read(caller, id, roundOf);
    },

    /** Of the last round. @throws AppError NOT_FOUND */
    async readOwn({ scope, member }: Caller, id: string) {
      const { found, groups, comments } = await find(scope, id, undefined);
      const { questionnaire, items, now } = found;
      const phase = phaseOf(questionnaire, now);
      if (phase === 'draft' || phase === 'upcoming')
        throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
      const isOwn = ({ memberId }: { readonly memberId: string }) => memberId === member.id;
      const shown = new Set(questionnaire.shownComments);
      const own = groups.flatMap(({ groupId, name, people }) =>
        people.filter(isOwn).map((person) => ({
          name,
          person,
          comments: commentsTo(comments, member.id, groupId).filter(({ key }) => shown.has(key)),
        })),
      );
      return ownEvaluationView(criteriaOf(items), isShared(questionnaire), own);
    },
  };
}

/** Those who see something of themselves once it is shown. */
const shownTo = (groups: readonly GroupEvaluation[]): string[] => [
  ...new Set(
    groups
      .flatMap(({ people }) => people)
      .filter(({ isWithheld }) => !isWithheld)
      .map(({ memberId }) => memberId),
  ),
];

const isShared = ({ sharedAt = null }: Questionnaire): boolean => sharedAt !== null;
