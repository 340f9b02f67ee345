import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface MilestoneChoiceProps {
  readonly milestones: readonly { readonly n: number; readonly title: string }[];
  /** The one that the page shows. */
  readonly n: number;
}

/** Links to what a page says of each milestone, above the title of the one that it shows. */
export function MilestoneChoice({ milestones, n }: MilestoneChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      <nav aria-label={t('groupWork.milestones')} className={cx(layout['row'])}>
        {milestones.map((one) => (
          <Link
            key={one.n}
            to={`?milestone=${one.n}`}
            aria-current={one.n === n ? 'page' : undefined}
            replace
          >
            {one.title}
          </Link>
        ))}
      </nav>
      <h2>{milestones.find((one) => one.n === n)?.title}</h2>
    </>
  );
}
