import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POST_TEXT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { isBlank, plainTextOf, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import type { SynthesisContent } from '../synthesis-api.ts';
import styles from './Discussion.module.css';

interface SynthesisFormProps {
  readonly initial: { readonly text: RichText; readonly divergent: RichText };
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (content: SynthesisContent) => void;
  readonly onCancel: () => void;
}

/** What staff make of a thread: where it has come to, and who sees it otherwise. */
export function SynthesisForm({ initial, isPending, error, onSave, onCancel }: SynthesisFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState(initial.text);
  const [divergent, setDivergent] = useState(initial.divergent);
  const [isTried, setIsTried] = useState(false);
  const isTooLong = (one: RichText) => plainTextOf(one).length > POST_TEXT_MAX;
  const tooLong = (one: RichText) =>
    isTooLong(one)
      ? t('richText.tooLong', {
          max: format.number(POST_TEXT_MAX),
          length: format.number(plainTextOf(one).length),
        })
      : undefined;
  function save(): void {
    setIsTried(true);
    if (isBlank(text) || isTooLong(text) || isTooLong(divergent)) return;
    onSave({ text, divergent: isBlank(divergent) ? null : divergent });
  }
  return (
    <section aria-labelledby="synthesis" className={cx(styles['synthesis'])}>
      <h2 id="synthesis">{t('facilitation.synthesis.title')}</h2>
      <RichTextEditor
        label={t('facilitation.synthesis.text')}
        hint={t('facilitation.synthesis.textHint')}
        rows={4}
        max={POST_TEXT_MAX}
        takesFocus
        value={text}
        error={tooLong(text) ?? (isTried && isBlank(text) ? t('errors.POST_EMPTY') : undefined)}
        isReadOnly={isPending}
        onChange={setText}
      />
      <RichTextEditor
        label={t('facilitation.synthesis.divergent')}
        hint={t('facilitation.synthesis.divergentHint')}
        rows={3}
        max={POST_TEXT_MAX}
        value={divergent}
        error={tooLong(divergent)}
        isReadOnly={isPending}
        onChange={setDivergent}
      />
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={isPending} onPress={save}>
          {t('facilitation.synthesis.save')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}
