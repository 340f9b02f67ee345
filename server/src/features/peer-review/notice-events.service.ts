import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { NoticeChange } from '../notices/index.ts';
import type { TaskName } from './peer-review.domain.ts';

/** What single events mean by themselves. */
export function changesOf({ type, subject, data, at }: DomainEvent): NoticeChange[] {
  const activityId = subject.id;
  switch (type) {
    case 'activity.created':
    case 'activity.changed':
    case 'activity.published':
    case 'activity.reopened':
    case 'activity.datesLed':
    case 'activity.openingChanged':
    case 'allocation.rolling':
    case 'grades.released':
      return [{ type: 'dates', activityId, at }];
    case 'activity.closed':
      return (['handIn', 'review', 'rate'] as const).map((task) => ({ type: 'over', activityId, task, at }));
    case 'grades.withdrawn':
      return [{ type: 'over', activityId, task: 'rate', at }];
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
export function doneBy(
  events: readonly DomainEvent[],
  task: TaskName,
  membersOf: (data: DomainEvent['data']) => string[],
): Extract<NoticeChange, { type: 'done' }>[] {
  const groups = groupBy(events, ({ data }) => text(data, 'activityId'));
  return [...groups].map(([activityId, done]) => ({
    type: 'done',
    activityId,
    task,
    memberIds: [...new Set(done.flatMap(({ data }) => membersOf(data)))],
    at: done.map((event) => event.at).reduce((a, b) => (a > b ? a : b)),
  }));
}

/** Whether a grade is none any more. */
export const isTakenBack = ({ data }: DomainEvent): boolean => data['value'] === null;

/** Grades of one run that mean the same. */
export const runOf = (event: DomainEvent): string =>
  JSON.stringify([event.data['activityId'], event.data['runId'], isTakenBack(event)]);

/** A text that an event has; empty where it has none. */
export const text = (data: Readonly<Record<string, unknown>>, key: string): string => {
  const value = data[key];
  return typeof value === 'string' ? value : '';
};

/** The same of a list. */
export const texts = (data: Readonly<Record<string, unknown>>, key: string): string[] => {
  const value = data[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
