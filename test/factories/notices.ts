import type { Notice } from '../../server/src/features/notices/notices.domain.ts';

/** An open notice of two works to review, until the end of March 2027. */
export const buildNotice = (overrides: Partial<Notice> = {}): Notice => ({
  id: 'notice',
  courseId: 'course',
  memberId: 'member',
  activityId: 'activity',
  title: 'Essay',
  content: { kind: 'workToReview', works: 2 },
  key: 'allocation/run',
  task: 'activity/review',
  at: new Date('2027-03-01T12:00:00Z'),
  until: new Date('2027-03-31T12:00:00Z'),
  unread: true,
  state: 'open',
  ...overrides,
});
