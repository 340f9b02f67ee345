import type { MarkedInputs, MilestonesInputs, MilestoneShare } from './formula-inputs.domain.ts';
import type { Part } from './grade-policies.domain.ts';

/** The points of the milestones that are met, out of all. */
export function reached({ milestones }: MilestonesInputs): Part {
  const possible = sum(milestones);
  if (possible === 0) return { percent: null, because: 'nothingExpected', steps: [] };
  const points = sum(milestones.filter(({ met }) => met));
  const percent = (points / possible) * 100;
  const told = milestones.map(({ n: _, ...milestone }) => milestone);
  return { percent, steps: [{ type: 'milestones', points, possible, percent, milestones: told }] };
}

const sum = (milestones: MilestonesInputs['milestones']): number =>
  milestones.reduce((total, { points }) => total + points, 0);

/** What staff have given by the rubric. */
export function rubricMarked({ mark }: MarkedInputs): Part {
  if (mark === null || mark.maximum === 0) return { percent: null, because: 'notMarked', steps: [] };
  const { points, maximum } = mark;
  const percent = (points / maximum) * 100;
  return { percent, steps: [{ type: 'marked', points, maximum, percent }] };
}

/** Both, weighted; there is no grade before staff have marked. */
export function reachedAndMarked(
  inputs: MilestonesInputs & MarkedInputs,
  { milestonesPercent }: MilestoneShare,
): Part {
  const met = reached(inputs);
  const marked = rubricMarked(inputs);
  if (met.percent === null) return met;
  if (marked.percent === null) return marked;
  const rubric = 100 - milestonesPercent;
  const percent = (met.percent * milestonesPercent) / 100 + (marked.percent * rubric) / 100;
  return {
    percent,
    steps: [
      ...met.steps,
      ...marked.steps,
      { type: 'together', milestones: milestonesPercent, rubric, percent },
    ],
  };
}
