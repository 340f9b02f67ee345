import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DYNAMICS_FROM } from '../../../../../server/src/contracts/team-limits.ts';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { MilestoneChoice } from '../../group-work/components/MilestoneChoice.tsx';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Dynamics, type Survey, useDynamics } from '../api.ts';
import { DynamicsForm } from '../components/DynamicsForm.tsx';
import { DynamicsResults } from '../components/DynamicsResults.tsx';

/** How the members of a group say they work together, milestone by milestone: asked, and shown as a whole. */
export default function DynamicsPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useDynamics(place);
  return (
    <RoomPage place={place} title={t('teamDynamics.title')} query={query}>
      {(view) => <Open place={place} view={view} />}
    </RoomPage>
  );
}

function Open({ place, view }: { readonly place: RoomPlace; readonly view: Dynamics }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const wanted = Number(search.get('milestone') ?? view.n);
  const survey = view.surveys.find(({ n }) => n === wanted) ?? view.surveys[0];
  if (survey === undefined) return null;
  const asks = survey.state === 'open' && survey.own === 'asked' && view.room.can.write;
  return (
    <>
      <div className={cx(layout['stack'], layout['tight'])}>
        <MilestoneChoice milestones={view.room.milestones} n={survey.n} />
        <Standing survey={survey} />
      </div>
      {asks && <DynamicsForm key={survey.n} place={place} n={survey.n} />}
      <section aria-labelledby="results" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="results">{t('teamDynamics.results.title')}</h2>
        <DynamicsResults surveys={view.surveys} />
        <p className={cx(layout['muted'], layout['small'], layout['measure'])}>
          {t('teamDynamics.results.caveat')}
        </p>
      </section>
    </>
  );
}

/** Where the survey of a milestone stands, and who will see what of it. */
function Standing({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isForStaff = isStaff(useSession());
  const { state, own, opensAt, until, answered, asked } = survey;
  const few = { min: format.number(DYNAMICS_FROM) };
  const when = format.moment(state === 'upcoming' ? opensAt : until);
  return (
    <>
      {state === 'open' && own === 'answered' && <p role="status">{t('teamDynamics.answered')}</p>}
      {state === 'open' && own === null && !isForStaff && <p>{t('teamDynamics.notAsked')}</p>}
      {state !== 'open' && state !== 'shown' && <p>{t(`teamDynamics.states.${state}`, { ...few, when })}</p>}
      {asked > 0 && state !== 'upcoming' && state !== 'tooSmall' && (
        <p>{t('teamDynamics.counts', { answered: format.number(answered), asked: format.number(asked) })}</p>
      )}
      {state === 'open' && (
        <p className={cx(layout['muted'], layout['measure'])}>
          {t('teamDynamics.promise', { ...few, when })}
        </p>
      )}
    </>
  );
}
