import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { PreFlight } from '../pre-flight-api.ts';
import styles from './PreFlightWarnings.module.css';

type Warning = PreFlight['warnings'][number];

/** What a dry run found that an instructor should know, in plain words. */
export function PreFlightWarnings({ warnings }: Pick<PreFlight, 'warnings'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner tone="warn" title={t('preFlight.mind')}>
      <ul className={cx(layout['stack'], layout['tight'], styles['list'])}>
        {warnings.map((warning) => (
          <li key={warning.kind}>{said(warning, t, format)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function said(warning: Warning, t: TFunction, format: Format): string {
  switch (warning.kind) {
    case 'tooFew':
      return t('preFlight.warn.tooFew', { count: warning.works });
    case 'tooFewToCompare':
      return t('preFlight.warn.tooFewToCompare', { count: warning.works });
    case 'noGroup':
      return t('preFlight.warn.noGroup', { count: warning.people });
    case 'noReviewGroup':
      return t('preFlight.warn.noReviewGroup', { count: warning.people });
    case 'smallCourse':
    case 'smallToCompare':
      return t(`preFlight.warn.${warning.kind}`, {
        count: warning.possible,
        wanted: format.number(warning.wanted),
      });
    case 'fewReviewers':
    case 'fewComparisons':
      return t(`preFlight.warn.${warning.kind}`, {
        count: warning.works,
        wanted: format.number(warning.wanted),
      });
    case 'fewTasks':
    case 'fewPairs':
      return t(`preFlight.warn.${warning.kind}`, {
        count: warning.people,
        wanted: format.number(warning.wanted),
      });
    case 'lateWorks':
      return `${t('preFlight.warn.lateWorks', { count: warning.works })} ${t('preFlight.warn.helpers', { count: warning.helpers })}`;
    case 'unwritten':
      return t('preFlight.warn.unwritten', { count: warning.works, wanted: format.number(warning.wanted) });
    case 'noReview':
      return t('preFlight.warn.noReview', { count: warning.works });
    case 'oneReview':
      return t('preFlight.warn.oneReview', { count: warning.works });
    case 'uncertain':
    case 'uncertainCompared':
      return t(`preFlight.warn.${warning.kind}`, { off: format.number(warning.off) });
    case 'part':
      return t('preFlight.warn.part', {
        tried: format.number(warning.tried),
        learners: format.number(warning.learners),
      });
  }
}
