import type { ErrorCode } from '../../contracts/errors.ts';
import { ANONYMOUS_FROM } from '../../contracts/limits.ts';
import {
  type Answers,
  type CheckSettings,
  DEFAULT_CHECK,
  type Draw,
  findAnswerFaults,
  isKeyed,
  type Item,
} from '../../contracts/questionnaire-rules.ts';
import type { Repeat } from '../../contracts/questionnaire-items.ts';
import { drawItems, type PoolItem } from './question-bank.domain.ts';
import type { OwnGroup } from './own-groups.domain.ts';
import { roundAt, roundsOf, turnOf } from './rounds.domain.ts';

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
  /** What each person is asked besides, from the bank. */
  readonly draws?: Draw[] | undefined;
  readonly repeat?: Repeat | undefined;
  /** The score is a gradebook column of so many points. */
  readonly grade?: { readonly points: number } | undefined;
  /** Answered as a group afterwards. @see team.domain.ts */
  readonly team?: { readonly setId: string; readonly percent: number } | undefined;
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
  /** What this version draws from: the bank's questions as they were when it was published. Empty in lists. */
  readonly pool: readonly PoolItem[];
  /** What draws depend on, besides the person and the attempt; empty before it is published. */
  readonly seed: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Absent: not since it was made. */
  readonly changedAt?: Date | undefined;
  /** Since when each sees what the others of the group say of them; never while answers may come. */
  readonly sharedAt?: Date | null | undefined;
  /** Keys of what was written to people that staff have read and let them read. @see comments.domain.ts */
  readonly shownComments?: readonly string[] | undefined;
}

/** Items as they were until a later version took their place. */
export interface FormerVersion {
  readonly questionnaireId: string;
  readonly version: number;
  readonly items: Item[];
  readonly pool: readonly PoolItem[];
}

/** Whose sheet it is, and in which round. */
export interface SheetKey {
  readonly questionnaireId: string;
  readonly memberId: string;
  readonly round: number;
}

/** What one member has of a round of a questionnaire: a draft, and the mark that it was answered. */
export interface Sheet {
  readonly answers: Answers;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** The id that the answers get when they are sent; gone afterwards where nobody may know whose they are. */
  readonly key: string | null;
  readonly answered: boolean;
  /** How often they were sent. */
  readonly sent: number;
  /** The groups whose people are asked about, as they were when the answers were begun. */
  readonly groups?: readonly OwnGroup[] | undefined;
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
  /** From 1, as is the attempt of the member in this round. */
  readonly round: number;
  readonly attempt: number;
  /** Ids of the questions of the pool that were asked, in their order. */
  readonly drawn: readonly string[];
  /** Whose people were asked about. */
  readonly groups?: readonly OwnGroup[] | undefined;
  readonly answers: Answers;
}

/** Everything that may be asked in a version: its items, then what it draws from. */
export const itemsOf = ({ items, pool }: Pick<FormerVersion, 'items' | 'pool'>): Item[] => [
  ...items,
  ...pool.map(({ item }) => item),
];

/** How a questionnaire is taken as a check; null when nothing in it has a key. */
export const checkOf = (check: CheckSettings | undefined, items: readonly Item[]): CheckSettings | null =>
  items.some(isKeyed) ? (check ?? DEFAULT_CHECK) : null;

/** How the present version is taken. */
export const ownCheckOf = ({ settings, pool }: Questionnaire): CheckSettings | null =>
  checkOf(settings.check, itemsOf({ items: settings.items, pool }));

/** How often one may answer. */
export const attemptsOf = (questionnaire: Questionnaire): number => ownCheckOf(questionnaire)?.attempts ?? 1;

/** What a member is asked in an attempt: the same whenever it is looked at, other questions in another attempt or round. */
export const askedItems = (
  { settings, pool, seed }: Questionnaire,
  { memberId, round }: Pick<SheetKey, 'memberId' | 'round'>,
  attempt: number,
): { items: Item[]; drawn: string[] } => {
  const turn = turnOf(settings, round, attempt);
  const drawn = drawItems(pool, settings.draws ?? [], `${seed}/${memberId}`, turn);
  return { items: [...settings.items, ...drawn], drawn: drawn.map(({ id }) => id) };
};

