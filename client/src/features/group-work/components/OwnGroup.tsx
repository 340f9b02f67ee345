import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { ScenarioPanel } from '../../scenarios/components/ScenarioPanel.tsx';
import { pathOf, type Project, type ProjectGroup } from '../api.ts';
import { RoomLinks } from './RoomLinks.tsx';
import { StateBadge } from './StateBadge.tsx';
import { whenText } from './when-text.ts';

interface OwnGroupProps {
  readonly project: Project;
  readonly group: ProjectGroup;
}

/** One's own group with its members, and its milestones with the group's own dates. */
export function OwnGroup({ project, group }: OwnGroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { groupId } = group;
  const standings = new Map(group.milestones.map((one) => [one.n, one]));
  const names = group.members.map(({ name, isOwn }) =>
    isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody')),
  );
  return (
    <section aria-labelledby={`group-${groupId}`} className={cx(layout['stack'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <h2 id={`group-${groupId}`}>
          {t('groupWork.ownGroup', { name: group.name ?? t('groupWork.unnamed') })}
        </h2>
        <p>{t('groupWork.members', { names: format.list(names) })}</p>
        <p className={cx(layout['muted'])}>{t(`groupWork.how.${project.handIn}`)}</p>
        <p className={cx(layout['muted'], layout['small'])}>{t('groupStandings.told')}</p>
      </div>
      <RoomLinks project={project} groupId={groupId} groupName={group.name ?? t('groupWork.unnamed')} />
      {project.team.scenarios && <ScenarioPanel place={{ activityId: project.id, groupId }} level={3} />}
      <h3>{t('groupWork.milestones')}</h3>
      <ul className={cx(lines['list'])}>
        {project.milestones.map(({ n, title, points }) => {
          const standing = standings.get(n);
          if (!standing) return null;
          return (
            <li key={n} className={cx(lines['line'])}>
              <span className={cx(lines['about'])}>
                <Link to={pathOf({ activityId: project.id, groupId, n })}>{title}</Link>
                <span className={cx(layout['muted'], layout['small'])}>
                  {whenText(standing, now, t, format)}
                  {points > 0 && ` · ${t('groupWork.points', { points: format.number(points) })}`}
                </span>
              </span>
              <StateBadge state={standing.state} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
