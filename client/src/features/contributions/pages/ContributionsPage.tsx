import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { MilestoneChoice } from '../../group-work/components/MilestoneChoice.tsx';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import { type Contributions, type ContributionPlace, useContributions } from '../api.ts';
import { ContributionsTable } from '../components/ContributionsTable.tsx';
import { StatementEditor } from '../components/StatementEditor.tsx';
import { Statements } from '../components/Statements.tsx';

/** What each member of a group contributes to a milestone, for the group first. */
export default function ContributionsPage() {
  const { t } = useTranslation();
  const room = useRoomPlace();
  const [search] = useSearchParams();
  const wanted = search.get('milestone');
  const place = { ...room, n: wanted === null ? null : Number(wanted) };
  const query = useContributions(place);
  return (
    <RoomPage place={room} title={t('contributions.title')} query={query}>
      {(view) => <Open key={view.n} place={place} view={view} />}
    </RoomPage>
  );
}

interface OpenProps {
  readonly place: ContributionPlace;
  readonly view: Contributions;
}

function Open({ place, view }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isForStaff = isStaff(useSession());
  const { room, n, until, isOver, own, can } = view;
  const isHidden = isForStaff && !isOver;
  return (
    <>
      <div className={cx(layout['stack'], layout['tight'])}>
        <MilestoneChoice milestones={room.milestones} n={n} />
        <p className={cx(layout['muted'], layout['measure'])}>
          {isHidden
            ? t('contributions.later', { when: format.moment(until) })
            : t(isOver ? 'contributions.over' : 'contributions.now', { when: format.moment(until) })}
        </p>
      </div>
      {!isHidden && (
        <section aria-labelledby="known" className={cx(layout['stack'], layout['tight'])}>
          <h3 id="known">{t('contributions.known')}</h3>
          <ContributionsTable view={view} />
        </section>
      )}
      {own !== null && can.write && <StatementEditor place={{ ...place, n }} own={own} until={until} />}
      {isOver && (
        <section aria-labelledby="statements" className={cx(layout['stack'], layout['tight'])}>
          <h3 id="statements">{t('contributions.statements')}</h3>
          <Statements view={view} />
        </section>
      )}
    </>
  );
}
