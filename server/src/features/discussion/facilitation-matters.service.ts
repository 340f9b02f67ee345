import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { STAFF } from '../../core/receivers.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import { discussionOf, settingsOf } from './discussion-of.service.ts';
import { unansweredFrom, waitsSince } from './facilitation.domain.ts';
import type { LookAtDiscussions } from './look-at-discussions.service.ts';

/** After these what staff should look at may be different. */
const ABOUT: ReadonlySet<DomainEvent['type']> = new Set([
  'post.written',
  'post.deleted',
  'answer.accepted',
  'answer.endorsed',
  'moderation.done',
  'moderation.undone',
  'activity.created',
  'activity.changed',
  'activity.published',
  'activity.closed',
  'activity.reopened',
  'activity.openingChanged',
]);

/**
 * What staff should look at in discussions as matters of the queue, one of each kind per discussion. They begin to wait
 * when their time comes, which needs no event; names are none of them.
 */
export const createFacilitationMatters = (
  activities: Pick<ActivityService, 'find' | 'list'>,
  lookAt: LookAtDiscussions,
  clock: Clock,
): MatterSource => ({
  name: 'facilitation',
  kind: 'people',
  // It looks at all learners, so that much that happens at once is looked at once.
  forLearners: true,

  concernOf({ type, subject, data }) {
    const { activityId } = data;
    if (!ABOUT.has(type)) return null;
    return { topics: [typeof activityId === 'string' ? activityId : subject.id], memberIds: [] };
  },

  async read(scope, topics, waitsFor) {
    if (!waitsFor.includes(STAFF)) return [];
    const found = await Promise.all(topics.map((id) => activities.find(scope, id)));
    const open = found.filter((one) => one?.type === 'discussion' && one.state === 'published');
    const all = await Promise.all(
      open.map(async (activity) => (activity ? mattersIn(scope, activity, lookAt, clock.now()) : [])),
    );
    return all.flat();
  },

  async listTopics(scope, after, limit) {
    const { items, next } = await activities.list(scope, after, limit);
    return { topics: items.map(({ id }) => id), next };
  },
});

async function mattersIn(
  scope: CourseScope,
  activity: Activity,
  lookAt: LookAtDiscussions,
  now: Date,
): Promise<SourceMatter[]> {
  const { title, facilitation } = settingsOf(activity);
  const { closesAt } = discussionOf(activity, { extensions: [], accommodation: null });
  const { waiting, silences, oneSided } = await lookAt(scope, activity, now);
  const matter = (code: SourceMatter['code'], since: Date | undefined): SourceMatter[] =>
    since === undefined
      ? []
      : [
          {
            id: `${activity.id}/${code}`,
            topic: activity.id,
            activityId: activity.id,
            waitsFor: STAFF,
            code,
            params: { name: title },
            since,
            until: closesAt,
          },
        ];
  const [oldest] = waiting;
  const newest = oneSided
    .map(({ thread }) => waitsSince(thread))
    .toSorted((a, b) => b.getTime() - a.getTime());
  return [
    ...matter('THREADS_UNANSWERED', oldest && unansweredFrom(oldest, facilitation.unansweredHours)),
    ...matter('MEMBERS_QUIET', silences?.[0]?.from),
    ...matter('THREADS_ONE_SIDED', newest[0]),
  ];
}
