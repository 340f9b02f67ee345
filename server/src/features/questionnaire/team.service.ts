import { type Answers, givenAnswers } from '../../contracts/questionnaire-rules.ts';
import type { TeamView } from '../../contracts/questionnaire-team.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import type { AnswerStore } from './answers.store.ts';
import type { OwnGroup } from './own-groups.domain.ts';
import { isVisibleTo, ownCheckOf, phaseOf, type Questionnaire, type Sheet } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { judge, scoreAnswers } from './scoring.domain.ts';
import { ownScoresView } from './scoring.views.ts';
import {
  combinedOf,
  decideTeamAnswers,
  isSheetShown,
  isTeamAwaited,
  type TeamStanding,
  teamStateOf,
} from './team.domain.ts';
import type { TeamSheetStore } from './team-sheets.store.ts';
import { teamView } from './team.views.ts';

interface Ports {
  readonly store: Pick<QuestionnaireStore, 'find' | 'findVersions'>;
  readonly answers: Pick<AnswerStore, 'findSheet' | 'findAnswered' | 'listOf'>;
  readonly teams: TeamSheetStore;
  readonly groups: {
    ownGroups(scope: CourseScope, memberId: string, setIds: readonly string[]): Promise<OwnGroup[]>;
  };
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** What is asked together is asked once: there are no rounds beside it. */
const ROUND = 1;

export type TeamService = ReturnType<typeof createTeamService>;

/** Questionnaires that people answer alone and then as a group. */
export function createTeamService({ store, answers, teams, groups, course, clock, eventsWritten }: Ports) {
  /** Three round trips, one after the other. */
  async function standingOf(
    scope: CourseScope,
    questionnaireId: string,
    setId: string,
    memberId: string,
  ): Promise<TeamStanding & { nameOf: (memberId: string) => string | null }> {
    const [sent, [own]] = await Promise.all([
      teams.findSentOf(scope, questionnaireId, memberId),
      groups.ownGroups(scope, memberId, [setId]),
    ]);
    const group = sent ?? own ?? null;
    if (group === null) return { group, sheet: null, answered: 0, nameOf: () => null };
    const ids = [...group.memberIds];
    const [people, sheet, answered] = await Promise.all([
      course.findMembers(scope, ids),
      sent ?? teams.find(scope, questionnaireId, group.groupId),
      answers.findAnswered(scope, questionnaireId, ROUND, ids),
    ]);
    const learners = sent ? ids : people.filter(countsAsLearner).map(({ id }) => id);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      // Who only tries it out, or teaches, is in no group here.
      group: learners.includes(memberId)
        ? { groupId: group.groupId, name: group.name, memberIds: learners }
        : null,
      sheet,
      answered: answered.filter((id) => learners.includes(id)).length,
      nameOf: (id) => names.get(id) ?? null,
    };
  }

  /** @throws AppError NOT_FOUND also where nothing is answered together. */
  async function get({ scope, member }: Caller, id: string) {
    const questionnaire = await store.find(scope, id);
    const team = questionnaire?.settings.team;
    if (!questionnaire || !team) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    const [sheet, standing] = await Promise.all([
      answers.findSheet(scope, { questionnaireId: id, memberId: member.id, round: ROUND }),
      standingOf(scope, id, team.setId, member.id),
    ]);
    if (!isVisibleTo(questionnaire, sheet, clock.now())) {
      throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    }
    return { questionnaire, team, standing, ...situationOf(questionnaire, sheet, standing, member.id) };
  }

  function situationOf(
    questionnaire: Questionnaire,
    sheet: Sheet | null,
    standing: TeamStanding,
    memberId: string,
  ) {
    const hasAnswered = sheet?.answered === true;
    const isOpen = phaseOf(questionnaire, clock.now()) === 'open';
    return { hasAnswered, isOpen, state: teamStateOf(standing, memberId, { hasAnswered, isOpen }) };
  }

