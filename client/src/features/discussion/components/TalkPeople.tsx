import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { numberColumn } from '../../peer-review/components/number-column.tsx';
import type { Analytics, Group, Person } from '../analytics-api.ts';

interface TalkPeopleProps {
  readonly activityId: string;
  readonly analytics: Analytics;
  /** Of one group alone: the others have nothing in these figures. */
  readonly isOfGroup: boolean;
}

/** What each learner writes, and each group; as files, too. */
export function TalkPeople({ activityId, analytics, isOfGroup }: TalkPeopleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, people, groups, milestones } = analytics;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="numbers">
      <h2 id="numbers">{t('talkFigures.numbers')}</h2>
      <DataTable
        label={t('talkFigures.people')}
        columns={personColumns(activityId, milestones, t, format)}
        rows={people}
        rowKey={({ id }) => id}
        exportName={`${title} – ${t('talkFigures.people')}`}
      />
      {groups !== null && !isOfGroup && (
        <DataTable
          label={t('talkFigures.groups')}
          columns={groupColumns(t, format)}
          rows={groups}
          rowKey={({ id }) => id}
          exportName={`${title} – ${t('talkFigures.groups')}`}
        />
      )}
    </section>
  );
}

function personColumns(
  activityId: string,
  milestones: number,
  t: TFunction,
  format: Format,
): DataColumn<Person>[] {
  const nameOf = ({ name }: Person): string => name ?? t('discussion.somebody');
  const column = (key: 'threads' | 'replies' | 'received' | 'words' | 'hours' | 'met', digits = 0) =>
    numberColumn<Person>(key, t(`talkFigures.of.${key}`), (row) => row[key], digits, t, format);
  return [
    {
      key: 'name',
      title: t('talkFigures.name'),
      share: 1.6,
      value: nameOf,
      cell: (row) => <Link to={`/discussions/${activityId}/participants/${row.id}`}>{nameOf(row)}</Link>,
    },
    column('threads'),
    column('replies'),
    column('received'),
    column('words'),
    column('hours', 1),
    ...(milestones > 0 ? [column('met')] : []),
  ];
}

function groupColumns(t: TFunction, format: Format): DataColumn<Group>[] {
  const nameOf = ({ name }: Group): string => name ?? t('spaces.gone');
  const column = (key: 'people' | 'writers' | 'posts' | 'words') =>
    numberColumn<Group>(key, t(`talkFigures.of.${key}`), (row) => row[key], 0, t, format);
  return [
    { key: 'name', title: t('talkFigures.group'), share: 1.6, value: nameOf, cell: nameOf },
    column('people'),
    column('writers'),
    column('posts'),
    column('words'),
  ];
}
