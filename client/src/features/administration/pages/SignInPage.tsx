import { useTranslation } from 'react-i18next';
import type { ApiClient } from '../../../app/api-client.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { useSignIn } from '../api.ts';
import styles from '../components/Console.module.css';

interface SignInPageProps {
  readonly api: ApiClient;
  readonly secret: string;
  readonly onDone: () => void;
}

/** A button, so that a program that only looks at a link does not use it up. */
export function SignInPage({ api, secret, onDone }: SignInPageProps) {
  const { t } = useTranslation('administration');
  const signIn = useSignIn(api);
  return (
    <div className={cx(layout['stack'], layout['measure'])}>
      <PageHeading title={t('session.signIn.title')} />
      <p>{t('session.signIn.text')}</p>
      {signIn.error !== null && <Problem error={signIn.error} />}
      <div className={cx(layout['row'])}>
        <Button
          variant="primary"
          isPending={signIn.isPending}
          onPress={() => signIn.mutate(secret, { onSuccess: onDone })}
        >
          {t(signIn.isPending ? 'session.signIn.busy' : 'session.signIn.button')}
        </Button>
        {signIn.error !== null && <Button onPress={onDone}>{t('session.signIn.without')}</Button>}
      </div>
    </div>
  );
}

export function SignedOutPage() {
  const { t } = useTranslation('administration');
  return (
    <div className={cx(layout['stack'], layout['measure'])}>
      <PageHeading title={t('session.signedOut.title')} />
      <p>{t('session.signedOut.text')}</p>
      <p>
        <code className={cx(styles['code'])}>{t('session.signedOut.command')}</code>
      </p>
    </div>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('administration');
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <div>
        <ButtonLink to="/">{t('notFound.back')}</ButtonLink>
      </div>
    </div>
  );
}
