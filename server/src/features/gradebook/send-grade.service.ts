import type { Target } from './column-results.service.ts';
import type { Attempt } from './grade-slot.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';
import { scoreComment } from './score-comment.domain.ts';
import { afterAnswer, afterNotNewer, beforeSending, putOff, tooEarly } from './send-score.domain.ts';
import {
  type Delivered,
  notAsked,
  type PreparedSlot,
  type Sending,
  type SendingPorts,
} from './sending.service.ts';

/** How soon a grade is looked at again whose column is still being read. */
const SOON_MS = 2_000;

/** Sends a ledger entry. @returns a function that answers null when something newer is there by now. */
export function createGradeSender({ results, grades, clock }: SendingPorts, sending: Sending) {
  const { chance, inMs, isStillOurs, post } = sending;

  return async function sendGrade(
    { claimed, people, unknown: { grade: unknown } }: PreparedSlot,
    entry: LedgerEntry,
    target: Target,
  ): Promise<Delivered | null> {
    const { slot } = claimed;
    const timestamp = slot.want?.timestamp ?? entry.at;
    const early = tooEarly(slot, unknown, timestamp, clock.now());
    if (early) return notAsked(early);
    const reading = unknown
      ? await results.readOne(target)
      : await results.readSince(target, timestamp, people);
    if (reading === null) return notAsked(putOff(slot, unknown, inMs(SOON_MS)));
    const { clearsScores } = await grades.abilities(target.platformId);
    const before = beforeSending(slot, entry, unknown, reading, clearsScores, chance());
    if (before) return notAsked(before);
    if (!(await isStillOurs(claimed))) return null;

    const { answer, startedAt, signal } = await post(() =>
      grades.postScore(target.platformId, target.lineItem, {
        userId: target.userId,
        scoreGiven: entry.value,
        scoreMaximum: entry.maximum,
        comment: scoreComment(entry),
        timestamp,
      }),
    );
    const attempt: Attempt = { n: entry.n, timestamp, startedAt, readFailures: 0 };
    const outcome =
      answer.type === 'notNewer'
        ? afterNotNewer(slot, entry, attempt, await results.readOne(target), chance())
        : afterAnswer(slot, attempt, answer, chance());
    return { outcome, signal };
  };
}
