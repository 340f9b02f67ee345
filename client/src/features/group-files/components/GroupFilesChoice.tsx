import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { AttachedFileView } from '../../../ui/files/api.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useGroupFiles } from '../api.ts';

interface GroupFilesChoiceProps {
  readonly place: RoomPlace;
  /** Files that are chosen already. */
  readonly chosen: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChoose: (file: AttachedFileView) => void;
}

/** Which files of the group are handed in, each as it is now; nothing while there is none to choose. */
export function GroupFilesChoice({ place, chosen, isReadOnly, onChoose }: GroupFilesChoiceProps) {
  const { t } = useTranslation();
  const newest = (useGroupFiles(place).data?.items ?? []).flatMap(({ entryId, versions: [version] }) =>
    version && !chosen.includes(version.file.id) ? [{ entryId, ...version }] : [],
  );
  if (newest.length === 0) return null;
  return (
    <section aria-label={t('groupFiles.choose.title')} className={cx(layout['stack'], layout['tight'])}>
      <h3>{t('groupFiles.choose.title')}</h3>
      <p className={cx(layout['muted'], layout['small'])}>{t('groupFiles.choose.hint')}</p>
      <ul className={cx(lines['list'])}>
        {newest.map(({ entryId, n, file }) => (
          <li key={entryId} className={cx(lines['line'])}>
            <span className={cx(lines['about'])}>
              <bdi>{file.name}</bdi>
              <span className={cx(layout['muted'], layout['small'])}>
                {t('groupFiles.choose.version', { n })}
              </span>
            </span>
            <Button
              isDisabled={isReadOnly}
              aria-label={t('groupFiles.choose.addOf', { name: file.name })}
              onPress={() => onChoose(file)}
            >
              {t('groupFiles.choose.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
