import type { OwnQuestionnaireView } from '../../contracts/questionnaire.ts';
import {
  type Answers,
  findAnswerFaults,
  givenAnswers,
  type Item,
} from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerFiles } from './answer-files.service.ts';
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
  roundNow,
  type Sheet,
  type SheetKey,
} from './questionnaire.domain.ts';
import { isOfStrangers, isOnlyOfOneself, type OwnGroup } from './own-groups.domain.ts';
import type { OwnGroups } from './own-groups.service.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { ownListView, ownView } from './questionnaire.views.ts';
import { periodOf, roundAt, roundsOf } from './rounds.domain.ts';
import type { TeamService } from './team.service.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';
import { countingAttempt, judge, scoreAnswers } from './scoring.domain.ts';
import { ownScoresView } from './scoring.views.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly ownGroups: Pick<OwnGroups, 'resolve'>;
  readonly answerFiles: Pick<AnswerFiles, 'ofDraft' | 'keep'>;
  readonly teamService: Pick<TeamService, 'findStanding' | 'isAwaited'>;
  /** What asks a member for the answers does so no more. */
  readonly settleNotices: (scope: CourseScope, questionnaireId: string, memberId: string) => Promise<void>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Found {
  readonly questionnaire: Questionnaire;
  readonly key: SheetKey;
  readonly sheet: Sheet | null;
  /** One's group has yet to answer. */
  readonly isTeamAwaited: boolean;
}

/** What somebody is asked. */
interface Asked {
  readonly items: Item[];
  readonly drawn: string[];
  readonly groups: readonly OwnGroup[] | undefined;
}

export type AnswerService = ReturnType<typeof createAnswerService>;

