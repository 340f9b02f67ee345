import type { CourseService } from '../course/index.ts';
import type { WaitingSource } from '../insights/index.ts';
import type { DisputeStore } from './disputes.store.ts';

/** The disputes that wait for an answer, as the facilitator queue lists them. */
export const createWaitingDisputes = (
  store: Pick<DisputeStore, 'listWaiting'>,
  course: Pick<CourseService, 'findMembers'>,
): WaitingSource => ({
  name: 'dispute',
  async list(scope, { after, limit }) {
    const found = await store.listWaiting(scope, after && { at: after.since, id: after.key }, limit);
    const members = await course.findMembers(
      scope,
      found.map(({ memberId }) => memberId),
    );
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return found.map(({ id, activityId, memberId, openedAt, answerBy }) => {
      const name = names.get(memberId) ?? null;
      return {
        key: id,
        waitsFor: 'staff',
        because: { code: 'DISPUTE_WAITS', params: { activityId, ...(name !== null && { name }) } },
        since: openedAt,
        until: answerBy,
        // It takes reading: the client leads to the activity's disputes.
        nextAction: null,
      };
    });
  },
});
