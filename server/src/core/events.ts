import { newId } from './ids.ts';

/** Who did it: a member of the course, or the system itself (a job, a roster sync). */
export type EventActor = { kind: 'member'; memberId: string; role: string } | { kind: 'system'; job: string };

/** Everything that may happen to course data; the audit trail and the relay know no other type. */
export type EventType =
  | 'member.joined'
  | 'member.changed'
  | 'activity.created'
  | 'activity.changed'
  | 'activity.linked'
  | 'submission.handedIn'
  | 'allocation.requested'
  | 'allocation.done'
  | 'review.submitted'
  | 'grades.released'
  | 'grades.withdrawn'
  | 'grades.runDone'
  | 'grade.overridden'
  | 'grade.entered'
  | 'grade.sent'
  | 'grade.failed'
  | 'grade.retried'
  | 'handIn.sent'
  | 'handIn.failed'
  | 'column.linked'
  | 'column.changed'
  | 'column.removed'
  | 'column.failed'
  | 'column.retried';

/**
 * What a command did, pushed onto the document it changed by the same write (DESIGN §2 rule 4) and copied from there
 * by the relay. `data` holds ids, numbers and settings, never texts of people.
 */
export interface DomainEvent {
  readonly id: string;
  readonly type: EventType;
  readonly at: Date;
  readonly actor: EventActor;
  readonly courseId: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly requestId: string | null;
  readonly data: Record<string, unknown>;
}

/** Makes an event with a new id. */
export const makeEvent = (event: Omit<DomainEvent, 'id'>): DomainEvent => ({ id: newId(), ...event });
