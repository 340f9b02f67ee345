import type { GroupMilestonesInputs } from './formula-inputs.domain.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import type { Part } from './grade-policies.domain.ts';

type Input = GroupMilestonesInputs['milestones'][number];

/**
 * The points of the milestones that are marked or missed so far: the group's share of each, less what lateness takes off,
 * and what staff have given one member more or less.
 */
export function groupMilestones(
  { milestones }: GroupMilestonesInputs,
  _parameters: unknown,
  overrides: Overrides | null,
): Part {
  const counted = milestones.filter(({ mark, missed }) => mark !== null || missed);
  const possible = counted.reduce((sum, { points }) => sum + points, 0);
  if (counted.length === 0) return { percent: null, because: 'notMarked', steps: [] };
  if (possible === 0) return { percent: null, because: 'nothingExpected', steps: [] };
  const told = counted.map((one) => outcomeOf(one, Boolean(overrides?.waiver)));
  const points = told.reduce((sum, one) => sum + one.points, 0);
  const percent = (points / possible) * 100;
  return {
    percent,
    steps: [{ type: 'groupMilestones', points, possible, percent, milestones: told }],
  };
}

function outcomeOf({ title, points: possible, mark, missed, late, adjustment }: Input, isWaived: boolean) {
  const given = mark && mark.maximum > 0 ? (mark.points / mark.maximum) * possible : 0;
  const off = isWaived ? 0 : (possible * late.days * late.percentPerDay) / 100;
  const afterLate = Math.max(0, given - off);
  const points = Math.min(possible, Math.max(0, afterLate + adjustment));
  return { title, points, possible, given, taken: given - afterLate, adjustment: points - afterLate, missed };
}
