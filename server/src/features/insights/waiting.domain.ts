import type { WaitingItemView } from '../../contracts/insights.ts';
import type { CourseScope } from '../../core/course-scope.ts';

/** "This waits for X, because, until, next action", as the feature that knows of it says it. */
export interface WaitingItem extends Pick<WaitingItemView, 'waitsFor' | 'because' | 'nextAction'> {
  /** Names the matter within its source; the same matter keeps its key. */
  readonly key: string;
  readonly since: Date;
  readonly until: Date | null;
  /** Where it is dealt with; absent when it is about no single activity. */
  readonly activityId?: string;
}

/** Where a source's list goes on: after this moment and key. */
export interface WaitingAfter {
  readonly since: Date;
  readonly key: string;
}

/** One kind of matter that waits for staff. */
export interface WaitingSource {
  /** Lower-case letters; stands before the keys, so it never changes. */
  readonly name: string;
  /** Oldest first, by key (code units) where the moment is the same; at most `limit` after `after`. */
  list(
    scope: CourseScope,
    page: { readonly after: WaitingAfter | null; readonly limit: number },
  ): Promise<WaitingItem[]>;
}

/** A place in the whole queue: items are ordered by moment, then by source, then by key. */
export interface QueuePosition extends WaitingAfter {
  readonly source: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const comparePositions = (a: QueuePosition, b: QueuePosition): number =>
  a.since.getTime() - b.since.getTime() || compareText(a.source, b.source) || compareText(a.key, b.key);

/** Behind every key of a source. */
const LAST_KEY = '\uffff';

/** Where one source's list goes on when the whole queue goes on after `position`. */
export function afterIn(source: string, position: QueuePosition | null): WaitingAfter | null {
  if (!position) return null;
  const order = compareText(source, position.source);
  if (order === 0) return { since: position.since, key: position.key };
  return { since: position.since, key: order < 0 ? LAST_KEY : '' };
}

/** The position as the text a client hands back, and its reading: null when it is none of ours. */
export const writePosition = ({ since, source, key }: QueuePosition): string =>
  `${since.getTime()}_${source}_${key}`;

export function readPosition(text: string): QueuePosition | null {
  const [, time, source, key] = /^(\d{1,15})_([a-z]+)_(.*)$/su.exec(text) ?? [];
  if (time === undefined || source === undefined || key === undefined) return null;
  return { since: new Date(Number(time)), source, key };
}
