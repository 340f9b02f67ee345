import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './Skeleton.module.css';

/** Stands in for a page that is on its way; appears after 300 ms. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={cx(styles['hidden'])}>{t('app.loading')}</h1>
      <Skeleton />
    </>
  );
}

/** Stands in for a part of a page; a short one for a few lines, so that what comes pushes nothing around. */
export function Skeleton({ isShort = false }: { readonly isShort?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['skeleton'])} role="status" data-skeleton="">
      <span className={cx(styles['hidden'])}>{t('app.loading')}</span>
      <div className={cx(styles['bar'], styles['heading'])} />
      <div className={cx(styles['bar'])} />
      <div className={cx(styles['bar'], styles['block'])} />
      {!isShort && (
        <>
          <div className={cx(styles['bar'])} />
          <div className={cx(styles['bar'], styles['block'])} />
        </>
      )}
    </div>
  );
}
