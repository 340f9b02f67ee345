import type { JSONContent } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type RichText, sameRichText } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../cx.ts';
import { refusalText } from '../../files/file-text.ts';
import type { EditorProps } from '../editor-props.ts';
import prose from '../rich-text.module.css';
import { Bounds } from './bounds.ts';
import styles from './editor.module.css';
import { ImageDrop, insertImages, type UploadImage } from './images.ts';
import { Keyboard } from './keyboard.ts';
import { MentionList } from './MentionList.tsx';
import { mentionNode, type OpenList } from './mentions.ts';
import { formulaNodes, imageNode } from './node-views.tsx';
import { type EditedFormula, FormulaPanel, LinkPanel } from './panels.tsx';
import { baseExtensions } from './schema.ts';
import { Toolbar } from './Toolbar.tsx';

type Panel = { readonly kind: 'link' } | { readonly kind: 'formula'; readonly formula: EditedFormula };

const NEW_FORMULA: EditedFormula = { latex: '', isBlock: false, position: null };

/** The text field itself; loaded when one writes. `RichTextEditor` is what pages use. */
export default function Editor(props: EditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const [uploads, setUploads] = useState(0);
  const [problem, setProblem] = useState('');
  const latest = useLatest(props);

  const upload: UploadImage = async (file) => {
    setUploads((count) => count + 1);
    setProblem('');
    try {
      const fileId = (await latest.current.uploadImage?.(file)) ?? null;
      if (fileId === null) setProblem(t('richText.image.none', { name: file.name }));
      return fileId;
    } catch (error) {
      setProblem(refusalText(error, file.name, t, format));
      return null;
    } finally {
      setUploads((count) => count - 1);
    }
  };

  const editor = useEditor({
    extensions: [
      ...baseExtensions(),
      ...formulaNodes((formula) => setPanel({ kind: 'formula', formula })),
      ...(props.uploadImage ? [imageNode(), ImageDrop.configure({ upload })] : []),
      ...(props.mentions ? [mentionNode(props.mentions, setList)] : []),
      Bounds,
      Keyboard,
      Placeholder.configure({ placeholder: props.placeholder ?? '' }),
    ],
    content: props.value as JSONContent,
    editable: props.isReadOnly !== true,
    autofocus: props.takesFocus === true ? 'end' : false,
    // Its style element would be refused by the content security policy; the module has the rules.
    injectCSS: false,
    onUpdate: ({ editor }) => latest.current.onChange(editor.getJSON() as RichText),
    onBlur: () => latest.current.onBlur?.(),
  });

  // The value comes from outside when another tab’s text is loaded, or after a reload.
  useEffect(() => {
    if (editor.isDestroyed || sameRichText(editor.getJSON() as RichText, props.value)) return;
    editor.commands.setContent(props.value as JSONContent, { emitUpdate: false });
  }, [editor, props.value]);
  useEffect(() => {
    if (editor.isDestroyed) return;
    editor.setEditable(props.isReadOnly !== true, false);
  }, [editor, props.isReadOnly]);
  useEffect(() => {
    if (editor.isDestroyed) return;
    editor.setOptions({
      editorProps: {
        attributes: attributesOf(
          props,
          id,
          list !== null && list.people.length > 0 ? `${id}-person-${list.active}` : null,
        ),
      },
    });
  }, [editor, props, id, list]);

  function closePanel(): void {
    setPanel(null);
    editor.view.focus();
  }

  return (
    <div className={cx(styles['editor'], props.error !== undefined && styles['invalid'])}>
      {props.isReadOnly !== true && (
        <>
          <Toolbar
            editor={editor}
            controls={id}
            onLink={() => setPanel(panel?.kind === 'link' ? null : { kind: 'link' })}
            onFormula={() =>
              setPanel(panel?.kind === 'formula' ? null : { kind: 'formula', formula: NEW_FORMULA })
            }
            onImage={
              props.uploadImage
                ? () => chooseImages((files) => void insertImages(editor, files, upload))
                : null
            }
          />
          {panel?.kind === 'link' && <LinkPanel editor={editor} onClose={closePanel} />}
          {panel?.kind === 'formula' && (
            <FormulaPanel
              key={panel.formula.position}
              editor={editor}
              formula={panel.formula}
              onClose={closePanel}
            />
          )}
        </>
      )}
      <div className={cx(styles['page'])} style={{ minBlockSize: `calc(${props.rows ?? 6}lh + 1rem)` }}>
        <EditorContent editor={editor} className={cx(prose['prose'], styles['content'])} />
      </div>
      <span id={`${id}-keys`} hidden>
        {t('richText.keys')}
      </span>
      <div role="status" className={cx(styles['status'])}>
        {uploads > 0 && t('richText.image.uploading')}
      </div>
      <div role="alert" className={cx(styles['status'], styles['problem'])}>
        {problem}
      </div>
      {/* Outside of what is scrolled or moved: it stands where it is told to in the window. */}
      {list !== null && createPortal(<MentionList id={id} list={list} />, landmarkOf(editor.view.dom))}
    </div>
  );
}

/** The part of the page that an element is in, as far as screen readers know it. */
const landmarkOf = (element: Element): Element => element.closest('[role="dialog"], main') ?? document.body;

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

function attributesOf(props: EditorProps, id: string, activePerson: string | null): Record<string, string> {
  return {
    id,
    role: 'textbox',
    dir: 'auto',
    class: styles['text'] ?? '',
    'aria-multiline': 'true',
    'aria-label': props.label,
    'aria-describedby': [props.describedBy, props.isReadOnly === true ? undefined : `${id}-keys`]
      .filter((name) => name !== undefined)
      .join(' '),
    ...(props.isReadOnly === true && { 'aria-readonly': 'true', tabindex: '0' }),
    ...(props.error !== undefined && { 'aria-invalid': 'true' }),
    ...(activePerson !== null && { 'aria-controls': `${id}-people`, 'aria-activedescendant': activePerson }),
  };
}

/** The browser's own chooser of files. */
function chooseImages(onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg,image/webp,image/gif';
  input.multiple = true;
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}
