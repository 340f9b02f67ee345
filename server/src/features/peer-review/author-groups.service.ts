import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import {
  authorSetOf,
  type AuthorState,
  authorStateOf,
  groupAtHandIn,
  type PresentGroup,
  reviewSetIn,
  withLatestOf,
} from './author-groups.domain.ts';
import { type AuthorGroup, authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import type { SubmissionStore } from './submissions.store.ts';
import { getOwnPeerReview, peerReviewOf } from './settings.service.ts';

/** What groups hand in asks of the groups of a course. */
export interface GroupQueries {
  ownGroups(
    scope: CourseScope,
    memberId: string,
    setIds: readonly string[],
  ): Promise<readonly (PresentGroup & { readonly setId: string })[]>;
  /** The groups of a set that a member is in right now. */
  currentIn(scope: CourseScope, setId: string, memberId: string): Promise<readonly string[]>;
  /** Every group of a set that a member is in or was in. */
  everOf(scope: CourseScope, setId: string, memberId: string): Promise<readonly string[]>;
  /** The groups of a set with who is in them right now. */
  listPeopled(scope: CourseScope, setId: string): Promise<readonly PresentGroup[]>;
  findSets(scope: CourseScope, setIds: readonly string[]): Promise<readonly { readonly id: string }[]>;
}

/** A member as an author. */
export interface AuthorStanding {
  readonly state: AuthorState;
  /** With the member's own dates; what is handed in is due when it is for whoever of the group has most time. */
  readonly review: PeerReview;
  /** What the member, or the member's present group, has handed in. */
  readonly submission: Submission | null;
  /** The same where the member has a part in it. */
  readonly shared: Submission | null;
  /** The present group, where groups hand in. */
  readonly group: PresentGroup | null;
  /** Whose draft the member writes: the own id or the group's; null: none. */
  readonly draftOf: string | null;
}

export type AuthorGroups = ReturnType<typeof createAuthorGroups>;

/** Whose work it is that a member writes: the own, or the group's. */
export function createAuthorGroups(
  submissions: Pick<SubmissionStore, 'findByAuthor' | 'findByAuthors' | 'findByGroup'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  groups: GroupQueries,
) {
  /** The group set that hands in; invented learners of a rehearsal are in no groups, so each of them hands in alone. */
  const setOf = (scope: CourseScope, review: Pick<PeerReview, 'settings'>): string | null =>
    isRehearsal(scope) ? null : authorSetOf(review);

  /** The group set whose groups review together; null: each learner reviews alone, as everybody does in a rehearsal. */
  const reviewSetOf = (scope: CourseScope, review: Pick<PeerReview, 'settings'>): string | null =>
    isRehearsal(scope) ? null : reviewSetIn(review);

  /** The dates of a work that some members share. */
  async function withDatesOf(
    scope: CourseScope,
    own: PeerReview,
    memberIds: readonly string[],
  ): Promise<PeerReview> {
    const [activity, changes] = await Promise.all([
      activities.get(scope, own.id),
      activities.findChanges(scope, own.id, memberIds),
    ]);
    return withLatestOf(peerReviewOf(activity), changes, own, memberIds);
  }

  /**
   * @param own with the member's own dates @param shared the member's work
   * @param dates false: the dates of the others in the group are not asked for
   */
  async function standingIn(
    scope: CourseScope,
    own: PeerReview,
    shared: Submission | null,
    memberId: string,
    dates = true,
  ): Promise<AuthorStanding> {
    const setId = setOf(scope, own);
    if (setId === null) {
      const alone = { state: 'alone', group: null, draftOf: memberId } as const;
      return { ...alone, review: own, submission: shared, shared };
    }
    const [group = null] = await groups.ownGroups(scope, memberId, [setId]);
    const ofGroup = group && !shared ? await submissions.findByGroup(scope, own.id, group.groupId) : null;
    const state = authorStateOf(shared, group, ofGroup);
    const submission = shared ?? ofGroup;
    const people = [...(group?.memberIds ?? []), ...(shared ? authorsOf(shared) : [])];
    const review = dates && people.length > 0 ? await withDatesOf(scope, own, [...new Set(people)]) : own;
    const draftOf = state === 'inGroup' || state === 'cameLater' ? (group?.groupId ?? null) : null;
    return { state, review, submission, shared, group, draftOf };
  }

  return {
    setOf,
    standingIn,
    withDatesOf,

    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async standingOf(
      scope: CourseScope,
      activityId: string,
      memberId: string,
      dates = true,
    ): Promise<AuthorStanding> {
      const [own, shared] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, memberId),
        submissions.findByAuthor(scope, activityId, memberId),
      ]);
      return standingIn(scope, own, shared, memberId, dates);
    },

    /** Who shares what a group hands in right now: the learners who are in it. */
    async groupFor(
      scope: CourseScope,
      activityId: string,
      group: PresentGroup,
      before: Submission | null,
    ): Promise<AuthorGroup> {
      const [people, works] = await Promise.all([
        course.findMembers(scope, group.memberIds),
        submissions.findByAuthors(scope, activityId, group.memberIds),
      ]);
      const learners = people.filter((one) => countsAsLearner(one)).map(({ id }) => id);
      const others = works.filter(({ id }) => id !== before?.id);
      return groupAtHandIn({ ...group, memberIds: learners }, before?.group ?? null, others);
    },

    /** By group of the set that hands in: who is in it right now; empty where each learner hands in. */
    async listPeopled(
      scope: CourseScope,
      review: Pick<PeerReview, 'settings'>,
    ): Promise<readonly PresentGroup[]> {
      const setId = setOf(scope, review);
      return setId === null ? [] : groups.listPeopled(scope, setId);
    },

    /** Who is in a group of those that review; null: each learner reviews alone. */
    async listReviewing(scope: CourseScope, review: Pick<PeerReview, 'settings'>): Promise<string[] | null> {
      const setId = reviewSetOf(scope, review);
      if (setId === null) return null;
      return (await groups.listPeopled(scope, setId)).flatMap(({ memberIds }) => memberIds);
    },

    /** Whether groups review, and a member is in none of them. */
    async isOutsideReviewing(
      scope: CourseScope,
      { review, group }: Pick<AuthorStanding, 'review' | 'group'>,
      memberId: string,
    ): Promise<boolean> {
      const setId = reviewSetOf(scope, review);
      if (setId === null) return false;
      // The groups that hand in are known.
      if (setId === setOf(scope, review)) return group === null;
      return (await groups.currentIn(scope, setId, memberId)).length === 0;
    },

    /** Whose drafts somebody may have written in. */
    async draftsOf(
      scope: CourseScope,
      review: Pick<PeerReview, 'settings'>,
      memberId: string,
    ): Promise<readonly string[]> {
      const setId = setOf(scope, review);
      return setId === null ? [memberId] : groups.everOf(scope, setId, memberId);
    },

    /** Whether the course has a group set. */
    hasSet: async (scope: CourseScope, setId: string): Promise<boolean> =>
      (await groups.findSets(scope, [setId])).length > 0,
  };
}
