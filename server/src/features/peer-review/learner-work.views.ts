import { LearnerReviewsView, LearnerWorkView } from '../../contracts/learner-work.ts';
import type { Side } from '../../contracts/peer-review-comparative.ts';
import type {
  PeerReview,
  Review,
  ReviewVersion,
  Submission,
  SubmissionVersion,
} from './peer-review.domain.ts';
import type { ComparisonVersion, KnownComparison } from './comparison.domain.ts';
import type { GradeAnswer, OtherRubrics } from './peer-review.views.ts';

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** For staff: a learner's work, with whose it is. */
export const learnerWorkView = (
  { id, phase, settings }: PeerReview,
  learner: Named,
  submission: Submission | null,
  sharers: readonly Named[],
  shown: SubmissionVersion | null,
): LearnerWorkView =>
  LearnerWorkView.parse({
    activity: { id, phase, title: settings.title, criteria: settings.criteria },
    learner: { id: learner.id, name: learner.name },
    group: submission?.group
      ? { name: submission.group.name, members: sharers.map(({ name }) => name) }
      : null,
    versions: submission?.version ?? 0,
    shown: shown && {
      version: shown.version,
      text: shown.text,
      files: shown.files,
      links: shown.links ?? [],
      submittedAt: shown.at.toISOString(),
    },
  });

/** For staff: what was written about a learner's work, and by whom. */
export const learnerReviewsView = (
  reviews: readonly Review[],
  versions: ReadonlyMap<string, ReviewVersion>,
  names: ReadonlyMap<string, string | null>,
  otherRubrics: OtherRubrics,
  grade: GradeAnswer | null,
  comparisons: LearnerReviewsView['comparisons'] = [],
): LearnerReviewsView =>
  LearnerReviewsView.parse({
    reviews: reviews
      .toSorted((a, b) => Number(a.reviewerLabel) - Number(b.reviewerLabel))
      .flatMap(({ id, reviewerId, reviewers, writers = [], submissionVersion }) => {
        const version = versions.get(id);
        if (!version) return [];
        const { ratings, comment, inline = [], points, maximum, at, by } = version;
        const nameOf = (memberId: string | undefined) => names.get(memberId ?? '') ?? null;
        const namesOf = (ids: readonly string[]) =>
          ids.map(nameOf).sort((a, b) => (a ?? '').localeCompare(b ?? ''));
        const reviewer = { id: reviewerId, name: reviewers ? reviewers.name : nameOf(reviewerId) };
        const together = reviewers
          ? {
              members: namesOf(reviewers.memberIds),
              writers: namesOf(writers),
              submittedBy: nameOf(by),
            }
          : null;
        const said = { ratings, comment, inline, points, maximum, submittedAt: at.toISOString() };
        return [{ id, reviewer, together, workVersion: submissionVersion, ...said, ...otherRubrics.get(id) }];
      }),
    comparisons,
    grade: grade && {
      explanation: grade.explanation,
      sync: { state: grade.sync.state, at: grade.sync.at && new Date(grade.sync.at).toISOString() },
    },
  });

/** A comparison with the side of it that a learner's work is on. */
interface ComparedSide {
  readonly known: KnownComparison;
  readonly side: Side;
  /** What is said of it afterwards goes by this. */
  readonly talkId: string;
}

/** For staff: what comparisons say of a learner's work, and who made them. */
export const comparedWorkView = (
  sides: readonly ComparedSide[],
  versions: ReadonlyMap<string, ComparisonVersion>,
): LearnerReviewsView['comparisons'] =>
  sides
    .map(({ known, side, talkId }) => ({ ...known, side, talkId, own: known.comparison[side] }))
    .toSorted((a, b) => Number(a.own.reviewerLabel) - Number(b.own.reviewerLabel))
    .flatMap(({ comparison, reviewerName, side, talkId }) => {
      const version = versions.get(comparison.id);
      if (!version) return [];
      const isLeft = side === 'left';
      return [
        {
          id: talkId,
          reviewer: { id: comparison.reviewerId, name: reviewerName },
          chosenPercent: 100 * (isLeft ? version.share : 1 - version.share),
          comment: isLeft ? version.leftComment : version.rightComment,
          submittedAt: version.at.toISOString(),
        },
      ];
    });
