import type { SetInputs } from './formula-inputs.domain.ts';
import type { Part } from './grade-policies.domain.ts';

/** The reviews as they are with what staff have set for criteria in the place of what reviewers said of them. */
export const reviewsAsSet = ({ criteria: _criteria, ...inputs }: SetInputs) => ({
  ...inputs,
  reviews: inputs.reviews.map(({ asSet, ...review }) => ({ ...review, ...asSet })),
});

/** Says which criteria staff have set, where the work has any review that they count in. */
export function tellCriteria(part: Part, { criteria, reviews }: SetInputs): Part {
  if (criteria.length === 0 || reviews.length === 0) return part;
  const told = criteria.map(({ title, points, maximum }) => ({ title, points, maximum }));
  const [first, ...rest] = part.steps;
  const step = { type: 'criteria', criteria: told } as const;
  return { ...part, steps: first ? [first, step, ...rest] : [step] };
}
