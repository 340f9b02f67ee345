import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import progress from '../Progress.module.css';
import styles from './FileDrop.module.css';

/** One file on its way. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes in all, and how many of them have arrived. */
  readonly size: number;
  readonly sent: number;
  /** What failed may be tried again, what was refused would be refused again. */
  readonly state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed' | 'refused';
  /** Why it failed or was refused, translated. */
  readonly error?: string;
}

interface UploadItemProps {
  readonly upload: Upload;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

export function UploadItem({ upload, onRemove, onRetry }: UploadItemProps) {
  const { t, i18n } = useTranslation();
  const { name, size, sent, state, error } = upload;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(
    size === 0 ? 1 : sent / size,
  );
  const isUnderWay = state === 'sending' || state === 'paused';
  const isBad = state === 'failed' || state === 'refused';
  const status = isUnderWay ? t(`ui.files.state.${state}`, { percent }) : t(`ui.files.state.${state}`);
  return (
    <li className={cx(styles['item'], isBad && styles['failed'])}>
      <Icon name={state === 'done' ? 'check' : isBad ? 'warning' : 'file'} />
      <div className={cx(styles['body'])}>
        <div className={cx(styles['text'])}>
          <span className={cx(styles['name'])}>{name}</span>
          <span className={cx(styles['note'])}>
            {sizeText(size, i18n.language)} · {status}
          </span>
          {isUnderWay && (
            <progress
              className={cx(progress['bar'])}
              aria-label={t('ui.files.progress', { name })}
              max={size}
              value={sent}
            />
          )}
          {error !== undefined && <span className={cx(styles['error'])}>{error}</span>}
        </div>
        {(state === 'failed' || state === 'paused') && (
          <Button variant="quiet" aria-label={t('ui.files.retryOf', { name })} onPress={onRetry}>
            <Icon name="retry" />
            {t('ui.files.retry')}
          </Button>
        )}
      </div>
      <Button
        variant="quiet"
        aria-label={t(isUnderWay || state === 'waiting' ? 'ui.files.cancelOf' : 'ui.files.removeOf', {
          name,
        })}
        onPress={onRemove}
      >
        <Icon name="cross" />
      </Button>
    </li>
  );
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `3.4 MB`, as the language writes it. */
function sizeText(bytes: number, locale: string): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}
