import { GetReviewAnalytics } from '../../server/src/contracts/peer-review-analytics.ts';
import { GetStaffOverview, SavePeerReview } from '../../server/src/contracts/peer-review.ts';
import { newId } from '../../server/src/core/ids.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { buildScope, buildSettings, openPeerReviewWorld } from '../factories/peer-review.ts';
import { type Figure, median, quantile } from './figure.ts';

const SIZE = 10_000;
const CALLS = 300;
const REVIEWS_EACH = 3;
const ANALYTICS_CALLS = 9;
/** A page that is opened now and then, and reads every review. */
const ANALYTICS_BUDGET_MS = 1_500;
/** spec/quality.md: any read of the API; what a service does of it cannot be more. */
const P99_BUDGET_MS = 25;
/** The activity with its counts, the course's sections, the rows; who is in which section only where a course has any. */
const TABLE_ROUND_TRIPS = 3;
/** spec/quality.md: any read of the API. */
const ROUND_TRIPS = 4;

/** The first page of the staff table in a course of 10k, half of whom have handed in, and what three reviews of each say. */
export async function benchStaffTable(): Promise<Figure[]> {
  const world = await openPeerReviewWorld();
  const scope = buildScope();
  const instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  const activityId = newId();
  await world.call(instructor, SavePeerReview, {
    params: { activityId },
    body: { settings: buildSettings(), expectedRevision: 0 },
  });
  await world.settle();
  const none = { state: 'none', at: null };
  const ids = Array.from({ length: SIZE }, () => newId());
  await world.connection.collection('progress').insertMany(
    ids.map((memberId, index) => {
      const hasWork = index % 2 === 0;
      return {
        _id: `${activityId}/${memberId}` as never,
        courseId: scope.courseId,
        activityId,
        memberId,
        name: `Learner ${index}`,
        sortName: `learner ${String(index).padStart(5, '0')}`,
        submittedAt: hasWork ? world.clock.now() : null,
        given: { done: 1, of: hasWork ? 3 : 0 },
        received: { done: hasWork ? 2 : 0, of: hasWork ? 3 : 0 },
        spread: hasWork ? 20 : null,
        grade: null,
        sync: none,
        others: [],
        revision: 1,
      };
    }),
  );
  await world.connection.collection('reviews').insertMany(reviewsBy(ids, scope.courseId, activityId));
  const page = await time(CALLS, () =>
    world.call(instructor, GetStaffOverview, { params: { activityId }, query: { limit: '100' } }),
  );
  const said = await time(ANALYTICS_CALLS, () =>
    world.call(instructor, GetReviewAnalytics, { params: { activityId } }),
  );
  await world.close();
  const name = `staff table of ${SIZE}, first page`;
  const figures = `what ${SIZE * REVIEWS_EACH} reviews say`;
  return [
    { name: `${name}, round trips`, value: page.commands, unit: '', budget: TABLE_ROUND_TRIPS },
    { name: `${name}, p99`, value: quantile(page.times, 0.99), unit: 'ms', budget: P99_BUDGET_MS },
    { name: `${figures}, round trips`, value: said.commands, unit: '', budget: ROUND_TRIPS },
    { name: `${figures}, median`, value: median(said.times), unit: 'ms', budget: ANALYTICS_BUDGET_MS },
  ];
}

/** Everybody reviews those who come after. */
const reviewsBy = (ids: readonly string[], courseId: string, activityId: string) =>
  ids.flatMap((reviewerId, index) =>
    Array.from({ length: REVIEWS_EACH }, (_, step) => {
      const authorId = ids[(index + step + 1) % ids.length] ?? reviewerId;
      const points = (index * 7 + step * 3) % 11;
      return {
        _id: `${authorId}-${reviewerId}` as never,
        courseId,
        activityId,
        submissionId: authorId,
        submissionVersion: 1,
        authorId,
        reviewerId,
        extra: false,
        workLabel: 'A',
        reviewerLabel: String(step + 1),
        state: 'submitted',
        version: 1,
        points,
        maximum: 10,
        figures: {
          words: index % 200,
          at: new Date(),
          ratings: [
            { criterionId: 'argument', points: points * 0.6 },
            { criterionId: 'style', points: points * 0.4 },
          ],
        },
        events: [],
      };
    }),
  );

async function time(calls: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  let commands = 0;
  for (let call = 0; call < calls; call += 1) {
    const count = { commands: 0 };
    const began = performance.now();
    await counted(count, work);
    times.push(performance.now() - began);
    commands = Math.max(commands, count.commands);
  }
  return { commands, times };
}
