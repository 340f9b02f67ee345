import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Discussion, Participant } from './discussion.domain.ts';
import { waitsUntil } from './pace.domain.ts';
import type { PaceStore } from './paces.store.ts';

/** More rounds than one person sends posts to a thread at the same moment. */
const ROUNDS = 20;

export type PostPacer = ReturnType<typeof createPostPacer>;

/**
 * Slow mode: takes the turn for one post before it is written, so that two that are sent at once are not both written. One
 * that is cut off after that is written when the same request comes once more. Staff wait for nothing.
 *
 * @returns until when the caller waits; null: the turn is theirs
 */
export const createPostPacer =
  (paces: PaceStore, clock: Clock) =>
  async (
    { scope, member }: Caller,
    { settings: { slowMinutes } }: Pick<Discussion, 'settings'>,
    { isStaff }: Pick<Participant, 'isStaff'>,
    { threadId, requestId }: { readonly threadId: string; readonly requestId: string },
  ): Promise<Date | null> => {
    if (isStaff || slowMinutes === 0) return null;
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = clock.now();
      const last = await paces.find(scope, threadId, member.id);
      if (last?.requestId === requestId) return null;
      const until = waitsUntil(last, requestId, slowMinutes, at);
      if (until) return until;
      if (await paces.advance(scope, threadId, member.id, last, { requestId, at })) return null;
    }
    return clock.now();
  };
