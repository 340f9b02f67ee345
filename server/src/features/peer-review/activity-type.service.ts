import { PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import type { ActivityService, ActivityType } from '../activity/index.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import { workDraft } from './drafts.domain.ts';
import { authorsOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { peerReviewOf, settingsOf } from './settings.service.ts';
import { scheduleOf } from './timeline.domain.ts';

/** Peer review as one type of activity. */
export const createActivityType = (
  { progress, submissions, drafts }: Pick<PeerReviewStores, 'progress' | 'submissions' | 'drafts'>,
  activities: Pick<ActivityService, 'get'>,
  authors: Pick<AuthorGroups, 'listPeopled'>,
): ActivityType => ({
  isAnnounced: true,

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

  listHandedIn: async (scope, activityId) =>
    (await submissions.listAll(scope, activityId)).flatMap(authorsOf),

  async listBegun(scope, activityId) {
    const [activity, handedIn, writing] = await Promise.all([
      activities.get(scope, activityId),
      submissions.listAll(scope, activityId),
      drafts.listDrafting(scope, workDraft(activityId, '').id),
    ]);
    // A group's draft has been begun by everybody in it.
    const groups = await authors.listPeopled(scope, peerReviewOf(activity));
    const peopleOf = new Map(groups.map(({ groupId, memberIds }) => [groupId, memberIds]));
    const drafting = writing.flatMap((id) => peopleOf.get(id) ?? [id]);
    return [...new Set([...handedIn.flatMap(authorsOf), ...drafting])];
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
