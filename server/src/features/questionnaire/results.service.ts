import type { ResultsView } from '../../contracts/questionnaire-results.ts';
import { cellsOf, headingsOf, type Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AnswerStore } from './answers.store.ts';
import {
  type Answered,
  checkOf,
  countable,
  type FormerVersion,
  itemsAsked,
  itemsOf,
  phaseOf,
  type Questionnaire,
} from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { namedAnswersView, resultsView } from './questionnaire.views.ts';
import { type Choice, countedRows, didChoose, tally } from './results.domain.ts';
import { percentOf, type Score, scoreAnswers, standingOf, tallyScores } from './scoring.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly csv: Pick<Csv, 'write'>;
  readonly clock: Clock;
}

interface OfVersion {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  /** Everything that may have been asked. */
  readonly items: Item[];
  readonly content: Pick<FormerVersion, 'items' | 'pool'>;
}

const checkIn = ({ questionnaire, items }: OfVersion) => checkOf(questionnaire.settings.check, items);
const scoreIn = ({ content }: OfVersion, { drawn, answers }: Answered): Score =>
  scoreAnswers(itemsAsked(content, drawn), answers);

export type ResultsService = ReturnType<typeof createResultsService>;

/** What questionnaires have brought, for staff: three round trips, and a fourth for names. */
export function createResultsService({ store, answers, course, csv, clock }: Ports) {
  /** @throws AppError NOT_FOUND also for a version that was never there. */
  async function getVersion(scope: CourseScope, id: string, wanted: number | undefined): Promise<OfVersion> {
    const [questionnaire, former] = await Promise.all([
      store.find(scope, id),
      wanted === undefined ? null : store.findVersion(scope, id, wanted),
    ]);
    if (!questionnaire) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    const version = wanted ?? questionnaire.version;
    const { settings, pool } = questionnaire;
    const content = version === questionnaire.version ? { items: settings.items, pool } : former;
    if (!content) throw new AppError('NOT_FOUND', { kind: 'version' });
    return { questionnaire, version, items: itemsOf(content), content };
  }

  /** The answers to the version; of a check one per person, with its score. */
  function answersTo(found: OfVersion, all: readonly Answered[]) {
    const { version } = found;
    const check = checkIn(found);
    const scored = all
      .filter((answer) => answer.version === version)
      .sort((a, b) => a.attempt - b.attempt)
      .map((answer) => ({ ...answer, score: scoreIn(found, answer) }));
    return { check, answers: check === null ? scored : standingOf(scored, check.counts) };
  }

  /** How the people of a check have done; null where it is none. */
  function scoresOf(found: OfVersion, all: readonly Answered[], choice: Choice | null) {
    const { check, answers: standing } = answersTo(found, all);
    if (check === null) return null;
    const scores = standing
      .filter((one) => choice === null || didChoose(one.answers, choice))
      .map(({ score }) => score);
    const percents = scores.map(percentOf).sort((a, b) => a - b);
    const sum = percents.reduce((total, percent) => total + percent, 0);
    return {
      percents,
      mean: percents.length === 0 ? null : sum / percents.length,
      byItem: tallyScores(scores),
    };
  }

  function tallyOf(found: OfVersion, all: readonly Answered[], choice: Choice | null) {
    const { questionnaire, version, items } = found;
    const { visibility } = questionnaire.settings;
    const { answers: ofVersion } = answersTo(found, all);
    const isClosed = phaseOf(questionnaire, clock.now()) === 'closed' || version < questionnaire.version;
    const counted = countable(ofVersion, visibility, isClosed).map((answer) => answer.answers);
    return {
      answers: ofVersion.length,
      tallied: tally(items, counted, choice, visibility === 'anonymous'),
    };
  }

  const scorerOf =
    (found: OfVersion) =>
    (answered: Answered): Score | null =>
      checkIn(found) === null ? null : scoreIn(found, answered);

  async function namesOf(scope: CourseScope, page: readonly Answered[]) {
    const members = await course.findMembers(
      scope,
      page.flatMap(({ memberId }) => memberId ?? []),
    );
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return (memberId: string): string | null => names.get(memberId) ?? null;
  }

  return {
    /** @throws AppError NOT_FOUND */
    async read(
      caller: Caller,
      id: string,
      wanted: number | undefined,
      choice: Choice | null,
    ): Promise<ResultsView> {
      const [found, all] = await Promise.all([
        getVersion(caller.scope, id, wanted),
        answers.listAll(caller.scope, id),
      ]);
      const { questionnaire, version, items } = found;
      const people = new Map<number, Set<string>>([[questionnaire.version, new Set()]]);
      for (const { version: n, memberId, id: answerId } of all) {
        people.set(n, (people.get(n) ?? new Set()).add(memberId ?? answerId));
      }
      return resultsView(questionnaire, {
        version,
        items,
        versions: [...people]
          .map(([n, { size }]) => ({ version: n, answers: size }))
          .sort((a, b) => a.version - b.version),
        ...tallyOf(found, all, choice),
        scores: scoresOf(found, all, choice),
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
      const found = await getVersion(scope, id, wanted);
      const { questionnaire, version } = found;
      if (questionnaire.settings.visibility === 'anonymous')
        throw new AppError('NOT_FOUND', { kind: 'names' });
      const rows = await answers.list(scope, id, version, after, limit + 1);
      const page = rows.slice(0, limit);
      const nameOf = await namesOf(scope, page);
      return namedAnswersView(
        page,
        scorerOf(found),
        nameOf,
        rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      );
    },

    /** @throws AppError NOT_FOUND */
    async exportFile({ scope }: Caller, id: string, wanted: number | undefined): Promise<{ csv: string }> {
      const [found, all] = await Promise.all([getVersion(scope, id, wanted), answers.listAll(scope, id)]);
      const { questionnaire, version, items } = found;
      if (questionnaire.settings.visibility === 'anonymous') {
        const { tallied } = tallyOf(found, all, null);
        const rows = items.flatMap((item, index) => {
          const counts = tallied?.tallies[index];
          return counts ? countedRows(item, counts) : [];
        });
        return { csv: csv.write([['Question', 'Answer', 'Count'], ...rows]) };
      }
      const rows = all.filter((answer) => answer.version === version);
      const nameOf = await namesOf(scope, rows);
      const scoreOf = scorerOf(found);
      const lines = rows
        .toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
        .map((row) => {
          const score = scoreOf(row);
          return [
            nameOf(row.memberId ?? '') ?? '',
            row.submittedAt?.toISOString() ?? '',
            ...(score === null ? [] : [row.attempt, score.points, score.possible].map(String)),
            ...items.flatMap((item) => cellsOf(item, row.answers[item.id])),
          ];
        });
      const ofCheck = checkIn(found) !== null ? ['Attempt', 'Points', 'Possible points'] : [];
      return { csv: csv.write([['Name', 'Sent', ...ofCheck, ...items.flatMap(headingsOf)], ...lines]) };
    },
  };
}
