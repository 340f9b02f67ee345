import type { FactoredMilestonesInputs, GroupMilestonesInputs } from './formula-inputs.domain.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import type { Part } from './grade-policies.domain.ts';

type Input = GroupMilestonesInputs['milestones'][number];
type Factored = FactoredMilestonesInputs['milestones'][number];

/**
 * The points of the milestones that are marked or missed so far: the group's share of each, less what lateness takes off,
 * and what staff have given one member more or less.
 */
export const groupMilestones = (
  { milestones }: GroupMilestonesInputs,
  _parameters: unknown,
  overrides: Overrides | null,
): Part => summed(milestones, (one) => outcomeOf(one, isWaived(overrides), 1));

/**
 * The same with contributions: p · G · factor + (1 − p) · G instead of G, what the group was given (WebPA, Loddington et
 * al. 2009). Lateness is the group's and is taken off after it; what staff give a member comes last.
 */
export const factoredMilestones = (
  { milestones }: FactoredMilestonesInputs,
  _parameters: unknown,
  overrides: Overrides | null,
): Part =>
  summed(milestones, (one) => {
    const { factor = null } = one;
    const share = factor === null ? 1 : 1 + (factor.percent / 100) * (factor.value - 1);
    return { ...outcomeOf(one, isWaived(overrides), share), factor };
  });

const isWaived = (overrides: Overrides | null): boolean => Boolean(overrides?.waiver);

function summed<One extends Input | Factored>(
  milestones: readonly One[],
  tell: (one: One) => ReturnType<typeof outcomeOf>,
): Part {
  const counted = milestones.filter(({ mark, missed }) => mark !== null || missed);
  const possible = counted.reduce((sum, { points }) => sum + points, 0);
  if (counted.length === 0) return { percent: null, because: 'notMarked', steps: [] };
  if (possible === 0) return { percent: null, because: 'nothingExpected', steps: [] };
  const told = counted.map(tell);
  const points = told.reduce((sum, one) => sum + one.points, 0);
  const percent = (points / possible) * 100;
  return {
    percent,
    steps: [{ type: 'groupMilestones', points, possible, percent, milestones: told }],
  };
}

/** @param share of what the group was given */
function outcomeOf(
  { title, points: possible, mark, missed, late, adjustment }: Input,
  waived: boolean,
  share: number,
) {
  const given = mark && mark.maximum > 0 ? (mark.points / mark.maximum) * possible : 0;
  const own = Math.min(possible, given * share);
  const off = waived ? 0 : (possible * late.days * late.percentPerDay) / 100;
  const afterLate = Math.max(0, own - off);
  const points = Math.min(possible, Math.max(0, afterLate + adjustment));
  return { title, points, possible, given, taken: own - afterLate, adjustment: points - afterLate, missed };
}
