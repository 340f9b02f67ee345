import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { type Launch, useLaunches } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { Moment } from '../components/Moment.tsx';

/** How the last launches ended, counted by code and one by one. */
export function LaunchesPage() {
  const { t } = useTranslation('administration');
  const [query, setQuery] = useSearchParams();
  const outcome = query.get('outcome') === 'refused' ? 'refused' : 'all';
  const launches = useLaunches({ outcome, platformId: query.get('platform') ?? undefined });
  return (
    <ConsolePage title={t('launches.title')} intro={t('launches.intro')}>
      <Filter outcome={outcome} onChange={(next) => setQuery(next === 'all' ? {} : { outcome: next })} />
      {launches.isPending && <Skeleton />}
      {launches.isError && <Problem error={launches.error} retry={() => void launches.refetch()} />}
      {launches.isSuccess && launches.data.items.length === 0 && (
        <EmptyState title={t('launches.empty.title')}>{t('launches.empty.text')}</EmptyState>
      )}
      {launches.isSuccess && launches.data.items.length > 0 && (
        <>
          <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="counts">
            <h2 id="counts">{t('launches.counts')}</h2>
            <ul className={cx(styles['counts'])}>
              {launches.data.counts.map(({ code, count }) => (
                <li key={code ?? ''} className={cx(layout['row'])}>
                  <Outcome code={code} /> {count}
                </li>
              ))}
            </ul>
          </section>
          <LaunchTable launches={launches.data.items} />
        </>
      )}
    </ConsolePage>
  );
}

type Choice = 'all' | 'refused';

function Filter({ outcome, onChange }: { outcome: Choice; onChange: (outcome: Choice) => void }) {
  const { t } = useTranslation('administration');
  const name = useId();
  return (
    <fieldset>
      <legend className={cx(styles['legend'])}>{t('launches.show')}</legend>
      <div className={cx(styles['choices'])}>
        {(['all', 'refused'] as const).map((choice) => (
          <label key={choice} className={cx(styles['choice'])}>
            <input type="radio" name={name} checked={choice === outcome} onChange={() => onChange(choice)} />
            {t(`launches.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Outcome({ code }: { readonly code: string | null }) {
  const { t } = useTranslation('administration');
  return code === null ? <Badge tone="good">{t('launches.good')}</Badge> : <Badge tone="warn">{code}</Badge>;
}

function LaunchTable({ launches }: { readonly launches: Launch[] }) {
  const { t } = useTranslation('administration');
  return (
    <Table
      label={t('launches.table')}
      columns={columnsOf(t)}
      rows={launches}
      rowKey={({ at, requestId }) => `${at} ${requestId}`}
    />
  );
}

const columnsOf = (t: TFunction<'administration'>): Column<Launch>[] => [
  { key: 'at', title: t('launches.at'), cell: ({ at }) => <Moment iso={at} /> },
  { key: 'outcome', title: t('launches.outcome'), cell: ({ code }) => <Outcome code={code} /> },
  {
    key: 'platform',
    title: t('launches.platform'),
    cell: ({ platformId, platformName }) =>
      platformId === null ? (
        <span className={cx(layout['muted'])}>{t('launches.unknownPlatform')}</span>
      ) : (
        <Link to={`/platforms/${platformId}`}>{platformName ?? platformId}</Link>
      ),
  },
  {
    key: 'deployment',
    title: t('launches.deployment'),
    cell: ({ deploymentId }) => <span className={cx(styles['code'])}>{deploymentId ?? '–'}</span>,
  },
  {
    key: 'request',
    title: t('launches.request'),
    cell: ({ requestId }) => <span className={cx(styles['code'], layout['small'])}>{requestId}</span>,
  },
];
