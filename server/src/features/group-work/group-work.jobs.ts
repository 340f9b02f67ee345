import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import { type SettleService, type Waiting, waitingIn } from './settle.service.ts';

const SETTLE = 'group-work.settle';

/** Defines the job that looks at a copy when its deadline has passed. @returns what follows events to ask for it */
export function defineSettleJob(jobs: Pick<Jobs, 'define' | 'enqueue'>, service: SettleService) {
  jobs.define(SETTLE, async (payload) => {
    const again = await service.settle(payload as unknown as Waiting);
    return again === null ? DONE : { type: 'again', at: again };
  });
  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const waiting of waitingIn(events)) {
      const { activityId, groupId, n, version } = waiting;
      await jobs.enqueue({
        type: SETTLE,
        key: `${activityId}/${groupId}/${n}/${version}`,
        payload: { ...waiting },
      });
    }
  };
}
