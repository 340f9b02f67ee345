import type { FormationFault } from '../../contracts/group-formation.ts';
import { sharedHours } from './formation.domain.ts';
import type { FormationPlan, PlannedRule } from './formation-plan.domain.ts';

/** How many of some people have each value, by the value's number. */
function countOf(values: Int32Array, kinds: number, people: Iterable<number>): number[] {
  const counts = Array.from({ length: kinds }, () => 0);
  for (const person of people) {
    const value = values[person] as number;
    if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function meanOf(values: Float64Array, people: Iterable<number>): number {
  const known = Array.from(people, (person) => values[person] as number).filter(
    (value) => !Number.isNaN(value),
  );
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

/**
 * Says why a rule does not hold in a group.
 *
 * @param people of the group, by number; the rule does not hold among them
 */
export function faultOf(plan: FormationPlan, index: number, people: readonly number[]): FormationFault {
  const { rule, kinds } = plan.rules[index] as PlannedRule;
  const everybody = plan.people.keys();
  switch (rule.kind) {
    case 'cluster': {
      const lone = people.find((person) => rule.belongs[person] === 1) ?? 0;
      return { kind: 'cluster', rule: index, memberId: plan.people[lone]?.id ?? '' };
    }
    case 'overlap': {
      const hours = sharedHours(rule.hours, Int32Array.from(people), 0, people.length);
      return { kind: 'overlap', rule: index, hours, wanted: rule.least };
    }
    case 'distribute': {
      const all = countOf(rule.values, rule.kinds, everybody);
      const groups = plan.slots.length;
      const values = countOf(rule.values, rule.kinds, people).map((count, value) => ({
        value: kinds[value] ?? '',
        count,
        least: Math.floor((all[value] ?? 0) / groups),
        most: Math.ceil((all[value] ?? 0) / groups),
      }));
      return {
        kind: 'distribute',
        rule: index,
        values: values.filter(({ count, least, most }) => count < least || count > most),
      };
    }
    case 'balance':
      return {
        kind: 'balance',
        rule: index,
        mean: meanOf(rule.values, people),
        overall: meanOf(rule.values, everybody),
      };
    case 'aggregate': {
      const counts = countOf(rule.values, rule.kinds, people);
      return { kind: 'aggregate', rule: index, values: kinds.filter((_, value) => (counts[value] ?? 0) > 0) };
    }
  }
}
