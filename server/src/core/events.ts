import { newId } from './ids.ts';

/** Who did it: a member of the course, an administrator of the tool, or the system itself (a job, a roster sync, the command line). */
export type EventActor =
  | { kind: 'member'; memberId: string; role: string }
  | { kind: 'administrator'; administratorId: string }
  | { kind: 'system'; job: string };

/** The id of who did it, of whatever kind. */
export const doerOf = (actor: EventActor): string => {
  if (actor.kind === 'member') return actor.memberId;
  return actor.kind === 'administrator' ? actor.administratorId : actor.job;
};

/** Stands in the place of a course in events about the installation itself: its platforms, invitations, administrators. */
export const INSTALLATION = 'installation';

/** On whose behalf something about the installation is changed, and by which request where there is one. */
export interface Doer {
  readonly actor: EventActor;
  readonly requestId: string | null;
}

/** Whose work an event is about: who shares it where groups hand in, else the author. */
export function authorsIn({ authorId, authorIds }: Readonly<Record<string, unknown>>): string[] {
  const all = Array.isArray(authorIds) ? authorIds : [authorId];
  return all.filter((id) => typeof id === 'string');
}

/** Who wrote the review that an event is about: a group's members where they write together, else the reviewer. */
export function reviewersIn({ reviewerId, reviewerIds }: Readonly<Record<string, unknown>>): string[] {
  const all = Array.isArray(reviewerIds) ? reviewerIds : [reviewerId];
  return all.filter((id) => typeof id === 'string');
}