  /** What the group has reached and what that makes for the caller, once it may be shown. */
  async function outcomeOf(caller: Caller, id: string, found: Awaited<ReturnType<typeof get>>) {
    const { questionnaire, standing, state, hasAnswered, isOpen, team } = found;
    const check = ownCheckOf(questionnaire);
    const isRevealed = !isOpen || (check?.feedback === 'atOnce' && !isTeamAwaited(state));
    if (check === null || !hasAnswered || !isRevealed) return { scores: null, combined: null };
    const [own] = await answers.listOf(caller.scope, {
      questionnaireId: id,
      memberId: caller.member.id,
      round: ROUND,
    });
    const { settings, version } = questionnaire;
    const sheet = state === 'sent' ? standing.sheet : null;
    const wanted = [own?.version, sheet?.version].filter((n) => n !== undefined && n !== version);
    const former = await store.findVersions(caller.scope, id, wanted as number[]);
    const itemsOfVersion = (n: number) => former.find((one) => one.version === n)?.items ?? settings.items;
    const score = sheet && scoreAnswers(itemsOfVersion(sheet.version), sheet.answers);
    const judged =
      sheet && score
        ? judge({ items: itemsOfVersion(sheet.version), answers: sheet.answers, score }, true)
        : [];
    return {
      scores:
        sheet && score ? ownScoresView([{ attempt: 1, submittedAt: sheet.sentAt, score }], judged, 1) : null,
      combined: own
        ? combinedOf(scoreAnswers(itemsOfVersion(own.version), own.answers), score, team.percent)
        : null,
    };
  }

  /** @param sendsVersion null: it is saved, not sent */
  async function put(
    caller: Caller,
    id: string,
    command: { answers: Answers; expectedRevision: number; sendsVersion: number | null },
  ): Promise<Date> {
    const { scope, member } = caller;
    const { questionnaire, standing, state } = await get(caller, id);
    const { settings, version } = questionnaire;
    const decision = decideTeamAnswers(
      state,
      standing,
      settings.items,
      { ...command, by: member.id },
      version,
    );
    if (decision.type === 'refuse') {
      throw new AppError(decision.reason, decision.itemIds ? { itemIds: decision.itemIds } : {});
    }
    const now = clock.now();
    const { group } = standing;
    if (decision.type === 'done' || group === null) return now;
    const isSent = command.sendsVersion !== null;
    const sheet = {
      questionnaireId: id,
      groupId: group.groupId,
      name: group.name,
      version,
      answers: isSent ? givenAnswers(settings.items, command.answers) : command.answers,
      revision: command.expectedRevision + 1,
      savedAt: now,
      savedBy: member.id,
      sentAt: isSent ? now : null,
      sentBy: isSent ? member.id : null,
      memberIds: isSent ? group.memberIds : [],
    };
    const event = makeEvent({
      type: 'questionnaire.teamAnswered',
      at: now,
      actor: caller.actor,
      courseId: scope.courseId,
      subject: { kind: 'questionnaire', id },
      requestId: caller.requestId,
      data: { version, groupId: group.groupId, memberIds: [...group.memberIds] },
    });
    if (!(await teams.save(scope, sheet, isSent ? event : null))) throw new AppError('STALE_REVISION');
    if (isSent) eventsWritten();
    return now;
  }

  return {
    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, id: string): Promise<TeamView> {
      const found = await get(caller, id);
      const { questionnaire, standing, state, hasAnswered, team } = found;
      const outcome = await outcomeOf(caller, id, found);
      const { nameOf } = standing;
      return teamView(questionnaire, standing, {
        state,
        isShown: isSheetShown(state, hasAnswered),
        weight: team.percent,
        nameOf,
        ...outcome,
      });
    },

    /** @throws AppError NOT_FOUND, TEAM_NOT_OPEN, QUESTIONNAIRE_CLOSED, ANSWERS_INVALID, STALE_REVISION when another of the group was faster */
    async saveDraft(caller: Caller, id: string, wanted: Answers, expectedRevision: number) {
      const savedAt = await put(caller, id, { answers: wanted, expectedRevision, sendsVersion: null });
      return { revision: expectedRevision + 1, savedAt: savedAt.toISOString() };
    },

    /** @throws AppError as `saveDraft` does; STALE_REVISION also when the items have changed */
    async send(
      caller: Caller,
      id: string,
      command: { version: number; answers: Answers; expectedRevision: number },
    ): Promise<{ status: 'sent' }> {
      const { version, ...rest } = command;
      await put(caller, id, { ...rest, sendsVersion: version });
      return { status: 'sent' };
    },

    /** Where a member of an open questionnaire stands; null where nothing is answered together. */
    async findStanding(
      scope: CourseScope,
      memberId: string,
      questionnaire: Questionnaire,
    ): Promise<TeamStanding | null> {
      const { id, settings } = questionnaire;
      if (!settings.team || phaseOf(questionnaire, clock.now()) !== 'open') return null;
      return standingOf(scope, id, settings.team.setId, memberId);
    },

    /** Whether a member's group has yet to answer, so that nothing may be said of what would have been right. */
    isAwaited: (
      questionnaire: Questionnaire,
      sheet: Sheet | null,
      standing: TeamStanding,
      memberId: string,
    ) => isTeamAwaited(situationOf(questionnaire, sheet, standing, memberId).state),
  };
}
