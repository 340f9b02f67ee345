import type { ReminderTask } from '../../contracts/notices.ts';

/** Staff's wish that those who lack a task be reminded of it. */
export interface Reminder {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly task: ReminderTask;
  /** Whom staff chose; null: everybody who lacks the task. */
  readonly memberIds: readonly string[] | null;
  /** The member who asked. */
  readonly by: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
  readonly reminded: number | null;
}
