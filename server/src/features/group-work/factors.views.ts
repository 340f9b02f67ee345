import { type FactorChoice, ProjectFactorsView } from '../../contracts/group-factors.ts';
import type { Application, ProjectFactors, ToldFactor } from './factors.domain.ts';

interface Facts {
  readonly title: string;
  readonly maximum: number;
  readonly evaluations: ProjectFactorsView['evaluations'];
  readonly choice: FactorChoice | null;
  readonly rounds: readonly { readonly round: number; readonly opensAt: string | null }[];
  readonly isOver: boolean;
  /** By `group/member`. */
  readonly told: ReadonlyMap<string, ToldFactor>;
  /** Who has a part in the work of which groups, with the points so far. */
  readonly members: readonly {
    readonly memberId: string;
    readonly groupIds: readonly string[];
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly groupNames: ReadonlyMap<string, string | null>;
  readonly names: ReadonlyMap<string, string | null>;
  /** Who has applied it. */
  readonly by: string | null;
  readonly head: ProjectFactors;
  readonly answersSince: number;
  readonly seen: string;
  readonly can: ProjectFactorsView['can'];
}

/** For staff: who is rated how and what it does, but not by whom. */
export function factorsView({ told, members, groupNames, names, head, ...facts }: Facts): ProjectFactorsView {
  const { choice, answersSince, by, ...rest } = facts;
  return ProjectFactorsView.parse({
    ...rest,
    choice,
    people: members.flatMap(({ memberId, groupIds, before, after }) =>
      groupIds.map((groupId) => {
        const person = told.get(`${groupId}/${memberId}`);
        return {
          groupId,
          group: groupNames.get(groupId) ?? null,
          memberId,
          name: names.get(memberId) ?? null,
          raters: person?.raters ?? 0,
          factor: person?.value ?? null,
          range: person?.range ?? null,
          because: becauseOf(person),
          isKept: person?.isKept ?? false,
          before,
          after,
        };
      }),
    ),
    applied: head.applied && appliedView(head.applied, by, answersSince, head.previous !== null),
    revision: head.revision,
  });
}

const appliedView = (
  { choice, title, at }: Application,
  by: string | null,
  answersSince: number,
  hasEarlier: boolean,
) => ({ choice, title, at: at.toISOString(), by, answersSince, hasEarlier });

const becauseOf = (person: ToldFactor | undefined) => {
  if (person === undefined) return 'notAsked';
  return person.value === null ? 'fewRaters' : null;
};