/** What was asked when these answers were given. */
export function itemsAsked(version: Pick<FormerVersion, 'items' | 'pool'>, drawn: readonly string[]): Item[] {
  const found = new Map(version.pool.map(({ item }) => [item.id, item]));
  return [...version.items, ...drawn.flatMap((id) => found.get(id) ?? [])];
}

/** Whether there is nothing to ask. */
export const isBlank = ({ items, draws = [] }: Settings): boolean => items.length === 0 && draws.length === 0;

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
  if (current.state === 'closed' || isPromiseBroken || isBlank(wanted)) {
    return { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
  }
  // Answers belong to rounds by their number.
  const rhythm = ({ repeat, opensAt }: Settings) => ({ repeat, opensAt });
  if (current.settings.repeat !== undefined && !isSame(rhythm(current.settings), rhythm(wanted))) {
    return { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
  }
  // Whoever has answered was told with whom they will answer next, and what it counts.
  if (!isSame(current.settings.team ?? null, wanted.team ?? null)) {
    return { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
  }
  // An answer may be on its way at any moment, so the items of a published questionnaire are never changed in place.
  const asks = ({ items, draws = [] }: Settings) => ({ items, draws });
  return { type: isSame(asks(current.settings), asks(wanted)) ? 'change' : 'newVersion' };
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

/** `between`: a round is over, and another one will open. */
export type Phase = 'draft' | 'upcoming' | 'open' | 'between' | 'closed';

/** What a questionnaire is to learners right now. */
export function phaseOf({ state, settings }: Questionnaire, now: Date): Phase {
  if (state !== 'open') return state;
  const { current, next } = roundAt(roundsOf(settings), now);
  if (current === null) return 'upcoming';
  if (current.closesAt === null || now < current.closesAt) return 'open';
  return next === null ? 'closed' : 'between';
}

/** The round that a member's sheet belongs to right now: the last that has opened. */
export const roundNow = ({ settings }: Questionnaire, now: Date): number =>
  roundAt(roundsOf(settings), now).current?.round ?? 1;

/** Whether learners may know of it: not before it opens, and afterwards only who has answered. */
export function isVisibleTo(questionnaire: Questionnaire, sheet: Sheet | null, now: Date): boolean {
  const phase = phaseOf(questionnaire, now);
  return phase === 'open' || phase === 'between' || phase === 'closed' || sheet?.answered === true;
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
  const check = ownCheckOf(questionnaire);
  const sent = sheet?.sent ?? 0;
  if (check === null || sent === 0) return 'nothing';
  if (phaseOf(questionnaire, now) === 'closed') return 'all';
  if (check.feedback === 'afterClosing') return 'nothing';
  return sent >= check.attempts ? 'all' : 'feedback';
}

/** Whether a member may answer now, for the first time or again. */
export const mayAnswer = (questionnaire: Questionnaire, sheet: Sheet | null, now: Date): boolean =>
  phaseOf(questionnaire, now) === 'open' && (sheet?.sent ?? 0) < attemptsOf(questionnaire);

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

/** Whether these answers to a version may be sent now. @param items what the member is asked in this attempt. */
export function decideSubmit(
  questionnaire: Questionnaire,
  sheet: Sheet | null,
  items: readonly Item[],
  command: {
    readonly version: number;
    readonly round: number;
    readonly attempt: number;
    readonly answers: Answers;
  },
  now: Date,
): SubmitDecision {
  const sent = sheet?.sent ?? 0;
  const isOfNow = command.round === roundNow(questionnaire, now);
  if (isOfNow && command.attempt <= sent) return { type: 'done' };
  const phase = phaseOf(questionnaire, now);
  if (phase === 'draft' || phase === 'upcoming') return { type: 'refuse', reason: 'NOT_FOUND' };
  // A round that was begun is over, be there another one open or not.
  if (phase !== 'open' || !isOfNow) return { type: 'refuse', reason: 'QUESTIONNAIRE_CLOSED' };
  if (sent >= attemptsOf(questionnaire)) return { type: 'refuse', reason: 'ATTEMPTS_USED' };
  if (command.attempt !== sent + 1) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (command.version !== questionnaire.version) return { type: 'refuse', reason: 'STALE_REVISION' };
  const faults = findAnswerFaults(items, command.answers, true);
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
