import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent, makeEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import { BEGUN, keyOf, type Opening, targetOf } from '../../core/opening.ts';
import type { Activity } from './activity.domain.ts';
import { copiesHere, lostIn } from './find-prerequisites.service.ts';
import { adoptFound } from './opening.domain.ts';
import type { ActivityStore } from './activity.store.ts';
import type { MetStore } from './group-extensions.store.ts';
import { createMeetingList, type MeetingPorts } from './list-meeting.service.ts';

export interface FollowOpeningPorts extends MeetingPorts {
  readonly store: Pick<ActivityStore, 'find' | 'listRuled' | 'listCopiesOf' | 'updateState'>;
  readonly met: MetStore;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/**
 * Notes with each member which prerequisites they have met, so that no page asks other activities for it. What was met
 * stays met. It does not matter how often and in which order events come.
 */
export function createOpeningFollower(ports: FollowOpeningPorts) {
  const { store, met, types, findScope, clock, eventsWritten } = ports;
  const listMeeting = createMeetingList(ports);

  async function note(scope: CourseScope, activityId: string, key: string, memberIds: readonly string[]) {
    const having = new Set(await met.listHaving(scope, activityId, key));
    const lacking = memberIds.filter((memberId) => !having.has(memberId));
    for (const memberId of lacking) {
      const event = makeEvent({
        type: 'opening.met',
        at: clock.now(),
        actor: { kind: 'system', job: 'activity.opening' },
        requestId: null,
        courseId: scope.courseId,
        subject: { kind: 'member', id: memberId },
        data: { activityId, memberId, met: key },
      });
      await met.addMet(scope, activityId, memberId, key, event);
    }
    if (lacking.length > 0) eventsWritten();
  }

  async function followRules(scope: CourseScope, { id, type, opening }: Activity): Promise<void> {
    for (const one of opening?.after ?? [])
      await note(scope, id, keyOf(one), await listMeeting(scope, one, null));
    await note(scope, id, BEGUN, await types[type].listBegun(scope, id));
  }

  /** What copies ask for of the course that they come from, where it has come along by now. */
  async function findLost(scope: CourseScope, ruled: readonly Activity[]): Promise<void> {
    const wanted = lostIn(ruled);
    if (wanted.length === 0) return;
    const here = copiesHere(await store.listCopiesOf(scope, wanted));
    for (const { id, opening: before } of ruled) {
      // As the activities before it have become.
      const after = before && adoptFound(id, before, here, await store.listRuled(scope));
      if (after) await changeRules(scope, id, before, after);
    }
  }

  /** Nothing is asked for any more that nobody can meet. */
  async function forget(scope: CourseScope, ruled: readonly Activity[], target: string): Promise<void> {
    for (const { id, opening: before } of ruled) {
      if (!before?.after.some((one) => targetOf(one) === target)) continue;
      const kept = before.after.filter((one) => targetOf(one) !== target);
      if (!(await changeRules(scope, id, before, { ...before, after: kept, revision: before.revision + 1 })))
        throw new Error(`the rules of activity ${id} were changed meanwhile; it comes again`);
    }
  }

  /** @returns false when somebody was faster. */
  async function changeRules(
    scope: CourseScope,
    id: string,
    before: Opening,
    after: Opening,
  ): Promise<boolean> {
    const event = makeEvent({
      type: 'activity.openingChanged',
      at: clock.now(),
      actor: { kind: 'system', job: 'activity.opening' },
      requestId: null,
      courseId: scope.courseId,
      subject: { kind: 'activity', id },
      data: { before, after },
    });
    const guard = { 'opening.revision': before.revision };
    const isChanged = (await store.updateState(scope, id, guard, { opening: after }, event)) !== null;
    if (isChanged) eventsWritten();
    return isChanged;
  }

  /** Activities that wait for what an event is about. @param memberIds null: everybody may meet it by now */
  async function followDone(
    scope: CourseScope,
    ruled: readonly Activity[],
    target: string,
    memberIds: readonly string[] | null,
  ): Promise<void> {
    for (const { id, opening } of ruled) {
      for (const one of opening?.after ?? []) {
        if (targetOf(one) === target)
          await note(scope, id, keyOf(one), await listMeeting(scope, one, memberIds));
      }
    }
  }

  async function follow(
    scope: CourseScope,
    ruled: readonly Activity[],
    { type, subject, data, actor }: DomainEvent,
  ): Promise<void> {
    switch (type) {
      case 'activity.created':
        return data['copiedFrom'] === undefined ? undefined : findLost(scope, ruled);
      case 'activity.openingChanged': {
        const activity = ruled.find(({ id }) => id === subject.id);
        if (activity) await followRules(scope, activity);
        return;
      }
      case 'submission.handedIn':
        return followDone(scope, ruled, String(data['activityId']), authorsIn(data));
      case 'post.written':
        if (actor.kind === 'member')
          await followDone(scope, ruled, String(data['activityId']), [actor.memberId]);
        return;
      case 'questionnaire.answered':
        if (actor.kind === 'member') await followDone(scope, ruled, subject.id, [actor.memberId]);
        return;
      case 'attendance.recorded':
        return followDone(scope, ruled, subject.id, [String(data['memberId'])]);
      case 'session.deleted':
        return forget(scope, ruled, subject.id);
      case 'questionnaire.changed':
        return followDone(scope, ruled, subject.id, null);
      default:
    }
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    const relevant = events.filter(({ type }) => FOLLOWED.has(type));
    for (const [courseId, ofCourse] of groupBy(relevant, (event) => event.courseId)) {
      const scope = await findScope(courseId);
      // Most courses have no rules.
      const ruled = scope ? await store.listRuled(scope) : [];
      if (scope && ruled.length > 0) for (const event of ofCourse) await follow(scope, ruled, event);
    }
  };
}

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.created',
  'activity.openingChanged',
  'submission.handedIn',
  'post.written',
  'questionnaire.answered',
  'attendance.recorded',
  'session.deleted',
  'questionnaire.changed',
]);
