import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import type { SectionQueries } from '../course/index.ts';
import { authorSetOf } from './author-groups.domain.ts';
import type { GroupQueries } from './author-groups.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { worksToCompare } from './draw-comparisons.domain.ts';
import { authorsOf, type AuthorGroup, type PeerReview, type Submission } from './peer-review.domain.ts';
import { allocationPreview } from './review-pools.views.ts';
import { type Apart, isApart } from './review-exclusions.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import {
  everywhere,
  type Nearness,
  nearnessOutside,
  nearnessWithin,
  placeOf,
} from './review-nearness.domain.ts';
import { outsideTopic, poolsBySection, type Topics, withinSection } from './review-pools.domain.ts';
import { getPeerReview } from './settings.service.ts';

type Allocation = NonNullable<PeerReview['allocation']>;

export type ReviewPools = ReturnType<typeof createReviewPools>;

/** Who reviews whom within sections, where the activity is set up so (activity.md item 3). */
export function createReviewPools(
  activities: ActivityService,
  learnerWorks: Pick<LearnerWorks, 'listWorks'>,
  sections: Pick<SectionQueries, 'setOf' | 'placesAt' | 'listSections'>,
  exclusions: Pick<ReviewExclusionsService, 'findApart' | 'findApartAt'>,
  groups: Pick<GroupQueries, 'listPeopled'>,
) {
  const setFor = async (
    scope: CourseScope,
    { reviewsWithin, topicSetId }: Pick<PeerReviewSettings, 'reviewsWithin' | 'topicSetId'>,
  ): Promise<string | null> => {
    if (reviewsWithin === 'section') return sections.setOf(scope);
    return reviewsWithin === 'sameTopic' ? topicSetId : null;
  };

  /** Who can hand in a work each, where people have places: every one of them alone, or the groups that they are in. */
  async function authorsIn(
    scope: CourseScope,
    settings: Pick<PeerReviewSettings, 'authors'>,
    places: Topics,
  ): Promise<(readonly string[])[]> {
    const setId = authorSetOf({ settings });
    // Invented learners of a rehearsal hand in alone.
    if (setId === null || isRehearsal(scope)) return [...places.keys()].map((id) => [id]);
    const peopled = await groups.listPeopled(scope, setId);
    return peopled.map(({ memberIds }) => memberIds).filter((ids) => ids.some((id) => places.has(id)));
  }

  return {
    /** The sets whose groups review within themselves, or outside of themselves; null: across the course. */
    async setsFor(
      scope: CourseScope,
      settings: Pick<PeerReviewSettings, 'reviewsWithin' | 'topicSetId'>,
    ): Promise<{ readonly sectionSetId: string | null; readonly outsideSetId: string | null }> {
      return {
        sectionSetId: await setFor(scope, settings),
        outsideSetId: settings.reviewsWithin === 'otherTopic' ? settings.topicSetId : null,
      };
    },

    /** The groups that do not review within themselves, as they were when an allocation was asked for; null: none. */
    topicsAt: (scope: CourseScope, { outsideSetId, requestedAt }: Allocation): Promise<Topics> | null =>
      outsideSetId ? sections.placesAt(scope, outsideSetId, requestedAt) : null,

    /** The works in the pools of an allocation, by the sections as they were when it was asked for. */
    async poolsOf(
      scope: CourseScope,
      { sectionSetId, requestedAt }: Allocation,
      works: readonly Submission[],
      perReviewer: number,
    ): Promise<readonly (readonly Submission[])[]> {
      if (!sectionSetId) return [works];
      const places = await sections.placesAt(scope, sectionSetId, requestedAt);
      const authors = works
        .filter(({ testUser }) => !testUser)
        .map((work) => ({ id: work.authorId, person: work }));
      return poolsBySection(authors, places, perReviewer).pools.map(({ people }) => people);
    },

    /** Who was not to review whom when an allocation was asked for. */
    apartAt: (scope: CourseScope, { requestedAt }: Allocation): Promise<Apart> =>
      exclusions.findApartAt(scope, requestedAt),

    /** Who is not to review whom in an activity now. */
    apart: exclusions.findApart,

    /** Of some works those that a late one can be reviewed by and for, by sections and exclusions as they are now. */
    async near(
      scope: CourseScope,
      activityId: string,
      { sectionSetId, outsideSetId }: Allocation,
      perReviewer: number,
    ): Promise<(work: Submission, others: readonly Submission[]) => readonly Submission[]> {
      const [apart, places, topics] = await Promise.all([
        exclusions.findApart(scope, activityId),
        sectionSetId ? sections.placesAt(scope, sectionSetId, null) : null,
        outsideSetId ? sections.placesAt(scope, outsideSetId, null) : null,
      ]);
      return (work, others) => {
        // Of groups each member may review what another one may not: `nearness` says which.
        if (work.group) return others;
        const allowed = others.filter((other) => !isApart(apart, work.authorId, other.authorId));
        if (topics) return outsideTopic(allowed, topics, work.authorId, perReviewer);
        return places ? withinSection(allowed, places, work.authorId, perReviewer) : allowed;
      };
    },

    /**
     * Which works lie near to whom, where groups hand in or review.
     *
     * @param at when sections and topics are asked for; null: now
     * @param partOf who of those who share a work is there @param together groups that review, where they do
     */
    async nearness(
      scope: CourseScope,
      { sectionSetId, outsideSetId }: Allocation,
      at: Date | null,
      works: readonly Submission[],
      partOf: (work: Pick<Submission, 'authorId' | 'group'>) => readonly string[],
      perReviewer: number,
      together: readonly AuthorGroup[] | null = null,
    ): Promise<Nearness> {
      const setId = sectionSetId ?? outsideSetId;
      if (!setId) return everywhere(works, partOf, perReviewer);
      const places = await sections.placesAt(scope, setId, at);
      return outsideSetId
        ? nearnessOutside(works, places, partOf, perReviewer)
        : nearnessWithin(works, places, partOf, perReviewer, together);
    },

    /**
     * The pool of a work that has just come: the section or topic that most of its authors are in, where as many other
     * works as each is to review can come from it, or from outside of it where works of other topics are reviewed; empty
     * across the course.
     */
    async pullPool(
      scope: CourseScope,
      { allocation, settings }: Pick<PeerReview, 'allocation' | 'settings'>,
      work: Pick<Submission, 'authorId' | 'group'>,
    ): Promise<string> {
      const setId = allocation?.sectionSetId ?? allocation?.outsideSetId;
      if (!setId) return '';
      const places = await sections.placesAt(scope, setId, null);
      const group = placeOf(authorsOf(work), places);
      if (group === null) return '';
      const homes = (await authorsIn(scope, settings, places)).map((people) => placeOf(people, places));
      const inside = homes.filter((home) => home === group).length;
      const others = allocation?.outsideSetId ? homes.length - inside : inside - 1;
      return others >= settings.reviewsPerLearner ? group : '';
    },

    /** Who would review whom if reviews began now. @throws AppError NOT_FOUND */
    async preview(scope: CourseScope, activityId: string) {
      const { settings } = await getPeerReview(activities, scope, activityId);
      const isSections = settings.reviewsWithin === 'section';
      const setId = isSections ? await setFor(scope, settings) : null;
      if (setId === null) return allocationPreview(isSections ? 'section' : 'course', null, []);
      const [works, places, named] = await Promise.all([
        learnerWorks.listWorks(scope, activityId),
        sections.placesAt(scope, setId, null),
        sections.listSections(scope, setId),
      ]);
      const homes = new Map(
        works.flatMap(({ id, authorIds }) => {
          const home = placeOf(authorIds, places);
          return home === null ? [] : [[id, [home]] as const];
        }),
      );
      const among = works.map(({ id }) => ({ id, person: id }));
      const { reviewsPerLearner: each, comparison } = settings;
      const pools = poolsBySection(among, homes, comparison ? worksToCompare(each) : each);
      return allocationPreview('section', pools, named);
    },
  };
}
