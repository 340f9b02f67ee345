import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { useMarkingShares } from '../../marking/api.ts';
import { BulkActs } from '../../marking/components/BulkActs.tsx';
import { GiveTo } from '../../marking/components/GiveTo.tsx';
import { HideSwitch } from '../../marking/components/HideSwitch.tsx';
import { SharesSection } from '../../marking/components/SharesSection.tsx';
import { TwiceSection } from '../../marking/components/TwiceSection.tsx';
import { useDiscussion } from '../api.ts';
import { type ParticipantLine, useParticipants } from '../grading-api.ts';
import { awaitsMark, membersIn, nextToMark } from '../participants.ts';
import { useParticipantName } from '../use-participant-name.ts';

/** For staff: all members of a discussion, with how much each has written and what they were given. */
export default function ParticipantsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { search } = useLocation();
  const discussion = useDiscussion(activityId);
  const query = useParticipants(activityId);
  const loadAll = useLoadAll(query);
  // How far one is, is known of all or of none.
  useEffect(loadAll);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const items = membersIn(query.data.pages);
  const [first] = query.data.pages;
  const next = nextToMark(items, null);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('discussionGrades.participants.title')}
        trail={[{ title: discussion.data?.title ?? t('discussion.kind'), to: `/discussions/${activityId}` }]}
        aside={
          next !== null && (
            <ButtonLink variant="primary" to={`/discussions/${activityId}/participants/${next}${search}`}>
              {t('discussionGrades.participants.next')}
            </ButtonLink>
          )
        }
      />
      <HideSwitch note={t('discussionGrades.participants.hidden')} />
      {first && <SectionFilterChoice filter={first.sections} />}
      {items.length === 0 ? (
        <EmptyState title={t('discussionGrades.participants.none.title')}>
          {t('discussionGrades.participants.none.text')}
        </EmptyState>
      ) : (
        <>
          <SharesSection activityId={activityId} />
          {first?.can.zero === true && <TwiceSection activityId={activityId} />}
          {first && <Members activityId={activityId} items={items} can={first.can} />}
        </>
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </div>
  );
}

interface MembersProps {
  readonly activityId: string;
  readonly items: readonly ParticipantLine[];
  readonly can: { readonly zero: boolean; readonly excuse: boolean };
}

/** The members with where each stands; something can be done to many at once. */
function Members({ activityId, items, can }: MembersProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const shares = useMarkingShares(activityId).data;
  const columns = useColumns(activityId);
  const title = t('discussionGrades.participants.title');
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={items}
      rowKey={({ memberId }) => memberId}
      exportName={title}
      picking={{
        ids: picked,
        onChange: setPicked,
        actions: (
          <>
            <BulkActs activityId={activityId} picked={picked} can={can} onDone={() => setPicked(new Set())} />
            {shares?.can.divide === true && (
              <GiveTo activityId={activityId} picked={picked} onGiven={() => setPicked(new Set())} />
            )}
          </>
        ),
      }}
    />
  );
}

function useColumns(activityId: string) {
  const { t } = useTranslation();
  const format = useFormat();
  // Going on from there, one stays among one's own sections.
  const { search } = useLocation();
  const staff = new Map(useMarkingShares(activityId).data?.staff.map(({ id, name }) => [id, name]));
  const shareOf = ({ share }: ParticipantLine): string =>
    share === null ? '' : (staff.get(share.memberId) ?? t('groups.person'));
  const nameOf = useParticipantName();
  function stateOf(line: ParticipantLine): { text: string; tone: Tone } {
    if (line.isTaken) return { text: t('discussionGrades.participants.taken'), tone: 'info' };
    if (line.isExcused) return { text: t('marking.works.state.excused'), tone: 'good' };
    if (line.mark !== null) return { text: t('discussionGrades.participants.commented'), tone: 'good' };
    if (line.stage !== null)
      return {
        text: t(`marking.works.state.${line.stage}`),
        tone: line.stage === 'firstDone' ? 'neutral' : 'warn',
      };
    return awaitsMark(line)
      ? { text: t('discussionGrades.participants.waits'), tone: 'warn' }
      : { text: t('discussionGrades.participant.nothing.title'), tone: 'neutral' };
  }
  return [
    {
      key: 'name',
      title: t('disputes.table.learner'),
      share: 2,
      cell: (line: ParticipantLine) => (
        <Link to={`/discussions/${activityId}/participants/${line.memberId}${search}`}>
          <bdi>{nameOf(line)}</bdi>
        </Link>
      ),
      value: nameOf,
    },
    {
      key: 'state',
      title: t('marking.works.stateTitle'),
      share: 2,
      cell: (line: ParticipantLine) => <Badge tone={stateOf(line).tone}>{stateOf(line).text}</Badge>,
      value: (line: ParticipantLine) => stateOf(line).text,
      isFilter: true,
    },
    {
      key: 'share',
      title: t('marking.works.share'),
      cell: (line: ParticipantLine) => <bdi>{shareOf(line)}</bdi>,
      value: shareOf,
      isFilter: true,
    },
    {
      key: 'posts',
      title: t('discussionGrades.participant.posts'),
      cell: ({ posts }: ParticipantLine) => format.number(posts),
      value: ({ posts }: ParticipantLine) => posts,
      isNumber: true,
    },
    {
      key: 'points',
      title: t('marking.works.points'),
      cell: ({ mark }: ParticipantLine) =>
        mark !== null && mark.maximum > 0
          ? t('gradebook.points', {
              value: format.number(mark.points),
              maximum: format.number(mark.maximum),
            })
          : null,
      value: ({ mark }: ParticipantLine) => (mark !== null && mark.maximum > 0 ? mark.points : null),
      isNumber: true,
    },
  ];
}
