import { cx } from '../../cx.ts';
import styles from './charts.module.css';

/** Drawn around the point, 10 pixels wide: a disc, a square, a triangle, a rhomb, a cross, a ring. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  'M-4-4h8v8h-8z',
  'M0-5l5 9h-10z',
  'M0-5.5l5.5 5.5-5.5 5.5-5.5-5.5z',
  'M-4.5-1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z',
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M-2 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0',
];

interface MarkerProps {
  /** Which series it is of, from 0. */
  readonly shape: number;
  readonly x: number;
  readonly y: number;
  /** What the pointer is told. */
  readonly text: string;
}

/** A point whose shape says what its colour says. */
export const Marker = ({ shape, x, y, text }: MarkerProps) => (
  <path className={cx(styles['marker'])} d={SHAPES[shape % SHAPES.length]} transform={`translate(${x} ${y})`}>
    <title>{text}</title>
  </path>
);

/** Which series is which. */
export function Legend({ names }: { readonly names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <ul className={cx(styles['legend'])}>
      {names.map((name, index) => (
        <li key={name} className={cx(styles[`series${index + 1}`])}>
          <svg width="14" height="14" viewBox="-7 -7 14 14">
            <path className={cx(styles['marker'])} d={SHAPES[index % SHAPES.length]} />
          </svg>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
