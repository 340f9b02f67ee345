import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { STATE_TONES } from '../compared.ts';
import { type ComparedRow, type GradebookStatus, useSettleRow } from '../reconciliation-api.ts';
import { useGradedPlace } from '../use-graded-place.ts';

interface ComparedTableProps {
  readonly status: GradebookStatus;
  readonly rows: readonly ComparedRow[];
}

/** Ours beside theirs, one row for each member and column, with what can be done about it. */
export function ComparedTable({ status, rows }: ComparedTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={t('reconciliation.table.caption')}
      columns={columnsOf(status, t, format)}
      rows={rows}
      rowKey={({ columnId, memberId }) => `${columnId}/${memberId}`}
    />
  );
}

/** The gradebook column is named only where the activity has several. */
function columnsOf({ activityId, columns }: GradebookStatus, t: TFunction, format: Format) {
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const ofColumn: Column<ComparedRow> = {
    key: 'column',
    title: t('reconciliation.table.column'),
    cell: ({ columnId }) => labels.get(columnId) ?? t('common.none'),
  };
  const shown: Column<ComparedRow>[] = [
    { key: 'name', title: t('reconciliation.table.name'), cell: (row) => nameOf(row, t) },
    ...(columns.length > 1 ? [ofColumn] : []),
    {
      key: 'ours',
      title: t('reconciliation.table.ours'),
      cell: (row) => <Ours activityId={activityId} row={row} t={t} format={format} />,
    },
    {
      key: 'theirs',
      title: t('reconciliation.table.theirs'),
      cell: ({ theirs }) => valueText(theirs, t, format),
    },
    { key: 'state', title: t('reconciliation.table.state'), cell: (row) => <State row={row} t={t} /> },
    {
      key: 'action',
      title: t('reconciliation.table.action'),
      cell: (row) => <Choices activityId={activityId} row={row} />,
    },
  ];
  return shown;
}

const nameOf = ({ name }: ComparedRow, t: TFunction): string => name ?? t('reconciliation.table.unnamed');

const valueText = (value: ComparedRow['ours'], t: TFunction, format: Format): string =>
  value === null
    ? t('reconciliation.table.noGrade')
    : t('reconciliation.table.of', {
        value: format.number(value.value),
        maximum: format.number(value.maximum),
      });

interface OursProps {
  readonly activityId: string;
  readonly row: ComparedRow;
  readonly t: TFunction;
  readonly format: Format;
}

/** Our grade leads to how it came about. */
function Ours({ activityId, row, t, format }: OursProps) {
  const place = useGradedPlace(activityId);
  const text = valueText(row.ours, t, format);
  if (row.state === 'theirsOnly') return text;
  return (
    <Link
      to={`${place}/grades/${row.columnId}/${row.memberId}`}
      aria-label={t('reconciliation.table.historyOf', { text, name: nameOf(row, t) })}
    >
      {text}
    </Link>
  );
}

function State({ row: { state, problem }, t }: { readonly row: ComparedRow; readonly t: TFunction }) {
  const words = state === 'failed' ? (problem?.words ?? '') : '';
  return (
    <span className={cx(layout['stack'], layout['tight'])}>
      <span>
        <Badge tone={STATE_TONES[state]}>{t(`reconciliation.state.${state}`)}</Badge>
      </span>
      {words !== '' && (
        <span className={cx(layout['muted'], layout['small'])}>
          {t('reconciliation.table.words', { words })}
        </span>
      )}
      {state === 'notTakenBack' && (
        <span className={cx(layout['muted'], layout['small'])}>{t('reconciliation.table.deleteByHand')}</span>
      )}
    </span>
  );
}

function Choices({ activityId, row }: { readonly activityId: string; readonly row: ComparedRow }) {
  const { t } = useTranslation();
  const settle = useSettleRow(activityId);
  const name = nameOf(row, t);
  const { sendOurs, acceptTheirs } = row.can;
  if (!sendOurs && !acceptTheirs) return null;
  const act = (choice: 'send' | 'accept') =>
    settle.mutate(
      { row, choice },
      {
        onSuccess: () =>
          announce(t(choice === 'send' ? 'reconciliation.settle.sent' : 'reconciliation.settle.accepted')),
      },
    );
  return (
    <span className={cx(layout['row'], layout['snug'])}>
      {sendOurs && (
        <Button
          isPending={settle.isPending}
          aria-label={t('reconciliation.table.sendFor', { name })}
          onPress={() => act('send')}
        >
          {t('reconciliation.table.send')}
        </Button>
      )}
      {acceptTheirs && (
        <Button
          isPending={settle.isPending}
          aria-label={t('reconciliation.table.acceptFor', { name })}
          onPress={() => act('accept')}
        >
          {t('reconciliation.table.accept')}
        </Button>
      )}
      {settle.error !== null && <Problem error={settle.error} />}
    </span>
  );
}
