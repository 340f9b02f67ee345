import { EXCLUSIONS_AT_ONCE_MAX, EXCLUSIONS_MAX } from '../../contracts/limits.ts';
import type { ExclusionsView } from '../../contracts/review-exclusions.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { doerOf, type EventActor, makeEvent } from '../../core/events.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import {
  type Apart,
  apartOf,
  isApart,
  pairOf,
  readPairs,
  type ReviewExclusion,
} from './review-exclusions.domain.ts';
import { exclusionsView, readPairsView } from './review-exclusions.views.ts';

/** Learners who are offered by name. */
const OFFERED = 1_000;

interface By {
  readonly actor: EventActor;
  readonly requestId: string | null;
}

interface Wish extends Pick<ReviewExclusion, 'activityId' | 'source'> {
  readonly pair: readonly [string, string];
}

export type ReviewExclusionsService = ReturnType<typeof createReviewExclusionsService>;

/** Who must not review whom: staff say so, or a reviewer has reported a conflict (peer-review.md item 4). */
export function createReviewExclusionsService(
  { exclusions }: Pick<PeerReviewStores, 'exclusions'>,
  course: Pick<CourseService, 'findMembers' | 'listAllLearners' | 'listLearners'>,
  csv: Pick<Csv, 'read'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function list({ scope }: Pick<Caller, 'scope'>): Promise<ExclusionsView> {
    const [active, learners] = await Promise.all([
      exclusions.listActive(scope, null),
      course.listLearners(scope, undefined, OFFERED),
    ]);
    const ids = new Set(active.flatMap(({ memberIds, by }) => [...memberIds, by]));
    return exclusionsView(active, await course.findMembers(scope, [...ids]), learners.items);
  }

  async function set(scope: CourseScope, wish: Wish, apart: boolean, { actor, requestId }: By) {
    const now = clock.now();
    const { activityId, source } = wish;
    const memberIds = pairOf(...wish.pair);
    const { courseId } = scope;
    const exclusion = { courseId, activityId, memberIds, source, by: doerOf(actor), from: now, until: null };
    const event = makeEvent({
      type: 'reviewExclusion.changed',
      at: now,
      actor,
      courseId,
      subject: { kind: 'reviewExclusion', id: memberIds.join('-') },
      requestId,
      data: { activityId, memberIds, source, apart },
    });
    const changed = apart
      ? await exclusions.add(exclusion, event)
      : await exclusions.lift(exclusion, now, event);
    if (changed) eventsWritten();
  }

  return {
    /** Three reads, two of them at once. */
    list,

    /**
     * Repeating it changes nothing; two of the staff who do the same at once do it once.
     *
     * @throws AppError NOT_FOUND when somebody is not in the course, EXCLUSIONS_TOO_MANY
     */
    async change(caller: Caller, pairs: readonly (readonly [string, string])[], apart: boolean) {
      const { scope } = caller;
      const ids = new Set(pairs.flat());
      const [members, active] = await Promise.all([
        course.findMembers(scope, [...ids]),
        exclusions.listActive(scope, null),
      ]);
      const isNobody = members.length < ids.size || pairs.some(([one, other]) => one === other);
      if (isNobody) throw new AppError('NOT_FOUND', { kind: 'member' });
      if (apart && active.length + pairs.length > EXCLUSIONS_MAX) throw new AppError('EXCLUSIONS_TOO_MANY');
      for (const pair of pairs) await set(scope, { activityId: null, source: 'staff', pair }, apart, caller);
      return list(caller);
    },

    /** What a list names, of learners of the course; three reads, whatever its size. */
    async read({ scope }: Caller, text: string) {
      const { rows, broken } = csv.read(text);
      const [learners, active] = await Promise.all([
        course.listAllLearners(scope),
        exclusions.listActive(scope, null),
      ]);
      const { pairs, problems } = readPairs(rows, learners, EXCLUSIONS_AT_ONCE_MAX);
      const apart = apartOf(active);
      const fresh = pairs.filter(([one, other]) => !isApart(apart, one, other));
      const all = [
        ...problems,
        ...broken.map((line) => ({ line, problem: 'ROW_BROKEN' as const, value: '' })),
      ].sort((a, b) => a.line - b.line);
      return readPairsView(fresh, pairs.length - fresh.length, all, learners);
    },

    /** Two people have a conflict, as one of them reported and staff agreed; it holds in the whole course. */
    confirm: (scope: CourseScope, pair: readonly [string, string], by: By): Promise<void> =>
      set(scope, { activityId: null, source: 'report', pair }, true, by),

    /** Staff have taken a review away, or given it again: by itself it does not come back. */
    keepAway: (
      scope: CourseScope,
      activityId: string,
      pair: readonly [string, string],
      apart: boolean,
      by: By,
    ): Promise<void> => set(scope, { activityId, source: 'takenAway', pair }, apart, by),

    /** Who must not review whom in an activity now, with what staff have taken away there. */
    findApart: async (scope: CourseScope, activityId: string): Promise<Apart> =>
      apartOf(await exclusions.listActive(scope, activityId)),

    /** Who must not review whom in the whole course: staff cannot do it by hand either. */
    findApartInCourse: async (scope: CourseScope): Promise<Apart> =>
      apartOf(await exclusions.listActive(scope, null)),

    /** As it was at a moment: an allocation that a crash broke off goes on with the same. */
    findApartAt: async (scope: CourseScope, at: Date): Promise<Apart> =>
      apartOf(await exclusions.listAt(scope, at)),
  };
}
