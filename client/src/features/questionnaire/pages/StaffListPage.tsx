import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { Table } from '../../../ui/Table.tsx';
import { type Row, useQuestionnaires } from '../api.ts';
import { STATE_TONES } from '../state-tones.ts';

/** The questionnaires of the course, for staff. */
export function StaffListPage() {
  const { t } = useTranslation();
  const query = useQuestionnaires();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('questionnaire.title')}
        aside={
          <div className={cx(layout['row'])}>
            <ButtonLink to="/questionnaires/bank">{t('questionBank.title')}</ButtonLink>
            {query.data.pages[0]?.can.create === true && (
              <ButtonLink to="/questionnaires/new" variant="primary">
                {t('questionnaire.build.new')}
              </ButtonLink>
            )}
          </div>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('questionnaire.list.empty.title')}>
          {t('questionnaire.list.empty.text')}
        </EmptyState>
      ) : (
        <List rows={rows} />
      )}
      <LoadMore query={query} />
    </div>
  );
}

const titleCell = ({ id, title }: Row) => <Link to={`/questionnaires/${id}`}>{title}</Link>;
const stateCell = (state: Row['state'], text: string) => <Badge tone={STATE_TONES[state]}>{text}</Badge>;

function List({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={t('questionnaire.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('questionnaire.build.title'),
          cell: (row) => titleCell(row),
        },
        {
          key: 'state',
          title: t('questionnaire.list.state'),
          cell: ({ state }) => stateCell(state, t(`questionnaire.state.${state}`)),
        },
        {
          key: 'visibility',
          title: t('questionnaire.build.visibility'),
          cell: ({ visibility }) => t(`questionnaire.visibility.${visibility}.name`),
        },
        {
          key: 'closesAt',
          title: t('questionnaire.build.closesAt'),
          cell: ({ closesAt }) => (closesAt === null ? t('common.none') : format.shortMoment(closesAt)),
        },
        {
          key: 'answers',
          title: t('questionnaire.list.answers'),
          cell: ({ answers }) => format.number(answers),
        },
      ]}
    />
  );
}
