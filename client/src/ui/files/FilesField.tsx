import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { extensionsOf, type FileGroup } from '../../../../server/src/contracts/file-groups.ts';
import { FILE_TYPES } from '../../../../server/src/contracts/file-types.ts';
import { FILE_BYTES_MAX, FILE_GROUPS } from '../../../../server/src/contracts/limits.ts';
import { announce } from '../announce.ts';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import type { AttachedFileView, FileItem, FileView } from './api.ts';
import { DropZone } from './DropZone.tsx';
import { FileList } from './FileList.tsx';
import styles from './files.module.css';
import { UploadRow } from './UploadRow.tsx';
import { useUploader } from './use-uploader.ts';

interface FilesFieldProps {
  readonly label: string;
  /** What the files are for. */
  readonly item: FileItem;
  /** Files that are there already. */
  readonly files: readonly AttachedFileView[];
  readonly max: number;
  /** Kinds of files that are taken, and how large one may be; all, and as large as the tool allows. */
  readonly groups?: readonly FileGroup[];
  readonly bytesMax?: number;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Whether readers will not know whose they are. */
  readonly isAnonymous: boolean;
  readonly isReadOnly?: boolean;
  readonly onAdd: (file: FileView) => void;
  readonly onRemove: (fileId: string) => void;
}

/** Takes files by choice and drop, shows how far each has come and what is there. */
export function FilesField({
  label,
  item,
  files,
  max,
  groups = FILE_GROUPS,
  bytesMax = FILE_BYTES_MAX,
  hint = '',
  error,
  isAnonymous,
  isReadOnly = false,
  onAdd,
  onRemove,
}: FilesFieldProps) {
  const { t } = useTranslation();
  const { uploader, uploads } = useUploader(item);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  // What was broken off before a reload is shown, to go on with; without an answer there is just less to see.
  useEffect(() => {
    if (!isReadOnly) uploader.recall().catch(() => undefined);
  }, [uploader, isReadOnly]);

  async function take(chosen: readonly File[]): Promise<void> {
    const room = Math.max(0, max - files.length - uploads.length);
    if (chosen.length > room) announce(t('files.refused.tooMany', { max }));
    for (const adding of chosen.slice(0, room)) {
      void uploader.add([adding]).then(([file]) => {
        if (!file) return;
        onAdd(file);
        announce(t('files.done', { name: file.name }));
      });
    }
  }

  function remove(fileId: string): void {
    const name = files.find(({ id }) => id === fileId)?.name ?? '';
    onRemove(fileId);
    announce(t('files.removed', { name }));
    // The pressed button is gone: the focus stays near it.
    list.current?.focus();
  }

  return (
    <div className={cx(field['field'])}>
      <span className={cx(field['label'])} id={`files-${item.id}`}>
        {label}
      </span>
      <div
        ref={list}
        role="group"
        tabIndex={-1}
        aria-labelledby={`files-${item.id}`}
        className={cx(styles['files'])}
      >
        {!isReadOnly && (
          <DropZone
            onFiles={(dropped) => void take(dropped)}
            onChoose={() => input.current?.click()}
            max={max}
            bytesMax={bytesMax}
          />
        )}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('files.choose')}
          accept={extensionsOf(groups).join(',')}
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            // The same file can be chosen again, to go on with it.
            event.target.value = '';
          }}
        />
        {uploads.length > 0 && (
          <ul className={cx(styles['list'])}>
            {uploads.map((upload) => (
              <UploadRow
                key={upload.id}
                upload={upload}
                onRemove={() => uploader.remove(upload.id)}
                onRetry={() => uploader.retry(upload.id)}
              />
            ))}
          </ul>
        )}
        <FileList files={files} {...(!isReadOnly && { onRemove: remove })} />
        {isAnonymous && <AnonymityNote files={files} />}
        {error === undefined && hint !== '' && <p className={cx(field['hint'])}>{hint}</p>}
        {error !== undefined && <p className={cx(field['error'])}>{error}</p>}
      </div>
    </div>
  );
}

/** What is done about names in the files, and what is left to the author. */
function AnonymityNote({ files }: { readonly files: readonly AttachedFileView[] }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  const stays = files.filter(({ type }) => FILE_TYPES[type ?? '']?.authorData === 'stays');
  return (
    <p className={cx(field['hint'])}>
      {t('files.cleaned')}
      {stays.length > 0 && (
        <strong>
          {' '}
          {stays.map(({ name }) => name).join(', ')}: {t('files.staysNamed')}
        </strong>
      )}
    </p>
  );
}
