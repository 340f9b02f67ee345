import type { TraceSource } from '../group-work/index.ts';
import type { DecisionStore } from './decision-log.store.ts';

/** When groups have last decided something. */
export const createDecisionTraces =
  (store: Pick<DecisionStore, 'lastOf'>): TraceSource =>
  async (scope, activityId, groupIds) => {
    const last = await store.lastOf(scope, activityId, groupIds);
    return last.map((one) => ({ ...one, kind: 'other', memberIds: [], n: null, amount: 1 }));
  };
