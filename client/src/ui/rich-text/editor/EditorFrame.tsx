import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import prose from '../rich-text.module.css';
import styles from './editor.module.css';
import { type EditedFormula, FormulaPanel, LinkPanel } from './panels.tsx';
import { Toolbar } from './Toolbar.tsx';

/** What is open between the toolbar and the text. */
export type Panel = { readonly kind: 'link' } | { readonly kind: 'formula'; readonly formula: EditedFormula };

const NEW_FORMULA: EditedFormula = { latex: '', isBlock: false, position: null };

interface EditorFrameProps {
  readonly editor: Editor;
  /** Of the element that is written in; `…-keys` names the keys that lead out of it. */
  readonly id: string;
  readonly rows: number;
  readonly isReadOnly: boolean;
  readonly isInvalid?: boolean;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
  /** Null where the text may hold no images. */
  readonly onImage: (() => void) | null;
  /** What is said below the text. */
  readonly children?: ReactNode;
}

/** A text that one writes with its toolbar above it, however its content is kept. */
export function EditorFrame(props: EditorFrameProps) {
  const { editor, id, rows, isReadOnly, isInvalid = false, panel, onPanel, onImage, children } = props;
  const { t } = useTranslation();

  function closePanel(): void {
    onPanel(null);
    editor.view.focus();
  }

  return (
    <div className={cx(styles['editor'], isInvalid && styles['invalid'])}>
      {!isReadOnly && (
        <>
          <Toolbar
            editor={editor}
            controls={id}
            onLink={() => onPanel(panel?.kind === 'link' ? null : { kind: 'link' })}
            onFormula={() =>
              onPanel(panel?.kind === 'formula' ? null : { kind: 'formula', formula: NEW_FORMULA })
            }
            onImage={onImage}
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
      <div className={cx(styles['page'])} style={{ minBlockSize: `calc(${rows}lh + 1rem)` }}>
        <EditorContent editor={editor} className={cx(prose['prose'], styles['content'])} />
      </div>
      <span id={`${id}-keys`} hidden>
        {t('richText.keys')}
      </span>
      {children}
    </div>
  );
}
