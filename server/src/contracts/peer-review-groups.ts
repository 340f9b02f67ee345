import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

/** Who hands in one work: each learner, or each group of a group set together. */
export const Authors = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learners') }),
  z.object({ kind: z.literal('groups'), setId: Id }),
]);
export type Authors = z.output<typeof Authors>;

/** Whose work the caller's is: staff and the group itself may know; reviewers see none of it where authors are hidden. */
export const OwnAuthorsView = z.object({
  /**
   * `inGroup`: one writes and hands in with the others. `noGroup`: there is nothing to hand in with. `left`: one shares
   * what was handed in, and is in the group no more. `cameLater`: the group handed in before one joined.
   */
  state: z.enum(['inGroup', 'noGroup', 'left', 'cameLater']),
  group: z
    .object({ name: z.string().nullable(), members: z.array(z.object({ name: z.string().nullable() })) })
    .nullable(),
  /** Who share what was handed in, and its grade; null while nothing is handed in. */
  sharers: z.array(z.object({ name: z.string().nullable() })).nullable(),
  /** Until when the group hands in: the latest date of its members. */
  submissionsCloseAt: Timestamp,
});
export type OwnAuthorsView = z.output<typeof OwnAuthorsView>;

export const GetOwnAuthors = {
  method: 'get',
  path: '/activities/:activityId/authors/mine',
  permission: 'activity.read',
  summary: 'With whom the caller hands in, where groups do',
  params: z.object({ activityId: Id }),
  response: OwnAuthorsView,
} satisfies Endpoint;
