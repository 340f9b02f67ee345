import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import styles from './editor.module.css';
import type { useUploads } from './use-uploads.ts';

type UploadStatusProps = Pick<ReturnType<typeof useUploads>, 'isUploading' | 'problem'>;

/** That images are on their way, or why one was not taken. */
export function UploadStatus({ isUploading, problem }: UploadStatusProps) {
  const { t } = useTranslation();
  return (
    <>
      <div role="status" className={cx(styles['status'])}>
        {isUploading && t('richText.image.uploading')}
      </div>
      <div role="alert" className={cx(styles['status'], styles['problem'])}>
        {problem}
      </div>
    </>
  );
}
