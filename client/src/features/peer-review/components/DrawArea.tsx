import { type PointerEvent, useState } from 'react';
import { cx } from '../../../ui/cx.ts';
import { areaBetween, type Area } from '../inline-notes.ts';
import { boxOf } from './PageMarks.tsx';
import styles from './PageMarks.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

const pointOf = (event: PointerEvent<HTMLElement>): Point => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
};

/** Lies over the picture of a page while one draws a rectangle on it; by keys one names a part of the page instead. */
export function DrawArea({ onDrawn }: { readonly onDrawn: (area: Area) => void }) {
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  return (
    <div
      className={cx(styles['drawing'])}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
        setTo(pointOf(event));
      }}
      onPointerMove={(event) => from && setTo(pointOf(event))}
      onPointerUp={(event) => {
        if (from) onDrawn(areaBetween(from, pointOf(event)));
        setFrom(null);
        setTo(null);
      }}
      onPointerCancel={() => {
        setFrom(null);
        setTo(null);
      }}
    >
      {from && to && <div className={cx(styles['area'])} style={boxOf(areaBetween(from, to))} />}
    </div>
  );
}
