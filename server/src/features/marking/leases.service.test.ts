import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createIndexes, openTestDatabase } from '../../../../test/factories/database.ts';
import { buildScope } from '../../../../test/factories/peer-review.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { createLeasesService, type LeasesService } from './leases.service.ts';
import { LEASE_MINUTES, type MarkingSource, type WorkToMark } from './marking.domain.ts';
import { createMarkingService, type MarkingService } from './marking.service.ts';
import { createMarkingStore, type MarkingStore } from './marking.store.ts';
import { ONCE } from './twice.domain.ts';
import { createMarkWriter } from './write-mark.service.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: MarkingStore;
let leases: LeasesService;
let marking: MarkingService;
const worksOf = new Map<string, WorkToMark[]>();
const clock = { time: Date.parse('2027-03-01T10:00:00Z'), now: () => new Date(clock.time) };
const minutes = (count: number): void => void (clock.time += count * 60_000);

/** Works that lie ready, with a rubric of one criterion. */
const source: MarkingSource = {
  rubric: async () => ({
    title: 'Essay',
    byGroups: false,
    criteria: [{ id: 'all', title: 'All', description: '', points: 10 }],
    column: { id: 'column', maximum: 10, decimals: 2, rounding: 'nearest' },
  }),
  listWorks: async (_scope, activityId) => worksOf.get(activityId) ?? [],
  sharersOf: async (_scope, _activityId, memberId) => [memberId],
  readWork: async () => ({
    version: 1,
    text: emptyRichText(),
    files: [],
    links: [],
    submittedAt: clock.now(),
  }),
  groupsOf: async () => new Map(),
  workLookup: { stages: () => [], take: (row) => ({ row, work: null }) },
};

beforeAll(async () => {
  database = await openTestDatabase();
  store = createMarkingStore(database.connection);
  leases = createLeasesService(store, source, clock);
  const course = { findMembers: async () => [] };
  const write = createMarkWriter(store, () => undefined);
  const twice = { find: async () => ONCE };
  const all = { view: { mine: 0, shown: 'all', people: null }, memberIds: null, setId: null } as const;
  const sections = { filterFor: async () => all };
  marking = createMarkingService(store, { source, leases, course, sections, twice, write, clock });
  await createIndexes(database.connection);
});
afterAll(() => database.close());

/** An activity of a course of its own with so many works. */
function activityWith(count: number): { scope: CourseScope; activityId: string } {
  const activityId = newId();
  worksOf.set(
    activityId,
    Array.from({ length: count }, () => ({ id: newId(), memberId: newId() })),
  );
  return { scope: buildScope(), activityId };
}

function markerIn(scope: CourseScope, id: string): Caller {
  return {
    scope,
    member: { id, role: 'assistant', readOnly: false, testUser: false, name: id },
    launchId: 'launch',
    requestId: 'request',
    actor: { kind: 'member', memberId: id, role: 'assistant' },
    can: () => true,
  };
}

const finish = (caller: Caller, activityId: string, workId: string, expectedRevision = 0) =>
  marking.finish(caller, activityId, workId, {
    ratings: [{ criterionId: 'all', points: 7 }],
    comment: emptyRichText(),
    reason: 'Marked.',
    expectedRevision,
  });

describe('two who mark at once', () => {
  test('never get the same of three hundred works, and together get all', async () => {
    const { scope, activityId } = activityWith(300);
    const marked: string[] = [];
    /** Some of whose claims are sent twice, as by an impatient click. */
    async function work(name: string): Promise<void> {
      const marker = markerIn(scope, name);
      for (;;) {
        const [{ workId }, again] = await Promise.all([
          leases.claimNext(marker, activityId),
          ...(marked.length % 5 === 0 ? [leases.claimNext(marker, activityId)] : []),
        ]);
        if (workId === null) return;
        marked.push(workId);
        await finish(marker, activityId, workId);
        if (again?.workId && again.workId !== workId) await leases.giveBack(marker, activityId, again.workId);
      }
    }
    await Promise.all([work('amal'), work('bo')]);
    expect(new Set(marked).size).toBe(300);
    expect(marked).toHaveLength(300);
  }, 120_000);

  test('who is told that a work is taken can take it when it is given back', async () => {
    const { scope, activityId } = activityWith(1);
    const [amal, bo] = [markerIn(scope, 'amal'), markerIn(scope, 'bo')];
    const { workId } = await leases.claimNext(amal, activityId);
    if (workId === null) throw new Error('nothing to mark');
    expect(await leases.claimNext(bo, activityId)).toEqual({ workId: null });
    await expect(leases.take(bo, activityId, workId)).rejects.toMatchObject({ code: 'WORK_TAKEN' });
    expect(await leases.giveBack(bo, activityId, workId)).toEqual({ givenBack: false });
    expect(await leases.giveBack(amal, activityId, workId)).toEqual({ givenBack: true });
    await leases.take(bo, activityId, workId);
    await expect(finish(amal, activityId, workId)).rejects.toMatchObject({ code: 'WORK_TAKEN' });
  });

  test('whoever comes back to marking gets the work that they hold', async () => {
    const { scope, activityId } = activityWith(5);
    const amal = markerIn(scope, 'amal');
    expect(await leases.claimNext(amal, activityId)).toEqual(await leases.claimNext(amal, activityId));
  });
});

