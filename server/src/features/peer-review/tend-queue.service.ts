import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import { newId, newSecret } from '../../core/ids.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { authorsOf, type PeerReview, type Review, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isRolling } from './phases.domain.ts';
import {
  decideNext,
  isLive,
  leastOf,
  type NextWork,
  poolsFor,
  type QueuedWork,
} from './pull-queue.domain.ts';
import { apartFromWork, isApartFromWork } from './review-exclusions.domain.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.tend' }, requestId: null };
/** Each further round means that somebody has taken the work in between. */
const ROUNDS = 20;
/** Of those who wait, the first so many are looked at in one go. */
const WAITING_MAX = 200;

type Given = Pick<Review, 'id' | 'authorId' | 'group' | 'reviewerId'>;

export type TendQueueService = ReturnType<typeof createTendQueueService>;

/** Keeps the queue of works true: by what is handed in and reviewed, by who is there, and by what time is over. */
export function createTendQueueService(
  { submissions, reviews, queue }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'queue'>,
  activities: ActivityService,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners' | 'dropUnbegun'>,
  pools: Pick<ReviewPools, 'setsFor' | 'pullPool' | 'apart'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function find(scope: CourseScope, activityId: string): Promise<PeerReview | null> {
    const activity = await activities.find(scope, activityId);
    if (activity?.type !== 'peerReview') return null;
    const review = peerReviewOf(activity);
    return isRolling(review) ? review : null;
  }

  /** Reviews begin with the first work; the guard lets one of several at the same moment through. */
  async function begin(scope: CourseScope, review: PeerReview): Promise<void> {
    const [runId, now, sets] = [newId(), clock.now(), await pools.setsFor(scope, review.settings)];
    const begun = await activities.updateState(
      scope,
      review.id,
      { phase: 'submission', allocation: null },
      {
        phase: 'review',
        allocation: { runId, seed: newSecret(), requestedAt: now, doneAt: now, ...sets },
      },
      { type: 'allocation.rolling', data: { runId } },
      BY,
    );
    if (begun) eventsWritten();
  }

  async function add(scope: CourseScope, review: PeerReview, work: Submission): Promise<void> {
    const { id, courseId, activityId, authorId, group, version, submittedAt } = work;
    await queue.add({
      id,
      courseId,
      activityId,
      authorId,
      ...(group && { group }),
      version,
      submittedAt,
      pool: await pools.pullPool(scope, review, work),
      taken: 0,
      takers: [],
      apart: apartFromWork(await pools.apart(scope, activityId), work),
      serial: 0,
      revision: 0,
    });
  }

  /** Counts anew who reviews a work. */
  async function refresh(scope: CourseScope, activityId: string, authorId: string): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      // The work first: what it counts is written only over the state that the reviews below are newer than.
      const work = await queue.findByAuthor(scope, activityId, authorId);
      if (!work) return;
      const found = await reviews.listByAuthor(scope, activityId, authorId);
      const takers = takersOf(found, clock.now());
      const apart = apartFromWork(await pools.apart(scope, activityId), work);
      if (isSettled(work, takers, apart) || (await queue.settle(scope, work, takers, apart))) return;
    }
    throw new Error(`the work of ${authorId} is taken by others all the time`);
  }

  async function nextFor(scope: CourseScope, unchanged: PeerReview, memberId: string): Promise<NextWork> {
    const [queued, own, changes] = await Promise.all([
      queue.findByAuthor(scope, unchanged.id, memberId),
      reviews.listByReviewer(scope, unchanged.id, memberId),
      activities.findChanges(scope, unchanged.id, [memberId]),
    ]);
    const peerReview = withChangesOf(unchanged, changes, memberId);
    const notOf = own.map(({ authorId }) => authorId);
    const takeable = { reviewerId: memberId, notOf, ...poolsFor(peerReview, queued) };
    const [fewest = null] = await queue.listTakeable(scope, peerReview.id, takeable, 1);
    return decideNext({ peerReview, handedIn: queued !== null, own, fewest }, clock.now());
  }

  /** Tells those who wait that there is work: as many as it takes, who have waited longest first. */
  async function wake(scope: CourseScope, review: PeerReview, places: number): Promise<void> {
    if (places <= 0) return;
    let told = 0;
    for (const memberId of await queue.listWaiting(scope, review.id, WAITING_MAX)) {
      if (told === places) break;
      if ((await nextFor(scope, review, memberId)).state !== 'ready') continue;
      told += 1;
      const event = makeEvent({
        type: 'review.workThere',
        at: clock.now(),
        actor: BY.actor,
        courseId: scope.courseId,
        subject: { kind: 'member', id: memberId },
        requestId: null,
        data: { activityId: review.id, memberId },
      });
      await queue.endWait(scope, review.id, memberId, event);
    }
    if (told > 0) eventsWritten();
  }

  /** Notes whether somebody waits: they have something left to review, and no work lacks reviews. */
  async function noteWaiting(scope: CourseScope, review: PeerReview, memberId: string): Promise<void> {
    const { state } = await nextFor(scope, review, memberId);
    if (state === 'wait' || state === 'offer') await queue.wait(scope, review.id, memberId, clock.now());
    else await queue.endWait(scope, review.id, memberId, null);
  }

  /** What nobody has begun goes back when its time is over; what has begun stays, and its work goes to others too. */
  async function expire(scope: CourseScope, activityId: string, now: Date): Promise<Given[]> {
    const back: Given[] = [];
    for (const review of await reviews.listExpired(scope, activityId, now)) {
      if (review.state === 'begun') await reviews.lapse(scope, review);
      else if (await reviews.removeUnbegun(scope, review.id)) back.push(review);
    }
    return back;
  }

  /** Whose rows say something else now. */
  async function tellBack(scope: CourseScope, activityId: string, back: readonly Given[]): Promise<void> {
    if (back.length === 0) return;
    const memberIds = [...new Set(back.flatMap((one) => [...authorsOf(one), one.reviewerId]))];
    const data = { activityId, reviewIds: back.map(({ id }) => id), memberIds };
    await activities.updateState(scope, activityId, {}, {}, { type: 'allocation.returned', data }, BY);
    eventsWritten();
  }

  /** Works of people who have left go, works that are missing come, and each counts its reviews anew. */
  async function reconcile(scope: CourseScope, review: PeerReview, now: Date): Promise<Given[]> {
    const works = await submissions.listUntil(scope, review.id, now);
    const states = await reviews.listStates(scope, review.id);
    const people = new Set([...works.flatMap(authorsOf), ...states.map(({ reviewerId }) => reviewerId)]);
    const former = new Set(await learnerWorks.findFormerLearners(scope, [...people]));
    const apart = await pools.apart(scope, review.id);
    const back: Given[] = await learnerWorks.dropUnbegun(scope, states, former);
    for (const one of states)
      if (one.state === 'toDo' && isApartFromWork(apart, one.reviewerId, one) && !back.includes(one))
        if (await reviews.removeUnbegun(scope, one.id)) back.push(one);
    const present = works.filter((work) => authorsOf(work).some((id) => !former.has(id)));
    const before = await queue.listAll(scope, review.id);
    const known = new Set(before.map(({ id }) => id));
    for (const work of present) if (!known.has(work.id)) await add(scope, review, work);
    const isPresent = new Set(present.map(({ id }) => id));
    await queue.remove(
      scope,
      before.filter(({ id }) => !isPresent.has(id)).map(({ id }) => id),
    );
    const ofAuthor = groupBy(await reviews.listStates(scope, review.id), ({ authorId }) => authorId);
    for (const work of await queue.listAll(scope, review.id)) {
      const takers = takersOf(ofAuthor.get(work.authorId) ?? [], now);
      if (!isSettled(work, takers, apartFromWork(apart, work)))
        await refresh(scope, review.id, work.authorId);
    }
    return back;
  }

  return {
    refresh,

    /** A work has been handed in: it can be reviewed at once. */
    async workCame(scope: CourseScope, activityId: string, authorId: string): Promise<void> {
      const review = await find(scope, activityId);
      if (!review) return;
      const work = await submissions.findByAuthor(scope, activityId, authorId);
      if (!work || work.testUser) return;
      if (!review.allocation) await begin(scope, review);
      const begun = (await find(scope, activityId)) ?? review;
      await add(scope, begun, work);
      await wake(scope, begun, leastOf(begun));
      for (const memberId of authorsOf(work)) await noteWaiting(scope, begun, memberId);
    },

    /** A review is finished: its work counts it, and its reviewer waits for the next where there is none. */
    async reviewCame(scope: CourseScope, activityId: string, authorId: string, reviewerId: string) {
      const review = await find(scope, activityId);
      if (!review?.allocation) return;
      await refresh(scope, activityId, authorId);
      await noteWaiting(scope, review, reviewerId);
    },

    /**
     * Brings the whole queue up to date. Repeating it changes nothing.
     *
     * @returns when the next kept work goes back; null when none is kept, or it is all over.
     */
    async tend(scope: CourseScope, activityId: string): Promise<Date | null> {
      const found = await find(scope, activityId);
      if (!found || found.state !== 'published') return null;
      const now = clock.now();
      if (!found.allocation) {
        if ((await submissions.listAuthors(scope, activityId, null, 1)).length === 0) return null;
        await begin(scope, found);
      }
      const review = (await find(scope, activityId)) ?? found;
      const back = await expire(scope, activityId, now);
      await tellBack(scope, activityId, [...back, ...(await reconcile(scope, review, now))]);
      const least = leastOf(review);
      const works = await queue.listAll(scope, activityId);
      const places = works.reduce((sum, { taken }) => sum + Math.max(0, least - taken), 0);
      await wake(scope, review, places);
      return reviews.nextExpiry(scope, activityId, now);
    },
  };
}

const takersOf = (found: readonly (Parameters<typeof isLive>[0] & Given)[], now: Date): string[] =>
  found.filter((one) => isLive(one, now)).map(({ reviewerId }) => reviewerId);

const isSettled = (work: QueuedWork, takers: readonly string[], apart: readonly string[]): boolean =>
  work.taken === takers.length && isSame(work.takers, takers) && isSame(work.apart ?? [], apart);

const isSame = (before: readonly string[], now: readonly string[]): boolean =>
  before.length === now.length && before.every((id) => now.includes(id));
