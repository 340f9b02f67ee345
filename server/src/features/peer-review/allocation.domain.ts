import type { Random } from '../../core/random.ts';
import { allocateByFlow } from './allocation-flow.domain.ts';
import { allocateByPermutations, allocateByRing } from './allocation-permutations.domain.ts';
import { connect, untie } from './allocation-refine.domain.ts';
import { type AllocationProblem, makeExclusions } from './allocation-exclusions.domain.ts';

export type { AllocationProblem } from './allocation-exclusions.domain.ts';

/** Who reviews whom, by index of the participants. */
export interface Allocation {
  /** Slots per reviewer: at most what was asked for, at most everybody else. */
  readonly perReviewer: number;
  /** `works[reviewer * perReviewer + slot]` is the author whose work is reviewed, or -1 for an empty slot. */
  readonly works: Int32Array;
  /** Reviews asked for that no allocation within the exclusions can have. */
  readonly shortfall: number;
}

/**
 * Allocates reviewers to works at random (algorithms §1).
 *
 * Always: nobody reviews their own work, a group-mate's, a work twice, or across a conflict; no work receives more
 * than `perReviewer`; received counts are as equal as the exclusions allow (the smallest as large as it can be, then
 * the next, and so on), which is equal for all in every regular case; the same holds for given counts.
 * Where the exclusions leave room: no pair of an earlier round again, nobody reviews their own reviewer (without
 * exclusions: whenever count ≥ 2·perReviewer + 1), and the graph of reviews is strongly connected.
 *
 * @param random decides everything that is open: the same source gives the same allocation.
 */
export function allocate(problem: AllocationProblem, random: Random): Allocation {
  const { count } = problem;
  const perReviewer = Math.max(0, Math.min(problem.perReviewer, count - 1));
  if (perReviewer === 0) return finish(problem, 0, new Int32Array(0));
  const exclusions = makeExclusions(problem);
  const drawn = allocateByPermutations(exclusions, perReviewer, random);
  if (drawn) return finish(problem, perReviewer, drawn);
  if (exclusions.none) return finish(problem, perReviewer, allocateByRing(count, perReviewer, random));
  const works = allocateByFlow(exclusions, perReviewer, random);
  untie(exclusions, perReviewer, works, random);
  connect(exclusions, perReviewer, works, random);
  return finish(problem, perReviewer, works);
}

function finish(problem: AllocationProblem, perReviewer: number, works: Int32Array): Allocation {
  let filled = 0;
  for (let slot = 0; slot < works.length; slot++) if (works[slot] !== -1) filled++;
  return { perReviewer, works, shortfall: Math.max(0, problem.perReviewer) * problem.count - filled };
}
