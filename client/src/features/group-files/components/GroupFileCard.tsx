import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { FileList } from '../../../ui/files/FileList.tsx';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type GroupFile, groupFileItem, useDeleteFile, usePutFile } from '../api.ts';

interface GroupFileCardProps {
  readonly place: RoomPlace;
  readonly entry: GroupFile;
  readonly mayWrite: boolean;
}

/** One file: as it is now, what it was before, and what can be done with it. */
export function GroupFileCard({ place, entry, mayWrite }: GroupFileCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const put = usePutFile(place);
  const remove = useDeleteFile(place);
  const { uploader } = useUploader(groupFileItem(place));
  const input = useRef<HTMLInputElement>(null);
  const { entryId } = entry;
  const [newest, ...earlier] = entry.versions;
  if (newest === undefined) return null;
  const { name } = newest.file;
  const saidBy = ({ n, by, at }: typeof newest): string =>
    t('groupFiles.version', {
      n: format.number(n),
      name: by ?? t('groupWork.somebody'),
      when: format.moment(at),
    });

  async function replace(chosen: File | undefined): Promise<void> {
    if (!chosen || !newest) return;
    const [file] = await uploader.add([chosen]);
    if (!file) return;
    put.mutate(
      { entryId, fileId: file.id, expectedVersion: newest.n },
      { onSuccess: () => showToast({ text: t('groupFiles.replaced', { name }) }) },
    );
  }
  const setDeleted = (deleted: boolean) =>
    remove.mutate(
      { entryId, deleted },
      {
        onSuccess: () =>
          deleted
            ? showToast({ text: t('groupFiles.deleted', { name }), undo: () => setDeleted(false) })
            : showToast({ text: t('groupFiles.restored', { name }) }),
      },
    );
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <FileList files={[newest.file]} />
      <p className={cx(layout['muted'], layout['small'])}>{saidBy(newest)}</p>
      {mayWrite && (
        <div className={cx(layout['row'])}>
          <Button
            aria-label={t('groupFiles.replaceOf', { name })}
            isPending={put.isPending}
            onPress={() => input.current?.click()}
          >
            {t('groupFiles.replace')}
          </Button>
          <Button
            aria-label={t('groupFiles.deleteOf', { name })}
            isPending={remove.isPending}
            onPress={() => setDeleted(true)}
          >
            {t('groupFiles.delete')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('groupFiles.replaceOf', { name })}
            onChange={(event) => {
              void replace(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      )}
      {put.error !== null && <Problem error={put.error} />}
      {remove.error !== null && <Problem error={remove.error} />}
      {earlier.length > 0 && (
        <Disclosure title={t('groupFiles.earlier', { name })}>
          <ul className={cx(layout['stack'], layout['plainList'])}>
            {earlier.map((version) => (
              <li key={version.n} className={cx(layout['stack'], layout['tight'])}>
                <FileList files={[version.file]} />
                <p className={cx(layout['muted'], layout['small'])}>{saidBy(version)}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}
