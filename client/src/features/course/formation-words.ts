import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { Attribute, Fault, Proposal, Rule } from './formation-api.ts';

/** The rules that an attribute of a type can have, those that count first at the beginning. */
export const KINDS_OF = {
  category: ['cluster', 'distribute', 'aggregate'],
  number: ['balance'],
  availability: ['overlap'],
} as const;

/** Rules that come before the others. */
export const isMust = ({ kind }: Rule): boolean => kind === 'cluster' || kind === 'overlap';

/** A rule in the words of the page: what it wants of which attribute. */
export function wordsOf(t: TFunction, rule: Rule, attributes: readonly Attribute[]): string {
  const name = attributes.find(({ id }) => id === rule.attributeId)?.name ?? '';
  if (rule.kind === 'cluster') return t('formation.rule.cluster', { name, values: rule.values.join(', ') });
  if (rule.kind === 'overlap') return t('formation.rule.overlap', { name, hours: rule.hours });
  return t(`formation.rule.${rule.kind}`, { name });
}

/** Why a rule does not hold in a group. */
export function faultWords(
  t: TFunction,
  format: Format,
  fault: Fault,
  rule: Rule,
  nameOf: (memberId: string) => string,
  attribute: string,
): string {
  switch (fault.kind) {
    case 'cluster':
      return t('formation.fault.cluster', {
        person: nameOf(fault.memberId),
        values: rule.kind === 'cluster' ? rule.values.join(', ') : '',
        attribute,
      });
    case 'overlap':
      return t('formation.fault.overlap', {
        hours: format.number(fault.hours),
        wanted: format.number(fault.wanted),
      });
    case 'distribute':
      return t('formation.fault.distribute', {
        attribute,
        values: fault.values
          .map(({ value, count, least, most }) =>
            t('formation.fault.value', {
              value,
              number: format.number(count),
              wanted:
                least === most ? format.number(least) : `${format.number(least)}–${format.number(most)}`,
            }),
          )
          .join('; '),
      });
    case 'balance':
      return t('formation.fault.balance', {
        attribute,
        mean: format.number(fault.mean),
        overall: format.number(fault.overall),
      });
    case 'aggregate':
      return t('formation.fault.aggregate', { attribute, values: fault.values.join(', ') });
  }
}

/** Everybody of a proposal by name, for whoever has none too. */
export function namesIn(t: TFunction, { groups }: Proposal): (memberId: string) => string {
  const names = new Map(
    groups.flatMap(({ members }) => members.map(({ memberId, name }) => [memberId, name])),
  );
  return (memberId) => names.get(memberId) ?? t('groups.person');
}
