import type { Audience } from './discussion.domain.ts';

/** The same of one that was looked up: what nobody has approved yet. */
export const isSeenBy = (
  { memberId, isStaff }: Audience,
  { unapproved, authorId }: { readonly unapproved?: boolean; readonly authorId: string },
): boolean => unapproved !== true || isStaff || authorId === memberId;

/**
 * What an audience sees of threads and of posts alike. It stands in every query that reads them for somebody. What staff
 * have never approved is there for its author and for staff alone.
 */
export const seenBy = ({ memberId, isStaff, isAlone, groupIds }: Audience) => ({
  ...(isAlone && { authorId: memberId }),
  ...(groupIds && { groupId: { $in: [null, ...groupIds] } }),
  ...(!isStaff && { $nor: [{ unapproved: true, authorId: { $ne: memberId } }] }),
});
