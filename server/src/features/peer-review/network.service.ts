import { NETWORK_PEOPLE } from '../../contracts/limits.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { tiesOfComparisons } from './compared-ties.domain.ts';
import { furtherAuthorsOf, networkView } from './network.views.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isComparing } from './phases.domain.ts';
import { readRowKey, writeRowKey } from './row-key.domain.ts';
import { getPeerReview } from './settings.service.ts';

/** Who reviews whom, or compares whose works. */
export const createNetworkService = (
  { comparisons, progress, reviews }: Pick<PeerReviewStores, 'comparisons' | 'progress' | 'reviews'>,
  activities: ActivityService,
) => ({
  /** Four round trips, three of them one after the other. @throws AppError NOT_FOUND */
  async read({ scope }: Caller, activityId: string, after: string | undefined) {
    const key = after === undefined ? null : readRowKey(after);
    const [review, found] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      progress.listRows(scope, activityId, key, NETWORK_PEOPLE + 1),
    ]);
    const rows = found.slice(0, NETWORK_PEOPLE).map(({ row }) => row);
    const reviewerIds = rows.map(({ memberId }) => memberId);
    const given = isComparing(review)
      ? tiesOfComparisons(await comparisons.listByReviewers(scope, activityId, reviewerIds))
      : await reviews.listByReviewers(scope, activityId, reviewerIds);
    const shown = new Set(rows.map(({ memberId }) => memberId));
    const further = furtherAuthorsOf(given, shown);
    const unnamed = further.filter(({ name }) => name === null).map(({ memberId }) => memberId);
    const others = unnamed.length === 0 ? [] : await progress.findRows(scope, activityId, unnamed);
    const last = rows.at(-1);
    return networkView(review, rows, { authors: further, rows: others }, given, {
      next: found.length > NETWORK_PEOPLE && last ? writeRowKey(last) : null,
    });
  },
});
