import type { ErrorCode } from '../../contracts/errors.ts';
import { ANONYMOUS_FROM } from '../../contracts/limits.ts';
import {
  type Answers,
  type CheckSettings,
  DEFAULT_CHECK,
  findAnswerFaults,
  isKeyed,
  type Item,
} from '../../contracts/questionnaire-rules.ts';

export type Visibility = 'identified' | 'confidential' | 'anonymous';
type State = 'draft' | 'open' | 'closed';

/** What staff write; moments are ISO 8601 texts. */
export interface Settings {
  readonly title: string;
  readonly intro: string;
  readonly visibility: Visibility;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly items: Item[];
  /** Counts when items have keys. */
  readonly check?: CheckSettings | undefined;
}

export interface Questionnaire {
  readonly id: string;
  readonly courseId: string;
  readonly settings: Settings;
  readonly state: State;
  /** Counts saves. */
  readonly revision: number;
  /** The version of the items; the former ones are kept apart. */
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Items as they were until a later version took their place. */
export interface FormerVersion {
  readonly questionnaireId: string;
  readonly version: number;
  readonly items: Item[];
}

/** What one member has of a questionnaire: a draft, and the mark that it was answered. */
export interface Sheet {
  readonly answers: Answers;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** The id that the answers get when they are sent; gone afterwards where nobody may know whose they are. */
  readonly key: string | null;
  readonly answered: boolean;
  /** How often they were sent. */
  readonly sent: number;
}

/** Answers that were sent. */
export interface Answered {
  readonly id: string;
  readonly questionnaireId: string;
  readonly version: number;
  /** Null, as is the time, where the questionnaire is anonymous: then the day alone is known. */
  readonly memberId: string | null;
  readonly submittedAt: Date | null;
  readonly day: string;
  /** Of anonymous ones: results move on by whole batches, so that no single answer shows between two looks. */
  readonly batch: number;
  /** From 1: which attempt of the member. */
  readonly attempt: number;
  readonly answers: Answers;
}

/** How a questionnaire is taken as a check; null when nothing in it has a key. */
export const checkOf = ({ items, check }: Settings): CheckSettings | null =>
  items.some(isKeyed) ? (check ?? DEFAULT_CHECK) : null;

/** How often one may answer. */
export const attemptsOf = (settings: Settings): number => checkOf(settings)?.attempts ?? 1;

export type SaveDecision =
  | { readonly type: 'create' | 'unchanged' | 'change' | 'newVersion' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'STALE_REVISION' | 'NOT_FOUND' | 'ACTIVITY_HAS_WORK'>;
    };

/** Whether settings may be saved over what is there (`current` null: nothing of this course). */
export function decideSave(
  current: Questionnaire | null,
  wanted: Settings,
  expectedRevision: number,
): SaveDecision {
  if (!current) return expectedRevision === 0 ? { type: 'create' } : { type: 'refuse', reason: 'NOT_FOUND' };
  if (isSame(current.settings, wanted)) return { type: 'unchanged' };
  if (current.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (current.state === 'draft') return { type: 'change' };
  // Who has answered was told who would read it.
  const isPromiseBroken = wanted.visibility !== current.settings.visibility;
  if (current.state === 'closed' || isPromiseBroken || wanted.items.length === 0) {
    return { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
  }
  // An answer may be on its way at any moment, so the items of a published questionnaire are never changed in place.
  return { type: isSame(current.settings.items, wanted.items) ? 'change' : 'newVersion' };
}

/** Regardless of the order of keys: a database may keep another one. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

export type Phase = 'draft' | 'upcoming' | 'open' | 'closed';

/** What a questionnaire is to learners right now. */
export function phaseOf({ state, settings }: Questionnaire, now: Date): Phase {
  if (state !== 'open') return state;
  if (settings.opensAt !== null && now < new Date(settings.opensAt)) return 'upcoming';
  return settings.closesAt !== null && now >= new Date(settings.closesAt) ? 'closed' : 'open';
}

/** Whether learners may know of it: not before it opens, and afterwards only who has answered. */
export function isVisibleTo(questionnaire: Questionnaire, sheet: Sheet | null, now: Date): boolean {
  const phase = phaseOf(questionnaire, now);
  return phase === 'open' || phase === 'closed' || sheet?.answered === true;
}

/**
 * What learners see of their own check: nothing before it may be shown; feedback; or also what would have been right, which
 * would give the next attempt away.
 */
export function revealOf(
  questionnaire: Questionnaire,
  sheet: Sheet | null,
  now: Date,
): 'nothing' | 'feedback' | 'all' {
  const check = checkOf(questionnaire.settings);
  const sent = sheet?.sent ?? 0;
  if (check === null || sent === 0) return 'nothing';
  if (phaseOf(questionnaire, now) === 'closed') return 'all';
  if (check.feedback === 'afterClosing') return 'nothing';
  return sent >= check.attempts ? 'all' : 'feedback';
}

/** Whether a member may answer now, for the first time or again. */
export const mayAnswer = (questionnaire: Questionnaire, sheet: Sheet | null, now: Date): boolean =>
  phaseOf(questionnaire, now) === 'open' && (sheet?.sent ?? 0) < attemptsOf(questionnaire.settings);

export type SubmitDecision =
  | { readonly type: 'accept' }
  /** A repeated request, answered like the first. */
  | { readonly type: 'done' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<
        ErrorCode,
        'NOT_FOUND' | 'QUESTIONNAIRE_CLOSED' | 'ATTEMPTS_USED' | 'STALE_REVISION' | 'ANSWERS_INVALID'
      >;
      readonly itemIds?: string[];
    };

/** Whether these answers to a version may be sent now. */
export function decideSubmit(
  questionnaire: Questionnaire,
  sheet: Sheet | null,
  command: { readonly version: number; readonly attempt: number; readonly answers: Answers },
  now: Date,
): SubmitDecision {
  const sent = sheet?.sent ?? 0;
  if (command.attempt <= sent) return { type: 'done' };
  const phase = phaseOf(questionnaire, now);
  if (phase === 'draft' || phase === 'upcoming') return { type: 'refuse', reason: 'NOT_FOUND' };
  if (phase === 'closed') return { type: 'refuse', reason: 'QUESTIONNAIRE_CLOSED' };
  if (sent >= attemptsOf(questionnaire.settings)) return { type: 'refuse', reason: 'ATTEMPTS_USED' };
  if (command.attempt !== sent + 1) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (command.version !== questionnaire.version) return { type: 'refuse', reason: 'STALE_REVISION' };
  const faults = findAnswerFaults(questionnaire.settings.items, command.answers, true);
  if (faults.size > 0) return { type: 'refuse', reason: 'ANSWERS_INVALID', itemIds: [...faults.keys()] };
  return { type: 'accept' };
}

/** The batch of the next anonymous answer. @param answered how many there are. */
export const batchAfter = (answered: number): number => Math.floor(answered / ANONYMOUS_FROM);

/**
 * The answers that results may be made of. Named ones: all. Anonymous ones: none below five; while more may come, only
 * whole batches, since a result that moves by one answer tells what that one said.
 */
export function countable(
  answers: readonly Answered[],
  visibility: Visibility,
  isClosed: boolean,
): readonly Answered[] {
  if (visibility !== 'anonymous') return answers;
  if (answers.length < ANONYMOUS_FROM) return [];
  if (isClosed) return answers;
  const sizes = new Map<number, number>();
  for (const { batch } of answers) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  return answers.filter(({ batch }) => (sizes.get(batch) ?? 0) >= ANONYMOUS_FROM);
}
