import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Column } from '../../../ui/Table.tsx';
import { type Change, useChanges } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { Moment } from '../components/Moment.tsx';
import { PagedTable } from '../components/PagedTable.tsx';

/** The audit trail of the installation. */
export function ChangesPage() {
  const { t } = useTranslation('administration');
  return (
    <ConsolePage title={t('changes.title')} intro={t('changes.intro')}>
      <PagedTable
        list={useChanges()}
        label={t('changes.table')}
        columns={columnsOf(t)}
        rowKey={({ id }) => id}
        empty={{ title: t('changes.empty.title'), text: t('changes.empty.text') }}
      />
    </ConsolePage>
  );
}

const SYSTEMS = ['lti.register', 'command line', 'platforms file', 'lti.keys', 'lti.launch'] as const;

function doerOf({ kind, name }: Change['by'], t: TFunction<'administration'>): string {
  const system = kind === 'system' ? SYSTEMS.find((known) => known === name) : undefined;
  return system === undefined ? name : t(`changes.systems.${system}`);
}

const columnsOf = (t: TFunction<'administration'>): Column<Change>[] => [
  {
    key: 'what',
    title: t('changes.what'),
    cell: ({ type, subject }) => t(`changes.types.${type}`, { subject }),
  },
  { key: 'by', title: t('changes.by'), cell: ({ by }) => doerOf(by, t) },
  { key: 'at', title: t('changes.at'), cell: ({ at }) => <Moment iso={at} /> },
  {
    key: 'detail',
    title: t('changes.detail'),
    cell: ({ detail }) => (
      <span className={cx(styles['code'], layout['small'], layout['muted'])}>{detail}</span>
    ),
  },
];
