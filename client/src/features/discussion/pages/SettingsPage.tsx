import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { ApiError } from '../../../app/api-client.ts';
import { useApi } from '../../../app/context.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { SettingsConflict } from '../../activity/components/SettingsConflict.tsx';
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
  // An activity of the third type has a page of its own.
  if (settings.error instanceof ApiError && settings.error.code === 'NOT_FOUND')
    return <Navigate to={`/group-work/${activityId}/settings`} replace />;
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
  // What the form was filled from: what others save meanwhile is not written over.
  const [saved, setSaved] = useState(props.saved);
  const [refused, setRefused] = useState<Settings | null>(null);
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const isStale = save.error instanceof ApiError && save.error.code === 'STALE_REVISION';
  const store = (settings: Settings, expectedRevision: number) => {
    setRefused(null);
    save.mutate(
      { settings, expectedRevision },
      {
        onSuccess: () => {
          showToast({ text: t('discussion.setUp.saved') });
          void navigate(`/discussions/${activityId}`);
        },
        onError: () => {
          setAsked(null);
          setRefused(settings);
        },
      },
    );
  };
  const ask = (settings: Settings) =>
    preview.mutate(settings, {
      onSuccess: ({ effects }) =>
        effects.length === 0 ? store(settings, saved.revision) : setAsked({ settings, effects }),
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
        error={preview.error ?? (isStale ? null : save.error)}
        onSubmit={ask}
        actions={<ButtonLink to={`/discussions/${activityId}`}>{t('common.cancel')}</ButtonLink>}
      />
      {asked !== null && (
        <Suspense fallback={null}>
          <EffectsDialog
            effects={asked.effects}
            isPending={save.isPending}
            onConfirm={() => store(asked.settings, saved.revision)}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
      {isStale && refused !== null && (
        <SettingsConflict
          load={() => getSettings(api, activityId)}
          onLoad={(newest) => {
            setSaved(newest);
            setRefused(null);
          }}
          onKeep={({ revision }) => store(refused, revision)}
        />
      )}
    </>
  );
}
