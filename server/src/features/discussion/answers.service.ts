import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { mayWriteIn } from './discussion.domain.ts';
import { type AnswersDecision, decideAccept, decideEndorse } from './modes.domain.ts';
import { postIdOf } from './post-documents.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More rounds than people decide about one thread at the same moment. */
const ROUNDS = 20;

export type AnswersService = ReturnType<typeof createAnswersService>;

/** Answers to questions, accepted by who asked, and posts that staff endorse (spec/discussion.md, 1 and 4). */
export function createAnswersService(
  access: AccessService,
  threads: Pick<ThreadStore, 'find' | 'change'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Decides by what is there, until what was there is still there. @throws AppError NOT_FOUND, and what is refused */
  async function act(
    caller: Caller,
    { activityId, threadId, n }: { activityId: string; threadId: string; n: number },
    type: EventType,
    decide: (situation: Parameters<typeof decideAccept>[0], memberId: string) => AnswersDecision,
    data: Record<string, unknown>,
  ): Promise<Record<string, never>> {
    const { scope, member } = caller;
    const { discussion, who, audience } = await access.forReading(caller, activityId);
    const now = clock.now();
    for (let round = 0; round < ROUNDS; round += 1) {
      const thread = await threads.find(scope, activityId, threadId, audience, member.id, n);
      const post = thread?.post ?? null;
      if (!thread || thread.gone || !post) throw new AppError('NOT_FOUND', { kind: 'post' });
      const isOpen = mayWriteIn(discussion, who, thread, now);
      const decision = decide({ mode: discussion.settings.mode, thread, post, isOpen }, member.id);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged') return {};
      const subject = { kind: 'post', id: postIdOf(threadId, n) };
      const event = courseEvent(type, subject, caller, now, { activityId, threadId, n, ...data });
      if (await threads.change(scope, thread, decision.answers, event)) {
        eventsWritten();
        return {};
      }
    }
    throw new AppError('STALE_REVISION');
  }

  return {
    /** @throws AppError FORBIDDEN for who did not ask, for what is no answer, and when it is closed; NOT_FOUND, ACTIVITY_NOT_OPEN */
    accept: (caller: Caller, activityId: string, threadId: string, n: number, accepted: boolean) =>
      act(
        caller,
        { activityId, threadId, n },
        'answer.accepted',
        (situation, memberId) => decideAccept(situation, memberId, accepted),
        { accepted },
      ),

    /** @throws AppError FORBIDDEN for one's own, and for what is no answer to a question; ENDORSED_TOO_MANY, NOT_FOUND, ACTIVITY_NOT_OPEN */
    endorse: (caller: Caller, activityId: string, threadId: string, n: number, endorsed: boolean) =>
      act(
        caller,
        { activityId, threadId, n },
        'answer.endorsed',
        (situation, memberId) => decideEndorse(situation, memberId, endorsed),
        { endorsed },
      ),
  };
}
