import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { BulkPreview } from '../bulk-api.ts';
import { WorkName } from './WorkName.tsx';
import styles from './BulkList.module.css';

type Row = BulkPreview['rows'][number];

/** How many works an act changes, and what each gets. */
export function PreviewList({ preview: { rows, counts } }: { readonly preview: BulkPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = ({ kind, points, maximum }: Row['before']): string => {
    if (kind !== 'marked') return t(`marking.bulk.${kind}`);
    return t('launch.work.points', {
      points: format.number(points ?? 0),
      maximum: format.number(maximum ?? 0),
    });
  };
  const whatOf = ({ outcome, refusal, before, after, comment }: Row): string => {
    if (refusal !== null) return t('marking.bulk.left', { why: t(`marking.bulk.refusal.${refusal}`) });
    if (outcome === 'unchanged') return t('marking.bulk.same');
    return comment ?? t('marking.bulk.gets', { before: standing(before), after: standing(after) });
  };
  return (
    <>
      <p>
        {t('marking.bulk.change', { count: counts.change })}{' '}
        {counts.unchanged > 0 && t('marking.bulk.unchanged', { count: counts.unchanged })}{' '}
        {counts.refuse > 0 && t('marking.bulk.refuse', { count: counts.refuse })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard */}
      <div role="group" aria-label={t('marking.bulk.list')} tabIndex={0} className={cx(styles['list'])}>
        <ul className={cx(layout['plainList'], styles['rows'])}>
          {rows.map((row) => (
            <li key={row.workId} className={cx(row.outcome !== 'change' && layout['muted'])}>
              <WorkName work={row} />: {whatOf(row)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
