import { useTranslation } from 'react-i18next';
import { optionText } from '../../../../../server/src/contracts/questionnaire-cells.ts';
import {
  asksOfGroup,
  isChoice,
  type Item,
  writesToGroup,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { BarChart, HeatMap, Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Results, Tally } from '../api.ts';
import { PeopleResult } from './PeopleResult.tsx';
import styles from './Questionnaire.module.css';
import { type Trend, TrendChart } from './TrendChart.tsx';

type Counts = NonNullable<Results['team']>['items'][number]['counts'];

interface ItemResultProps {
  readonly item: Item;
  readonly tally: Tally;
  /** Those whom rows are about, where rows are people. */
  readonly people: Results['people'];
  /** In percent, of people alone and of groups; undefined: groups are not asked. */
  readonly compared: Counts | undefined;
  readonly trend: Trend;
}

/** What was answered to one question: a plot with its numbers, or the texts. */
export function ItemResult({ item, tally, people, compared, trend }: ItemResultProps) {
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
          <Answers item={item} tally={tally} people={people} />
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
          {compared !== undefined && <Compared item={item} counts={compared} />}
          <TrendChart title={t('rounds.trend', { question: item.text })} trend={trend} />
        </>
      )}
    </li>
  );
}

function Answers({ item, tally, people }: Omit<ItemResultProps, 'trend' | 'compared'>) {
  const { t } = useTranslation();
  const { counts, numbers, texts } = tally;
  const countTitle = t('questionnaire.results.count');
  if (item.kind === 'text') {
    return (
      <>
        <h3>{item.text}</h3>
        {writesToGroup(item) && <p className={cx(layout['muted'])}>{t('groupTexts.results')}</p>}
        <ul className={cx(styles['texts'])}>
          {/* Two people may have written the same. */}
          {texts.map((text, index) => (
            <li key={`${index}-${text}`}>{text}</li>
          ))}
        </ul>
      </>
    );
  }
  if (item.kind === 'file') {
    return (
      <>
        <h3>{item.text}</h3>
        <p className={cx(layout['muted'])}>{t('fileAnswer.results')}</p>
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
  if (asksOfGroup(item)) return <PeopleResult item={item} tally={tally} people={people} />;
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

function Bars({ item, tally: { counts } }: Omit<ItemResultProps, 'trend' | 'people' | 'compared'>) {
  const { t } = useTranslation();
  const labelOf = useLabels(item);
  return (
    <BarChart
      title={item.text}
      labelTitle={t('questionnaire.results.answer')}
      valueTitle={t('questionnaire.results.count')}
      data={counts.map(({ key, count }) => ({ label: labelOf(key), value: count }))}
    />
  );
}

/** What an option, or a point of a scale, is called. */
function useLabels(item: Item): (key: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (key) => {
    if (isChoice(item)) {
      const option = optionText(item.options, key);
      return item.key?.right.includes(key) === true ? t('check.scores.rightOption', { option }) : option;
    }
    if (item.kind !== 'scale') return key;
    const word = key === String(item.from) ? item.fromText : key === String(item.to) ? item.toText : '';
    const point = format.number(Number(key));
    return word === '' ? point : `${point} – ${word}`;
  };
}

/** What people have chosen alone beside what groups have, in percent. */
function Compared({ item, counts }: { readonly item: Item; readonly counts: Counts }) {
  const { t } = useTranslation();
  const labelOf = useLabels(item);
  return (
    <HeatMap
      title={t('team.results.compared', { question: item.text })}
      rowTitle={t('questionnaire.results.answer')}
      rows={counts.map(({ key }) => labelOf(key))}
      columns={[t('team.results.own'), t('team.results.together')]}
      values={counts.map(({ own, team }) => [own, team])}
    />
  );
}