/** Everything that may happen; the audit trail and the relay know no other type. */
export type EventType =
  | 'member.joined'
  | 'member.changed'
  | 'membership.opened'
  | 'membership.closed'
  | 'groups.imported'
  | 'groupSet.created'
  | 'groupSet.changed'
  | 'groupSet.deleted'
  | 'memberAttribute.taken'
  | 'memberAttribute.deleted'
  | 'group.chosen'
  | 'activity.created'
  | 'activity.changed'
  | 'activity.linked'
  | 'activity.published'
  | 'activity.closed'
  | 'activity.reopened'
  | 'activity.datesLed'
  | 'activity.openingChanged'
  | 'opening.met'
  | 'template.saved'
  | 'template.renamed'
  | 'template.removed'
  | 'template.restored'
  | 'rubric.saved'
  | 'rubric.removed'
  | 'rubric.restored'
  | 'journey.saved'
  | 'journey.removed'
  | 'journey.restored'
  | 'journey.applied'
  | 'activity.copyChecked'
  | 'staffNote.written'
  | 'extension.changed'
  | 'accommodation.changed'
  | 'groupExtension.changed'
  | 'submission.handedIn'
  | 'allocation.requested'
  | 'allocation.done'
  | 'allocation.added'
  | 'allocation.rolling'
  | 'allocation.returned'
  | 'reviewExclusion.changed'
  | 'criterion.set'
  | 'review.taken'
  | 'review.workThere'
  | 'revision.opened'
  | 'review.submitted'
  | 'comparison.submitted'
  | 'review.rated'
  | 'review.replied'
  | 'grades.released'
  | 'grades.withdrawn'
  | 'grades.runDone'
  | 'grade.overridden'
  | 'grade.entered'
  | 'grade.sent'
  | 'grade.failed'
  | 'grade.retried'
  | 'reminder.requested'
  | 'reminder.sent'
  | 'platform.registered'
  | 'platform.changed'
  | 'platform.approved'
  | 'platform.disabled'
  | 'platform.keysRotated'
  | 'deployment.approved'
  | 'invitation.made'
  | 'invitation.used'
  | 'invitation.givenBack'
  | 'invitation.revoked'
  | 'administrator.joined'
  | 'administrator.signedIn'
  | 'administrator.revoked'
  | 'dispute.opened'
  | 'dispute.taken'
  | 'dispute.answered'
  | 'dispute.withdrawn'
  | 'handIn.sent'
  | 'handIn.failed'
  | 'column.linked'
  | 'column.changed'
  | 'column.removed'
  | 'column.failed'
  | 'column.retried'
  | 'questionnaire.created'
  | 'questionnaire.changed'
  | 'questionnaire.published'
  | 'questionnaire.closed'
  | 'questionnaire.evaluationShared'
  | 'questionnaire.commentShown'
  | 'questionnaire.commentHidden'
  | 'questionnaire.evaluationTakenBack'
  | 'questionnaire.answered'
  | 'questionnaire.teamAnswered'
  | 'work.marked'
  | 'work.markUndone'
  | 'matter.assigned'
  | 'matter.snoozed'
  | 'matter.done'
  | 'matter.reopened'
  | 'grade.recovered'
  | 'work.partMarked'
  | 'work.excused'
  | 'marking.settingsChanged'
  | 'dispute.timesChanged'
  | 'sections.changed'
  | 'section.assistantsChanged'
  | 'reviewProblem.reported'
  | 'reviewProblem.answered'
  | 'reviewDisagreement.settled'
  | 'review.weighed'
  | 'review.judged'
  | 'example.saved'
  | 'example.removed'
  | 'example.reviewed'
  | 'calibration.letPass'
  | 'selfAssessment.submitted'
  | 'submission.revised'
  | 'post.written'
  | 'post.edited'
  | 'post.deleted'
  | 'discussion.marked'
  | 'discussion.partMarked'
  | 'discussion.excused'
  | 'discussion.markUndone'
  | 'deliverable.handedIn'
  | 'deliverable.confirmed'
  | 'deliverable.objected'
  | 'deliverable.withdrawn'
  | 'deliverable.settled'
  | 'deliverable.marked'
  | 'deliverable.partMarked'
  | 'deliverable.excused'
  | 'deliverable.markUndone'
  | 'charter.proposed'
  | 'charter.agreed'
  | 'contributions.applied'
  | 'contributions.takenBack'
  | 'decision.recorded'
  | 'meeting.saved'
  | 'meeting.noted'
  | 'meeting.attended'
  | 'meeting.cancelled'
  | 'meeting.restored'
  | 'task.saved'
  | 'task.removed'
  | 'task.restored'
  | 'task.due'
  | 'groupFile.put'
  | 'groupFile.deleted'
  | 'groupFile.restored'
  | 'group.nudged'
  | 'outsidePlace.linked'
  | 'teamRole.assigned'
  | 'scenarios.drawn'
  | 'scenario.chosen'
  | 'plenary.opened'
  | 'presentations.planned'
  | 'presentations.timed'
  | 'presentation.booked'
  | 'presentation.moved'
  | 'presentation.soon'
  | 'presentation.attended'
  | 'presentation.asked'
  | 'presentation.voted'
  | 'presentation.answered'
  | 'dynamics.answered'
  | 'retrospective.written'
  | 'teamAction.saved'
  | 'lesson.offered'
  | 'lesson.decided'
  | 'answer.accepted'
  | 'answer.endorsed'
  | 'post.reported'
  | 'postReport.answered'
  | 'moderation.done'
  | 'moderation.undone'
  | 'discussion.nudged'
  | 'synthesis.saved'
  | 'session.saved'
  | 'session.deleted'
  | 'attendance.recorded';

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

/** Makes an event with a new id, of these fields alone: what else its maker carries along must not be stored. */
export const makeEvent = ({
  type,
  at,
  actor,
  courseId,
  subject,
  requestId,
  data,
}: Omit<DomainEvent, 'id'>): DomainEvent => ({
  id: newId(),
  type,
  at,
  actor,
  courseId,
  subject,
  requestId,
  data,
});

/** Makes an event of a course, done by whoever calls. */
export const courseEvent = (
  type: EventType,
  subject: DomainEvent['subject'],
  { scope, actor, requestId }: Doer & { readonly scope: { readonly courseId: string } },
  at: Date,
  data: Record<string, unknown> = {},
): DomainEvent => makeEvent({ type, at, actor, requestId, courseId: scope.courseId, subject, data });

/** Makes an event about the installation. */
export const installationEvent = (
  type: EventType,
  subject: DomainEvent['subject'],
  { actor, requestId }: Doer,
  at: Date,
  data: Record<string, unknown> = {},
): DomainEvent => makeEvent({ type, at, actor, requestId, courseId: INSTALLATION, subject, data });
