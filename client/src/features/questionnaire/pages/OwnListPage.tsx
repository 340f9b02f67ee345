import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type OwnRow, useOwnQuestionnaires } from '../api.ts';
import styles from '../components/Questionnaire.module.css';

/** What one may answer, and what one has answered. */
export function OwnListPage() {
  const { t } = useTranslation();
  const query = useOwnQuestionnaires();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading title={t('questionnaire.title')} />
      {rows.length === 0 && (
        <EmptyState title={t('questionnaire.own.empty.title')}>
          {t('questionnaire.own.empty.text')}
        </EmptyState>
      )}
      <ul className={cx(styles['items'])}>
        {rows.map((row) => (
          <OwnItem key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore query={query} />
    </div>
  );
}

function OwnItem({ row: { id, title, status, begun, closesAt } }: { readonly row: OwnRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = status === 'open' && begun ? 'begun' : status;
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <div className={cx(layout['row'])}>
        <Link to={`/questionnaires/${id}`}>{title}</Link>
        <Badge tone={status === 'answered' ? 'good' : 'info'}>{t(`questionnaire.own.status.${state}`)}</Badge>
      </div>
      {status === 'open' && closesAt !== null && (
        <span className={cx(layout['muted'])}>
          {t('questionnaire.own.until', { when: format.moment(closesAt) })}
        </span>
      )}
    </li>
  );
}
