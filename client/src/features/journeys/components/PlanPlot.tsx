import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import type { Move, PlannedStep } from '../api.ts';
import { addDays, barsOf } from '../days.ts';
import styles from './Journey.module.css';

interface PlanPlotProps {
  readonly steps: readonly PlannedStep[];
  readonly onMove: (move: Move) => void;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The steps on one line of days, to look at and to drag; the table below says and does the same by keyboard. */
export function PlanPlot({ steps, onMove }: PlanPlotProps) {
  const { t, i18n } = useTranslation();
  const plot = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ index: number; from: number; days: number } | null>(null);
  const { first, last, days, bars } = barsOf(steps);
  const format = new Intl.DateTimeFormat(i18n.language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const dayText = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));

  const daysMoved = (event: PointerEvent, from: number): number => {
    const perDay = (plot.current?.getBoundingClientRect().width ?? 1) / days;
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    return Math.round(((event.clientX - from) * forward) / perDay);
  };
  function take(event: PointerEvent<HTMLElement>, index: number): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ index, from: event.clientX, days: 0 });
  }
  function drop(): void {
    if (drag === null) return;
    const startsOn = steps[drag.index]?.startsOn;
    if (startsOn !== undefined && drag.days !== 0)
      onMove({ index: drag.index, to: { day: addDays(startsOn, drag.days) } });
    setDrag(null);
  }

  return (
    <figure className={cx(styles['plot'])}>
      <div ref={plot} role="img" aria-label={t('journeys.plot', { from: dayText(first), to: dayText(last) })}>
        {steps.map(({ id, title }, index) => {
          const bar = bars[index];
          if (bar === undefined) return null;
          // What comes after the dragged one goes along.
          const moved = drag !== null && index >= drag.index ? drag.days / days : 0;
          return (
            <div key={id} className={cx(styles['line'])}>
              <span className={cx(styles['name'])}>{title}</span>
              <div className={cx(styles['track'])}>
                <div
                  className={cx(styles['bar'])}
                  style={{ insetInlineStart: percent(bar.from + moved), inlineSize: percent(bar.length) }}
                  onPointerDown={(event) => take(event, index)}
                  onPointerMove={(event) =>
                    drag?.index === index && setDrag({ ...drag, days: daysMoved(event, drag.from) })
                  }
                  onPointerUp={drop}
                  onPointerCancel={() => setDrag(null)}
                />
                {bar.marks.map((mark) => (
                  <div
                    key={mark}
                    className={cx(styles['mark'])}
                    style={{ insetInlineStart: percent(mark + 0.5 / days + moved) }}
                  />
                ))}
              </div>
            </div>
          );
        })}
      </div>
      <figcaption className={cx(styles['ends'])}>
        <span>{dayText(first)}</span>
        <span>{t('journeys.plotHint')}</span>
        <span>{dayText(last)}</span>
      </figcaption>
    </figure>
  );
}
