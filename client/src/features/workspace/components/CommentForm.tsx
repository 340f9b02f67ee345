import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_COMMENT_MAX } from '../../../../../server/src/contracts/page-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/TextField.tsx';

interface CommentFormProps {
  readonly label: string;
  readonly submit: string;
  /** What it read before. */
  readonly before?: string;
  readonly isPending: boolean;
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

/** Where one writes a comment or a reply; the focus goes into it. */
export function CommentForm({ label, submit, before = '', isPending, onSubmit, onCancel }: CommentFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState(before);
  const [wasTried, setWasTried] = useState(false);
  const trimmed = text.trim();
  const isTooLong = trimmed.length > PAGE_COMMENT_MAX;
  const error = isTooLong
    ? t('workspace.pages.titleTooLong', { max: format.number(PAGE_COMMENT_MAX) })
    : wasTried && trimmed === ''
      ? t('workspace.comments.empty')
      : undefined;
  return (
    <form
      className={cx(layout['stack'], layout['tight'])}
      // It was asked for by a press: the focus goes where one writes now.
      ref={(form) => form?.querySelector('textarea')?.focus()}
      onSubmit={(event) => {
        event.preventDefault();
        setWasTried(true);
        if (trimmed !== '' && !isTooLong && !isPending) onSubmit(trimmed);
      }}
    >
      <TextArea label={label} rows={2} value={text} error={error} onChange={setText} />
      <div className={cx(layout['row'], layout['snug'])}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {submit}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
