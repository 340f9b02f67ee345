import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { BoxPlot } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Results } from '../api.ts';

interface TeamResultProps {
  readonly team: NonNullable<Results['team']>;
  readonly scores: Results['scores'];
}

/** How people have done alone, and how groups have done together, side by side. */
export function TeamResult({ team, scores }: TeamResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const means = [scores?.mean ?? null, team.mean];
  return (
    <div className={cx(layout['card'], layout['stack'])}>
      <h2>{t('team.results.title')}</h2>
      <p>{t('team.results.groups', { count: team.groups })}</p>
      {scores !== null && (
        <BoxPlot
          title={t('team.results.scores')}
          labelTitle={t('team.results.who')}
          valueTitle={t('check.scores.axis')}
          groups={[
            { label: t('team.results.own'), values: scores.percents },
            { label: t('team.results.together'), values: team.percents },
          ]}
          domain={[0, 100]}
        />
      )}
      {means.every((mean) => mean !== null) && (
        <p>
          {t('team.results.means', {
            own: format.percent(means[0] ?? 0),
            team: format.percent(means[1] ?? 0),
          })}
        </p>
      )}
    </div>
  );
}
