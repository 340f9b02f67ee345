import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { MilestoneChoice } from '../../group-work/components/MilestoneChoice.tsx';
import { type Place, type Retrospective, useRetrospective } from '../api.ts';
import { Actions } from '../components/Actions.tsx';
import { NoteEditor } from '../components/NoteEditor.tsx';
import { OthersNotes } from '../components/OthersNotes.tsx';
import { OwnLessons } from '../components/OwnLessons.tsx';

/** How one group looks back on a milestone: the newest that is due, or the one that the address names. */
export default function RetrospectivePage() {
  const { activityId = '', groupId = '' } = useParams();
  const [search] = useSearchParams();
  const wanted = search.get('milestone');
  const place = { activityId, groupId, n: wanted === null ? null : Number(wanted) };
  const query = useRetrospective(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  return <Open key={query.data.n} place={place} retrospective={query.data} />;
}

interface OpenProps {
  readonly place: Place;
  readonly retrospective: Retrospective;
}

function Open({ place, retrospective }: OpenProps) {
  const { t } = useTranslation();
  const { title, groupName, milestones, n, own, others, can, staffLookOn } = retrospective;
  const here = { ...place, n };
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('retrospective.title')}
          trail={[{ title, to: `/group-work/${place.activityId}` }]}
        />
        <p>
          <bdi>{groupName ?? t('groupWork.unnamed')}</bdi>
        </p>
        <MilestoneChoice milestones={milestones} n={n} />
        <p className={cx(layout['muted'], layout['measure'])}>
          {t(staffLookOn ? 'retrospective.readByStaff' : 'retrospective.readByGroup')}
        </p>
      </div>
      {own !== null && can.write && <NoteEditor place={here} own={own} />}
      {own !== null && !can.write && <OthersNotes others={[{ ...own, by: OWN, savedAt: '' }, ...others]} />}
      {(own === null || can.write) && <OthersNotes others={others} />}
      <Actions place={here} retrospective={retrospective} />
      <OwnLessons place={here} retrospective={retrospective} />
      <p>
        <Link to={`/group-work/${place.activityId}/lessons`}>{t('retrospective.lessons.all')}</Link>
      </p>
    </div>
  );
}

const OWN = { name: null, isOwn: true };
