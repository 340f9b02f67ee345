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
  type SavedSettings,
  type Settings,
  useProjectSettings,
  useSaveSettings,
} from '../settings-api.ts';

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

function EditSettings(props: EditSettingsProps) {
  const { activityId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const save = useSaveSettings(activityId);
  const { saved, store, conflict, error } = useSettingsEditing<Settings, SavedSettings>(props.saved, {
    save,
    load: () => getSettings(api, activityId),
    onSaved: () => {
      showToast({ text: t('groupWork.setUp.saved') });
      void navigate(`/group-work/${activityId}`);
    },
  });
  return (
    <>
      <SettingsForm
        key={saved.revision}
        initial={saved.settings}
        hasWorks={saved.hasWorks}
        submitLabel={t('peerReview.setUp.save')}
        busyLabel={t('peerReview.setUp.saving')}
        isPending={save.isPending}
        error={error}
        onSubmit={(settings) => store(settings)}
        actions={<ButtonLink to={`/group-work/${activityId}`}>{t('common.cancel')}</ButtonLink>}
      />
      {conflict}
    </>
  );
}