/** Questionnaires as those see them who answer. */
export function createAnswerService(ports: Ports) {
  const { store, answers, ownGroups, answerFiles, teamService, settleNotices, clock, eventsWritten } = ports;

  const keyOf = (questionnaire: Questionnaire, memberId: string): SheetKey => ({
    questionnaireId: questionnaire.id,
    memberId,
    round: roundNow(questionnaire, clock.now()),
  });

  /** @throws AppError NOT_FOUND also for what a learner may not know of yet. */
  async function get({ scope, member }: Caller, id: string): Promise<Found> {
    const questionnaire = await store.find(scope, id);
    if (!questionnaire) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    const key = keyOf(questionnaire, member.id);
    const [sheet, standing] = await Promise.all([
      answers.findSheet(scope, key),
      teamService.findStanding(scope, member.id, questionnaire),
    ]);
    if (!isVisibleTo(questionnaire, sheet, clock.now())) {
      throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    }
    const isTeamAwaited =
      standing !== null && teamService.isAwaited(questionnaire, sheet, standing, member.id);
    return { questionnaire, key, sheet, isTeamAwaited };
  }

  /** What the caller is asked in an attempt; of people, those of the groups that the answers were begun with. */
  async function ask(
    { scope, member }: Caller,
    questionnaire: Questionnaire,
    key: SheetKey,
    sheet: Sheet | null,
    attempt: number,
  ): Promise<Asked> {
    const { items, drawn } = askedItems(questionnaire, key, attempt);
    const period = periodOf(questionnaire.settings, key.round, questionnaire.createdAt);
    const asked = sheet?.groups ?? { period, now: clock.now() };
    return { drawn, ...(await ownGroups.resolve(scope, member.id, items, asked)) };
  }

  /** Keeps the answers, then the mark: a request that ends in between is repeated under the same key. */
  async function send(
    caller: Caller,
    questionnaire: Questionnaire,
    sheetKey: SheetKey,
    attempt: number,
    { items, drawn, groups }: Asked,
    wanted: Answers,
  ): Promise<void> {
    const { scope, member } = caller;
    const { id, version } = questionnaire;
    const now = clock.now();
    const { round } = sheetKey;
    const isAnonymous = questionnaire.settings.visibility === 'anonymous';
    const given = givenAnswers(items, wanted);
    await answerFiles.keep(scope, id, member.id, items, given);
    const key = await answers.keySheet(scope, sheetKey, attempt, newId());
    if (key === null) return;
    // Canvas's test student may try everything and is never counted.
    if (!member.testUser) {
      const count = isAnonymous ? await answers.countAnswers(scope, id, version, round) : 0;
      await answers.insertAnswers(scope, {
        id: key,
        questionnaireId: id,
        version,
        memberId: isAnonymous ? null : member.id,
        submittedAt: isAnonymous ? null : now,
        day: now.toISOString().slice(0, 10),
        batch: batchAfter(count),
        round,
        attempt,
        drawn,
        ...(groups && { groups }),
        answers: given,
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
          data: { version, round, attempt },
        });
    await answers.closeSheet(scope, sheetKey, key, event);
    if (event) eventsWritten();
  }

  /** What the caller has reached so far; null where there is nothing to show. */
  async function scoresOf({ scope }: Caller, { questionnaire, key, sheet, isTeamAwaited }: Found) {
    const { id, settings, pool, version } = questionnaire;
    const check = ownCheckOf(questionnaire);
    const reveal = revealOf(questionnaire, sheet, clock.now());
    if (check === null || reveal === 'nothing' || isTeamAwaited) return null;
    const sent = await answers.listOf(scope, key);
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
    const last = attempts.at(-1);
    if (!last) return null;
    const { items } = await ownGroups.resolve(scope, key.memberId, last.items, last.groups ?? []);
    const judged = judge({ ...last, items }, reveal === 'all');
    return ownScoresView(attempts, judged, countingAttempt(attempts, check.counts)?.attempt);
  }

  return {
    /** What the caller may answer or has answered, newest first. */
    async list({ scope, member }: Caller, after: string | undefined, limit: number) {
      const now = clock.now();
      const rows = await store.listPublished(scope, rowKeyOf(after), limit + 1);
      const { page, next } = pageOf(rows, limit);
      const sheets = await answers.findSheets(
        scope,
        page.map((questionnaire) => keyOf(questionnaire, member.id)),
      );
      const own = page.map((questionnaire) => ({
        questionnaire,
        sheet: sheets.get(questionnaire.id) ?? null,
        phase: phaseOf(questionnaire, now),
        closesAt: roundAt(roundsOf(questionnaire.settings), now).current?.closesAt ?? null,
      }));
      return ownListView(
        own.filter(({ phase, sheet }) => phase === 'open' || sheet?.answered === true),
        next,
      );
    },

    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, id: string): Promise<OwnQuestionnaireView> {
      const found = await get(caller, id);
      const { questionnaire, key, sheet } = found;
      const now = clock.now();
      const [{ items }, scores, files] = await Promise.all([
        ask(caller, questionnaire, key, sheet, (sheet?.sent ?? 0) + 1),
        scoresOf(caller, found),
        answerFiles.ofDraft(
          caller.scope,
          key.memberId,
          askedItems(questionnaire, key, (sheet?.sent ?? 0) + 1).items,
          sheet?.answers ?? {},
        ),
      ]);
      return ownView(questionnaire, sheet, {
        ...roundAt(roundsOf(questionnaire.settings), now),
        items,
        phase: phaseOf(questionnaire, now),
        mayAnswer: mayAnswer(questionnaire, sheet, now),
        check: ownCheckOf(questionnaire),
        scores,
        files,
      });
    },

    /** @throws AppError NOT_FOUND, QUESTIONNAIRE_CLOSED, ATTEMPTS_USED, ANSWERS_INVALID, NEVER_TOGETHER, STALE_REVISION when another tab was faster */
    async saveDraft(caller: Caller, id: string, round: number, wanted: Answers, expectedRevision: number) {
      const { questionnaire, key, sheet } = await get(caller, id);
      const now = clock.now();
      if (phaseOf(questionnaire, now) !== 'open' || round !== key.round)
        throw new AppError('QUESTIONNAIRE_CLOSED');
      const attempt = (sheet?.sent ?? 0) + 1;
      if (attempt > attemptsOf(questionnaire)) throw new AppError('ATTEMPTS_USED');
      const { items, groups } = await ask(caller, questionnaire, key, sheet, attempt);
      const faults = findAnswerFaults(items, wanted, false);
      // What is out of range or not a day yet is saved too: one is still writing. Only what no item takes is refused.
      if ([...faults.values()].includes('UNKNOWN')) {
        // The group may have changed since its people were shown: then they are shown anew.
        if (groups && !sheet?.groups) throw new AppError('STALE_REVISION');
        const isOfOthers = isOfStrangers(items, wanted, key.memberId);
        throw new AppError(isOfOthers ? 'NEVER_TOGETHER' : 'ANSWERS_INVALID');
      }
      const { scope } = caller;
      if (
        !(await answers.saveDraft(scope, key, attempt, { answers: wanted, groups }, expectedRevision, now))
      ) {
        throw new AppError('STALE_REVISION');
      }
      return { revision: expectedRevision + 1, savedAt: now.toISOString() };
    },

    /**
     * @throws AppError NOT_FOUND, QUESTIONNAIRE_CLOSED, ATTEMPTS_USED, ANSWERS_INVALID, ONLY_ONESELF, NEVER_TOGETHER,
     *   STALE_REVISION when the items have changed
     */
    async submit(
      caller: Caller,
      id: string,
      command: { version: number; round: number; attempt: number; answers: Answers },
    ): Promise<{ status: 'answered' }> {
      const { questionnaire, key, sheet } = await get(caller, id);
      const asked = await ask(caller, questionnaire, key, sheet, command.attempt);
      const decision = decideSubmit(questionnaire, sheet, asked.items, command, clock.now());
      if (decision.type === 'refuse') {
        const isOfOthers =
          decision.reason === 'ANSWERS_INVALID' && isOfStrangers(asked.items, command.answers, key.memberId);
        throw new AppError(
          isOfOthers ? 'NEVER_TOGETHER' : decision.reason,
          decision.itemIds ? { itemIds: decision.itemIds } : {},
        );
      }
      if (decision.type === 'accept') {
        if (isOnlyOfOneself(asked.items, command.answers, caller.member.id))
          throw new AppError('ONLY_ONESELF');
        await send(caller, questionnaire, key, command.attempt, asked, command.answers);
      }
      // Here and not by an event, as there must be none of anonymous answers; once more when the request is repeated.
      await settleNotices(caller.scope, id, caller.member.id);
      return { status: 'answered' };
    },
  };
}
