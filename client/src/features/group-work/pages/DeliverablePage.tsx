import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApiError } from '../../../app/api-client.ts';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { makePart } from '../../../ui/part.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import StateNote from '../../activity/components/StateNote.tsx';
import { useHidden } from '../../marking/use-hidden.ts';
import { ScenarioPanel } from '../../scenarios/components/ScenarioPanel.tsx';
import { OwnMaterial } from '../../team-roles/components/OwnMaterial.tsx';
import type { ContributionsPanelProps } from '../../contributions/components/ContributionsPanel.tsx';
import { type Deliverable, type Place, useDeliverable } from '../api.ts';
import type { DeliverableEditorProps } from '../components/DeliverableEditor.tsx';
import { BesideMark } from '../components/BesideMark.tsx';
import { EarlierCopies } from '../components/EarlierCopies.tsx';
import { FrozenCopy } from '../components/FrozenCopy.tsx';
import type { HiddenWorkViewProps } from '../components/HiddenWorkView.tsx';
import type { MarkPanelProps } from '../components/MarkPanel.tsx';
import type { WorkWaysProps } from '../components/WorkWays.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { whenText } from '../components/when-text.ts';

const DeliverableEditor = makePart<DeliverableEditorProps>(
  withTexts(() => import('../components/DeliverableEditor.tsx'), loadWritingTexts),
  () => <Skeleton />,
);

const ContributionsPanel = makePart<ContributionsPanelProps>(
  () => import('../../contributions/components/ContributionsPanel.tsx'),
  () => <Skeleton />,
);

const WorkWays = makePart<WorkWaysProps>(
  () => import('../components/WorkWays.tsx'),
  () => <Skeleton isShort />,
);

const HiddenWorkView = makePart<HiddenWorkViewProps>(
  () => import('../components/HiddenWorkView.tsx'),
  () => <PageSkeleton />,
);

const MarkPanel = makePart<MarkPanelProps>(
  () => import('../components/MarkPanel.tsx'),
  () => <Skeleton />,
);

/** What one group writes and has handed in at one milestone; staff can read it without knowing whose it is. */
export default function DeliverablePage() {
  const { activityId = '', groupId = '', n = '' } = useParams();
  const { isHidden } = useHidden();
  const isForStaff = isStaff(useSession());
  const place = { activityId, groupId, n: Number(n) };
  return isForStaff && isHidden ? (
    <HiddenWorkView key={`${groupId}/${n}`} place={place} />
  ) : (
    <Known place={place} />
  );
}

function Known({ place }: { readonly place: Place }) {
  const { activityId, groupId, n } = place;
  const query = useDeliverable(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    if (query.error instanceof ApiError && query.error.code === 'ACTIVITY_NOT_OPEN')
      return <StateNote state="notOpen" activityId={activityId} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  return <Open key={`${groupId}/${n}`} place={place} deliverable={query.data} />;
}

interface OpenProps {
  readonly place: Place;
  readonly deliverable: Deliverable;
}

function Open({ place, deliverable }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const isForStaff = isStaff(useSession());
  const { milestone, group, handedIn, dueAt, closesAt, state, can, earlier } = deliverable;
  const unconfirmed =
    deliverable.handIn === 'all' && handedIn
      ? handedIn.members.filter(({ confirmedAt }) => confirmedAt === null).length
      : 0;
  const standing = {
    n: milestone.n,
    dueAt,
    closesAt,
    state,
    handedInAt: handedIn?.at ?? null,
    daysLate: handedIn?.daysLate ?? 0,
    unconfirmed,
  };
  const copy = handedIn && <FrozenCopy place={place} deliverable={deliverable} handedIn={handedIn} />;
  const mark = <MarkPanel place={place} groupName={group.name ?? t('groupWork.unnamed')} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={milestone.title}
          trail={[{ title: deliverable.title, to: `/group-work/${place.activityId}` }]}
        />
        <div className={cx(layout['row'])}>
          <StateBadge state={state} />
          <span>{group.name ?? t('groupWork.unnamed')}</span>
          <span className={cx(layout['muted'])}>{whenText(standing, now, t, format)}</span>
        </div>
        {milestone.deliverable !== '' && <p className={cx(layout['prose'])}>{milestone.deliverable}</p>}
        {milestone.late.days > 0 && milestone.late.percentPerDay > 0 && (
          <p className={cx(layout['muted'])}>
            {t('groupWork.lateRule', {
              when: format.moment(closesAt),
              percent: format.percent(milestone.late.percentPerDay),
            })}
          </p>
        )}
      </div>
      {isForStaff && <WorkWays place={place} />}
      {deliverable.hasScenario && !deliverable.hasLeft && <ScenarioPanel place={place} level={2} />}
      {milestone.sections === 'roles' && !deliverable.hasLeft && <OwnMaterial place={place} />}
      {deliverable.hasLeft && (
        <Banner tone="info" title={t('groupWork.left.title')}>
          {t('groupWork.left.text')}
        </Banner>
      )}
      {handedIn === null && deliverable.draft === null && <p>{t('groupWork.nothingYet')}</p>}
      {copy !== null && (isForStaff ? <BesideMark work={copy} mark={mark} /> : copy)}
      {deliverable.draft !== null && can.write && (
        <DeliverableEditor place={place} deliverable={deliverable} draft={deliverable.draft} />
      )}
      {state === 'missed' && deliverable.draft !== null && (
        <Banner tone="warn" title={t('groupWork.missed.title')}>
          {t('groupWork.missed.text')}
        </Banner>
      )}
      {isForStaff && copy === null && mark}
      {isForStaff && handedIn !== null && <ContributionsPanel place={place} />}
      <EarlierCopies place={place} earlier={earlier} />
    </div>
  );
}
