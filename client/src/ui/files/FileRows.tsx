import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_TYPES } from '../../../../server/src/contracts/file-types.ts';
import { useApi, useFormat } from '../../app/context.ts';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { Problem } from '../Problem.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { type AnonymousFileView, type AttachedFileView, downloadLink } from './api.ts';
import { kindText } from './file-text.ts';
import type { FileListProps } from './file-list-props.ts';
import { useOpenFile } from './page-notes.ts';
import styles from './files.module.css';

const FilePreview = lazy(() => import('./FilePreview.tsx'));

/** Each file is shown below its line when one wants to see it, or saved. */
export default function FileRows({ files, onRemove }: FileListProps) {
  const { t } = useTranslation();
  return (
    <ul className={cx(styles['list'])} aria-label={t('files.list')}>
      {files.map((file, index) => {
        const name =
          'name' in file ? file.name : t('files.neutralName', { n: index + 1, extension: file.extension });
        return (
          <FileRow
            key={file.id}
            file={file}
            name={name}
            {...(onRemove && { onRemove: () => onRemove(file.id) })}
          />
        );
      })}
    </ul>
  );
}

interface FileRowProps {
  readonly file: AttachedFileView | AnonymousFileView;
  readonly name: string;
  readonly onRemove?: () => void;
}

function FileRow({ file, name, onRemove }: FileRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const id = useId();
  const [isOpen, setIsOpen] = useOpenFile(file.id);
  const [error, setError] = useState<unknown>(null);
  const canPreview = Boolean(FILE_TYPES[file.type ?? '']?.preview);

  async function save(): Promise<void> {
    setError(null);
    try {
      const url = await downloadLink(api, file.id);
      if (url !== null) follow(url);
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <li className={cx(styles['row'])}>
      <div className={cx(styles['about'])}>
        <bdi className={cx(styles['name'])}>{name}</bdi>
        <span className={cx(styles['note'])}>
          {kindText(file.type, t)} · {format.bytes(file.size)}
        </span>
      </div>
      <div className={cx(styles['actions'])}>
        {canPreview && (
          <Button
            variant="quiet"
            aria-label={t(isOpen ? 'files.closeOf' : 'files.openOf', { name })}
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setIsOpen(!isOpen)}
          >
            {t(isOpen ? 'files.close' : 'files.open')}
          </Button>
        )}
        <Button variant="quiet" aria-label={t('files.saveOf', { name })} onPress={() => void save()}>
          {t('files.save')}
        </Button>
        {onRemove && (
          <Button variant="quiet" aria-label={t('files.remove', { name })} onPress={onRemove}>
            <span aria-hidden="true">×</span>
          </Button>
        )}
      </div>
      {error !== null && <Problem error={error} />}
      <div id={id} className={cx(styles['preview'])} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Skeleton />}>
            <FilePreview fileId={file.id} type={file.type ?? ''} name={name} />
          </Suspense>
        )}
      </div>
    </li>
  );
}

/** The server says that it is to be saved, so the page stays. */
function follow(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
