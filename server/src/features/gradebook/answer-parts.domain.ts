import type { AnswersInputs, TeamAnswersInputs, TeamParameters } from './formula-inputs.domain.ts';
import type { Part } from './grade-policies.domain.ts';

/** The share of the points that could be had; none where there was nothing to be had. */
export function answered({ attempt }: AnswersInputs): Part {
  if (attempt === null || attempt.possible === 0) return { percent: null, because: 'noAnswers', steps: [] };
  const { points, possible } = attempt;
  const percent = (points / possible) * 100;
  return { percent, steps: [{ type: 'answers', points, possible, percent }] };
}

/** One's own answers and the group's, weighted; whoever has not answered alone has no part in the group's. */
export function answeredTogether(inputs: TeamAnswersInputs, { teamPercent: weight }: TeamParameters): Part {
  const own = answered(inputs);
  const { team } = inputs;
  if (own.percent === null || team === null || team.possible === 0) return own;
  const { points, possible } = team;
  const percent = (own.percent * (100 - weight)) / 100 + ((points / possible) * 100 * weight) / 100;
  return { percent, steps: [...own.steps, { type: 'team', points, possible, weight, percent }] };
}
