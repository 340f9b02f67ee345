import { GetGivenTalk, GetLearnerTalks, GetOwnTalks } from '../../contracts/review-talk.ts';
import type { SeenReview } from './anonymity.domain.ts';
import type { ReviewTalk } from './review-talk.domain.ts';

type Can = { readonly write: boolean };

/** What is said, without who and when. */
const saidIn = ({ helpfulness, thanked, replies }: ReviewTalk) => ({
  helpfulness,
  thanked,
  replies: replies.map(({ id, from, text }) => ({ id, from, text })),
});

/** For the author: each review by its reviewer's pseudonym. */
export const ownTalksView = (
  talks: readonly { readonly known: SeenReview; readonly talk: ReviewTalk }[],
  backEvaluation: { readonly closesAt: string } | null,
  can: Can & { readonly rate: boolean },
) =>
  GetOwnTalks.response.parse({
    talks: talks
      .toSorted((a, b) => Number(a.known.review.reviewerLabel) - Number(b.known.review.reviewerLabel))
      .map(({ known, talk }) => ({
        pseudonym: known.review.reviewerLabel,
        reviewer: known.reviewer,
        isNamed: known.knowsAuthor,
        ...saidIn(talk),
        revision: talk.revision,
      })),
    ratingClosesAt: backEvaluation?.closesAt ?? null,
    can,
  });

/** For the reviewer. */
export const givenTalkView = (known: SeenReview, talk: ReviewTalk | null, can: Can) =>
  GetGivenTalk.response.parse({
    talk: talk && saidIn(talk),
    author: known.author,
    isNamed: known.knowsReviewer,
    can,
  });

/** For staff. */
export const learnerTalksView = (talks: readonly ReviewTalk[]) =>
  GetLearnerTalks.response.parse({
    talks: talks.map((talk) => ({ reviewId: talk.reviewId, ...saidIn(talk) })),
  });
