import type { ErrorCode } from '../../contracts/errors.ts';
import type { SlotState } from './presentations.domain.ts';

/** Something that one of the audience wants to know. */
export interface Question {
  readonly questionId: string;
  readonly activityId: string;
  readonly slotId: string;
  readonly by: string;
  readonly text: string;
  readonly at: Date;
  readonly answeredAt: Date | null;
  /** Who wants to hear it answered, each once. */
  readonly voters: readonly string[];
}

export interface Rating {
  readonly criterionId: string;
  readonly value: number;
}

type Decision<Reason extends ErrorCode> =
  { readonly type: 'accept' } | { readonly type: 'refuse'; readonly reason: Reason };
const accept = { type: 'accept' } as const;

/** Those that most want to hear answered first, of as many the earlier; answered ones last. */
export const inTurn = (questions: readonly Question[]): Question[] =>
  questions.toSorted(
    (a, b) =>
      Number(a.answeredAt !== null) - Number(b.answeredAt !== null) ||
      b.voters.length - a.voters.length ||
      a.at.getTime() - b.at.getTime() ||
      (a.questionId < b.questionId ? -1 : 1),
  );

/** @param limits how many questions there may be, and of one person */
export function decideAsk(
  state: SlotState,
  questions: readonly Pick<Question, 'by'>[],
  by: string,
  limits: { readonly all: number; readonly own: number },
): Decision<'PRESENTATION_NOT_ON' | 'QUESTIONS_TOO_MANY'> {
  if (state !== 'on') return { type: 'refuse', reason: 'PRESENTATION_NOT_ON' };
  const own = questions.filter((one) => one.by === by).length;
  return questions.length >= limits.all || own >= limits.own
    ? { type: 'refuse', reason: 'QUESTIONS_TOO_MANY' }
    : accept;
}

/** Whether somebody can judge a presentation: of another group, while it is on, by each criterion. */
export function decideRate(
  { state, isOwn }: { readonly state: SlotState; readonly isOwn: boolean },
  criteria: readonly { readonly id: string }[],
  ratings: readonly Rating[],
): Decision<'PRESENTATION_NOT_ON' | 'OWN_PRESENTATION' | 'RATING_MISSING'> {
  if (isOwn) return { type: 'refuse', reason: 'OWN_PRESENTATION' };
  if (state !== 'on') return { type: 'refuse', reason: 'PRESENTATION_NOT_ON' };
  const given = new Set(ratings.map(({ criterionId }) => criterionId));
  const isWhole = criteria.length > 0 && criteria.every(({ id }) => given.has(id));
  return isWhole && given.size === ratings.length ? accept : { type: 'refuse', reason: 'RATING_MISSING' };
}

/**
 * What the audience said: the values of each criterion in order of size, so that no two of them can be put together to one
 * person. @param fewest from how many answers on they are told
 */
export function resultsOf<Criterion extends { readonly id: string }>(
  criteria: readonly Criterion[],
  all: readonly (readonly Rating[])[],
  fewest: number,
): { readonly answers: number; readonly criteria: (Criterion & { readonly values: number[] })[] | null } {
  if (all.length < fewest) return { answers: all.length, criteria: null };
  const values = (id: string): number[] =>
    all
      .flatMap((ratings) => ratings.filter(({ criterionId }) => criterionId === id))
      .map(({ value }) => value)
      .toSorted((a, b) => a - b);
  return { answers: all.length, criteria: criteria.map((one) => ({ ...one, values: values(one.id) })) };
}
