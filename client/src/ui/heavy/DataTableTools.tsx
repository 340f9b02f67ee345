import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { saveAsFile } from '../save-file.ts';
import { Icon } from '../Icon.tsx';
import { CommandMenu, TickMenu } from '../Menu.tsx';
import { SearchField } from '../SearchField.tsx';
import { type Arrangement, type DataColumn, toCsv, valuesOf } from '../table-rows.ts';
import type { DataTableProps } from './data-table-props.ts';
import styles from './DataTable.module.css';

interface DataTableToolsProps<Row> extends DataTableProps<Row> {
  /** The rows that match, in order: what is exported. */
  readonly arranged: readonly Row[];
  readonly arrangement: Arrangement;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (change: Partial<Arrangement>) => void;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
}

/** Search, filters, sorting where the head is not shown, the choice of columns and the export. */
export function DataTableTools<Row>(props: DataTableToolsProps<Row>) {
  const { columns, arranged, hidden, remainder, exportName, onChange, onHide } = props;
  const { t } = useTranslation();
  const others = columns.slice(1);

  function save(): void {
    if (remainder !== undefined) return remainder.loadAll();
    const csv = toCsv(
      columns.filter(({ key }) => !hidden.has(key)),
      arranged,
    );
    saveAsFile(`${exportName}.csv`, 'text/csv', csv);
  }

  return (
    <div className={cx(styles['tools'])} data-print="no">
      <div className={cx(styles['search'])}>
        <Search label={t('ui.table.search')} onSearch={(search) => onChange({ search })} />
      </div>
      {columns
        .filter(({ isFilter }) => isFilter === true)
        .map((column) => (
          <FilterMenu key={column.key} {...props} column={column} />
        ))}
      <span className={cx(styles['narrowOnly'])}>
        <SortMenu columns={columns} onChange={onChange} />
      </span>
      <TickMenu
        label={t('ui.table.columns')}
        items={others.map(({ key, title }) => ({ id: key, text: title }))}
        ticked={others.map(({ key }) => key).filter((key) => !hidden.has(key))}
        onTick={(ticked) =>
          onHide(new Set(others.map(({ key }) => key).filter((key) => !ticked.includes(key))))
        }
      >
        <Icon name="columns" />
        {t('ui.table.columns')}
      </TickMenu>
      <Button onPress={save}>
        <Icon name="download" />
        {t(remainder === undefined ? 'ui.table.csv' : 'ui.table.loadAllForCsv')}
      </Button>
    </div>
  );
}

interface SearchProps {
  readonly label: string;
  readonly onSearch: (text: string) => void;
}

/** What is typed is there at once; the table follows when there is time for it. */
function Search({ label, onSearch }: SearchProps) {
  const [text, setText] = useState('');
  return (
    <SearchField
      label={label}
      value={text}
      onChange={(next) => {
        setText(next);
        startTransition(() => onSearch(next));
      }}
    />
  );
}

interface FilterMenuProps<Row> extends DataTableToolsProps<Row> {
  readonly column: DataColumn<Row>;
}

function FilterMenu<Row>({ column, rows, arrangement, onChange }: FilterMenuProps<Row>) {
  const { t, i18n } = useTranslation();
  const { key, title } = column;
  const chosen = arrangement.filters[key] ?? [];
  const label = chosen.length === 0 ? title : t('ui.table.filtered', { title, values: chosen.join(', ') });
  return (
    <TickMenu
      label={t('ui.table.filter', { title: label })}
      items={valuesOf(rows, column, i18n.language).map((value) => ({ id: value, text: value }))}
      ticked={chosen}
      onTick={(values) => onChange({ filters: { ...arrangement.filters, [key]: values } })}
    >
      <Icon name="filter" />
      <span className={cx(styles['filterText'])}>{label}</span>
    </TickMenu>
  );
}

function SortMenu<Row>({ columns, onChange }: Pick<DataTableToolsProps<Row>, 'columns' | 'onChange'>) {
  const { t } = useTranslation();
  const items = columns
    .filter(({ value }) => value !== undefined)
    .flatMap(({ key, title }) => [
      { id: `up ${key}`, text: t('ui.table.sortUp', { title }) },
      { id: `down ${key}`, text: t('ui.table.sortDown', { title }) },
    ]);
  return (
    <CommandMenu
      label={t('ui.table.sort')}
      items={items}
      onAction={(id) => {
        const [direction, ...key] = id.split(' ');
        onChange({ sort: { key: key.join(' '), isDown: direction === 'down' } });
      }}
    >
      <Icon name="sort" />
      {t('ui.table.sort')}
    </CommandMenu>
  );
}
