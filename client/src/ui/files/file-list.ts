import type { AnonymousFileView, AttachedFileView } from './api.ts';

/** Files to show, and how one is taken away where that may be. */
export interface FileListProps {
  readonly files: readonly (AttachedFileView | AnonymousFileView)[];
  readonly onRemove?: (fileId: string) => void;
}
