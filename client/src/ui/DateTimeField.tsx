import { FieldPlaceholder } from './FieldPlaceholder.tsx';
import type { DateFieldProps, DateTimeFieldProps } from './heavy/DateTimeField.tsx';
import { makePart } from './part.tsx';

/** A day and a time in the person's time zone, which is shown: typed part by part or picked from the month. */
export const DateTimeField = makePart<DateTimeFieldProps>(
  () => import('./heavy/DateTimeField.tsx'),
  FieldPlaceholder,
);

/** A day: typed part by part or picked from the month. */
export const DateField = makePart<DateFieldProps>(
  async () => ({ default: (await import('./heavy/DateTimeField.tsx')).DateField }),
  FieldPlaceholder,
);
