import type { Rating } from '../../contracts/peer-review.ts';
import { emptyRichText, type RichText, sameRichText } from '../../contracts/plain-text.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { seededRandom, shuffle } from '../../core/random.ts';

/** A work that is not renewed for this long is anybody's again. */
export const LEASE_MINUTES = 30;

export interface RubricCriterion {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly points: number;
}

/** What the works of an activity are marked by. */
export interface MarkingRubric {
  readonly title: string;
  readonly criteria: readonly RubricCriterion[];
  /** The gradebook column that marks go to, and its points. */
  readonly column: { readonly id: string; readonly maximum: number; readonly decimals: number };
}

/** A work that waits to be marked, and whose grade its mark is. */
export interface WorkToMark {
  /** Says nothing about the author. */
  readonly id: string;
  readonly memberId: string;
}

/** What was handed in, as staff read it. */
export interface WorkContent {
  readonly version: number;
  readonly text: RichText;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly type: string;
  }[];
  readonly submittedAt: Date;
}

/** What marking needs of an activity type: the type implements it, marking knows no type. */
export interface MarkingSource {
  /** @throws AppError NOT_FOUND for an activity that the course does not have */
  rubric(scope: CourseScope, activityId: string): Promise<MarkingRubric>;
  /** Everything handed in by learners, without the test student. */
  listWorks(scope: CourseScope, activityId: string): Promise<WorkToMark[]>;
  readWork(scope: CourseScope, activityId: string, memberId: string): Promise<WorkContent | null>;
}

/** What a marker says of a work. */
export interface MarkContent {
  readonly ratings: readonly Rating[];
  readonly comment: RichText;
}

interface MarkStep {
  readonly n: number;
  /** Id of the member. */
  readonly by: string;
  readonly at: Date;
  /** What the grade's history says of it. */
  readonly reason: string;
}

/** One version of a mark: never changed after it was written. */
export type Mark = MarkStep &
  (
    | (MarkContent & {
        readonly kind: 'marked';
        readonly points: number;
        readonly maximum: number;
        readonly workVersion: number;
      })
    | { readonly kind: 'undone' }
  );

export interface MarkDraft extends MarkContent {
  readonly by: string;
  readonly at: Date;
}

/** One work in marking: whose share it is in, who has taken it, and what came of it. */
export interface MarkingItem {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  /** The learner who gets the grade. */
  readonly memberId: string;
  /** The assistant whose share it is in. */
  readonly share: string | null;
  readonly lease: { readonly memberId: string; readonly until: Date } | null;
  /** Counts drafts and marks: a page that has not seen the newest does not write over it. */
  readonly revision: number;
  readonly draft: MarkDraft | null;
  /** The newest version; those before are kept apart. */
  readonly mark: Mark | null;
}

/** How a work stands towards one of the staff. */
export function stateOf(
  { lease, mark }: MarkingItem,
  memberId: string,
  now: Date,
): 'toDo' | 'mine' | 'taken' | 'marked' {
  if (lease && lease.until > now) return lease.memberId === memberId ? 'mine' : 'taken';
  return mark?.kind === 'marked' ? 'marked' : 'toDo';
}

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + LEASE_MINUTES * 60_000);

/** What the form begins with: the own draft, else the newest mark. A colleague's draft is nobody else's. */
export function formOf(
  { draft, mark }: MarkingItem,
  memberId: string,
): MarkContent & { savedAt: Date | null } {
  if (draft?.by === memberId) return { ...contentOf(draft), savedAt: draft.at };
  if (mark?.kind === 'marked') return { ...contentOf(mark), savedAt: null };
  return { ratings: [], comment: emptyRichText(), savedAt: null };
}

const contentOf = ({ ratings, comment }: MarkContent): MarkContent => ({ ratings, comment });

export interface FinishMark extends MarkContent {
  readonly expectedRevision: number;
  readonly reason: string;
}

export type MarkRefusal =
  | { readonly type: 'refuse'; readonly reason: 'WORK_TAKEN' | 'STALE_REVISION' }
  | {
      readonly type: 'refuse';
      readonly reason: 'RATING_MISSING' | 'RATING_OUT_OF_RANGE';
      readonly criterionId: string;
    };

export type FinishDecision =
  | { readonly type: 'accept'; readonly mark: Mark & { readonly kind: 'marked' } }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated'; readonly mark: Mark & { readonly kind: 'marked' } }
  | MarkRefusal;

