import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { Breadcrumbs, type Crumb } from './Breadcrumbs.tsx';
import { cx } from './cx.ts';
import styles from './PageHeading.module.css';

/** Given to a redirect that comes with the launch: the LMS's page around the iframe keeps the focus. */
export const KEEPS_FOCUS = { keepsFocus: true };

interface PageHeadingProps {
  readonly title: string;
  /** The pages above this one, from the activity on. */
  readonly trail?: readonly Crumb[];
  /** A link or button at the end of the line. */
  readonly aside?: ReactNode;
}

/** The page's only h1. It takes the focus after a change of page, so that one reads and tabs on from the top. */
export function PageHeading({ title, trail, aside }: PageHeadingProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const location = useLocation();
  const { key } = location;
  const state = location.state as typeof KEEPS_FOCUS | null;
  const keepsFocus = key === 'default' || state?.keepsFocus === true;
  // Who goes back wants to be where they were: the browser has scrolled there.
  const preventScroll = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    if (!keepsFocus) heading.current?.focus({ preventScroll });
  }, [key, keepsFocus, preventScroll]);
  return (
    <div>
      <title>{t('app.pageTitle', { page: title })}</title>
      {trail !== undefined && <Breadcrumbs trail={trail} />}
      <div className={cx(styles['head'])}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
    </div>
  );
}
