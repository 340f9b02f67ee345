import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import layout from './layout.module.css';
import { PageHeading } from './PageHeading.tsx';
import { Problem, type ProblemProps } from './Problem.tsx';

/** A page that could not be shown, and why. */
export function ProblemPage(props: ProblemProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading title={t('problem.pageTitle')} />
      <Problem {...props} />
    </div>
  );
}
