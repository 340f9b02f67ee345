import type { AnonymousFileView, AttachedFileView } from './api.ts';

export interface FileListProps {
  readonly files: readonly (AttachedFileView | AnonymousFileView)[];
  readonly onRemove?: (fileId: string) => void;
}
