import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { cx } from '../ui/cx.ts';
import layout from '../ui/layout.module.css';
import { KEEPS_FOCUS, PageHeading } from '../ui/PageHeading.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { useSession } from './context.ts';

/** Goes where the launch leads. */
export function Landing() {
  const { t } = useTranslation();
  const { landing } = useSession();
  switch (landing.kind) {
    case 'activity':
      return <Navigate to={`/activities/${landing.activityId}`} replace state={KEEPS_FOCUS} />;
    case 'deepLinking':
      return <Navigate to="/choose" replace state={KEEPS_FOCUS} />;
    case 'setUp':
      return <Navigate to="/set-up" replace state={KEEPS_FOCUS} />;
    case 'notReady':
      return <MessagePage title={t('notReady.title')} text={t('notReady.text')} />;
  }
}

/** A page that only says something. */
export function MessagePage({ title, text, hint }: { title: string; text: string; hint?: string }) {
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading title={title} />
      <p className={cx(layout['prose'])}>{text}</p>
      {hint !== undefined && <p className={cx(layout['prose'], layout['muted'])}>{hint}</p>}
    </div>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'])}>
      <MessagePage title={t('notFound.title')} text={t('notFound.text')} />
      <div>
        <ButtonLink to="/">{t('notFound.back')}</ButtonLink>
      </div>
    </div>
  );
}
