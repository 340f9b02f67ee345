import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import lines from '../../../ui/lines.module.css';
import { milestoneText } from '../milestone-text.ts';
import { type OwnMilestone, useChecklist } from '../milestones-api.ts';
import styles from './Discussion.module.css';

/** What is expected of the reader, until when, and what of it is done; for staff what is expected of everybody. */
export default function Checklist({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const query = useChecklist(activityId);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { items, isOwn } = query.data;
  const met = items.filter((one) => one.met).length;
  const next = items
    .flatMap(({ dueAt, ...one }) => (one.met || one.isOver || dueAt === null ? [] : [{ ...one, dueAt }]))
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
    .at(0);
  return (
    <section aria-labelledby="expected" className={cx(layout['stack'], layout['tight'])}>
      <div className={cx(styles['tools'])}>
        <h2 id="expected">{t(isOwn ? 'expectations.title' : 'expectations.staffTitle')}</h2>
        {isOwn && (
          <span className={cx(layout['muted'])}>
            {t('expectations.progress', { done: format.number(met), all: format.number(items.length) })}
          </span>
        )}
      </div>
      {isOwn && next !== undefined && (
        <p>
          {t('expectations.next', {
            what: t(`expectations.kind.${next.kind}`, { n: format.number(next.count) }),
            when: format.relative(next.dueAt, now),
          })}
        </p>
      )}
      <ol className={cx(lines['list'])}>
        {items.map((item) => (
          <Item key={item.n} item={item} isOwn={isOwn} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item, isOwn }: { readonly item: OwnMilestone; readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { dueAt, points, met, tooShort, samePerson } = item;
  const when = dueAt !== null && {
    when: t('moment.withRelative', { absolute: format.moment(dueAt), relative: format.relative(dueAt, now) }),
  };
  const facts = [
    ...(when === false ? [] : [t('expectations.until', when)]),
    ...(points > 0 ? [t('expectations.points', { n: format.number(points) })] : []),
  ];
  const lacks = [
    ...(tooShort > 0 ? [t('expectations.tooShort', { n: format.number(tooShort) })] : []),
    ...(samePerson > 0 ? [t('expectations.samePerson', { n: format.number(samePerson) })] : []),
  ];
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <span>{milestoneText(item, t, format)}</span>
        {facts.length > 0 && (
          <span className={cx(layout['muted'], layout['small'])}>{facts.join(' · ')}</span>
        )}
        {isOwn &&
          !met &&
          lacks.map((text) => (
            <span key={text} className={cx(layout['small'])}>
              {text}
            </span>
          ))}
      </div>
      {isOwn && <Standing item={item} />}
    </li>
  );
}

function Standing({ item: { met, isOver, done, count } }: { readonly item: OwnMilestone }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (met) return <Badge tone="good">{t('expectations.state.met')}</Badge>;
  return (
    <Badge tone={isOver ? 'bad' : done > 0 ? 'info' : 'neutral'}>
      {t(isOver ? 'expectations.state.missed' : 'expectations.state.open', {
        done: format.number(done),
        n: format.number(count),
      })}
    </Badge>
  );
}
