import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SLOT_MINUTES_MAX, SLOT_PLACE_MAX } from '../../../../../server/src/contracts/presentation-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import fields from '../../../ui/item-fields.module.css';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export interface SlotContent {
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
}

interface SlotFieldsProps {
  readonly initial: SlotContent;
  /** Several slots, one after the other. */
  readonly asksCount: boolean;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly onSubmit: (content: SlotContent, count: number) => void;
}

/** At once: what a class gets through in a day. */
const COUNT_MAX = 30;
const isWithin = (value: number, max: number): boolean => value >= 1 && value <= max;

/** When a slot is, how long and where. */
export function SlotFields({ initial, asksCount, submitLabel, isPending, onSubmit }: SlotFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [content, setContent] = useState(initial);
  const [count, setCount] = useState(1);
  const [showsFaults, setShowsFaults] = useState(false);
  const { startsAt, minutes, place } = content;
  const change = (part: Partial<SlotContent>) => setContent((before) => ({ ...before, ...part }));
  const isPlaceWrong = place.length > SLOT_PLACE_MAX;
  const wrong = [
    startsAt === '',
    !isWithin(minutes, SLOT_MINUTES_MAX),
    isPlaceWrong,
    !isWithin(count, COUNT_MAX),
  ].filter(Boolean).length;
  const rangeError = (value: number, max: number) =>
    showsFaults && !isWithin(value, max)
      ? t('groupWork.setUp.invalid.range', { min: format.number(1), max: format.number(max) })
      : undefined;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsFaults(true);
    if (wrong > 0) return announce(t('common.formErrors', { count: wrong }));
    onSubmit({ ...content, place: place.trim() }, count);
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['form'])}>
      <DateTimeField
        label={t('presentations.slot.startsAt')}
        value={startsAt === '' ? '' : toLocalField(startsAt)}
        error={showsFaults && startsAt === '' ? t('groupWork.setUp.invalid.date') : undefined}
        onChange={(local) => change({ startsAt: toIso(local) ?? '' })}
      />
      <div className={cx(fields['fields'])}>
        <NumberField
          label={t('presentations.slot.minutes')}
          minValue={1}
          maxValue={SLOT_MINUTES_MAX}
          value={minutes}
          error={rangeError(minutes, SLOT_MINUTES_MAX)}
          onChange={(changed) => change({ minutes: changed })}
        />
        {asksCount && (
          <NumberField
            label={t('presentations.slot.count')}
            minValue={1}
            maxValue={COUNT_MAX}
            value={count}
            error={rangeError(count, COUNT_MAX)}
            onChange={setCount}
          />
        )}
      </div>
      <TextField
        label={t('presentations.slot.place')}
        isOptional
        value={place}
        error={
          isPlaceWrong
            ? t('groupWork.setUp.invalid.brief', { max: format.number(SLOT_PLACE_MAX) })
            : undefined
        }
        onChange={(changed) => change({ place: changed })}
      />
      <div>
        <Button type="submit" isPending={isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
