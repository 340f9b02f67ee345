import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { REHEARSED_LEARNERS } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { Select } from '../../../ui/Select.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type ActivityType,
  type Rehearsal,
  type Step,
  useBeginRehearsal,
  useEndRehearsal,
  useFillRehearsal,
  useRehearsal,
} from '../api.ts';
import { Stage } from '../components/Stage.tsx';
import { pathTo } from '../../activity/path-to.ts';
import styles from './RehearsalPage.module.css';

interface RehearsalPageProps {
  /** The pages that everybody sees, to be shown as somebody in the rehearsal sees them. */
  readonly pages: ReactNode;
}

/** Staff go through an activity as any of six invented learners. */
export default function RehearsalPage({ pages }: RehearsalPageProps) {
  const { activityId = '' } = useParams();
  const query = useRehearsal(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const { type, rehearsal } = query.data;
  return rehearsal === null ? (
    <Begin activityId={activityId} type={type} />
  ) : (
    <Begun activityId={activityId} type={type} rehearsal={rehearsal} pages={pages} />
  );
}

interface ActivityProps {
  readonly activityId: string;
  readonly type: ActivityType;
}

function Begin({ activityId, type }: ActivityProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const begin = useBeginRehearsal(activityId);
  const names = Array.from({ length: REHEARSED_LEARNERS }, (_, index) =>
    t('rehearsal.learner', { n: format.number(index + 1) }),
  );
  return (
    <div className={cx(layout['stack'], layout['measure'])}>
      <div>
        <Link to={pathTo(type, activityId)}>{t('rehearsal.back')}</Link>
      </div>
      <PageHeading title={t('rehearsal.title')} />
      <p className={cx(layout['prose'])}>{t(`rehearsal.text.${type}`)}</p>
      <p className={cx(layout['prose'])}>{t('rehearsal.safe')}</p>
      {begin.error !== null && <Problem error={begin.error} />}
      <div>
        <Button variant="primary" isPending={begin.isPending} onPress={() => begin.mutate(names)}>
          {t(begin.isPending ? 'rehearsal.beginning' : 'rehearsal.begin')}
        </Button>
      </div>
    </div>
  );
}

/** In a project one hands in; there is nothing to review. */
const sampleText = (type: ActivityType, step: Step, t: TFunction): string =>
  type === 'groupWork' ? t('rehearsal.sample.groupWork.handIn') : t(`rehearsal.sample.${type}.${step}`);

const filledText = (type: ActivityType, step: Step, count: number, t: TFunction): string =>
  type === 'groupWork'
    ? t('rehearsal.filled.groupWork.handIn', { count })
    : t(`rehearsal.filled.${type}.${step}`, { count });

interface BegunProps extends RehearsalPageProps, ActivityProps {
  readonly rehearsal: Rehearsal;
}

const ONESELF = 'oneself';

function Begun({ activityId, type, rehearsal, pages }: BegunProps) {
  const { t } = useTranslation();
  const [as, setAs] = useState(rehearsal.learners[0]?.memberId ?? ONESELF);
  const [changes, setChanges] = useState(0);
  const fill = useFillRehearsal(activityId);
  const end = useEndRehearsal(activityId);
  const isBusy = fill.isPending || end.isPending;
  const choices = [
    { id: ONESELF, text: t('rehearsal.oneself') },
    ...rehearsal.learners.map(({ memberId, name }) => ({ id: memberId, text: name })),
  ];

  const fillIn = (step: Step): void =>
    fill.mutate(
      { step, text: sampleText(type, step, t) },
      {
        onSuccess: ({ done }) => {
          showToast({ text: filledText(type, step, done, t) });
          setChanges((before) => before + 1);
        },
      },
    );

  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <section className={cx(layout['stack'])} aria-label={t('rehearsal.controls')}>
        <Banner tone="info" title={t('rehearsal.running')}>
          {t('rehearsal.safe')}
        </Banner>
        {fill.error !== null && <Problem error={fill.error} />}
        {end.error !== null && <Problem error={end.error} />}
        <div className={cx(layout['row'], styles['controls'])}>
          <Select label={t('rehearsal.asWhom')} choices={choices} value={as} onChange={setAs} />
          <Button isPending={isBusy} onPress={() => fillIn('handIn')}>
            {t(`rehearsal.fill.${type}.handIn`)}
          </Button>
          {type !== 'groupWork' && (
            <Button isPending={isBusy} onPress={() => fillIn('review')}>
              {t(`rehearsal.fill.${type}.review`)}
            </Button>
          )}
          <Button
            isPending={isBusy}
            onPress={() =>
              end.mutate(undefined, { onSuccess: () => showToast({ text: t('rehearsal.ended') }) })
            }
          >
            {t('rehearsal.end')}
          </Button>
        </div>
        <div>
          <Link to={pathTo(type, activityId)}>{t('rehearsal.back')}</Link>
        </div>
      </section>
      <Stage
        activityId={activityId}
        type={type}
        memberId={as === ONESELF ? null : as}
        pages={pages}
        changes={changes}
      />
    </div>
  );
}
