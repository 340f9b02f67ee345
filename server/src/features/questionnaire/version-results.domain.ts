import {
  type Answered,
  checkOf,
  countable,
  type FormerVersion,
  itemsAsked,
  phaseOf,
  type Questionnaire,
  roundNow,
} from './questionnaire.domain.ts';
import type { Item } from '../../contracts/questionnaire-rules.ts';
import { type Choice, didChoose, tally } from './results.domain.ts';
import { roundsOf } from './rounds.domain.ts';
import { percentOf, type Score, scoreAnswers, standingOf, tallyScores } from './scoring.domain.ts';

/** One version and round of a questionnaire, as it is looked at. */
export interface OfVersion {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  readonly round: number;
  /** Everything that may have been asked. */
  readonly items: Item[];
  readonly content: Pick<FormerVersion, 'items' | 'pool'>;
  readonly now: Date;
}

export const checkIn = ({ questionnaire, items }: OfVersion) => checkOf(questionnaire.settings.check, items);
const scoreIn = ({ content }: OfVersion, { drawn, answers }: Answered): Score =>
  scoreAnswers(itemsAsked(content, drawn), answers);

/** The answers to the version in the round; of a check one per person, with its score. */
export function answersTo(found: OfVersion, all: readonly Answered[]) {
  const { version, round } = found;
  const check = checkIn(found);
  const scored = all
    .filter((answer) => answer.version === version && answer.round === round)
    .sort((a, b) => a.attempt - b.attempt)
    .map((answer) => ({ ...answer, score: scoreIn(found, answer) }));
  return { check, answers: check === null ? scored : standingOf(scored, check.counts) };
}

/** How the people of a check have done; null where it is none. */
export function scoresOf(found: OfVersion, all: readonly Answered[], choice: Choice | null) {
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
export function isOver({ questionnaire, version, round, now }: OfVersion): boolean {
  const phase = phaseOf(questionnaire, now);
  if (phase === 'closed' || phase === 'between' || version < questionnaire.version) return true;
  return round < roundNow(questionnaire, now);
}

/** The rounds that have opened or were answered, with the people who have. */
export function roundsIn({ questionnaire, now }: OfVersion, all: readonly Answered[]) {
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
export function trendsOf(found: OfVersion, all: readonly Answered[], rounds: readonly { round: number }[]) {
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
  return [{ itemId: null, means: byRound.map((one) => scoresOf(one, all, null)?.mean ?? null) }, ...ofItems];
}

export function tallyOf(found: OfVersion, all: readonly Answered[], choice: Choice | null) {
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

export const scorerOf =
  (found: OfVersion) =>
  (answered: Answered): Score | null =>
    checkIn(found) === null ? null : scoreIn(found, answered);
