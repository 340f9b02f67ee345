import { FILE_TYPES } from '../../contracts/file-types.ts';
import * as contract from '../../contracts/peer-review.ts';
import type {
  Draft,
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
    readonly value: number;
    readonly maximum: number;
    readonly reviewScores: readonly number[];
    readonly median: number;
  };
  readonly sync: { readonly state: SyncState; readonly at: Date | string | null };
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

/** The learner's own page: own work, works to review without their authors, own grade once it is released. */
export function learnerView(
  review: PeerReview,
  own: {
    readonly submission: Submission | null;
    readonly tasks: readonly Review[];
    readonly grade: GradeAnswer | null;
  },
  can: { submit: boolean; review: boolean },
) {
  const released = review.phase === 'released';
  const grade = released ? own.grade : null;
  const { submission } = own;
  return contract.LearnerActivityView.parse({
    ...summaryOf(review),
    submission: submission && {
      version: submission.version,
      submittedAt: submission.submittedAt.toISOString(),
    },
    reviewTasks: own.tasks
      .map(({ id, workLabel, state }) => ({ reviewId: id, pseudonym: workLabel, state }))
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
    result: grade && {
      explanation: grade.explanation,
      sync: { state: grade.sync.state, at: timeOf(grade.sync.at) },
    },
    noResultBecause: released && !grade ? (submission ? 'noReviews' : 'noSubmission') : null,
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

/** The staff table: one row per learner. */
export function staffView(
  review: PeerReview,
  page: { readonly rows: readonly ProgressRow[]; readonly next: string | null },
  counts: ProgressCounts,
  working: 'allocating' | 'releasing' | null,
  can: { allocate: boolean; release: boolean; edit: boolean },
) {
  return contract.StaffOverviewView.parse({
    ...summaryOf(review),
    counts,
    working,
    rows: page.rows.map(({ sortName: _sortName, submittedAt, sync, ...row }) => ({
      ...row,
      submittedAt: timeOf(submittedAt),
      sync: { state: sync.state, at: timeOf(sync.at) },
    })),
    next: page.next,
    can,
  });
}
