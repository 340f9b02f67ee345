import { signOf } from '../../core/work-sign.ts';
import type { MarkingListView, MarkingWorkView } from '../../contracts/marking.ts';
import type { SectionsWanted } from '../../contracts/sections.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import { type LeasesService, markerOf } from './leases.service.ts';
import {
  canUndo,
  decideFinish,
  decideUndo,
  decideWrite,
  type FinishMark,
  formOf,
  isToSettle,
  leaseEnd,
  type MarkContent,
  type MarkingItem,
  type MarkingRubric,
  type MarkingSource,
  type MarkPart,
  type MarkRefusal,
  type OwnerGroup,
  stateOf,
  whyNot,
} from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import { listView, type Names, type ShownItem, workView } from './marking.views.ts';
import { type Advance, advanceOf, isSeenBy, namingParts, ONCE } from './twice.domain.ts';
import type { TwiceService } from './twice.service.ts';
import type { MarkWriter } from './write-mark.service.ts';

export interface MarkingPorts {
  readonly source: MarkingSource;
  readonly leases: Pick<LeasesService, 'get' | 'giveBack'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly twice: Pick<TwiceService, 'find'>;
  /** Writes the next version of a mark. */
  readonly write: MarkWriter;
  readonly clock: Clock;
}

interface ListQuery {
  readonly after: string | undefined;
  readonly limit: number;
  /** Whether learners stay unknown. */
  readonly hidden: boolean;
  readonly sections: SectionsWanted;
}

/** How a work stands after a finished mark. */
const outcomeOf = (item: Pick<MarkingItem, 'mark' | 'parts'>): 'marked' | 'firstDone' | 'toSettle' => {
  if (isToSettle(item)) return 'toSettle';
  return item.mark?.kind === 'part' ? 'firstDone' : 'marked';
};

const refused = (refusal: MarkRefusal): AppError =>
  new AppError(refusal.reason, 'criterionId' in refusal ? { criterionId: refusal.criterionId } : {});

export type MarkingService = ReturnType<typeof createMarkingService>;

type Groups = ReadonlyMap<string, OwnerGroup>;

