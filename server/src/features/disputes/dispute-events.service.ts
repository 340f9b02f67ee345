import { type DomainEvent, type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import type { Dispute } from './disputes.domain.ts';

/** What was done to a dispute; the texts of people stay with it. */
export const disputeEvent = (
  type: Exclude<Extract<EventType, `dispute.${string}`>, 'dispute.timesChanged'>,
  { id, courseId, activityId, memberId, target, state, answer, revision }: Dispute,
  { actor, requestId }: { readonly actor: EventActor; readonly requestId: string },
  at: Date,
): DomainEvent =>
  makeEvent({
    type,
    at,
    actor,
    requestId,
    courseId,
    subject: { kind: 'dispute', id },
    data: { activityId, memberId, target: target.kind, state, grade: answer?.grade ?? null, revision },
  });
