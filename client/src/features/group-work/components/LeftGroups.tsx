import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { pathOf, type Project } from '../api.ts';

/** What somebody has a part in, in groups that they have left. */
export function LeftGroups({ project }: { readonly project: Project }) {
  const { t } = useTranslation();
  const titles = new Map(project.milestones.map(({ n, title }) => [n, title]));
  return (
    <section aria-labelledby="left" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="left">{t('groupWork.left.heading')}</h2>
      <ul>
        {project.left.flatMap(({ groupId, name, milestones }) =>
          milestones.map((n) => (
            <li key={`${groupId}/${n}`}>
              <Link to={pathOf({ activityId: project.id, groupId, n })}>
                {t('groupWork.left.link', {
                  title: titles.get(n) ?? '',
                  name: name ?? t('groupWork.unnamed'),
                })}
              </Link>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
