import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { Milestone } from './milestones-api.ts';

type Asked = Pick<Milestone, 'kind' | 'count' | 'words' | 'differentPeople'>;

/** What a milestone asks for, in one line. */
export function milestoneText(
  { kind, count, words, differentPeople }: Asked,
  t: TFunction,
  format: Format,
): string {
  return [
    t(`expectations.kind.${kind}`, { n: format.number(count) }),
    ...(differentPeople ? [t('expectations.people')] : []),
    ...(words > 0 ? [t('expectations.words', { n: format.number(words) })] : []),
  ].join(' · ');
}
