import type { TFunction } from 'i18next';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { INVITATION_DAYS, LABEL_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import fields from '../../../ui/Field.module.css';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type Invitation, useInvitations, useMakeInvitation, useRevokeInvitation } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { Moment } from '../components/Moment.tsx';
import { OneTimeLink } from '../components/OneTimeLink.tsx';
import { PagedTable } from '../components/PagedTable.tsx';
import { said } from '../said.ts';

const KINDS = ['platform', 'administrator'] as const;
type Kind = (typeof KINDS)[number];

/** One-time links: a form for a new one, and those made so far. */
export function InvitationsPage() {
  const { t } = useTranslation('administration');
  return (
    <ConsolePage title={t('invitations.title')} intro={t('invitations.intro')}>
      <NewInvitation />
      <InvitationList />
    </ConsolePage>
  );
}

function NewInvitation() {
  const { t } = useTranslation('administration');
  const make = useMakeInvitation();
  const [query] = useSearchParams();
  const [kind, setKind] = useState<Kind>(query.get('for') === 'administrator' ? 'administrator' : 'platform');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(INVITATION_DAYS);
  const [wasTried, setTried] = useState(false);
  const isMissing = label.trim() === '' || label.trim().length > LABEL_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    make.mutate(
      { kind, label, days },
      {
        onSuccess: () => {
          setLabel('');
          setTried(false);
          announce(t('invitations.made'));
        },
      },
    );
  }

  return (
    <section className={cx(layout['stack'])} aria-labelledby="new">
      <h2 id="new">{t('invitations.new')}</h2>
      <form noValidate className={cx(layout['stack'], layout['measure'])} onSubmit={submit}>
        <KindChoice kind={kind} onChange={setKind} />
        <TextField
          label={t(`invitations.${kind}Label`)}
          value={label}
          error={wasTried && isMissing ? t('invitations.labelMissing') : undefined}
          onChange={setLabel}
        />
        <Days days={days} onChange={setDays} />
        {make.error !== null && <Problem error={make.error} />}
        <div>
          <Button variant="primary" type="submit" isPending={make.isPending}>
            {t(make.isPending ? 'invitations.making' : 'invitations.make')}
          </Button>
        </div>
      </form>
      {make.data !== undefined && (
        <OneTimeLink key={make.data.url} url={make.data.url} invitation={make.data.invitation} />
      )}
    </section>
  );
}

function KindChoice({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  const { t } = useTranslation('administration');
  const name = useId();
  return (
    <fieldset>
      <legend className={cx(styles['legend'])}>{t('invitations.forWhat')}</legend>
      <div className={cx(styles['choices'])}>
        {KINDS.map((choice) => (
          <label key={choice} className={cx(styles['choice'])}>
            <input type="radio" name={name} checked={choice === kind} onChange={() => onChange(choice)} />
            {t(`invitations.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const DAYS = [1, 7, 30, 90];

function Days({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useTranslation('administration');
  const id = useId();
  return (
    <div className={cx(fields['field'])}>
      <label htmlFor={id} className={cx(fields['label'])}>
        {t('invitations.days')}
      </label>
      <select
        id={id}
        className={cx(styles['select'])}
        value={days}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {DAYS.map((count) => (
          <option key={count} value={count}>
            {t('invitations.daysOption', { count })}
          </option>
        ))}
      </select>
    </div>
  );
}

const TONES: Record<Invitation['state'], Tone> = {
  open: 'info',
  used: 'good',
  expired: 'neutral',
  revoked: 'neutral',
};

function InvitationList() {
  const { t } = useTranslation('administration');
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="made">
      <h2 id="made">{t('invitations.list')}</h2>
      <PagedTable
        list={useInvitations()}
        label={t('invitations.table')}
        columns={columnsOf(t)}
        rowKey={({ id }) => id}
        empty={{ title: t('invitations.none.title'), text: t('invitations.none.text') }}
      />
    </section>
  );
}

function Revoke({ invitation: { id, label } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('administration');
  const revoke = useRevokeInvitation(id);
  const done = () => said(t('invitations.revoked'));
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t('invitations.revokeOne', { label })}
        isPending={revoke.isPending}
        onPress={() => revoke.mutate(undefined, { onSuccess: done })}
      >
        {t('invitations.revoke')}
      </Button>
      {revoke.error !== null && <Problem error={revoke.error} />}
    </>
  );
}

const columnsOf = (t: TFunction<'administration'>): Column<Invitation>[] => [
  { key: 'label', title: t('invitations.label'), cell: ({ label }) => label },
  { key: 'kind', title: t('invitations.kind'), cell: ({ kind }) => t(`invitations.kinds.${kind}`) },
  {
    key: 'madeBy',
    title: t('invitations.madeBy'),
    cell: ({ madeBy }) => madeBy ?? t('invitations.commandLine'),
  },
  { key: 'expires', title: t('invitations.expires'), cell: ({ expiresAt }) => <Moment iso={expiresAt} /> },
  {
    key: 'state',
    title: t('invitations.state'),
    cell: ({ state }) => <Badge tone={TONES[state]}>{t(`invitations.states.${state}`)}</Badge>,
  },
  {
    key: 'action',
    title: t('invitations.action'),
    cell: (invitation) => (invitation.state === 'open' ? <Revoke invitation={invitation} /> : null),
  },
];
