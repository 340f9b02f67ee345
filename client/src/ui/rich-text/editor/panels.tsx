import type { Editor } from '@tiptap/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMULA_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../Button.tsx';
import { cx } from '../../cx.ts';
import { TextArea, TextField } from '../../TextField.tsx';
import { Formula } from '../Formula.tsx';
import styles from './editor.module.css';
import { hrefOf } from './link-address.ts';

interface PanelProps {
  readonly editor: Editor;
  /** Goes back to the text. */
  readonly onClose: () => void;
}

interface FrameProps {
  readonly label: string;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A few fields between toolbar and text; the focus goes into the first, Escape back to the text. */
function PanelFrame({ label, submit, onSubmit, onClose, children, actions }: FrameProps) {
  const { t } = useTranslation();
  return (
    // Not a form: it stands within the form of the page.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={label}
      className={cx(styles['panel'])}
      ref={(element) => element?.querySelector<HTMLElement>('input, textarea')?.focus()}
      onKeyDown={(event) => {
        const isEnter = event.key === 'Enter' && event.target instanceof HTMLInputElement;
        if (event.key !== 'Escape' && !isEnter) return;
        event.preventDefault();
        event.stopPropagation();
        if (isEnter) onSubmit();
        else onClose();
      }}
    >
      {children}
      <div className={cx(styles['actions'])}>
        <Button variant="primary" onPress={onSubmit}>
          {submit}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        {actions}
      </div>
    </div>
  );
}

export function LinkPanel({ editor, onClose }: PanelProps) {
  const { t } = useTranslation();
  const before = (editor.getAttributes('link') as { href?: string }).href ?? '';
  const [typed, setTyped] = useState(before);
  const [wasTried, setWasTried] = useState(false);
  const href = hrefOf(typed);

  function set(): void {
    setWasTried(true);
    if (href === null) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === '') {
      chain
        .insertContent([
          { type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] },
          { type: 'text', text: ' ' },
        ])
        .run();
    } else chain.setLink({ href }).run();
    onClose();
  }

  function remove(): void {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  }

  return (
    <PanelFrame
      label={t('richText.tools.link')}
      submit={t('richText.link.set')}
      onSubmit={set}
      onClose={onClose}
      actions={before !== '' && <Button onPress={remove}>{t('richText.link.remove')}</Button>}
    >
      <TextField
        label={t('richText.link.address')}
        value={typed}
        error={wasTried && href === null ? t('richText.link.invalid') : undefined}
        onChange={setTyped}
      />
    </PanelFrame>
  );
}

export interface EditedFormula {
  readonly latex: string;
  readonly isBlock: boolean;
  /** Where the formula is that is changed; null for a new one. */
  readonly position: number | null;
}

export function FormulaPanel({ editor, formula, onClose }: PanelProps & { readonly formula: EditedFormula }) {
  const { t } = useTranslation();
  const [latex, setLatex] = useState(formula.latex);
  const [isBlock, setIsBlock] = useState(formula.isBlock);
  const [wasTried, setWasTried] = useState(false);
  const isTooLong = latex.length > FORMULA_MAX;
  const isEmpty = latex.trim() === '';

  function insert(): void {
    setWasTried(true);
    if (isEmpty || isTooLong) return;
    const content = { type: isBlock ? 'mathBlock' : 'mathInline', attrs: { latex: latex.trim() } };
    const chain = editor.chain().focus();
    const { position } = formula;
    const old = position === null ? null : editor.state.doc.nodeAt(position);
    if (position === null || old === null) chain.insertContent(content).run();
    else chain.insertContentAt({ from: position, to: position + old.nodeSize }, content).run();
    onClose();
  }

  return (
    <PanelFrame
      label={t('richText.tools.formula')}
      submit={t(formula.position === null ? 'richText.formula.insert' : 'richText.formula.change')}
      onSubmit={insert}
      onClose={onClose}
    >
      <div className={cx(styles['formulaFields'])}>
        <div dir="ltr">
          <TextArea
            label={t('richText.formula.source')}
            hint={t('richText.formula.hint')}
            rows={2}
            value={latex}
            error={
              isTooLong
                ? t('richText.formula.tooLong')
                : wasTried && isEmpty
                  ? t('richText.formula.empty')
                  : undefined
            }
            onChange={setLatex}
          />
        </div>
        <div className={cx(styles['preview'])} role="group" aria-label={t('richText.formula.preview')}>
          {!isEmpty && <Formula latex={latex} isBlock={isBlock} />}
        </div>
        <label className={cx(styles['check'])}>
          <input type="checkbox" checked={isBlock} onChange={(event) => setIsBlock(event.target.checked)} />
          {t('richText.formula.ownLine')}
        </label>
      </div>
    </PanelFrame>
  );
}
