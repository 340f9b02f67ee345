import {
  type Answers,
  type AnswerValue,
  type CheckSettings,
  isChoice,
  isKeyed,
  isShown,
  type Item,
  type KeyedItem,
} from '../../contracts/questionnaire-rules.ts';
import { groupBy } from '../../core/group-by.ts';

export type Mark = 'right' | 'partly' | 'wrong' | 'blank';

/** What an answer to one item has brought. */
export interface ItemScore {
  readonly itemId: string;
  readonly mark: Mark;
  readonly points: number;
  readonly possible: number;
}

/** What answers have brought together, of the items with a key that they lead to. */
export interface Score {
  readonly points: number;
  readonly possible: number;
  readonly items: readonly ItemScore[];
}

/** Decimal fractions are not exact: 0.1 + 0.2 is within 0 of 0.3. */
const EPSILON = 1e-9;

/** Points are told to the hundredth. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/**
 * The share of an item's points that an answer brings, from 0 to 1. Of several choices each right one that was chosen
 * brings its part, and each wrong one takes such a part away again, so that choosing everything brings nothing more.
 */
function shareOf(item: KeyedItem, value: AnswerValue): number {
  if (item.kind === 'number') {
    const { right, tolerance } = item.key;
    if (typeof value !== 'number' || right === null) return 0;
    return Math.abs(value - right) <= tolerance + EPSILON * Math.max(1, Math.abs(right)) ? 1 : 0;
  }
  const { right } = item.key;
  if (item.kind === 'oneChoice') return typeof value === 'string' && right.includes(value) ? 1 : 0;
  const chosen = Array.isArray(value) ? value : [];
  const hits = chosen.filter((id) => right.includes(id)).length;
  return Math.max(0, (2 * hits - chosen.length) / right.length);
}

function scoreItem(item: KeyedItem, value: AnswerValue | undefined): ItemScore {
  const possible = item.key.points;
  const share = value === undefined ? 0 : shareOf(item, value);
  const mark = value === undefined ? 'blank' : share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong';
  return { itemId: item.id, mark, points: rounded(share * possible), possible };
}

/**
 * Scores answers by the keys of the items. What the answers do not lead to neither counts for nor against; what was left
 * blank brings nothing.
 *
 * @param answers those that count, as `givenAnswers` leaves them.
 */
export function scoreAnswers(items: readonly Item[], answers: Answers): Score {
  const scores = items
    .filter(isKeyed)
    .filter((item) => isShown(item, answers))
    .map((item) => scoreItem(item, answers[item.id]));
  const sum = (part: 'points' | 'possible') => rounded(scores.reduce((total, one) => total + one[part], 0));
  return { points: sum('points'), possible: sum('possible'), items: scores };
}

/** From 0 to 100; 0 where there was nothing to reach. */
export const percentOf = ({ points, possible }: Pick<Score, 'points' | 'possible'>): number =>
  possible === 0 ? 0 : rounded((100 * points) / possible);

/** What is said to an answer: to the options that were chosen, then to the question. */
export function feedbackOn(item: Item, value: AnswerValue | undefined): string[] {
  if (!isKeyed(item)) return [];
  const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const toOptions = isChoice(item) ? chosen.map((id) => item.key.optionFeedback[id] ?? '') : [];
  return [...toOptions, item.key.feedback].filter((text) => text.trim() !== '');
}

/** What would have been right. */
export function rightAnswer(
  item: Item,
): { readonly optionIds: string[]; readonly number: number | null; readonly tolerance: number } | null {
  if (!isKeyed(item)) return null;
  return item.kind === 'number'
    ? { optionIds: [], number: item.key.right, tolerance: item.key.tolerance }
    : { optionIds: item.key.right, number: null, tolerance: 0 };
}

/** The attempt that stands: the last, or the best (of equal ones the first). @param attempts in their order, not empty. */
export function countingAttempt<T extends { readonly score: Pick<Score, 'points' | 'possible'> }>(
  attempts: readonly T[],
  counts: CheckSettings['counts'],
): T | undefined {
  if (counts === 'last') return attempts.at(-1);
  return attempts.reduce<T | undefined>(
    (best, one) => (best === undefined || percentOf(one.score) > percentOf(best.score) ? one : best),
    undefined,
  );
}

/** Per person the attempt that stands. @param answers of known people, each person's attempts in their order. */
export function standingOf<T extends { readonly memberId: string | null; readonly score: Score }>(
  answers: readonly T[],
  counts: CheckSettings['counts'],
): T[] {
  return [...groupBy(answers, ({ memberId }) => memberId).values()].flatMap(
    (attempts) => countingAttempt(attempts, counts) ?? [],
  );
}

/** What a question with a key has brought to those who were asked it. */
export interface ItemTally {
  readonly possible: number;
  readonly mean: number;
  readonly asked: number;
  /** How many of them had it all. */
  readonly right: number;
}

/** By the id of the item; those that nobody was asked are not there. */
export function tallyScores(scores: readonly Score[]): Map<string, ItemTally> {
  const byItem = groupBy(
    scores.flatMap(({ items }) => items),
    ({ itemId }) => itemId,
  );
  return new Map(
    [...byItem].map(([itemId, all]) => [
      itemId,
      {
        possible: all[0]?.possible ?? 0,
        mean: all.reduce((sum, { points }) => sum + points, 0) / all.length,
        asked: all.length,
        right: all.filter(({ mark }) => mark === 'right').length,
      },
    ]),
  );
}

/** What a learner is told of one question that was asked. */
export interface Judged {
  readonly item: Item;
  readonly answer: AnswerValue | null;
  readonly score: ItemScore | null;
  readonly feedback: string[];
  readonly right: ReturnType<typeof rightAnswer>;
}

/** Judges answers question by question. @param showsRight also what would have been right. */
export const judge = (
  { items, answers, score }: { items: readonly Item[]; answers: Answers; score: Score },
  showsRight: boolean,
): Judged[] =>
  items
    // What was given as a file is for people to judge.
    .filter((item) => item.kind !== 'file' && isShown(item, answers))
    .map((item) => ({
      item,
      answer: answers[item.id] ?? null,
      score: score.items.find(({ itemId }) => itemId === item.id) ?? null,
      feedback: feedbackOn(item, answers[item.id]),
      right: showsRight ? rightAnswer(item) : null,
    }));
