import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Progress } from '../../../ui/Progress.tsx';
import type { Bulk } from '../bulk-api.ts';
import { WorkName } from './WorkName.tsx';

interface BulkProgressProps {
  /** Undefined until the first answer. */
  readonly bulk: Bulk | undefined;
  readonly total: number;
}

/** How far an act is; at its end what it changed, and by name what stayed as it was. */
export function BulkProgress({ bulk, total }: BulkProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isUndo = bulk?.state === 'undoing' || bulk?.state === 'undone';
  if (bulk?.state !== 'done' && bulk?.state !== 'undone') {
    const done = bulk?.done ?? 0;
    const text = t(isUndo ? 'marking.bulk.undoing' : 'marking.bulk.running', {
      done: format.number(done),
      of: format.number(total),
    });
    return <Progress label={text} text={text} value={done} max={Math.max(1, total)} />;
  }
  const { changed, unchanged, refused } = bulk;
  return (
    <>
      <p role="status">
        {t(isUndo ? 'marking.bulk.undone' : 'marking.bulk.changed', { count: changed })}{' '}
        {unchanged > 0 && !isUndo && t('marking.bulk.unchanged', { count: unchanged })}
      </p>
      {refused.length > 0 && (
        <>
          <p>{t('marking.bulk.stayed')}</p>
          <ul className={cx(layout['plainList'])}>
            {refused.map((row) => (
              <li key={row.workId}>
                <WorkName work={row} />: {t(`marking.bulk.refusal.${row.refusal}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
