import type { TFunction } from 'i18next';
import type { PersonRow } from '../../../../server/src/contracts/questionnaire-people.ts';
import type { Format } from '../../i18n/format.ts';

/** In which group one is or was together with somebody, and until when; nothing: in the only one, now. */
export function togetherNote(
  { group, until }: PersonRow,
  t: TFunction,
  format: Pick<Format, 'moment'>,
): { readonly hint?: string } {
  const parts = [
    ...(group ? [t('groupRows.group', { count: 1, name: group })] : []),
    ...(until === undefined ? [] : [t('groupRows.until', { when: format.moment(until) })]),
  ];
  return parts.length === 0 ? {} : { hint: parts.join(' ') };
}
