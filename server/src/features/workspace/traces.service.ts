import type { PageVersions } from '../../platform/co-writing/ports.ts';
import type { Trace, TraceSource } from '../group-work/index.ts';
import type { PageCommentStore } from './page-comments.store.ts';
import type { PageStore } from './pages.store.ts';

interface Ports {
  readonly pages: Pick<PageStore, 'listOfGroups'>;
  readonly comments: Pick<PageCommentStore, 'listTraces'>;
  /** Null: text is not told of. */
  readonly versions: Pick<PageVersions, 'tally'> | null;
}

/** What members of groups have written on their pages, and said of them. */
export const createWorkspaceTraces =
  ({ pages, comments, versions }: Ports): TraceSource =>
  async (scope, activityId, groupIds) => {
    const all = await pages.listOfGroups(scope, activityId, groupIds);
    const pageIds = all.map(({ pageId }) => pageId);
    const [said, written] =
      all.length === 0
        ? [[], []]
        : await Promise.all([comments.listTraces(scope, pageIds), versions?.tally(scope, pageIds) ?? []]);
    const groupOf = new Map(all.map(({ pageId, groupId }) => [pageId, groupId]));
    const traceOf = (pageId: string, rest: Omit<Trace, 'groupId' | 'n'>): Trace[] => {
      const groupId = groupOf.get(pageId);
      return groupId === undefined ? [] : [{ groupId, n: null, ...rest }];
    };
    return [
      ...all.flatMap(({ pageId, createdAt }) =>
        traceOf(pageId, { kind: 'other', at: createdAt, memberIds: [], amount: 1 }),
      ),
      ...said.flatMap(({ pageId, by, at }) =>
        traceOf(pageId, { kind: 'comments', at, memberIds: [by], amount: 1 }),
      ),
      ...written.flatMap(({ pageId, memberId, characters, at }) =>
        traceOf(pageId, { kind: 'text', at, memberIds: [memberId], amount: characters }),
      ),
    ];
  };
