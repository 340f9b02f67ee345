import type { Audience } from './discussion.domain.ts';

/** What an audience sees of threads and of posts alike. It stands in every query that reads them for somebody. */
export const seenBy = ({ memberId, isAlone, groupIds }: Audience) => ({
  ...(isAlone && { authorId: memberId }),
  ...(groupIds && { groupId: { $in: [null, ...groupIds] } }),
});
