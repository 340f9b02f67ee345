/** What changes of a slot write: into the one that is there, or as a new one. */
import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import type { SlotChange } from './grade-slot.domain.ts';
import { LEASE_REVOKED, NO_LEASE, type SlotDocument } from './grade-slot-model.store.ts';

/** What has a grade sent; one of a rehearsal stays here, and says why. */
const sending = (scope: CourseScope, at: Date) =>
  isRehearsal(scope)
    ? { due: {}, problem: { code: 'NO_GRADEBOOK_COLUMN' as const, words: '', since: at } }
    : { due: { dueAt: at }, problem: null };

export function updateOf(scope: CourseScope, change: SlotChange): Record<string, unknown> {
  if (change.type === 'recover') {
    const { before, event } = change;
    const unsent = before?.want && before.sent?.n !== before.want.n;
    const { $push, $set } = pushEvents(event);
    return { $set: { ...$set, problem: null, tries: 0, ...(unsent && { dueAt: event.at }) }, $push };
  }
  const { $push, $set } = pushEvents(change.event);
  if (change.type === 'invalid') {
    // Nothing is sent while the newest run has no grade: a sender at work loses its lease, and the next one reads back.
    return { $set: { ...$set, ...LEASE_REVOKED, problem: change.problem }, $push, $unset: { dueAt: 1 } };
  }
  const { entry } = change;
  const { due, problem } = sending(scope, entry.at);
  return {
    // Whatever the slot waited for was about an older entry: newest wins.
    $set: { ...$set, want: { n: entry.n, timestamp: entry.at }, ...due, tries: 0, problem },
    ...(!isRehearsal(scope) && { $min: { unsentSince: entry.at } }),
    $push: { ...$push, entries: entry },
  };
}

export function documentOf(
  scope: CourseScope,
  activityId: string,
  columnId: string,
  change: SlotChange,
): SlotDocument {
  const entry = change.type === 'enter' ? change.entry : null;
  const { event } = change;
  return {
    _id: change.slotId,
    courseId: scope.courseId,
    platformId: scope.platformId,
    deploymentId: scope.deploymentId,
    activityId,
    columnId,
    memberId: change.memberId,
    entries: entry ? [entry] : [],
    spilled: 0,
    want: entry && { n: entry.n, timestamp: entry.at },
    sent: null,
    deliveries: [],
    handIn: null,
    ...(entry && !isRehearsal(scope) && { dueAt: entry.at, unsentSince: entry.at }),
    ...NO_LEASE,
    attempt: null,
    tries: 0,
    problem: change.type === 'invalid' ? change.problem : entry && sending(scope, entry.at).problem,
    events: [event],
    eventsSince: event.at,
  };
}
