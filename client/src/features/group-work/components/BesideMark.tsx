import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import styles from '../../peer-review/pages/ReviewPage.module.css';

interface BesideMarkProps {
  /** What is handed in, labelled by `copy`. */
  readonly work: ReactNode;
  readonly mark: ReactNode;
}

/** For staff: the work at the left, what it is given at the right, where there is room. */
export function BesideMark({ work, mark }: BesideMarkProps) {
  return (
    <div className={cx(styles['columns'])}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard */}
      <div className={cx(styles['work'])} role="group" aria-labelledby="copy" tabIndex={0}>
        {work}
      </div>
      <div className={cx(layout['stack'])}>{mark}</div>
    </div>
  );
}
