import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent, reviewersIn } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, TaskSource } from '../notices/index.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import { authorsOf, type PeerReview, type TaskName } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { changesOf, doneBy, isTakenBack, runOf, text, texts } from './notice-events.service.ts';
import { handInUntil, isComparing, isRolling } from './phases.domain.ts';
import { readRowKey, writeRowKey } from './row-key.domain.ts';
import { createFindAble } from './able-authors.service.ts';
import { createFindRated } from './reviews-rated.service.ts';
import { peerReviewOf } from './settings.service.ts';
import { createHandedInNotices } from './notice-handed-in.service.ts';
import { createRevisionNotices } from './notice-revision.service.ts';
import { createWorkThereNotices } from './notice-work-there.service.ts';
import { withChanges, withChangesOf } from './timeline.domain.ts';

/** Activities of one course that a calendar shows: the newest. */
const DEADLINES_MAX = 500;
const HOUR_MS = 60 * 60_000;

/** What people are told of a peer review, and what they have to do in it until when. */
export function createNoticeSource(
  { submissions, reviews, comparisons, progress, talks }: PeerReviewStores,
  activities: ActivityService,
  authors: Pick<AuthorGroups, 'setOf' | 'listPeopled'>,
  clock: Clock,
): TaskSource {
  const findRated = createFindRated({ reviews, talks });

  async function find(scope: CourseScope, activityId: string): Promise<PeerReview | null> {
    const activity = await activities.find(scope, activityId);
    return activity?.type === 'peerReview' ? peerReviewOf(activity) : null;
  }

  const able = createFindAble(authors);
  const workThere = createWorkThereNotices(find, activities);
  const handedIn = createHandedInNotices(find);
  const revisionOpen = createRevisionNotices(find, { submissions }, activities);

  async function findDone(
    scope: CourseScope,
    activityId: string,
    task: TaskName,
    memberIds: readonly string[],
  ): Promise<string[]> {
    if (task === 'handIn') {
      const works = await submissions.findByAuthors(scope, activityId, memberIds);
      const done = new Set(works.flatMap(authorsOf));
      return memberIds.filter((id) => done.has(id));
    }
    if (task === 'rate') return [...(await findRated(scope, activityId, memberIds))];
    const review = await find(scope, activityId);
    const given =
      review && isComparing(review)
        ? (await comparisons.tally(scope, activityId, memberIds)).given
        : await reviews.tallyGiven(scope, activityId, memberIds);
    if (review && isRolling(review)) {
      const asked = review.settings.reviewsPerLearner;
      const done = new Map(given.map((one) => [one.memberId, one.done]));
      return memberIds.filter((id) => (done.get(id) ?? 0) >= asked);
    }
    const left = new Set(given.filter(({ done, of }) => done < of).map(({ memberId }) => memberId));
    return memberIds.filter((id) => !left.has(id));
  }

  /** Those who have just written, or rated, the last review. */
  async function reviewsDone(
    scope: CourseScope,
    task: 'review' | 'rate',
    events: readonly DomainEvent[],
  ): Promise<NoticeChange[]> {
    const changes = doneBy(events, task, task === 'review' ? reviewersIn : authorsIn);
    const finished = changes.map(async (change) => {
      const { activityId, memberIds } = change;
      return { ...change, memberIds: await findDone(scope, activityId, task, memberIds) };
    });
    return (await Promise.all(finished)).filter(({ memberIds }) => memberIds.length > 0);
  }

  /** Grades that were entered are seen at once; those that were taken back are none any more. */
  async function graded(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> {
    const changes: NoticeChange[] = [];
    for (const entered of groupBy(events, runOf).values()) {
      const [first] = entered;
      if (!first) continue;
      const activityId = text(first.data, 'activityId');
      const activity = await find(scope, activityId);
      if (!activity) continue;
      const memberIds = [...new Set(entered.map(({ data }) => text(data, 'memberId')))];
      const { at } = first;
      if (isTakenBack(first)) {
        changes.push({ type: 'withdraw', activityId, kind: 'graded', memberIds, at });
        continue;
      }
      const { title } = activity.settings;
      const key = `graded/${activityId}/${text(first.data, 'runId')}`;
      changes.push({
        type: 'tell',
        announcement: { key, activityId, title, task: null, at, until: null },
        recipients: memberIds.map((memberId) => ({ memberId, content: { kind: 'graded' } })),
      });
    }
    return changes;
  }

  /**
   * The other side has something to read; what it says is read in the activity alone. To the hour: people who sit side
   * by side would know each other by the minute.
   */
  async function replied(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> {
    const told = events.map(async ({ data, at }): Promise<NoticeChange[]> => {
      const activityId = text(data, 'activityId');
      const review = await find(scope, activityId);
      if (!review) return [];
      const key = `reply/${text(data, 'reviewId')}/${text(data, 'replyId')}`;
      const { title } = review.settings;
      return [
        {
          type: 'tell',
          announcement: { key, activityId, title, task: null, at: startOfHour(at), until: null },
          recipients: repliedTo(data).map((memberId) => ({ memberId, content: { kind: 'reviewReply' } })),
        },
      ];
    });
    return (await Promise.all(told)).flat();
  }

  /** An accommodation holds in every activity. */
  async function ownDatesChanged(
    scope: CourseScope,
    events: readonly DomainEvent[],
  ): Promise<NoticeChange[]> {
    const last = events.at(-1);
    if (!last) return [];
    const newest = await activities.listNewest(scope, DEADLINES_MAX);
    return newest
      .filter(({ type }) => type === 'peerReview')
      .map(({ id: activityId }) => ({ type: 'dates', activityId, at: last.at }));
  }

  /** A late work has come to its reviewers, and its author has works to review. */
  async function addedReviews(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> {
    const changes: NoticeChange[] = [];
    for (const { data, at } of events) {
      const activityId = text(data, 'activityId');
      const review = await find(scope, activityId);
      if (!review) continue;
      const own = await activities.findChanges(scope, activityId, texts(data, 'memberIds'));
      const told = [
        ...texts(data, 'reviewerIds').map((memberId) => ({ memberId, works: 1 })),
        ...lateAuthorsOf(data).map((memberId) => ({ memberId, works: Number(data['worksForLateAuthor']) })),
      ];
      const key = `allocation-added/${text(data, 'submissionId')}`;
      for (const { memberId, works } of told.filter((one) => one.works > 0)) {
        const { title, reviewsCloseAt } = withChangesOf(review, own, memberId).settings;
        const until = new Date(reviewsCloseAt);
        changes.push({
          type: 'tell',
          announcement: { key, activityId, title, task: 'review', at, until },
          recipients: [{ memberId, content: { kind: 'workToReview', works } }],
        });
      }
    }
    return changes;
  }

  return {
    name: 'peerReview',
    findDone,

    async read(scope, events) {
      const of = (type: DomainEvent['type']) => events.filter((event) => event.type === type);
      return [
        ...events.flatMap(changesOf),
        ...(await ownDatesChanged(scope, of('accommodation.changed'))),
        ...(await addedReviews(scope, of('allocation.added'))),
        ...(await workThere(scope, of('review.workThere'))),
        ...(await revisionOpen(scope, of('revision.opened'))),
        ...doneBy(of('submission.handedIn'), 'handIn', authorsIn),
        ...(await handedIn(scope, of('submission.handedIn'))),
        ...(await reviewsDone(scope, 'review', [...of('review.submitted'), ...of('comparison.submitted')])),
        ...(await reviewsDone(scope, 'rate', of('review.rated'))),
        ...(await graded(scope, of('grade.entered'))),
        ...(await replied(scope, of('review.replied'))),
      ];
    },

    async openTasks(scope, activityId) {
      const review = await find(scope, activityId);
      if (!review) return null;
      const { title, submissionsCloseAt, reviewsCloseAt } = review.settings;
      if (review.state !== 'published') return { title, tasks: [] };
      const now = clock.now();
      // Nobody is asked for work in what has not opened to them, or that they can do nothing for.
      const only = await able(scope, review, await activities.listOpenTo(scope, review, now));
      if (!review.allocation) {
        return { title, tasks: [{ task: 'handIn', until: handInUntil(review.settings, now), only }] };
      }
      // Who has more time may still hand in, and everybody where reviews are given out as works come.
      const until = isRolling(review) ? handInUntil(review.settings, now) : new Date(submissionsCloseAt);
      const handIn = { task: 'handIn', until, only } as const;
      const reviewing = { task: 'review', until: new Date(reviewsCloseAt) } as const;
      if (!review.allocation.doneAt) return { title, tasks: [handIn] };
      const { backEvaluation } = review.settings;
      const rates = backEvaluation !== null && review.phase === 'released';
      const rating = rates ? [{ task: 'rate', until: new Date(backEvaluation.closesAt) } as const] : [];
      return { title, tasks: [handIn, reviewing, ...rating] };
    },

    async listOwnDates(scope, activityId, task) {
      const [review, memberIds] = await Promise.all([
        find(scope, activityId),
        activities.listChanged(scope, activityId),
      ]);
      if (!review || memberIds.length === 0) return new Map();
      const changes = await activities.findChanges(scope, activityId, memberIds);
      const now = clock.now();
      const dateIn = ({ settings }: PeerReview): Date => {
        if (task === 'handIn') return handInUntil(settings, now);
        const { backEvaluation, reviewsCloseAt } = settings;
        return new Date(task === 'rate' && backEvaluation ? backEvaluation.closesAt : reviewsCloseAt);
      };
      const normal = dateIn(review).getTime();
      const own = memberIds.map((id) => [id, dateIn(withChangesOf(review, changes, id))] as const);
      return new Map(own.filter(([, at]) => at.getTime() !== normal));
    },

    async listLacking(scope, activityId, task: TaskName, after, limit, among) {
      const key = after === null ? null : readRowKey(after);
      const rows = await progress.listLacking(scope, activityId, task, key, limit + 1, among);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const ids = page.map(({ memberId }) => memberId);
      const rated = task === 'rate' ? await findRated(scope, activityId, ids) : new Set();
      return {
        members: page
          .filter(({ memberId }) => !rated.has(memberId))
          .map(({ memberId, name, given }) => ({
            memberId,
            name,
            open: task === 'review' ? given.of - given.done : 1,
          })),
        next: rows.length > limit && last ? writeRowKey(last) : null,
      };
    },

    countLacking: (scope, activityId, task: TaskName, among) =>
      progress.countLacking(scope, activityId, task, among),

    async listDeadlines(scope, memberId) {
      const newest = await activities.listFor(scope, memberId, DEADLINES_MAX);
      return newest
        .filter(({ activity }) => activity.type === 'peerReview' && activity.state === 'published')
        .flatMap(({ activity, changes }) => {
          const { id: activityId, title, revision, changedAt } = activity;
          const own = withChanges(peerReviewOf(activity), changes);
          const {
            late,
            submissionsCloseAt,
            reviewsCloseAt,
            selfAssessment,
            revision: round,
            backEvaluation,
          } = own.settings;
          const dates = [
            ['handIn', late?.dueAt ?? submissionsCloseAt],
            ...(late ? [['handInLate', submissionsCloseAt] as const] : []),
            ['review', reviewsCloseAt],
            ...(selfAssessment ? [['assessSelf', selfAssessment.closesAt] as const] : []),
            ...(round ? [['revise', round.closesAt] as const] : []),
            ...(backEvaluation ? [['rate', backEvaluation.closesAt] as const] : []),
          ] as const;
          const shared = { activityId, title, revision, changedAt };
          return dates.map(([what, at]) => ({ ...shared, what, at: new Date(at) }));
        });
    },
  };
}

/** Whom a reply is for; where it is written as one id, it is older than works of groups. */
const repliedTo = (data: DomainEvent['data']): string[] =>
  typeof data['to'] === 'string' ? [data['to']] : texts(data, 'to');

/** Who has works to review since a late work came: everybody who shares it. */
function lateAuthorsOf(data: DomainEvent['data']): string[] {
  const all = texts(data, 'lateAuthorIds');
  return all.length > 0 ? all : [text(data, 'lateAuthorId')];
}

const startOfHour = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
