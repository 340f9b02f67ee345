import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { MarkingWork } from '../api.ts';

interface MarkHistoryProps {
  readonly history: MarkingWork['history'];
  readonly criteria: MarkingWork['activity']['criteria'];
  /** The newest version of the work: which one was marked matters only when there are several. */
  readonly newestVersion: number;
}

/** Who marked the work when, and what they said; newest first. */
export function MarkHistory({ history, criteria, newestVersion }: MarkHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const titles = new Map(criteria.map(({ id, title }) => [id, title]));
  if (history.length === 0) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="mark-history">
      <h2 id="mark-history">{t('marking.history.title')}</h2>
      {history.map(({ n, by, at, mark }) => (
        <article key={n} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>
            {mark === null
              ? t('marking.history.undone')
              : t('launch.work.points', {
                  points: format.number(mark.points),
                  maximum: format.number(mark.maximum),
                })}
          </h3>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('marking.history.by', { name: by.name ?? t('groups.person'), when: format.moment(at) })}
            {mark !== null &&
              newestVersion > 1 &&
              ` · ${t('launch.work.ofVersion', { n: format.number(mark.workVersion) })}`}
          </p>
          {mark !== null && (
            <>
              <ul className={cx(layout['plainList'])}>
                {mark.ratings.map(({ criterionId, points }) => (
                  <li key={criterionId}>
                    {t('marking.history.rating', {
                      title: titles.get(criterionId) ?? criterionId,
                      points: format.number(points),
                    })}
                  </li>
                ))}
              </ul>
              {!isBlank(mark.comment) && <RichTextView document={mark.comment} headingLevel={4} />}
            </>
          )}
        </article>
      ))}
    </section>
  );
}
