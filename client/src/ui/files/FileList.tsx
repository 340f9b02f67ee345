import { loadWritingTexts, withTexts } from '../../i18n/index.ts';
import { makePart } from '../part.tsx';
import { Skeleton } from '../Skeleton.tsx';
import type { FileListProps } from './file-list-props.ts';

const FileRows = makePart<FileListProps>(
  withTexts(() => import('./FileRows.tsx'), loadWritingTexts),
  () => <Skeleton isShort />,
);

/** Files that are there; a page without any loads nothing for them. */
export function FileList(props: FileListProps) {
  if (props.files.length === 0) return null;
  return <FileRows {...props} />;
}
