import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import {
  type Bulk,
  type BulkDecision,
  type BulkRefusal,
  type BulkResult,
  decideBulk,
  decideBulkUndo,
  type OwnMeasure,
} from './bulk.domain.ts';
import { calledIn } from './bulk.service.ts';
import type { BulkStore } from './bulk.store.ts';
import type { BulkWorks, WorksFinder } from './bulk-works.service.ts';
import type { Mark, MarkingItem } from './marking.domain.ts';

export interface RunBulkPorts {
  readonly finder: WorksFinder;
  readonly bulks: BulkStore;
  readonly clock: Clock;
}

/** Works between two notes of how far it is. */
const AT_ONCE = 20;

type Outcome = BulkResult['outcome'];

export type RunBulkService = ReturnType<typeof createRunBulkService>;

/** Carries bulk acts out, and takes them back: one work that stays as it is keeps none of the others back. */
export function createRunBulkService({ finder, bulks, clock }: RunBulkPorts) {
  /** Whether this act has made a version of the work: then it is done, whatever came after. */
  async function isDone(
    scope: CourseScope,
    works: BulkWorks,
    bulk: Bulk,
    item: MarkingItem,
  ): Promise<boolean> {
    const isOfBulk = (one: Mark | null): boolean => one?.bulk === bulk.id;
    const { mark } = item;
    return isOfBulk(mark) || (mark !== null && (await works.listEarlier(scope, item)).some(isOfBulk));
  }

  async function carryOut(
    scope: CourseScope,
    bulk: Bulk,
    item: MarkingItem,
    expectedRevision: number,
    { works, measure }: Awaited<ReturnType<WorksFinder['ofActivity']>>,
    name: string,
    own: OwnMeasure | undefined,
  ): Promise<Outcome> {
    if (item.revision !== expectedRevision)
      return (await isDone(scope, works, bulk, item)) ? 'changed' : 'STALE_REVISION';
    const isZero = bulk.act.kind === 'zero';
    const workVersion = own?.workVersion ?? (isZero ? await works.versionOf(scope, item) : 0);
    const now = clock.now();
    const decision = decideBulk(bulk.act, { item, name, workVersion }, own?.measure ?? measure, {
      by: { id: bulk.by, isLead: bulk.isLead },
      at: now,
      reason: bulk.reason,
      bulk: bulk.id,
    });
    return apply(scope, works, bulk, item, decision, now);
  }

  async function takeBack(
    scope: CourseScope,
    works: BulkWorks,
    bulk: Bulk,
    item: MarkingItem,
  ): Promise<Outcome> {
    const now = clock.now();
    const decision = decideBulkUndo(item, await works.listEarlier(scope, item), {
      by: { id: bulk.by, isLead: bulk.isLead },
      at: now,
      reason: bulk.undoReason ?? bulk.reason,
      bulk: bulk.id,
    });
    return apply(scope, works, bulk, item, decision, now);
  }

  async function apply(
    scope: CourseScope,
    { write }: BulkWorks,
    { actor, requestId }: Bulk,
    item: MarkingItem,
    decision: BulkDecision,
    now: Date,
  ): Promise<Outcome> {
    if (decision.type === 'refuse') return decision.reason;
    if (decision.type === 'unchanged') return 'unchanged';
    try {
      await write({ scope, actor, requestId }, item, { mark: decision.mark, parts: item.parts }, now);
      return 'changed';
    } catch (error) {
      if (error instanceof AppError && error.code === 'STALE_REVISION')
        return 'STALE_REVISION' satisfies BulkRefusal;
      throw error;
    }
  }

  /** Does again what a crash has broken off: what is done is known by its version. */
  return async (scope: CourseScope, activityId: string, bulkId: string): Promise<void> => {
    const bulk = await bulks.find(scope, activityId, bulkId);
    if (!bulk || bulk.state === 'done' || bulk.state === 'undone') return;
    const isUndo = bulk.state === 'undoing';
    const kind = await finder.ofActivity(scope, activityId);
    const results: BulkResult[] = [];
    for (let start = 0; start < bulk.works.length; start += AT_ONCE) {
      const works = bulk.works.slice(start, start + AT_ONCE);
      const isNamed = !bulk.hidden && !isUndo;
      const ids = works.map(({ workId }) => workId);
      const { items, names, own } = await kind.works.find(scope, activityId, ids, !isNamed);
      const byId = new Map(items.map((item) => [item.id, item]));
      for (const { workId, expectedRevision } of works) {
        const item = byId.get(workId);
        const outcome = !item
          ? 'NOT_FOUND'
          : isUndo
            ? await takeBack(scope, kind.works, bulk, item)
            : await carryOut(
                scope,
                bulk,
                item,
                expectedRevision,
                kind,
                calledIn(item, bulk.hidden, names),
                own?.get(workId),
              );
        results.push({ workId, outcome });
      }
      await bulks.note(bulk, bulk.state, results);
    }
    await bulks.note(bulk, isUndo ? 'undone' : 'done', results);
  };
}
