import { FILE_TYPES } from '../../contracts/file-types.ts';
import { AnonymousFileView, FileView } from '../../contracts/files.ts';
import type { StoredFile } from './files.domain.ts';

/** For the owner, and for those who may know the owner. */
export const fileView = (file: StoredFile): FileView =>
  FileView.parse({
    id: file.id,
    name: file.name,
    size: file.size,
    type: file.type,
    state: file.state,
    received: file.received.toSorted((a, b) => a - b),
    chunks: Math.ceil(file.size / file.chunkBytes),
  });

/** For those who must not know whose it is. */
export const anonymousFileView = (file: StoredFile): AnonymousFileView =>
  AnonymousFileView.parse({
    id: file.id,
    extension: FILE_TYPES[file.type ?? '']?.extensions[0] ?? 'bin',
    size: file.anonymous?.size ?? file.size,
    type: file.type,
  });
