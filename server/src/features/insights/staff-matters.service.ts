import type { WaitingItemView } from '../../contracts/insights.ts';
import type { Clock } from '../../core/clock.ts';
import { STAFF } from './matter.domain.ts';
import type { WaitingItem, WaitingSource } from './waiting.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** What is kept as waiting for staff, as a part of the queue. */
export const createStaffMatters = (store: WaitingStore, clock: Clock): WaitingSource => ({
  name: 'matter',
  async list(scope, { after, limit }): Promise<WaitingItem[]> {
    const found = await store.listEndless(scope, STAFF, after, clock.now(), limit);
    return found.map(({ key, activityId, code, params, since, until }) => ({
      key,
      activityId,
      waitsFor: 'staff',
      because: { code: code as WaitingItemView['because']['code'], params: { ...params } },
      since,
      until,
      nextAction: null,
    }));
  },
});
