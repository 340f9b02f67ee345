import { useTranslation } from 'react-i18next';
import { HOLIDAYS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import type { Plan } from '../api.ts';
import styles from './Journey.module.css';

interface Holiday {
  readonly id: string;
  readonly from: string;
  /** Empty: the first day alone. */
  readonly to: string;
}

export interface CalendarForm {
  readonly startsOn: string;
  readonly freeWeekdays: readonly string[];
  readonly holidays: readonly Holiday[];
}

/** Which days count, by what is filled in; null while something of it cannot be. */
export function calendarOf({
  startsOn,
  freeWeekdays,
  holidays,
}: CalendarForm): Omit<Plan, 'afterDays'> | null {
  if (startsOn === '' || freeWeekdays.length === 7 || holidays.some(isBackwards)) return null;
  return {
    startsOn,
    freeWeekdays: freeWeekdays.map(Number),
    holidays: holidays.filter(({ from }) => from !== '').map(({ from, to }) => ({ from, to: to || from })),
  };
}

const isBackwards = ({ from, to }: Holiday): boolean => to !== '' && to < from;

/** Monday first; the numbers are those of JavaScript. */
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '0'];
/** A Sunday. */
const SUNDAY = Date.UTC(2027, 1, 28);

interface CalendarFieldsProps {
  readonly form: CalendarForm;
  readonly onChange: (form: CalendarForm) => void;
}

/** The start, and the days that do not count. */
export function CalendarFields({ form, onChange }: CalendarFieldsProps) {
  const { t, i18n } = useTranslation();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const setHoliday = (changed: Holiday) =>
    onChange({ ...form, holidays: form.holidays.map((one) => (one.id === changed.id ? changed : one)) });
  return (
    <>
      <DateField
        label={t('journeys.startsOn')}
        value={form.startsOn}
        onChange={(startsOn) => onChange({ ...form, startsOn })}
      />
      <CheckboxGroup
        label={t('journeys.freeWeekdays')}
        hint={t('journeys.freeWeekdaysHint')}
        error={form.freeWeekdays.length === 7 ? t('journeys.allFree') : undefined}
        choices={WEEKDAYS.map((id) => ({
          id,
          text: weekday.format(new Date(SUNDAY + Number(id) * 86_400_000)),
        }))}
        value={form.freeWeekdays}
        onChange={(freeWeekdays) => onChange({ ...form, freeWeekdays })}
      />
      {form.holidays.map((holiday, index) => (
        <fieldset key={holiday.id} className={cx(layout['card'], styles['step'])}>
          <legend>{t('journeys.holiday', { n: index + 1 })}</legend>
          <DateField
            label={t('journeys.from')}
            value={holiday.from}
            onChange={(from) => setHoliday({ ...holiday, from })}
          />
          <DateField
            label={t('journeys.to')}
            isOptional
            value={holiday.to}
            error={isBackwards(holiday) ? t('journeys.backwards') : undefined}
            onChange={(to) => setHoliday({ ...holiday, to })}
          />
          <Button
            variant="quiet"
            aria-label={t('journeys.removeHoliday', { n: index + 1 })}
            onPress={() =>
              onChange({ ...form, holidays: form.holidays.filter(({ id }) => id !== holiday.id) })
            }
          >
            {t('templates.remove')}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          isDisabled={form.holidays.length >= HOLIDAYS_MAX}
          onPress={() =>
            onChange({ ...form, holidays: [...form.holidays, { id: newId(), from: '', to: '' }] })
          }
        >
          {t('journeys.addHoliday')}
        </Button>
      </div>
    </>
  );
}
