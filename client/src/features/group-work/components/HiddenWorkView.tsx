import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { WorkView } from '../../peer-review/components/WorkView.tsx';
import type { Place } from '../api.ts';
import { type HiddenWork, useHiddenWork } from '../works-api.ts';
import { BesideMark } from './BesideMark.tsx';
import { HandedPages } from './HandedPages.tsx';
import { HandedSections } from './HandedSections.tsx';
import MarkPanel from './MarkPanel.tsx';
import { StateBadge } from './StateBadge.tsx';
import { whenText } from './when-text.ts';
import WorkWays from './WorkWays.tsx';

export interface HiddenWorkViewProps {
  /** By an id that says nothing about the group. */
  readonly place: Place;
}

/** For staff: what a group has handed in, and its mark, without a word of whose it is. */
export default function HiddenWorkView({ place }: HiddenWorkViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { search } = useLocation();
  const query = useHiddenWork(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { title, sign, milestone, state, dueAt, closesAt, handedIn } = query.data;
  const name = t('marking.works.sign', { sign });
  const standing = {
    n: milestone.n,
    dueAt,
    closesAt,
    state,
    handedInAt: handedIn?.at ?? null,
    daysLate: handedIn?.daysLate ?? 0,
    unconfirmed: 0,
  };
  const mark = <MarkPanel place={place} groupName={name} />;
  const home = `/group-work/${place.activityId}`;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={name}
          trail={[
            { title, to: home },
            { title: t('marking.title'), to: `${home}/works${search}` },
          ]}
        />
        <div className={cx(layout['row'])}>
          <StateBadge state={state} />
          <span>{milestone.title}</span>
          <span className={cx(layout['muted'])}>{whenText(standing, now, t, format)}</span>
        </div>
        {milestone.deliverable !== '' && <p className={cx(layout['prose'])}>{milestone.deliverable}</p>}
        <p className={cx(layout['muted'])}>{t('groupWork.mark.hidden')}</p>
      </div>
      <WorkWays place={place} />
      {handedIn === null ? (
        <>
          <p>{t('groupWork.nothingYet')}</p>
          {mark}
        </>
      ) : (
        <BesideMark work={<Copy handedIn={handedIn} />} mark={mark} />
      )}
    </div>
  );
}

function Copy({ handedIn }: { readonly handedIn: NonNullable<HiddenWork['handedIn']> }) {
  const { t } = useTranslation();
  const { text, files, sections, pages } = handedIn;
  return (
    <section aria-labelledby="copy" className={cx(layout['stack'])}>
      <h2 id="copy">{t('groupWork.copy.title')}</h2>
      <WorkView text={text} files={files} />
      <HandedSections sections={sections} />
      <HandedPages pages={pages} />
    </section>
  );
}
