import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { homeView, progressView } from './insights.views.ts';
import { EVERYBODY } from '../../core/receivers.ts';
import type { MatterSource, OwnMatter, ProgressSource } from './matter.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** More than anybody has to do at once. */
const NEXT_MAX = 200;

export type HomeService = ReturnType<typeof createHomeService>;

const dueAt = ({ until, answerBy }: OwnMatter): number => (answerBy ?? until)?.getTime() ?? Infinity;
/** Feedback has no date: it comes after what has. */
const isDue = ({ code }: OwnMatter): number => (code === 'FEEDBACK' ? 1 : 0);

/** A learner's home: what waits for them, and how far they are. */
export const createHomeService = (
  store: Pick<WaitingStore, 'listOwn'>,
  sources: readonly ProgressSource[],
  matters: readonly Pick<MatterSource, 'name' | 'forEverybody'>[],
  clock: Clock,
) => ({
  /** One round trip, and one for each source of which something waits for everybody. */
  async get(scope: CourseScope, memberId: string) {
    const kept = await store.listOwn(scope, memberId, clock.now(), NEXT_MAX);
    const alike = kept.filter(({ waitsFor }) => waitsFor === EVERYBODY);
    const own = kept.filter(({ waitsFor }) => waitsFor !== EVERYBODY);
    const undone = await Promise.all(
      matters.map(async ({ name, forEverybody }) => {
        const ofSource = alike.filter(({ key }) => key.startsWith(`${name}/`));
        if (!forEverybody || ofSource.length === 0) return [];
        const still = await forEverybody.undone(
          scope,
          memberId,
          ofSource.map(({ id }) => id),
        );
        return ofSource.filter(({ id }) => still.has(id));
      }),
    );
    const sorted = [...own, ...undone.flat()].sort((a, b) => isDue(a) - isDue(b) || dueAt(a) - dueAt(b));
    return homeView(sorted);
  },

  async progress(scope: CourseScope, memberId: string) {
    const found = await Promise.all(sources.map((source) => source.progressOf(scope, memberId)));
    return progressView(found.flat());
  },
});
