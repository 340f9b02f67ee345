import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { pathOf, type Project } from '../api.ts';
import { LeftTimes } from './LeftTimes.tsx';

/** Groups that somebody has left, and what they have a part in there. */
export function LeftGroups({ project }: { readonly project: Project }) {
  const { t } = useTranslation();
  const titles = new Map(project.milestones.map(({ n, title }) => [n, title]));
  return (
    <section aria-labelledby="left" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="left">{t('groupWork.left.heading')}</h2>
      {project.left.map(({ groupId, name, times, milestones }) => (
        <div key={groupId} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>{name ?? t('groupWork.unnamed')}</h3>
          <LeftTimes times={times} />
          {milestones.length > 0 && (
            <ul className={cx(layout['bullets'])}>
              {milestones.map((n) => (
                <li key={n}>
                  <Link to={pathOf({ activityId: project.id, groupId, n })}>
                    {t('groupWork.left.link', {
                      title: titles.get(n) ?? '',
                      name: name ?? t('groupWork.unnamed'),
                    })}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
