import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { pathOf, type Project, useProject } from '../../group-work/api.ts';
import { RoomLinks } from '../../group-work/components/RoomLinks.tsx';
import { GroupNotes } from '../../staff-notes/components/StaffNotes.tsx';
import { useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import { StateBadge } from '../../group-work/components/StateBadge.tsx';
import { whenText } from '../../group-work/components/when-text.ts';
import { type GroupStanding, useGroupStanding } from '../api.ts';
import { titleOf } from '../standing-words.ts';
import { MoveDialog } from '../components/MoveDialog.tsx';
import { NudgeDialog } from '../components/NudgeDialog.tsx';
import { HealthBadges, Hints } from '../components/StandingParts.tsx';

/** One group as staff see it who look in: what it hands in, what it does together, how it is. */
export default function GroupPage() {
  const place = useRoomPlace();
  const project = useProject(place.activityId);
  const standing = useGroupStanding(place);
  if (project.isPending || standing.isPending) return <PageSkeleton />;
  if (project.data === undefined)
    return <ProblemPage error={project.error} retry={() => void project.refetch()} />;
  if (standing.data === undefined)
    return <ProblemPage error={standing.error} retry={() => void standing.refetch()} />;
  return <Group project={project.data} standing={standing.data} />;
}

interface GroupProps {
  readonly project: Project;
  readonly standing: GroupStanding;
}

function Group({ project, standing }: GroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [isNudging, setIsNudging] = useState(false);
  const [isMoving, setIsMoving] = useState(false);
  const { groupId, members, lastActivityAt } = standing;
  const name = standing.name ?? t('groupWork.unnamed');
  const last = lastActivityAt === null ? t('groupStandings.never') : format.relative(lastActivityAt, now);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={name} trail={[{ title: project.title, to: `/group-work/${project.id}` }]} />
        <p>
          {t('groupWork.members', {
            names: format.list(members.map((one) => one.name ?? t('groupWork.somebody'))),
          })}
        </p>
        <p className={cx(layout['muted'], layout['measure'])}>{t('groupStandings.page.lookingOn')}</p>
        {project.state === 'published' && (
          <div className={cx(layout['row'])}>
            <Button onPress={() => setIsNudging(true)}>{t('groupNudge.open')}</Button>
            {members.length > 0 && <Button onPress={() => setIsMoving(true)}>{t('groupMove.open')}</Button>}
          </div>
        )}
      </div>
      {isMoving && (
        <MoveDialog
          place={{ activityId: project.id, groupId }}
          standing={standing}
          onClose={() => setIsMoving(false)}
        />
      )}
      {isNudging && (
        <NudgeDialog
          place={{ activityId: project.id, groupId }}
          groupName={name}
          proposed={
            standing.next
              ? t('groupNudge.proposedNext', {
                  title: titleOf(project, standing.next.n),
                  when: format.moment(standing.next.dueAt),
                })
              : t('groupNudge.proposed')
          }
          onClose={() => setIsNudging(false)}
        />
      )}
      <section aria-labelledby="room" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="room">{t('groupStandings.page.room')}</h2>
        <RoomLinks project={project} groupId={groupId} groupName={name} />
      </section>
      <section aria-labelledby="deliverables" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="deliverables">{t('groupStandings.page.deliverables')}</h2>
        <Deliverables project={project} standing={standing} />
      </section>
      <section aria-labelledby="standing" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="standing">{t('groupStandings.page.standing')}</h2>
        <dl className={cx(layout['stack'], layout['tight'])}>
          <Fact name={t('groupStandings.columns.last')}>{last}</Fact>
          <Fact name={t('groupStandings.columns.health')}>
            <HealthBadges standing={standing} />
          </Fact>
          <Fact name={t('groupStandings.columns.balance')}>
            <Hints standing={standing} />
          </Fact>
        </dl>
        <p className={cx(layout['muted'], layout['small'], layout['measure'])}>
          {t('groupStandings.caveat')}
        </p>
      </section>
      <GroupNotes groupId={groupId} name={name} />
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

const Fact = ({ name, children }: FactProps) => (
  <div>
    <dt className={cx(layout['muted'], layout['small'])}>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Deliverables({ project, standing }: GroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (standing.milestones.length === 0) return <p>{t('groupStandings.page.noMilestones')}</p>;
  return (
    <ul className={cx(lines['list'])}>
      {standing.milestones.map((milestone) => (
        <li key={milestone.n} className={cx(lines['line'])}>
          <span className={cx(lines['about'])}>
            <Link to={pathOf({ activityId: project.id, groupId: standing.groupId, n: milestone.n })}>
              {titleOf(project, milestone.n)}
            </Link>
            <span className={cx(layout['muted'], layout['small'])}>
              {whenText(milestone, now, t, format)}
            </span>
          </span>
          <StateBadge state={milestone.state} />
        </li>
      ))}
    </ul>
  );
}