/** Reads works for their markers, and keeps drafts and marks. */
export function createMarkingService(store: MarkingStore, ports: MarkingPorts) {
  const { source, leases, course, sections, twice, write, clock } = ports;

  const shownTo = (item: MarkingItem, memberId: string, hidden: boolean, groups: Groups): ShownItem => ({
    item,
    group: groups.get(item.memberId) ?? null,
    sign: signOf(item.id),
    state: stateOf(item, memberId, clock.now()),
    hidden,
  });

  async function namesOf(scope: CourseScope, ids: readonly (string | null | undefined)[]): Promise<Names> {
    const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined);
    const members = wanted.length > 0 ? await course.findMembers(scope, wanted) : [];
    return new Map(members.map(({ id, name }) => [id, name]));
  }

  /** Whose the works of groups are; while hidden, it is not even read. */
  async function groupsOf(
    scope: CourseScope,
    activityId: string,
    { byGroups }: MarkingRubric,
    items: readonly MarkingItem[],
    hidden: boolean,
  ): Promise<Groups> {
    if (hidden || !byGroups || items.length === 0) return new Map();
    return source.groupsOf(
      scope,
      activityId,
      items.map(({ memberId }) => memberId),
    );
  }

  /** Who a work's state names; while hidden, the learner's name is not even read. */
  const peopleOf = ({ memberId, share, lease }: MarkingItem, hidden: boolean, groups: Groups) => [
    ...(hidden ? [] : (groups.get(memberId)?.memberIds ?? [memberId])),
    share,
    lease?.memberId,
  ];

  /** What comes of a judgement; the grade's history names what both said where two have marked. */
  async function finished(
    { scope }: Caller,
    item: MarkingItem,
    judged: MarkPart,
    reason: string,
  ): Promise<Advance> {
    const isOfTwo = item.twice || item.parts.length > 0;
    const { limit } = isOfTwo ? await twice.find(scope, item.activityId) : ONCE;
    const next = advanceOf(item, judged, reason, limit);
    const { mark } = next;
    if (mark.kind !== 'marked' || !mark.parts) return next;
    const names = await namesOf(
      scope,
      mark.parts.map(({ by }) => by),
    );
    return { ...next, mark: { ...mark, reason: namingParts(reason, mark.parts, names) } };
  }

  return {
    /** A page of the works of an activity. @throws AppError NOT_FOUND */
    async list(
      caller: Caller,
      activityId: string,
      { after, limit, hidden, sections: wanted }: ListQuery,
    ): Promise<MarkingListView> {
      const { scope, member } = caller;
      const [rubric, filter] = await Promise.all([
        source.rubric(scope, activityId),
        sections.filterFor(caller, wanted),
      ]);
      const found = await store.list(scope, activityId, after, limit + 1, filter.memberIds);
      const items = found.slice(0, limit);
      const groups = await groupsOf(scope, activityId, rubric, items, hidden);
      const names = await namesOf(
        scope,
        items.flatMap((item) => peopleOf(item, hidden, groups)),
      );
      const next = found.length > limit ? (items.at(-1)?.id ?? null) : null;
      const shown = items.map((item) => shownTo(item, member.id, hidden, groups));
      const can = { excuse: caller.can('grade.override') };
      const activity = { id: activityId, title: rubric.title };
      return listView(activity, shown, next, hidden, filter.view, names, can);
    },

    /** One work, for its marker; four round trips. @throws AppError NOT_FOUND */
    async work(
      caller: Caller,
      activityId: string,
      workId: string,
      hidden: boolean,
    ): Promise<MarkingWorkView> {
      const { scope, member } = caller;
      const [rubric, whole] = await Promise.all([
        source.rubric(scope, activityId),
        store.findWhole(scope, activityId, workId, source.workLookup),
      ]);
      if (!whole) throw new AppError('NOT_FOUND', { kind: 'work' });
      const { item, earlier, work, previousId, nextId } = whole;
      const versions = [...(item.mark ? [item.mark] : []), ...earlier];
      const history = versions.filter((mark) => isSeenBy(mark, item, member.id));
      const people = history.flatMap((mark) => [
        mark.by,
        ...(mark.kind === 'marked' ? (mark.parts ?? []).map(({ by }) => by) : []),
      ]);
      const toSettle = isToSettle(item) ? item.parts : [];
      const groups = await groupsOf(scope, activityId, rubric, [item], hidden);
      const names = await namesOf(scope, [
        ...peopleOf(item, hidden, groups),
        ...people,
        ...toSettle.map(({ by }) => by),
      ]);
      const marker = markerOf(caller);
      const shown = shownTo(item, member.id, hidden, groups);
      return workView({
        shown,
        activityId,
        rubric,
        work,
        form: formOf(item, member.id),
        history,
        toSettle,
        previousId,
        nextId,
        names,
        can: {
          mark: whyNot(item, marker, clock.now()) === null && work !== null,
          undo: shown.state !== 'taken' && canUndo(item, marker),
        },
      });
    },

    /** Keeps an unfinished mark, and the work for longer. @throws AppError NOT_FOUND, WORK_TAKEN, STALE_REVISION */
    async saveDraft(
      caller: Caller,
      activityId: string,
      workId: string,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const { scope, member } = caller;
      const item = await leases.get(scope, activityId, workId);
      const now = clock.now();
      const refusal = decideWrite(item, expectedRevision, markerOf(caller), now);
      if (refusal) throw refused(refusal);
      const draft = { ...content, by: member.id, at: now };
      if (!(await store.saveDraft(scope, item, draft, now, leaseEnd(now))))
        throw new AppError('STALE_REVISION');
      return { revision: item.revision + 1, savedAt: now.toISOString() };
    },

    /**
     * Finishes a mark and gives the work back. The grade follows by the mark's event.
     *
     * @throws AppError NOT_FOUND, WORK_TAKEN, SAME_MARKER, LEAD_SETTLES, STALE_REVISION, RATING_MISSING,
     *   RATING_OUT_OF_RANGE
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
      const decision = decideFinish(item, criteria, work.version, command, markerOf(caller), now);
      if (decision.type === 'refuse') throw refused(decision);
      const { judged } = decision;
      const { points, maximum } = judged;
      if (decision.type === 'repeated') {
        await store.giveBack(scope, activityId, workId, member.id);
        return { revision: item.revision, points, maximum, state: outcomeOf(item) };
      }
      const next = await finished(caller, item, judged, command.reason);
      await write(caller, item, next, now);
      return { revision: item.revision + 1, points, maximum, state: outcomeOf(next) };
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
      const decision = decideUndo(item, command, markerOf(caller), now);
      if (decision.type === 'refuse') throw refused(decision);
      if (decision.type === 'unchanged') return { revision: item.revision };
      await write(caller, item, { mark: decision.mark, parts: [] }, now);
      return { revision: item.revision + 1 };
    },
  };
}
