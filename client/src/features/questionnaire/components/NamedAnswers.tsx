import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cellsOf, headingsOf, withPeople } from '../../../../../server/src/contracts/questionnaire-cells.ts';
import type { AttachedFileView } from '../../../../../server/src/contracts/files.ts';
import type { Item } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { type NamedAnswer, type Results, useNamedAnswers } from '../api.ts';

interface NamedAnswersProps {
  readonly id: string;
  readonly results: Results;
  /** Its score is a gradebook column. */
  readonly isGraded: boolean;
}

/** Who said what, for staff; points lead to how the grade came about. */
export function NamedAnswers({ id, results, isGraded }: NamedAnswersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useNamedAnswers(id, results.version);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  const files = query.data.pages.flatMap((page) => page.files);
  const people = query.data.pages.flatMap((page) => page.people);
  const items = withPeople(
    results.items,
    [...new Map(people.map((person) => [person.id, person])).values()].map(({ id: personId, name }) => ({
      id: personId,
      text: name ?? t('questionnaire.results.nameless'),
    })),
  );
  const nameOf = ({ name }: NamedAnswer) => name ?? t('questionnaire.results.nameless');
  function pointsCell(row: NamedAnswer) {
    const { memberId, score } = row;
    if (score === null) return '';
    const points = format.number(score.points);
    if (!isGraded) return points;
    return (
      <Link
        to={`/questionnaires/${id}/grades/${id}/${memberId}`}
        aria-label={t('reconciliation.table.historyOf', { text: points, name: nameOf(row) })}
      >
        {points}
      </Link>
    );
  }
  const ofRounds: DataColumn<NamedAnswer>[] = [
    {
      key: 'round',
      title: t('rounds.round'),
      cell: ({ round }) => format.number(round),
      value: ({ round }) => round,
    },
  ];
  const ofCheck: DataColumn<NamedAnswer>[] = [
    {
      key: 'attempt',
      title: t('check.scores.attempt'),
      cell: ({ attempt }) => format.number(attempt),
      value: ({ attempt }) => attempt,
    },
    {
      key: 'points',
      title: t('check.scores.points'),
      cell: (row) => pointsCell(row),
      value: ({ score }) => score?.points ?? null,
    },
  ];
  const ofTeams: DataColumn<NamedAnswer>[] = [
    {
      key: 'group',
      title: t('team.results.group'),
      cell: ({ team }) => team?.group ?? '',
      value: ({ team }) => team?.group ?? null,
    },
    {
      key: 'together',
      title: t('team.results.percent'),
      cell: ({ team }) => (typeof team?.percent === 'number' ? format.percent(team.percent) : ''),
      value: ({ team }) => team?.percent ?? null,
    },
  ];
  const columns: DataColumn<NamedAnswer>[] = [
    { key: 'name', title: t('questionnaire.results.name'), cell: nameOf, value: nameOf },
    {
      key: 'sent',
      title: t('questionnaire.results.sent'),
      cell: ({ submittedAt }) => format.shortMoment(submittedAt),
      value: ({ submittedAt }) => submittedAt,
    },
    ...(results.rounds.length > 1 ? ofRounds : []),
    ...(results.scores === null ? [] : ofCheck),
    ...(results.team === null ? [] : ofTeams),
    ...items.flatMap((item) =>
      headingsOf(item).map((title, index): DataColumn<NamedAnswer> => {
        if (item.kind === 'file') return fileColumn(item, files);
        const said = ({ answers }: NamedAnswer) => cellsOf(item, answers[item.id])[index] ?? '';
        return { key: `${item.id}-${index}`, title, cell: said, value: said };
      }),
    ),
  ];
  return (
    <div className={cx(layout['stack'])}>
      <h2>{t('questionnaire.results.named')}</h2>
      <DataTable
        label={t('questionnaire.results.named')}
        columns={columns}
        rows={rows}
        rowKey={({ memberId, round, attempt }) => `${memberId}-${round}-${attempt}`}
        exportName={results.title}
      />
      <LoadMore query={query} />
    </div>
  );
}

/** The files that answer a question, to be opened and saved. */
function fileColumn({ id, text }: Item, files: readonly AttachedFileView[]): DataColumn<NamedAnswer> {
  const given = ({ answers }: NamedAnswer) => {
    const ids = answers[id];
    return Array.isArray(ids) ? files.filter((file) => ids.includes(file.id)) : [];
  };
  return {
    key: id,
    title: text,
    cell: (row) => <FileList files={given(row)} />,
    value: (row) =>
      given(row)
        .map(({ name }) => name)
        .join('; '),
  };
}
