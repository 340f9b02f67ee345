import type { Editor } from '@tiptap/core';
import type { ToolbarIconName } from './ToolbarIcon.tsx';

/** What a button of the toolbar does; its name is also the key of its text. */
export interface Command {
  readonly name: ToolbarIconName;
  /** Whether the text at the cursor is so; absent for commands that only do something. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly canRun?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const toggled = (name: ToolbarIconName, mark: string, run: (editor: Editor) => void): Command => ({
  name,
  isOn: (editor) => editor.isActive(mark),
  run,
});

export const TEXT_COMMANDS: readonly Command[] = [
  toggled('bold', 'bold', (editor) => editor.chain().focus().toggleBold().run()),
  toggled('italic', 'italic', (editor) => editor.chain().focus().toggleItalic().run()),
  toggled('bulletList', 'bulletList', (editor) => editor.chain().focus().toggleBulletList().run()),
  toggled('orderedList', 'orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()),
];

export const MORE_COMMANDS: readonly Command[] = [
  toggled('strike', 'strike', (editor) => editor.chain().focus().toggleStrike().run()),
  toggled('code', 'code', (editor) => editor.chain().focus().toggleCode().run()),
  toggled('quote', 'blockquote', (editor) => editor.chain().focus().toggleBlockquote().run()),
  toggled('codeBlock', 'codeBlock', (editor) => editor.chain().focus().toggleCodeBlock().run()),
  { name: 'rule', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  {
    name: 'table',
    canRun: (editor) => !editor.isActive('table'),
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
];

export const HISTORY_COMMANDS: readonly Command[] = [
  {
    name: 'undo',
    canRun: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    name: 'redo',
    canRun: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

/** Shown while the cursor is in a table. */
export const TABLE_COMMANDS: readonly Command[] = [
  { name: 'rowBelow', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: 'columnAfter', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  {
    name: 'headRow',
    isOn: (editor) => editor.isActive('tableHeader'),
    run: (editor) => editor.chain().focus().toggleHeaderRow().run(),
  },
  { name: 'removeRow', run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: 'removeColumn', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: 'removeTable', run: (editor) => editor.chain().focus().deleteTable().run() },
];

export type BlockStyle = 'paragraph' | 'heading1' | 'heading2' | 'heading3';
export const BLOCK_STYLES: readonly BlockStyle[] = ['paragraph', 'heading1', 'heading2', 'heading3'];

export function blockStyleOf(editor: Editor): BlockStyle {
  for (const level of [1, 2, 3] as const) if (editor.isActive('heading', { level })) return `heading${level}`;
  return 'paragraph';
}

export function setBlockStyle(editor: Editor, style: BlockStyle): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setParagraph().run();
  else chain.setHeading({ level: Number(style.at(-1)) as 1 | 2 | 3 }).run();
}
