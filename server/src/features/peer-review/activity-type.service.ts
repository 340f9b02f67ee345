import { PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import type { ActivityType } from '../activity/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { peerReviewOf, settingsOf } from './settings.service.ts';
import { scheduleOf } from './timeline.domain.ts';

/** Peer review as one type of activity. */
export const createActivityType = ({ progress }: Pick<PeerReviewStores, 'progress'>): ActivityType => ({
  scheduleOf: (activity) => scheduleOf(peerReviewOf(activity)),

  stepsOf: (settings) => scheduleOf({ startsAt: new Date(0), settings: settingsOf(settings) }).steps,

  faultsOf(activity) {
    const { criteria, instructions } = peerReviewOf(activity).settings;
    return [
      ...(criteria.length === 0 ? [{ code: 'noCriterion' } as const] : []),
      ...(isBlank(instructions) ? [{ code: 'noInstructions' } as const] : []),
    ];
  },

  parseSettings({ title, points, settings }) {
    const parsed = PeerReviewSettings.safeParse({ ...settings, title, points });
    if (!parsed.success) return null;
    const { title: checkedTitle, points: checkedPoints, ...rest } = parsed.data;
    return { title: checkedTitle, points: checkedPoints, settings: rest };
  },

  async countsOf(scope, activityId) {
    const [{ learners }, handIn, review] = await Promise.all([
      progress.findCounts(scope, activityId),
      progress.countLacking(scope, activityId, 'handIn'),
      progress.countLacking(scope, activityId, 'review'),
    ]);
    return { learners, unfinished: handIn + review };
  },
});
