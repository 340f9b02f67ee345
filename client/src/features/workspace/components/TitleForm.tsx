import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/TextField.tsx';

interface TitleFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  readonly title?: string;
  readonly isPending: boolean;
  readonly onSubmit: (title: string) => void;
  readonly children?: ReactNode;
}

/** A page's title, new or changed. @param children more buttons */
export function TitleForm({
  label,
  hint,
  submit,
  title = '',
  isPending,
  onSubmit,
  children,
}: TitleFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState(title);
  const [wasTried, setWasTried] = useState(false);
  const trimmed = typed.trim();
  const error =
    trimmed.length > PAGE_TITLE_MAX
      ? t('workspace.pages.titleTooLong', { max: format.number(PAGE_TITLE_MAX) })
      : wasTried && trimmed === ''
        ? t('workspace.pages.titleMissing')
        : undefined;
  return (
    <form
      className={cx(layout['stack'], layout['tight'], layout['measure'])}
      onSubmit={(event) => {
        event.preventDefault();
        setWasTried(true);
        if (trimmed !== '' && trimmed.length <= PAGE_TITLE_MAX && !isPending) onSubmit(trimmed);
      }}
    >
      <TextField
        label={label}
        {...(hint !== undefined && { hint })}
        value={typed}
        error={error}
        onChange={setTyped}
      />
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
