import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Stepper.module.css';

export type StepState = 'done' | 'current' | 'upcoming' | 'missed';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: StepState;
  /** The state in words. */
  readonly stateText: string;
  readonly note: string;
}

const MARKS: Partial<Record<StepState, IconName>> = { done: 'check', missed: 'cross' };

export function Stepper({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className={cx(styles['steps'])} aria-label={label}>
      {steps.map(({ key, title, state, stateText, note }, index) => (
        <li
          key={key}
          className={cx(styles['step'], styles[state])}
          {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={cx(styles['mark'])} aria-hidden="true">
            <Mark state={state} place={index + 1} />
          </span>
          <div>
            <div className={cx(styles['head'])}>
              <span className={cx(styles['title'])}>{title}</span>
              <span className={cx(styles['state'])}>{stateText}</span>
            </div>
            <div className={cx(styles['note'])}>{note}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state, place }: { readonly state: StepState; readonly place: number }) {
  const mark = MARKS[state];
  return mark === undefined ? place : <Icon name={mark} />;
}
