import { useTranslation } from 'react-i18next';
import { GROUP_FILES_MAX } from '../../../../../server/src/contracts/room-limits.ts';
import { newId } from '../../../app/new-id.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { groupFileItem, type GroupFiles, useGroupFiles, usePutFile } from '../api.ts';
import { GroupFileCard } from '../components/GroupFileCard.tsx';

/** Files that a group keeps together. */
export default function FilesPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useGroupFiles(place);
  return (
    <RoomPage place={place} title={t('groupFiles.title')} query={query}>
      {(view) => <Files place={place} view={view} />}
    </RoomPage>
  );
}

function Files({ place, view }: { readonly place: RoomPlace; readonly view: GroupFiles }) {
  const { t } = useTranslation();
  const put = usePutFile(place);
  const { room, items } = view;
  return (
    <div className={cx(layout['stack'], layout['measure'])}>
      {room.can.write && (
        <FilesField
          label={t('groupFiles.add')}
          hint={t('groupFiles.hint')}
          item={groupFileItem(place)}
          files={[]}
          max={GROUP_FILES_MAX - items.length}
          isAnonymous={false}
          onAdd={({ id }) => put.mutate({ entryId: newId(), fileId: id, expectedVersion: 0 })}
          onRemove={() => undefined}
        />
      )}
      {put.error !== null && <Problem error={put.error} />}
      {items.length === 0 ? (
        <EmptyState title={t('groupFiles.empty.title')}>{t('groupFiles.empty.text')}</EmptyState>
      ) : (
        <ul className={cx(layout['stack'], layout['plainList'])}>
          {items.map((entry) => (
            <GroupFileCard key={entry.entryId} place={place} entry={entry} mayWrite={room.can.write} />
          ))}
        </ul>
      )}
    </div>
  );
}
