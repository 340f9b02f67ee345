import { useTranslation } from 'react-i18next';
import { errorText, requestIdOf } from '../app/error-text.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import layout from './layout.module.css';

export interface ProblemProps {
  readonly error: unknown;
  /** Does what failed once more. */
  readonly retry?: () => void;
}

/** An error where its cause is: in words, with what to do and the reference for support. */
export function Problem({ error, retry }: ProblemProps) {
  const { t } = useTranslation();
  const requestId = requestIdOf(error);
  return (
    <Banner
      tone="bad"
      role="alert"
      title={t('problem.title')}
      actions={retry === undefined ? null : <Button onPress={retry}>{t('problem.retry')}</Button>}
    >
      <p>{errorText(error, t)}</p>
      {requestId !== null && (
        <p className={cx(layout['small'], layout['muted'])}>{t('problem.requestId', { requestId })}</p>
      )}
    </Banner>
  );
}
