import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import type { FileListProps } from '../../../ui/files/file-list-props.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { makePart, Nothing } from '../../../ui/part.tsx';
import type { LinkListProps } from './LinkList.tsx';
import type { WorkContent } from '../work-api.ts';

interface WorkViewProps {
  readonly text: WorkContent['text'];
  readonly files: FileListProps['files'];
  readonly links?: readonly string[];
}

const LinkList = makePart<LinkListProps>(
  withTexts(() => import('./LinkList.tsx'), loadWritingTexts),
  Nothing,
);

/** A work to be read: its text, its files, and its links. */
export function WorkView({ text, files, links = [] }: WorkViewProps) {
  return (
    <>
      {!isBlank(text) && (
        <div className={cx(layout['card'])}>
          <RichTextView document={text} />
        </div>
      )}
      <FileList files={files} />
      {links.length > 0 && <LinkList links={links} />}
    </>
  );
}
