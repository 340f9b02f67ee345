import { Button } from 'react-aria-components/Button';
import { DropZone, Text } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import buttons from '../Button.module.css';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './FileDrop.module.css';
import { UploadItem, type Upload } from './UploadItem.tsx';

export interface FileDropProps {
  readonly label: string;
  /** What may be chosen, in words: kinds and sizes. */
  readonly hint: string;
  /** As the `accept` attribute of a file input, one entry each. */
  readonly accept: readonly string[];
  readonly acceptsMany: boolean;
  readonly uploads: readonly Upload[];
  /** Files that were dropped or chosen; whether they are acceptable is for the caller to say, in their upload. */
  readonly onFiles: (files: File[]) => void;
  /** Stops an upload, or takes away what was uploaded. */
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
}

export default function FileDrop(props: FileDropProps) {
  const { label, hint, accept, acceptsMany, uploads, onFiles, onRemove, onRetry } = props;
  const { t } = useTranslation();
  return (
    <div className={cx(styles['files'])}>
      <DropZone
        aria-label={label}
        className={cx(styles['zone'])}
        onDrop={({ items }) => {
          const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
          void Promise.all(files).then((all) => onFiles(acceptsMany ? all : all.slice(0, 1)));
        }}
      >
        <Icon name="upload" />
        <Text slot="label" className={cx(styles['label'])}>
          {t(acceptsMany ? 'ui.files.dropMany' : 'ui.files.dropOne')}
        </Text>
        <FileTrigger
          acceptedFileTypes={accept}
          allowsMultiple={acceptsMany}
          onSelect={(list) => onFiles([...(list ?? [])])}
        >
          <Button className={cx(buttons['button'])}>
            {t(acceptsMany ? 'ui.files.chooseMany' : 'ui.files.chooseOne')}
          </Button>
        </FileTrigger>
        <span className={cx(styles['hint'])}>{hint}</span>
      </DropZone>
      {uploads.length > 0 && (
        <ul className={cx(styles['list'])} aria-label={t('ui.files.list')}>
          {uploads.map((upload) => (
            <UploadItem
              key={upload.id}
              upload={upload}
              onRemove={() => onRemove(upload.id)}
              onRetry={() => onRetry(upload.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
