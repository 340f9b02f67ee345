import type { SetUpFault } from '../../contracts/publication.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Schedule, TimelineStep } from '../../core/timeline.ts';
import type { Activity, ActivitySettings } from './activity.domain.ts';

/** All by which a type of activity joins in: whatever is about activities as such works with it then. */
export interface ActivityType {
  /** Whether learners find its dates in their calendars and are reminded of them. */
  readonly isAnnounced: boolean;
  /** Its phases: what ends when. */
  scheduleOf(activity: Activity): Schedule;
  /** The same of settings that no activity has yet. */
  stepsOf(settings: ActivitySettings): readonly TimelineStep[];
  /** What is missing in its set-up, dates apart. */
  faultsOf(activity: Activity, scope: CourseScope): SetUpFault[] | Promise<SetUpFault[]>;
  /** Its set-up schema. @returns null when settings are not of this type */
  parseSettings(settings: ActivitySettings): ActivitySettings | null;
  /** Learners who have handed in work. */
  listHandedIn(scope: CourseScope, activityId: string): Promise<string[]>;
  /** Learners who have handed in or drafted something. */
  listBegun(scope: CourseScope, activityId: string): Promise<string[]>;
  /** For how many learners it is, and how much of theirs is open. */
  countsOf(
    scope: CourseScope,
    activityId: string,
  ): Promise<{ readonly learners: number; readonly unfinished: number }>;
}

export type ActivityTypes = Readonly<Record<Activity['type'], ActivityType>>;
