import { useTranslation } from 'react-i18next';
import { RESPONSE_HOURS, TALK_WORDS_STEP } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { BarChart, LineChart } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Analytics } from '../analytics-api.ts';

/** When posts are written, how long they are, and how soon they are answered. */
export function TalkTime({ analytics }: { readonly analytics: Analytics }) {
  const { t, i18n } = useTranslation();
  // Days are counted in one zone for all.
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const format = useFormat();
  const { spans, spanDays, words, responses, unanswered, hours } = analytics;
  const spanOf = (from: number, to: number | null): string =>
    to === null
      ? t('talkFigures.more', { from: format.number(from) })
      : t('talkFigures.upTo', { from: format.number(from), to: format.number(to) });
  const edges = [0, ...RESPONSE_HOURS];
  return (
    <section className={cx(layout['stack'], layout['measure'])} aria-labelledby="time">
      <h2 id="time">{t('talkFigures.time')}</h2>
      {spans.length > 1 && (
        <LineChart
          title={t(spanDays === 1 ? 'talkFigures.byDay' : 'talkFigures.byWeek')}
          placeTitle={t(spanDays === 1 ? 'talkFigures.day' : 'talkFigures.week')}
          valueTitle={t('talkFigures.posts')}
          places={spans.map(({ from }) => day.format(new Date(from)))}
          series={[
            { name: t('talkFigures.threads'), values: spans.map(({ threads }) => threads) },
            { name: t('talkFigures.replies'), values: spans.map(({ replies }) => replies) },
          ]}
        />
      )}
      <BarChart
        title={t('talkFigures.length')}
        labelTitle={t('talkFigures.words')}
        valueTitle={t('talkFigures.posts')}
        data={words.map((value, index, all) => ({
          label: spanOf(
            index * TALK_WORDS_STEP,
            index === all.length - 1 ? null : (index + 1) * TALK_WORDS_STEP - 1,
          ),
          value,
        }))}
      />
      {hours !== null && (
        <p>
          {t('talkFigures.answered', {
            // "At most" so many: never 0.
            hours: format.number(Math.max(1, Math.ceil(hours * 10)) / 10),
            count: unanswered,
          })}
        </p>
      )}
      <BarChart
        title={t('talkFigures.responses')}
        labelTitle={t('talkFigures.hours')}
        valueTitle={t('talkFigures.posts')}
        data={[
          ...responses.map((value, index) => ({
            label: spanOf(edges[index] ?? 0, edges[index + 1] ?? null),
            value,
          })),
          { label: t('talkFigures.none'), value: unanswered },
        ]}
      />
    </section>
  );
}
