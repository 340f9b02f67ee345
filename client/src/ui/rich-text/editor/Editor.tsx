import type { JSONContent } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type RichText, sameRichText } from '../../../../../server/src/contracts/plain-text.ts';
import type { EditorProps } from '../editor-props.ts';
import { Bounds } from './bounds.ts';
import styles from './editor.module.css';
import { EditorFrame, type Panel } from './EditorFrame.tsx';
import { chooseImages, ImageDrop, insertImages } from './images.ts';
import { Keyboard } from './keyboard.ts';
import { MentionList } from './MentionList.tsx';
import { mentionNode, type OpenList } from './mentions.ts';
import { formulaNodes, imageNode } from './node-views.tsx';
import { baseExtensions } from './schema.ts';
import { UploadStatus } from './UploadStatus.tsx';
import { useUploads } from './use-uploads.ts';

/** The text field itself; loaded when one writes. `RichTextEditor` is what pages use. */
export default function Editor(props: EditorProps) {
  const id = useId();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const latest = useLatest(props);

  const uploads = useUploads(() => latest.current.uploadImage);

  const editor = useEditor({
    extensions: [
      ...baseExtensions(),
      ...formulaNodes((formula) => setPanel({ kind: 'formula', formula })),
      ...(props.uploadImage ? [imageNode(), ImageDrop.configure({ upload: uploads.upload })] : []),
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

  return (
    <EditorFrame
      editor={editor}
      id={id}
      rows={props.rows ?? 6}
      isReadOnly={props.isReadOnly === true}
      isInvalid={props.error !== undefined}
      panel={panel}
      onPanel={setPanel}
      onImage={
        props.uploadImage
          ? () => chooseImages((files) => void insertImages(editor, files, uploads.upload))
          : null
      }
    >
      <UploadStatus isUploading={uploads.isUploading} problem={uploads.problem} />
      {/* Outside of what is scrolled or moved: it stands where it is told to in the window. */}
      {list !== null && createPortal(<MentionList id={id} list={list} />, landmarkOf(editor.view.dom))}
    </EditorFrame>
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
