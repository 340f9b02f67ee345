import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { ReadReason } from '../../course/api.ts';
import { useNextAction, type WaitingItem } from '../api.ts';
import styles from '../pages/QueuePage.module.css';

/** One matter that waits: why, since when, what the gradebook said, and the button for what to do next. */
export function QueueItem({ item }: { readonly item: WaitingItem }) {
  const { t } = useTranslation();
  const { nextAction } = item;
  const action = useNextAction();
  const { code, params } = item.because;
  // A matter of the whole course names nobody.
  const isOfCourse = code === 'ROSTER_NOT_READ' || code === 'GROUPS_NOT_READ';
  const name = String(params['name'] ?? t('peerReview.staff.table.unnamed'));
  const words = String(params['words'] ?? '');
  const retried = t(isOfCourse ? 'roster.retried' : 'queue.retried');
  return (
    <li className={cx(styles['item'])}>
      <div className={cx(styles['text'])}>
        <h2>
          {t(`queue.because.${code}`, {
            name,
            count: Number(params['count'] ?? 0),
            marks: String(params['marks'] ?? ''),
          })}
        </h2>
        {isOfCourse && <p>{t(`roster.reason.${params['reason'] as ReadReason}`)}</p>}
        {words !== '' && (
          <p className={cx(styles['detail'])}>{t(isOfCourse ? 'roster.words' : 'queue.words', { words })}</p>
        )}
        <p>{t(`queue.advice.${code}`)}</p>
        <Since item={item} />
        {action.error !== null && <Problem error={action.error} />}
        {action.isSuccess && <p>{retried}</p>}
      </div>
      {item.activityId !== null && (
        <ButtonLink
          to={`/activities/${item.activityId}`}
          aria-label={t('queue.actionFor', { action: t('queue.openActivity'), name })}
        >
          {t('queue.openActivity')}
        </ButtonLink>
      )}
      {code === 'MARKS_DIFFER' && (
        <ButtonLink
          to={`/activities/${params['activityId']}/marking/${params['workId']}`}
          aria-label={t('queue.actionFor', { action: t('queue.openWork'), name })}
        >
          {t('queue.openWork')}
        </ButtonLink>
      )}
      {code === 'DISPUTE_WAITS' && (
        <ButtonLink to={`/activities/${params['activityId']}/disputes`}>{t('queue.openDisputes')}</ButtonLink>
      )}
      {action.isSuccess && <Badge tone="info">{t('queue.done')}</Badge>}
      {!action.isSuccess && nextAction !== null && (
        <Button
          isPending={action.isPending}
          aria-label={t('queue.actionFor', {
            action: t(`queue.action.${nextAction.code}`),
            name: isOfCourse ? t(`queue.because.${code}`) : name,
          })}
          onPress={() => action.mutate(nextAction, { onSuccess: () => announce(retried) })}
        >
          {t(action.isPending ? 'queue.busy' : `queue.action.${nextAction.code}`)}
        </Button>
      )}
    </li>
  );
}

function Since({ item }: { readonly item: WaitingItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const absolute = format.moment(item.since);
  const when = t('moment.withRelative', { absolute, relative: format.relative(item.since, now) });
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {t('queue.since', { when })}
      {item.until !== null && ` · ${t('queue.until', { when: format.moment(item.until) })}`}
    </p>
  );
}
