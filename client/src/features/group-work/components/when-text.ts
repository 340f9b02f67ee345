import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { Standing } from '../api.ts';

/** What one needs to know of a milestone's dates now: until when, or when it was handed in and how late. */
export function whenText(
  { state, dueAt, closesAt, handedInAt, daysLate, unconfirmed }: Standing,
  now: number,
  t: TFunction,
  format: Format,
): string {
  const moment = (at: string) =>
    t('moment.withRelative', { absolute: format.moment(at), relative: format.relative(at, now) });
  if (handedInAt !== null) {
    const told = t('groupWork.when.handedIn', { when: format.moment(handedInAt) });
    const late = daysLate > 0 ? ` ${t('groupWork.when.daysLate', { count: daysLate })}` : '';
    const missing = unconfirmed > 0 ? ` ${t('groupWork.when.unconfirmed', { count: unconfirmed })}` : '';
    return told + late + missing;
  }
  if (state === 'late')
    return t('groupWork.when.late', { due: format.moment(dueAt), closes: moment(closesAt) });
  if (state === 'missed') return t('groupWork.when.missed', { when: format.moment(closesAt) });
  return t('groupWork.when.due', { when: moment(dueAt) });
}
