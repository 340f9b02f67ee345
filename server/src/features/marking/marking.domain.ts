import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { emptyRichText, type RichText, sameRichText } from '../../contracts/plain-text.ts';
import { rateRubric, type RatingFault, sameRatings } from '../../contracts/rubric-rules.ts';
import type { WorkState } from '../../contracts/marking.ts';
import type { CourseScope } from '../../core/course-scope.ts';

/** A work that is not renewed for this long is anybody's again. */
export const LEASE_MINUTES = 30;

/** What the works of an activity are marked by. */
export interface MarkingRubric {
  /** Whether groups hand in. */
  readonly byGroups: boolean;
  readonly title: string;
  readonly criteria: readonly Criterion[];
  /** The gradebook column that marks go to, and its points. */
  readonly column: {
    readonly id: string;
    readonly maximum: number;
    readonly decimals: number;
    readonly rounding: 'nearest' | 'down' | 'up';
  };
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
  /** Addresses on the web. */
  readonly links: readonly string[];
  readonly submittedAt: Date;
}

/** A group that a work is of. */
export interface OwnerGroup {
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

/** What marking needs of an activity type: the type implements it, marking knows no type. */
export interface MarkingSource {
  /** @throws AppError NOT_FOUND for an activity that the course does not have */
  rubric(scope: CourseScope, activityId: string): Promise<MarkingRubric>;
  /** Everything handed in by learners, without the test student. */
  listWorks(scope: CourseScope, activityId: string): Promise<WorkToMark[]>;
  readWork(scope: CourseScope, activityId: string, memberId: string): Promise<WorkContent | null>;
  /** Who gets the grade of a member's work: more than one where it is a group's. */
  sharersOf(scope: CourseScope, activityId: string, memberId: string): Promise<readonly string[]>;
  /** Of works of groups, whose they are, by the members that they stand under; others are not in it. */
  groupsOf(
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, OwnerGroup>>;
  /** How what was handed in comes along with a document that holds its work's id, in the same round trip. */
  readonly workLookup: WorkLookup;
}

/** Stages of an aggregation that add a work to a row, and the way to take it out of the row again. */
export interface WorkLookup {
  /** @param key the row's field that holds the work's id */
  stages(key: string): WorkStage[];
  take<Row extends object>(row: Row): { readonly row: Row; readonly work: WorkContent | null };
}

type WorkStage =
  | { readonly $addFields: Record<string, unknown> }
  | {
      readonly $lookup: {
        readonly from: string;
        readonly localField: string;
        readonly foreignField: string;
        readonly as: string;
      };
    };

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
  /** The bulk act that it is a part of. */
  readonly bulk?: string;
}

/** One person's judgement of a work, in the rubric's points. */
export interface MarkPart extends MarkContent {
  readonly by: string;
  readonly at: Date;
  readonly points: number;
  readonly maximum: number;
  readonly workVersion: number;
}

type Judged = MarkStep & MarkPart;

/** A mark that counts. `parts`: what two people said of the work, each without the other; absent when one has marked. */
export type FinalMark = Judged & { readonly kind: 'marked'; readonly parts?: readonly MarkPart[] };

/**
 * One version of a mark: never changed after it was written. `part`: one of two people has marked a work that is marked
 * twice; it becomes no grade. `excused`: no grade is owed.
 */
export type Mark =
  | FinalMark
  | (Judged & { readonly kind: 'part' })
  | (MarkStep & { readonly kind: 'excused' })
  | (MarkStep & { readonly kind: 'undone' });

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
  /** Whether two people mark it, each without knowing what the other says. */
  readonly twice: boolean;
  /** What those have said so far who mark it so; two at most. */
  readonly parts: readonly MarkPart[];
}

/** One of the staff. Who leads settles what two markers do not agree on. */
export interface Marker {
  readonly id: string;
  readonly isLead: boolean;
}

/** Whether a version counts: nothing is left to be marked. */
export const isFinal = (mark: Mark | null): mark is Mark & { kind: 'marked' | 'excused' } =>
  mark?.kind === 'marked' || mark?.kind === 'excused';

/** Whether two people have marked a work so differently that the lead has to decide. */
export const isToSettle = ({ parts, mark }: Pick<MarkingItem, 'parts' | 'mark'>): boolean =>
  parts.length === 2 && !isFinal(mark);

