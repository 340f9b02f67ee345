import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso } from '../../../ui/local-time.ts';
import type { Availability } from '../api.ts';
import styles from './AvailabilityFields.module.css';

interface Fields {
  readonly from: string;
  readonly until: string;
}

/** @returns null for fields whose end does not come after their beginning. An empty field is no date. */
export function toAvailability({ from, until }: Fields = { from: '', until: '' }): Availability | null {
  if (from !== '' && until !== '' && Date.parse(until) <= Date.parse(from)) return null;
  return { from: toIso(from), until: toIso(until) };
}

export function useAvailability() {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Fields>({ from: '', until: '' });
  const [isWrong, setIsWrong] = useState(false);
  return {
    fields,
    isWrong,
    change(part: Partial<Fields>): void {
      setIsWrong(false);
      setFields((before) => ({ ...before, ...part }));
    },
    /** The dates to send; null when they are out of order, which is then shown. */
    check(): Availability | null {
      const available = toAvailability(fields);
      setIsWrong(available === null);
      if (available === null) announce(t('launch.choose.available.order'));
      return available;
    },
  };
}

/** When the LMS is asked to show what is added: closed at first, since most leave it to the course. */
export function AvailabilityFields({
  availability,
}: {
  readonly availability: ReturnType<typeof useAvailability>;
}) {
  const { t } = useTranslation();
  const { fields, isWrong, change } = availability;
  return (
    <Disclosure title={t('launch.choose.available.title')} isOpen={isWrong}>
      <p className={cx(layout['muted'], layout['small'])}>{t('launch.choose.available.hint')}</p>
      <div className={cx(styles['dates'])}>
        <DateTimeField
          label={t('launch.choose.available.from')}
          isOptional
          value={fields.from}
          onChange={(from) => change({ from })}
        />
        <DateTimeField
          label={t('launch.choose.available.until')}
          isOptional
          value={fields.until}
          error={isWrong ? t('launch.choose.available.order') : undefined}
          onChange={(until) => change({ until })}
        />
      </div>
    </Disclosure>
  );
}
