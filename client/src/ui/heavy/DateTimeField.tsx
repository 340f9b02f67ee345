import { getLocalTimeZone, now, today } from '@internationalized/date';
import { DateInput, DatePicker, DateSegment, Group } from 'react-aria-components/DatePicker';
import { cx } from '../cx.ts';
import type { FieldProps } from '../FieldFrame.tsx';
import { CalendarButton, CalendarPopover } from './CalendarPopover.tsx';
import styles from './DateField.module.css';
import { ariaFieldProps, AriaLabel, AriaNotes } from './field-parts.tsx';
import { toDay, toLocal, toMoment } from './moments.ts';

export interface DateTimeFieldProps extends FieldProps {
  /** `2026-11-29T23:59` in the browser's time zone, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface DateFieldProps extends FieldProps {
  /** `2026-11-29`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Day, time and the zone's name at that moment: it changes with summer time. */
export default function DateTimeField({ value, onChange, ...notes }: DateTimeFieldProps) {
  const timeZone = getLocalTimeZone();
  return (
    <DatePicker
      {...ariaFieldProps(notes)}
      granularity="minute"
      shouldForceLeadingZeros
      placeholderValue={now(timeZone).set({ hour: 23, minute: 59, second: 0, millisecond: 0 })}
      value={toMoment(value, timeZone)}
      onChange={(moment) => onChange(moment === null ? '' : toLocal(moment))}
    >
      <PickerParts notes={notes} />
    </DatePicker>
  );
}

export function DateField({ value, onChange, ...notes }: DateFieldProps) {
  return (
    <DatePicker
      {...ariaFieldProps(notes)}
      shouldForceLeadingZeros
      placeholderValue={today(getLocalTimeZone())}
      value={toDay(value)}
      onChange={(day) => onChange(day?.toString() ?? '')}
    >
      <PickerParts notes={notes} />
    </DatePicker>
  );
}

function PickerParts({ notes }: { readonly notes: FieldProps }) {
  return (
    <>
      <AriaLabel {...notes} />
      <Group className={cx(styles['group'])}>
        <DateInput className={cx(styles['input'])}>
          {(segment) => <DateSegment segment={segment} className={cx(styles['segment'])} />}
        </DateInput>
        {notes.isReadOnly !== true && <CalendarButton />}
      </Group>
      <AriaNotes {...notes} />
      <CalendarPopover />
    </>
  );
}
