import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import type { MarkingWork } from '../api.ts';
import { BothMarks } from './BothMarks.tsx';

interface TwiceStandingProps {
  readonly stage: 'firstDone' | 'toDoAgain' | 'toSettle' | null;
  /** Nobody has marked it yet whom two people mark. */
  readonly isFirst: boolean;
  readonly toSettle: MarkingWork['toSettle'];
  readonly criteria: MarkingWork['activity']['criteria'];
  readonly maySettle: boolean;
}

/** How far two people are who mark something, each without the other, where the form is on the same page. */
export function TwiceStanding({ stage, isFirst, toSettle, criteria, maySettle }: TwiceStandingProps) {
  const { t } = useTranslation();
  if (stage === 'toSettle')
    return (
      <>
        <Banner tone="warn" title={t('marking.works.state.toSettle')}>
          {t('marking.twice.differ')} {maySettle && t('marking.twice.settleBelow')}
        </Banner>
        <BothMarks parts={toSettle} criteria={criteria} />
      </>
    );
  if (stage === 'firstDone') return <p>{t('marking.twice.firstDone')}</p>;
  if (stage === 'toDoAgain') return <p>{t('marking.twice.second')}</p>;
  return isFirst ? <p>{t('marking.twice.first')}</p> : null;
}
