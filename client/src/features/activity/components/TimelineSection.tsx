import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Timeline, useTimeline } from '../timeline-api.ts';
import { DatesTable } from './DatesTable.tsx';

const ExtensionDialog = lazy(() => import('./ExtensionDialog.tsx'));
const AccommodationDialog = lazy(() => import('./AccommodationDialog.tsx'));

interface TimelineSectionProps {
  readonly activityId: string;
  readonly memberId: string;
}

/** One learner's dates, and what makes them differ from everybody's. */
export function TimelineSection({ activityId, memberId }: TimelineSectionProps) {
  const { t } = useTranslation();
  const query = useTimeline(activityId, memberId);
  const [open, setOpen] = useState<'extension' | 'accommodation' | null>(null);
  const timeline = query.data;
  // Who has left the course has dates no more.
  if (query.error !== null && 'code' in query.error && query.error.code === 'MEMBER_NOT_LEARNING')
    return null;
  const close = (): void => setOpen(null);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="dates">
      <h2 id="dates">{t('timeline.title')}</h2>
      {query.isPending && <Skeleton />}
      {query.error !== null && timeline === undefined && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {timeline !== undefined && (
        <>
          <DatesTable label={t('timeline.title')} steps={timeline.steps} />
          <Reasons timeline={timeline} />
          {timeline.can.edit && (
            <div className={cx(layout['row'])}>
              <Button onPress={() => setOpen('extension')}>{t('timeline.extension.open')}</Button>
              <Button onPress={() => setOpen('accommodation')}>{t('timeline.accommodation.open')}</Button>
            </div>
          )}
          <div>
            <Link to={`/activities/${activityId}/extensions`}>{t('timeline.list.link')}</Link>
          </div>
          <Suspense fallback={null}>
            {open === 'extension' && (
              <ExtensionDialog activityId={activityId} timeline={timeline} onClose={close} />
            )}
            {open === 'accommodation' && <AccommodationDialog timeline={timeline} onClose={close} />}
          </Suspense>
        </>
      )}
    </section>
  );
}

function Reasons({
  timeline: { extension, accommodation, groups, lmsUntil },
}: {
  readonly timeline: Timeline;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const isExtended = Object.keys(extension.until).length > 0;
  const { percent, days } = accommodation;
  const extra = [
    ...(percent > 0 ? [t('timeline.accommodation.longer', { percent: format.percent(percent) })] : []),
    ...(days > 0 ? [t('timeline.accommodation.moreDays', { count: days })] : []),
  ];
  if (!isExtended && extra.length === 0 && groups.length === 0 && lmsUntil === null) return null;
  return (
    <ul className={cx(layout['small'], layout['plainList'])}>
      {isExtended && (
        <li>
          {t('timeline.extension.given', { when: format.moment(extension.changedAt ?? '') })}
          {extension.reason !== '' && ` ${t('timeline.reasonIs', { reason: extension.reason })}`}
        </li>
      )}
      {lmsUntil !== null && <li>{t('timeline.byCourse', { when: format.moment(lmsUntil) })}</li>}
      {groups.length > 0 && (
        <li>
          {t('timeline.groups.byGroups', { groups: format.list(groups.map(({ name }) => name ?? '')) })}
        </li>
      )}
      {extra.length > 0 && (
        <li>
          {t('timeline.accommodation.given', { what: format.list(extra) })}
          {accommodation.reason !== '' && ` ${t('timeline.reasonIs', { reason: accommodation.reason })}`}
        </li>
      )}
    </ul>
  );
}
