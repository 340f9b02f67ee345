import * as contract from '../../contracts/peer-review-comparative.ts';
import { GetReceivedReviews } from '../../contracts/peer-review.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import type { Anonymity } from '../../contracts/anonymity.ts';
import type { ComparedResult } from './compared-results.domain.ts';
import type { ReviewerAgreement } from './compared-reviewers.domain.ts';
import type { Comparison, ComparisonContent, ComparisonVersion, WorkInPair } from './comparison.domain.ts';
import type { Draft, PeerReview, ProgressRow, Submission, SubmissionVersion } from './peer-review.domain.ts';
import { fileFor } from './peer-review.views.ts';

/** The authors of two works as their reviewer may know them. */
export type KnownSides = Readonly<
  Record<contract.Side, { readonly isKnown: boolean; readonly name: string | null }>
>;

/** What an author gets of one comparison. */
export interface ReceivedComment {
  readonly pseudonym: string;
  readonly reviewer: string | null;
  readonly comment: RichText;
}

/** The reviewer's page: two works, with their authors where known, and what was written so far. */
export function comparisonView(
  { settings }: PeerReview,
  comparison: Comparison,
  works: Readonly<Record<contract.Side, SubmissionVersion>>,
  known: KnownSides,
  draft: Draft<ComparisonContent>,
  shown: {
    readonly promise: Anonymity;
    readonly criteria: PeerReview['settings']['criteria'];
    readonly can: { edit: boolean };
  },
): contract.ComparisonView {
  const side = (name: contract.Side) => ({
    pseudonym: comparison[name].workLabel,
    author: known[name].name,
    text: works[name].text,
    files: works[name].files.map((file) => fileFor(file, !known[name].isKnown)),
    links: works[name].links ?? [],
  });
  const { choices, leftComment, rightComment } = draft.content;
  return contract.GetComparison.response.parse({
    comparisonId: comparison.id,
    activityTitle: settings.title,
    instructions: settings.instructions,
    left: side('left'),
    right: side('right'),
    coach: settings.feedbackCoach,
    reviewsCloseAt: settings.reviewsCloseAt,
    state: comparison.state,
    choices,
    leftComment,
    rightComment,
    revision: draft.revision,
    ...shown,
  });
}

/** What the author gets: comments without ratings, in the order of the reviewers' numbers. */
export const receivedCommentsView = (received: readonly ReceivedComment[]) =>
  GetReceivedReviews.response.parse({
    reviews: received
      .toSorted((a, b) => Number(a.pseudonym) - Number(b.pseudonym))
      .map((one) => ({ ...one, ratings: [], inline: [], criteria: [] })),
  });

type Names = ReadonlyMap<string, string | null>;

const titlesOf = (criteria: PeerReview['settings']['criteria']) =>
  criteria.map(({ id, title }) => ({ id, title }));

/** A work in the order of strength, as it is placed on the range. */
export interface PlacedWork {
  readonly memberId: string;
  readonly rank: number | null;
  readonly result: ComparedResult | null;
  readonly place: { readonly percent: number; readonly low: number; readonly high: number } | null;
}

/** For staff: the works from the strongest to the weakest, and how far that can be relied on. */
export const comparisonResultsView = (
  { settings }: PeerReview,
  criteria: PeerReview['settings']['criteria'],
  counts: { readonly made: number; readonly of: number; readonly reliability: number | null },
  page: { readonly works: readonly PlacedWork[]; readonly next: string | null },
  percentBy: (authorId: string, criterionId: string) => number | null,
  names: Names,
) =>
  contract.GetComparisonResults.response.parse({
    title: settings.title,
    points: settings.points,
    criteria: titlesOf(criteria),
    range: settings.comparison,
    ...counts,
    works: page.works.map(({ memberId, rank, result, place }) => ({
      memberId,
      name: names.get(memberId) ?? null,
      rank,
      strength: result?.strength ?? null,
      error: result?.error ?? null,
      percent: place?.percent ?? null,
      interval: place && { low: place.low, high: place.high },
      chosen: result?.chosen ?? 0,
      made: result?.made ?? 0,
      criteria: (result?.criteria ?? []).map((one) => ({
        ...one,
        percent: percentBy(memberId, one.criterionId),
      })),
    })),
    next: page.next,
  });

/** For staff: how far each reviewer agrees with the others. */
export const comparingReviewersView = (
  { settings }: PeerReview,
  reviewers: readonly ReviewerAgreement[],
  names: Names,
) =>
  contract.GetComparingReviewers.response.parse({
    title: settings.title,
    reviewers: reviewers.map((reviewer) => ({ ...reviewer, name: names.get(reviewer.id) ?? null })),
  });

/** For staff: who compared what. */
export const staffComparisonsView = (
  { settings }: PeerReview,
  criteria: PeerReview['settings']['criteria'],
  page: { readonly comparisons: readonly Comparison[]; readonly next: string | null },
  versions: ReadonlyMap<string, ComparisonVersion>,
  names: Names,
  can: { readonly change: boolean },
) => {
  const person = (id: string) => ({ id, name: names.get(id) ?? null });
  const work = ({ authorId, group }: WorkInPair) =>
    group ? { id: authorId, name: group.name } : person(authorId);
  return contract.GetComparisons.response.parse({
    title: settings.title,
    criteria: titlesOf(criteria),
    comparisons: page.comparisons.map(({ id, reviewerId, left, right, state, share, choices }) => {
      const version = versions.get(id);
      return {
        comparisonId: id,
        reviewer: person(reviewerId),
        left: work(left),
        right: work(right),
        state,
        leftPercent: share === null ? null : share * 100,
        choices,
        leftComment: version?.leftComment ?? null,
        rightComment: version?.rightComment ?? null,
      };
    }),
    next: page.next,
    can,
  });
};

/** A work, and everybody whose it is: none of them compares it. */
interface ComparableWork extends Pick<Submission, 'authorId' | 'group'> {
  readonly memberIds: readonly string[];
}

/** For staff: what can be given to whom by hand. */
export const comparersView = (
  works: readonly ComparableWork[],
  reviewers: readonly Pick<ProgressRow, 'memberId' | 'name' | 'given'>[],
  names: Names,
) =>
  contract.GetComparers.response.parse({
    works: works.map((work) => ({
      id: work.authorId,
      name: work.group ? work.group.name : (names.get(work.authorId) ?? null),
      memberIds: work.memberIds,
    })),
    reviewers: reviewers.map(({ memberId, name, given }) => ({ id: memberId, name, comparisons: given.of })),
  });
