import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { INVITATION_DAYS } from '../../../../../server/src/contracts/limits.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { type Administrator, useAdministrators, useMakeInvitation, useRevokeAdministrator } from '../api.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { Moment } from '../components/Moment.tsx';
import { OneTimeLink } from '../components/OneTimeLink.tsx';
import { said } from '../said.ts';

/** Who may open the console. */
export function AdministratorsPage() {
  const { t } = useTranslation('administration');
  const administrators = useAdministrators();
  const link = useMakeInvitation();
  const newLink = (administratorId: string) =>
    link.mutate({ kind: 'signIn', administratorId, days: INVITATION_DAYS });
  return (
    <ConsolePage
      title={t('administrators.title')}
      intro={t('administrators.intro')}
      aside={<ButtonLink to="/invitations?for=administrator">{t('administrators.invite')}</ButtonLink>}
    >
      {link.error !== null && <Problem error={link.error} />}
      {link.data !== undefined && (
        <OneTimeLink key={link.data.url} url={link.data.url} invitation={link.data.invitation} />
      )}
      {administrators.isPending && <Skeleton />}
      {administrators.isError && (
        <Problem error={administrators.error} retry={() => void administrators.refetch()} />
      )}
      {administrators.isSuccess && <People people={administrators.data.items} onNewLink={newLink} />}
    </ConsolePage>
  );
}

interface PeopleProps {
  readonly people: Administrator[];
  readonly onNewLink: (administratorId: string) => void;
}

function People({ people, onNewLink }: PeopleProps) {
  const { t } = useTranslation('administration');
  return (
    <Table
      label={t('administrators.table')}
      columns={columnsOf(t, onNewLink)}
      rows={people}
      rowKey={({ id }) => id}
    />
  );
}

interface ActionsProps extends Pick<PeopleProps, 'onNewLink'> {
  readonly administrator: Administrator;
}

function Actions({ administrator: { id, name, isYou }, onNewLink }: ActionsProps) {
  const { t } = useTranslation('administration');
  const revoke = useRevokeAdministrator(id);
  return (
    <div className={cx(layout['row'])}>
      <Button aria-label={t('administrators.newLinkFor', { name })} onPress={() => onNewLink(id)}>
        {t('administrators.newLink')}
      </Button>
      {!isYou && (
        <ConfirmButton
          label={t('administrators.revoke')}
          aria-label={t('administrators.revokeOne', { name })}
          title={t('administrators.confirm.title', { name })}
          text={t('administrators.confirm.text')}
          isPending={revoke.isPending}
          onConfirm={(close) =>
            revoke.mutate(undefined, {
              onSuccess: () => said(t('administrators.revoked')),
              onSettled: close,
            })
          }
        />
      )}
      {revoke.error !== null && <Problem error={revoke.error} />}
    </div>
  );
}

const columnsOf = (
  t: TFunction<'administration'>,
  onNewLink: PeopleProps['onNewLink'],
): Column<Administrator>[] => [
  {
    key: 'name',
    title: t('administrators.name'),
    cell: ({ name, isYou }) => (isYou ? `${name} (${t('administrators.you')})` : name),
  },
  { key: 'since', title: t('administrators.since'), cell: ({ joinedAt }) => <Moment iso={joinedAt} /> },
  {
    key: 'status',
    title: t('administrators.status'),
    cell: ({ status }) => (
      <Badge tone={status === 'active' ? 'good' : 'neutral'}>{t(`administrators.states.${status}`)}</Badge>
    ),
  },
  {
    key: 'action',
    title: t('administrators.action'),
    cell: (administrator) =>
      administrator.status === 'active' ? (
        <Actions administrator={administrator} onNewLink={onNewLink} />
      ) : null,
  },
];
