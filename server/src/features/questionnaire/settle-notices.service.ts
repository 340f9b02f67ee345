import type { CourseScope } from '../../core/course-scope.ts';

/** Settles what asks some members for a task. */
type Settle = (
  scope: CourseScope,
  activityId: string,
  task: 'answer',
  memberIds: readonly string[],
) => Promise<void>;

/** What takes back what asks for answers; notices are made after what they tell of, so it is registered later. */
export function createNoticeSettling() {
  let settle: Settle | null = null;
  return {
    /** Before `start`. */
    use(settling: Settle): void {
      settle = settling;
    },
    async settleNotices(scope: CourseScope, questionnaireId: string, memberId: string): Promise<void> {
      await settle?.(scope, questionnaireId, 'answer', [memberId]);
    },
  };
}
