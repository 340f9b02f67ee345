import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useApi } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { pathElsewhere } from '../../activity/path-to.ts';
import type { Settings } from '../api.ts';
import {
  getSettings,
  type GradingEffect,
  type SavedSettings,
  usePreviewSettings,
  useSaveSettings,
  useSettings,
} from '../staff-api.ts';
import { useSettingsEditing } from '../../activity/use-settings-editing.tsx';
import { SettingsForm } from '../components/SettingsForm.tsx';
import { toForm } from '../settings-form.ts';

const EffectsDialog = lazy(() => import('../components/EffectsDialog.tsx'));

export default function SettingsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const settings = useSettings(activityId);
  if (settings.isPending) return <PageSkeleton />;
  const elsewhere = pathElsewhere(settings.error, activityId);
  if (elsewhere !== null) return <Navigate to={`${elsewhere}/settings`} replace />;
  if (settings.isError) return <ProblemPage error={settings.error} retry={() => void settings.refetch()} />;
  const { data } = settings;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('peerReview.setUp.edit')}
        trail={[{ title: data.settings.title, to: `/activities/${activityId}` }]}
      />
      <div>
        <Link to={`/activities/${activityId}/pre-flight`}>{t('preFlight.link')}</Link>
      </div>
      {data.can.edit ? (
        <EditSettings activityId={activityId} saved={data} />
      ) : (
        <Banner tone="info" actions={<Cancel activityId={activityId} />}>
          {t('peerReview.setUp.locked')}
        </Banner>
      )}
    </div>
  );
}

function Cancel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  return <ButtonLink to={`/activities/${activityId}`}>{t('common.cancel')}</ButtonLink>;
}

/** The form; what it would do to grades is shown before it is saved. */
function EditSettings(props: { readonly activityId: string; readonly saved: SavedSettings }) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const editing = useSettingsEditing<Settings, SavedSettings, GradingEffect>(props.saved, {
    save,
    preview,
    load: () => getSettings(api, activityId),
    onSaved: () => {
      showToast({ text: t('peerReview.setUp.saved') });
      void navigate(`/activities/${activityId}`);
    },
  });
  const { saved, submit, isPending, error, confirmation, conflict } = editing;
  return (
    <>
      <SettingsForm
        key={saved.revision}
        activityId={activityId}
        isLedByCourse={saved.datesLedBy === 'lms'}
        initial={toForm(saved.settings, t('peerReview.setUp.columns.defaultLabel'))}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={isPending}
        error={error}
        actions={<Cancel activityId={activityId} />}
        onSubmit={submit}
      />
      {conflict}
      {confirmation !== null && (
        <Suspense fallback={null}>
          <EffectsDialog {...confirmation} />
        </Suspense>
      )}
    </>
  );
}
