import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { MessagePage } from '../../../app/Landing.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type OwnOpening, useOwnOpening } from '../opening-api.ts';

type StateNoteProps =
  { readonly state: 'notOpen'; readonly activityId: string } | { readonly state: 'closed' };

/** What learners are told of an activity that is not open: not yet, or no more. */
export default function StateNote(props: StateNoteProps) {
  const { t } = useTranslation();
  if (props.state === 'notOpen') return <NotOpen activityId={props.activityId} />;
  return (
    <Banner tone="info" title={t('publication.learner.closed')}>
      {t('publication.learner.closedText')}
    </Banner>
  );
}

/** A draft, or an activity before which something else has to be done; it opens by itself. */
function NotOpen({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, isPending } = useOwnOpening(activityId);
  const isOpen = data?.isOpen === true;
  useEffect(() => {
    if (isOpen)
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(activityId) && queryKey[0] !== 'own opening',
      });
  }, [queries, activityId, isOpen]);
  if (isPending || isOpen) return <PageSkeleton />;
  if (data === undefined)
    return (
      <MessagePage title={t('publication.learner.notOpen')} text={t('publication.learner.notOpenText')} />
    );
  return <Waiting opening={data} />;
}

function Waiting({ opening: { opensAt, after } }: { readonly opening: OwnOpening }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading title={t('publication.learner.notOpen')} />
      {opensAt !== null && (
        <p className={cx(layout['prose'])}>{t('opening.own.from', { when: format.moment(opensAt) })}</p>
      )}
      {after.length > 0 && (
        <>
          <p className={cx(layout['prose'])}>{t('opening.own.first')}</p>
          <ul className={cx(layout['stack'], layout['tight'], layout['plainList'])}>
            {after.map(({ kind, id, title, percent, isMet }) => (
              <li key={`${id}/${String(percent)}`} className={cx(layout['row'])}>
                <Needed kind={kind} id={id} title={title} percent={percent} />
                <Badge tone={isMet ? 'good' : 'neutral'}>
                  {t(isMet ? 'opening.own.done' : 'opening.own.open')}
                </Badge>
              </li>
            ))}
          </ul>
          <p className={cx(layout['prose'], layout['muted'])}>{t('opening.own.byItself')}</p>
        </>
      )}
    </div>
  );
}

/** What has to be done before, with the way there. */
function Needed({ kind, id, title, percent }: Omit<OwnOpening['after'][number], 'isMet'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (title === null) return <span>{t('opening.gone')}</span>;
  // Who was at a session, staff record.
  if (kind === 'session') return <span>{t('opening.afterSession', { title })}</span>;
  return kind === 'activity' ? (
    <Link to={`/activities/${id}`}>{t('opening.afterActivity', { title })}</Link>
  ) : (
    <Link to={`/questionnaires/${id}`}>
      {t('opening.afterCheck', { title, percent: format.percent(percent ?? 0) })}
    </Link>
  );
}
