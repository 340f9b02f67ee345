import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Table } from '../../../ui/Table.tsx';
import styles from '../pages/GroupsPage.module.css';

interface RowLeftOut {
  readonly line: number;
  readonly problem: string;
  readonly value: string;
}

const valueCell = ({ value }: RowLeftOut) => <bdi className={cx(styles['value'])}>{value}</bdi>;

interface RowsLeftOutProps<Row extends RowLeftOut> {
  readonly heading: 'h3' | 'h4';
  /** The first of them. */
  readonly rows: readonly Row[];
  readonly count: number;
  readonly whyOf: (row: Row) => string;
}

/** The rows of a file that are not taken in, by line, each with why. */
export function RowsLeftOut<Row extends RowLeftOut>(props: RowsLeftOutProps<Row>) {
  const { heading: Heading, rows, count, whyOf } = props;
  const { t } = useTranslation();
  if (count === 0) return null;
  const title = t('groups.import.problems', { count });
  const hidden = count - rows.length;
  return (
    <>
      <Heading>{title}</Heading>
      <Table
        label={title}
        columns={[
          { key: 'line', title: t('groups.import.line'), cell: ({ line }) => line },
          { key: 'why', title: t('groups.import.problem'), cell: whyOf },
          { key: 'value', title: t('groups.import.value'), cell: valueCell },
        ]}
        rows={rows}
        rowKey={({ line, problem, value }) => `${line} ${problem} ${value}`}
      />
      {hidden > 0 && <p>{t('groups.import.more', { count: hidden })}</p>}
    </>
  );
}
