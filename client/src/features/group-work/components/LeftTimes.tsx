import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Project } from '../api.ts';

/** When somebody was in a group that they have left. */
export function LeftTimes({ times }: { readonly times: Project['left'][number]['times'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return times.map(({ from, until }) => (
    <p key={from} className={cx(layout['muted'], layout['small'])}>
      {t('groupWork.left.time', { from: format.moment(from), until: format.moment(until) })}
    </p>
  ));
}
