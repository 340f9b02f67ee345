import type { CourseScope } from '../../core/course-scope.ts';
import type { ChangeLog } from './change-log.store.ts';
import { charactersOf, documentOf, richTextOfPage, runsOf } from './page-text.ts';
import type { WrittenPage, WrittenPages } from './ports.ts';

/** What stands on pages, read from what is stored: it says no more than is durable. */
export const createWritten = (changeLog: Pick<ChangeLog, 'readAll'>): WrittenPages => ({
  async read(scope: CourseScope, pageIds: readonly string[]): Promise<Map<string, WrittenPage>> {
    const stored = await changeLog.readAll(scope, pageIds);
    return new Map(
      [...stored].map(([pageId, { updates, writers }]) => {
        const document = documentOf(updates);
        const characters = charactersOf(runsOf(document), writers);
        const text = richTextOfPage(document);
        document.destroy();
        return [pageId, { text, characters }];
      }),
    );
  },
});
