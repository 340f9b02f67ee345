import { useState } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Table } from '../ui/Table.tsx';
import type { DataColumn } from '../ui/table-rows.ts';
import { type PersonRow, people } from './people.ts';
import { Row, Section, Specimen } from './Specimen.tsx';

const TONES: Record<PersonRow['state'], Tone> = { Waiting: 'info', Sent: 'good', Failed: 'bad' };

const COLUMNS: DataColumn<PersonRow>[] = [
  {
    key: 'name',
    title: 'Name',
    share: 2,
    value: ({ name }) => name,
    cell: ({ name }) => (
      <Row>
        <Avatar name={name} />
        {name}
      </Row>
    ),
  },
  {
    key: 'given',
    title: 'Reviews given',
    isNumber: true,
    value: ({ given }) => given,
    cell: ({ given }) => `${given} of 3`,
  },
  {
    key: 'grade',
    title: 'Grade',
    isNumber: true,
    value: ({ grade }) => grade,
    cell: ({ grade }) => grade ?? '–',
  },
  {
    key: 'state',
    title: 'Gradebook',
    isFilter: true,
    value: ({ state }) => state,
    cell: ({ state }) => <Badge tone={TONES[state]}>{state}</Badge>,
  },
];

const FEW = people(8);
const MANY = people(10_000);

export function TablesSection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['1', '3']));
  const [isAll, setIsAll] = useState(false);
  const rows = MANY.slice(0, isAll ? 400 : 100);
  return (
    <Section title="Tables">
      <Specimen name="Table" isWide>
        <Table label="Plain table" columns={COLUMNS} rows={FEW.slice(0, 3)} rowKey={({ id }) => id} />
      </Specimen>
      <Specimen name="DataTable, with rows to pick" isWide>
        <DataTable
          label="Few learners"
          columns={COLUMNS}
          rows={FEW}
          rowKey={({ id }) => id}
          exportName="learners"
          picking={{ ids, onChange: setIds, actions: <Button>Send a reminder</Button> }}
        />
      </Specimen>
      <Specimen name="DataTable, 10,000 rows" isWide>
        <DataTable
          label="Many learners"
          columns={COLUMNS}
          rows={MANY}
          rowKey={({ id }) => id}
          exportName="learners"
        />
      </Specimen>
      <Specimen name="DataTable, not all loaded" isWide>
        <DataTable
          label="A part of the learners"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
          exportName="learners"
          remainder={
            isAll ? undefined : { total: 400, loadAll: () => setTimeout(() => setIsAll(true), 1500) }
          }
        />
      </Specimen>
    </Section>
  );
}
