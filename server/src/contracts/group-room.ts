import { z } from 'zod';
import { Id } from './endpoint.ts';

/** Names the room of one group in one project. */
export const OfRoom = z.object({ activityId: Id, groupId: Id });

/** Whose room a page is in: what each page of a room begins with. */
export const RoomView = z.object({
  /** Of the project. */
  title: z.string(),
  name: z.string().nullable(),
  /** Who is in the group right now. */
  members: z.array(z.object({ memberId: Id, name: z.string().nullable(), isOwn: z.boolean() })),
  milestones: z.array(z.object({ n: z.int(), title: z.string() })),
  can: z.object({ write: z.boolean() }),
});
export type RoomView = z.output<typeof RoomView>;
