import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type PlatformDetails, useApprovePlatform, useDisablePlatform, usePlatform } from '../api.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { ConnectionTest } from '../components/ConnectionTest.tsx';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { DeploymentsSection } from '../components/DeploymentsSection.tsx';
import { KeysSection } from '../components/KeysSection.tsx';
import { PlatformSettings } from '../components/PlatformSettings.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { said } from '../said.ts';

/** One platform: whether it may launch, what it is, and whether it can be reached. */
export function PlatformPage() {
  const { t } = useTranslation('administration');
  const { platformId = '' } = useParams();
  const platform = usePlatform(platformId);
  if (platform.isPending) return <PageSkeleton />;
  if (platform.isError) return <ProblemPage error={platform.error} retry={() => void platform.refetch()} />;
  const { data } = platform;
  return (
    <ConsolePage title={data.name} aside={<Link to="/platforms">{t('platform.all')}</Link>}>
      <State platform={data} />
      <Facts platform={data} />
      <DeploymentsSection platform={data} />
      <ConnectionTest platformId={data.id} />
      <PlatformSettings key={data.id} platform={data} />
      <KeysSection platform={data} />
    </ConsolePage>
  );
}

function State({ platform }: { readonly platform: PlatformDetails }) {
  const { t } = useTranslation('administration');
  const approve = useApprovePlatform(platform.id);
  const disable = useDisablePlatform(platform.id);
  const { name, status } = platform;
  return (
    <div className={cx(layout['stack'])}>
      {status === 'pending' && (
        <Banner tone="warn" title={t('platform.pending.title')}>
          <p>{t('platform.pending.text')}</p>
        </Banner>
      )}
      <div className={cx(layout['row'])}>
        <StatusBadge status={status} />
        {status === 'disabled' && <span className={cx(layout['muted'])}>{t('platform.disabled')}</span>}
        {status !== 'active' && (
          <Button
            variant="primary"
            isPending={approve.isPending}
            onPress={() => approve.mutate(undefined, { onSuccess: () => said(t('platform.done.approve')) })}
          >
            {t(approveLabel(approve.isPending, status))}
          </Button>
        )}
        {status !== 'disabled' && (
          <ConfirmButton
            label={t('platform.disable')}
            title={t('platform.confirmDisable.title', { name })}
            text={t('platform.confirmDisable.text')}
            isPending={disable.isPending}
            onConfirm={(close) =>
              disable.mutate(undefined, {
                onSuccess: () => said(t('platform.done.disable')),
                onSettled: close,
              })
            }
          />
        )}
      </div>
      {approve.error !== null && <Problem error={approve.error} />}
      {disable.error !== null && <Problem error={disable.error} />}
    </div>
  );
}

function approveLabel(isPending: boolean, status: PlatformDetails['status']) {
  if (isPending) return 'platform.working';
  return status === 'pending' ? 'platform.approve' : 'platform.enable';
}

const ADDRESSES = ['authorizationEndpoint', 'tokenEndpoint', 'jwksUri'] as const;

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

function Facts({ platform }: { readonly platform: PlatformDetails }) {
  const { t } = useTranslation('administration');
  const host = hostOf(platform.issuer);
  const isForeign = ADDRESSES.some((name) => hostOf(platform[name]) !== host);
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="facts">
      <h2 id="facts">{t('platform.facts')}</h2>
      {isForeign && (
        <p className={cx(layout['muted'], layout['measure'])}>{t('platform.foreign', { host })}</p>
      )}
      <dl className={cx(styles['facts'])}>
        {(['issuer', 'clientId', ...ADDRESSES] as const).map((name) => (
          <div key={name} className={cx(styles['fact'])}>
            <dt>{t(`platform.${name}`)}</dt>
            <dd className={cx(styles['code'])}>{platform[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
