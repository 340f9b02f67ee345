import { PageVersionsView, PageVersionText, type PageVersionView } from '../../contracts/workspace.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { PageVersion, PageVersions } from '../../platform/co-writing/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Address, PagesService } from './pages.service.ts';

interface Ports {
  readonly pages: Pick<PagesService, 'look'>;
  readonly versions: PageVersions;
  readonly course: {
    findMembers(
      scope: CourseScope,
      ids: readonly string[],
    ): Promise<readonly { readonly id: string; readonly name: string | null; readonly status: string }[]>;
  };
}

const VERSIONS_AT_ONCE = 50;

const missing = (): AppError => new AppError('NOT_FOUND', { kind: 'pageVersion' });

export type VersionsService = ReturnType<typeof createVersionsService>;

/** How the pages of a group stood: to read, to name and to restore. */
export function createVersionsService({ pages, versions, course }: Ports) {
  /** @throws AppError FORBIDDEN for those who may only read */
  async function requireWritable(caller: Caller, address: Address): Promise<void> {
    const { canWrite } = await pages.look(caller, address);
    if (!canWrite) throw new AppError('FORBIDDEN');
  }

  async function namesOf(
    scope: CourseScope,
    ids: Iterable<string | null>,
  ): Promise<Map<string, string | null>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    const found = wanted.length === 0 ? [] : await course.findMembers(scope, wanted);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  async function toViews(
    scope: CourseScope,
    found: readonly PageVersion[],
    others: readonly (string | null)[] = [],
  ): Promise<{ items: PageVersionView[]; names: Map<string, string | null> }> {
    const people = found.flatMap(({ byId, added }) => [byId, ...added.map(({ memberId }) => memberId)]);
    const names = await namesOf(scope, [...people, ...others]);
    const items = found.map(({ n, at, name, byId, restored, added, removed }) => ({
      n,
      at: at.toISOString(),
      name,
      by: names.get(byId ?? '') ?? null,
      restored,
      added: added.map(({ memberId, characters }) => ({
        memberId,
        name: names.get(memberId) ?? null,
        characters,
      })),
      removed,
    }));
    return { items, names };
  }

  async function toView(scope: CourseScope, version: PageVersion | null): Promise<PageVersionView> {
    if (!version) throw missing();
    const [view] = (await toViews(scope, [version])).items;
    if (!view) throw missing();
    return view;
  }

  return {
    /** @param before the number of the oldest version that is known */
    async list(
      caller: Caller,
      address: Address,
      before = Number.MAX_SAFE_INTEGER,
    ): Promise<PageVersionsView> {
      const [{ canWrite }, found] = await Promise.all([
        pages.look(caller, address),
        versions.list(caller.scope, address.pageId, before, VERSIONS_AT_ONCE + 1),
      ]);
      const shown = found.slice(0, VERSIONS_AT_ONCE);
      const { items } = await toViews(caller.scope, shown);
      return PageVersionsView.parse({
        items,
        next: found.length > shown.length ? (shown.at(-1)?.n ?? null) : null,
        can: { write: canWrite && caller.can('groupWork.write') },
      });
    },

    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, address: Address, n: number): Promise<PageVersionText> {
      const { scope } = caller;
      const [, found] = await Promise.all([
        pages.look(caller, address),
        versions.read(scope, address.pageId, n),
      ]);
      if (!found) throw missing();
      const passages = [...found.added, ...found.removed];
      const writers = passages.map(({ memberId }) => memberId);
      const { items, names } = await toViews(scope, [found.version], writers);
      const named = (some: typeof passages) =>
        some.map(({ memberId, text }) => ({ name: names.get(memberId ?? '') ?? null, text }));
      return PageVersionText.parse({
        version: items[0],
        text: found.text,
        added: named([...found.added]),
        removed: named([...found.removed]),
      });
    },

    /** @throws AppError FORBIDDEN, NOT_FOUND when nobody has written on the page yet */
    async keep(caller: Caller, address: Address, name: string): Promise<PageVersionView> {
      await requireWritable(caller, address);
      const kept = await versions.keep(caller.scope, address.pageId);
      if (!kept) throw missing();
      return this.setName(caller, address, kept.n, name);
    },

    /** @throws AppError FORBIDDEN, NOT_FOUND */
    async setName(
      caller: Caller,
      address: Address,
      n: number,
      name: string | null,
    ): Promise<PageVersionView> {
      const { scope, member } = caller;
      await requireWritable(caller, address);
      return toView(scope, await versions.setName(scope, address.pageId, n, { name, byId: member.id }));
    },

    /** @throws AppError FORBIDDEN, NOT_FOUND */
    async restore(caller: Caller, address: Address, n: number): Promise<PageVersionView> {
      const { scope, member } = caller;
      await requireWritable(caller, address);
      return toView(scope, await versions.restore(scope, address.pageId, n, member.id));
    },
  };
}
