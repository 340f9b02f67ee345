import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ComparisonResults, useComparisonResults } from '../comparison-api.ts';
import { MadeComparisons } from '../components/MadeComparisons.tsx';
import { RankedWorks } from '../components/RankedWorks.tsx';
import { ReviewerAgreement } from '../components/ReviewerAgreement.tsx';
import { StrengthScale } from '../components/StrengthScale.tsx';

/** What comes of the comparisons, how far one can rely on it, and who compared what: for staff alone. */
export default function ComparisonsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useComparisonResults(activityId);
  const loadAll = useLoadAll(query);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const [first] = query.data?.pages ?? [];
  if (query.data === undefined || first === undefined) return <PageSkeleton />;
  const works = query.data.pages.flatMap((page) => page.works);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        trail={[{ title: first.title, to: `/activities/${activityId}` }]}
        title={t('comparative.staff.title')}
      />
      {first.of === 0 ? (
        <EmptyState title={t('comparative.staff.empty')}>{t('comparative.staff.emptyText')}</EmptyState>
      ) : (
        <>
          <Reliance results={first} />
          {/* The tables are regions of these names themselves. */}
          <div className={cx(layout['stack'])}>
            <h2>{t('comparative.staff.works')}</h2>
            <RankedWorks
              activityId={activityId}
              results={first}
              works={works}
              remainder={query.hasNextPage ? { total: works.length, loadAll } : undefined}
            />
            <LoadMore query={query} />
            <StrengthScale works={works} loadAll={query.hasNextPage ? loadAll : undefined} />
          </div>
          {first.made > 0 && <ReviewerAgreement activityId={activityId} />}
          <div className={cx(layout['stack'])}>
            <h2>{t('comparative.staff.who')}</h2>
            <MadeComparisons activityId={activityId} />
          </div>
        </>
      )}
    </div>
  );
}

const HIGH = 0.8;
const FAIR = 0.6;

/** How well two halves of the reviewers agree, in plain words. */
function levelOf(reliability: number | null): 'unknown' | 'high' | 'fair' | 'low' {
  if (reliability === null) return 'unknown';
  if (reliability >= HIGH) return 'high';
  return reliability >= FAIR ? 'fair' : 'low';
}

function Reliance({ results }: { readonly results: ComparisonResults }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { made, of, reliability, range, points } = results;
  const grade = (percent: number) => format.number(Math.round(percent * points) / 100);
  return (
    <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <p>{t('comparative.staff.made', { made: format.number(made), of: format.number(of) })}</p>
      <p>
        {t(`comparative.staff.reliability.${levelOf(reliability)}`, {
          value: format.number(Math.round((reliability ?? 0) * 100) / 100),
        })}
      </p>
      <p className={cx(layout['muted'])}>
        {t('comparative.staff.range', {
          lowest: grade(range.lowestPercent),
          highest: grade(range.highestPercent),
        })}
      </p>
    </div>
  );
}
