import type { CourseScope } from '../../core/course-scope.ts';
import type { WrittenPages } from '../../platform/co-writing/ports.ts';
import type { PageStore } from './pages.store.ts';

interface Ports {
  readonly store: Pick<PageStore, 'listOf'>;
  readonly written: WrittenPages;
}

/** Who wrote what is there on the pages of a group; what was written and deleted again is not counted. */
export function createWrittenService({ store, written }: Ports) {
  return {
    /** Some pages of a group as they are now; those that are not in its list are left out. */
    async freeze(
      scope: CourseScope,
      { activityId, groupId }: { readonly activityId: string; readonly groupId: string },
      pageIds: readonly string[],
    ) {
      const all = await store.listOf(scope, activityId, groupId);
      const chosen = all.filter(({ pageId, deletedAt }) => deletedAt === null && pageIds.includes(pageId));
      const ids = chosen.map(({ pageId }) => pageId);
      const texts = await written.read(scope, ids);
      return chosen.flatMap(({ pageId, title }) => {
        const page = texts.get(pageId);
        if (!page) return [];
        const written = [...page.characters].map(([memberId, characters]) => ({ memberId, characters }));
        return [{ pageId, title, text: page.text, written }];
      });
    },

    /** Of each member who wrote something that is still there: how many characters, on all pages in the list. */
    async writtenBy(
      scope: CourseScope,
      activityId: string,
      groupId: string,
    ): Promise<ReadonlyMap<string, number>> {
      const all = await store.listOf(scope, activityId, groupId);
      const ids = all.filter(({ deletedAt }) => deletedAt === null).map(({ pageId }) => pageId);
      const sums = new Map<string, number>();
      for (const { characters } of (await written.read(scope, ids)).values())
        for (const [memberId, count] of characters) sums.set(memberId, (sums.get(memberId) ?? 0) + count);
      return sums;
    },
  };
}
