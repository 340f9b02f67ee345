import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useMarkingList } from '../api.ts';
import { HideSwitch } from './HideSwitch.tsx';
import { SharesSection } from './SharesSection.tsx';
import { TwiceSection } from './TwiceSection.tsx';
import { WorksSection } from './WorksSection.tsx';
import { useHidden } from '../use-hidden.ts';
import { useNextWork } from '../use-next-work.ts';

/** The marking of an activity: what is to be marked, who does what, and the way to the next work. */
export function MarkingOverview({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { isHidden } = useHidden();
  const query = useMarkingList(activityId, isHidden);
  const next = useNextWork(activityId);
  useShortcut('n', t('marking.next'), next.isPending ? null : next.openNext);
  const [first] = query.data?.pages ?? [];
  if (query.isError && first === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (first === undefined) return <PageSkeleton />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('marking.title')}
        trail={[{ to: `/activities/${activityId}`, title: first.activity.title }]}
      />
      <p className={cx(layout['prose'])}>{t('marking.intro')}</p>
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={next.isPending} onPress={next.openNext}>
          {t('marking.next')}
        </Button>
        <HideSwitch />
      </div>
      {next.isNoneLeft && <p>{t('marking.noneLeft')}</p>}
      {next.error !== null && <Problem error={next.error} />}
      <SharesSection activityId={activityId} />
      <TwiceSection activityId={activityId} />
      <WorksSection activityId={activityId} query={query} />
    </div>
  );
}
