import type { SyncStatus } from '../../contracts/gradebook.ts';
import { type RichText, sameRichText } from '../../contracts/plain-text.ts';
import type { PeerReviewSettings, Phase, Rating } from '../../contracts/peer-review.ts';

/** A peer review as its rules need it: the activity's state with the settings of this type. */
export interface PeerReview {
  readonly id: string;
  readonly courseId: string;
  readonly settings: PeerReviewSettings;
  /** From when on work can be handed in. */
  readonly startsAt: Date;
  /** Whose dates these are has more time for handing in than others. */
  readonly handInExtended: boolean;
  readonly revision: number;
  /** A draft is for staff alone; when it is closed, learners write nothing more. */
  readonly state: 'draft' | 'published' | 'closed';
  readonly phase: Phase;
  readonly allocation: {
    readonly runId: string;
    readonly seed: string;
    /** Authors who had left when the allocation began; absent before that. */
    readonly excluded?: readonly string[];
    readonly requestedAt: Date;
    readonly doneAt: Date | null;
  } | null;
  readonly release: GradeRunState | null;
  /** The run that took released grades back, when they are not released again. */
  readonly withdrawal: GradeRunState | null;
}

interface GradeRunState {
  readonly runId: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
}

/** What a learner has handed in. Its id is random, as a reviewer sees it: it says nothing about the author. */
export interface Submission {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly authorId: string;
  /** Handed in by the LMS's test student: shown to that person, never allocated or graded. */
  readonly testUser: boolean;
  readonly version: number;
  readonly submittedAt: Date;
}

/** A file as it was when it was attached. */
export interface WorkFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** What is handed in, or being written. */
export interface WorkContent {
  readonly text: RichText;
  readonly files: readonly WorkFile[];
}

export interface SubmissionVersion extends WorkContent {
  readonly submissionId: string;
  readonly version: number;
  readonly at: Date;
}

export type ReviewState = 'toDo' | 'begun' | 'submitted';

/** An allocation and the state of what comes of it. */
export interface Review {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly submissionId: string;
  /** The version of the work that is reviewed. */
  readonly submissionVersion: number;
  readonly authorId: string;
  readonly reviewerId: string;
  /** Stands for the author before the reviewer: "A", "B", … */
  readonly workLabel: string;
  /** Stands for the reviewer before the author: "1", "2", … */
  readonly reviewerLabel: string;
  /** Came on top of what everybody has to review: welcome, but missing it lowers no grade. */
  readonly extra: boolean;
  readonly state: ReviewState;
  /** 0 while nothing was submitted. */
  readonly version: number;
  /** Sums over the rubric of the current version; null while nothing was submitted. */
  readonly points: number | null;
  readonly maximum: number | null;
}

export interface ReviewContent {
  readonly ratings: readonly Rating[];
  readonly comment: RichText;
}

export interface ReviewVersion extends ReviewContent {
  readonly reviewId: string;
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
  readonly at: Date;
}

/** What somebody types, as last saved. Revision 0: nothing was saved yet. */
export interface Draft<Content> {
  readonly content: Content;
  readonly revision: number;
  readonly savedAt: Date | null;
}

/** What a learner has to do in a peer review. */
export type TaskName = 'handIn' | 'review';

/** Sizes of an activity as staff see them. */
export interface ProgressCounts {
  readonly learners: number;
  readonly submissions: number;
  readonly reviewsDone: number;
  readonly reviewsAllocated: number;
  readonly gradable: number;
}

export type SyncState = SyncStatus['state'];

/** One row of the staff table: a learner's way through the activity. */
export interface ProgressRow {
  readonly memberId: string;
  readonly name: string | null;
  readonly sortName: string;
  readonly submittedAt: Date | null;
  readonly given: { readonly done: number; readonly of: number };
  readonly received: { readonly done: number; readonly of: number };
  /** Of the main column. */
  readonly grade: GradeCell | null;
  readonly sync: { readonly state: SyncState; readonly at: Date | null };
  /** Of the other columns that ever had a grade. */
  readonly others: readonly {
    readonly columnId: string;
    readonly grade: GradeCell;
    readonly sync: { readonly state: SyncState; readonly at: Date | null };
  }[];
}

/** A grade as the staff table shows it; a value of null is no grade, because somebody decided so. */
export interface GradeCell {
  readonly value: number | null;
  readonly maximum: number;
  readonly mark: 'set' | 'excused' | 'withdrawn' | null;
}

/** Whether two works are the same: text, and files in their order. */
export const sameWork = (a: WorkContent, b: WorkContent): boolean =>
  sameRichText(a.text, b.text) &&
  a.files.length === b.files.length &&
  a.files.every(({ id }, index) => id === b.files[index]?.id);

/** Whether two reviews say the same, in whatever order the ratings come. */
export const sameContent = (a: ReviewContent, b: ReviewContent): boolean =>
  sameRichText(a.comment, b.comment) &&
  a.ratings.length === b.ratings.length &&
  a.ratings.every(({ criterionId, points }) =>
    b.ratings.some((other) => other.criterionId === criterionId && other.points === points),
  );
