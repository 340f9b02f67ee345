import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { useDeepLinkingResponse } from '../api.ts';
import { NewOrExisting } from '../components/NewOrExisting.tsx';

/** The course asks for content: a new activity, or some that are there, go back to it in a signed message. */
export default function DeepLinkingPage() {
  const { t } = useTranslation();
  const { landing } = useSession();
  const respond = useDeepLinkingResponse();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={t('peerReview.setUp.title')} />
      {respond.isSuccess ? (
        <Banner tone="info" role="status">
          {t('peerReview.setUp.returning')}
        </Banner>
      ) : (
        <NewOrExisting
          suggestedTitle=""
          acceptsMany={landing.kind === 'deepLinking' && landing.acceptMultiple}
          labels={{
            create: t('peerReview.setUp.addToCourse'),
            creating: t('peerReview.setUp.adding'),
            use: t('peerReview.setUp.addChosen'),
            using: t('peerReview.setUp.adding'),
          }}
          isPending={respond.isPending}
          error={respond.error}
          onDone={(activityIds, create) =>
            respond.mutate(create === undefined ? { activityIds } : { activityIds, create })
          }
          actions={<Button onPress={() => respond.mutate({ activityIds: [] })}>{t('common.cancel')}</Button>}
        />
      )}
    </div>
  );
}
