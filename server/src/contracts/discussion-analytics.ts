import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

const count = z.int();
/** Nothing can be said where there is too little. */
const known = z.number().nullable();

/** One learner, with what they wrote under their name. */
const TalkPerson = z.object({
  id: Id,
  name: z.string().nullable(),
  threads: count,
  replies: count,
  /** Replies of other learners to theirs. */
  received: count,
  words: count,
  /** Median of the hours after which they replied. */
  hours: known,
  /** Milestones that are met; null: there are none. */
  met: count.nullable(),
});
export type TalkPerson = z.output<typeof TalkPerson>;

export const DiscussionAnalyticsView = z.object({
  title: z.string(),
  /** What is counted: posts of learners that are there, not hidden, and that staff may know the writers of. */
  posts: count,
  /** Learners who wrote some of them. */
  writers: count,
  /** Whether there are posts that are not counted, since nobody may know who wrote them. */
  hasHidden: z.boolean(),
  /** Whose spaces there are; null: the course discusses together. */
  groups: z
    .array(
      z.object({
        id: Id,
        name: z.string().nullable(),
        people: count,
        posts: count,
        writers: count,
        words: count,
      }),
    )
    .nullable(),
  /** Days, or weeks where it goes on for long, from the first post to the last one. */
  spans: z.array(z.object({ from: Timestamp, threads: count, replies: count })),
  spanDays: count,
  /** From 0, where all write as much, to 1, where one writes all. */
  gini: known,
  /** Of the replies that there could be between two learners how many there are; how many of them go both ways. */
  density: known,
  reciprocity: known,
  /** From 0, where all are answered by as many, to 1, where all answer the same one. */
  centralisation: known,
  /** Posts by their words, fifty by fifty; the last has no end. */
  words: z.array(count),
  /** Posts by the hours until another person replied, `RESPONSE_HOURS` apart; and those without a reply. */
  responses: z.array(count),
  unanswered: count,
  /** Median of those hours. */
  hours: known,
  people: z.array(TalkPerson),
  /** Who replied to whom how often: places in `people`. */
  ties: z.array(z.object({ from: count, to: count, count })),
  milestones: count,
});
export type DiscussionAnalyticsView = z.output<typeof DiscussionAnalyticsView>;

export const GetDiscussionAnalytics = {
  method: 'get',
  path: '/discussions/:activityId/analytics',
  permission: 'discussion.analytics',
  summary: 'How a discussion goes: who writes when and how much, who replies to whom and how soon',
  params: z.object({ activityId: Id }),
  /** The space of one group alone. */
  query: z.object({ group: Id.optional() }),
  response: DiscussionAnalyticsView,
} satisfies Endpoint;
