import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useOwnEvaluation } from '../evaluation-api.ts';

/** What the members of one's group say of one, all together. */
export function OwnEvaluationSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const headingId = useId();
  const query = useOwnEvaluation(id);
  if (query.isPending) return <Skeleton />;
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { state, levels, criteria, factor, comments } = query.data;
  const ofLevels = (value: number | null) =>
    value === null
      ? t('common.none')
      : t('memberEvaluation.ofLevels', { value: format.number(value), levels: format.number(levels) });
  return (
    <section className={cx(layout['stack'])} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('memberEvaluation.own.title')}</h2>
      {state !== 'shown' && <Banner tone="info">{t(`memberEvaluation.own.${state}`)}</Banner>}
      {factor !== null && (
        <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <strong>
            {t('memberEvaluation.own.factor', {
              value: format.number(factor.value),
              low: format.number(factor.low),
              high: format.number(factor.high),
            })}
          </strong>
          <p className={cx(layout['prose'], layout['muted'])}>{t('memberEvaluation.own.explain')}</p>
        </div>
      )}
      {criteria.map(({ text, received, own }) => (
        <div key={text} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>{text}</h3>
          <p>{t('memberEvaluation.own.received', { value: ofLevels(received) })}</p>
          {own !== null && <p>{t('memberEvaluation.own.own', { value: ofLevels(own) })}</p>}
        </div>
      ))}
      {comments.length > 0 && (
        <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>{t('groupTexts.own')}</h3>
          <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
            {comments.map(({ question, text }, index) => (
              // Two people may have written the same.
              <li key={`${index}/${text}`}>
                <p className={cx(layout['muted'], layout['small'])}>{question}</p>
                <p>
                  <bdi>{text}</bdi>
                </p>
              </li>
            ))}
          </ul>
          <p className={cx(layout['muted'], layout['small'])}>{t('groupTexts.ownExplain')}</p>
        </div>
      )}
    </section>
  );
}
