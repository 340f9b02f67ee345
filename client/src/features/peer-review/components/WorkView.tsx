import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import { FileList, type FileListProps } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { WorkContent } from '../api.ts';

interface WorkViewProps {
  readonly text: WorkContent['text'];
  readonly files: FileListProps['files'];
}

/** A work to be read: its text, and its files. */
export function WorkView({ text, files }: WorkViewProps) {
  return (
    <>
      {!isBlank(text) && (
        <div className={cx(layout['card'])}>
          <RichTextView document={text} />
        </div>
      )}
      <FileList files={files} />
    </>
  );
}
