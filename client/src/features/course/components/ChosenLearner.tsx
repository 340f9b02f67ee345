import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Learner, useObservedLearners } from '../api.ts';
import styles from './ChosenLearner.module.css';

interface ChosenLearnerProps {
  /** What the learner sees; `intro` says who they are, and leads to the others. */
  readonly children: (learner: Learner, intro: ReactNode) => ReactNode;
}

/** One of the learners whom the caller observes; the address says which. */
export function ChosenLearner({ children }: ChosenLearnerProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const learners = useObservedLearners();
  if (learners.isError) return <ProblemPage error={learners.error} retry={() => void learners.refetch()} />;
  if (learners.data === undefined) return <PageSkeleton />;
  const { items } = learners.data;
  const chosen = items.find(({ memberId }) => memberId === search.get('learner')) ?? items[0];
  if (chosen === undefined) {
    return (
      <div className={cx(layout['stack'])}>
        <PageHeading title={t('observed.nobody.title')} />
        <p className={cx(layout['prose'])}>{t('observed.nobody.text')}</p>
      </div>
    );
  }
  return children(chosen, <Intro chosen={chosen} all={items} />);
}

interface IntroProps {
  readonly chosen: Learner;
  readonly all: readonly Learner[];
}

function Intro({ chosen, all }: IntroProps) {
  const { t } = useTranslation();
  const name = chosen.name ?? t('peerReview.staff.table.unnamed');
  return (
    <>
      {all.length > 1 && (
        <nav aria-label={t('observed.choose')}>
          <ul className={cx(styles['learners'])}>
            {all.map(({ memberId, name: other }) => (
              <li key={memberId}>
                <Link
                  to={{ search: `?learner=${memberId}` }}
                  aria-current={memberId === chosen.memberId ? 'page' : undefined}
                >
                  <bdi>{other ?? t('peerReview.staff.table.unnamed')}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Banner tone="info" title={t('observed.seeing', { name })}>
        <p>{t('observed.hint')}</p>
      </Banner>
    </>
  );
}
