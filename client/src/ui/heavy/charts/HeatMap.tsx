import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';

export interface HeatMapProps {
  readonly title: string;
  readonly rowTitle: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column; null where there is none. */
  readonly values: readonly (readonly (number | null)[])[];
}

const STEPS = 5;

/** A matrix whose cells are darker the more they hold. It is a table: the numbers are in the cells. */
export default function HeatMap({ title, rowTitle, rows, columns, values }: HeatMapProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const known = values.flat().filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const stepOf = (value: number) =>
    most === least ? 1 : Math.min(STEPS, 1 + Math.floor((STEPS * (value - least)) / (most - least)));
  const where = (wanted: number) => {
    const row = values.findIndex((line) => line.includes(wanted));
    return { row: rows[row] ?? '', column: columns[values[row]?.indexOf(wanted) ?? 0] ?? '' };
  };
  const { row, column } = where(most);
  return (
    <figure className={cx(styles['chart'])}>
      <figcaption>
        <span className={cx(styles['title'])}>{title}</span>
        <span className={cx(styles['summary'])}>
          {known.length === 0
            ? t('ui.charts.noValues')
            : t('ui.charts.heatMap', { least: number(least), most: number(most), row, column })}
        </span>
      </figcaption>
      {/* It scrolls by itself, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={cx(styles['matrix'])} role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((name, index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((heading, place) => {
                  const value = values[index]?.[place] ?? null;
                  return (
                    <td key={heading} className={cx(value !== null && styles[`step${stepOf(value)}`])}>
                      {value === null ? '–' : number(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
