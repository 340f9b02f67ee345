import { z } from 'zod';
import { NameIfKnown } from './anonymity.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { Side } from './peer-review-comparative.ts';
import { JudgedReview } from './review-judgements.ts';
import { HELPFULNESS_MAX, REPLY_CHARS_MAX } from './limits.ts';

/** How helpful a review is to its author: 1 not at all, 5 very. */
const Helpfulness = z.int().min(1).max(HELPFULNESS_MAX);
const ReplyText = z.string().trim().min(1).max(REPLY_CHARS_MAX);

/** What author and reviewer say to each other. Without times: two people who work side by side would know each other by them. */
const Reply = z.object({ id: Id, from: z.enum(['author', 'reviewer']), text: z.string() });

const talk = {
  helpfulness: Helpfulness.nullable(),
  thanked: z.boolean(),
  replies: z.array(Reply),
};

const OwnTalkView = z.object({
  /** The reviewer's, as the review has it. */
  pseudonym: z.string(),
  reviewer: NameIfKnown,
  /** Whether the reviewer knows the caller's name. */
  isNamed: z.boolean(),
  ...talk,
  /** The revision that the next rating must name. */
  revision: z.int(),
});

const ActivityParams = z.object({ activityId: Id });
const ReceivedParams = z.object({ activityId: Id, pseudonym: z.string().regex(/^[1-9]\d{0,3}$/) });
const GivenParams = z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) });
const ComparisonParams = z.object({ activityId: Id, comparisonId: Id });
const ReplyBody = z.object({ id: Id, text: ReplyText });

const OwnTalks = z.object({
  talks: z.array(OwnTalkView),
  /** Until when the caller says how helpful they are; null: as long as one can write. */
  ratingClosesAt: Timestamp.nullable(),
  can: z.object({ write: z.boolean(), rate: z.boolean() }),
});

export const GetOwnTalks = {
  method: 'get',
  path: '/activities/:activityId/received-reviews/talks',
  permission: 'activity.read',
  summary: 'What the caller said of the reviews of the own work, and the talk about each',
  params: ActivityParams,
  response: OwnTalks,
} satisfies Endpoint;

export const RateReview = {
  method: 'put',
  path: '/activities/:activityId/received-reviews/:pseudonym/rating',
  permission: 'submission.write',
  summary: 'Says how helpful a review is, and thanks for it',
  params: ReceivedParams,
  body: z.object({
    helpfulness: Helpfulness.nullable(),
    thanked: z.boolean(),
    expectedRevision: z.int().min(0),
  }),
  response: OwnTalks,
} satisfies Endpoint;

export const ReplyToReview = {
  method: 'post',
  path: '/activities/:activityId/received-reviews/:pseudonym/replies',
  permission: 'submission.write',
  summary: 'Answers the reviewer; the same id once more changes nothing',
  params: ReceivedParams,
  body: ReplyBody,
  response: OwnTalks,
} satisfies Endpoint;

const GivenTalk = z.object({
  /** Null before the release. */
  talk: z.object(talk).nullable(),
  /** What staff say of the review; null before the release, and while they say nothing. */
  judgement: JudgedReview.nullable(),
  author: NameIfKnown,
  /** Whether the author knows the caller's name. */
  isNamed: z.boolean(),
  can: z.object({ write: z.boolean() }),
});

export const GetGivenTalk = {
  method: 'get',
  path: '/activities/:activityId/reviews/:reviewId/talk',
  permission: 'activity.read',
  summary: 'What the author says of a review that the caller wrote',
  params: GivenParams,
  response: GivenTalk,
} satisfies Endpoint;

export const ReplyToAuthor = {
  method: 'post',
  path: '/activities/:activityId/reviews/:reviewId/replies',
  permission: 'review.write',
  summary: 'Answers the author; the same id once more changes nothing',
  params: GivenParams,
  body: ReplyBody,
  response: GivenTalk,
} satisfies Endpoint;

const ComparedTalk = GivenTalk.pick({ talk: true, author: true, isNamed: true });

const ComparisonTalks = z.object({
  left: ComparedTalk,
  right: ComparedTalk,
  can: z.object({ write: z.boolean() }),
});

export const GetComparisonTalks = {
  method: 'get',
  path: '/activities/:activityId/comparisons/:comparisonId/talks',
  permission: 'activity.read',
  summary: 'What the authors of two works say of what the caller wrote to each of them',
  params: ComparisonParams,
  response: ComparisonTalks,
} satisfies Endpoint;

export const ReplyToComparedAuthor = {
  method: 'post',
  path: '/activities/:activityId/comparisons/:comparisonId/talks/:side/replies',
  permission: 'review.write',
  summary: 'Answers the author of one of two works; the same id once more changes nothing',
  params: ComparisonParams.extend({ side: Side }),
  body: ReplyBody,
  response: ComparisonTalks,
} satisfies Endpoint;

export const GetLearnerTalks = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/talks',
  permission: 'work.read',
  summary: 'What a learner said of the reviews of the own work, for staff',
  params: z.object({ activityId: Id, memberId: Id }),
  /** By the review, or the comparison and the work's side in it. */
  response: z.object({ talks: z.array(z.object({ reviewId: z.string(), ...talk })) }),
} satisfies Endpoint;
