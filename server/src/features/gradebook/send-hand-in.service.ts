import { gradingViewUrl } from '../../contracts/paths.ts';
import type { HandedIn } from '../../platform/lti/ports.ts';
import type { Target } from './column-results.service.ts';
import type { Attempt, GradeSlot, HandIn } from './grade-slot.domain.ts';
import { decideHandIn, handInComment, handInTimestamp } from './hand-in.domain.ts';
import { afterAnswer, afterUnreadable, tooEarly } from './send-score.domain.ts';
import {
  type Delivered,
  notAsked,
  type PreparedSlot,
  type Sending,
  type SendingPorts,
} from './sending.service.ts';

/** Tells the LMS that work was handed in. @returns a function that answers null when something newer is there by now. */
export function createHandInSender(
  { results, grades, clock, publicUrl }: SendingPorts & { readonly publicUrl: string },
  sending: Sending,
) {
  const { chance, isStillOurs, post } = sending;

  const messageOf = (slot: GradeSlot, handIn: HandIn, target: Target, timestamp: Date): HandedIn => ({
    userId: target.userId,
    comment: handInComment(handIn),
    timestamp,
    submittedAt: handIn.at,
    viewUrl: publicUrl + gradingViewUrl(slot.activityId, slot.memberId, handIn.version),
  });

  return async function sendHandIn(
    { claimed, unknown: { handIn: unknown } }: PreparedSlot,
    handIn: HandIn,
    target: Target,
  ): Promise<Delivered | null> {
    const { slot } = claimed;
    const timestamp = handInTimestamp(slot, handIn.at);
    const early = tooEarly(slot, unknown, timestamp, clock.now());
    if (early) return notAsked(early);
    const { handedIn: effect } = await grades.abilities(target.platformId);
    let decision = decideHandIn(slot, handIn, unknown, effect, null);
    if (decision.type === 'read') {
      const reading = await results.readOne(target);
      decision = decideHandIn(slot, handIn, unknown, effect, reading);
      if (decision.type === 'read') return notAsked(afterUnreadable(slot, unknown, reading, chance()));
    }
    if (decision.type === 'settled') return notAsked({ type: 'sent' });
    if (!(await isStillOurs(claimed))) return null;

    const { newAttempt } = decision;
    const message = messageOf(slot, handIn, target, timestamp);
    const { answer, startedAt, signal } = await post(() =>
      grades.postHandedIn(target.platformId, target.lineItem, message, newAttempt),
    );
    // The LMS holds something later; or the last attempt is used up by the very sending whose outcome was unknown.
    const isThere =
      answer.type === 'notNewer' ||
      (unknown !== null && answer.type === 'refused' && answer.cause === 'attemptsExhausted');
    if (isThere) return { outcome: { type: 'sent' }, signal };
    const attempt: Attempt = { n: handIn.version, timestamp, startedAt, readFailures: 0 };
    return { outcome: afterAnswer(slot, attempt, answer, chance()), signal };
  };
}
