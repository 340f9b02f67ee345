import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { cx } from './cx.ts';
import styles from './PageHeading.module.css';

/** Given to a redirect that comes with the launch: the LMS's page around the iframe keeps the focus. */
export const KEEPS_FOCUS = { keepsFocus: true };

interface PageHeadingProps {
  readonly title: string;
  /** A link or button at the end of the line. */
  readonly aside?: ReactNode;
}

/** The page's only h1. It takes the focus after a change of page, so that one reads and tabs on from the top. */
export function PageHeading({ title, aside }: PageHeadingProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const location = useLocation();
  const { key } = location;
  const state = location.state as typeof KEEPS_FOCUS | null;
  const keepsFocus = key === 'default' || state?.keepsFocus === true;
  useEffect(() => {
    if (!keepsFocus) heading.current?.focus();
  }, [key, keepsFocus]);
  return (
    <div className={cx(styles['head'])}>
      <title>{t('app.pageTitle', { page: title })}</title>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {aside}
    </div>
  );
}
