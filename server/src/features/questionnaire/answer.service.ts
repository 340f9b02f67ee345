import type { OwnQuestionnaireView } from '../../contracts/questionnaire.ts';
import { type Answers, findAnswerFaults, givenAnswers } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerStore } from './answers.store.ts';
import {
  askedItems,
  attemptsOf,
  batchAfter,
  decideSubmit,
  isVisibleTo,
  itemsAsked,
  mayAnswer,
  ownCheckOf,
  phaseOf,
  type Questionnaire,
  revealOf,
  type Sheet,
} from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { ownListView, ownView } from './questionnaire.views.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';
import { countingAttempt, scoreAnswers } from './scoring.domain.ts';
import { ownScoresView } from './scoring.views.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type AnswerService = ReturnType<typeof createAnswerService>;

/** Questionnaires as those see them who answer. */
export function createAnswerService({ store, answers, clock, eventsWritten }: Ports) {
  /** @throws AppError NOT_FOUND also for what a learner may not know of yet. */
  async function get(
    { scope, member }: Caller,
    id: string,
  ): Promise<{ questionnaire: Questionnaire; sheet: Sheet | null }> {
    const [questionnaire, sheet] = await Promise.all([
      store.find(scope, id),
      answers.findSheet(scope, id, member.id),
    ]);
    if (!questionnaire || !isVisibleTo(questionnaire, sheet, clock.now())) {
      throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    }
    return { questionnaire, sheet };
  }

  /** Keeps the answers, then the mark: a request that ends in between is repeated under the same key. */
  async function send(
    caller: Caller,
    questionnaire: Questionnaire,
    attempt: number,
    wanted: Answers,
  ): Promise<void> {
    const { scope, member } = caller;
    const { id, version } = questionnaire;
    const now = clock.now();
    const { items, drawn } = askedItems(questionnaire, member.id, attempt);
    const isAnonymous = questionnaire.settings.visibility === 'anonymous';
    const key = await answers.keySheet(scope, id, member.id, attempt, newId());
    if (key === null) return;
    // Canvas's test student may try everything and is never counted.
    if (!member.testUser) {
      const count = isAnonymous ? await answers.countAnswers(scope, id, version) : 0;
      await answers.insertAnswers(scope, {
        id: key,
        questionnaireId: id,
        version,
        memberId: isAnonymous ? null : member.id,
        submittedAt: isAnonymous ? null : now,
        day: now.toISOString().slice(0, 10),
        batch: batchAfter(count),
        attempt,
        drawn,
        answers: givenAnswers(items, wanted),
      });
    }
    // An event has a person and a time; beside anonymous answers there must be neither.
    const event = isAnonymous
      ? null
      : makeEvent({
          type: 'questionnaire.answered',
          at: now,
          actor: caller.actor,
          courseId: scope.courseId,
          subject: { kind: 'questionnaire', id },
          requestId: caller.requestId,
          data: { version, attempt },
        });
    await answers.closeSheet(scope, id, member.id, key, event);
    if (event) eventsWritten();
  }

  /** What the caller has reached so far; null where there is nothing to show. */
  async function scoresOf({ scope, member }: Caller, questionnaire: Questionnaire, sheet: Sheet | null) {
    const { id, settings, pool, version } = questionnaire;
    const check = ownCheckOf(questionnaire);
    const reveal = revealOf(questionnaire, sheet, clock.now());
    if (check === null || reveal === 'nothing') return null;
    const sent = await answers.listOf(scope, id, member.id);
    const former = await store.findVersions(
      scope,
      id,
      sent.flatMap((one) => (one.version === version ? [] : [one.version])),
    );
    const attempts = sent.map((answered) => {
      const answeredVersion = former.find((one) => one.version === answered.version);
      const items = itemsAsked(answeredVersion ?? { items: settings.items, pool }, answered.drawn);
      return { ...answered, items, score: scoreAnswers(items, answered.answers) };
    });
    return ownScoresView(attempts, countingAttempt(attempts, check.counts)?.attempt, reveal === 'all');
  }

  return {
    /** What the caller may answer or has answered, newest first. */
    async list({ scope, member }: Caller, after: string | undefined, limit: number) {
      const now = clock.now();
      const rows = await store.listPublished(scope, rowKeyOf(after), limit + 1);
      const { page, next } = pageOf(rows, limit);
      const sheets = await answers.findSheets(
        scope,
        page.map(({ id }) => id),
        member.id,
      );
      const own = page.map((questionnaire) => ({
        questionnaire,
        sheet: sheets.get(questionnaire.id) ?? null,
        phase: phaseOf(questionnaire, now),
      }));
      return ownListView(
        own.filter(({ phase, sheet }) => phase === 'open' || sheet?.answered === true),
        next,
      );
    },

    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, id: string): Promise<OwnQuestionnaireView> {
      const { questionnaire, sheet } = await get(caller, id);
      const now = clock.now();
      return ownView(questionnaire, sheet, {
        items: askedItems(questionnaire, caller.member.id, (sheet?.sent ?? 0) + 1).items,
        phase: phaseOf(questionnaire, now),
        mayAnswer: mayAnswer(questionnaire, sheet, now),
        check: ownCheckOf(questionnaire),
        scores: await scoresOf(caller, questionnaire, sheet),
      });
    },

    /** @throws AppError NOT_FOUND, QUESTIONNAIRE_CLOSED, ATTEMPTS_USED, ANSWERS_INVALID, STALE_REVISION when another tab was faster */
    async saveDraft(caller: Caller, id: string, wanted: Answers, expectedRevision: number) {
      const { questionnaire, sheet } = await get(caller, id);
      const now = clock.now();
      if (phaseOf(questionnaire, now) !== 'open') throw new AppError('QUESTIONNAIRE_CLOSED');
      const attempt = (sheet?.sent ?? 0) + 1;
      if (attempt > attemptsOf(questionnaire)) throw new AppError('ATTEMPTS_USED');
      const { items } = askedItems(questionnaire, caller.member.id, attempt);
      const faults = findAnswerFaults(items, wanted, false);
      // What is out of range or not a day yet is saved too: one is still writing. Only what no item takes is refused.
      if ([...faults.values()].includes('UNKNOWN')) throw new AppError('ANSWERS_INVALID');
      const { scope, member } = caller;
      if (!(await answers.saveDraft(scope, id, member.id, attempt, wanted, expectedRevision, now))) {
        throw new AppError('STALE_REVISION');
      }
      return { revision: expectedRevision + 1, savedAt: now.toISOString() };
    },

    /** @throws AppError NOT_FOUND, QUESTIONNAIRE_CLOSED, ATTEMPTS_USED, ANSWERS_INVALID, STALE_REVISION when the items have changed */
    async submit(
      caller: Caller,
      id: string,
      version: number,
      attempt: number,
      wanted: Answers,
    ): Promise<{ status: 'answered' }> {
      const { questionnaire, sheet } = await get(caller, id);
      const command = { version, attempt, answers: wanted };
      const { items } = askedItems(questionnaire, caller.member.id, attempt);
      const decision = decideSubmit(questionnaire, sheet, items, command, clock.now());
      if (decision.type === 'refuse') {
        throw new AppError(decision.reason, decision.itemIds ? { itemIds: decision.itemIds } : {});
      }
      if (decision.type === 'accept') {
        await send(caller, questionnaire, attempt, wanted);
      }
      return { status: 'answered' };
    },
  };
}
