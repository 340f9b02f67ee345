import { COMMENT_MAX } from '../../contracts/limits.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import { maximumOf, weightOf } from '../../contracts/rubric-rules.ts';
import type { EventActor } from '../../core/events.ts';
import { fillComment } from '../../contracts/fill-comment.ts';
import {
  emptyRichText,
  isBlank,
  plainTextOf,
  type RichText,
  richTextOf,
} from '../../contracts/plain-text.ts';
import {
  isFinal,
  type Mark,
  type MarkContent,
  type Marker,
  type MarkingItem,
  type MarkPart,
  stateOf,
} from './marking.domain.ts';

/** What is done to many works at once; `text` may hold the variables of saved comments. */
export type BulkAct =
  | { readonly kind: 'zero' }
  | { readonly kind: 'excuse' }
  | { readonly kind: 'comment'; readonly text: string };

export type BulkRefusal =
  'WORK_TAKEN' | 'LEAD_SETTLES' | 'NOT_MARKED' | 'STALE_REVISION' | 'COMMENT_TOO_LONG' | 'NOT_FOUND';

/** What became of one work. */
export interface BulkResult {
  readonly workId: string;
  readonly outcome: 'changed' | 'unchanged' | BulkRefusal;
}

/** A bulk act with how far it is: `undone`, it was taken back. */
export interface Bulk {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  /** Who does it, and by which request. */
  readonly by: string;
  readonly isLead: boolean;
  readonly actor: EventActor;
  readonly requestId: string | null;
  readonly act: BulkAct;
  readonly hidden: boolean;
  readonly works: readonly { readonly workId: string; readonly expectedRevision: number }[];
  /** What the grades' histories say of it, and of taking it back. */
  readonly reason: string;
  readonly undoReason: string | null;
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  /** Of the pass that runs now, or ran last. */
  readonly results: readonly BulkResult[];
}

/** What one row of a bulk act becomes. */
export type BulkDecision =
  | { readonly type: 'change'; readonly mark: Mark }
  /** It is like that already. */
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: BulkRefusal };

/** What works are marked by: criteria, or points alone. */
export interface Measure {
  readonly criteria: readonly Criterion[];
  /** The most points; 0 where none are given. */
  readonly maximum: number;
}

/** What a rubric gives. */
export const byRubric = (criteria: readonly Criterion[]): Measure => ({
  criteria,
  maximum: maximumOf(criteria),
});

/** Works with how those are called whose they are, by the members that they stand under. */
export interface FoundWorks {
  readonly items: readonly MarkingItem[];
  readonly names: ReadonlyMap<string, string | null>;
  /** Of works that are each marked by something of their own; absent: all are by what the activity is marked by. */
  readonly own?: ReadonlyMap<string, OwnMeasure>;
}

/** What a work has of its own, where an activity has several parts. */
export interface OwnMeasure {
  readonly measure: Measure;
  /** How the part is called that it belongs to. */
  readonly part: string;
  /** The version that counts; 0: nothing does. */
  readonly workVersion: number;
}

export interface BulkWork {
  readonly item: MarkingItem;
  /** How the work's learner is called in a comment. */
  readonly name: string;
  /** The version that was handed in last; 0 when what was handed in is there no more. */
  readonly workVersion: number;
}

interface Act {
  readonly by: Marker;
  readonly at: Date;
  readonly reason: string;
  readonly bulk: string;
}

const NO_POINTS = { points: 0, maximum: 0 };

const refuse = (reason: BulkRefusal): BulkDecision => ({ type: 'refuse', reason });

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });

/** What is added to a mark's comment. */
export const commentOf = (
  text: string,
  { points, maximum }: Pick<MarkPart, 'points' | 'maximum'>,
  name: string,
): string => fillComment(text, { name, points: number.format(points), maximum: number.format(maximum) });

/**
 * Decides on one work of a bulk act. What two people mark takes the lead. What they have said of it stays with the work.
 */
export function decideBulk(
  act: BulkAct,
  { item, name, workVersion }: BulkWork,
  { criteria, maximum }: Measure,
  { by, at, reason, bulk }: Act,
): BulkDecision {
  const { mark, parts } = item;
  if (stateOf(item, by.id, at) === 'taken') return refuse('WORK_TAKEN');
  const isOfTwo = parts.length > 0 || (item.twice && !isFinal(mark));
  if (isOfTwo && !by.isLead) return refuse('LEAD_SETTLES');
  const step = { n: (mark?.n ?? 0) + 1, by: by.id, at, reason, bulk };
  if (act.kind === 'excuse') {
    if (mark?.kind === 'excused') return { type: 'unchanged' };
    return { type: 'change', mark: { kind: 'excused', ...step } };
  }
  if (act.kind === 'zero') {
    if (mark?.kind === 'marked' && mark.points === 0) return { type: 'unchanged' };
    if (workVersion === 0) return refuse('NOT_FOUND');
    const ratings = criteria
      .filter((criterion) => weightOf(criterion) > 0)
      .map(({ id }) => ({ criterionId: id, points: 0 }));
    const comment = mark?.kind === 'marked' ? mark.comment : emptyRichText();
    const said = { ratings, comment, workVersion, points: 0, maximum };
    return { type: 'change', mark: { kind: 'marked', ...step, ...said } };
  }
  const said = mark?.kind === 'marked' ? mark : null;
  // Where there are no points a comment is all that there is to say.
  if (!said && (criteria.length > 0 || maximum > 0)) return refuse('NOT_MARKED');
  const before = said ?? { kind: 'marked', ratings: [], comment: emptyRichText(), workVersion, ...NO_POINTS };
  const text = commentOf(act.text, before, name);
  if (endsWith(before, text)) return { type: 'unchanged' };
  const comment = withText(before.comment, text);
  if (plainTextOf(comment).length > COMMENT_MAX) return refuse('COMMENT_TOO_LONG');
  return { type: 'change', mark: { ...before, ...step, comment } };
}

const endsWith = ({ comment }: Pick<MarkContent, 'comment'>, text: string): boolean =>
  plainTextOf(comment).endsWith(plainTextOf(richTextOf(text)));

const withText = (comment: RichText, text: string): RichText => {
  const added = richTextOf(text);
  return isBlank(comment) ? added : { ...comment, content: [...comment.content, ...added.content] };
};

/**
 * Decides on taking one row of a bulk act back: what stood before it stands again, unless somebody has marked since.
 *
 * @param earlier the versions before the newest, newest first
 */
export function decideBulkUndo(
  item: MarkingItem,
  earlier: readonly Mark[],
  { by, at, reason, bulk }: Act,
): BulkDecision {
  const { mark } = item;
  if (mark?.bulk !== bulk) return { type: 'unchanged' };
  if (stateOf(item, by.id, at) === 'taken') return refuse('WORK_TAKEN');
  const before = earlier.find(({ n }) => n < mark.n) ?? null;
  const step = { n: mark.n + 1, by: by.id, at, reason };
  const restored: Mark = isFinal(before) ? { ...before, ...step } : { kind: 'undone', ...step };
  return { type: 'change', mark: restored };
}
