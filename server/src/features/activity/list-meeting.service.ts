import type { CourseScope } from '../../core/course-scope.ts';
import type { Prerequisite } from '../../core/opening.ts';
import type { ActivityTypes } from './activity-type.domain.ts';
import type { ActivityStore } from './activity.store.ts';

/** Checks: questionnaires with right answers. */
export interface Checks {
  /** Those whose results are known by person; the newest. */
  list(scope: CourseScope): Promise<{ readonly id: string; readonly title: string }[]>;
  /** Who has reached so much. @param memberIds null: of everybody */
  listPassed(
    scope: CourseScope,
    questionnaireId: string,
    percent: number,
    memberIds: readonly string[] | null,
  ): Promise<string[]>;
}

/** Sessions of the course. */
export interface Sessions {
  /** The newest. */
  list(scope: CourseScope): Promise<{ readonly id: string; readonly title: string }[]>;
  /** Who was there. @param memberIds null: of everybody */
  listAttended(scope: CourseScope, sessionId: string, memberIds: readonly string[] | null): Promise<string[]>;
}

export interface MeetingPorts {
  readonly store: Pick<ActivityStore, 'find'>;
  readonly types: ActivityTypes;
  readonly checks: Checks;
  readonly sessions: Sessions;
}

/** Who meets a prerequisite, by the facts. */
export const createMeetingList =
  ({ store, types, checks, sessions }: MeetingPorts) =>
  /** @param memberIds null: of everybody; otherwise of these, who for an activity have just handed in there */
  async (
    scope: CourseScope,
    one: Prerequisite,
    memberIds: readonly string[] | null,
  ): Promise<readonly string[]> => {
    if (one.kind === 'check') return checks.listPassed(scope, one.questionnaireId, one.percent, memberIds);
    if (one.kind === 'session') return sessions.listAttended(scope, one.sessionId, memberIds);
    if (memberIds !== null) return memberIds;
    const activity = await store.find(scope, one.activityId);
    return activity ? types[activity.type].listHandedIn(scope, activity.id) : [];
  };
