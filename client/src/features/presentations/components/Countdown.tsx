import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import styles from './stage.module.css';

interface CountdownProps {
  readonly minutes: number;
  /** How long it had run when it was read. */
  readonly elapsedMs: number;
  readonly isRunning: boolean;
  /** When that was, by this machine's clock. */
  readonly readAt: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** What is left of a slot; past its end, by how much it is over. Told aloud a minute before the end, and at the end. */
export function Countdown({ minutes, elapsedMs, isRunning, readAt }: CountdownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS / 4);
    return () => clearInterval(timer);
  }, [isRunning]);
  const elapsed = elapsedMs + (isRunning ? Math.max(0, now - readAt) : 0);
  const left = Math.ceil((minutes * MINUTE_MS - elapsed) / SECOND_MS);
  const isOver = left < 0;
  const isLast = left <= 60 && !isOver;
  useEffect(() => {
    if (isRunning && isOver) announce(t('presentations.stage.over'));
    else if (isRunning && isLast) announce(t('presentations.stage.lastMinute'));
  }, [isRunning, isOver, isLast, t]);
  const seconds = Math.abs(left);
  const clock = `${format.number(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  return (
    <p
      role="timer"
      className={cx(styles['clock'], isOver && styles['over'])}
      aria-label={t(isOver ? 'presentations.stage.overBy' : 'presentations.stage.left', { time: clock })}
    >
      {/* Digits go from left to right in every language. */}
      <bdi dir="ltr">
        {isOver && '+'}
        {clock}
      </bdi>
    </p>
  );
}
