import { lazy, Suspense, useState } from 'react';
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

interface Asked {
  readonly settings: Settings;
  readonly effects: readonly DiscussionEffect[];
}

/** The form; what it would do to people is shown before it is saved. */
function EditSettings(props: EditSettingsProps) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { saved, store, conflict, error } = useSettingsEditing<Settings, SavedSettings>(props.saved, {
    save,
    load: () => getSettings(api, activityId),
    onSaved: () => {
      showToast({ text: t('discussion.setUp.saved') });
      void navigate(`/discussions/${activityId}`);
    },
    onRefused: () => setAsked(null),
  });
  const ask = (settings: Settings) =>
    preview.mutate(settings, {
      onSuccess: ({ effects }) => (effects.length === 0 ? store(settings) : setAsked({ settings, effects })),
    });
  return (
    <>
      <SettingsForm
        key={saved.revision}
        initial={saved.settings}
        hasPosts={saved.hasPosts}
        isLedByCourse={saved.isLedByLms}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={preview.isPending || save.isPending}
        error={preview.error ?? error}
        onSubmit={ask}
        actions={<ButtonLink to={`/discussions/${activityId}`}>{t('common.cancel')}</ButtonLink>}
      />
      {asked !== null && (
        <Suspense fallback={null}>
          <EffectsDialog
            effects={asked.effects}
            isPending={save.isPending}
            onConfirm={() => store(asked.settings)}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
      {conflict}
    </>
  );
}
