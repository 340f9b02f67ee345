import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import RatingList from '../../peer-review/components/RatingList.tsx';
import type { MarkingWork } from '../api.ts';

type Step = MarkingWork['history'][number];

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
  const pointsOf = ({ points, maximum }: { points: number; maximum: number }): string =>
    t('launch.work.points', { points: format.number(points), maximum: format.number(maximum) });
  const headingOf = (kind: Step['kind'], mark: Step['mark']): string => {
    if (mark === null)
      return t(kind === 'excused' ? 'marking.works.state.excused' : 'marking.history.undone');
    return kind === 'part' ? t('marking.twice.part', { mark: pointsOf(mark) }) : pointsOf(mark);
  };
  if (history.length === 0) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="mark-history">
      <h2 id="mark-history">{t('marking.history.title')}</h2>
      {history.map(({ n, by, at, kind, mark, parts }) => (
        <article key={n} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>{headingOf(kind, mark)}</h3>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('marking.history.by', { name: by.name ?? t('groups.person'), when: format.moment(at) })}
            {mark !== null &&
              newestVersion > 1 &&
              ` · ${t('launch.work.ofVersion', { n: format.number(mark.workVersion) })}`}
          </p>
          {parts.map((part) => (
            <p key={part.by.id}>
              {t('marking.twice.ofTwo', { name: part.by.name ?? t('groups.person'), mark: pointsOf(part) })}
            </p>
          ))}
          {mark !== null && (
            <>
              <RatingList criteria={criteria} ratings={mark.ratings} />
              {!isBlank(mark.comment) && <RichTextView document={mark.comment} headingLevel={4} />}
            </>
          )}
        </article>
      ))}
    </section>
  );
}
