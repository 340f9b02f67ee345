import { FileView } from '../../contracts/files.ts';
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
