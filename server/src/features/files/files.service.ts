import { FILE_TYPES } from '../../contracts/file-types.ts';
import { FILE_LINK_SECONDS } from '../../contracts/limits.ts';
import { FILE_CONTENT } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { hashSecret, newSecret } from '../../core/ids.ts';
import type { OpenedFile } from '../../platform/files/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { FileContents } from './content.service.ts';
import {
  decideSweep,
  type FileAccess,
  type FileItem,
  GRACE_MS,
  neutralName,
  type StoredFile,
} from './files.domain.ts';
import type { FileStore } from './files.store.ts';
import type { FileItems } from './items.service.ts';

interface FilePorts {
  readonly store: FileStore;
  readonly contents: FileContents;
  readonly items: FileItems;
  readonly clock: Clock;
  /** The scope of a course; null for one that is gone. */
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
}

const SWEEP_BATCH = 100;

export type FileService = ReturnType<typeof createFileService>;

/** Reading files, keeping them, and cleaning up. */
export function createFileService({ store, contents, items, clock, findScope }: FilePorts) {
  /** What the caller may see of these files: one's own, and what the features behind the others say. */
  async function accessOf(caller: Caller, files: readonly StoredFile[]): Promise<Map<string, FileAccess>> {
    const access = new Map<string, FileAccess>();
    const others = new Map<string, StoredFile[]>();
    for (const file of files) {
      if (file.ownerId === caller.member.id) access.set(file.id, 'whole');
      else others.set(file.item.kind, [...(others.get(file.item.kind) ?? []), file]);
    }
    for (const [kind, ofKind] of others) {
      for (const [id, seen] of await items.rulesOf(kind).accessTo(caller, ofKind)) access.set(id, seen);
    }
    return access;
  }

  async function sweepOne(file: StoredFile): Promise<void> {
    const { courseId, id, item, ownerId } = file;
    const scope = await findScope(courseId);
    const asked = scope && file.state === 'ready';
    const inUse = asked
      ? await items.rulesOf(item.kind).filesInUse(scope, item.id, ownerId)
      : new Set<string>();
    const decision = decideSweep(file, inUse);
    if (decision === 'wait') {
      return store.postpone(courseId, id, new Date(clock.now().getTime() + GRACE_MS));
    }
    // Marked first: from then on nothing can refer to it, whatever happens in between.
    if (decision === 'remove' && !(await store.remove(courseId, id, clock.now()))) return;
    await store.revokeLinks(courseId, [id]);
    await contents.removeAll(file);
    await store.erase(courseId, id);
  }

  return {
    /** Links to the contents of those files that the caller may see, in the order asked for. */
    async link(caller: Caller, fileIds: readonly string[], download: boolean) {
      const files = await store.findReady(caller.scope, fileIds);
      const access = await accessOf(caller, files);
      const expiresAt = new Date(clock.now().getTime() + FILE_LINK_SECONDS * 1000);
      const made = await Promise.all(
        fileIds.map(async (fileId) => {
          const file = files.find(({ id }) => id === fileId);
          const seen = access.get(fileId);
          if (!file || !seen) return [];
          const object =
            seen === 'whole' ? contents.original(file) : await contents.anonymousOf(caller.scope, file);
          if (!object) return [];
          const type = file.type ?? '';
          const { extensions = [], preview = null } = FILE_TYPES[type] ?? {};
          const secret = newSecret();
          const link = {
            hash: hashSecret(secret),
            courseId: file.courseId,
            fileId,
            objectId: object.id,
            size: object.size,
            chunkBytes: object.chunkBytes,
            type,
            name: seen === 'whole' ? file.name : neutralName(file, extensions),
            download: download || preview === null,
            expiresAt,
          };
          return [{ link, secret }];
        }),
      );
      const links = made.flat();
      await store.insertLinks(links.map(({ link }) => link));
      return {
        links: links.map(({ link, secret }) => ({
          fileId: link.fileId,
          url: `${FILE_CONTENT}?key=${secret}`,
          type: link.type,
          expiresAt: expiresAt.toISOString(),
        })),
      };
    },

    /** The content behind a capability; null when it is unknown, expired or revoked. */
    async open(secret: string): Promise<OpenedFile | null> {
      const link = await store.findLink(hashSecret(secret), clock.now());
      if (!link) return null;
      const { objectId: id, size, chunkBytes, type, name, download } = link;
      return { size, type, name, download, read: (range) => contents.read({ id, size, chunkBytes }, range) };
    },

    /** Takes away every file of a course. */
    removeAll: (scope: CourseScope): Promise<void> => store.removeAll(scope, clock.now()),

    /** The files with these ids that are ready, by id. */
    async findReady(scope: CourseScope, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> {
      if (ids.length === 0) return new Map();
      return new Map((await store.findReady(scope, ids)).map((file) => [file.id, file]));
    },

    /**
     * Makes sure that what names their owner can be kept from readers of these files.
     *
     * @throws AppError FILE_NOT_ANONYMOUS
     */
    async requireAnonymous(scope: CourseScope, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      for (const file of await store.findReady(scope, ids)) {
        if (!(await contents.anonymousOf(scope, file))) {
          throw new AppError('FILE_NOT_ANONYMOUS', { name: file.name });
        }
      }
    },

    /**
     * Called before something is stored that refers to files: from then on they stay.
     *
     * @param ownerId whose they must be, where it matters.
     * @throws AppError FILE_MISSING when one of them is not ready, another's, or for another item
     */
    async keep(scope: CourseScope, item: FileItem, ids: readonly string[], ownerId?: string): Promise<void> {
      if (ids.length === 0) return;
      const found = await store.findReady(scope, ids);
      const fits = found.filter(
        (file) =>
          (ownerId === undefined || file.ownerId === ownerId) &&
          file.item.id === item.id &&
          file.item.kind === item.kind,
      );
      const missing = new AppError('FILE_MISSING', { missing: ids.length - fits.length });
      if (fits.length < ids.length) throw missing;
      const kept = await store.keep(scope, item, ids, clock.now());
      if (kept < ids.length) throw missing;
    },

    /** Removes what was broken off, taken out or forgotten, and its content. Repeating it changes nothing. */
    async sweep(): Promise<void> {
      for (;;) {
        const due = await store.listDue(clock.now(), SWEEP_BATCH);
        for (const file of due) await sweepOne(file);
        if (due.length < SWEEP_BATCH) return;
      }
    },
  };
}
