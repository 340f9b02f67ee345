import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { BarChart } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Analytics } from '../analytics-api.ts';

/** How long and how helpful comments are, and how soon they come. */
export function CommentFigures({ analytics }: { readonly analytics: Analytics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words, helpfulness, feedback } = analytics;
  const isLast = (index: number, all: readonly unknown[]): boolean => index === all.length - 1;
  const spanOf = (from: number, to: number | null): string =>
    to === null
      ? t('staffView.say.more', { from: format.number(from) })
      : t('staffView.say.upTo', { from: format.number(from), to: format.number(to) });
  const levels = helpfulness.levels.map((level, index) => ({ ...level, label: format.number(index + 1) }));
  return (
    <>
      <section className={cx(layout['stack'], layout['measure'])} aria-labelledby="comments">
        <h2 id="comments">{t('staffView.say.comments')}</h2>
        <BarChart
          title={t('staffView.say.length')}
          labelTitle={t('staffView.say.words')}
          valueTitle={t('staffView.say.count')}
          data={words.bins.map((value, index, all) => ({
            label: spanOf(index * words.width, isLast(index, all) ? null : (index + 1) * words.width - 1),
            value,
          }))}
        />
        {helpfulness.rated === 0 && <p>{t('staffView.say.notRated')}</p>}
        {helpfulness.rated > 0 && (
          <>
            <BarChart
              title={t('staffView.say.helpful')}
              labelTitle={t('staffView.say.helpfulness')}
              valueTitle={t('staffView.say.count')}
              data={levels.map(({ label, count }) => ({ label, value: count }))}
            />
            <BarChart
              title={t('staffView.say.helpfulLength')}
              labelTitle={t('staffView.say.helpfulness')}
              valueTitle={t('staffView.say.wordsMedian')}
              data={levels.map(({ label, words: median }) => ({ label, value: median ?? 0 }))}
            />
          </>
        )}
      </section>
      {feedback.first !== null && feedback.last !== null && (
        <section className={cx(layout['stack'], layout['measure'])} aria-labelledby="time">
          <h2 id="time">{t('staffView.say.time')}</h2>
          <p>
            {t('staffView.say.timeText', {
              first: format.number(Math.ceil(feedback.first)),
              last: format.number(Math.ceil(feedback.last)),
            })}
          </p>
          <BarChart
            title={t('staffView.say.days')}
            labelTitle={t('staffView.say.days')}
            valueTitle={t('staffView.say.works')}
            data={feedback.days.map((value, index, all) => ({
              label: isLast(index, all) ? spanOf(index, null) : format.number(index),
              value,
            }))}
          />
        </section>
      )}
    </>
  );
}
