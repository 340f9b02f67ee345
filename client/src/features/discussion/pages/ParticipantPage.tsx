import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useApi, useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import lines from '../../../ui/lines.module.css';
import { MarkHistory } from '../../marking/components/MarkHistory.tsx';
import { TwiceStanding } from '../../marking/components/TwiceStanding.tsx';
import { WalkButtons } from '../../marking/components/WalkButtons.tsx';
import { useHidden } from '../../marking/use-hidden.ts';
import { StaffNotes } from '../../staff-notes/components/StaffNotes.tsx';
import { useDiscussion } from '../api.ts';
import { MarkPanel } from '../components/MarkPanel.tsx';
import { ApprovalSwitch } from '../components/ApprovalSwitch.tsx';
import {
  giveParticipantBack,
  type Participant,
  takeParticipant,
  useParticipant,
  useParticipants,
} from '../grading-api.ts';
import { milestoneText } from '../milestone-text.ts';
import { membersIn, neighboursOf, nextToMark } from '../participants.ts';
import { useParticipantName } from '../use-participant-name.ts';

/** For staff: one member with all they have written, and what is said of it; the next one is a key away. */
export default function ParticipantPage() {
  const { t } = useTranslation();
  const { activityId = '', memberId = '' } = useParams();
  const { search } = useLocation();
  const { isHidden } = useHidden();
  const nameOf = useParticipantName();
  const discussion = useDiscussion(activityId);
  const query = useParticipant({ activityId, memberId, isHidden });
  useTaken(activityId, memberId, isHidden);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const participant = query.data;
  const home = `/discussions/${activityId}`;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        key={`heading/${memberId}`}
        title={nameOf(participant.member)}
        trail={[
          { title: discussion.data?.title ?? t('discussion.kind'), to: home },
          { title: t('discussionGrades.participants.title'), to: `${home}/participants${search}` },
        ]}
      />
      <Ways activityId={activityId} memberId={memberId} />
      {participant.hidden && (
        <p className={cx(layout['muted'])}>{t('discussionGrades.participants.hidden')}</p>
      )}
      {participant.taken !== null && <Taken taken={participant.taken} />}
      {participant.isExcused && (
        <Banner tone="info" role="status" title={t('marking.works.state.excused')}>
          {t('discussionGrades.participant.excused')}
        </Banner>
      )}
      <Milestones participant={participant} />
      {participant.approval !== null && (
        <ApprovalSwitch activityId={activityId} member={participant.member} approval={participant.approval} />
      )}
      <TwiceStanding
        stage={participant.stage}
        isFirst={participant.twice && participant.mark === null && !participant.isExcused}
        toSettle={participant.toSettle}
        criteria={participant.criteria}
        maySettle={participant.can.mark}
      />
      <MarkPanel key={`mark/${memberId}`} activityId={activityId} participant={participant} />
      <MarkHistory history={participant.history} criteria={participant.criteria} newestVersion={1} />
      {!participant.hidden && <StaffNotes key={`notes/${memberId}`} memberId={memberId} />}
    </div>
  );
}

/** Whom one looks at is one's own for a while; where a colleague has them, the page says so. */
function useTaken(activityId: string, memberId: string, isHidden: boolean): void {
  const api = useApi();
  useEffect(() => {
    const whom = { activityId, memberId, isHidden };
    void takeParticipant(api, whom).catch(() => undefined);
    // Whoever vanishes without this loses them after a while.
    return () => void giveParticipantBack(api, whom).catch(() => undefined);
  }, [api, activityId, memberId, isHidden]);
}

/** To the members before and after, and to the next that waits. */
function Ways({ activityId, memberId }: { readonly activityId: string; readonly memberId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { search } = useLocation();
  const query = useParticipants(activityId);
  const loadAll = useLoadAll(query);
  useEffect(loadAll);
  const items = membersIn(query.data?.pages ?? []);
  const { previous, next } = neighboursOf(items, memberId);
  const goTo = (id: string | null) =>
    id === null ? null : () => void navigate(`/discussions/${activityId}/participants/${id}${search}`);
  const writers = items.filter(({ posts }) => posts > 0);
  return (
    <nav className={cx(layout['row'])} aria-label={t('discussionGrades.participant.ways')}>
      <WalkButtons
        back={{ label: t('discussionGrades.participant.previous'), go: goTo(previous) }}
        forth={{ label: t('discussionGrades.participant.following'), go: goTo(next) }}
        next={{ label: t('discussionGrades.participants.next'), go: goTo(nextToMark(items, memberId)) }}
      />
      <span className={cx(layout['muted'])}>
        {t('discussionGrades.participants.progress', {
          done: format.number(writers.filter(({ mark, isExcused }) => mark !== null || isExcused).length),
          all: format.number(writers.length),
        })}
      </span>
    </nav>
  );
}

function Taken({ taken }: { readonly taken: NonNullable<Participant['taken']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner tone="warn" role="status" title={t('discussionGrades.participants.taken')}>
      {t('discussionGrades.participant.taken', {
        name: taken.by ?? t('discussion.somebody'),
        until: format.time(taken.until),
      })}
    </Banner>
  );
}

function Milestones({ participant: { milestones } }: { readonly participant: Participant }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (milestones.length === 0) return null;
  return (
    <section aria-labelledby="reached" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="reached">{t('discussionGrades.participant.milestones')}</h2>
      <ul className={cx(lines['list'])}>
        {milestones.map((one) => (
          <li key={one.n} className={cx(lines['line'])}>
            <span>{milestoneText(one, t, format)}</span>
            <Badge tone={one.met ? 'good' : one.isOver ? 'bad' : 'neutral'}>
              {one.met
                ? t('expectations.state.met')
                : t(one.isOver ? 'expectations.state.missed' : 'expectations.state.open', {
                    done: format.number(one.done),
                    n: format.number(one.count),
                  })}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
