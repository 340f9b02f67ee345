import type { Anonymity } from '../../contracts/anonymity.ts';
import type { SyncStatus } from '../../contracts/gradebook.ts';
import type { Opening } from '../../core/opening.ts';
import { type RichText, sameRichText } from '../../contracts/plain-text.ts';
import type { PeerReviewSettings, Phase, Rating } from '../../contracts/peer-review.ts';
import type { InlineComment } from '../../contracts/peer-review-inline.ts';
import { sameRatings } from '../../contracts/rubric-rules.ts';

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
  /** Whose end of submissions counts. */
  readonly datesLedBy: 'roundtable' | 'lms';
  /** When it opens; null: it is open from the start. */
  readonly opening: Opening | null;
  /** What the member whose dates these are has met of it. */
  readonly met: readonly string[];
  readonly phase: Phase;
  readonly allocation: {
    readonly runId: string;
    readonly seed: string;
    /** Authors who had left when the allocation began; absent before that. */
    readonly excluded?: readonly string[];
    /** The group set within whose groups people review each other; null or absent: across the course. */
    readonly sectionSetId?: string | null;
    /** The group set whose groups do not review each other: works of other topics; null or absent: none. */
    readonly outsideSetId?: string | null;
    readonly requestedAt: Date;
    readonly doneAt: Date | null;
  } | null;
  readonly release: (GradeRunState & { readonly memberIds?: readonly string[] }) | null;
  /** The run that took released grades back, when they are not released again. */
  readonly withdrawal: GradeRunState | null;
  /** Whether staff have ever said how much a review counts. */
  readonly reviewsWeighed?: boolean;
  /** Whether they have ever set what a criterion of a work gets. */
  readonly criteriaSet?: boolean;
}

interface GradeRunState {
  readonly runId: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
}

/** A group that hands in together, as it was when it did. */
export interface AuthorGroup {
  readonly id: string;
  readonly name: string | null;
  /** Who shares the work and its grade, whatever becomes of the group later. */
  readonly memberIds: readonly string[];
}

/** What a learner has handed in. Its id is random, as a reviewer sees it: it says nothing about the author. */
export interface Submission {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  /** Of a group's work the member who handed it in first. */
  readonly authorId: string;
  /** Whose work it is where groups hand in; absent: the author's alone. */
  readonly group?: AuthorGroup;
  /** Handed in by the LMS's test student: shown to that person, never allocated or graded. */
  readonly testUser: boolean;
  readonly version: number;
  /** What its author was promised: the strictest of all versions; absent: before one could choose. */
  readonly promise?: Anonymity;
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
  /** Addresses on the web; absent in what is older than them. */
  readonly links?: readonly string[];
}

export interface SubmissionVersion extends WorkContent {
  readonly submissionId: string;
  readonly version: number;
  readonly promise?: Anonymity;
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
  /** Whose work is reviewed, where groups hand in. */
  readonly group?: AuthorGroup;
  /** Who writes it: a member, or the group that writes it together. */
  readonly reviewerId: string;
  /** Who write it together; absent: the reviewer alone. */
  readonly reviewers?: AuthorGroup;
  /** Who of them has written in it: for staff alone. */
  readonly writers?: readonly string[];
  /** Stands for the author before the reviewer: "A", "B", … */
  readonly workLabel: string;
  /** Stands for the reviewer before the author: "1", "2", … */
  readonly reviewerLabel: string;
  /** Came on top of what everybody has to review: welcome, but missing it lowers no grade. */
  readonly extra: boolean;
  /** The reviewer's first, second … that was taken from the queue; absent where it was allocated. */
  readonly turn?: number;
  /** Until when the work is kept for the reviewer who took it; null once that is over. */
  readonly heldUntil?: Date | null;
  readonly state: ReviewState;
  /** 0 while nothing was submitted. */
  readonly version: number;
  /** What its reviewer was promised: the strictest of all versions; absent: before one could choose. */
  readonly promise?: Anonymity;
  /** Sums over the rubric of the current version; null while nothing was submitted. */
  readonly points: number | null;
  readonly maximum: number | null;
  /** How much it counts, from 0 (set aside) to 1; absent while staff have said nothing: in full. */
  readonly weight?: number | null;
  /** What staff decided about that, the newest last. */
  readonly weighings?: readonly Weighing[];
  /** How good staff find it, from 1 to 5; null or absent: they have not said so. */
  readonly quality?: number | null;
  readonly judgements?: readonly Judgement[];
  /** The rubric by which the current version was written; absent in what is older than rubrics' versions. */
  readonly rubricId?: string | null;
}

