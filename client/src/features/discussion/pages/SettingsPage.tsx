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
  type DiscussionEffect,
  getSettings,
  type SavedSettings,
  type Settings,
  useDiscussionSettings,
  usePreviewSettings,
  useSaveSettings,
} from '../settings-api.ts';

const EffectsDialog = lazy(() => import('../components/EffectsDialog.tsx'));

export default function SettingsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const settings = useDiscussionSettings(activityId);
  if (settings.isPending) return <PageSkeleton />;
  if (settings.isError) return <ProblemPage error={settings.error} retry={() => void settings.refetch()} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('discussion.setUp.edit')}
        trail={[{ title: settings.data.settings.title, to: `/discussions/${activityId}` }]}
      />
      <EditSettings activityId={activityId} saved={settings.data} />
    </div>
  );
}

interface EditSettingsProps {
  readonly activityId: string;
  readonly saved: SavedSettings;
}

/** The form; what it would do to people is shown before it is saved. */
function EditSettings(props: EditSettingsProps) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const editing = useSettingsEditing<Settings, SavedSettings, DiscussionEffect>(props.saved, {
    save,
    preview,
    load: () => getSettings(api, activityId),
    onSaved: () => {
      showToast({ text: t('discussion.setUp.saved') });
      void navigate(`/discussions/${activityId}`);
    },
  });
  const { saved, submit, isPending, error, confirmation, conflict } = editing;
  return (
    <>
      <SettingsForm
        key={saved.revision}
        activityId={activityId}
        initial={saved.settings}
        hasPosts={saved.hasPosts}
        isLedByCourse={saved.isLedByLms}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={isPending}
        error={error}
        onSubmit={submit}
        actions={<ButtonLink to={`/discussions/${activityId}`}>{t('common.cancel')}</ButtonLink>}
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
