import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { homeView } from './insights.views.ts';
import type { OwnMatter, OwnMatterSource, ProgressSource } from './matter.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** More than anybody has to do at once. */
const NEXT_MAX = 200;

export type HomeService = ReturnType<typeof createHomeService>;

const dueAt = ({ until }: OwnMatter): number => until?.getTime() ?? Infinity;
/** Feedback has no date: it comes after what has. */
const isDue = ({ code }: OwnMatter): number => (code === 'FEEDBACK' ? 1 : 0);

/** A learner's home: what waits for them, and how far they are. */
export const createHomeService = (
  store: Pick<WaitingStore, 'listOwn'>,
  sources: readonly ProgressSource[],
  ownSources: readonly OwnMatterSource[],
  clock: Clock,
) => ({
  async get(scope: CourseScope, memberId: string) {
    const [kept, own, ...progress] = await Promise.all([
      store.listOwn(scope, memberId, clock.now(), NEXT_MAX),
      Promise.all(ownSources.map((source) => source.listNow(scope, memberId))),
      ...sources.map((source) => source.progressOf(scope, memberId)),
    ]);
    const sorted = [...kept, ...own.flat()].sort((a, b) => isDue(a) - isDue(b) || dueAt(a) - dueAt(b));
    return homeView(sorted, progress.flat());
  },
});
