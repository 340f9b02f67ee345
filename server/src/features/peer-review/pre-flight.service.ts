import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import type { PreFlightShares, PreFlightView } from '../../contracts/pre-flight.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import { placeOnRange } from '../gradebook/index.ts';
import { authorSetOf } from './author-groups.domain.ts';
import type { GroupQueries } from './author-groups.service.ts';
import type { AuthorGroup } from './peer-review.domain.ts';
import { isComparing, isRolling } from './phases.domain.ts';
import { inventComparisons } from './pre-flight-comparisons.domain.ts';
import { type DryRun, dryRun } from './pre-flight.domain.ts';
import { inventGrades } from './pre-flight-grades.domain.ts';
import { type InventedGrade, preFlightResult } from './pre-flight-result.domain.ts';
import { preFlightView } from './pre-flight.views.ts';
import { leastOf } from './pull-queue.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { getPeerReview } from './settings.service.ts';
import { combinedWorks } from './weigh-reviews.service.ts';

/** So many learners are tried: more would say nothing else, and take seconds. */
const TRIED_MAX = 1_000;

/** Tries a peer review out on the people of the course; nothing of it is stored. */
export function createPreFlightService(
  activities: ActivityService,
  course: Pick<CourseService, 'listAllLearners'>,
  sections: Pick<SectionQueries, 'placesAt'>,
  groups: Pick<GroupQueries, 'listPeopled'>,
  pools: Pick<ReviewPools, 'setsFor'>,
  exclusions: Pick<ReviewExclusionsService, 'findApart'>,
) {
  /** The groups of a set with those of them who are tried; groups without anybody are none. */
  async function groupsOf(
    scope: CourseScope,
    setId: string | null,
    tried: ReadonlySet<string>,
  ): Promise<AuthorGroup[] | null> {
    if (setId === null) return null;
    const peopled = await groups.listPeopled(scope, setId);
    return peopled
      .map(({ groupId, name, memberIds }) => ({
        id: groupId,
        name,
        memberIds: memberIds.filter((id) => tried.has(id)),
      }))
      .filter(({ memberIds }) => memberIds.length > 0);
  }

  return {
    /**
     * Three reads at once; one more round where people review within sections, or by topic, or groups take part.
     *
     * @throws AppError NOT_FOUND
     */
    async run(
      { scope }: Caller,
      activityId: string,
      shares: PreFlightShares,
      draw: number,
    ): Promise<PreFlightView> {
      const [review, learners, apart] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        course.listAllLearners(scope),
        exclusions.findApart(scope, activityId),
      ]);
      const { settings } = review;
      const { sectionSetId, outsideSetId } = await pools.setsFor(scope, settings);
      const placesOf = (setId: string | null) => setId && sections.placesAt(scope, setId, null);
      const people = learners.slice(0, TRIED_MAX);
      const tried = new Set(people.map(({ id }) => id));
      const reviewerSetId = settings.reviewers.kind === 'groups' ? settings.reviewers.setId : null;
      const authorSetId = authorSetOf(review);
      const [sectionsOf, topicsOf, authorGroups, others] = await Promise.all([
        placesOf(sectionSetId),
        placesOf(outsideSetId),
        groupsOf(scope, authorSetId, tried),
        groupsOf(scope, reviewerSetId === authorSetId ? null : reviewerSetId, tried),
      ]);
      const reviewerGroups = reviewerSetId === authorSetId ? authorGroups : others;
      const seed = `${activityId}/${draw}`;
      const setUp = {
        courseId: scope.courseId,
        activityId,
        authors: authorGroups?.map((group) => ({ id: group.id, group })) ?? people.map(({ id }) => ({ id })),
        together: reviewerGroups,
        perReviewer: settings.reviewsPerLearner,
        isRolling: isRolling(review),
        isComparing: isComparing(review),
        sectionsOf: sectionsOf || null,
        topicsOf: topicsOf || null,
        apart,
      };
      const run = dryRun(setUp, shares, seed);
      const who = { learners: learners.length, people, authorGroups, reviewerGroups };
      const grades = gradesOf(run, settings, shares.careless, seed);
      return preFlightView(preFlightResult(review, leastOf(review), who, run, grades));
    },
  };
}

/** What invented reviews or comparisons would make of the works. */
function gradesOf(
  { reviews, comparisons, idle }: DryRun,
  settings: PeerReviewSettings,
  careless: number,
  seed: string,
): InventedGrade[] {
  const isMade = ({ reviewerId }: { readonly reviewerId: string }): boolean => !idle.has(reviewerId);
  const { comparison } = settings;
  if (comparison) {
    const { results, worth } = inventComparisons(comparisons.filter(isMade), settings, careless, seed);
    const { lowestPercent, highestPercent } = comparison;
    return [...results].map(([authorId, place]) => {
      const { percent } = placeOnRange(place, comparison);
      const due = lowestPercent + (worth.get(authorId) ?? 0) * (highestPercent - lowestPercent);
      return { authorId, percent, off: Math.abs(percent - due) };
    });
  }
  const { weighed, worth } = inventGrades(reviews.filter(isMade), settings, careless, seed);
  return combinedWorks(weighed, settings.workMethod).map(({ authorId, percent }) => ({
    authorId,
    percent,
    off: Math.abs(percent - (worth.get(authorId) ?? percent)),
  }));
}
