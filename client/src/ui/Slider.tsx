import { cx } from './cx.ts';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
  /** Undefined while nothing is chosen: the knob waits at the start, faint. */
  readonly value: number | undefined;
  /** The value in words, shown and read out. */
  readonly valueText: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A rough choice by thumb or arrow keys; where the exact number counts, put a `NumberField` beside it. */
export function Slider({
  label,
  hidesLabel = false,
  value,
  valueText,
  min,
  max,
  step,
  onChange,
}: SliderProps) {
  return (
    <div className={cx(styles['slider'], value === undefined && styles['empty'])}>
      <div className={cx(styles['head'])} aria-hidden="true">
        {!hidesLabel && <span className={cx(styles['label'])}>{label}</span>}
        <span>{valueText}</span>
      </div>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        min={min}
        max={max}
        step={step}
        value={value ?? min}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
