import {
  GetComparisonTalks,
  GetGivenTalk,
  GetLearnerTalks,
  GetOwnTalks,
} from '../../contracts/review-talk.ts';
import type { judgedReviewView } from './judge-review.views.ts';
import type { ReviewTalk, TalkSubject } from './review-talk.domain.ts';

type Can = { readonly write: boolean };

/** What is said, without who and when. */
const saidIn = ({ helpfulness, thanked, replies }: ReviewTalk) => ({
  helpfulness,
  thanked,
  replies: replies.map(({ id, from, text }) => ({ id, from, text })),
});

/** A talk with what it is about. */
interface TalkAbout<Said extends ReviewTalk | null = ReviewTalk> {
  readonly subject: TalkSubject;
  readonly talk: Said;
}

/** For the author: each review by its reviewer's pseudonym. */
export const ownTalksView = (
  talks: readonly TalkAbout[],
  backEvaluation: { readonly closesAt: string } | null,
  can: Can & { readonly rate: boolean },
) =>
  GetOwnTalks.response.parse({
    talks: talks
      .toSorted((a, b) => Number(a.subject.pseudonym) - Number(b.subject.pseudonym))
      .map(({ subject, talk }) => ({
        pseudonym: subject.pseudonym,
        reviewer: subject.seen.reviewer,
        isNamed: subject.seen.knowsAuthor,
        ...saidIn(talk),
        revision: talk.revision,
      })),
    ratingClosesAt: backEvaluation?.closesAt ?? null,
    can,
  });

const givenIn = ({ subject: { seen }, talk }: TalkAbout<ReviewTalk | null>) => ({
  talk: talk && saidIn(talk),
  author: seen.author,
  isNamed: seen.knowsReviewer,
});

/** For the reviewer. */
export const givenTalkView = (
  about: TalkAbout<ReviewTalk | null>,
  judgement: ReturnType<typeof judgedReviewView>,
  can: Can,
) =>
  GetGivenTalk.response.parse({
    ...givenIn(about),
    judgement,
    can,
  });

/** For who has compared two works. */
export const comparisonTalksView = (
  left: TalkAbout<ReviewTalk | null>,
  right: TalkAbout<ReviewTalk | null>,
  can: Can,
) => GetComparisonTalks.response.parse({ left: givenIn(left), right: givenIn(right), can });

/** For staff. */
export const learnerTalksView = (talks: readonly ReviewTalk[]) =>
  GetLearnerTalks.response.parse({
    talks: talks.map((talk) => ({ reviewId: talk.reviewId, ...saidIn(talk) })),
  });
