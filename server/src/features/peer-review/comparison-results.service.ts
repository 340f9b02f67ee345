import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { seededRandom } from '../../core/random.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { placeOnRange } from '../gradebook/index.ts';
import { comparedCriteria } from './comparison.domain.ts';
import {
  comparingReviewersView,
  comparisonResultsView,
  type PlacedWork,
  staffComparisonsView,
} from './comparisons.views.ts';
import { compareBy, compareWorks, numbered } from './compared-results.domain.ts';
import { reviewersOf } from './compared-reviewers.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { getPeerReview } from './settings.service.ts';
import { splitHalfReliability } from './split-half.domain.ts';

export type ComparisonResultsService = ReturnType<typeof createComparisonResultsService>;

/** What staff read of comparisons: each answer in at most four round trips. */
export function createComparisonResultsService(
  { comparisons, submissions }: Pick<PeerReviewStores, 'comparisons' | 'submissions'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  clock: Clock,
) {
  async function compared(caller: Caller, activityId: string) {
    const review = await getPeerReview(activities, caller.scope, activityId);
    const { comparison, criteria } = review.settings;
    if (!comparison) throw new AppError('NOT_FOUND', { kind: 'comparison' });
    return { review, range: comparison, criteria: comparedCriteria(criteria) };
  }

  const namesOf = async ({ scope }: Caller, ids: readonly string[]) =>
    new Map((await course.findMembers(scope, [...new Set(ids)])).map(({ id, name }) => [id, name]));

  return {
    /** The works by their strengths. @param after the author of the last one before the page @throws AppError NOT_FOUND */
    async results(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const { review, range, criteria } = await compared(caller, activityId);
      const [{ judged, of }, handedIn] = await Promise.all([
        comparisons.listJudged(caller.scope, activityId),
        submissions.listAll(caller.scope, activityId),
      ]);
      const results = compareWorks(
        judged,
        criteria.map(({ id }) => id),
      );
      const random = seededRandom(`${activityId}/${judged.length}`);
      const reliability =
        judged.length === 0 ? null : splitHalfReliability(numbered(judged).judgements, random);
      const ranked = rankedWorks(
        handedIn.map(({ authorId }) => authorId),
        results,
        range,
      );
      const from = after === undefined ? 0 : ranked.findIndex(({ memberId }) => memberId === after) + 1;
      const works = ranked.slice(from, from + limit);
      const next = from + limit < ranked.length ? (works.at(-1)?.memberId ?? null) : null;
      const people = await namesOf(
        caller,
        works.map(({ memberId }) => memberId),
      );
      const groups = handedIn.flatMap(({ authorId, group }) =>
        group ? [[authorId, group.name] as const] : [],
      );
      const names = new Map([...people, ...groups]);
      const counts = { made: judged.length, of, reliability };
      const by = new Map(criteria.map(({ id }) => [id, compareBy(judged, id)]));
      const percentBy = (authorId: string, criterionId: string): number | null => {
        const place = by.get(criterionId)?.get(authorId);
        return place ? placeOnRange(place, range).percent : null;
      };
      return comparisonResultsView(review, criteria, counts, { works, next }, percentBy, names);
    },

    /** How far each reviewer agrees with the others. @throws AppError NOT_FOUND */
    async reviewers(caller: Caller, activityId: string) {
      const [{ review, criteria }, { judged }] = await Promise.all([
        compared(caller, activityId),
        comparisons.listJudged(caller.scope, activityId),
      ]);
      const results = compareWorks(
        judged,
        criteria.map(({ id }) => id),
      );
      const found = reviewersOf(judged, results);
      const names = await namesOf(
        caller,
        found.map(({ id }) => id),
      );
      return comparingReviewersView(review, found, names);
    },

    /** Who compared what. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const [{ review, criteria }, found] = await Promise.all([
        compared(caller, activityId),
        comparisons.listPage(caller.scope, activityId, after, limit + 1),
      ]);
      const page = found.slice(0, limit);
      const [versions, names] = await Promise.all([
        comparisons.findVersions(
          caller.scope,
          page.filter(({ version }) => version > 0),
        ),
        namesOf(
          caller,
          page.flatMap(({ reviewerId, authorIds }) => [reviewerId, ...authorIds]),
        ),
      ]);
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      const can = { change: caller.can('peerReview.allocate') && reviewsOpen(review, clock.now()) };
      return staffComparisonsView(review, criteria, { comparisons: page, next }, versions, names, can);
    },
  };
}

/** From the strongest to the weakest; those in no comparison that is made come last. Who are equal share a rank. */
function rankedWorks(
  authorIds: readonly string[],
  results: ReturnType<typeof compareWorks>,
  range: Parameters<typeof placeOnRange>[1],
): PlacedWork[] {
  const sorted = [...authorIds].sort(
    (a, b) =>
      (results.get(b)?.strength ?? -Infinity) - (results.get(a)?.strength ?? -Infinity) || (a < b ? -1 : 1),
  );
  let rank = 0;
  let last: number | null = null;
  return sorted.map((memberId, index): PlacedWork => {
    const result = results.get(memberId) ?? null;
    if (!result) return { memberId, rank: null, result, place: null };
    if (result.strength !== last) rank = index + 1;
    last = result.strength;
    return { memberId, rank, result, place: placeOnRange(result, range) };
  });
}
