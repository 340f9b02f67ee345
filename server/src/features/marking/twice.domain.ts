import type { TwiceStage } from '../../contracts/marking.ts';
import type { TwiceLimit, TwiceShare } from '../../contracts/marking-twice.ts';
import { wantedTwice } from '../../contracts/marking-twice.ts';
import { CRITERION_COMMENT_MAX, REASON_MAX } from '../../contracts/limits.ts';
import type { Rating } from '../../contracts/peer-review.ts';
import { seededRandom, shuffle } from '../../core/random.ts';
import {
  isFinal,
  isToSettle,
  type Mark,
  type MarkingItem,
  type MarkPart,
  stateOf,
} from './marking.domain.ts';

/** How works of an activity are marked by two people, each without knowing what the other says. */
export interface TwiceSettings {
  readonly share: TwiceShare;
  /** The greatest difference at which the mean counts; above it the lead decides. */
  readonly limit: TwiceLimit;
  /** Counts its changes; 0 while nobody has set anything. */
  readonly revision: number;
}

export const ONCE: TwiceSettings = {
  share: { kind: 'none' },
  limit: { kind: 'percent', value: 10 },
  revision: 0,
};

/** Differences are of decimal numbers: what is behind the twelfth digit is noise of the binary ones. */
const DIGITS = 12;

/** How far two are apart, in the unit of the limit. Marks by rubrics of other points are compared by their share. */
export function differenceOf([a, b]: readonly [MarkPart, MarkPart], { kind }: TwiceLimit): number {
  const apart = Math.abs(a.points / a.maximum - b.points / b.maximum);
  return Number((apart * (kind === 'percent' ? 100 : b.maximum)).toPrecision(DIGITS));
}

/** Where one of the two says that a criterion does not apply, what the other gave. */
const meanPoints = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : (a + b) / 2;

/** The mean of two marks, criterion by criterion, in the points of the second one's rubric. */
function meanOf([a, b]: readonly [MarkPart, MarkPart]): Pick<MarkPart, 'ratings' | 'points' | 'maximum'> {
  const first = new Map(a.ratings.map((rating) => [rating.criterionId, rating]));
  const ratings = b.ratings.map((rating): Rating => {
    const other = first.get(rating.criterionId);
    const comment = [other?.comment, rating.comment]
      .filter((said) => said !== undefined)
      .join('\n\n')
      .slice(0, CRITERION_COMMENT_MAX);
    return {
      criterionId: rating.criterionId,
      points: meanPoints(other?.points ?? rating.points, rating.points ?? other?.points ?? null),
      ...(comment !== '' && { comment }),
    };
  });
  const share = (a.points / a.maximum + b.points / b.maximum) / 2;
  const points = Number((share * b.maximum).toPrecision(DIGITS));
  return { ratings, points, maximum: b.maximum };
}

/** How a work that two people mark stands towards one of the staff, whoever has taken it; null: nothing of it waits. */
export function stageOf(item: MarkingItem, memberId: string, now: Date): TwiceStage | null {
  const state = stateOf({ ...item, lease: null }, memberId, now);
  return state === 'firstDone' || state === 'toDoAgain' || state === 'toSettle' ? state : null;
}

/** The state of a work after somebody has marked it. */
export interface Advance<Part extends MarkPart = MarkPart> {
  readonly mark: Mark;
  readonly parts: readonly Part[];
}

/** How a work stands with its next version. */
export interface MarkVersion extends Advance {
  /** Nothing is left to be marked. */
  readonly marked: boolean;
  /** The lead has to decide. */
  readonly toSettle: boolean;
}

export const versionOf = ({ mark, parts }: Advance): MarkVersion => ({
  mark,
  parts,
  marked: isFinal(mark),
  toSettle: isToSettle({ mark, parts }),
});

/**
 * What comes of a judgement that was accepted: a mark; or, of a work that is marked twice, the first part, then the mean
 * or a matter for the lead, whose judgement counts.
 */
export function advanceOf<Part extends MarkPart>(
  { mark: before, twice, parts }: Pick<MarkingItem, 'mark' | 'twice'> & { readonly parts: readonly Part[] },
  judged: Part,
  reason: string,
  limit: TwiceLimit,
): Advance<Part> {
  const step = { n: (before?.n ?? 0) + 1, reason };
  const [first, second] = parts;
  if (second || !twice || isFinal(before)) {
    const mark = { ...judged, ...step, kind: 'marked', ...(second && { parts }) } as const;
    return { mark, parts };
  }
  if (!first) return { mark: { ...judged, ...step, kind: 'part' }, parts: [judged] };
  const both = [first, judged] as const;
  if (differenceOf(both, limit) > limit.value)
    return { mark: { ...judged, ...step, kind: 'part' }, parts: both };
  return { mark: { ...judged, ...meanOf(both), ...step, kind: 'marked', parts: both }, parts: both };
}

/**
 * Whether somebody may read a version of a mark: what one of two people said is theirs alone until both are done.
 *
 * @param item how the work stands now
 */
export const isSeenBy = (
  mark: Mark,
  { mark: newest, parts, twice }: Pick<MarkingItem, 'mark' | 'parts' | 'twice'>,
  memberId: string,
): boolean => mark.kind !== 'part' || mark.by === memberId || parts.length === 2 || isFinal(newest) || !twice;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });

/** The reason of a mark with what both markers said, in numbers and names: it has to do for readers of any language. */
export function namingParts(
  reason: string,
  parts: readonly MarkPart[],
  names: ReadonlyMap<string, string | null>,
): string {
  const said = parts.map(
    ({ by, points, maximum }, index) =>
      `${names.get(by) ?? `${index + 1}`}: ${number.format(points)}/${number.format(maximum)}`,
  );
  const ending = ` (${said.join('; ')})`;
  return reason.slice(0, REASON_MAX - ending.length) + ending;
}

/** A work as the choice of those that are marked twice knows it. */
export interface Choosable {
  readonly id: string;
  readonly twice: boolean;
  /** Whether somebody has marked it already, once or at all. */
  readonly begun: boolean;
}

/**
 * Which works are marked twice from now on, and which no longer. What was begun stays as it is; of the rest those that
 * are chosen already stay so first. The same works and seed give the same choice, in whatever order they come.
 */
export function chooseTwice(
  works: readonly Choosable[],
  share: TwiceShare,
  seed: string,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const begun = works.filter((work) => work.begun && work.twice).length;
  const open = works.filter((work) => !work.begun);
  const byChance = shuffle(open.map(({ id }) => id).sort(), seededRandom(seed));
  const isChosen = new Set(open.filter(({ twice }) => twice).map(({ id }) => id));
  const order = [...byChance.filter((id) => isChosen.has(id)), ...byChance.filter((id) => !isChosen.has(id))];
  const count = Math.max(0, wantedTwice(share, works.length) - begun);
  return {
    add: order.slice(0, count).filter((id) => !isChosen.has(id)),
    remove: order.slice(count).filter((id) => isChosen.has(id)),
  };
}
