import { lazy, Suspense } from 'react';
import { Skeleton } from '../Skeleton.tsx';
import type { AnonymousFileView, AttachedFileView } from './api.ts';

export interface FileListProps {
  readonly files: readonly (AttachedFileView | AnonymousFileView)[];
  readonly onRemove?: (fileId: string) => void;
}

const FileRows = lazy(() => import('./FileRows.tsx'));

/** Files that are there; a page without any loads nothing for them. */
export function FileList(props: FileListProps) {
  if (props.files.length === 0) return null;
  return (
    <Suspense fallback={<Skeleton />}>
      <FileRows {...props} />
    </Suspense>
  );
}
