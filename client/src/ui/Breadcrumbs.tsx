import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import styles from './Breadcrumbs.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface Crumb {
  readonly title: string;
  readonly to: To;
}

/** The way from the activity to this page; the page itself is the heading below. */
export function Breadcrumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.breadcrumbs')} className={cx(styles['breadcrumbs'])} data-print="no">
      <ol>
        {trail.map(({ title, to }) => (
          <li key={title}>
            <Link to={to}>{title}</Link>
            <Icon name="chevronEnd" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
