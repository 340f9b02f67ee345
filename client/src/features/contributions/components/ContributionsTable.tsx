import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Column, Table } from '../../../ui/Table.tsx';
import type { Contribution, Contributions } from '../api.ts';
import styles from './Bar.module.css';

const KINDS = ['text', 'comments', 'tasks', 'meetings', 'files'] as const;

/** What is known of each, kind by kind, as numbers and bars; people by name, and nothing summed up. */
export function ContributionsTable({ view }: { readonly view: Contributions }) {
  const { t } = useTranslation();
  const columns: Column<Contribution>[] = [
    { key: 'name', title: t('contributions.who'), cell: nameCell },
    ...KINDS.map((kind) => ({
      key: kind,
      title: t(`contributions.kinds.${kind}`),
      cell: barCell(view, kind),
    })),
  ];
  return (
    <>
      <Table
        label={t('contributions.known')}
        columns={columns}
        rows={view.people}
        rowKey={(one) => `${view.people.indexOf(one)}`}
      />
      <p className={cx(layout['muted'], layout['small'], layout['measure'])}>
        {t(`contributions.textOf.${view.textOf}`)} {t('contributions.caveat')}
      </p>
    </>
  );
}

const nameCell = (one: Contribution) => <MemberName one={one} />;

function barCell({ people }: Contributions, kind: (typeof KINDS)[number]) {
  const most = Math.max(0, ...people.map((one) => one[kind] ?? 0));
  return function cell(one: Contribution) {
    return <Bar value={one[kind]} most={most} />;
  };
}

function MemberName({ one }: { readonly one: Contribution }) {
  const { t } = useTranslation();
  const { name, isOwn, isMember } = one;
  return (
    <>
      <bdi>{isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'))}</bdi>
      {!isMember && <span className={cx(layout['muted'], layout['small'])}> {t('contributions.left')}</span>}
    </>
  );
}

interface BarProps {
  /** Null: not known. */
  readonly value: number | null;
  /** The longest bar beside it. */
  readonly most: number;
}

/** A number, and how it is beside the others of its kind. */
function Bar({ value, most }: BarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null) return <span className={cx(layout['muted'])}>{t('contributions.unknown')}</span>;
  return (
    <span className={cx(styles['cell'])}>
      {format.number(value)}
      <span className={cx(styles['track'])} aria-hidden="true">
        <span
          className={cx(styles['bar'])}
          style={{ inlineSize: `${most === 0 ? 0 : (100 * value) / most}%` }}
        />
      </span>
    </span>
  );
}
