import type { ErrorCode } from '../../contracts/errors.ts';

/** A file as it was put here, once. */
export interface FileVersion {
  readonly n: number;
  readonly fileId: string;
  readonly by: string;
  readonly at: Date;
}

/** One file of a group, with all it has been. */
export interface GroupFile {
  readonly entryId: string;
  readonly activityId: string;
  readonly groupId: string;
  /** Oldest first; never empty. */
  readonly versions: readonly FileVersion[];
  readonly deletedAt: Date | null;
}

const versionOf = ({ versions }: Pick<GroupFile, 'versions'>): number => versions.at(-1)?.n ?? 0;

export type PutDecision =
  | { readonly type: 'accept'; readonly version: FileVersion }
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'STALE_REVISION' | 'FILES_TOO_MANY' | 'NOT_FOUND'>;
    };

interface Limits {
  readonly files: number;
  readonly versions: number;
}

/** Adds a file or a version of one. @param all the files of the group, deleted ones too */
export function decidePut(
  all: readonly GroupFile[],
  {
    entryId,
    expectedVersion,
    ...put
  }: Omit<FileVersion, 'n'> & {
    readonly entryId: string;
    readonly expectedVersion: number;
  },
  limits: Limits,
): PutDecision {
  const found = all.find((one) => one.entryId === entryId);
  if (found?.versions.at(-1)?.fileId === put.fileId) return { type: 'unchanged' };
  if (found && found.deletedAt !== null) return { type: 'refuse', reason: 'NOT_FOUND' };
  if ((found ? versionOf(found) : 0) !== expectedVersion) return { type: 'refuse', reason: 'STALE_REVISION' };
  const isFull = found ? found.versions.length >= limits.versions : all.length >= limits.files;
  if (isFull) return { type: 'refuse', reason: 'FILES_TOO_MANY' };
  return { type: 'accept', version: { n: expectedVersion + 1, ...put } };
}
