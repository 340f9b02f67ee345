import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { EmptyState } from '../EmptyState.tsx';
import { Progress } from '../Progress.tsx';
import { type Arrangement, arrange } from '../table-rows.ts';
import type { DataTableProps } from './data-table-props.ts';
import styles from './DataTable.module.css';
import { DataTableBody } from './DataTableBody.tsx';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableTools } from './DataTableTools.tsx';

const EVERYTHING: Arrangement = { search: '', filters: {}, sort: null };

export default function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, picking, remainder } = props;
  const { t, i18n } = useTranslation();
  const [arrangement, setArrangement] = useState(EVERYTHING);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const statusId = useId();
  // The press is seen while ten thousand rows are sorted.
  const wanted = useDeferredValue(arrangement);
  const arranged = useMemo(
    () => arrange(rows, columns, wanted, i18n.language),
    [rows, columns, wanted, i18n.language],
  );
  const shown = useMemo(() => columns.filter(({ key }) => !hidden.has(key)), [columns, hidden]);

  function change(next: Partial<Arrangement>): void {
    setArrangement((before) => ({ ...before, ...next }));
    remainder?.loadAll();
    scroller.current?.scrollTo({ top: 0 });
  }

  return (
    <div className={cx(styles['frame'])}>
      <DataTableTools
        {...props}
        arranged={arranged}
        arrangement={arrangement}
        hidden={hidden}
        onChange={change}
        onHide={setHidden}
      />
      {remainder !== undefined && arrangement !== EVERYTHING && (
        <Progress
          label={t('ui.table.loading')}
          text={t('ui.table.loadingRest', { count: rows.length, total: remainder.total })}
          value={rows.length}
          max={remainder.total}
        />
      )}
      {picking !== undefined && picking.ids.size > 0 && (
        <div
          className={cx(styles['picked'])}
          role="group"
          aria-label={t('ui.table.picked', { count: picking.ids.size })}
        >
          <strong>{t('ui.table.picked', { count: picking.ids.size })}</strong>
          {picking.actions}
        </div>
      )}
      {/* It scrolls by itself, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className={cx(styles['scroller'])} role="region" aria-label={label} tabIndex={0}>
        <table
          role="table"
          aria-label={label}
          aria-rowcount={arranged.length + 1}
          aria-describedby={statusId}
          className={cx(styles['table'])}
          style={{ minInlineSize: `${shown.reduce((sum, { share = 1 }) => sum + share, 0) * 6.5}rem` }}
        >
          <DataTableHead
            columns={shown}
            sort={arrangement.sort}
            onSort={(sort) => change({ sort })}
            picking={picking}
            allIds={() => arranged.map(rowKey)}
          />
          <DataTableBody
            columns={shown}
            rows={arranged}
            rowKey={rowKey}
            picking={picking}
            scroller={scroller}
          />
        </table>
      </div>
      {arranged.length === 0 && rows.length > 0 && (
        <EmptyState title={t('ui.table.none.title')}>{t('ui.table.none.text')}</EmptyState>
      )}
      <p id={statusId} role="status" className={cx(styles['status'])}>
        {arranged.length === rows.length
          ? t('ui.table.rows', { count: rows.length })
          : t('ui.table.rowsOf', { count: arranged.length, total: rows.length })}
      </p>
    </div>
  );
}