test('the work of an assistant who vanished is anybody’s again after half an hour, not a moment before', async () => {
  const { scope, activityId } = activityWith(1);
  const [amal, bo] = [markerIn(scope, 'amal'), markerIn(scope, 'bo')];
  const { workId } = await leases.claimNext(amal, activityId);
  if (workId === null) throw new Error('nothing to mark');
  minutes(20);
  await marking.saveDraft(amal, activityId, workId, { ratings: [], comment: emptyRichText() }, 0);
  minutes(LEASE_MINUTES - 1);
  expect(await leases.claimNext(bo, activityId)).toEqual({ workId: null });
  minutes(1);
  expect(await leases.claimNext(bo, activityId)).toEqual({ workId });
  // She comes back: what she has written is nobody's mark.
  await expect(
    marking.saveDraft(amal, activityId, workId, { ratings: [], comment: emptyRichText() }, 1),
  ).rejects.toMatchObject({ code: 'WORK_TAKEN' });
});

test('the own share comes first, then what is in nobody’s, then help for colleagues', async () => {
  const { scope, activityId } = activityWith(3);
  const amal = markerIn(scope, 'amal');
  await leases.gather(scope, activityId);
  const [first, second, third] = (await store.listUnmarked(scope, activityId)).map(({ id }) => id).sort();
  if (!first || !second || !third) throw new Error('three works are missing');
  const shares = new Map([
    ['bo', [first]],
    ['amal', [third]],
  ]);
  await store.setShares(scope, activityId, shares, { of: 'all', bySection: false });
  const order: (string | null)[] = [];
  for (let next = await leases.claimNext(amal, activityId); next.workId;) {
    order.push(next.workId);
    await finish(amal, activityId, next.workId);
    next = await leases.claimNext(amal, activityId);
  }
  expect(order).toEqual([third, second, first]);
});

test('another course’s work is not found', async () => {
  const { scope, activityId } = activityWith(1);
  const { workId } = await leases.claimNext(markerIn(scope, 'amal'), activityId);
  const stranger = markerIn(buildScope(), 'amal');
  for (const call of [leases.take, leases.giveBack])
    await expect(call(stranger, activityId, workId ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

type Step =
  | { readonly do: 'claim' | 'renew' | 'finish' | 'giveBack'; readonly who: 'amal' | 'bo' | 'cy' }
  | { readonly do: 'wait'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('claim', 'claim', 'renew', 'finish', 'giveBack'),
    who: fc.constantFrom('amal', 'bo', 'cy'),
  }),
  fc.record({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: LEASE_MINUTES + 5 }) }),
);

test('in whatever order people claim, renew, finish, give back and vanish, a work has one marker at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { scope, activityId } = activityWith(4);
      /** What people believe to hold, and until when that is so. */
      const held = new Map<string, { who: string; until: number }>();
      const marked = new Set<string>();
      const holding = (who: string) =>
        [...held].find(([, one]) => one.who === who && one.until > clock.time)?.[0];
      const hold = (workId: string, who: string) =>
        held.set(workId, { who, until: clock.time + LEASE_MINUTES * 60_000 });
      for (const next of steps) {
        if (next.do === 'wait') {
          minutes(next.minutes);
          continue;
        }
        const marker = markerIn(scope, next.who);
        const own = holding(next.who);
        if (next.do === 'claim') {
          const { workId } = await leases.claimNext(marker, activityId);
          const isFree = (id: string) => !marked.has(id) && !((held.get(id)?.until ?? 0) > clock.time);
          const free = (worksOf.get(activityId) ?? []).filter(({ id }) => isFree(id));
          expect(workId === null).toBe(own === undefined && free.length === 0);
          if (workId === null) continue;
          expect(own === undefined ? isFree(workId) : workId === own).toBe(true);
          hold(workId, next.who);
        } else if (own !== undefined && next.do === 'renew') {
          await leases.take(marker, activityId, own);
          hold(own, next.who);
        } else if (own !== undefined && next.do === 'giveBack') {
          await leases.giveBack(marker, activityId, own);
          held.delete(own);
        } else if (own !== undefined) {
          await finish(marker, activityId, own);
          held.delete(own);
          marked.add(own);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
