import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import type { DataColumn, Sort } from '../table-rows.ts';
import type { Picking } from './data-table-props.ts';
import styles from './DataTable.module.css';

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly picking: Picking | undefined;
  /** The keys of all rows that match. */
  readonly allIds: () => string[];
}

/** The columns' names; pressing one sorts up, then down, then not at all. */
export function DataTableHead<Row>({ columns, sort, onSort, picking, allIds }: DataTableHeadProps<Row>) {
  const { t } = useTranslation();
  const all = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  return (
    <>
      <colgroup>
        {picking !== undefined && <col className={cx(styles['pickColumn'])} />}
        {columns.map(({ key, share = 1 }) => (
          <col key={key} style={{ inlineSize: `${(share / all) * 100}%` }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {picking !== undefined && (
            <th role="columnheader" scope="col" className={cx(styles['pick'])}>
              <PickAll picking={picking} allIds={allIds} label={t('ui.table.pickAll')} />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  );
}

interface HeadCellProps<Row> extends Pick<DataTableHeadProps<Row>, 'sort' | 'onSort'> {
  readonly column: DataColumn<Row>;
}

function HeadCell<Row>({ column: { key, title, value, isNumber }, sort, onSort }: HeadCellProps<Row>) {
  const direction = sort?.key !== key ? 'none' : sort.isDown ? 'descending' : 'ascending';
  const next = { none: { key, isDown: false }, ascending: { key, isDown: true }, descending: null }[
    direction
  ];
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={value === undefined ? undefined : direction}
      className={cx(isNumber === true && styles['number'])}
    >
      {value === undefined ? (
        title
      ) : (
        <button type="button" className={cx(styles['sort'])} onClick={() => onSort(next)}>
          {title}
          <Icon name={direction === 'none' ? 'sort' : direction === 'ascending' ? 'arrowUp' : 'arrowDown'} />
        </button>
      )}
    </th>
  );
}

interface PickAllProps {
  readonly picking: Picking;
  readonly allIds: () => string[];
  readonly label: string;
}

function PickAll({ picking: { ids, onChange }, allIds, label }: PickAllProps) {
  const all = allIds();
  const count = all.filter((id) => ids.has(id)).length;
  const isAll = count > 0 && count === all.length;
  return (
    <label className={cx(styles['box'])}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isAll}
        ref={(input) => {
          if (input !== null) input.indeterminate = count > 0 && !isAll;
        }}
        onChange={() => onChange(isAll ? new Set() : new Set([...ids, ...all]))}
      />
    </label>
  );
}
