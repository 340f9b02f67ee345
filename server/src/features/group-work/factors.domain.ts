import type { FactorChoice } from '../../contracts/group-factors.ts';

/** One person's factors by all methods, as the evaluation has them. */
export type FactorValues = Readonly<Record<Exclude<FactorChoice['method'], 'shrunken'>, number | null>> & {
  readonly shrunken: { readonly value: number; readonly low: number; readonly high: number } | null;
};

/** Whose answer; the same person's next answer has another id. */
export interface Said {
  readonly memberId: string;
  readonly answerId: string;
}

/** What the members of a group have said of each other. */
export interface EvaluatedGroup {
  readonly groupId: string;
  readonly raters: readonly Said[];
  readonly people: readonly {
    readonly memberId: string;
    readonly raters: number;
    /** It could be known who has said what. */
    readonly isWithheld: boolean;
    readonly factors: FactorValues;
  }[];
}

/** A member's factors with all that went into them. */
export interface FactorPerson {
  readonly memberId: string;
  readonly raters: number;
  /** Null: too few others. */
  readonly factors: FactorValues | null;
  /** The answers of the others: never shown to anybody. */
  readonly basis: readonly Said[];
  /** They are those of an earlier time. */
  readonly isKept: boolean;
}

export interface FactorRow {
  readonly groupId: string;
  readonly people: readonly FactorPerson[];
}

/** What staff have decided to count, at one time. */
export interface Application {
  readonly id: string;
  readonly choice: FactorChoice;
  readonly title: string;
  /** The version of the questionnaire, and how many had answered it. */
  readonly version: number;
  readonly answers: number;
  readonly at: Date;
  readonly by: string;
}

/** What counts in a project. */
export interface ProjectFactors {
  readonly revision: number;
  readonly applied: Application | null;
  /** What counted before. */
  readonly previous: Application | null;
}

export const NOT_APPLIED: ProjectFactors = { revision: 0, applied: null, previous: null };

/** Factors count in steps of this: less is within what a few people say by chance. */
const STEPS_IN_ONE = 20;

/** How many people said something else, or only at one of both times. */
function changedBetween(before: readonly Said[], after: readonly Said[]): number {
  const ids = (of: readonly Said[]) => new Map(of.map(({ memberId, answerId }) => [memberId, answerId]));
  const [one, other] = [ids(before), ids(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id)).length;
}

/**
 * The factors of groups. Whoever had a factor before and would have another one because of one other person alone keeps
 * theirs: from the difference of the two they would learn what that person said.
 *
 * @param earlier all that was ever applied in this project
 */
export const factorRows = (groups: readonly EvaluatedGroup[], earlier: readonly FactorRow[]): FactorRow[] =>
  groups.map(({ groupId, raters, people }) => {
    const told = earlier.filter((row) => row.groupId === groupId).flatMap((row) => row.people);
    return {
      groupId,
      people: people.map(({ memberId, isWithheld, factors, raters: count }) => {
        const basis = raters.filter((one) => one.memberId !== memberId);
        const near = told.find(
          (one) =>
            one.memberId === memberId && one.factors !== null && changedBetween(one.basis, basis) === 1,
        );
        if (near) return { ...near, isKept: true };
        return { memberId, raters: count, factors: isWithheld ? null : factors, basis, isKept: false };
      }),
    };
  });

/** A factor as it counts and is shown; null: none. */
export function countedFactor(
  { factors }: Pick<FactorPerson, 'factors'>,
  { method, min, max }: Pick<FactorChoice, 'method' | 'min' | 'max'>,
): number | null {
  const value = method === 'shrunken' ? factors?.shrunken?.value : factors?.[method];
  if (value === null || value === undefined) return null;
  return Math.min(max, Math.max(min, Math.round(value * STEPS_IN_ONE) / STEPS_IN_ONE));
}

/** What changes a member's share of what a group is given; null: nothing does. */
export type FactorOf = (
  memberId: string,
  groupId: string,
) => { readonly value: number; readonly percent: number } | null;

const keyOf = (memberId: string, groupId: string): string => `${groupId}/${memberId}`;

/** One person's factor in a group as it counts, with the range of the one that has one. */
export interface ToldFactor {
  readonly value: number | null;
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly raters: number;
  readonly isKept: boolean;
}

/** By group and member, as in `group/member`. */
export const toldFactors = (rows: readonly FactorRow[], choice: FactorChoice): Map<string, ToldFactor> =>
  new Map(
    rows.flatMap(({ groupId, people }) =>
      people.map((one) => {
        const value = countedFactor(one, choice);
        const shrunken = choice.method === 'shrunken' && value !== null ? one.factors?.shrunken : null;
        const range = shrunken ? { low: shrunken.low, high: shrunken.high } : null;
        return [keyOf(one.memberId, groupId), { value, range, raters: one.raters, isKept: one.isKept }];
      }),
    ),
  );

export function factorsIn(rows: readonly FactorRow[], choice: FactorChoice): FactorOf {
  const told = toldFactors(rows, choice);
  return (memberId, groupId) => {
    const { value = null } = told.get(keyOf(memberId, groupId)) ?? {};
    return value === null ? null : { value, percent: choice.percent };
  };
}

export type ApplyDecision =
  { readonly type: 'accept'; readonly next: ProjectFactors } | { readonly type: 'refuse' };

/** Counts what was looked at: not while answers may come, nor when some have come since. */
export function decideApply(
  { revision, applied }: ProjectFactors,
  expectedRevision: number,
  looked: { readonly isOver: boolean; readonly isSame: boolean },
  application: Application,
): ApplyDecision {
  if (revision !== expectedRevision || !looked.isOver || !looked.isSame) return { type: 'refuse' };
  return { type: 'accept', next: { revision: revision + 1, applied: application, previous: applied } };
}

export function decideTakeBack(
  { revision, applied, previous }: ProjectFactors,
  expectedRevision: number,
): ApplyDecision {
  if (revision !== expectedRevision || applied === null) return { type: 'refuse' };
  return { type: 'accept', next: { revision: revision + 1, applied: previous, previous: null } };
}
