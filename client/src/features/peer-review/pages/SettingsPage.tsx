import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { ApiError } from '../../../app/api-client.ts';
import { useApi } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Settings } from '../api.ts';
import {
  getSettings,
  type GradingEffect,
  type SavedSettings,
  usePreviewSettings,
  useSaveSettings,
  useSettings,
} from '../staff-api.ts';
import { SettingsConflict } from '../../activity/components/SettingsConflict.tsx';
import { SettingsForm } from '../components/SettingsForm.tsx';
import { toForm } from '../settings-form.ts';

const EffectsDialog = lazy(() => import('../components/EffectsDialog.tsx'));

export default function SettingsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const settings = useSettings(activityId);
  if (settings.isPending) return <PageSkeleton />;
  // An activity of the other type has a page of its own.
  if (settings.error instanceof ApiError && settings.error.code === 'NOT_FOUND')
    return <Navigate to={`/discussions/${activityId}/settings`} replace />;
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

interface Asked {
  readonly settings: Settings;
  readonly effects: readonly GradingEffect[];
}

/** The form; what it would do to grades is shown before it is saved. */
function EditSettings(props: { readonly activityId: string; readonly saved: SavedSettings }) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  // What the form was filled from, and what the next save has to have seen.
  const [saved, setSaved] = useState(props.saved);
  const [revision, setRevision] = useState(props.saved.revision);
  const save = useSaveSettings(activityId);
  const preview = usePreviewSettings(activityId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Settings | null>(null);
  const close = () => setAsked(null);

  const store = (changed: Settings, expectedRevision = revision) =>
    save.mutate(
      { settings: changed, expectedRevision },
      {
        onSuccess: () => {
          showToast({ text: t('peerReview.setUp.saved') });
          void navigate(`/activities/${activityId}`);
        },
        onError: (failure) => {
          close();
          setRefused(isStale(failure) ? changed : null);
        },
      },
    );
  const ask = (changed: Settings) =>
    preview.mutate(changed, {
      onSuccess: ({ effects }) =>
        effects.length === 0 ? store(changed) : setAsked({ settings: changed, effects }),
    });
  return (
    <>
      <SettingsForm
        key={saved.revision}
        activityId={activityId}
        isLedByCourse={saved.datesLedBy === 'lms'}
        initial={toForm(saved.settings, t('peerReview.setUp.columns.defaultLabel'))}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={preview.isPending || save.isPending}
        error={preview.error ?? (isStale(save.error) ? null : save.error)}
        actions={<Cancel activityId={activityId} />}
        onSubmit={ask}
      />
      {refused !== null && (
        <SettingsConflict
          load={() => getSettings(api, activityId)}
          onLoad={(newest) => {
            setSaved(newest);
            setRevision(newest.revision);
            setRefused(null);
          }}
          onKeep={(newest) => {
            setRevision(newest.revision);
            setRefused(null);
            store(refused, newest.revision);
          }}
        />
      )}
      {asked !== null && (
        <Suspense fallback={null}>
          <EffectsDialog
            effects={asked.effects}
            isPending={save.isPending}
            onConfirm={() => store(asked.settings)}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

const isStale = (error: unknown): boolean => error instanceof ApiError && error.code === 'STALE_REVISION';
