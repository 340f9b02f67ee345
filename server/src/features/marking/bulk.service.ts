import { signOf } from '../../core/work-sign.ts';
import type { BulkPreviewView, BulkView } from '../../contracts/marking-bulk.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Bulk, BulkAct, FoundWorks } from './bulk.domain.ts';
import { commentOf, decideBulk } from './bulk.domain.ts';
import type { BulkStore } from './bulk.store.ts';
import { bulkView, previewView } from './bulk.views.ts';
import { markerOf } from './leases.service.ts';
import type { WorksFinder } from './bulk-works.service.ts';
import type { MarkingItem } from './marking.domain.ts';

export interface BulkPorts {
  readonly finder: WorksFinder;
  readonly bulks: BulkStore;
  readonly clock: Clock;
  /** Has the act carried out, or taken back, by a job. */
  readonly request: (scope: CourseScope, activityId: string, bulkId: string) => Promise<void>;
}

export interface StartBulk extends Pick<Bulk, 'act' | 'hidden' | 'works' | 'reason'> {
  readonly id: string;
}

/** Anything but 0, which stands for a work that is there no more: a preview reads no works. */
const SOME_VERSION = 1;

/** How a learner is called in a comment. */
export const calledIn = (
  item: MarkingItem,
  hidden: boolean,
  names: ReadonlyMap<string, string | null>,
): string => (hidden ? signOf(item.id) : (names.get(item.memberId) ?? signOf(item.id)));

export type BulkService = ReturnType<typeof createBulkService>;

/** Staff do one thing to many works: previewed, carried out by a job, taken back. */
export function createBulkService({ finder, bulks, clock, request }: BulkPorts) {
  /** Excusing is more than marking: it takes the right to decide about grades. @throws AppError FORBIDDEN */
  function requireRight(caller: Caller, act: BulkAct): void {
    if (act.kind === 'excuse' && !caller.can('grade.override')) throw new AppError('FORBIDDEN');
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, NOTHING_RATED where there is no rubric to give no points by */
  async function worksFor({ scope }: Caller, activityId: string, act: BulkAct) {
    const found = await finder.ofActivity(scope, activityId);
    if (act.kind === 'zero' && found.measure.maximum === 0) throw new AppError('NOTHING_RATED');
    return found;
  }

  async function viewOf(caller: Caller, bulk: Bulk): Promise<BulkView> {
    const { scope, member } = caller;
    const refused = bulk.results.flatMap(({ workId, outcome }) =>
      outcome === 'changed' || outcome === 'unchanged' ? [] : [workId],
    );
    const found: FoundWorks =
      refused.length > 0
        ? await finder.some(scope, bulk.activityId, refused, bulk.hidden)
        : { items: [], names: new Map() };
    const isTheirs = bulk.by === member.id || caller.can('marking.divide');
    return bulkView(bulk, found, { undo: isTheirs && bulk.state === 'done' });
  }

  /** @throws AppError NOT_FOUND */
  async function get(scope: CourseScope, activityId: string, bulkId: string): Promise<Bulk> {
    const bulk = await bulks.find(scope, activityId, bulkId);
    if (!bulk) throw new AppError('NOT_FOUND', { kind: 'bulk' });
    return bulk;
  }

  return {
    /** What an act would do to each work; four round trips. @throws AppError NOT_FOUND, FORBIDDEN, NOTHING_RATED */
    async preview(
      caller: Caller,
      activityId: string,
      act: BulkAct,
      hidden: boolean,
      workIds: readonly string[],
    ): Promise<BulkPreviewView> {
      requireRight(caller, act);
      const { works, measure } = await worksFor(caller, activityId, act);
      const { items, names, own } = await works.find(caller.scope, activityId, workIds, hidden);
      const step = { by: markerOf(caller), at: clock.now(), reason: '', bulk: '' };
      const rows = items.map((item) => {
        const name = calledIn(item, hidden, names);
        const apart = own?.get(item.id);
        const work = { item, name, workVersion: apart?.workVersion ?? SOME_VERSION };
        const decision = decideBulk(act, work, apart?.measure ?? measure, step);
        const after = decision.type === 'change' && decision.mark.kind === 'marked' ? decision.mark : null;
        const comment = act.kind === 'comment' && after ? commentOf(act.text, after, name) : null;
        return { item, decision, comment, part: apart?.part ?? null };
      });
      return previewView(rows, hidden, names);
    },

    /** The same call again changes nothing. @throws AppError NOT_FOUND, FORBIDDEN, NOTHING_RATED */
    async start(
      caller: Caller,
      activityId: string,
      { id, act, hidden, works, reason }: StartBulk,
    ): Promise<BulkView> {
      requireRight(caller, act);
      const { scope, actor, requestId } = caller;
      await worksFor(caller, activityId, act);
      const { id: by, isLead } = markerOf(caller);
      const bulk: Bulk = {
        id,
        courseId: scope.courseId,
        activityId,
        by,
        isLead,
        actor,
        requestId,
        act,
        hidden,
        works,
        reason,
        undoReason: null,
        state: 'running',
        results: [],
      };
      const inserted = await bulks.insert(bulk);
      // Asked for again, too: the request before may have ended between the two.
      const current = inserted ? bulk : await get(scope, activityId, id);
      if (current.state === 'running') await request(scope, activityId, id);
      return viewOf(caller, current);
    },

    /** @throws AppError NOT_FOUND */
    read: async (caller: Caller, activityId: string, bulkId: string): Promise<BulkView> =>
      viewOf(caller, await get(caller.scope, activityId, bulkId)),

    /** The same call again changes nothing. @throws AppError NOT_FOUND, FORBIDDEN */
    async undo(caller: Caller, activityId: string, bulkId: string, reason: string): Promise<BulkView> {
      const { scope, member } = caller;
      const bulk = await get(scope, activityId, bulkId);
      if (bulk.by !== member.id && !caller.can('marking.divide')) throw new AppError('FORBIDDEN');
      await bulks.beginUndo(bulk, reason);
      const current = await get(scope, activityId, bulkId);
      if (current.state === 'undoing') await request(scope, activityId, bulkId);
      return viewOf(caller, current);
    },
  };
}
