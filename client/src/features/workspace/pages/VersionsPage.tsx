import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PAGE_VERSION_NAME_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { useFormat } from '../../../app/context.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { pagesPath, useGroupPages } from '../api.ts';
import { VersionLine } from '../components/VersionLine.tsx';
import { VersionText } from '../components/VersionText.tsx';
import { useRoom } from '../use-room.ts';
import { useKeepVersion, usePageVersions, useRestoreVersion, type VersionsOf } from '../versions-api.ts';

/** How one page of a group stood before: to read, to name, and to have again. */
export default function VersionsPage() {
  const { t } = useTranslation();
  const { activityId = '', groupId = '', pageId = '' } = useParams();
  const place = { activityId, groupId };
  const page = { ...place, pageId };
  const query = usePageVersions(page);
  const room = useRoom(place);
  const title = useGroupPages(place).data?.items.find((one) => one.pageId === pageId)?.title;
  const [readN, setReadN] = useState<number | null>(null);
  const restore = useRestoreVersion(page);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const versions = query.data.pages.flatMap(({ items }) => items);
  const canWrite = query.data.pages[0]?.can.write === true;
  const path = `${pagesPath(place)}/${pageId}`;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('workspace.versions.title')}
        trail={[
          ...(room.title === undefined ? [] : [{ title: room.title, to: `/group-work/${activityId}` }]),
          { title: t('workspace.pages.of', { name: room.groupName }), to: pagesPath(place) },
          ...(title === undefined ? [] : [{ title, to: path }]),
        ]}
      />
      <p className={cx(layout['measure'])}>
        {t(canWrite ? 'workspace.versions.about' : 'workspace.versions.aboutReading')}
      </p>
      {canWrite && <KeepForm page={page} />}
      {restore.error !== null && <Problem error={restore.error} />}
      <div role="status">
        {restore.data && (
          <div className={cx(layout['row'])}>
            <span>{t('workspace.versions.done', { n: restore.variables })}</span>
            <ButtonLink to={path}>{t('workspace.versions.toPage')}</ButtonLink>
          </div>
        )}
      </div>
      {versions.length === 0 ? (
        <EmptyState title={t('workspace.versions.none')}>{t('workspace.versions.noneText')}</EmptyState>
      ) : (
        <ul className={cx(lines['list'])} aria-label={t('workspace.versions.title')}>
          {versions.map((version) => (
            <VersionLine
              key={version.n}
              version={version}
              onRead={() => setReadN(version.n)}
              onRestore={canWrite ? () => restore.mutate(version.n) : null}
              isRestoring={restore.isPending && restore.variables === version.n}
            />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
      {readN !== null && <VersionText page={page} n={readN} onClose={() => setReadN(null)} />}
    </div>
  );
}

function KeepForm({ page }: { readonly page: VersionsOf }) {
  const { t } = useTranslation();
  const format = useFormat();
  const keep = useKeepVersion(page);
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const isTooLong = trimmed.length > PAGE_VERSION_NAME_MAX;
  return (
    <form
      className={cx(layout['stack'], layout['tight'], layout['measure'])}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === '' || isTooLong || keep.isPending) return;
        keep.mutate(trimmed, {
          onSuccess: () => {
            setName('');
            announce(t('workspace.versions.kept', { name: trimmed }));
          },
        });
      }}
    >
      <TextField
        label={t('workspace.versions.name')}
        hint={t('workspace.versions.nameHint')}
        value={name}
        onChange={setName}
        error={
          isTooLong
            ? t('workspace.pages.titleTooLong', { max: format.number(PAGE_VERSION_NAME_MAX) })
            : undefined
        }
      />
      {keep.error !== null && <Problem error={keep.error} />}
      <div>
        <Button type="submit" isPending={keep.isPending}>
          {t('workspace.versions.keep')}
        </Button>
      </div>
    </form>
  );
}
