import type { CalibrationRow } from '../../contracts/peer-review-calibration.ts';
import type { CalibrationSettings } from '../../contracts/peer-review-optional.ts';
import type { Criterion } from '../../contracts/peer-review-settings.ts';
import {
  type AttemptResult,
  bestOf,
  type CalibrationStanding,
  type ExampleAttempt,
  isEnough,
  type PassDecision,
  standingOf,
} from './calibration.domain.ts';
import { type Compared, compareRatings } from './rating-shares.domain.ts';

/** What a learner is told of the own calibration. */
export interface OwnFacts {
  readonly examples: readonly {
    readonly exampleId: string;
    readonly number: number;
    readonly state: 'toDo' | 'begun' | 'submitted';
    readonly attempts: number;
    readonly agreement: number | null;
    readonly isEnough: boolean;
  }[];
  readonly standing: CalibrationStanding['standing'];
  readonly pass: {
    readonly needed: number;
    readonly reached: number;
    readonly agreementPercent: number;
  } | null;
}

/** One learner's calibration as staff see it. @param examples how many can be reviewed */
export function rowOf(
  { id, name }: { readonly id: string; readonly name: string | null },
  settings: CalibrationSettings | null,
  examples: number,
  results: readonly AttemptResult[],
  decision: PassDecision | null,
): CalibrationRow {
  const best = [...bestOf(results).values()];
  const { standing, reached } = standingOf(settings, examples, results, decision);
  return {
    memberId: id,
    name,
    reviewed: best.length,
    attempts: results.length,
    agreed: reached,
    agreement: best.length === 0 ? null : best.reduce((sum, one) => sum + one, 0) / best.length,
    standing,
    reason: decision?.passes === true ? decision.reason : null,
    revision: decision?.revision ?? 0,
  };
}

/** The learner's own, example by example. */
export function ownFacts(
  settings: CalibrationSettings,
  examples: readonly { readonly id: string; readonly isBegun: boolean }[],
  results: readonly AttemptResult[],
  decision: PassDecision | null,
): OwnFacts {
  const best = bestOf(results);
  const { standing, needed, reached } = standingOf(settings, examples.length, results, decision);
  return {
    examples: examples.map(({ id, isBegun }, index) => {
      const agreement = best.get(id) ?? null;
      const unfinished = isBegun ? 'begun' : 'toDo';
      return {
        exampleId: id,
        number: index + 1,
        state: agreement === null ? unfinished : 'submitted',
        attempts: results.filter(({ exampleId }) => exampleId === id).length,
        agreement,
        isEnough: agreement !== null && isEnough(settings, agreement),
      };
    }),
    standing,
    pass: settings.pass && { needed, reached, agreementPercent: settings.pass.agreementPercent },
  };
}

/** An attempt beside what staff had given; the agreement is the one that counted at that time. */
export const attemptBeside = (
  settings: CalibrationSettings,
  criteria: readonly Criterion[],
  { ratings, staff, agreement }: ExampleAttempt,
): Compared & { isEnough: boolean } => ({
  ...compareRatings(criteria, ratings, staff.ratings),
  agreement,
  isEnough: isEnough(settings, agreement),
});
