import { useTranslation } from 'react-i18next';
import type { MatrixItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { BarChart } from '../../../ui/charts.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { Results, Tally } from '../api.ts';

interface PeopleResultProps {
  readonly item: MatrixItem;
  readonly tally: Tally;
  readonly people: Results['people'];
}

type Person = Results['people'][number];

/** What was said of people by those of their groups: of all together as a plot, of each in a table. */
export function PeopleResult({ item, tally, people }: PeopleResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = new Map(tally.counts.map(({ key, count }) => [key, count]));
  const countOf = (person: Person, columnId: string) => found.get(`${person.id}/${columnId}`) ?? 0;
  const about = people.filter((person) => item.columns.some(({ id }) => countOf(person, id) > 0));
  const nameOf = ({ name }: Person) => name ?? t('questionnaire.results.nameless');
  const columns: DataColumn<Person>[] = [
    { key: 'name', title: t('questionnaire.results.name'), cell: nameOf, value: nameOf },
    ...item.columns.map(({ id, text }): DataColumn<Person> => ({
      key: id,
      title: text,
      cell: (person) => format.number(countOf(person, id)),
      value: (person) => countOf(person, id),
    })),
  ];
  return (
    <>
      <BarChart
        title={item.text}
        labelTitle={t('questionnaire.results.answer')}
        valueTitle={t('questionnaire.results.count')}
        data={item.columns.map(({ id, text }) => ({
          label: text,
          value: about.reduce((sum, person) => sum + countOf(person, id), 0),
        }))}
      />
      {about.length > 0 && (
        <DataTable
          label={t('groupRows.perPerson', { question: item.text })}
          columns={columns}
          rows={about}
          rowKey={({ id }) => id}
          exportName={item.text}
        />
      )}
    </>
  );
}
