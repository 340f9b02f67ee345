import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../app/api-client.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface SlowModeProps {
  readonly minutes: number;
  /** Why the last try to post failed. */
  readonly error: unknown;
}

/** How long one waits between two posts, said where one writes; after a post too soon also until when. */
export function SlowMode({ minutes, error }: SlowModeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const until =
    error instanceof ApiError && error.code === 'POST_TOO_SOON' ? error.details['until'] : undefined;
  return (
    <>
      <p className={cx(layout['muted'], layout['small'])}>{t('discussion.write.slow', { count: minutes })}</p>
      {typeof until === 'string' && (
        <p role="status">{t('discussion.write.slowUntil', { when: format.moment(until) })}</p>
      )}
    </>
  );
}
