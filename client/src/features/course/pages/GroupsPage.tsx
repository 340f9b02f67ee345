import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Groups, useExportGroups, useGroups, useReadGroups } from '../api.ts';
import { GroupSets } from '../components/GroupSets.tsx';
import { ImportGroups } from '../components/ImportGroups.tsx';
import { NewSetDialog } from '../components/NewSetDialog.tsx';
import { ReadStatus, useWhen } from '../components/ReadStatus.tsx';
import { SectionsPanel } from '../components/SectionsPanel.tsx';
import { Unresolved } from '../components/Unresolved.tsx';
import { saveAsFile } from '../read-file.ts';

/** The groups of the course for staff: where they are from, who is in them, who is missing, files in and out. */
export default function GroupsPage() {
  const groups = useGroups();
  if (groups.isError && groups.data === undefined) {
    return <ProblemPage error={groups.error} retry={() => void groups.refetch()} />;
  }
  return groups.data === undefined ? <PageSkeleton /> : <Page groups={groups.data} />;
}

function Page({ groups }: { readonly groups: Groups }) {
  const { t } = useTranslation();
  const [isImporting, setIsImporting] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const file = useExportGroups();
  const save = () =>
    file.mutate(undefined, { onSuccess: ({ csv }) => saveAsFile(t('groups.exportName'), csv) });
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('groups.title')}
          aside={
            <div className={cx(layout['row'])}>
              <ButtonLink to="/course-sessions">{t('attendance.title')}</ButtonLink>
              <ButtonLink to="/lessons">{t('courseLessons.title')}</ButtonLink>
              {groups.sets.length > 0 && (
                <Button isPending={file.isPending} onPress={save}>
                  {t('groups.export')}
                </Button>
              )}
              {groups.can.import && !isImporting && (
                <Button onPress={() => setIsImporting(true)}>{t('groups.import.open')}</Button>
              )}
              {groups.can.edit && (
                <Button variant="primary" onPress={() => setIsMaking(true)}>
                  {t('groupSets.new.open')}
                </Button>
              )}
            </div>
          }
        />
        <p className={cx(layout['muted'], layout['measure'])}>{t(`groups.told.${groups.told}`)}</p>
        <Status groups={groups} />
      </div>
      {file.error !== null && <Problem error={file.error} />}
      {isMaking && <NewSetDialog sets={groups.sets} onClose={() => setIsMaking(false)} />}
      {isImporting && <ImportGroups onClose={() => setIsImporting(false)} />}
      {groups.unresolved > 0 && groups.told !== 'service' && groups.sets.length > 0 && (
        <Unresolved count={groups.unresolved} />
      )}
      {groups.sets.length === 0 ? (
        <EmptyState title={t('groups.empty.title')}>{t('groups.empty.text')}</EmptyState>
      ) : (
        <GroupSets sets={groups.sets} />
      )}
      {groups.sets.length > 0 && <SectionsPanel />}
    </div>
  );
}

function Status({ groups }: { readonly groups: Groups }) {
  const { t } = useTranslation();
  const read = useReadGroups();
  const when = useWhen(groups.read.readAt);
  if (groups.read.state === 'unavailable' || (when === null && groups.read.state === 'waiting')) return null;
  return (
    <ReadStatus
      read={groups.read}
      text={t('groups.read', { when: when ?? '' })}
      reading={t('groups.reading')}
      failed={t('groups.failed')}
      onRead={groups.can.read ? () => read.mutate() : null}
      isAsking={read.isPending}
      error={read.error}
    />
  );
}
