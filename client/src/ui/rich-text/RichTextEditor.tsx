import { useDeferredValue, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../app/context.ts';
import { loadWritingTexts, withTexts } from '../../i18n/index.ts';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import { makePart } from '../part.tsx';
import { Skeleton } from '../Skeleton.tsx';
import type { EditorProps, RichTextEditorProps } from './editor-props.ts';
import styles from './rich-text.module.css';

const Editor = makePart<EditorProps>(
  withTexts(() => import('./editor/Editor.tsx'), loadWritingTexts),
  ({ rows = 6 }) => (
    // As high as the text and its toolbar.
    <div style={{ blockSize: `calc(${rows}lh + 4rem)`, overflow: 'hidden' }}>
      <Skeleton isShort />
    </div>
  ),
);

/** From this share of the limit on, it is told how much is left. */
const NEARLY_FULL = 0.8;

/** A field for rich text. Its editor is loaded when the field is first shown. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const { label, hidesLabel = false, hint, error, isOptional } = props;
  const notes = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`, `${id}-count`);
  return (
    <div className={cx(field['field'])}>
      {!hidesLabel && (
        // The text names itself; a label element cannot point to an editable element.
        <span aria-hidden="true" className={cx(field['label'])}>
          {label}
          {isOptional === true && <span className={cx(field['optional'])}> {t('common.optional')}</span>}
        </span>
      )}
      <Editor {...props} describedBy={notes} />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={cx(field['hint'])}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className={cx(field['error'])}>
          {error}
        </span>
      )}
      <Count id={`${id}-count`} value={props.value} max={props.max} />
    </div>
  );
}

/** Words always, characters when it matters. Counted when there is time, since long texts take some. */
function Count({ id, value, max }: { readonly id: string; readonly value: RichText; readonly max: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = useDeferredValue(value);
  const { words, length } = useMemo(() => {
    const text = plainTextOf(counted);
    return { words: countWords(text), length: text.length };
  }, [counted]);
  return (
    <span id={id} className={cx(styles['count'], length > max && styles['tooLong'])}>
      {t('richText.words', { count: words })}
      {length > max * NEARLY_FULL &&
        ` · ${t('richText.characters', { length: format.number(length), max: format.number(max) })}`}
    </span>
  );
}
