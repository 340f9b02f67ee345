import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { cx } from '../ui/cx.ts';
import layout from '../ui/layout.module.css';
import { KEEPS_FOCUS, PageHeading } from '../ui/PageHeading.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { isStaff, useApp, useSession } from './context.ts';
import { useAwaitedActivity } from './use-awaited-activity.ts';
import { takeWantedPage } from './wanted-page.ts';

/** Goes where the launch leads, or to the page that one had to leave when the session before was over. */
export function Landing() {
  const { t } = useTranslation();
  const session = useSession();
  const { landing, can } = session;
  switch (landing.kind) {
    case 'activity':
      return <ToActivity activityId={landing.activityId} />;
    case 'work': {
      const version = landing.version === null ? '' : `?version=${landing.version}`;
      return <To page={`/activities/${landing.activityId}/learners/${landing.memberId}${version}`} />;
    }
    case 'deepLinking':
      return <To page="/choose" />;
    case 'setUp':
      return <To page="/set-up" />;
    case 'notReady':
      return can.readNotices && !isStaff(session) ? <To page="/home" /> : <NotReady />;
    case 'notAllowed':
      return <MessagePage title={t('launch.notAllowed.title')} text={t('launch.notAllowed.text')} />;
    case 'notHere':
      return <MessagePage title={t('launch.notHere.title')} text={t('launch.notHere.text')} />;
  }
}

/** The LMS's page around the frame keeps the focus: nobody has asked for it to be taken away. */
const To = ({ page }: { readonly page: string }) => <Navigate to={page} replace state={KEEPS_FOCUS} />;

function ToActivity({ activityId }: { readonly activityId: string }) {
  const { notes, session, sessions } = useApp();
  // Once: on the way back from the page this is an ordinary start.
  const [wanted] = useState(() => takeWantedPage(notes, session, sessions.now()));
  return <To page={wanted ?? `/activities/${activityId}`} />;
}

/** A link without an activity, for those who cannot make one and have no home in the course. */
function NotReady() {
  const { t } = useTranslation();
  const session = useSession();
  useAwaitedActivity();
  return (
    <MessagePage
      title={t('launch.notReady.title')}
      text={t(isStaff(session) ? 'launch.notReady.staff' : 'launch.notReady.text')}
      hint={t('launch.notReady.waiting')}
    />
  );
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
