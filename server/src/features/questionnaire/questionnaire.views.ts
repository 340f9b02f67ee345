import * as contract from '../../contracts/questionnaire.ts';
import { ListAnswers, ResultsView } from '../../contracts/questionnaire-results.ts';
import { asksOfGroup, type CheckSettings, type Item } from '../../contracts/questionnaire-rules.ts';
import type { Answered, Phase, Questionnaire, Sheet } from './questionnaire.domain.ts';
import type { Round } from './rounds.domain.ts';
import type { OfTeam } from './team-results.domain.ts';
import type { Tally } from './results.domain.ts';
import type { ItemTally, Score } from './scoring.domain.ts';

/** Texts of people that results show; the file has all. */
const TEXTS_SHOWN = 300;

/** For staff. */
export const questionnaireView = (
  questionnaire: Questionnaire,
  mayEdit: boolean,
  isBlank: boolean,
): contract.QuestionnaireView =>
  contract.QuestionnaireView.parse({
    id: questionnaire.id,
    settings: questionnaire.settings,
    state: questionnaire.state,
    revision: questionnaire.revision,
    version: questionnaire.version,
    can: {
      edit: mayEdit && questionnaire.state !== 'closed',
      publish: mayEdit && questionnaire.state === 'draft' && !isBlank,
      close: mayEdit && questionnaire.state === 'open',
      changeVisibility: mayEdit && questionnaire.state === 'draft',
    },
  });

export const listView = (
  page: readonly Questionnaire[],
  answers: ReadonlyMap<string, number>,
  next: string | null,
  mayCreate: boolean,
) =>
  contract.ListQuestionnaires.response.parse({
    items: page.map(({ id, state, settings }) => ({
      id,
      state,
      title: settings.title,
      visibility: settings.visibility,
      opensAt: settings.opensAt,
      closesAt: settings.closesAt,
      items: (settings.draws ?? []).reduce((sum, { count }) => sum + count, settings.items.length),
      answers: answers.get(id) ?? 0,
    })),
    next,
    can: { create: mayCreate },
  });

const statusOf = (phase: Phase, sheet: Sheet | null) =>
  sheet?.answered ? 'answered' : phase === 'open' ? 'open' : 'closed';

interface OwnState {
  readonly current: Round | null;
  readonly next: Round | null;
  /** What the member is asked. */
  readonly items: readonly Item[];
  readonly phase: Phase;
  readonly mayAnswer: boolean;
  readonly check: CheckSettings | null;
  readonly scores: contract.OwnQuestionnaireView['scores'];
  readonly files: readonly NamedFile[];
}

interface NamedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string | null;
}

/** What may be known of files: no owner and no place has room in it. */
const filesView = (files: readonly NamedFile[]) =>
  files.map(({ id, name, size, type }) => ({ id, name, size, type: type ?? '' }));

/** For who answers. */
export const ownView = (
  { id, settings, version }: Questionnaire,
  sheet: Sheet | null,
  { current, next, items, phase, mayAnswer, check, scores, files }: OwnState,
): contract.OwnQuestionnaireView =>
  contract.OwnQuestionnaireView.parse({
    id,
    title: settings.title,
    intro: settings.intro,
    visibility: settings.visibility,
    closesAt: current?.closesAt?.toISOString() ?? null,
    version,
    round: current?.round ?? 1,
    nextOpensAt: next?.opensAt?.toISOString() ?? null,
    items,
    status: statusOf(phase, sheet),
    attempt: (sheet?.sent ?? 0) + 1,
    check,
    isForTeams: settings.team !== undefined,
    scores,
    can: { answer: mayAnswer },
    draft: {
      answers: sheet?.answers ?? {},
      files: filesView(files),
      revision: sheet?.revision ?? 0,
      savedAt: sheet?.savedAt?.toISOString() ?? null,
    },
  });

export const ownListView = (
  page: readonly {
    questionnaire: Questionnaire;
    sheet: Sheet | null;
    phase: Phase;
    /** Of the round that is open. */
    closesAt: Date | null;
  }[],
  next: string | null,
) =>
  contract.ListOwnQuestionnaires.response.parse({
    items: page.map(({ questionnaire: { id, settings }, sheet, phase, closesAt }) => ({
      id,
      title: settings.title,
      closesAt: closesAt?.toISOString() ?? null,
      status: statusOf(phase, sheet),
      begun: sheet !== null && !sheet.answered && sheet.savedAt !== null,
    })),
    next,
  });

interface Results {
  readonly version: number;
  readonly versions: { version: number; answers: number }[];
  readonly round: number;
  readonly rounds: { round: number; opensAt: string | null; answers: number }[];
  readonly trends: ResultsView['trends'];
  readonly items: Item[];
  readonly nameOf: (memberId: string) => string | null;
  readonly answers: number;
  /** Null: too few to be shown. */
  readonly tallied: { readonly counted: number; readonly tallies: readonly Tally[] } | null;
  /** Of a check. */
  readonly scores: {
    readonly percents: readonly number[];
    readonly mean: number | null;
    readonly byItem: ReadonlyMap<string, ItemTally>;
  } | null;
  readonly team: ResultsView['team'];
  readonly mayEdit: boolean;
}

/** Those whom rows of counts are about, where rows are people. */
function peopleIn(
  items: readonly Item[],
  tallies: readonly Tally[],
  nameOf: (memberId: string) => string | null,
): ResultsView['people'] {
  const about = new Set(items.filter(asksOfGroup).map(({ id }) => id));
  const keys = tallies.filter(({ itemId }) => about.has(itemId)).flatMap(({ counts }) => counts);
  return [...new Set(keys.map(({ key }) => key.split('/')[0] ?? ''))].map((id) => ({ id, name: nameOf(id) }));
}

/** For staff: counts, never who said what. */
export const resultsView = (
  { settings, state }: Questionnaire,
  { tallied, scores, mayEdit, nameOf, ...results }: Results,
): ResultsView =>
  ResultsView.parse({
    ...results,
    people: peopleIn(results.items, tallied?.tallies ?? [], nameOf),
    scores,
    title: settings.title,
    visibility: settings.visibility,
    state,
    counted: tallied?.counted ?? null,
    tallies: (tallied?.tallies ?? []).map((tally) => ({
      ...tally,
      texts: tally.texts.slice(0, TEXTS_SHOWN),
      score: scores?.byItem.get(tally.itemId) ?? null,
    })),
    can: { readNamed: settings.visibility !== 'anonymous', edit: mayEdit },
  });

export const namedAnswersView = (
  page: readonly Answered[],
  scoreOf: (answered: Answered) => Score | null,
  teamOf: (answered: Answered) => OfTeam | null,
  nameOf: (memberId: string) => string | null,
  files: readonly NamedFile[],
  next: string | null,
) =>
  ListAnswers.response.parse({
    items: page.flatMap((answered) => {
      const { memberId, submittedAt, answers, attempt } = answered;
      if (memberId === null || submittedAt === null) return [];
      return [
        {
          memberId,
          name: nameOf(memberId),
          submittedAt: submittedAt.toISOString(),
          answers,
          round: answered.round,
          attempt,
          score: scoreOf(answered),
          team: teamOf(answered),
        },
      ];
    }),
    files: filesView(files),
    people: [...new Set(page.flatMap(({ groups = [] }) => groups.flatMap(({ memberIds }) => memberIds)))].map(
      (id) => ({ id, name: nameOf(id) }),
    ),
    next,
  });
