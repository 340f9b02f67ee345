import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { analyticsOf } from './analytics.domain.ts';
import { analyticsView } from './analytics.views.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { figuresOf } from './review-figures.domain.ts';
import { getPeerReview } from './settings.service.ts';

/** What the reviews of an activity say as a whole. */
export const createAnalyticsService = (
  { reviews, talks, progress }: Pick<PeerReviewStores, 'reviews' | 'talks' | 'progress'>,
  activities: ActivityService,
) => ({
  /** Four round trips at once; a fifth where reviews are older than their figures. @throws AppError NOT_FOUND */
  async read({ scope }: Caller, activityId: string) {
    const [{ settings }, counted, helpfulness, people] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      reviews.listCounted(scope, activityId),
      talks.listHelpfulness(scope, activityId),
      progress.listPeople(scope, activityId),
    ]);
    const older = counted.filter(({ figures }) => figures === null);
    const versions =
      older.length === 0
        ? []
        : await reviews.findVersions(
            scope,
            older.map(({ id, version }) => ({ reviewId: id, version })),
          );
    const figures = new Map(versions.map((version) => [version.reviewId, figuresOf(version)]));
    const analytics = analyticsOf({
      criteria: settings.criteria,
      reviews: counted.flatMap((review) => {
        const found = review.figures ?? figures.get(review.id);
        const { points, maximum } = review;
        // What was measured once is not shown where nothing is measured any more.
        const seconds = settings.measuresTime ? review.seconds : null;
        const percent = (points / maximum) * 100;
        return found && maximum > 0 ? [{ ...review, percent, figures: found, seconds }] : [];
      }),
      helpfulness,
      handedInAt: new Map(
        people.flatMap(({ memberId, submittedAt }) =>
          submittedAt ? [[memberId, submittedAt] as const] : [],
        ),
      ),
    });
    return analyticsView(
      settings.title,
      analytics,
      new Map([
        ...people.map(({ memberId, name }) => [memberId, name] as const),
        ...counted.flatMap(({ reviewers }) => (reviewers ? [[reviewers.id, reviewers.name] as const] : [])),
      ]),
    );
  },
});
