import type { TFunction } from 'i18next';
import type { DateEffect } from '../../../../server/src/contracts/date-effects.ts';
import type { Format } from '../../i18n/format.ts';
import { stepName } from './step-name.ts';

/** Who keeps dates of their own; empty: nobody. */
export function keepingText({ count, names }: DateEffect['keeping'], t: TFunction, format: Format): string {
  if (count === 0) return '';
  const known = names.map((name) => name ?? t('discussion.somebody'));
  const who = format.list(count > names.length ? [...known, '…'] : known);
  return t('discussionEffects.keeping', { kept: format.number(count), who });
}

/** A step that ends at another time, for whom, and who keeps a date of their own. */
export function dateEffectText(
  { step: key, title, at, isOver, learners: count, keeping }: DateEffect,
  t: TFunction,
  format: Format,
): string {
  const step = title === null ? stepName(key, t) : t('dateEffects.milestone', { title });
  const learners = format.number(count);
  if (at === null) return t('dateEffects.gone', { step, learners });
  const when = format.moment(at);
  const told = t(isOver ? 'dateEffects.over' : 'dateEffects.changed', { step, when, learners });
  return `${told} ${keepingText(keeping, t, format)}`.trim();
}
