import { cx } from '../../cx.ts';
import { bendOf, circleOf } from './circle.ts';
import { ChartFrame, type ChartRow, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';

export interface NetworkLink {
  /** Places in the list of people. */
  readonly from: number;
  readonly to: number;
  /** A line that is not solid is one that waits for something. */
  readonly isSolid: boolean;
  readonly text: string;
}

export interface NetworkProps {
  readonly title: string;
  readonly summary: string;
  readonly people: readonly string[];
  readonly links: readonly NetworkLink[];
  /** The same as a table. */
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
}

/** Wider it is no clearer. */
const WIDEST = 720;
/** With more people names would cover each other: they are in the table and beside each dot that is pointed at. */
const NAMED_MAX = 60;
const NAME_ROOM = 110;
const NAME_CHARS = 16;
const ROOM = 12;

const shortened = (name: string): string =>
  name.length > NAME_CHARS ? `${name.slice(0, NAME_CHARS - 1)}…` : name;

/** Who is tied to whom: people on a circle, a line for each tie with a dot at its end. */
export default function Network({ title, summary, people, links, columns, rows }: NetworkProps) {
  return (
    <ChartFrame title={title} summary={summary} isEmpty={links.length === 0} columns={columns} rows={rows}>
      {(width) => {
        const size = Math.min(width, WIDEST);
        const centre = size / 2;
        // On a phone names would leave no room for the drawing.
        const isNamed = people.length <= NAMED_MAX && size > 4 * NAME_ROOM;
        const places = circleOf(people.length, centre, centre - (isNamed ? NAME_ROOM : ROOM));
        return (
          <Plot width={size} height={size}>
            <g className={cx(styles['ties'])}>
              {links.map(({ from, to, isSolid, text }) => {
                const [one, other] = [places[from], places[to]];
                if (one === undefined || other === undefined) return null;
                return (
                  <path
                    key={`${from} ${to}`}
                    className={cx(!isSolid && styles['waiting'])}
                    d={bendOf(one, other, centre)}
                    markerEnd="url(#tie-end)"
                  >
                    <title>{text}</title>
                  </path>
                );
              })}
            </g>
            <defs>
              <marker id="tie-end" viewBox="-3 -3 6 6" markerWidth="5" markerHeight="5">
                <circle r="2.5" className={cx(styles['tieEnd'])} />
              </marker>
            </defs>
            {places.map(({ x, y, angle, isLeft }, index) => (
              <g key={index} transform={`translate(${x} ${y})`}>
                <circle r={3.5} className={cx(styles['person'])}>
                  <title>{people[index]}</title>
                </circle>
                {isNamed && (
                  <text
                    transform={`rotate(${angle})`}
                    x={isLeft ? -8 : 8}
                    dominantBaseline="middle"
                    textAnchor={isLeft ? 'end' : 'start'}
                    className={cx(styles['label'])}
                  >
                    {shortened(people[index] ?? '')}
                  </text>
                )}
              </g>
            ))}
          </Plot>
        );
      }}
    </ChartFrame>
  );
}
