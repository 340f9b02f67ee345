import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { type PlatformDetails, useRotateKeys } from '../api.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import styles from './Console.module.css';
import { Moment } from './Moment.tsx';

type Key = PlatformDetails['keys'][number];

const TONES: Record<Key['state'], Tone> = { next: 'info', signing: 'good', former: 'neutral' };

/** The tool's key pairs for a platform, and a button for a new one. */
export function KeysSection({ platform }: { readonly platform: PlatformDetails }) {
  const { t } = useTranslation('administration');
  const rotate = useRotateKeys(platform.id);
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="keys">
      <h2 id="keys">{t('keys.heading')}</h2>
      <p className={cx(layout['muted'], layout['measure'])}>{t('keys.intro')}</p>
      <Table label={t('keys.table')} columns={columnsOf(t)} rows={platform.keys} rowKey={({ kid }) => kid} />
      <div>
        <ConfirmButton
          label={t('keys.rotate')}
          title={t('keys.confirm.title')}
          text={t('keys.confirm.text')}
          isPending={rotate.isPending}
          onConfirm={(close) =>
            rotate.mutate(undefined, { onSuccess: () => announce(t('keys.done')), onSettled: close })
          }
        />
      </div>
      {rotate.error !== null && <Problem error={rotate.error} />}
    </section>
  );
}

const columnsOf = (t: TFunction<'administration'>): Column<Key>[] => [
  {
    key: 'kid',
    title: t('keys.kid'),
    cell: ({ kid }) => <span className={cx(styles['code'])}>{kid}</span>,
  },
  {
    key: 'state',
    title: t('keys.state'),
    cell: ({ state }) => <Badge tone={TONES[state]}>{t(`keys.states.${state}`)}</Badge>,
  },
  { key: 'signsFrom', title: t('keys.signsFrom'), cell: ({ signsFrom }) => <Moment iso={signsFrom} /> },
  {
    key: 'publishedUntil',
    title: t('keys.publishedUntil'),
    cell: ({ publishedUntil }) =>
      publishedUntil === null ? t('keys.open') : <Moment iso={publishedUntil} />,
  },
];
