import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ALT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../cx.ts';
import FileImage from '../../files/FileImage.tsx';
import { Formula } from '../Formula.tsx';
import prose from '../rich-text.module.css';
import styles from './editor.module.css';
import type { EditedFormula } from './panels.tsx';
import { MathBlock, MathInline, UploadedImage } from './schema.ts';

/** Opens the panel of a formula that stands in the text. */
export type EditFormula = (formula: EditedFormula) => void;

/** The formulas, shown as they will be read; pressing one changes it. */
export const formulaNodes = (onEdit: EditFormula) => {
  const view = (isBlock: boolean) =>
    ReactNodeViewRenderer(
      (props: NodeViewProps) => <FormulaNode {...props} isBlock={isBlock} onEdit={onEdit} />,
      {
        as: isBlock ? 'div' : 'span',
      },
    );
  return [
    MathInline.extend({ addNodeView: () => view(false) }),
    MathBlock.extend({ addNodeView: () => view(true) }),
  ];
};

interface FormulaNodeProps extends NodeViewProps {
  readonly isBlock: boolean;
  readonly onEdit: EditFormula;
}

function FormulaNode({ node, getPos, editor, selected, isBlock, onEdit }: FormulaNodeProps) {
  const { t } = useTranslation();
  const latex = String(node.attrs['latex']);
  return (
    <NodeViewWrapper
      as={isBlock ? 'div' : 'span'}
      className={cx(styles['atom'], selected && styles['selected'])}
    >
      {editor.isEditable ? (
        <button
          type="button"
          tabIndex={-1}
          className={cx(styles['formulaButton'])}
          onClick={() => onEdit({ latex, isBlock, position: getPos() ?? null })}
        >
          <Formula latex={latex} isBlock={isBlock} />
          <span className={cx(prose['visuallyHidden'])}> {t('richText.formula.edit')}</span>
        </button>
      ) : (
        <Formula latex={latex} isBlock={isBlock} />
      )}
    </NodeViewWrapper>
  );
}

/** An image with the field for its description below it, so that nobody has to look for it. */
export const imageNode = () => UploadedImage.extend({ addNodeView: () => ReactNodeViewRenderer(ImageNode) });

function ImageNode({ node, editor, selected, updateAttributes, deleteNode, getPos }: NodeViewProps) {
  const { t } = useTranslation();
  const { fileId, alt } = node.attrs as { fileId: string; alt: string };

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    const position = getPos();
    if (position !== undefined)
      editor
        .chain()
        .focus(position + node.nodeSize)
        .run();
  }

  return (
    <NodeViewWrapper className={cx(styles['atom'], styles['figure'], selected && styles['selected'])}>
      <FileImage fileId={fileId} alt={alt} />
      {editor.isEditable && (
        <div className={cx(styles['altRow'])} contentEditable={false}>
          <input
            type="text"
            className={cx(styles['alt'])}
            aria-label={t('richText.image.alt')}
            placeholder={t('richText.image.altPlaceholder')}
            maxLength={ALT_MAX}
            value={alt}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            className={cx(styles['tool'])}
            aria-label={t('richText.image.remove')}
            title={t('richText.image.remove')}
            onClick={deleteNode}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </NodeViewWrapper>
  );
}
