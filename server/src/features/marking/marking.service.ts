import type { MarkingListView, MarkingWorkView } from '../../contracts/marking.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { LeasesService } from './leases.service.ts';
import {
  decideFinish,
  decideUndo,
  decideWrite,
  type FinishMark,
  formOf,
  leaseEnd,
  type Mark,
  type MarkContent,
  type MarkingItem,
  type MarkingSource,
  type MarkRefusal,
  signOf,
  stateOf,
} from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import { listView, type Names, type ShownItem, workView } from './marking.views.ts';

export interface MarkingPorts {
  readonly source: MarkingSource;
  readonly leases: Pick<LeasesService, 'get' | 'giveBack'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

const refused = (refusal: MarkRefusal): AppError =>
  new AppError(refusal.reason, 'criterionId' in refusal ? { criterionId: refusal.criterionId } : {});

export type MarkingService = ReturnType<typeof createMarkingService>;

/** Reads works for their markers, and keeps drafts and marks. */
export function createMarkingService(store: MarkingStore, ports: MarkingPorts) {
  const { source, leases, course, clock, eventsWritten } = ports;

  const shownTo = (item: MarkingItem, memberId: string, hidden: boolean): ShownItem => ({
    item,
    sign: signOf(item.id),
    state: stateOf(item, memberId, clock.now()),
    hidden,
  });

  async function namesOf(scope: CourseScope, ids: readonly (string | null | undefined)[]): Promise<Names> {
    const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined);
    const members = wanted.length > 0 ? await course.findMembers(scope, wanted) : [];
    return new Map(members.map(({ id, name }) => [id, name]));
  }

  /** Who a work's state names; while hidden, the learner's name is not even read. */
  const peopleOf = ({ memberId, share, lease }: MarkingItem, hidden: boolean) => [
    hidden ? null : memberId,
    share,
    lease?.memberId,
  ];

  /** Writes the next version of a mark with its event. @throws AppError STALE_REVISION when somebody was faster */
  async function advance(caller: Caller, item: MarkingItem, mark: Mark, now: Date): Promise<void> {
    const { scope, actor, requestId } = caller;
    const event = makeEvent({
      type: mark.kind === 'marked' ? 'work.marked' : 'work.markUndone',
      at: now,
      actor,
      courseId: scope.courseId,
      subject: { kind: 'work', id: item.id },
      requestId,
      data: {
        activityId: item.activityId,
        memberId: item.memberId,
        n: mark.n,
        ...(mark.kind === 'marked' && { points: mark.points, maximum: mark.maximum }),
      },
    });
    if (!(await store.advance(scope, item, mark, now, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    /** A page of the works of an activity. @throws AppError NOT_FOUND */
    async list(
      { scope, member }: Caller,
      activityId: string,
      after: string | undefined,
      limit: number,
      hidden: boolean,
    ): Promise<MarkingListView> {
      const [{ title }, found] = await Promise.all([
        source.rubric(scope, activityId),
        store.list(scope, activityId, after, limit + 1),
      ]);
      const items = found.slice(0, limit);
      const names = await namesOf(
        scope,
        items.flatMap((item) => peopleOf(item, hidden)),
      );
      const next = found.length > limit ? (items.at(-1)?.id ?? null) : null;
      const shown = items.map((item) => shownTo(item, member.id, hidden));
      return listView({ id: activityId, title }, shown, next, hidden, names);
    },

    /** One work, for its marker. @throws AppError NOT_FOUND */
    async work(
      { scope, member }: Caller,
      activityId: string,
      workId: string,
      hidden: boolean,
    ): Promise<MarkingWorkView> {
      const [rubric, item, neighbours, earlier] = await Promise.all([
        source.rubric(scope, activityId),
        leases.get(scope, activityId, workId),
        store.neighbours(scope, activityId, workId),
        store.listEarlier(scope, workId),
      ]);
      const history = (item.mark ? [item.mark] : []).concat(
        earlier.filter(({ n }) => n < (item.mark?.n ?? 0)),
      );
      const [work, names] = await Promise.all([
        source.readWork(scope, activityId, item.memberId),
        namesOf(scope, [...peopleOf(item, hidden), ...history.map(({ by }) => by)]),
      ]);
      const shown = shownTo(item, member.id, hidden);
      const isFree = shown.state !== 'taken';
      return workView({
        shown,
        activityId,
        rubric,
        work,
        form: formOf(item, member.id),
        history,
        ...neighbours,
        names,
        can: { mark: isFree && work !== null, undo: isFree && item.mark?.kind === 'marked' },
      });
    },

    /** Keeps an unfinished mark, and the work for longer. @throws AppError NOT_FOUND, WORK_TAKEN, STALE_REVISION */
    async saveDraft(
      { scope, member }: Caller,
      activityId: string,
      workId: string,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const item = await leases.get(scope, activityId, workId);
      const now = clock.now();
      const refusal = decideWrite(item, expectedRevision, member.id, now);
      if (refusal) throw refused(refusal);
      const draft = { ...content, by: member.id, at: now };
      if (!(await store.saveDraft(scope, item, draft, now, leaseEnd(now))))
        throw new AppError('STALE_REVISION');
      return { revision: item.revision + 1, savedAt: now.toISOString() };
    },

    /**
     * Finishes a mark and gives the work back. The grade follows by the mark's event.
     *
     * @throws AppError NOT_FOUND, WORK_TAKEN, STALE_REVISION, RATING_MISSING, RATING_OUT_OF_RANGE
     */
    async finish(caller: Caller, activityId: string, workId: string, command: FinishMark) {
      const { scope, member } = caller;
      const [{ criteria }, item] = await Promise.all([
        source.rubric(scope, activityId),
        leases.get(scope, activityId, workId),
      ]);
      const work = await source.readWork(scope, activityId, item.memberId);
      if (!work) throw new AppError('NOT_FOUND', { kind: 'work' });
      const now = clock.now();
      const decision = decideFinish(item, criteria, work.version, command, member.id, now);
      if (decision.type === 'refuse') throw refused(decision);
      const { points, maximum } = decision.mark;
      if (decision.type === 'repeated') {
        await store.giveBack(scope, activityId, workId, member.id);
        return { revision: item.revision, points, maximum };
      }
      await advance(caller, item, decision.mark, now);
      return { revision: item.revision + 1, points, maximum };
    },

    /** Takes the newest mark back. @throws AppError NOT_FOUND, WORK_TAKEN, STALE_REVISION */
    async undo(
      caller: Caller,
      activityId: string,
      workId: string,
      command: { readonly expectedRevision: number; readonly reason: string },
    ): Promise<{ revision: number }> {
      const item = await leases.get(caller.scope, activityId, workId);
      const now = clock.now();
      const decision = decideUndo(item, command, caller.member.id, now);
      if (decision.type === 'refuse') throw refused(decision);
      if (decision.type === 'unchanged') return { revision: item.revision };
      await advance(caller, item, decision.mark, now);
      return { revision: item.revision + 1 };
    },
  };
}
