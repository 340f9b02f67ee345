import type { Clock } from '../../core/clock.ts';
import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { countsAsLearner, type CourseService, type SectionQueries } from '../course/index.ts';
import { mustNotTogether } from './allocate-groups.domain.ts';
import { allocateTogetherLate, groupsThatReview } from './allocate-together.domain.ts';
import type { GroupQueries } from './author-groups.service.ts';
import { noteAdded } from './note-added.service.ts';
import {
  type AuthorGroup,
  authorsOf,
  type PeerReview,
  type ProgressRow,
  type Review,
  type Submission,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import type { Apart } from './review-exclusions.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.review-together' }, requestId: null };

type Given = Awaited<ReturnType<PeerReviewStores['reviews']['listStates']>>[number];

export type ReviewTogether = ReturnType<typeof createReviewTogether>;

/** Groups whose members write each review together (peer-review.md items 2 and 4). */
export function createReviewTogether(
  { reviews }: Pick<PeerReviewStores, 'reviews'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  places: Pick<SectionQueries, 'placesAt'>,
  groups: Pick<GroupQueries, 'listPeopled'>,
  exclusions: Pick<ReviewExclusionsService, 'findApart'>,
  pools: Pick<ReviewPools, 'nearness'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** The group set that reviews; invented learners of a rehearsal are in no groups, so each of them reviews alone. */
  const setOf = (scope: CourseScope, { settings: { reviewers } }: Pick<PeerReview, 'settings'>) =>
    isRehearsal(scope) || reviewers.kind === 'learners' ? null : reviewers.setId;

  /** Who reviews together, as it was at a moment, or is now (null); null: each learner reviews alone. @param authorIds who has handed in */
  async function groupsAt(
    scope: CourseScope,
    review: Pick<PeerReview, 'settings'>,
    authorIds: readonly string[],
    at: Date | null,
  ): Promise<AuthorGroup[] | null> {
    const setId = setOf(scope, review);
    if (setId === null) return null;
    const [placed, peopled] = await Promise.all([
      places.placesAt(scope, setId, at),
      groups.listPeopled(scope, setId),
    ]);
    const people = await course.findMembers(scope, [...placed.keys()]);
    const learners = new Set(people.filter(countsAsLearner).map(({ id }) => id));
    return groupsThatReview(
      new Map([...placed].filter(([id]) => learners.has(id))),
      new Map(peopled.map(({ groupId, name }) => [groupId, name])),
      authorIds,
    );
  }

  /** Whose rows say something else now. */
  async function tell(
    scope: CourseScope,
    activityId: string,
    reviewIds: readonly string[],
    people: readonly string[],
  ) {
    if (reviewIds.length === 0) return;
    const data = { activityId, reviewIds, memberIds: [...new Set(people)] };
    await activities.updateState(scope, activityId, {}, {}, { type: 'allocation.returned', data }, BY);
    eventsWritten();
  }

  /** What is not submitted is of who is in the group now; what nobody has begun goes where nobody is left, or may. */
  async function follow(
    scope: CourseScope,
    activityId: string,
    given: readonly Given[],
    present: readonly AuthorGroup[],
    apart: Apart,
  ): Promise<Given[]> {
    const groupOf = new Map(present.map((group) => [group.id, group]));
    const kept: Given[] = [];
    const [changed, people]: [string[], string[]] = [[], []];
    for (const one of given) {
      const group = groupOf.get(one.reviewerId);
      const mayNot = !group || mustNotTogether(apart, group, one);
      const before = one.reviewers?.memberIds ?? [];
      if (one.state === 'toDo' && mayNot && (await reviews.removeUnbegun(scope, one.id))) {
        changed.push(one.id);
        people.push(...authorsOf(one), ...before);
        continue;
      }
      kept.push(one);
      if (!group || one.state === 'submitted' || isSame(before, group.memberIds)) continue;
      if (!(await reviews.setReviewers(scope, one.id, group))) continue;
      changed.push(one.id);
      people.push(...before, ...group.memberIds);
    }
    await tell(scope, activityId, changed, people);
    return kept;
  }

  async function give(scope: CourseScope, activityId: string, made: readonly Review[]): Promise<void> {
    await reviews.insertMissing(made);
    for (const one of made) {
      const reviewerIds = one.reviewers?.memberIds ?? [];
      const { submissionId } = one;
      const memberIds = [...authorsOf(one), ...reviewerIds];
      await noteAdded(activities, scope, { activityId, submissionId, reviewerIds, memberIds }, BY);
    }
    if (made.length > 0) eventsWritten();
  }

  return {
    groupsAt,

    /** Who reviews together of the learners of an activity right now: two reads; null: each reviews alone. */
    async groupsAmong(
      scope: CourseScope,
      review: Pick<PeerReview, 'settings'>,
      people: readonly Pick<ProgressRow, 'memberId' | 'submittedAt'>[],
    ): Promise<AuthorGroup[] | null> {
      const setId = setOf(scope, review);
      if (setId === null) return null;
      const learners = new Set(people.map(({ memberId }) => memberId));
      const handedIn = new Set(people.flatMap((one) => (one.submittedAt ? [one.memberId] : [])));
      return (await groups.listPeopled(scope, setId))
        .map(({ groupId, name, memberIds }) => ({
          id: groupId,
          name,
          memberIds: memberIds.filter((id) => learners.has(id)),
        }))
        .filter(({ memberIds }) => memberIds.some((id) => handedIn.has(id)));
    },

    /**
     * Brings what groups review up to date: late works, groups that have changed, who must not review whom. Repeating it
     * adds nothing.
     *
     * @param works of learners who are in the course @returns false where each learner reviews alone
     */
    async tend(
      scope: CourseScope,
      review: PeerReview,
      allocation: NonNullable<PeerReview['allocation']>,
      works: readonly Submission[],
    ): Promise<boolean> {
      const present = await groupsAt(scope, review, works.flatMap(authorsOf), null);
      if (!present) return false;
      const members = present.flatMap(({ memberIds }) => memberIds);
      const { reviewsPerLearner } = review.settings;
      const [{ choose }, states, labels, apart, changes] = await Promise.all([
        pools.nearness(scope, allocation, null, works, authorsOf, reviewsPerLearner, present),
        reviews.listStates(scope, review.id),
        reviews.listLabels(scope, review.id),
        exclusions.findApart(scope, review.id),
        activities.findChanges(scope, review.id, members),
      ]);
      const given = await follow(scope, review.id, states, present, apart);
      const now = clock.now();
      const mayReview = ({ memberIds }: AuthorGroup): boolean =>
        memberIds.some((id) => reviewsOpen(withChangesOf(review, changes, id), now));
      const made = allocateTogetherLate(
        { works, groups: present, given, ...labels, apart, choose, mayReview },
        reviewsPerLearner,
        allocation.seed,
      );
      await give(scope, review.id, made);
      return true;
    },
  };
}

const isSame = (before: readonly string[], now: readonly string[]): boolean =>
  before.length === now.length && before.every((id) => now.includes(id));
