import type { ErrorCode } from '../../contracts/errors.ts';
import { type Answers, findAnswerFaults, type Item } from '../../contracts/questionnaire-rules.ts';
import type { OwnGroup } from './own-groups.domain.ts';
import { percentOf, type Score } from './scoring.domain.ts';

/** What a group answers together, after each of its people has alone. */
export interface TeamSheet {
  readonly questionnaireId: string;
  readonly groupId: string;
  readonly name: string | null;
  readonly version: number;
  readonly answers: Answers;
  /** Counts saves, by whomever. */
  readonly revision: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  /** Who was in the group when it was sent: for them it counts, wherever they are later. */
  readonly memberIds: readonly string[];
}

/** Where somebody stands in what a group answers together. */
export interface TeamStanding {
  /** Null: in no group of the set. Once the answers are sent: as it was then. */
  readonly group: Pick<OwnGroup, 'groupId' | 'name' | 'memberIds'> | null;
  readonly sheet: TeamSheet | null;
  /** How many of the group have answered alone. */
  readonly answered: number;
}

/**
 * `noGroup`, `alone`: there is nobody to answer with. `ownFirst`: one's own answers come first. `sentBefore`: the group has
 * sent its answers before one came into it. `closed`: the group did not answer in time.
 */
export type TeamState = 'noGroup' | 'alone' | 'ownFirst' | 'open' | 'sent' | 'sentBefore' | 'closed';

/** What the group's sheet is to a member right now. */
export function teamStateOf(
  { group, sheet }: TeamStanding,
  memberId: string,
  { hasAnswered, isOpen }: { readonly hasAnswered: boolean; readonly isOpen: boolean },
): TeamState {
  if (sheet?.sentAt) return sheet.memberIds.includes(memberId) ? 'sent' : 'sentBefore';
  if (group === null) return 'noGroup';
  if (group.memberIds.length < 2) return 'alone';
  if (!isOpen) return 'closed';
  return hasAnswered ? 'open' : 'ownFirst';
}

/** Whether the group's answers are still to come: until then nobody in it learns what would have been right. */
export const isTeamAwaited = (state: TeamState): boolean => state === 'ownFirst' || state === 'open';

/** Whether somebody may see what the group has on its sheet. */
export const isSheetShown = (state: TeamState, hasAnswered: boolean): boolean =>
  hasAnswered && (state === 'open' || state === 'sent' || state === 'closed');

export type TeamDecision =
  | { readonly type: 'accept' }
  | { readonly type: 'done' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<
        ErrorCode,
        'TEAM_NOT_OPEN' | 'QUESTIONNAIRE_CLOSED' | 'STALE_REVISION' | 'ANSWERS_INVALID'
      >;
      readonly itemIds?: string[];
    };

const refuse = (reason: Extract<TeamDecision, { type: 'refuse' }>['reason']): TeamDecision => ({
  type: 'refuse',
  reason,
});

/** Whether a member may put these answers on the group's sheet, or send them for the group. */
export function decideTeamAnswers(
  state: TeamState,
  { sheet }: Pick<TeamStanding, 'sheet'>,
  items: readonly Item[],
  command: {
    readonly answers: Answers;
    readonly expectedRevision: number;
    readonly by: string;
    /** Null: it is saved, not sent. */
    readonly sendsVersion: number | null;
  },
  version: number,
): TeamDecision {
  // What another one of the group has sent meanwhile was not this.
  if (state === 'sent')
    return command.sendsVersion !== null && sheet?.sentBy === command.by
      ? { type: 'done' }
      : refuse('STALE_REVISION');
  if (state === 'closed') return refuse('QUESTIONNAIRE_CLOSED');
  if (state !== 'open') return refuse('TEAM_NOT_OPEN');
  if ((sheet?.revision ?? 0) !== command.expectedRevision) return refuse('STALE_REVISION');
  const isFinal = command.sendsVersion !== null;
  if (isFinal && command.sendsVersion !== version) return refuse('STALE_REVISION');
  const faults = [...findAnswerFaults(items, command.answers, isFinal)];
  // Who is still writing may be out of range; what no item takes is refused.
  const found = isFinal ? faults : faults.filter(([, fault]) => fault === 'UNKNOWN');
  if (found.length === 0) return { type: 'accept' };
  return { type: 'refuse', reason: 'ANSWERS_INVALID', itemIds: found.map(([itemId]) => itemId) };
}

type Points = Pick<Score, 'points' | 'possible'>;

/**
 * What one's own answers and those of the group make together, in percent.
 *
 * @param team null: there is none; then one's own count in full. @param weight percent that the group's count.
 */
export function combinedOf(
  own: Points,
  team: Points | null,
  weight: number,
): { readonly own: number; readonly team: number | null; readonly percent: number } {
  const alone = percentOf(own);
  if (team === null) return { own: alone, team: null, percent: alone };
  const together = percentOf(team);
  const percent = Math.round(alone * (100 - weight) + together * weight) / 100;
  return { own: alone, team: together, percent };
}
