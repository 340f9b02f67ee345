import { useTranslation } from 'react-i18next';
import { isChoice, type Item, optionText } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { BarChart, HeatMap, Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Tally } from '../api.ts';
import styles from './Questionnaire.module.css';
import { type Trend, TrendChart } from './TrendChart.tsx';

interface ItemResultProps {
  readonly item: Item;
  readonly tally: Tally;
  readonly trend: Trend;
}

/** What was answered to one question: a plot with its numbers, or the texts. */
export function ItemResult({ item, tally, trend }: ItemResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={cx(layout['card'], layout['stack'])}>
      {tally.answered === null ? (
        <>
          <h3>{item.text}</h3>
          <p className={cx(layout['muted'])}>{t('questionnaire.results.hidden')}</p>
        </>
      ) : (
        <>
          <Answers item={item} tally={tally} />
          <p className={cx(layout['muted'], layout['small'])}>
            {t('questionnaire.results.answered', { count: tally.answered })}
            {tally.mean !== null &&
              ` · ${t('questionnaire.results.mean', { mean: format.number(tally.mean) })}`}
          </p>
          {tally.score !== null && tally.score.asked > 0 && (
            <p>
              {t('check.scores.item', {
                percent: format.percent((100 * tally.score.right) / tally.score.asked),
                mean: format.number(tally.score.mean),
                possible: format.number(tally.score.possible),
              })}
            </p>
          )}
          <TrendChart title={t('rounds.trend', { question: item.text })} trend={trend} />
        </>
      )}
    </li>
  );
}

function Answers({ item, tally }: Omit<ItemResultProps, 'trend'>) {
  const { t } = useTranslation();
  const { counts, numbers, texts } = tally;
  const countTitle = t('questionnaire.results.count');
  if (item.kind === 'text') {
    return (
      <>
        <h3>{item.text}</h3>
        <ul className={cx(styles['texts'])}>
          {/* Two people may have written the same. */}
          {texts.map((text, index) => (
            <li key={`${index}-${text}`}>{text}</li>
          ))}
        </ul>
      </>
    );
  }
  if (item.kind === 'number') {
    const [least = 0, most = 0] = [numbers[0], numbers.at(-1)];
    const from = item.min ?? least;
    const to = item.max ?? most;
    return (
      <Histogram
        title={item.text}
        countTitle={countTitle}
        valueTitle={t('questionnaire.results.value')}
        values={numbers}
        domain={[from, to > from ? to : from + 1]}
      />
    );
  }
  if (item.kind === 'matrix') {
    const found = new Map(counts.map(({ key, count }) => [key, count]));
    return (
      <HeatMap
        title={item.text}
        rowTitle={t('questionnaire.results.row')}
        rows={item.rows.map(({ text }) => text)}
        columns={item.columns.map(({ text }) => text)}
        values={item.rows.map((row) =>
          item.columns.map((column) => found.get(`${row.id}/${column.id}`) ?? 0),
        )}
      />
    );
  }
  return <Bars item={item} tally={tally} />;
}

function Bars({ item, tally: { counts } }: Omit<ItemResultProps, 'trend'>) {
  const { t } = useTranslation();
  const format = useFormat();
  function labelOf(key: string): string {
    if (isChoice(item)) {
      const option = optionText(item.options, key);
      return item.key?.right.includes(key) === true ? t('check.scores.rightOption', { option }) : option;
    }
    if (item.kind !== 'scale') return key;
    const word = key === String(item.from) ? item.fromText : key === String(item.to) ? item.toText : '';
    const point = format.number(Number(key));
    return word === '' ? point : `${point} – ${word}`;
  }
  return (
    <BarChart
      title={item.text}
      labelTitle={t('questionnaire.results.answer')}
      valueTitle={t('questionnaire.results.count')}
      data={counts.map(({ key, count }) => ({ label: labelOf(key), value: count }))}
    />
  );
}
