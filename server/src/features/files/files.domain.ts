import type { ErrorCode } from '../../contracts/errors.ts';

/** What a file belongs to; who may see it is decided by the feature that owns the item. */
export interface FileItem {
  readonly kind: string;
  readonly id: string;
}

/** An uploaded file. Its content is stored in chunks; `received` names those that are there while it is uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly courseId: string;
  readonly ownerId: string;
  readonly item: FileItem;
  readonly name: string;
  readonly size: number;
  readonly chunkBytes: number;
  readonly received: readonly number[];
  readonly state: 'uploading' | 'ready' | 'removed';
  /** Media type by content; null until the upload is finished. */
  readonly type: string | null;
  /** Where the content without its author's traces is: the same place where there are none. Null: not made yet. */
  readonly anonymous: { readonly objectId: string; readonly size: number } | null;
  /** Since something that was handed in refers to it: from then on it stays. */
  readonly keptSince: Date | null;
  readonly createdAt: Date;
}

/** What one may see of a file: all of it, or its content without what tells whose it is. */
export type FileAccess = 'whole' | 'anonymous';

/** A capability to read one content, by the hash of its secret. */
export interface FileLink {
  readonly hash: string;
  readonly courseId: string;
  readonly fileId: string;
  readonly objectId: string;
  readonly size: number;
  readonly chunkBytes: number;
  readonly type: string;
  readonly name: string;
  readonly download: boolean;
  readonly expiresAt: Date;
}

/** Sizes in bytes. */
export interface FileLimits {
  readonly fileBytes: number;
  readonly itemBytes: number;
  readonly itemFiles: number;
  readonly courseBytes: number;
}

/** What there is, the file in question included. */
export interface FileUsage {
  readonly courseBytes: number;
  /** Of one owner for one item. */
  readonly itemBytes: number;
  /** Of these, files that nothing handed in refers to. */
  readonly itemFiles: number;
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly details: Record<string, number>;
}

export const chunksOf = ({ size, chunkBytes }: Pick<StoredFile, 'size' | 'chunkBytes'>): number =>
  Math.ceil(size / chunkBytes);

/** How many bytes a chunk has; 0 when there is no such chunk. */
export const bytesOfChunk = (file: Pick<StoredFile, 'size' | 'chunkBytes'>, index: number): number =>
  Math.max(0, Math.min(file.chunkBytes, file.size - index * file.chunkBytes));

/** Whether a file of this size is taken at all. */
export function refuseSize(size: number, limits: FileLimits): Refusal | null {
  if (size === 0) return { code: 'FILE_EMPTY', details: {} };
  if (size > limits.fileBytes) return { code: 'FILE_TOO_LARGE', details: { max: limits.fileBytes } };
  return null;
}

/** Whether there is room, given all that is there with the new file among it. */
export function refuseUsage(usage: FileUsage, limits: FileLimits): Refusal | null {
  if (usage.itemFiles > limits.itemFiles)
    return { code: 'FILES_TOO_MANY', details: { max: limits.itemFiles } };
  if (usage.itemBytes > limits.itemBytes)
    return { code: 'FILES_TOO_LARGE_TOGETHER', details: { max: limits.itemBytes } };
  if (usage.courseBytes > limits.courseBytes)
    return { code: 'COURSE_FILES_FULL', details: { max: limits.courseBytes } };
  return null;
}

/** Direction marks that make a name look like another, and what no file system takes. */
const UNWANTED = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu;

/** A name that can be shown and saved anywhere: no folder, nothing that hides its ending. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(UNWANTED, '')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  return clean === '' ? 'file' : clean;
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The name with an ending that says what is in it: a program disguised as text is saved as text. */
export const nameFor = (name: string, extensions: readonly string[]): string =>
  extensions.includes(extensionOf(name)) ? name : `${name}.${extensions[0] ?? 'bin'}`;

/** A name that says nothing about the owner. */
export const neutralName = (file: Pick<StoredFile, 'id'>, extensions: readonly string[]): string =>
  `file-${file.id.slice(0, 6)}.${extensions[0] ?? 'bin'}`;

/** How long a file may wait to be referred to: a break in the upload, a night between the file and the text. */
export const GRACE_MS = 24 * 60 * 60_000;

/** What to do with a file that is not kept and whose time has come. */
export function decideSweep(
  file: Pick<StoredFile, 'id' | 'state'>,
  inUse: ReadonlySet<string>,
): 'erase' | 'remove' | 'wait' {
  if (file.state === 'removed') return 'erase';
  return file.state === 'ready' && inUse.has(file.id) ? 'wait' : 'remove';
}
