import { ReviewAnalyticsView } from '../../contracts/peer-review-analytics.ts';
import type { Analytics } from './analytics.domain.ts';

/** More digits say nothing more. */
const DIGITS = 100;

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * DIGITS) / DIGITS : value;

/** For staff: what the reviews say, with the names of the reviewers. */
export const analyticsView = (
  title: string,
  analytics: Analytics,
  names: ReadonlyMap<string, string | null>,
): ReviewAnalyticsView =>
  ReviewAnalyticsView.parse(
    JSON.parse(
      JSON.stringify(
        {
          title,
          ...analytics,
          reviewers: analytics.reviewers.map((reviewer) => ({
            ...reviewer,
            name: names.get(reviewer.id) ?? null,
          })),
        },
        rounded,
      ),
    ),
  );
