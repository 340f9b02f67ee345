import type { CalibrationSettings } from '../../contracts/peer-review-optional.ts';
import type { Criterion } from '../../contracts/peer-review-settings.ts';
import { faultOf } from '../../contracts/rubric-rules.ts';
import type { PeerReview, ReviewContent, WorkContent } from './peer-review.domain.ts';

/** A work that staff have scored, to learn reviewing on (spec/peer-review.md, 7). */
export interface Example extends WorkContent, ReviewContent {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  /** For staff: it may say what is good or bad about it. */
  readonly title: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly savedAt: Date;
}

/** Examples have no versions: a comment on a place is known by its words alone. */
export const EXAMPLE_VERSION = 1;

/** One learner's review of an example with what it was compared with; it never changes. */
export interface ExampleAttempt extends ReviewContent {
  readonly exampleId: string;
  readonly activityId: string;
  readonly memberId: string;
  /** From 1. */
  readonly n: number;
  /** What staff had given at that time. */
  readonly staff: ReviewContent;
  /** Percent (`compareRatings`). */
  readonly agreement: number;
  readonly at: Date;
}

/** Staff's decision that somebody reviews without having agreed. */
export interface PassDecision {
  readonly activityId: string;
  readonly memberId: string;
  readonly passes: boolean;
  readonly reason: string;
  readonly byId: string;
  readonly at: Date;
  readonly revision: number;
}

/** What a pass is decided by. */
export type AttemptResult = Pick<ExampleAttempt, 'exampleId' | 'memberId' | 'n' | 'agreement'>;

export interface CalibrationStanding {
  readonly standing: 'notNeeded' | 'open' | 'agreed' | 'letPass';
  readonly needed: number;
  readonly reached: number;
}

/**
 * Whether learners can be given the example: all of today's rubric is scored, or said not to apply. What the rubric does
 * not allow any more, because it was changed since, counts as scored.
 */
export const isReady = ({ ratings }: Pick<Example, 'ratings'>, criteria: readonly Criterion[]): boolean =>
  criteria.every((criterion) => {
    const rating = ratings.find(({ criterionId }) => criterionId === criterion.id);
    return faultOf(criterion, rating, false) !== 'RATING_MISSING';
  });

/** The best agreement with each example; one does not lose by trying again. */
export function bestOf(attempts: readonly AttemptResult[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { exampleId, agreement } of attempts)
    best.set(exampleId, Math.max(agreement, best.get(exampleId) ?? 0));
  return best;
}

/** Whether an agreement is what the pass asks for; where none is asked for, any is. */
export const isEnough = ({ pass }: CalibrationSettings, agreement: number): boolean =>
  pass === null || agreement >= pass.agreementPercent;

/**
 * Where one learner stands. Nobody is kept out by examples that are not there: where there are fewer than asked for,
 * all of them are enough. Agreement with an example that was taken away since still counts.
 *
 * @param examples how many can be reviewed
 */
export function standingOf(
  settings: CalibrationSettings | null,
  examples: number,
  attempts: readonly AttemptResult[],
  decision: Pick<PassDecision, 'passes'> | null,
): CalibrationStanding {
  if (!settings?.pass) return { standing: 'notNeeded', needed: 0, reached: 0 };
  const reached = [...bestOf(attempts).values()].filter((agreement) => isEnough(settings, agreement)).length;
  const needed = Math.min(settings.pass.examples, examples);
  if (reached >= needed) return { standing: 'agreed', needed, reached };
  return { standing: decision?.passes === true ? 'letPass' : 'open', needed, reached };
}

/** Why no further attempt can be made; null: it can. Examples are reviewed until reviews close, whatever the phase. */
export const attemptsClosed = (
  { state, settings }: Pick<PeerReview, 'state' | 'settings'>,
  done: number,
  now: Date,
): 'REVIEWS_CLOSED' | 'ATTEMPTS_USED' | null => {
  const most = settings.calibration?.attempts ?? null;
  if (state !== 'published' || now.getTime() > Date.parse(settings.reviewsCloseAt)) return 'REVIEWS_CLOSED';
  return most !== null && done >= most ? 'ATTEMPTS_USED' : null;
};
