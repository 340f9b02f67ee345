import { anonymousFile } from '../../contracts/file-types.ts';
import type { GradeStep } from '../../contracts/gradebook.ts';
import type { PageGroups } from './author-groups.domain.ts';
import type { Parsed } from '../../contracts/endpoint.ts';
import type { Anonymity } from '../../contracts/anonymity.ts';
import * as contract from '../../contracts/peer-review.ts';
import { OptionalStep } from '../../contracts/peer-review-optional.ts';
import type { SectionFilterView, SectionName } from '../../contracts/sections.ts';
import type { SeenReview } from './anonymity.domain.ts';
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
  WorkFile,
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
  rolling: settings.givenOut === 'rolling',
  comparing: settings.comparison !== null,
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
    datesLedBy: review.datesLedBy,
    can,
  });

/** A work to review, or two to compare, as the list of tasks has it. */
export interface OwnTask {
  readonly review: Pick<SeenReview['review'], 'id' | 'state' | 'workLabel'> &
    Pick<Partial<Review>, 'reviewers'>;
  readonly author: string | null;
}

/** The learner's own page: own work, works to review without their authors, own grades once they are released. */
export function learnerView(
  review: PeerReview,
  own: Pick<
    Parsed<typeof contract.LearnerActivityView>,
    'reviewsAsked' | 'reviewsWith' | 'noResultBecause'
  > & {
    readonly submission: Submission | null;
    /** Groups hand in. */
    readonly byGroups: boolean;
    readonly daysLate: number;
    readonly tasks: readonly OwnTask[];
    readonly grades: readonly { readonly column: ColumnName; readonly grade: GradeAnswer }[];
  },
  can: { submit: boolean; review: boolean },
) {
  const { submission, daysLate, reviewsAsked, reviewsWith, noResultBecause } = own;
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
      .map(({ author, review: { id, workLabel: pseudonym, state } }) => {
        return { reviewId: id, pseudonym, author, state };
      })
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
    reviewsWith,
    reviewsAsked,
    results: own.grades.map(({ column, grade }) => ({
      columnId: column.columnId,
      label: column.label,
      explanation: grade.explanation,
      sync: { state: grade.sync.state, at: timeOf(grade.sync.at) },
    })),
    noResultBecause,
    optional: OptionalStep.options.filter((step) =>
      step === 'groups' ? own.byGroups : review.settings[step] !== null,
    ),
    can,
  });
}

/** The author's own work: what was handed in and what is being written. */
export const ownSubmissionView = (
  submission: Submission | null,
  work: WorkContent | null,
  draft: Draft<WorkContent>,
  {
    savedBy,
    ...shown
  }: Pick<Parsed<typeof contract.OwnSubmissionView>, 'promise' | 'handIn'> & {
    readonly savedBy: string | null;
  },
) =>
  contract.OwnSubmissionView.parse({
    submission: submission && {
      version: submission.version,
      text: work?.text,
      files: work?.files,
      links: work?.links ?? [],
      submittedAt: submission.submittedAt.toISOString(),
    },
    draft: {
      ...draft.content,
      links: draft.content.links ?? [],
      revision: draft.revision,
      savedAt: timeOf(draft.savedAt),
      savedBy,
    },
    ...shown,
  });

/** By review: the rubric that it was written by, where that is not today's. */
export type OtherRubrics = ReadonlyMap<string, { readonly criteria: readonly contract.Criterion[] }>;

/** What the author gets of the reviews of the own work, in the order of their numbers. */
export const receivedReviewsView = (
  reviews: readonly SeenReview[],
  versions: ReadonlyMap<string, ReviewVersion>,
  otherRubrics: OtherRubrics,
) =>
  contract.GetReceivedReviews.response.parse({
    reviews: reviews
      .toSorted((a, b) => Number(a.review.reviewerLabel) - Number(b.review.reviewerLabel))
      .flatMap((known) => {
        const { id, reviewerLabel: pseudonym } = known.review;
        const version = versions.get(id);
        if (!version) return [];
        const { ratings, comment, inline = [] } = version;
        const { reviewer } = known;
        return [{ pseudonym, reviewer, ratings, comment, inline, ...otherRubrics.get(id) }];
      }),
  });