/** How a work stands towards one of the staff. */
export function stateOf(item: MarkingItem, memberId: string, now: Date): WorkState {
  const { lease, mark, parts } = item;
  if (lease && lease.until > now) return lease.memberId === memberId ? 'mine' : 'taken';
  if (mark?.kind === 'marked' || mark?.kind === 'excused') return mark.kind;
  if (isToSettle(item)) return 'toSettle';
  const [first] = parts;
  if (!first) return 'toDo';
  return first.by === memberId ? 'firstDone' : 'toDoAgain';
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

/** Why somebody may not mark a work: whoever has marked it first is no second marker, and the lead settles. */
type NotTheirs = 'WORK_TAKEN' | 'SAME_MARKER' | 'LEAD_SETTLES';

export type MarkRefusal =
  | { readonly type: 'refuse'; readonly reason: NotTheirs | 'STALE_REVISION' }
  | {
      readonly type: 'refuse';
      readonly reason: RatingFault | 'NOTHING_RATED';
      readonly criterionId: string;
    };

export type FinishDecision =
  /** `judged`: what the marker said; what comes of it is decided where it is known whether two mark. */
  | { readonly type: 'accept'; readonly judged: MarkPart }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated'; readonly judged: MarkPart }
  | MarkRefusal;

const refuse = (reason: NotTheirs | 'STALE_REVISION'): MarkRefusal => ({ type: 'refuse', reason });

/** Why somebody may not mark a work now; null when they may. */
export function whyNot(item: MarkingItem, { id, isLead }: Marker, now: Date): NotTheirs | null {
  if (stateOf(item, id, now) === 'taken') return 'WORK_TAKEN';
  const [first, second] = item.parts;
  if (second) return isLead ? null : 'LEAD_SETTLES';
  return first?.by === id ? 'SAME_MARKER' : null;
}

/** Whether somebody may write to a work now: nothing speaks against it, and they have seen the newest of it. */
export function decideWrite(
  item: MarkingItem,
  expectedRevision: number,
  marker: Marker,
  now: Date,
): MarkRefusal | null {
  const reason = whyNot(item, marker, now);
  if (reason) return refuse(reason);
  return item.revision === expectedRevision ? null : refuse('STALE_REVISION');
}

/** Decides on a finished mark. @param workVersion the version of the work that is marked */
export function decideFinish(
  item: MarkingItem,
  criteria: readonly Criterion[],
  workVersion: number,
  command: FinishMark,
  marker: Marker,
  now: Date,
): FinishDecision {
  const said = [item.mark, ...item.parts].find(
    (one) => one && 'points' in one && one.by === marker.id && sameContent(one, command),
  );
  if (said && 'points' in said && item.draft === null) return { type: 'repeated', judged: said };
  const refusal = decideWrite(item, command.expectedRevision, marker, now);
  if (refusal) return refusal;
  // What the rubric has no criterion for any more is left out; comments are asked of reviewers, not of staff.
  const known = new Set(criteria.map(({ id }) => id));
  const given = command.ratings.filter(({ criterionId }) => known.has(criterionId));
  const rated = rateRubric(criteria, given, { asksComments: false });
  if (rated.type === 'refuse') return rated;
  const { ratings, points, maximum } = rated;
  const { comment } = command;
  return {
    type: 'accept',
    judged: { by: marker.id, at: now, ratings, comment, workVersion, points, maximum },
  };
}

/** Whether two say the same, in whatever order the ratings come. */
const sameContent = (a: MarkContent, b: MarkContent): boolean =>
  sameRichText(a.comment, b.comment) && sameRatings(a.ratings, b.ratings);

export type UndoDecision =
  | { readonly type: 'accept'; readonly mark: Mark }
  /** There is no mark to take back. */
  | { readonly type: 'unchanged' }
  | MarkRefusal;

/** Whether there is something that somebody may take back: what counts, what is to be settled, or the own first part. */
export function canUndo(item: MarkingItem, { id, isLead }: Marker): boolean {
  const { parts, mark } = item;
  if (parts.length === 2) return isLead;
  return isFinal(mark) || parts[0]?.by === id;
}

/** Decides on taking back what was marked; of a work that two have marked, both parts are taken back. */
export function decideUndo(
  item: MarkingItem,
  { expectedRevision, reason }: { readonly expectedRevision: number; readonly reason: string },
  marker: Marker,
  now: Date,
): UndoDecision {
  const { mark, parts, revision } = item;
  if (!mark || !(isFinal(mark) || parts.length > 0)) return { type: 'unchanged' };
  if (stateOf(item, marker.id, now) === 'taken') return refuse('WORK_TAKEN');
  if (!canUndo(item, marker)) return parts.length === 2 ? refuse('LEAD_SETTLES') : { type: 'unchanged' };
  if (revision !== expectedRevision) return refuse('STALE_REVISION');
  return { type: 'accept', mark: { kind: 'undone', n: mark.n + 1, by: marker.id, at: now, reason } };
}
