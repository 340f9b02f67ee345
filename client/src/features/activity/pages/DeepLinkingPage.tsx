import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/context.ts';
import type { Session } from '../../../app/session-store.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { useDeepLinkingResponse } from '../api.ts';
import { AvailabilityFields, toAvailability, useAvailability } from '../components/AvailabilityFields.tsx';
import { NewOrExisting } from '../components/NewOrExisting.tsx';

type Request = Extract<Session['landing'], { kind: 'deepLinking' }>;

/** The course asks for content: a new activity, or some that are there, go back to it in a signed message. */
export default function DeepLinkingPage() {
  const { t } = useTranslation();
  const { landing } = useSession();
  const respond = useDeepLinkingResponse();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={t('launch.choose.title')} />
      {respond.isSuccess ? (
        <Banner tone="info" role="status">
          {t('peerReview.setUp.returning')}
        </Banner>
      ) : (
        landing.kind === 'deepLinking' && <Choice request={landing} respond={respond} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly request: Request;
  readonly respond: ReturnType<typeof useDeepLinkingResponse>;
}

function Choice({ request, respond }: ChoiceProps) {
  const { t } = useTranslation();
  const availability = useAvailability();
  // A second press while the page leaves would add everything twice.
  const isPending = respond.isPending;
  const cancel = () => !isPending && respond.mutate({ activityIds: [] });
  if (!request.acceptsActivities) {
    return (
      <Banner
        tone="warn"
        title={t('launch.choose.notTaken.title')}
        actions={<Button onPress={cancel}>{t('launch.choose.notTaken.back')}</Button>}
      >
        <p>{t('launch.choose.notTaken.text', { types: request.acceptTypes.join(', ') })}</p>
        {respond.error !== null && <Problem error={respond.error} />}
      </Banner>
    );
  }
  return (
    <>
      {!request.acceptLineItem && <Banner tone="warn">{t('launch.choose.noColumn')}</Banner>}
      <NewOrExisting
        suggestedTitle=""
        acceptsMany={request.acceptMultiple}
        labels={{
          create: t('peerReview.setUp.addToCourse'),
          creating: t('peerReview.setUp.adding'),
          use: t('peerReview.setUp.addChosen'),
          using: t('peerReview.setUp.adding'),
        }}
        isPending={isPending}
        error={respond.error}
        onDone={(activityIds, create) => {
          const available = request.acceptDates ? availability.check() : toAvailability();
          if (available === null) return;
          respond.mutate({ activityIds, available, ...(create && { create }) });
        }}
        more={request.acceptDates && <AvailabilityFields availability={availability} />}
        actions={
          <>
            <Button onPress={cancel}>{t('common.cancel')}</Button>
            {!request.autoCreate && (
              <span className={cx(layout['muted'], layout['small'])}>
                {t('launch.choose.saveAfterwards')}
              </span>
            )}
          </>
        }
      />
    </>
  );
}
