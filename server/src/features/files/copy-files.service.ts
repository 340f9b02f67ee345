import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { copyIdOf } from '../../core/ids.ts';
import type { FileContents } from './content.service.ts';
import { type FileItem, GRACE_MS } from './files.domain.ts';
import type { FileStore } from './files.store.ts';

/** Copies of files for an item of another course, under the ids that `copyIdOf` gives them. */
export const createFileCopying =
  (
    store: Pick<FileStore, 'findReady' | 'insert' | 'keep'>,
    contents: Pick<FileContents, 'copy'>,
    clock: Clock,
  ) =>
  /**
   * Copies those of the files that are ready; what is there already stays.
   *
   * @param to where they belong from now on, and to whom.
   * @returns how many could not be copied.
   */
  async (
    from: CourseScope,
    fileIds: readonly string[],
    to: { readonly scope: CourseScope; readonly item: FileItem; readonly ownerId: string },
  ): Promise<{ missing: number }> => {
    const { scope, item, ownerId } = to;
    const { courseId } = scope;
    const copyIds = fileIds.map((id) => copyIdOf(courseId, id));
    const there = new Set((await store.findReady(scope, copyIds)).map(({ id }) => id));
    const originals = await store.findReady(from, fileIds);
    for (const original of originals) {
      const now = clock.now();
      const id = copyIdOf(courseId, original.id);
      if (there.has(id)) continue;
      // Who will see it is decided anew.
      const copy = {
        ...original,
        id,
        courseId,
        item,
        ownerId,
        anonymous: null,
        keptSince: null,
        createdAt: now,
      };
      // The content first: a file that can be found can be read.
      await contents.copy(original, copy);
      await store.insert(copy, new Date(now.getTime() + GRACE_MS));
      there.add(id);
    }
    await store.keep(scope, item, [...there], clock.now());
    return { missing: fileIds.length - there.size };
  };
