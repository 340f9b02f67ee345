import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { waitingItemView } from './insights.views.ts';
import {
  afterIn,
  comparePositions,
  readPosition,
  type WaitingSource,
  writePosition,
} from './waiting.domain.ts';

export interface QueuePage {
  readonly items: ReturnType<typeof waitingItemView>[];
  /** The key to ask for the next page with, or null at the end. */
  readonly next: string | null;
}

export type QueueService = ReturnType<typeof createQueueService>;

/** The facilitator queue: what every source knows of, as one list. */
export const createQueueService = (sources: readonly WaitingSource[]) => ({
  /**
   * Oldest first, a page of all sources together; each source is asked once.
   *
   * @param after the `next` of the page before.
   * @throws AppError BAD_REQUEST when `after` is none of ours.
   */
  async list(scope: CourseScope, after: string | undefined, limit: number): Promise<QueuePage> {
    const position = after === undefined ? null : readPosition(after);
    if (after !== undefined && !position) throw new AppError('BAD_REQUEST', { field: 'after' });
    const lists = await Promise.all(
      sources.map(async (source) => {
        const items = await source.list(scope, { after: afterIn(source.name, position), limit: limit + 1 });
        return items.map((item) => ({
          position: { since: item.since, source: source.name, key: item.key },
          view: waitingItemView(source.name, item),
        }));
      }),
    );
    const merged = lists.flat().sort((a, b) => comparePositions(a.position, b.position));
    const page = merged.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ view }) => view),
      next: merged.length > limit && last ? writePosition(last.position) : null,
    };
  },
});
