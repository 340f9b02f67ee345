import { lazy, Suspense, useDeferredValue, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../app/context.ts';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import { Skeleton } from '../Skeleton.tsx';
import type { UploadImage } from './editor/images.ts';
import type { Mentions } from './editor/mentions.ts';
import styles from './rich-text.module.css';

export interface RichTextEditorProps {
  readonly label: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
  readonly hint?: string;
  /** What is wrong with the text, translated. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly isOptional?: boolean;
  /** One has asked to write, so the focus goes into it as soon as it is there. */
  readonly takesFocus?: boolean;
  /** Height in lines before anything is written. */
  readonly rows?: number;
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  readonly onBlur?: () => void;
  /** Characters of its plain text. */
  readonly max: number;
  /** Where images go; without it the text takes none. */
  readonly uploadImage?: UploadImage | undefined;
  /** Whom one may mention; without it nobody. */
  readonly mentions?: Mentions | undefined;
}

const Editor = lazy(() => import('./editor/Editor.tsx'));

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
      <Suspense fallback={<Skeleton />}>
        <Editor {...props} describedBy={notes} />
      </Suspense>
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
