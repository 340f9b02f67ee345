import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Intervals } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { RankedWork } from '../comparison-api.ts';

interface StrengthScaleProps {
  readonly works: readonly RankedWork[];
  /** Loads what is missing; undefined when every work is here. */
  readonly loadAll: (() => void) | undefined;
}

/** Standard errors on each side of a 95 % interval. */
const WITHIN = 1.96;

/** How far the works are apart, and how sure that is; of a part of them it would mislead. */
export function StrengthScale({ works, loadAll }: StrengthScaleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (loadAll !== undefined) {
    return (
      <div>
        <Button onPress={loadAll}>{t('comparative.staff.scale.load')}</Button>
      </div>
    );
  }
  const intervals = works.flatMap(({ memberId, name, strength, error }) =>
    strength === null || error === null
      ? []
      : [
          {
            key: memberId,
            label: name ?? t('staffView.somebody'),
            value: strength,
            low: strength - WITHIN * error,
            high: strength + WITHIN * error,
          },
        ],
  );
  const [strongest, weakest] = [intervals[0], intervals.at(-1)];
  if (!strongest || !weakest) return null;
  const above = intervals.filter(({ low }) => low > 0).length;
  const below = intervals.filter(({ high }) => high < 0).length;
  const tenths = (value: number): string => format.number(Math.round(value * 10) / 10);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Intervals
        title={t('comparative.staff.scale.title')}
        summary={t('comparative.staff.scale.says', {
          strongest: tenths(strongest.value),
          weakest: tenths(weakest.value),
          above: format.number(above),
          below: format.number(below),
          rest: format.number(intervals.length - above - below),
        })}
        labelTitle={t('comparative.staff.scale.work')}
        placeTitle={t('comparative.staff.scale.place')}
        valueTitle={t('comparative.staff.scale.strength')}
        intervalTitle={t('comparative.staff.interval')}
        intervals={intervals}
      />
      <p className={cx(layout['muted'], layout['small'], layout['prose'])}>
        {t('comparative.staff.scale.hint')}
      </p>
    </div>
  );
}
