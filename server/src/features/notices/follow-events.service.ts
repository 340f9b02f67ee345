import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { CourseService } from '../course/index.ts';
import type { AnnounceService } from './announce.service.ts';
import {
  dueNoticeAt,
  hasTasks,
  type NoticeChange,
  type NoticeSource,
  type OpenTask,
  taskKeyOf,
  type TaskSource,
} from './notices.domain.ts';
import type { TellLackingService } from './tell-lacking.service.ts';

/** Work that events ask for and that is too much to be done while they are copied. */
export type NoticeJob =
  | {
      readonly type: 'tellAll';
      readonly source: string;
      readonly courseId: string;
      readonly announcement: Extract<NoticeChange, { type: 'tellAll' }>;
    }
  /** A date comes near. */
  | {
      readonly type: 'due';
      readonly source: string;
      readonly courseId: string;
      readonly activityId: string;
      readonly task: Extract<NoticeChange, { type: 'done' }>['task'];
      readonly until: Date;
      readonly at: Date;
    };

export interface FollowPorts {
  readonly sources: readonly NoticeSource[];
  readonly course: Pick<CourseService, 'findScope'>;
  readonly announce: AnnounceService;
  readonly lacking: TellLackingService;
}

export type FollowEventsService = ReturnType<typeof createFollowEventsService>;

/** Turns events into notices, by what the activity types say of them. */
export function createFollowEventsService({ sources, course, announce, lacking }: FollowPorts) {
  /** New dates: what asks for a task says the new one, and those who still lack it are told in time. */
  async function followDates(
    scope: CourseScope,
    source: NoticeSource,
    activityId: string,
    at: Date,
  ): Promise<NoticeJob[]> {
    if (!hasTasks(source)) return [];
    const activity = await source.openTasks(scope, activityId);
    const jobs: NoticeJob[] = [];
    const { courseId } = scope;
    const plan = (task: OpenTask['task'], until: Date | null, opensAt?: Date): void => {
      const dueAt = until && dueNoticeAt(until, at, opensAt);
      if (until && dueAt)
        jobs.push({ type: 'due', source: source.name, courseId, activityId, task, until, at: dueAt });
    };
    for (const { task, until: normal, opensAt } of activity?.tasks ?? []) {
      const key = taskKeyOf(activityId, task);
      await announce.moveUntil(scope, key, normal, null);
      const dates = await source.listOwnDates(scope, activityId, task);
      const own = groupBy(dates.keys(), (memberId) => dates.get(memberId)?.getTime() ?? 0);
      for (const [time, memberIds] of own) await announce.moveUntil(scope, key, new Date(time), memberIds);
      plan(task, normal, opensAt);
      for (const time of own.keys()) plan(task, new Date(time), opensAt);
    }
    for (const { task, until, opensAt } of activity?.later ?? []) plan(task, until, opensAt);
    return jobs;
  }

  async function apply(scope: CourseScope, source: NoticeSource, change: NoticeChange): Promise<NoticeJob[]> {
    switch (change.type) {
      case 'tell':
        await announce.tell(scope, change.announcement, change.recipients);
        return [];
      case 'tellAll':
        return [{ type: 'tellAll', source: source.name, courseId: scope.courseId, announcement: change }];
      case 'done':
        await announce.settle(scope, taskKeyOf(change.activityId, change.task), change.memberIds, change.at);
        return [];
      case 'over':
        await announce.settle(scope, taskKeyOf(change.activityId, change.task), null, change.at);
        return [];
      case 'withdraw':
        await announce.withdraw(scope, change.activityId, change.kind, change.memberIds, change.at);
        return [];
      case 'dates':
        return followDates(scope, source, change.activityId, change.at);
    }
  }

  const sourceOf = (name: string): TaskSource => {
    const source = sources.filter(hasTasks).find((one) => one.name === name);
    if (!source) throw new Error(`no source of notices is called ${name}`);
    return source;
  };

  return {
    /** Stores what events say. @returns the jobs that are left to be enqueued */
    async follow(events: readonly DomainEvent[]): Promise<NoticeJob[]> {
      const jobs: NoticeJob[] = [];
      for (const courseId of new Set(events.map((event) => event.courseId))) {
        const scope = await course.findScope(courseId);
        if (!scope) continue;
        const ofCourse = events.filter((event) => event.courseId === courseId);
        for (const source of sources) {
          for (const change of await source.read(scope, ofCourse)) {
            jobs.push(...(await apply(scope, source, change)));
          }
        }
      }
      return jobs;
    },

    async tellAll(job: Extract<NoticeJob, { type: 'tellAll' }>): Promise<void> {
      const scope = await course.findScope(job.courseId);
      if (!scope) return;
      const { activityId, task, endsBefore } = job.announcement;
      if (endsBefore) {
        await announce.settle(scope, taskKeyOf(activityId, task), null, new Date(endsBefore.getTime() - 1));
      }
      await lacking.tellLacking(scope, sourceOf(job.source), job.announcement);
    },

    /** Tells those who lack a task that it is due, unless its date has moved: then another job comes for it. */
    async tellDue(job: Extract<NoticeJob, { type: 'due' }>): Promise<void> {
      const { activityId, task, until, at } = job;
      const scope = await course.findScope(job.courseId);
      const source = sourceOf(job.source);
      if (!scope) return;
      const key = `due/${taskKeyOf(activityId, task)}/${until.toISOString()}`;
      await lacking.tellLacking(scope, source, { key, activityId, task, kind: 'due', at }, { until });
    },
  };
}
