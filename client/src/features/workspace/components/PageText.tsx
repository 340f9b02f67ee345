import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_TEXT } from '../../../../../server/src/contracts/paths.ts';
import { cx } from '../../../ui/cx.ts';
import {
  chooseImages,
  ImageDrop,
  insertImages,
  type UploadImage,
} from '../../../ui/rich-text/editor/images.ts';
import { Bounds } from '../../../ui/rich-text/editor/bounds.ts';
import editorStyles from '../../../ui/rich-text/editor/editor.module.css';
import { EditorFrame, type Panel } from '../../../ui/rich-text/editor/EditorFrame.tsx';
import { Keyboard } from '../../../ui/rich-text/editor/keyboard.ts';
import { formulaNodes, imageNode } from '../../../ui/rich-text/editor/node-views.tsx';
import { baseExtensions } from '../../../ui/rich-text/editor/schema.ts';
import { UploadStatus } from '../../../ui/rich-text/editor/UploadStatus.tsx';
import { useUploads } from '../../../ui/rich-text/editor/use-uploads.ts';
import { carets } from '../carets.ts';
import type { PageConnection } from '../page-connection.ts';
import { Passages } from '../passages.ts';
import styles from '../workspace.module.css';

export interface PageTextProps {
  readonly connection: PageConnection;
  readonly label: string;
  readonly isReadOnly: boolean;
  /** Told of the editor as long as there is one. */
  readonly onEditor: (editor: Editor | null) => void;
  /** Wants to comment on what is selected. */
  readonly onComment: () => void;
  readonly uploadImage: UploadImage;
}

const ROWS = 16;

/** The text of a page, which several write at once. */
export default function PageText(props: PageTextProps) {
  const { connection, label, isReadOnly, onEditor } = props;
  const { t } = useTranslation();
  const id = useId();
  const [panel, setPanel] = useState<Panel | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const uploads = useUploads(() => latest.current.uploadImage);
  const editor = useEditor(
    {
      extensions: [
        ...baseExtensions({ isShared: true }),
        ...formulaNodes((formula) => setPanel({ kind: 'formula', formula })),
        imageNode(),
        ImageDrop.configure({ upload: uploads.upload }),
        Bounds,
        Keyboard,
        Placeholder.configure({ placeholder: t('workspace.page.placeholder') }),
        Collaboration.configure({ document: connection.document, field: PAGE_TEXT }),
        carets(connection),
        Passages,
      ],
      editable: !isReadOnly,
      // Its style element would be refused by the content security policy; the module has the rules.
      injectCSS: false,
      editorProps: {
        handleKeyDown: (_view, event) => {
          const isWanted = event.altKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyM';
          if (isWanted) latest.current.onComment();
          return isWanted;
        },
        attributes: {
          id,
          role: 'textbox',
          dir: 'auto',
          class: cx(editorStyles['text'], styles['text']),
          'aria-multiline': 'true',
          'aria-label': label,
          ...(isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : { 'aria-describedby': `${id}-keys` }),
        },
      },
    },
    [connection, isReadOnly, label],
  );
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  return (
    <EditorFrame
      editor={editor}
      id={id}
      rows={ROWS}
      isReadOnly={isReadOnly}
      panel={panel}
      onPanel={setPanel}
      onImage={() => chooseImages((files) => void insertImages(editor, files, uploads.upload))}
    >
      <UploadStatus isUploading={uploads.isUploading} problem={uploads.problem} />
    </EditorFrame>
  );
}
