import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

const DiscussionParams = z.object({ activityId: Id });

/** When staff are to look at a discussion; 0: not for this. */
export const Facilitation = z.object({
  /** A thread that has waited this long for somebody to answer. */
  unansweredHours: z.int().min(0).max(limits.UNANSWERED_HOURS_MAX),
  /** A learner who has written nothing for so long. */
  quietDays: z.int().min(0).max(limits.QUIET_DAYS_MAX),
});

const LookedAtThread = { threadId: Id, title: z.string(), groupId: Id.nullable(), posts: z.int() };

/** What staff should look at, with names only of people who may be known to them. */
export const FacilitationView = z.object({
  ...Facilitation.shape,
  /** The one that has waited longest first. */
  unanswered: z.array(z.object({ ...LookedAtThread, since: Timestamp })),
  /** Null: who writes what is promised to nobody's knowledge, so nobody is called quiet. */
  quiet: z
    .array(
      z.object({
        memberId: Id,
        name: z.string().nullable(),
        /** Null: never. */
        lastPostAt: Timestamp.nullable(),
        nudgedAt: Timestamp.nullable(),
      }),
    )
    .nullable(),
  /** How many are quiet: the list ends before. */
  quietCount: z.int(),
  oneSided: z.array(
    z.object({
      ...LookedAtThread,
      percent: z.int(),
      /** Who has written most of it, or which side of a debate. */
      most: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('person'), name: z.string().nullable() }),
        z.object({ kind: z.literal('side'), side: z.enum(limits.SIDES) }),
      ]),
    }),
  ),
});
export type FacilitationView = z.output<typeof FacilitationView>;

export const GetFacilitation = {
  method: 'get',
  path: '/discussions/:activityId/facilitation',
  permission: 'discussion.facilitate',
  summary: 'What staff should look at: threads without an answer, quiet members, one-sided threads',
  params: DiscussionParams,
  response: FacilitationView,
} satisfies Endpoint;

export const NudgeMembers = {
  method: 'put',
  path: '/discussions/:activityId/nudges/:nudgeId',
  permission: 'discussion.facilitate',
  summary: 'Tells quiet members by a notice that they are missed; again under the same id tells nobody twice',
  params: DiscussionParams.extend({ nudgeId: Id }),
  body: z.object({ memberIds: z.array(Id).min(1).max(limits.QUIET_LISTED_MAX) }),
  /** Those alone who are quiet and were not told within the last day. */
  response: z.object({ nudged: z.int() }),
} satisfies Endpoint;