/** What staff say of how good a review is. */
export interface Judgement {
  /** Null: taken back. */
  readonly level: number | null;
  readonly comment: string;
  /** The version of the review that it is about. */
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly revision: number;
}

/** One decision of staff about how much a review counts. */
export interface Weighing {
  readonly weight: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** 1 for the first. */
  readonly revision: number;
}

/** What is counted of a review's current version. */
export interface ReviewFigures {
  /** Of its comments. */
  readonly words: number;
  /** When it was submitted. */
  readonly at: Date;
  readonly ratings: readonly { readonly criterionId: string; readonly points: number }[];
}

/** What a submitted review gave to whose work, as grades are made of it. */
export interface GivenReview {
  readonly id: string;
  readonly authorId: string;
  readonly reviewerId: string;
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
  /** How much staff let it count, from 0 to 1. */
  readonly weight: number;
}

/** What staff have given a work by the rubric, in percent. */
export interface StaffGrade {
  readonly memberId: string;
  readonly percent: number;
}

export interface ReviewContent {
  readonly ratings: readonly Rating[];
  readonly comment: RichText;
  /** On places in the work; absent in what is older than them, and in reviews of other things than peers' works. */
  readonly inline?: readonly InlineComment[];
}

export interface ReviewVersion extends ReviewContent {
  readonly reviewId: string;
  /** The rubric by which it was written; absent in what is older than rubrics' versions. */
  readonly rubricId?: string | null;
  readonly version: number;
  readonly promise?: Anonymity;
  readonly points: number;
  readonly maximum: number;
  /** Who submitted it, where several write it together. */
  readonly by?: string;
  readonly at: Date;
}

/** What somebody types, as last saved. Revision 0: nothing was saved yet. */
export interface Draft<Content> {
  readonly content: Content;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** Who saved it, where several write it. */
  readonly savedBy?: string | null;
}

/** What a learner has to do in a peer review. */
export type TaskName = 'handIn' | 'review' | 'rate';

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
  /** Whose work the member shares, where groups hand in; `isFirst`: for one member of each group. */
  readonly group?: (AuthorGroup & { readonly isFirst: boolean }) | null;
  readonly submittedAt: Date | null;
  readonly given: { readonly done: number; readonly of: number };
  readonly received: { readonly done: number; readonly of: number };
  /** How far the highest received review is above the lowest, in percent of the points; null with fewer than two. */
  readonly spread: number | null;
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
  /** What the work would most likely get from any reviewers, in percent; null (or absent) while nothing is known. */
  readonly interval?: { readonly low: number; readonly high: number } | null;
}

/** Everybody whose work it is. */
export const authorsOf = ({ authorId, group }: Pick<Submission, 'authorId' | 'group'>): readonly string[] =>
  group?.memberIds ?? [authorId];

/** Everybody who writes a review. */
export const reviewersOf = ({
  reviewerId,
  reviewers,
}: Pick<Review, 'reviewerId' | 'reviewers'>): readonly string[] => reviewers?.memberIds ?? [reviewerId];

/** Whether two works are the same: text, files and links in their order. */
export const sameWork = (a: WorkContent, b: WorkContent): boolean =>
  sameRichText(a.text, b.text) &&
  a.files.length === b.files.length &&
  a.files.every(({ id }, index) => id === b.files[index]?.id) &&
  (a.links ?? []).join(' ') === (b.links ?? []).join(' ');

/** Whether two reviews say the same on the same places. Both come from the schema, which writes keys in one order. */
const sameInline = (a: readonly InlineComment[], b: readonly InlineComment[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Whether two reviews say the same, in whatever order the ratings come. */
export const sameContent = (a: ReviewContent, b: ReviewContent): boolean =>
  sameRichText(a.comment, b.comment) &&
  sameRatings(a.ratings, b.ratings) &&
  sameInline(a.inline ?? [], b.inline ?? []);
