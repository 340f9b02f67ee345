import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useLinkActivity } from '../api.ts';
import { NewOrExisting } from '../components/NewOrExisting.tsx';

/** A place in the course without an activity: staff create one, or choose one that is there. */
export default function SetUpPage() {
  const { t } = useTranslation();
  const { landing } = useSession();
  const navigate = useNavigate();
  const link = useLinkActivity();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={t('peerReview.setUp.title')} />
      <p>
        <Link to="/templates">{t('templates.fromTemplate')}</Link>
      </p>
      <NewOrExisting
        suggestedTitle={landing.kind === 'setUp' ? landing.suggestedTitle : ''}
        acceptsMany={false}
        labels={{
          create: t('peerReview.setUp.create'),
          creating: t('peerReview.setUp.creating'),
          use: t('peerReview.setUp.useChosen'),
          using: t('peerReview.setUp.using'),
        }}
        isPending={link.isPending}
        error={link.error}
        onDone={([activityId = ''], create) =>
          link.mutate(create === undefined ? { activityId } : { activityId, create }, {
            onSuccess: () => {
              showToast({ text: t('peerReview.setUp.created') });
              void navigate(`/activities/${activityId}`, { replace: true });
            },
          })
        }
      />
    </div>
  );
}
