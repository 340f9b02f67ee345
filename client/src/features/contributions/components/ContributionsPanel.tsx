import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useContributions } from '../api.ts';
import { ContributionsTable } from './ContributionsTable.tsx';
import { Statements } from './Statements.tsx';

export interface ContributionsPanelProps {
  readonly place: RoomPlace & { readonly n: number };
}

/** For staff, beside the marks: what is known of each member, and what they say themselves. */
export default function ContributionsPanel({ place }: ContributionsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useContributions(place);
  if (query.isPending) return <Skeleton />;
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { isOver, until } = query.data;
  return (
    <section aria-labelledby="contributions" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="contributions">{t('contributions.title')}</h2>
      {isOver ? (
        <>
          <ContributionsTable view={query.data} />
          <h3>{t('contributions.statements')}</h3>
          <Statements view={query.data} />
        </>
      ) : (
        <p>{t('contributions.later', { when: format.moment(until) })}</p>
      )}
    </section>
  );
}
