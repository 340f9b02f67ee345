import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { Table } from '../../../ui/Table.tsx';
import { type CourseSession, useCourseSessions } from '../api.ts';
import { SessionDialog } from '../components/SessionDialog.tsx';

/** The meetings of the course, for staff. */
export default function SessionsPage() {
  const { t } = useTranslation();
  const query = useCourseSessions();
  const [isAdding, setIsAdding] = useState(false);
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const rows = query.data.pages.flatMap((page) => page.items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('attendance.title')}
        trail={[{ title: t('groups.title'), to: '/groups' }]}
        aside={
          <Button variant="primary" onPress={() => setIsAdding(true)}>
            {t('attendance.add')}
          </Button>
        }
      />
      <p className={cx(layout['muted'], layout['measure'])}>{t('attendance.text')}</p>
      {isAdding && <SessionDialog session={null} onClose={() => setIsAdding(false)} />}
      {rows.length === 0 ? (
        <EmptyState title={t('attendance.empty.title')}>{t('attendance.empty.text')}</EmptyState>
      ) : (
        <List rows={rows} />
      )}
      <LoadMore query={query} />
    </div>
  );
}

const titleCell = ({ id, title }: CourseSession) => <Link to={`/course-sessions/${id}`}>{title}</Link>;

function List({ rows }: { readonly rows: readonly CourseSession[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={t('attendance.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('attendance.name'), cell: titleCell },
        { key: 'starts', title: t('attendance.starts'), cell: ({ startsAt }) => format.moment(startsAt) },
        { key: 'place', title: t('attendance.place'), cell: ({ place }) => place || t('common.none') },
        {
          key: 'attended',
          title: t('attendance.attended'),
          cell: ({ attended }) => format.number(attended),
        },
      ]}
    />
  );
}
