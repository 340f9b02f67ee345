import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type FileItemRules, wholeByItem } from '../files/index.ts';
import { GROUP_FILE, groupOfItem } from '../group-work/index.ts';
import type { GroupFileStore } from './group-files.store.ts';

export interface FileRulePorts {
  readonly rooms: {
    /** @throws AppError when the caller may not see it, or it is not there */
    openSpace(caller: Caller, activityId: string, groupId: string): Promise<{ readonly canWrite: boolean }>;
  };
  /** Files of a group in copies of what it handed in that the caller has a part in. */
  readonly sharedFiles: (caller: Caller, activityId: string, groupId: string) => Promise<ReadonlySet<string>>;
}

/** Who uploads to the files of a group and reads them: its members now; staff; who has left, what they have handed in. */
export function createFileRules(
  store: Pick<GroupFileStore, 'listOf'>,
  { rooms, sharedFiles }: FileRulePorts,
): Readonly<Record<string, FileItemRules>> {
  async function seenBy(caller: Caller, itemId: string): Promise<(fileId: string) => boolean> {
    const { activityId, groupId } = groupOfItem(itemId);
    try {
      await rooms.openSpace(caller, activityId, groupId);
      return () => true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'NOT_IN_GROUP') return () => false;
      const shared = await sharedFiles(caller, activityId, groupId);
      return (fileId) => shared.has(fileId);
    }
  }

  const rules: FileItemRules = {
    async requireUpload(caller, itemId) {
      if (!caller.can('groupWork.write')) throw new AppError('FORBIDDEN', { permission: 'groupWork.write' });
      const { activityId, groupId } = groupOfItem(itemId);
      const { canWrite } = await rooms.openSpace(caller, activityId, groupId);
      if (!canWrite) throw new AppError('ACTIVITY_CLOSED');
    },
    isAnonymous: () => Promise.resolve(false),
    accessTo(caller, all) {
      // What is not kept is its uploader's alone: it is in no list yet.
      const kept = all.filter(({ keptSince }) => keptSince !== null);
      return wholeByItem(kept, (itemId) => seenBy(caller, itemId));
    },
    async filesInUse(scope, itemId) {
      const { activityId, groupId } = groupOfItem(itemId);
      const found = await store.listOf(scope, activityId, groupId);
      return new Set(found.flatMap(({ versions }) => versions.map(({ fileId }) => fileId)));
    },
  };
  return { [GROUP_FILE]: rules };
}
