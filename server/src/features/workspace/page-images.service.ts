import { fileIdsOf, type RichText } from '../../contracts/plain-text.ts';
import { AppError, unlessRefused } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type FileItemRules, type Files, wholeByItem } from '../files/index.ts';
import type { Address, PagesService } from './pages.service.ts';
import type { PageStore } from './pages.store.ts';

/** What images of a page belong to, by the page’s id. */
const KIND = 'group-page';

interface Ports {
  readonly store: Pick<PageStore, 'find'>;
  readonly pages: Pick<PagesService, 'look'>;
  readonly files: Pick<Files, 'keep'>;
  /** What the caller reads of what a group handed in that they are not in. */
  readonly copies: {
    of(
      caller: Caller,
      activityId: string,
      groupId: string,
    ): Promise<readonly { readonly pages?: readonly { readonly text: RichText }[] }[]>;
  };
}

export type PageImages = ReturnType<typeof createPageImages>;

/** Images in pages: whoever reads the page sees them, and others those of the copies that they read. */
export function createPageImages({ store, pages, files, copies }: Ports) {
  /** @throws AppError NOT_FOUND */
  async function addressOf({ scope }: Caller, pageId: string): Promise<Address> {
    const page = await store.find(scope, pageId);
    if (!page) throw new AppError('NOT_FOUND', { kind: 'page' });
    return page;
  }

  /** @throws AppError FORBIDDEN for those who may only read; as `look` */
  async function requireWriting(caller: Caller, address: Address): Promise<void> {
    const { canWrite } = await pages.look(caller, address);
    if (!canWrite || !caller.can('groupWork.write')) throw new AppError('FORBIDDEN');
  }

  async function seenBy(caller: Caller, pageId: string): Promise<(fileId: string) => boolean> {
    const address = caller.can('groupWork.read') ? await unlessRefused(addressOf(caller, pageId)) : null;
    if (!address) return () => false;
    if (await unlessRefused(pages.look(caller, address))) return () => true;
    const shown = await unlessRefused(copies.of(caller, address.activityId, address.groupId));
    const ids = new Set(
      shown?.flatMap(({ pages: frozen = [] }) => frozen.flatMap(({ text }) => fileIdsOf(text))),
    );
    return (fileId) => ids.has(fileId);
  }

  const rules: FileItemRules = {
    requireUpload: async (caller, pageId) => requireWriting(caller, await addressOf(caller, pageId)),
    isAnonymous: () => Promise.resolve(false),
    accessTo: (caller, all) => wholeByItem(all, (pageId) => seenBy(caller, pageId)),
    // What was kept stays: versions and copies that were handed in show it when the page does no more.
    filesInUse: () => Promise.resolve(new Set()),
  };

  return {
    rules: { [KIND]: rules },

    /** An image of the caller’s stays from now on. @throws AppError FILE_MISSING, FORBIDDEN; as `look` */
    async keep(
      caller: Caller,
      { fileId, ...address }: Address & { fileId: string },
    ): Promise<Record<string, never>> {
      await requireWriting(caller, address);
      await files.keep(caller.scope, { kind: KIND, id: address.pageId }, [fileId], caller.member.id);
      return {};
    },
  };
}
