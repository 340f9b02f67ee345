import type { z } from 'zod';
import { useTranslation } from 'react-i18next';
import type { OverviewView } from '../../../../../server/src/contracts/administration-platforms.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useOverview } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { useConsoleFormat } from '../context.ts';

type Overview = z.output<typeof OverviewView>;

/** What waits for an administrator, and how the installation is. */
export function OverviewPage() {
  const { t } = useTranslation('administration');
  const overview = useOverview();
  return (
    <ConsolePage title={t('overview.title')}>
      {overview.isPending && <Skeleton />}
      {overview.isError && <Problem error={overview.error} retry={() => void overview.refetch()} />}
      {overview.isSuccess && (
        <>
          <Waiting overview={overview.data} />
          <Health overview={overview.data} />
        </>
      )}
    </ConsolePage>
  );
}

function Waiting({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('administration');
  const { pendingPlatforms, pendingDeployments } = overview;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="waiting">
      <h2 id="waiting">{t('overview.waiting')}</h2>
      {pendingPlatforms + pendingDeployments === 0 && (
        <EmptyState title={t('overview.nothing.title')}>{t('overview.nothing.text')}</EmptyState>
      )}
      <ul className={cx(styles['cards'])}>
        {pendingPlatforms > 0 && (
          <li className={cx(styles['card'])}>
            <span>{t('overview.pendingPlatforms', { count: pendingPlatforms })}</span>
            <ButtonLink to="/platforms" aria-label={`${t('overview.look')}: ${t('pages.platforms')}`}>
              {t('overview.look')}
            </ButtonLink>
          </li>
        )}
        {pendingDeployments > 0 && (
          <li className={cx(styles['card'])}>
            <span>{t('overview.pendingDeployments', { count: pendingDeployments })}</span>
            <ButtonLink to="/deployments" aria-label={`${t('overview.look')}: ${t('pages.deployments')}`}>
              {t('overview.look')}
            </ButtonLink>
          </li>
        )}
      </ul>
    </section>
  );
}

function Health({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('administration');
  const format = useConsoleFormat();
  const { oldestUnsentGradeAt: since, launches, refusedLaunches: refused } = overview;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="health">
      <h2 id="health">{t('overview.health')}</h2>
      <ul className={cx(styles['cards'])}>
        <li className={cx(styles['card'])}>
          <span>{t('overview.grades')}</span>
          <Badge tone={since === null ? 'good' : 'warn'}>
            {since === null
              ? t('overview.gradesNone')
              : t('overview.gradesSince', { when: format.moment(since) })}
          </Badge>
        </li>
        <li className={cx(styles['card'])}>
          <span>{t('overview.launches')}</span>
          <div className={cx(layout['row'])}>
            {launches === 0 && <Badge tone="neutral">{t('overview.launchesNone')}</Badge>}
            {launches > 0 && refused === 0 && (
              <Badge tone="good">{t('overview.launchesGood', { count: launches })}</Badge>
            )}
            {refused > 0 && (
              <>
                <Badge tone="warn">{t('overview.launchesRefused', { refused, count: launches })}</Badge>
                <ButtonLink to="/launches?outcome=refused">{t('overview.showRefused')}</ButtonLink>
              </>
            )}
          </div>
        </li>
      </ul>
    </section>
  );
}
