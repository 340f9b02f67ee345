import type { Role } from './roles.ts';

/** Who may do what, in one table. `readOnly` members (no known role) keep only the permissions named in `READ_ONLY`. */
const PERMISSIONS = {
  'session.read': ['instructor', 'assistant', 'learner', 'observer'],
  'activity.read': ['instructor', 'assistant', 'learner'],
  'activity.list': ['instructor', 'assistant'],
  'activity.edit': ['instructor'],
  'activity.rehearse': ['instructor', 'assistant'],
  'activity.link': ['instructor'],
  'attendance.record': ['instructor', 'assistant'],
  'staffNote.write': ['instructor', 'assistant'],
  'timeline.read': ['instructor', 'assistant'],
  'timeline.edit': ['instructor', 'assistant'],
  'work.read': ['instructor', 'assistant'],
  'submission.write': ['learner'],
  'review.write': ['learner'],
  'file.write': ['instructor', 'assistant', 'learner'],
  'file.read': ['instructor', 'assistant', 'learner', 'observer'],
  'peerReview.overview': ['instructor', 'assistant'],
  'peerReview.allocate': ['instructor', 'assistant'],
  'calibration.edit': ['instructor', 'assistant'],
  'grade.release': ['instructor'],
  'grade.override': ['instructor'],
  'grade.history': ['instructor', 'assistant'],
  'dispute.own': ['learner'],
  'dispute.answer': ['instructor', 'assistant'],
  'grade.sync': ['instructor', 'assistant'],
  'queue.read': ['instructor', 'assistant'],
  'queue.act': ['instructor', 'assistant'],
  'home.read': ['learner'],
  'notices.own': ['instructor', 'assistant', 'learner'],
  'reminder.send': ['instructor', 'assistant'],
  'roster.read': ['instructor', 'assistant'],
  'roster.refresh': ['instructor', 'assistant'],
  'groups.read': ['instructor', 'assistant'],
  'groups.import': ['instructor', 'assistant'],
  'groups.edit': ['instructor', 'assistant'],
  'groups.own': ['learner'],
  'observed.read': ['observer'],
  'questionnaire.read': ['instructor', 'assistant'],
  'questionnaire.edit': ['instructor'],
  'questionnaire.answer': ['learner'],
  'discussion.read': ['instructor', 'assistant', 'learner'],
  'discussion.post': ['instructor', 'assistant', 'learner'],
  'discussion.history': ['instructor', 'assistant'],
  'discussion.analytics': ['instructor', 'assistant'],
  'discussion.endorse': ['instructor', 'assistant'],
  'discussion.report': ['learner'],
  'discussion.moderate': ['instructor', 'assistant'],
  'discussion.facilitate': ['instructor', 'assistant'],
  'groupWork.read': ['instructor', 'assistant', 'learner'],
  'groupWork.write': ['learner'],
  'groupWork.assignRoles': ['instructor', 'assistant', 'learner'],
  'groupWork.linkPlaces': ['instructor', 'assistant', 'learner'],
  'groupWork.overview': ['instructor', 'assistant'],
  'groupWork.lead': ['instructor', 'assistant'],
  'groupWork.present': ['instructor', 'assistant', 'learner'],
  'marking.mark': ['instructor', 'assistant'],
  'marking.divide': ['instructor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

const READ_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'session.read',
  'activity.read',
  'file.read',
]);

/** Who asks: a role, and whether the launch gave a role that Roundtable knows. */
export interface Actor {
  readonly role: Role;
  readonly readOnly: boolean;
}

export const can = (actor: Actor, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(actor.role) &&
  (!actor.readOnly || READ_ONLY.has(permission));
