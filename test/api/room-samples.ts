/** What requests to the rooms of groups look like, for tests that walk all routes. */
import { newId } from '../../server/src/core/ids.ts';
import { buildDecision, buildMeeting, buildTask } from '../factories/group-work.ts';

const AT = '/group-work/:activityId/groups/:groupId';

export const ROOM_BODIES: Record<string, () => unknown> = {
  [`put ${AT}/decisions/:decisionId`]: () => buildDecision(),
  [`put ${AT}/meetings/:meetingId`]: () => buildMeeting(),
  [`put ${AT}/meetings/:meetingId/cancelled`]: () => ({ cancelled: true, expectedRevision: 1 }),
  [`put ${AT}/meetings/:meetingId/notes`]: () => ({ text: 'x', expectedRevision: 0 }),
  [`put ${AT}/meetings/:meetingId/attendance/:memberId`]: () => ({ was: 'present' }),
  [`put ${AT}/files/:entryId`]: () => ({ fileId: newId(), expectedVersion: 0 }),
  [`put ${AT}/files/:entryId/deleted`]: () => ({ deleted: true }),
  [`put ${AT}/places/:kind`]: () => ({ url: 'https://miro.com/app/board/x=/', expectedRevision: 0 }),
  'put /group-work/:activityId/groups/:groupId/tasks/:taskId': () => buildTask(),
  'put /group-work/:activityId/groups/:groupId/tasks/:taskId/place': () => ({
    state: 'done',
    after: null,
    expectedRevision: 1,
  }),
  'put /group-work/:activityId/groups/:groupId/tasks/:taskId/deleted': () => ({
    deleted: true,
    expectedRevision: 1,
  }),
};
