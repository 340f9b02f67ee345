import type { FormationFault } from '../../contracts/group-formation.ts';
import { brokenPairs, measureGroups, NO_VALUE, objectiveOf } from './formation.domain.ts';
import { faultOf } from './formation-faults.domain.ts';
import type { FormationPlan } from './formation-plan.domain.ts';

/** Groups as they could be, with what is wrong with each. */
export interface Proposal {
  readonly groups: readonly {
    readonly name: string;
    readonly isNew: boolean;
    readonly members: readonly {
      readonly memberId: string;
      readonly name: string | null;
      readonly isFixed: boolean;
    }[];
    readonly faults: readonly FormationFault[];
  }[];
  /** In how many groups each rule does not hold. */
  readonly broken: readonly number[];
  readonly brokenPairs: readonly { readonly kind: 'together' | 'apart'; readonly memberIds: string[] }[];
  /** Of how many people it is not known what each rule asks for. */
  readonly unknown: readonly number[];
  readonly score: { readonly worst: number; readonly mean: number };
}

/** @param groupOf the group of each person, by number */
export function proposalOf(plan: FormationPlan, groupOf: Int32Array): Proposal {
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
  return {
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
  };
}
