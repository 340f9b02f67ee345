import type { SIDES } from '../../contracts/limits.ts';
import { ENDORSED_MAX } from '../../contracts/limits.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { countOf, hasNumber, type Words } from './bitmaps.domain.ts';

/** Questions with answers, and debates with sides (spec/discussion.md, 1). */
export type Side = (typeof SIDES)[number];

/** The posts of each side, by number. */
export type Sides = Readonly<Partial<Record<Side, Words>>>;

type Mode = 'open' | 'postFirst' | 'question' | 'debate';

/** What makes a thread of questions answered; elsewhere what staff stand by. */
export interface Answers {
  /** The number of the answer that helped who asked. */
  readonly accepted: number | null;
  /** The numbers of those that staff stand by. */
  readonly endorsed: readonly number[];
  /** Of other posts that they stand by: these answer nothing, and are shown where threads are no questions. */
  readonly endorsedTalk: readonly number[];
}

type AskedFor = Pick<Answers, 'accepted' | 'endorsed'>;

/** Whether a post answers a question: what replies to the question itself; what is below it is talk about it. */
const isAnswer = (mode: Mode, post: { readonly replyTo: number | null }): boolean =>
  mode === 'question' && isReplyToFirst(post);

export const isReplyToFirst = ({ replyTo }: { readonly replyTo: number | null }): boolean => replyTo === 1;

/** Whether a post is one that staff may stand by: an answer where threads are questions, any elsewhere (spec/discussion.md, 4). */
const isEndorsable = (mode: Mode, post: { readonly replyTo: number | null }): boolean =>
  mode !== 'question' || isAnswer(mode, post);

/** @returns null where threads are no questions */
export const isAnswered = (mode: Mode, { accepted, endorsed }: AskedFor): boolean | null =>
  mode === 'question' ? accepted !== null || endorsed.length > 0 : null;

/** The answers that can be read: staff may have hidden one. */
export const seenAnswers = ({ accepted, endorsed, live }: AskedFor & { readonly live: Words }): AskedFor => ({
  accepted: accepted !== null && hasNumber(live, accepted) ? accepted : null,
  endorsed: endorsed.filter((n) => hasNumber(live, n)),
});

/**
 * Whether a thread waits for an answer: nobody has replied, or no answer to a question is accepted or endorsed. What is
 * hidden or deleted answers nothing; what begins with it asks nothing.
 */
export function isUnanswered(mode: Mode, thread: AskedFor & { readonly live: Words }): boolean {
  const { live } = thread;
  if (!hasNumber(live, 1)) return false;
  return mode === 'question' ? isAnswered(mode, seenAnswers(thread)) === false : countOf(live) === 1;
}

/** All that staff stand by. */
export const endorsedOf = ({
  endorsed,
  endorsedTalk,
}: Pick<Answers, 'endorsed' | 'endorsedTalk'>): number[] => [...endorsed, ...endorsedTalk];

/** What a post is among a thread's answers. */
export const answerFacts = (
  mode: Mode,
  answers: Answers,
  post: { readonly n: number; readonly replyTo: number | null },
) => ({
  isAnswer: isAnswer(mode, post),
  isAccepted: isAnswer(mode, post) && answers.accepted === post.n,
  isEndorsed: isEndorsable(mode, post) && endorsedOf(answers).includes(post.n),
});

/** How many posts each side has that can be read. @returns null where there are no sides */
export function balanceOf(
  mode: Mode,
  { sides, live }: { readonly sides: Sides; readonly live: Words },
): Record<Side, number> | null {
  if (mode !== 'debate') return null;
  return { pro: countBoth(sides.pro ?? {}, live), contra: countBoth(sides.contra ?? {}, live) };
}

const countBoth = (some: Words, others: Words): number =>
  countOf(
    Object.fromEntries(Object.entries(some).map(([index, word]) => [index, word & (others[index] ?? 0)])),
  );

/** Learners take a side in a debate; staff may stand between them. Elsewhere there are none. */
export function sideFault(mode: Mode, isStaff: boolean, side: Side | null): 'POST_SIDE_MISSING' | null {
  return mode === 'debate' && !isStaff && side === null ? 'POST_SIDE_MISSING' : null;
}

export const sideIn = (mode: Mode, side: Side | null): Side | null => (mode === 'debate' ? side : null);

interface AnswerSituation {
  readonly mode: Mode;
  readonly thread: Answers & { readonly authorId: string; readonly live: Words };
  readonly post: { readonly n: number; readonly replyTo: number | null; readonly authorId: string };
  readonly isOpen: boolean;
}

/** Whether somebody may accept a post as the answer to their question; one's own answer, too. */
export const mayAccept = ({ mode, thread, post, isOpen }: AnswerSituation, memberId: string): boolean =>
  isOpen && isAnswer(mode, post) && hasNumber(thread.live, post.n) && thread.authorId === memberId;

/** Whether staff may endorse a post of somebody else. */
export const mayEndorse = ({ mode, thread, post }: AnswerSituation, memberId: string): boolean =>
  isEndorsable(mode, post) && hasNumber(thread.live, post.n) && post.authorId !== memberId;

export type AnswersDecision =
  | { readonly type: 'set'; readonly answers: Answers }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: Extract<ErrorCode, 'FORBIDDEN' | 'ENDORSED_TOO_MANY'> };

/** What a thread's answers are after one is accepted, or is no more. */
export function decideAccept(
  situation: AnswerSituation,
  memberId: string,
  accepted: boolean,
): AnswersDecision {
  const { thread, post } = situation;
  if (!mayAccept(situation, memberId)) return { type: 'refuse', reason: 'FORBIDDEN' };
  const isIt = thread.accepted === post.n;
  if (isIt === accepted) return { type: 'unchanged' };
  return { type: 'set', answers: { ...answersOf(thread), accepted: accepted ? post.n : null } };
}

/** What they are after one is endorsed, or is no more. */
export function decideEndorse(
  situation: AnswerSituation,
  memberId: string,
  endorsed: boolean,
): AnswersDecision {
  const { thread, post } = situation;
  if (!mayEndorse(situation, memberId)) return { type: 'refuse', reason: 'FORBIDDEN' };
  const all = endorsedOf(thread);
  if (all.includes(post.n) === endorsed) return { type: 'unchanged' };
  if (endorsed && all.length >= ENDORSED_MAX) return { type: 'refuse', reason: 'ENDORSED_TOO_MANY' };
  const answers = withoutEndorsed(answersOf(thread), post.n);
  const list = isReplyToFirst(post) ? 'endorsed' : 'endorsedTalk';
  return {
    type: 'set',
    answers: endorsed ? { ...answers, [list]: [...answers[list], post.n] } : answers,
  };
}

const answersOf = ({ accepted, endorsed, endorsedTalk }: Answers): Answers => ({
  accepted,
  endorsed,
  endorsedTalk,
});

const withoutEndorsed = (answers: Answers, n: number): Answers => ({
  ...answers,
  endorsed: answers.endorsed.filter((one) => one !== n),
  endorsedTalk: answers.endorsedTalk.filter((one) => one !== n),
});

/** What they are after a post is deleted: what is not there answers nothing. @returns null: the same */
export function answersWithout(answers: Answers, n: number): Answers | null {
  const { accepted } = answers;
  if (accepted !== n && !endorsedOf(answers).includes(n)) return null;
  return { ...withoutEndorsed(answersOf(answers), n), accepted: accepted === n ? null : accepted };
}
