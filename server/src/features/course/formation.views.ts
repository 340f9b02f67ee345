import * as contract from '../../contracts/group-formation.ts';
import { brokenPairs, measureGroups, NO_VALUE, objectiveOf } from './formation.domain.ts';
import { faultOf } from './formation-faults.domain.ts';
import type { FormationPlan } from './formation-plan.domain.ts';

/** Groups as they could be, with what is wrong with each. @param groupOf the group of each, by number */
export function proposalView(
  plan: FormationPlan,
  groupOf: Int32Array,
  revision: number,
  key: string,
): contract.FormationProposal {
  const { slots, people, rules, formation } = plan;
  const measured = measureGroups(formation, groupOf);
  const inside: number[][] = slots.map(() => []);
  groupOf.forEach((group, person) => inside[group]?.push(person));
  const sortName = (person: number): string => people[person]?.sortName ?? '';
  for (const group of inside) group.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
  const { worst, mean } = objectiveOf(formation, groupOf);
  const pairs = brokenPairs(formation, groupOf);
  const idOf = (person: number): string => people[person]?.id ?? '';
  const pairView =
    (kind: 'together' | 'apart') =>
    ([a, b]: readonly [number, number]) => ({ kind, memberIds: [idOf(a), idOf(b)] });
  return contract.FormationProposal.parse({
    revision,
    key,
    groups: slots.map(({ group, name }, index) => ({
      name,
      isNew: group === null,
      members: (inside[index] ?? []).map((person) => ({
        memberId: idOf(person),
        name: people[person]?.name ?? null,
        isFixed: formation.locks[person] !== NO_VALUE,
      })),
      faults: rules.flatMap((_, rule) =>
        (measured[rule]?.[index] ?? 0) > 0 ? [faultOf(plan, rule, inside[index] ?? [])] : [],
      ),
    })),
    broken: measured.map((values) => values.filter((value) => value > 0).length),
    brokenPairs: [...pairs.together.map(pairView('together')), ...pairs.apart.map(pairView('apart'))],
    unknown: rules.map(({ unknown }) => unknown),
    score: { worst, mean },
  });
}
