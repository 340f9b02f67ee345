import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { Column } from '../../../ui/Table.tsx';
import { type Platform, usePlatforms } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { PagedTable } from '../components/PagedTable.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';

/** The registered platforms. */
export function PlatformsPage() {
  const { t } = useTranslation('administration');
  return (
    <ConsolePage
      title={t('platforms.title')}
      aside={<ButtonLink to="/invitations">{t('platforms.invite')}</ButtonLink>}
    >
      <PagedTable
        list={usePlatforms()}
        label={t('platforms.table')}
        columns={columnsOf(t)}
        rowKey={({ id }) => id}
        empty={{ title: t('platforms.empty.title'), text: t('platforms.empty.text') }}
      />
    </ConsolePage>
  );
}

const columnsOf = (t: TFunction<'administration'>): Column<Platform>[] => [
  {
    key: 'name',
    title: t('platforms.name'),
    cell: ({ id, name }) => <Link to={`/platforms/${id}`}>{name}</Link>,
  },
  {
    key: 'issuer',
    title: t('platforms.issuer'),
    cell: ({ issuer }) => <span className={cx(styles['code'])}>{issuer}</span>,
  },
  {
    key: 'clientId',
    title: t('platforms.clientId'),
    cell: ({ clientId }) => <span className={cx(styles['code'])}>{clientId}</span>,
  },
  { key: 'status', title: t('platforms.status'), cell: (platform) => <StatusBadge {...platform} /> },
];