const refuse = (reason: 'WORK_TAKEN' | 'STALE_REVISION'): MarkRefusal => ({ type: 'refuse', reason });

/** Whether somebody may write to a work now: a colleague has not taken it, and they have seen the newest of it. */
export function decideWrite(
  item: MarkingItem,
  expectedRevision: number,
  memberId: string,
  now: Date,
): MarkRefusal | null {
  if (stateOf(item, memberId, now) === 'taken') return refuse('WORK_TAKEN');
  return item.revision === expectedRevision ? null : refuse('STALE_REVISION');
}

/** Decides on a finished mark. @param workVersion the version of the work that is marked */
export function decideFinish(
  item: MarkingItem,
  criteria: readonly RubricCriterion[],
  workVersion: number,
  command: FinishMark,
  memberId: string,
  now: Date,
): FinishDecision {
  const { mark } = item;
  if (mark?.kind === 'marked' && mark.by === memberId && sameContent(mark, command) && item.draft === null)
    return { type: 'repeated', mark };
  const refusal = decideWrite(item, command.expectedRevision, memberId, now);
  if (refusal) return refusal;
  const given = new Map(command.ratings.map(({ criterionId, points }) => [criterionId, points]));
  const ratings: Rating[] = [];
  for (const { id, points: most } of criteria) {
    const points = given.get(id);
    if (points === undefined) return { type: 'refuse', reason: 'RATING_MISSING', criterionId: id };
    if (!(points >= 0 && points <= most))
      return { type: 'refuse', reason: 'RATING_OUT_OF_RANGE', criterionId: id };
    ratings.push({ criterionId: id, points });
  }
  return {
    type: 'accept',
    mark: {
      kind: 'marked',
      n: (mark?.n ?? 0) + 1,
      by: memberId,
      at: now,
      reason: command.reason,
      ratings,
      comment: command.comment,
      points: ratings.reduce((sum, { points }) => sum + points, 0),
      maximum: criteria.reduce((sum, { points }) => sum + points, 0),
      workVersion,
    },
  };
}

/** Whether two say the same, in whatever order the ratings come. */
const sameContent = (a: MarkContent, b: MarkContent): boolean =>
  sameRichText(a.comment, b.comment) &&
  a.ratings.length === b.ratings.length &&
  a.ratings.every(({ criterionId, points }) =>
    b.ratings.some((other) => other.criterionId === criterionId && other.points === points),
  );

export type UndoDecision =
  | { readonly type: 'accept'; readonly mark: Mark }
  /** There is no mark to take back. */
  | { readonly type: 'unchanged' }
  | MarkRefusal;

export function decideUndo(
  item: MarkingItem,
  { expectedRevision, reason }: { readonly expectedRevision: number; readonly reason: string },
  memberId: string,
  now: Date,
): UndoDecision {
  if (item.mark?.kind !== 'marked') return { type: 'unchanged' };
  const refusal = decideWrite(item, expectedRevision, memberId, now);
  if (refusal) return refusal;
  return { type: 'accept', mark: { kind: 'undone', n: item.mark.n + 1, by: memberId, at: now, reason } };
}

/** A mark in points of the gradebook column: its share of the rubric's points, rounded as the activity rounds. */
export function gradeOf(
  { points, maximum }: { readonly points: number; readonly maximum: number },
  column: MarkingRubric['column'],
): number {
  const factor = 10 ** column.decimals;
  return Math.round((points / maximum) * column.maximum * factor) / factor;
}

/**
 * Deals works out so that no share is larger than another by more than one. The same works, people and seed give the
 * same shares, in whatever order they come.
 */
export function divideEvenly(
  workIds: readonly string[],
  memberIds: readonly string[],
  seed: string,
): Map<string, string[]> {
  const people = [...new Set(memberIds)].sort();
  const shares = new Map(people.map((id) => [id, [] as string[]]));
  for (const [index, id] of shuffle([...workIds].sort(), seededRandom(seed)).entries()) {
    const person = people[index % people.length];
    if (person !== undefined) shares.get(person)?.push(id);
  }
  return shares;
}

/** A short sign by which people can speak of a work whose author they do not know. */
export const signOf = (workId: string): string => workId.slice(0, 6).toUpperCase();
