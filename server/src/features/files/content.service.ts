import { FILE_TYPES } from '../../contracts/file-types.ts';
import { FILE_CHUNK_BYTES } from '../../contracts/limits.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import type { FileInspector, FileStorage, StoredObject } from '../../platform/files/ports.ts';
import type { StoredFile } from './files.domain.ts';
import type { FileStore } from './files.store.ts';

/** Enough for every type to be told by. */
const BEGINNING_BYTES = 4 * 2 ** 20;

/** Everything of a file is below this, so that one call removes it. */
const objectIdOf = ({ courseId, id }: Pick<StoredFile, 'courseId' | 'id'>): string => `${courseId}/${id}`;

const originalOf = (file: StoredFile): StoredObject => ({
  id: `${objectIdOf(file)}/original`,
  size: file.size,
  chunkBytes: file.chunkBytes,
});

export type FileContents = ReturnType<typeof createFileContents>;

/** The contents of files: stored, looked into, made anonymous. */
export function createFileContents(store: FileStore, storage: FileStorage, inspector: FileInspector) {
  async function bytesOf(file: StoredFile, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let at = 0;
    for await (const chunk of storage.read(originalOf(file), { start: 0, end: length - 1 })) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    if (at !== length) throw new Error(`the content of file ${file.id} ends at ${at}`);
    return bytes;
  }

  /** Makes the anonymous content of a finished upload of this type. @returns null when it cannot be made. */
  async function makeAnonymous(file: StoredFile, type: string): Promise<StoredFile['anonymous']> {
    if (FILE_TYPES[type]?.authorData !== 'removable') {
      return { objectId: originalOf(file).id, size: file.size };
    }
    const stripped = await inspector.withoutAuthor(await bytesOf(file, file.size), type);
    if (!stripped) return null;
    // A place of its own: what another request makes of the same file at the same time is another object.
    const objectId = `${objectIdOf(file)}/anonymous-${newId()}`;
    for (let start = 0; start < stripped.length; start += FILE_CHUNK_BYTES) {
      const chunk = stripped.subarray(start, start + FILE_CHUNK_BYTES);
      await storage.writeChunk(objectId, start / FILE_CHUNK_BYTES, chunk);
    }
    return { objectId, size: stripped.length };
  }

  /** The anonymous content that counts: of two made at once, the one that was noted first. */
  async function noteAnonymous(scope: CourseScope, file: StoredFile): Promise<StoredFile['anonymous']> {
    const made = await makeAnonymous(file, file.type ?? '');
    if (!made || (await store.setAnonymous(scope, file.id, made))) return made;
    const current = await store.find(scope, file.id);
    if (made.objectId !== current?.anonymous?.objectId) await storage.remove(made.objectId);
    return current?.anonymous ?? null;
  }

  return {
    writeChunk: (file: StoredFile, index: number, bytes: Uint8Array) =>
      storage.writeChunk(originalOf(file).id, index, bytes),

    removeAll: (file: StoredFile) => storage.remove(objectIdOf(file)),

    typeOf: async (file: StoredFile) =>
      inspector.typeOf(await bytesOf(file, Math.min(file.size, BEGINNING_BYTES))),

    original: (file: StoredFile): StoredObject => originalOf(file),

    makeAnonymous,

    /** The anonymous content of a ready file, made now when there is none. @returns null when it cannot be made. */
    async anonymousOf(scope: CourseScope, file: StoredFile): Promise<StoredObject | null> {
      const made = file.anonymous ?? (await noteAnonymous(scope, file));
      if (!made) return null;
      const isOriginal = made.objectId === originalOf(file).id;
      return {
        id: made.objectId,
        size: made.size,
        chunkBytes: isOriginal ? file.chunkBytes : FILE_CHUNK_BYTES,
      };
    },

    read: storage.read,
  };
}
