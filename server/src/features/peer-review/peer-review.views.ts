import { FILE_TYPES } from '../../contracts/file-types.ts';
import type { GradeStep } from '../../contracts/gradebook.ts';
import * as contract from '../../contracts/peer-review.ts';
import type {
  Draft,
  GradeCell,
  PeerReview,
  ProgressCounts,
  ProgressRow,
  Review,
  ReviewContent,
  ReviewVersion,
  Submission,
  SyncState,
  WorkContent,
} from './peer-review.domain.ts';

/** A grade as the gradebook explains it. */
export interface GradeAnswer {
  readonly explanation: {
    readonly formula: string;
    readonly value: number | null;
    readonly maximum: number;
    readonly steps: readonly GradeStep[];
  };
  readonly sync: { readonly state: SyncState; readonly at: Date | string | null };
}

/** A gradebook column as pages name it. */
export interface ColumnName {
  readonly columnId: string;
  readonly label: string;
  readonly maximum: number;
}

const timeOf = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What several pages show of an activity. */
const summaryOf = ({ id, phase, settings }: PeerReview) => ({
  id,
  phase,
  title: settings.title,
  instructions: settings.instructions,
  points: settings.points,
  criteria: settings.criteria,
  submissionsCloseAt: settings.submissionsCloseAt,
  reviewsCloseAt: settings.reviewsCloseAt,
  reviewsPerLearner: settings.reviewsPerLearner,
});

export const settingsView = (review: PeerReview, can: { edit: boolean }) =>
  contract.SettingsView.parse({
    id: review.id,
    revision: review.revision,
    settings: review.settings,
    phase: review.phase,
    can,
  });

/** The learner's own page: own work, works to review without their authors, own grades once they are released. */
export function learnerView(
  review: PeerReview,
  own: {
    readonly submission: Submission | null;
    readonly daysLate: number;
    readonly tasks: readonly Review[];
    readonly grades: readonly { readonly column: ColumnName; readonly grade: GradeAnswer }[];
    readonly noResultBecause: 'noSubmission' | 'noReviews' | 'reviewingOpen' | null;
  },
  can: { submit: boolean; review: boolean },
) {
  const { submission, daysLate, noResultBecause } = own;
  const { releaseMode } = review.settings;
  return contract.LearnerActivityView.parse({
    ...summaryOf(review),
    closed: review.state === 'closed',
    late: review.settings.late,
    releaseAt: releaseMode.kind === 'date' ? releaseMode.releaseAt : null,
    submission: submission && {
      version: submission.version,
      submittedAt: submission.submittedAt.toISOString(),
      daysLate,
    },
    reviewTasks: own.tasks
      .map(({ id, workLabel, state }) => ({ reviewId: id, pseudonym: workLabel, state }))
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
    results: own.grades.map(({ column, grade }) => ({
      columnId: column.columnId,
      label: column.label,
      explanation: grade.explanation,
      sync: { state: grade.sync.state, at: timeOf(grade.sync.at) },
    })),
    noResultBecause,
    can,
  });
}

/** The author's own work: what was handed in and what is being written. */
export const ownSubmissionView = (
  submission: Submission | null,
  work: WorkContent | null,
  draft: Draft<WorkContent>,
) =>
  contract.OwnSubmissionView.parse({
    submission: submission && {
      version: submission.version,
      text: work?.text,
      files: work?.files,
      submittedAt: submission.submittedAt.toISOString(),
    },
    draft: { ...draft.content, revision: draft.revision, savedAt: timeOf(draft.savedAt) },
  });

/** What the author gets of the reviews of the own work, in the order of their numbers. */
export const receivedReviewsView = (
  reviews: readonly Review[],
  versions: ReadonlyMap<string, ReviewVersion>,
) =>
  contract.GetReceivedReviews.response.parse({
    reviews: reviews
      .toSorted((a, b) => Number(a.reviewerLabel) - Number(b.reviewerLabel))
      .flatMap(({ id, reviewerLabel }) => {
        const version = versions.get(id);
        return version
          ? [{ pseudonym: reviewerLabel, ratings: version.ratings, comment: version.comment }]
          : [];
      }),
  });

/** The reviewer's page: the work without its author, and what was written so far. */
export const reviewerView = (
  peerReview: PeerReview,
  review: Review,
  work: WorkContent,
  draft: Draft<ReviewContent>,
  can: { edit: boolean },
) =>
  contract.ReviewerReviewView.parse({
    reviewId: review.id,
    activityTitle: peerReview.settings.title,
    instructions: peerReview.settings.instructions,
    pseudonym: review.workLabel,
    workText: work.text,
    workFiles: work.files.map(({ id, size, type }) => ({
      id,
      size,
      type,
      extension: FILE_TYPES[type]?.extensions[0] ?? 'bin',
    })),
    criteria: peerReview.settings.criteria,
    reviewsCloseAt: peerReview.settings.reviewsCloseAt,
    state: review.state,
    ratings: draft.content.ratings,
    comment: draft.content.comment,
    revision: draft.revision,
    can,
  });

/** What stands beside the rows of the staff table. */
export interface StaffFacts {
  readonly counts: ProgressCounts;
  readonly working: 'allocating' | 'releasing' | 'withdrawing' | null;
  readonly columns: readonly ColumnName[];
  /** By members' ids; who is in time is not in it. */
  readonly daysLate: ReadonlyMap<string, number>;
  readonly clearsGrades: boolean;
}

const cellView = (grade: GradeCell | null, sync: ProgressRow['sync']) => ({
  grade,
  sync: { state: sync.state, at: timeOf(sync.at) },
});

/** The staff table: one row per learner, the grades of the columns that the activity has now. */
export function staffView(
  review: PeerReview,
  page: { readonly rows: readonly ProgressRow[]; readonly next: string | null },
  { counts, working, columns, daysLate, clearsGrades }: StaffFacts,
  can: { allocate: boolean; release: boolean; withdraw: boolean; edit: boolean },
) {
  const [, ...others] = columns;
  return contract.StaffOverviewView.parse({
    ...summaryOf(review),
    counts,
    working,
    columns,
    columnsKind: review.settings.columns.kind,
    releaseMode: review.settings.releaseMode,
    withdrawn: review.withdrawal !== null,
    lms: { clearsGrades },
    rows: page.rows.map(({ sortName: _sortName, submittedAt, grade, sync, others: stored, ...row }) => ({
      ...row,
      submittedAt: timeOf(submittedAt),
      daysLate: daysLate.get(row.memberId) ?? 0,
      ...cellView(grade, sync),
      others: others.map(({ columnId }) => {
        const other = stored.find((one) => one.columnId === columnId);
        return { columnId, ...cellView(other?.grade ?? null, other?.sync ?? { state: 'none', at: null }) };
      }),
    })),
    next: page.next,
    can,
  });
}
