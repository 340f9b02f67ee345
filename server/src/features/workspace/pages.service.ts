import { GroupPageView } from '../../contracts/workspace.ts';
import { GROUP_PAGES_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Admission } from '../../platform/co-writing/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { GroupPage, PageStore } from './pages.store.ts';

/** The room of one group in one activity, as somebody meets it. */
export interface Space {
  readonly canWrite: boolean;
}

export interface SpacePort {
  /** @throws AppError when the caller may not see it, or it is not there */
  openSpace(caller: Caller, activityId: string, groupId: string): Promise<Space>;
}

interface Ports {
  readonly store: PageStore;
  readonly spaces: SpacePort;
  readonly course: {
    findMembers(scope: CourseScope, ids: readonly string[]): Promise<readonly { readonly status: string }[]>;
  };
  readonly clock: Clock;
}

export interface Address {
  readonly activityId: string;
  readonly groupId: string;
  readonly pageId: string;
}

const toView = ({ pageId, title, createdAt }: GroupPage): GroupPageView =>
  GroupPageView.parse({ pageId, title, createdAt: createdAt.toISOString() });

export type PagesService = ReturnType<typeof createPagesService>;

/** The list of pages of a group, and who may open which. */
export function createPagesService({ store, spaces: { openSpace }, course: { findMembers }, clock }: Ports) {
  /** @throws AppError FORBIDDEN for those who may only read */
  async function writable(caller: Caller, { activityId, groupId }: Address): Promise<void> {
    const { canWrite } = await openSpace(caller, activityId, groupId);
    if (!canWrite) throw new AppError('FORBIDDEN');
  }

  /** @throws AppError NOT_FOUND when the page is no page of this group */
  async function getOf(caller: Caller, { activityId, groupId, pageId }: Address): Promise<GroupPage> {
    const page = await store.find(caller.scope, pageId);
    if (page?.activityId !== activityId || page.groupId !== groupId)
      throw new AppError('NOT_FOUND', { kind: 'page' });
    return page;
  }

  return {
    /** A page of the room that somebody looks into. @throws as `openSpace`; AppError NOT_FOUND */
    async look(caller: Caller, address: Address): Promise<{ readonly page: GroupPage } & Space> {
      const [{ canWrite }, page] = await Promise.all([
        openSpace(caller, address.activityId, address.groupId),
        getOf(caller, address),
      ]);
      return { page, canWrite: canWrite && page.deletedAt === null };
    },

    async list(caller: Caller, activityId: string, groupId: string) {
      const [{ canWrite }, pages] = await Promise.all([
        openSpace(caller, activityId, groupId),
        store.listOf(caller.scope, activityId, groupId),
      ]);
      return {
        items: pages.filter(({ deletedAt }) => deletedAt === null).map(toView),
        can: { write: canWrite },
      };
    },

    /** @throws AppError PAGES_TOO_MANY beyond the most pages a group has */
    async save(caller: Caller, address: Address, title: string): Promise<GroupPageView> {
      const { scope, member } = caller;
      const { activityId, groupId, pageId } = address;
      const [pages] = await Promise.all([
        store.listOf(scope, activityId, groupId),
        writable(caller, address),
      ]);
      if (!pages.some((page) => page.pageId === pageId)) {
        if (pages.length >= GROUP_PAGES_MAX) throw new AppError('PAGES_TOO_MANY', { max: GROUP_PAGES_MAX });
        const now = clock.now();
        await store.add(scope, { ...address, title, createdBy: member.id, createdAt: now, deletedAt: null });
      }
      const page = await getOf(caller, address);
      if (page.title !== title) await store.change(scope, pageId, { title });
      return toView({ ...page, title });
    },

    async setDeleted(caller: Caller, address: Address, deleted: boolean): Promise<GroupPageView> {
      const [page] = await Promise.all([getOf(caller, address), writable(caller, address)]);
      await store.change(caller.scope, page.pageId, { deletedAt: deleted ? clock.now() : null });
      return toView(page);
    },

    /**
     * Whether somebody may look at a page and write on it.
     *
     * @throws AppError NOT_FOUND, FORBIDDEN for who has left the course, and as `openSpace`
     */
    async admit(caller: Caller, pageId: string): Promise<Admission> {
      const { scope, member } = caller;
      if (!caller.can('groupWork.read')) throw new AppError('FORBIDDEN');
      const page = await store.find(scope, pageId);
      if (!page) throw new AppError('NOT_FOUND', { kind: 'page' });
      const { activityId, groupId, deletedAt } = page;
      const [{ canWrite }, [found]] = await Promise.all([
        openSpace(caller, activityId, groupId),
        findMembers(scope, [member.id]),
      ]);
      if (found?.status !== 'active') throw new AppError('FORBIDDEN');
      return {
        canWrite: canWrite && deletedAt === null && caller.can('groupWork.write'),
        hangsOn: [`member/${member.id}`, `activity/${activityId}`],
      };
    },
  };
}
