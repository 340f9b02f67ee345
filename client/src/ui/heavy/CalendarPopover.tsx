import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './DateField.module.css';
import overlay from './overlay.module.css';

/** Opens the month; inside a date picker. */
export function CalendarButton() {
  return (
    <Button className={cx(styles['open'])}>
      <Icon name="calendar" />
    </Button>
  );
}

/** The month to choose a day of; inside a date picker. */
export function CalendarPopover() {
  return (
    <Popover className={cx(overlay['popover'])} offset={4}>
      <Dialog className={cx(styles['dialog'])}>
        <Calendar>
          <header className={cx(styles['head'])}>
            <Button slot="previous" className={cx(styles['turn'])}>
              <Icon name="chevronStart" />
            </Button>
            <Heading level={2} className={cx(styles['month'])} />
            <Button slot="next" className={cx(styles['turn'])}>
              <Icon name="chevronEnd" />
            </Button>
          </header>
          <CalendarGrid className={cx(styles['grid'])}>
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className={cx(styles['weekday'])}>{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={cx(styles['day'])} />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  );
}
