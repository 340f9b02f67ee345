import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { useNextAction, type WaitingItem } from '../api.ts';
import styles from '../pages/QueuePage.module.css';

/** One matter that waits: why, since when, what the other side said, and the button for what to do next. */
export function QueueItem({ item }: { readonly item: WaitingItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const action = useNextAction(item.nextAction);
  const { code, params } = item.because;
  const matter = t(`queue.because.${code}`);
  const retry = () => action.mutate(undefined, { onSuccess: () => announce(t('queue.retried')) });
  return (
    <li className={cx(styles['item'])}>
      <div className={cx(styles['text'])}>
        <h2>{matter}</h2>
        {Object.entries(params).map(([name, value]) => (
          <p key={name} className={cx(styles['detail'])}>
            {value}
          </p>
        ))}
        <p>{t(`queue.advice.${code}`)}</p>
        <p className={cx(layout['muted'], layout['small'])}>
          {t('queue.since', {
            when: t('moment.withRelative', {
              absolute: format.moment(item.since),
              relative: format.relative(item.since, now),
            }),
          })}
          {item.until !== null && ` · ${t('queue.until', { when: format.moment(item.until) })}`}
        </p>
        {action.error !== null && <Problem error={action.error} />}
        {action.isSuccess && <p>{t('queue.retried')}</p>}
      </div>
      {action.isSuccess ? (
        <Badge tone="info">{t('queue.done')}</Badge>
      ) : (
        <Button
          isPending={action.isPending}
          aria-label={t('queue.retryFor', { matter: subjectOf(item, matter) })}
          onPress={retry}
        >
          {t(action.isPending ? 'queue.retrying' : 'queue.retry')}
        </Button>
      )}
    </li>
  );
}

/** Whom it is about where the reason names somebody, so that several buttons sound different. */
const subjectOf = ({ because }: WaitingItem, matter: string): string =>
  String(because.params['member'] ?? because.params['name'] ?? matter);
