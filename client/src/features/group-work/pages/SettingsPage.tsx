import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useApi } from '../../../app/context.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSettingsEditing } from '../../activity/use-settings-editing.tsx';
import { SettingsForm } from '../components/SettingsForm.tsx';
import {
  getSettings,
  type ProjectEffect,
  type SavedSettings,
  type Settings,
  usePreviewSettings,
  useProjectSettings,
  useSaveSettings,
} from '../settings-api.ts';

const EffectsDialog = lazy(() => import('../components/EffectsDialog.tsx'));

export default function SettingsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const settings = useProjectSettings(activityId);
  if (settings.isPending) return <PageSkeleton />;
  if (settings.isError) return <ProblemPage error={settings.error} retry={() => void settings.refetch()} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('groupWork.setUp.edit')}
        trail={[{ title: settings.data.settings.title, to: `/group-work/${activityId}` }]}
      />
      <EditSettings activityId={activityId} saved={settings.data} />
    </div>
  );
}

interface EditSettingsProps {
  readonly activityId: string;
  readonly saved: SavedSettings;
}

/** The form; what it would do to groups is shown before it is saved. */
function EditSettings(props: EditSettingsProps) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const editing = useSettingsEditing<Settings, SavedSettings, ProjectEffect>(props.saved, {
    save,
    preview,
    load: () => getSettings(api, activityId),
    onSaved: () => {
      showToast({ text: t('groupWork.setUp.saved') });
      void navigate(`/group-work/${activityId}`);
    },
  });
  const { saved, submit, isPending, error, confirmation, conflict } = editing;
  return (
    <>
      <SettingsForm
        key={saved.revision}
        initial={saved.settings}
        hasWorks={saved.hasWorks}
        isLedByCourse={saved.isLedByLms}
        outsideHosts={saved.outsideHosts}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={isPending}
        error={error}
        onSubmit={submit}
        actions={<ButtonLink to={`/group-work/${activityId}`}>{t('common.cancel')}</ButtonLink>}
      />
      {confirmation !== null && (
        <Suspense fallback={null}>
          <EffectsDialog {...confirmation} />
        </Suspense>
      )}
      {conflict}
    </>
  );
}
