import type { TraceSource } from '../group-work/index.ts';
import type { GroupFileStore } from './group-files.store.ts';

/** Who has put files here, and new versions of them. */
export const createFileTraces =
  (store: Pick<GroupFileStore, 'listVersions'>): TraceSource =>
  async (scope, activityId, groupIds) =>
    (await store.listVersions(scope, activityId, groupIds)).map(({ groupId, at, by, fileId }) => ({
      groupId,
      kind: 'files',
      at,
      memberIds: [by],
      n: null,
      amount: 1,
      fileId,
    }));
