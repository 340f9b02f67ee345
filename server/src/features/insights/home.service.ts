import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { homeView } from './insights.views.ts';
import type { Matter, ProgressSource } from './matter.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** More than anybody has to do at once. */
const NEXT_MAX = 200;

export type HomeService = ReturnType<typeof createHomeService>;

const dueAt = ({ until }: Matter): number => until?.getTime() ?? Infinity;
/** Feedback has no date: it comes after what has. */
const isDue = ({ code }: Matter): number => (code === 'FEEDBACK' ? 1 : 0);

/** A learner's home: what waits for them, and how far they are. */
export const createHomeService = (
  store: Pick<WaitingStore, 'listOwn'>,
  sources: readonly ProgressSource[],
  clock: Clock,
) => ({
  async get(scope: CourseScope, memberId: string) {
    const [matters, ...progress] = await Promise.all([
      store.listOwn(scope, memberId, clock.now(), NEXT_MAX),
      ...sources.map((source) => source.progressOf(scope, memberId)),
    ]);
    const sorted = [...matters].sort((a, b) => isDue(a) - isDue(b) || dueAt(a) - dueAt(b));
    return homeView(sorted, progress.flat());
  },
});
