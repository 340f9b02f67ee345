import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import type { PeerReview, TaskName } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { handInUntil } from './phases.domain.ts';
import { readRowKey, writeRowKey } from './row-key.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChanges, withChangesOf } from './timeline.domain.ts';

/** Activities of one course that a calendar shows: the newest. */
const DEADLINES_MAX = 500;

/** What people are told of a peer review, and what they have to do in it until when. */
export function createNoticeSource(
  { submissions, reviews, progress }: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
): NoticeSource {
  async function find(scope: CourseScope, activityId: string): Promise<PeerReview | null> {
    const activity = await activities.find(scope, activityId);
    return activity?.type === 'peerReview' ? peerReviewOf(activity) : null;
  }

  async function findDone(
    scope: CourseScope,
    activityId: string,
    task: TaskName,
    memberIds: readonly string[],
  ): Promise<string[]> {
    if (task === 'handIn') {
      const works = await submissions.findByAuthors(scope, activityId, memberIds);
      return works.map(({ authorId }) => authorId);
    }
    const given = await reviews.tallyGiven(scope, activityId, memberIds);
    const left = new Set(given.filter(({ done, of }) => done < of).map(({ memberId }) => memberId));
    return memberIds.filter((id) => !left.has(id));
  }

  /** The reviewers who have just finished their last review. */
  async function reviewsDone(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> {
    const submitted = doneBy(events, 'review', 'reviewerId');
    const finished = submitted.map(async (change) => {
      const { activityId, task, memberIds } = change;
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
        { memberId: text(data, 'lateAuthorId'), works: Number(data['worksForLateAuthor']) },
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
        ...doneBy(of('submission.handedIn'), 'handIn', 'authorId'),
        ...(await reviewsDone(scope, of('review.submitted'))),
        ...(await graded(scope, of('grade.entered'))),
      ];
    },

    async openTasks(scope, activityId) {
      const review = await find(scope, activityId);
      if (!review) return null;
      const { title, submissionsCloseAt, reviewsCloseAt } = review.settings;
      if (review.state !== 'published') return { title, tasks: [] };
      if (!review.allocation) {
        return { title, tasks: [{ task: 'handIn', until: handInUntil(review.settings, clock.now()) }] };
      }
      // Who has more time may still hand in.
      const handIn = { task: 'handIn', until: new Date(submissionsCloseAt) } as const;
      const reviewing = { task: 'review', until: new Date(reviewsCloseAt) } as const;
      return { title, tasks: review.allocation.doneAt ? [handIn, reviewing] : [handIn] };
    },

    async listOwnDates(scope, activityId, task) {
      const [review, memberIds] = await Promise.all([
        find(scope, activityId),
        activities.listChanged(scope, activityId),
      ]);
      if (!review || memberIds.length === 0) return new Map();
      const changes = await activities.findChanges(scope, activityId, memberIds);
      const now = clock.now();
      const dateIn = ({ settings }: PeerReview): Date =>
        task === 'review' ? new Date(settings.reviewsCloseAt) : handInUntil(settings, now);
      const normal = dateIn(review).getTime();
      const own = memberIds.map((id) => [id, dateIn(withChangesOf(review, changes, id))] as const);
      return new Map(own.filter(([, at]) => at.getTime() !== normal));
    },

    async listLacking(scope, activityId, task, after, limit) {
      const key = after === null ? null : readRowKey(after);
      const rows = await progress.listLacking(scope, activityId, task, key, limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        members: page.map(({ memberId, name, given }) => ({
          memberId,
          name,
          open: task === 'handIn' ? 1 : given.of - given.done,
        })),
        next: rows.length > limit && last ? writeRowKey(last) : null,
      };
    },

    countLacking: progress.countLacking,

    async listDeadlines(scope, memberId) {
      const newest = await activities.listFor(scope, memberId, DEADLINES_MAX);
      return newest
        .filter(({ activity }) => activity.type === 'peerReview' && activity.state === 'published')
        .flatMap(({ activity, changes }) => {
          const { id: activityId, title, revision, changedAt } = activity;
          const own = withChanges(peerReviewOf(activity), changes);
          const { late, submissionsCloseAt, reviewsCloseAt } = own.settings;
          const dates = [
            ['handIn', late?.dueAt ?? submissionsCloseAt],
            ...(late ? [['handInLate', submissionsCloseAt] as const] : []),
            ['review', reviewsCloseAt],
          ] as const;
          const shared = { activityId, title, revision, changedAt };
          return dates.map(([what, at]) => ({ ...shared, what, at: new Date(at) }));
        });
    },
  };
}

/** What single events mean by themselves. */
function changesOf({ type, subject, data, at }: DomainEvent): NoticeChange[] {
  const activityId = subject.id;
  switch (type) {
    case 'activity.created':
    case 'activity.changed':
    case 'activity.published':
    case 'activity.reopened':
      return [{ type: 'dates', activityId, at }];
    case 'activity.closed':
      return (['handIn', 'review'] as const).map((task) => ({ type: 'over', activityId, task, at }));
    case 'extension.changed':
      return [{ type: 'dates', activityId: text(data, 'activityId'), at }];
    case 'allocation.requested':
      return [{ type: 'over', activityId, task: 'handIn', at }];
    case 'allocation.done': {
      const key = `allocation/${text(data, 'runId')}`;
      return [
        { type: 'tellAll', key, activityId, task: 'review', kind: 'workToReview', at },
        { type: 'dates', activityId, at },
      ];
    }
    default:
      return [];
  }
}

/** Members whom events name as having done something of a task, by activity. */
function doneBy(
  events: readonly DomainEvent[],
  task: TaskName,
  memberKey: 'authorId' | 'reviewerId',
): Extract<NoticeChange, { type: 'done' }>[] {
  const groups = groupBy(events, ({ data }) => text(data, 'activityId'));
  return [...groups].map(([activityId, done]) => ({
    type: 'done',
    activityId,
    task,
    memberIds: [...new Set(done.map(({ data }) => text(data, memberKey)))],
    at: done.map((event) => event.at).reduce((a, b) => (a > b ? a : b)),
  }));
}

const isTakenBack = ({ data }: DomainEvent): boolean => data['value'] === null;

/** Grades of one run that mean the same. */
const runOf = (event: DomainEvent): string =>
  JSON.stringify([event.data['activityId'], event.data['runId'], isTakenBack(event)]);

const text = (data: Readonly<Record<string, unknown>>, key: string): string => {
  const value = data[key];
  return typeof value === 'string' ? value : '';
};

const texts = (data: Readonly<Record<string, unknown>>, key: string): string[] => {
  const value = data[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
