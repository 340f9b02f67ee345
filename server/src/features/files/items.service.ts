import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { FileAccess, StoredFile } from './files.domain.ts';

/** What the feature that owns a kind of item knows of it, and this one does not. */
export interface FileItemRules {
  /**
   * Resolves when the caller may add a file to this item.
   *
   * @throws AppError FORBIDDEN, NOT_FOUND, and what the feature answers when the item is closed
   */
  requireUpload(caller: Caller, itemId: string): Promise<void>;
  /** What the item takes, where it takes less than the tool: bytes of one file, and media types. */
  takes?(scope: CourseScope, itemId: string): Promise<{ bytes: number; type: (type: string) => boolean }>;
  /** Whether somebody will read the files who must not know their owner. */
  isAnonymous(scope: CourseScope, itemId: string): Promise<boolean>;
  /** What the caller may see of these files, all of this kind; those that are left out stay unseen. */
  accessTo(caller: Caller, files: readonly StoredFile[]): Promise<ReadonlyMap<string, FileAccess>>;
  /** Files that the owner's unfinished work for this item still refers to. */
  filesInUse(scope: CourseScope, itemId: string, ownerId: string): Promise<ReadonlySet<string>>;
}

/** The files that a caller sees whole, where that follows from the item of each. @param seenBy asked once for each item */
export async function wholeByItem(
  files: readonly StoredFile[],
  seenBy: (itemId: string) => Promise<(fileId: string) => boolean>,
): Promise<ReadonlyMap<string, FileAccess>> {
  const items = [...new Set(files.map(({ item }) => item.id))];
  const seen = new Map(await Promise.all(items.map(async (id) => [id, await seenBy(id)] as const)));
  return new Map(
    files.filter(({ id, item }) => seen.get(item.id)?.(id)).map(({ id }) => [id, 'whole'] as const),
  );
}

export interface FileItems {
  /** @throws AppError NOT_FOUND for a kind that no feature has registered */
  rulesOf(kind: string): FileItemRules;
  use(kind: string, rules: FileItemRules): void;
}

export function createFileItems(): FileItems {
  const known = new Map<string, FileItemRules>();
  return {
    rulesOf(kind) {
      const rules = known.get(kind);
      if (!rules) throw new AppError('NOT_FOUND', { kind: 'file item' });
      return rules;
    },
    use: (kind, rules) => void known.set(kind, rules),
  };
}
