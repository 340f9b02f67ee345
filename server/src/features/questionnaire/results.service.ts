import type { ResultsView } from '../../contracts/questionnaire-results.ts';
import { cellsOf, headingsOf, type Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AnswerStore } from './answers.store.ts';
import { type Headings, headingsIn } from './export.views.ts';
import {
  type Answered,
  checkOf,
  countable,
  type FormerVersion,
  itemsAsked,
  itemsOf,
  phaseOf,
  type Questionnaire,
  roundNow,
} from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { namedAnswersView, resultsView } from './questionnaire.views.ts';
import { type Choice, countedRows, didChoose, tally } from './results.domain.ts';
import { roundsOf } from './rounds.domain.ts';
import { percentOf, type Score, scoreAnswers, standingOf, tallyScores } from './scoring.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly csv: Pick<Csv, 'write'>;
  readonly clock: Clock;
}

/** Absent: the present version, and the round that has opened last. */
interface Wanted {
  readonly version?: number | undefined;
  readonly round?: number | undefined;
}

interface OfVersion {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  readonly round: number;
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
  async function getVersion(scope: CourseScope, id: string, wanted: Wanted): Promise<OfVersion> {
    const [questionnaire, former] = await Promise.all([
      store.find(scope, id),
      wanted.version === undefined ? null : store.findVersion(scope, id, wanted.version),
    ]);
    if (!questionnaire) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    const version = wanted.version ?? questionnaire.version;
    const round = wanted.round ?? roundNow(questionnaire, clock.now());
    const { settings, pool } = questionnaire;
    const content = version === questionnaire.version ? { items: settings.items, pool } : former;
    if (!content) throw new AppError('NOT_FOUND', { kind: 'version' });
    return { questionnaire, version, round, items: itemsOf(content), content };
  }

  /** The answers to the version in the round; of a check one per person, with its score. */
  function answersTo(found: OfVersion, all: readonly Answered[]) {
    const { version, round } = found;
    const check = checkIn(found);
    const scored = all
      .filter((answer) => answer.version === version && answer.round === round)
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

  /** Whether no more answers can come. */
  function isOver({ questionnaire, version, round }: OfVersion): boolean {
    const phase = phaseOf(questionnaire, clock.now());
    if (phase === 'closed' || phase === 'between' || version < questionnaire.version) return true;
    return round < roundNow(questionnaire, clock.now());
  }

  /** The rounds that have opened or were answered, with the people who have. */
  function roundsIn({ questionnaire }: OfVersion, all: readonly Answered[]) {
    const now = clock.now();
    const known = roundsOf(questionnaire.settings);
    const opened = known.filter(({ opensAt }) => opensAt === null || opensAt <= now);
    const rounds = new Set([1, ...opened.map(({ round }) => round), ...all.map(({ round }) => round)]);
    return [...rounds]
      .sort((a, b) => a - b)
      .map((round) => ({
        round,
        opensAt: known.find((one) => one.round === round)?.opensAt?.toISOString() ?? null,
        answers: new Set(all.filter((one) => one.round === round).map(({ memberId, id }) => memberId ?? id))
          .size,
      }));
  }

  /** How means change from round to round; nothing where nothing is repeated. */
  function trendsOf(found: OfVersion, all: readonly Answered[], rounds: readonly { round: number }[]) {
    if (found.questionnaire.settings.repeat === undefined) return [];
    const byRound = rounds.map(({ round }) => ({ ...found, round }));
    const tallied = byRound.map((one) => tallyOf(one, all, null).tallied?.tallies ?? []);
    const ofItems = found.items
      .filter(({ kind }) => kind === 'scale' || kind === 'number')
      .map(({ id }) => ({
        itemId: id,
        means: tallied.map((tallies) => tallies.find(({ itemId }) => itemId === id)?.mean ?? null),
      }));
    if (checkIn(found) === null) return ofItems;
    return [
      { itemId: null, means: byRound.map((one) => scoresOf(one, all, null)?.mean ?? null) },
      ...ofItems,
    ];
  }

  function tallyOf(found: OfVersion, all: readonly Answered[], choice: Choice | null) {
    const { questionnaire, items } = found;
    const { visibility } = questionnaire.settings;
    const { answers: ofVersion } = answersTo(found, all);
    const isClosed = isOver(found);
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

  /** What was counted, round by round. */
  function countedLines(found: OfVersion, all: readonly Answered[], headings: Headings): string[][] {
    const isRepeated = found.questionnaire.settings.repeat !== undefined;
    const lines = roundsIn(found, all).flatMap(({ round }) => {
      const { tallied } = tallyOf({ ...found, round }, all, null);
      return found.items.flatMap((item, index) => {
        const counts = tallied?.tallies[index];
        return counts
          ? countedRows(item, counts).map((row) => (isRepeated ? [String(round), ...row] : row))
          : [];
      });
    });
    const { round, question, answer, count } = headings;
    return [[...(isRepeated ? [round] : []), question, answer, count], ...lines];
  }

  /** A line per person, round and attempt. */
  function namedLines(
    found: OfVersion,
    rows: readonly Answered[],
    nameOf: (memberId: string) => string | null,
    headings: Headings,
  ): string[][] {
    const isRepeated = found.questionnaire.settings.repeat !== undefined;
    const scoreOf = scorerOf(found);
    const { name, sent, round, attempt, points, possible } = headings;
    const lines = rows
      .toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
      .map((row) => {
        const score = scoreOf(row);
        return [
          nameOf(row.memberId ?? '') ?? '',
          row.submittedAt?.toISOString() ?? '',
          ...(isRepeated ? [String(row.round)] : []),
          ...(score === null ? [] : [row.attempt, score.points, score.possible].map(String)),
          ...found.items.flatMap((item) => cellsOf(item, row.answers[item.id])),
        ];
      });
    const ofRounds = isRepeated ? [round] : [];
    const ofCheck = checkIn(found) === null ? [] : [attempt, points, possible];
    return [[name, sent, ...ofRounds, ...ofCheck, ...found.items.flatMap(headingsOf)], ...lines];
  }

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
    async read(caller: Caller, id: string, wanted: Wanted, choice: Choice | null): Promise<ResultsView> {
      const [found, all] = await Promise.all([
        getVersion(caller.scope, id, wanted),
        answers.listAll(caller.scope, id),
      ]);
      const { questionnaire, version, round, items } = found;
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
      const found = await getVersion(scope, id, { version: wanted });
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

    /** All rounds of a version, with headings in the language of a locale. @throws AppError NOT_FOUND */
    async exportFile(
      { scope }: Caller,
      id: string,
      version: number | undefined,
      locale: string | undefined,
    ): Promise<{ csv: string }> {
      const [found, all] = await Promise.all([
        getVersion(scope, id, { version }),
        answers.listAll(scope, id),
      ]);
      const headings = headingsIn(locale);
      if (found.questionnaire.settings.visibility === 'anonymous') {
        return { csv: csv.write(countedLines(found, all, headings)) };
      }
      const rows = all.filter((answer) => answer.version === found.version);
      return { csv: csv.write(namedLines(found, rows, await namesOf(scope, rows), headings)) };
    },
  };
}
