import type { ResultsView } from '../../contracts/questionnaire-results.ts';
import { asksOfGroup } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerFiles } from './answer-files.service.ts';
import type { AnswerStore } from './answers.store.ts';
import type { VersionFinder, Wanted } from './find-version.service.ts';
import { namedAnswersView, resultsView } from './questionnaire.views.ts';
import type { Choice } from './results.domain.ts';
import { teamResultsOf, teamsByMember } from './team-results.domain.ts';
import type { TeamSheetStore } from './team-sheets.store.ts';
import { roundsIn, scoresOf, scorerOf, tallyOf, trendsOf } from './version-results.domain.ts';

interface Ports {
  readonly versions: VersionFinder;
  readonly answers: AnswerStore;
  readonly answerFiles: Pick<AnswerFiles, 'ofAnswers'>;
  readonly teams: Pick<TeamSheetStore, 'listSent'>;
}

export type ResultsService = ReturnType<typeof createResultsService>;

/** What questionnaires have brought, for staff: three round trips, and a fourth for names. */
export function createResultsService({ versions, answers, answerFiles, teams }: Ports) {
  return {
    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, id: string, wanted: Wanted, choice: Choice | null): Promise<ResultsView> {
      const [found, all, sent] = await Promise.all([
        versions.getVersion(caller.scope, id, wanted),
        answers.listAll(caller.scope, id),
        teams.listSent(caller.scope, id),
      ]);
      const { questionnaire, version, round, items } = found;
      const nameOf = await versions.namesOf(caller.scope, items.some(asksOfGroup) ? all : []);
      const rounds = roundsIn(found, all);
      const people = new Map<number, Set<string>>([[questionnaire.version, new Set()]]);
      for (const { version: n, memberId, id: answerId } of all) {
        people.set(n, (people.get(n) ?? new Set()).add(memberId ?? answerId));
      }
      return resultsView(questionnaire, {
        version,
        round,
        rounds,
        trends: trendsOf(found, all, rounds),
        items,
        nameOf,
        versions: [...people]
          .map(([n, { size }]) => ({ version: n, answers: size }))
          .sort((a, b) => a.version - b.version),
        ...tallyOf(found, all, choice),
        scores: scoresOf(found, all, choice),
        team: teamResultsOf(found, all, sent),
        mayEdit: caller.can('questionnaire.edit') && questionnaire.state !== 'closed',
      });
    },

    /** @throws AppError NOT_FOUND, also where nobody may know who said what */
    async listNamed(
      { scope }: Caller,
      id: string,
      wanted: number | undefined,
      after: string | undefined,
      limit: number,
    ) {
      const found = await versions.getVersion(scope, id, { version: wanted });
      const { questionnaire, version } = found;
      if (questionnaire.settings.visibility === 'anonymous')
        throw new AppError('NOT_FOUND', { kind: 'names' });
      const [rows, sent] = await Promise.all([
        answers.list(scope, id, version, after, limit + 1),
        teams.listSent(scope, id),
      ]);
      const page = rows.slice(0, limit);
      const [nameOf, files] = await Promise.all([
        versions.namesOf(scope, page),
        answerFiles.ofAnswers(scope, found.items, page),
      ]);
      const scoreOf = scorerOf(found);
      return namedAnswersView(
        page,
        scoreOf,
        teamsByMember(found, sent, scoreOf),
        nameOf,
        files,
        rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      );
    },
  };
}
