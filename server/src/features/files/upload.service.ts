import { FILE_TYPES } from '../../contracts/file-types.ts';
import { FILE_CHUNK_BYTES } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { FileContents } from './content.service.ts';
import {
  bytesOfChunk,
  chunksOf,
  cleanName,
  type FileItem,
  type FileLimits,
  GRACE_MS,
  nameFor,
  refuseSize,
  refuseUsage,
  type StoredFile,
} from './files.domain.ts';
import type { FileStore } from './files.store.ts';
import { fileView } from './files.views.ts';
import type { FileItems } from './items.service.ts';

interface UploadPorts {
  readonly store: FileStore;
  readonly contents: FileContents;
  readonly items: FileItems;
  readonly limits: FileLimits;
  readonly clock: Clock;
  /** Something was removed: its content can go. */
  readonly removed: () => Promise<void>;
}

/** What a client announces. */
export interface Announcement {
  readonly id: string;
  readonly item: FileItem;
  readonly name: string;
  readonly size: number;
}

/** Uploading, in pieces that may come twice, in any order and through any instance. */
export function createUploadService({ store, contents, items, limits, clock, removed }: UploadPorts) {
  const inGrace = (): Date => new Date(clock.now().getTime() + GRACE_MS);

  async function getOwn({ scope, member }: Caller, id: string): Promise<StoredFile> {
    const file = await store.find(scope, id);
    if (file?.ownerId !== member.id) throw new AppError('NOT_FOUND', { kind: 'file' });
    return file;
  }

  async function refuseContent(file: StoredFile, code: 'FILE_TYPE_REFUSED' | 'FILE_NOT_ANONYMOUS') {
    await store.remove(file.courseId, file.id, clock.now());
    await removed();
    return new AppError(code);
  }

  async function insert({ scope, member }: Caller, { id, item, name, size }: Announcement) {
    const file: StoredFile = {
      id,
      courseId: scope.courseId,
      ownerId: member.id,
      item: { kind: item.kind, id: item.id },
      name: cleanName(name),
      size,
      chunkBytes: FILE_CHUNK_BYTES,
      received: [],
      state: 'uploading',
      type: null,
      anonymous: null,
      keptSince: null,
      createdAt: clock.now(),
    };
    return (await store.insert(file, inGrace())) ? file : null;
  }

  return {
    /**
     * Begins an upload; the same call again answers how far it came.
     *
     * @throws AppError NOT_FOUND, FORBIDDEN, FILE_EMPTY, FILE_TOO_LARGE, FILES_TOO_MANY, FILES_TOO_LARGE_TOGETHER,
     *   COURSE_FILES_FULL, FILE_ID_TAKEN, and what closes the item
     */
    async create(caller: Caller, wanted: Announcement) {
      const { scope, member } = caller;
      const rules = items.rulesOf(wanted.item.kind);
      await rules.requireUpload(caller, wanted.item.id);
      const takes = await rules.takes?.(scope, wanted.item.id);
      const fileBytes = Math.min(limits.fileBytes, takes?.bytes ?? Infinity);
      const size = refuseSize(wanted.size, { ...limits, fileBytes });
      if (size) throw new AppError(size.code, size.details);
      const file = await insert(caller, wanted);
      if (!file) {
        const known = await store.find(scope, wanted.id);
        const same =
          known?.ownerId === member.id && known.size === wanted.size && known.item.id === wanted.item.id;
        if (!same) throw new AppError('FILE_ID_TAKEN');
        return fileView(known);
      }
      // Counted after it is there, so that of two at once none is overlooked: at worst both are refused.
      const room = refuseUsage(await store.usage(scope, member.id, wanted.item), limits);
      if (!room) return fileView(file);
      await store.forget(scope, file.id);
      throw new AppError(room.code, room.details);
    },

    /**
     * Stores one chunk; when this resolves it survives a crash.
     *
     * @throws AppError NOT_FOUND, BAD_REQUEST for a chunk of the wrong size, DISK_RESERVE_REACHED
     */
    async putChunk(caller: Caller, id: string, index: number, bytes: Uint8Array) {
      const file = await getOwn(caller, id);
      if (file.state === 'ready' || file.received.includes(index)) return fileView(file);
      const expected = bytesOfChunk(file, index);
      if (expected === 0 || bytes.length !== expected) {
        throw new AppError('BAD_REQUEST', { issues: [`body: chunk ${index} has ${expected} bytes`] });
      }
      try {
        await contents.writeChunk(file, index, bytes);
        const noted = await store.addReceived(caller.scope, id, index);
        if (noted) return fileView(noted);
      } catch (error) {
        // Its folder may have gone underneath, with the file.
        if (await store.find(caller.scope, id)) throw error;
      }
      // Removed meanwhile: perhaps the rest of its content was taken away before this chunk came.
      if (!(await store.find(caller.scope, id))) await contents.removeAll(file);
      return fileView(await getOwn(caller, id));
    },

    /**
     * Checks what came and makes it usable. What is refused is removed.
     *
     * @throws AppError NOT_FOUND, FILE_INCOMPLETE, FILE_TYPE_REFUSED, FILE_NOT_ANONYMOUS
     */
    async finish(caller: Caller, id: string) {
      const file = await getOwn(caller, id);
      if (file.state === 'ready') return fileView(file);
      const missing = chunksOf(file) - file.received.length;
      if (missing > 0) throw new AppError('FILE_INCOMPLETE', { missing });
      const type = await contents.typeOf(file);
      const rules = items.rulesOf(file.item.kind);
      const takes = await rules.takes?.(caller.scope, file.item.id);
      if (!type || takes?.type(type) === false) throw await refuseContent(file, 'FILE_TYPE_REFUSED');
      const isAnonymous = await rules.isAnonymous(caller.scope, file.item.id);
      const anonymous = isAnonymous ? await contents.makeAnonymous(file, type) : null;
      if (isAnonymous && !anonymous) throw await refuseContent(file, 'FILE_NOT_ANONYMOUS');
      const name = nameFor(file.name, FILE_TYPES[type]?.extensions ?? []);
      const finished = await store.finish(caller.scope, id, { name, type, anonymous }, inGrace());
      return fileView(finished ?? (await getOwn(caller, id)));
    },

    /** What one can go on with after a reload. */
    async listUnfinished({ scope, member }: Caller, item: FileItem) {
      return { files: (await store.listUnfinished(scope, member.id, item)).map(fileView) };
    },

    /** @throws AppError NOT_FOUND for another's file, FILE_IN_USE for one that was handed in */
    async remove(caller: Caller, id: string): Promise<{ removed: true }> {
      const file = await store.find(caller.scope, id);
      if (!file) return { removed: true };
      if (file.ownerId !== caller.member.id) throw new AppError('NOT_FOUND', { kind: 'file' });
      if (!(await store.remove(file.courseId, id, clock.now()))) throw new AppError('FILE_IN_USE');
      await store.revokeLinks(file.courseId, [id]);
      await removed();
      return { removed: true };
    },
  };
}
