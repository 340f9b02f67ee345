import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { BarChart, Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { PreFlightTables } from '../components/PreFlightTable.tsx';
import { PreFlightWarnings } from '../components/PreFlightWarnings.tsx';
import { type PreFlight, type PreFlightShares, usePreFlight } from '../pre-flight-api.ts';
import styles from './PreFlightPage.module.css';

const USUAL: PreFlightShares = { missing: 10, late: 10, idle: 10, careless: 10 };
const MOST: PreFlightShares = { missing: 90, late: 50, idle: 90, careless: 100 };
const SHARES = ['missing', 'late', 'idle', 'careless'] as const;

/** A dry run before an activity is published; nothing of it is stored. */
export default function PreFlightPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const [tried, setTried] = useState({ shares: USUAL, draw: 0 });
  const query = usePreFlight(activityId, tried.shares, tried.draw);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          trail={[{ title: query.data.title, to: `/activities/${activityId}` }]}
          title={t('preFlight.title')}
        />
        <p className={cx(layout['prose'])}>{t('preFlight.intro')}</p>
      </div>
      <Assumptions
        isBusy={query.isFetching}
        authors={query.data.authors}
        onTry={(shares) => {
          setTried(({ draw }) => ({ shares, draw: draw + 1 }));
          announce(t('preFlight.again'));
        }}
      />
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      <Findings result={query.data} />
    </div>
  );
}

interface AssumptionsProps {
  readonly isBusy: boolean;
  readonly authors: PreFlight['authors'];
  readonly onTry: (shares: PreFlightShares) => void;
}

/** What is taken for granted, in percent. */
function Assumptions({ isBusy, authors, onTry }: AssumptionsProps) {
  const { t } = useTranslation();
  const [shares, setShares] = useState(USUAL);
  const isWrong = SHARES.some((share) => Number.isNaN(shares[share]));
  return (
    <section className={cx(layout['stack'])} aria-labelledby="assumed">
      <h2 id="assumed">{t('preFlight.assumed')}</h2>
      <div className={cx(styles['fields'])}>
        {SHARES.map((share) => (
          <NumberField
            key={share}
            label={t(`preFlight.share.${share}`)}
            hint={
              share === 'missing' && authors === 'groups'
                ? t('preFlight.ofAllGroups')
                : t(`preFlight.of.${share}`)
            }
            value={shares[share]}
            minValue={0}
            maxValue={MOST[share]}
            onChange={(value) => setShares({ ...shares, [share]: Math.round(value) })}
          />
        ))}
      </div>
      <div>
        <Button variant="primary" isPending={isBusy} isDisabled={isWrong} onPress={() => onTry(shares)}>
          {t('preFlight.try')}
        </Button>
      </div>
    </section>
  );
}

function Findings({ result }: { readonly result: PreFlight }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { warnings, counts, written, grades, works, by } = result;
  const isCompared = by === 'comparisons';
  const known = works.flatMap(({ grade }) => grade ?? []);
  return (
    <>
      <section className={cx(layout['stack'])} aria-labelledby="findings">
        <h2 id="findings">{t('preFlight.findings')}</h2>
        <p>
          {t(result.authors === 'groups' ? 'preFlight.countsOfGroups' : 'preFlight.counts', {
            authors: format.number(counts.authors),
            handedIn: format.number(counts.handedIn),
            late: format.number(counts.late),
            idle: format.number(counts.idle),
          })}
        </p>
        {warnings.length === 0 ? (
          <Banner tone="good" title={t('preFlight.fine')} />
        ) : (
          <PreFlightWarnings warnings={warnings} />
        )}
      </section>
      {counts.handedIn > 0 && (
        <div className={cx(styles['charts'])}>
          <BarChart
            title={t(isCompared ? 'preFlight.comparedPlot' : 'preFlight.receivedPlot')}
            labelTitle={t(isCompared ? 'preFlight.comparisons' : 'preFlight.reviews')}
            valueTitle={t('preFlight.works')}
            data={written.map(({ reviews, works }) => ({
              label: t(isCompared ? 'preFlight.comparisonsOf' : 'preFlight.reviewsOf', { count: reviews }),
              value: works,
            }))}
          />
          {known.length > 0 && (
            <Histogram
              title={t('preFlight.gradePlot')}
              countTitle={t('preFlight.works')}
              valueTitle={t('preFlight.percent')}
              values={known}
              domain={[0, 100]}
            />
          )}
        </div>
      )}
      {grades.off !== null && (
        <p className={cx(layout['prose'])}>
          {t(isCompared ? 'preFlight.offCompared' : 'preFlight.off', { off: format.number(grades.off) })}
        </p>
      )}
      <PreFlightTables result={result} />
    </>
  );
}
