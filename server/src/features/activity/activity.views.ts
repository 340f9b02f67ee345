import { ActivitySummaryView } from '../../contracts/activity.ts';
import type { Activity } from './activity.domain.ts';

/** An activity as the list for staff shows it. */
export const summaryView = (activity: Activity): ActivitySummaryView =>
  ActivitySummaryView.parse({
    groupSetId: activity.settings['groupSetId'] ?? null,
    id: activity.id,
    type: activity.type,
    title: activity.title,
    points: activity.points,
    state: activity.state,
    createdAt: activity.createdAt.toISOString(),
  });
