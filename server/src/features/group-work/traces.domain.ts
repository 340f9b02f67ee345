import type { CourseScope } from '../../core/course-scope.ts';

/** Something that was done in the room of a group. */
export interface Trace {
  readonly groupId: string;
  /** `other`: that something happened, of nobody in particular. */
  readonly kind: 'text' | 'tasks' | 'meetings' | 'comments' | 'files' | 'other';
  readonly at: Date;
  /** Who did it; of several, each did. */
  readonly memberIds: readonly string[];
  /** The milestone that it was said to be for; null: nothing was said. */
  readonly n: number | null;
  /** Characters of a text; 1 of anything else. */
  readonly amount: number;
  /** The file, of `files`: it may be handed in too. */
  readonly fileId?: string;
}

/** What some groups of a project have done: round trips of a number that does not grow with them. */
export type TraceSource = (
  scope: CourseScope,
  activityId: string,
  groupIds: readonly string[],
) => Promise<readonly Trace[]>;
