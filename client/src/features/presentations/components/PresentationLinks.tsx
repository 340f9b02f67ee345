import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { usePresentations } from '../api.ts';

/** The way to presentations: for learners once there are slots, with the one of their group. */
export function PresentationLinks({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = usePresentations(activityId);
  // What learners need not know yet is nothing to load a page for.
  if (data === undefined || (data.slots.length === 0 && !data.can.lead)) return null;
  const own = data.slots.filter(({ group }) => group?.isOwn === true);
  return (
    <section aria-labelledby="presentations" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="presentations">{t('presentations.title')}</h2>
      {own.map(({ slotId, startsAt }) => (
        <p key={slotId}>{t('presentations.ownAt', { when: format.moment(startsAt) })}</p>
      ))}
      {own.length === 0 && data.can.book && !data.can.lead && data.waiting.length > 0 && (
        <p>{t('presentations.toBook')}</p>
      )}
      <p>
        <Link to={`/group-work/${activityId}/presentations`}>{t('presentations.open')}</Link>
      </p>
    </section>
  );
}
