import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSaveSettings, useSettings } from '../api.ts';
import { SettingsForm } from '../components/SettingsForm.tsx';
import { toForm } from '../settings-form.ts';

export default function SettingsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const navigate = useNavigate();
  const settings = useSettings(activityId);
  const save = useSaveSettings(activityId);
  if (settings.isPending) return <PageSkeleton />;
  if (settings.isError) return <ProblemPage error={settings.error} retry={() => void settings.refetch()} />;
  const { data } = settings;
  const overview = `/activities/${activityId}`;
  const cancel = <ButtonLink to={overview}>{t('common.cancel')}</ButtonLink>;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('peerReview.setUp.edit')}
        trail={[{ title: data.settings.title, to: overview }]}
      />
      {data.can.edit ? (
        <SettingsForm
          activityId={activityId}
          initial={toForm(data.settings)}
          submitLabel={t('peerReview.setUp.save')}
          busyLabel={t('peerReview.setUp.saving')}
          isPending={save.isPending}
          error={save.error}
          actions={cancel}
          onSubmit={(changed) =>
            save.mutate(
              { settings: changed, expectedRevision: data.revision },
              {
                onSuccess: () => {
                  showToast({ text: t('peerReview.setUp.saved') });
                  void navigate(overview);
                },
              },
            )
          }
        />
      ) : (
        <Banner tone="info" actions={cancel}>
          {t('peerReview.setUp.locked')}
        </Banner>
      )}
    </div>
  );
}
