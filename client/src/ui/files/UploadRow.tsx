import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/context.ts';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { refusalText } from './file-text.ts';
import styles from './files.module.css';
import type { Upload } from './uploader.ts';

interface UploadRowProps {
  readonly upload: Upload;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

/** One file on its way. */
export function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, size, sent, state, error } = upload;
  const percent = format.percent(size === 0 ? 100 : (sent / size) * 100);
  const isMoving = state === 'sending' || state === 'paused' || state === 'checking';
  return (
    <li className={cx(styles['row'], state === 'failed' && styles['failed'])}>
      <div className={cx(styles['about'])}>
        <bdi className={cx(styles['name'])}>{name}</bdi>
        <span className={cx(styles['note'])}>
          {format.bytes(size)} · {t(`files.state.${state}`, { percent })}
        </span>
        {isMoving && (
          <progress
            className={cx(styles['bar'])}
            aria-label={t('files.progress', { name })}
            max={size}
            value={sent}
          />
        )}
        {state === 'failed' && (
          <span role="alert" className={cx(styles['error'])}>
            {refusalText(error, name, t, format)}
          </span>
        )}
      </div>
      <div className={cx(styles['actions'])}>
        {state === 'failed' && (
          <Button variant="quiet" aria-label={t('files.retryOf', { name })} onPress={onRetry}>
            {t('files.retry')}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-label={t(isMoving || state === 'waiting' ? 'files.cancel' : 'files.remove', { name })}
          onPress={onRemove}
        >
          <span aria-hidden="true">×</span>
        </Button>
      </div>
    </li>
  );
}