/** A file as a reviewer may see it: without its name where the author is hidden. */
export const fileFor = ({ id, name, size, type }: WorkFile, isAnonymous: boolean) =>
  isAnonymous ? anonymousFile({ id, size, type }) : { id, name, size, type };

/** The rubric of a review that is read or written. */
export interface ShownRubric {
  readonly criteria: readonly contract.Criterion[];
  readonly rubricChanged: boolean;
  readonly formerComments: readonly { readonly title: string | null; readonly comment: string }[];
}

/** The reviewer's page: the work, with its author where known, and what was written so far. */
export const reviewerView = (
  peerReview: PeerReview,
  known: SeenReview & { readonly promise: Anonymity },
  work: WorkContent,
  draft: Draft<ReviewContent>,
  rubric: ShownRubric,
  fellows: readonly { readonly name: string | null }[],
  can: { edit: boolean },
) =>
  contract.ReviewerReviewView.parse({
    reviewId: known.review.id,
    activityTitle: peerReview.settings.title,
    instructions: peerReview.settings.instructions,
    pseudonym: known.review.workLabel,
    author: known.author,
    promise: known.promise,
    workText: work.text,
    workFiles: work.files.map((file) => fileFor(file, !known.knowsAuthor)),
    workLinks: work.links ?? [],
    workVersion: known.review.submissionVersion,
    invitesInline: peerReview.settings.inlineComments,
    together: known.review.reviewers
      ? { name: known.review.reviewers.name, members: fellows.map(({ name }) => ({ name })) }
      : null,
    ...rubric,
    coach: peerReview.settings.feedbackCoach,
    measuresTime: peerReview.settings.measuresTime && can.edit,
    reviewsCloseAt: peerReview.settings.reviewsCloseAt,
    state: known.review.state,
    ratings: draft.content.ratings,
    comment: draft.content.comment,
    inline: draft.content.inline ?? [],
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
  /** By members' ids; who gets on is not in it. */
  readonly stuck: ReadonlyMap<string, readonly contract.StuckReason[]>;
  readonly released: ReadonlySet<string>;
  readonly clearsGrades: boolean;
  readonly sections: SectionFilterView;
  /** By members' ids; who is in none is not in it. */
  readonly inSections: ReadonlyMap<string, readonly SectionName[]>;
  readonly groups: PageGroups;
}

const cellView = (grade: GradeCell | null, sync: ProgressRow['sync']) => ({
  grade: grade && { ...grade, interval: grade.interval ?? null },
  sync: { state: sync.state, at: timeOf(sync.at) },
});

/** The staff table: one row per learner, the grades of the columns that the activity has now. */
export function staffView(
  review: PeerReview,
  page: { readonly rows: readonly ProgressRow[]; readonly next: string | null },
  {
    counts,
    working,
    columns,
    daysLate,
    stuck,
    released,
    clearsGrades,
    sections,
    inSections,
    groups,
  }: StaffFacts,
  can: { allocate: boolean; release: boolean; withdraw: boolean; edit: boolean },
) {
  return contract.StaffOverviewView.parse({
    ...summaryOf(review),
    anonymity: review.settings.anonymity,
    counts,
    working,
    columns,
    columnsKind: review.settings.columns.kind,
    releaseMode: review.settings.releaseMode,
    ratingClosesAt: review.settings.backEvaluation?.closesAt ?? null,
    withdrawn: review.withdrawal !== null,
    byGroups: groups.byGroups,
    lms: { clearsGrades },
    sections,
    rows: page.rows.map(({ sortName: _sortName, submittedAt, grade, sync, others: stored, ...row }) => ({
      ...row,
      sections: inSections.get(row.memberId) ?? [],
      group: groups.nameOf(row),
      // Rows that are older than the field.
      spread: row.spread ?? null,
      submittedAt: timeOf(submittedAt),
      daysLate: daysLate.get(row.memberId) ?? 0,
      stuck: stuck.get(row.memberId) ?? [],
      released: released.has(row.memberId),
      ...cellView(grade, sync),
      others: columns.slice(1).map(({ columnId }) => {
        const other = stored.find((one) => one.columnId === columnId);
        return { columnId, ...cellView(other?.grade ?? null, other?.sync ?? { state: 'none', at: null }) };
      }),
    })),
    next: page.next,
    can,
  });
}
