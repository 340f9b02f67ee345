/** What waits for staff, of every feature that knows of something, and what staff do with it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { rosterEntry } from '../../../../test/factories/fake-roster.ts';
import { countsAt } from '../../../../test/factories/matters.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import { OpenDispute, WithdrawDispute } from '../../contracts/disputes.ts';
import { RetryColumn, RetryScore } from '../../contracts/gradebook.ts';
import {
  ActOnMatter,
  GetQueue,
  GetQueueOverview,
  GetQueueStaff,
  type QueueAct,
  type WaitingItemView,
} from '../../contracts/insights.ts';
import { ReadRoster } from '../../contracts/roster.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId, resourceLinkIdOf } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';

let world: PeerReviewWorld;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

const waitingIn = ({ scope: { courseId } }: Classroom) =>
  world.connection.collection('waiting').find({ courseId }).sort({ _id: 1 }).toArray();

interface Queue {
  readonly items: WaitingItemView[];
}
const queueOf = async (room: Classroom, query: object = {}) =>
  ((await world.call(room.instructor, GetQueue, { params: {}, query: { limit: '50', ...query } })) as Queue)
    .items;

const doTo = ({ id, revision }: WaitingItemView, room: Classroom, act: QueueAct) =>
  world.call(room.instructor, ActOnMatter, { params: {}, body: { id, act, expectedRevision: revision } });

const STEPS = [
  'link',
  'accept',
  'refuse',
  'lose',
  'retry',
  'release',
  'withdraw',
  'rename',
  'dispute',
  'takeBack',
  'readNobody',
  'readAll',
  'assign',
  'snooze',
  'done',
] as const;
type Step = { readonly do: (typeof STEPS)[number]; readonly who: number };
const steps = (words: string): Step[] => words.split(' ').map((word) => ({ do: word as Step['do'], who: 0 }));

/** Lets some time pass in which scores are sent. */
async function send(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    world.clock.time = new Date(world.clock.now().getTime() + 60_000).toISOString();
    await world.gradebook.sendDueOnce();
  }
}

/** How the LMS answers from now on: about columns, and to the course's scores. */
function answer({ scope }: Classroom, behaviour: 'ok' | 'refused' | 'lost'): void {
  world.lms.behaviour = behaviour;
  world.lms.behaviours.set(scope.platformId, behaviour);
}

async function act(room: Classroom, { do: what, who }: Step, n: number): Promise<void> {
  const { scope, activityId, instructor } = room;
  const learner = room.person(who);
  const params = { columnId: activityId, memberId: learner.member.id };
  switch (what) {
    case 'link': {
      const link = { courseId: scope.courseId, platformId: scope.platformId, title: null, url: null };
      const id = resourceLinkIdOf(scope.courseId, 'link');
      const lineItem = 'https://lms.test/lineitem';
      await world.courseStore.saveLink({ ...link, id, ltiResourceLinkId: 'link', lineItem }, activityId);
      await world.gradebook.syncColumns(scope, activityId, 0);
      return send();
    }
    case 'accept':
    case 'refuse':
    case 'lose':
      answer(room, ({ accept: 'ok', refuse: 'refused', lose: 'lost' } as const)[what]);
      return send();
    case 'retry':
      if (n % 2 === 0)
        await world
          .call(instructor, RetryColumn, { params: { columnId: activityId } })
          .catch(leaveOutRefused);
      await world.call(instructor, RetryScore, { params });
      return send();
    case 'release':
      await room.release();
      return send();
    case 'withdraw':
      return room.withdraw();
    case 'rename':
      return room.change({ title: `Essay ${n}` });
    case 'dispute':
      return void (await room.call(
        learner,
        OpenDispute,
        { target: { kind: 'grade', columnId: activityId }, reason: 'Why?' },
        { disputeId: disputeOf(room, who) },
      ));
    case 'takeBack':
      return void (await room.call(learner, WithdrawDispute, undefined, { disputeId: disputeOf(room, who) }));
    case 'readNobody':
    case 'readAll': {
      const people = [...room.learners, instructor].map(({ member: { name, role } }) =>
        rosterEntry(String(name), { role, name }),
      );
      world.rosterLms.people = what === 'readAll' ? people : [];
      return void (await world.call(instructor, ReadRoster, { params: {} }));
    }
    default: {
      const [item] = (await queueOf(room)).slice(who);
      const until = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
      const acts: Record<string, QueueAct> = {
        assign: { kind: 'assign', memberId: instructor.member.id },
        snooze: { kind: 'snooze', until },
        done: { kind: 'done', done: true },
      };
      const wanted = acts[what];
      if (item && wanted) await doTo(item, room, wanted);
    }
  }
}

const disputes = new Map<string, string>();
function disputeOf({ scope }: Classroom, who: number): string {
  const key = `${scope.courseId} ${who}`;
  const id = disputes.get(key) ?? newId();
  disputes.set(key, id);
  return id;
}

const leaveOutRefused = (error: unknown): void => {
  if (!(error instanceof AppError)) throw error;
};

/** A classroom in which all have reviewed and results are out. */
async function releasedClassroom(): Promise<Classroom> {
  const room = await gatherClassroom(world);
  answer(room, 'ok');
  await room.startReviews();
  await room.reviewAll();
  world.clock.time = '2027-03-08T12:00:01Z';
  await room.release();
  return room;
}

/** What is counted is what waits: now, and when everything that was put off is back. */
async function expectCountsToHold(scope: CourseScope): Promise<void> {
  for (const days of [0, 120]) {
    const at = new Date(world.clock.now().getTime() + days * 24 * 3_600_000);
    const { kept, counted } = await countsAt(world.connection, scope, at);
    expect(kept).toEqual(counted);
  }
}

const nextOf = (order: Iterator<number, undefined>): number => order.next().value ?? 0;

test('what waits for staff is what a rebuild makes, whoever knew of it, with what staff said of it', async () => {
  const codes = new Set<string>();
  const acted = new Set<string>();
  const histories = fc.array(fc.record({ do: fc.constantFrom(...STEPS), who: fc.constantFrom(0, 1, 2) }), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (history, order) => {
      const room = await releasedClassroom();
      const first = world.seen.length;
      for (const [n, one] of history.entries()) {
        await act(room, one, n).catch(leaveOutRefused);
        if (n % 2 === 0) await world.settle();
      }
      await world.settle();
      const kept = await waitingIn(room);
      await expectCountsToHold(room.scope);
      for (const { code, assigneeId, snoozedUntil, isDone } of kept) {
        codes.add(String(code));
        if (assigneeId) acted.add('assigned');
        if (snoozedUntil) acted.add('snoozed');
        if (isDone) acted.add('done');
      }

      const events = world.seen.slice(first).map((event) => ({ event, at: nextOf(order) }));
      events.sort((a, b) => a.at - b.at);
      for (const { event } of events) await world.insights.consumer([event]);
      await world.settle();
      expect(await waitingIn(room)).toEqual(kept);
      await expectCountsToHold(room.scope);

      for (const name of ['waiting', 'waitingCounts'])
        await world.connection.collection(name).deleteMany({ courseId: room.scope.courseId });
      await world.insights.rebuild(room.scope.courseId);
      expect(await waitingIn(room)).toEqual(kept);
      await expectCountsToHold(room.scope);
    }),
    {
      numRuns: 8,
      examples: [
        [steps('accept rename'), fc.stream([1].values())],
        [steps('refuse link retry assign done rename release'), fc.stream([3, 1, 2].values())],
        [steps('lose link rename snooze rename'), fc.stream([2, 1].values())],
        [steps('lose link rename accept rename'), fc.stream([2, 1].values())],
        [steps('dispute rename assign takeBack'), fc.stream([2, 1].values())],
        [steps('dispute rename assign'), fc.stream([2, 1].values())],
        [steps('readNobody rename snooze'), fc.stream([2, 1].values())],
        [steps('readNobody rename readAll'), fc.stream([2, 1].values())],
      ],
    },
  );
  expect([...codes]).toEqual(
    expect.arrayContaining([
      'COLUMN_GONE',
      'DISPUTE_WAITS',
      'LMS_UNREACHABLE',
      'NO_GRADEBOOK_COLUMN',
      'ROSTER_NOT_READ',
      'SCORE_REFUSED',
    ]),
  );
  expect([...acted].sort()).toEqual(['assigned', 'done', 'snoozed']);
}, 240_000);

test('a page of the queue costs two round trips, its filters four, with a thousand members of whom each has a problem', async () => {
  const room = await gatherClassroom(world);
  const { courseId, platformId, deploymentId } = room.scope;
  const about: string[] = [];
  for (let index = 0; index < 1_000; index += 1)
    about.push((await world.join(room.scope, `Member ${String(index).padStart(4, '0')}`)).member.id);
  const slot = { courseId, platformId, deploymentId, activityId: room.activityId, columnId: room.activityId };
  await world.connection.collection('gradeSlots').insertMany(
    about.map((memberId, index) => ({
      ...slot,
      _id: `${room.activityId}/${memberId}` as never,
      memberId,
      entries: [],
      want: { n: 1, timestamp: world.clock.now() },
      problem: {
        code: 'SCORE_REFUSED',
        words: 'no',
        since: new Date(Date.parse('2027-02-01') + (index % 7)),
      },
    })),
  );
  await world.insights.rebuild(courseId);

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const count = { commands: 0 };
    const query = { limit: '100', ...(after !== null && { after }) };
    const page = (await counted(count, () =>
      world.call(room.instructor, GetQueue, { params: {}, query }),
    )) as Queue & { next: string | null };
    expect(count.commands).toBe(2);
    seen.push(...page.items.map(({ id, since }) => `${since} ${id}`));
    expect(page.items.every(({ because }) => String(because.params['name']).startsWith('Member '))).toBe(
      true,
    );
    after = page.next;
  } while (after !== null);
  expect(new Set(seen).size).toBe(1_000);
  expect(seen).toEqual([...seen].sort());

  const count = { commands: 0 };
  const overview = await counted(count, () =>
    world.call(room.instructor, GetQueueOverview, { params: {}, query: {} }),
  );
  expect(count.commands).toBe(3);
  expect(overview).toMatchObject({
    counts: {
      states: { open: 1_000 },
      kinds: { gradebook: 1_000 },
      activities: [{ title: 'Essay', count: 1_000 }],
    },
  });
  expect(await world.call(room.instructor, GetQueueStaff, { params: {} })).toMatchObject({
    staff: [{ name: 'Iris Teacher' }],
  });
  await expect(queueOf(room, { after: 'nonsense' })).rejects.toThrow('BAD_REQUEST');
}, 120_000);

/** A classroom in which two learners have handed nothing in, and a second instructor. */
async function stuckClassroom() {
  const room = await gatherClassroom(world);
  const colleague = await world.join(room.scope, 'Jon Assistant', { role: 'assistant' });
  for (const index of [0, 1, 2, 3]) await room.submit(room.person(index), `Work ${index}`);
  world.clock.time = '2027-03-01T12:00:01Z';
  await world.settle();
  const only = async (query: object = {}) => {
    const [item, ...others] = await queueOf(room, query);
    expect(others).toEqual([]);
    return item ?? null;
  };
  const one = async (query: object = {}) => {
    const item = await only(query);
    if (!item) throw new Error('nothing waits');
    return item;
  };
  return { room, colleague, only, one };
}

test('staff assign, put off and finish; each is in the audit trail, and undone by its opposite', async () => {
  const { room, colleague, only, one } = await stuckClassroom();
  await doTo(await one(), room, { kind: 'assign', memberId: colleague.member.id });
  expect(await one()).toMatchObject({
    because: { code: 'WORK_MISSING' },
    assignee: { id: colleague.member.id, name: 'Jon Assistant' },
    revision: 1,
  });
  expect([await only({ who: 'mine' }), await only({ who: 'nobody' })]).toEqual([null, null]);

  world.clock.time = '2027-03-01T13:00:00Z';
  const until = '2027-03-02T08:00:00.000Z';
  await doTo(await one(), room, { kind: 'snooze', until });
  expect(await only()).toBeNull();
  expect(await one({ state: 'snoozed' })).toMatchObject({ snoozedUntil: until, revision: 2 });
  world.clock.time = until;
  expect(await one()).toMatchObject({ because: { code: 'WORK_MISSING' } });

  await doTo(await one(), room, { kind: 'done', done: true });
  expect(await only()).toBeNull();
  expect(await one({ state: 'done' })).toMatchObject({ done: { byName: 'Iris Teacher', at: until } });
  world.clock.time = '2027-03-02T09:00:00Z';
  await doTo(await one({ state: 'done' }), room, { kind: 'done', done: false });
  expect(await one()).toMatchObject({ done: null, revision: 4 });

  await world.settle();
  const audit = (await world.auditOf(room.scope)).filter(({ subject }) => subject.kind === 'matter');
  expect(audit.map(({ type }) => type)).toEqual([
    'matter.assigned',
    'matter.snoozed',
    'matter.done',
    'matter.reopened',
  ]);
  expect(audit[0]).toMatchObject({ actor: { kind: 'member', memberId: room.instructor.member.id } });
});

test('what is done comes back when its cause arises anew, and leaves with its cause', async () => {
  const { room } = await stuckClassroom();
  const release = async (state: string) =>
    (await queueOf(room, { state })).find(({ because }) => because.code === 'RELEASE_DUE');
  const due = async (state: string) => {
    const item = await release(state);
    if (!item) throw new Error(`no release is due and ${state}`);
    return item;
  };
  world.clock.time = '2027-03-08T12:00:01Z';
  await world.settle();
  await doTo(await due('open'), room, { kind: 'assign', memberId: room.instructor.member.id });
  await doTo(await due('open'), room, { kind: 'done', done: true });
  await room.change({ reviewsCloseAt: '2027-03-10T12:00:00.000Z' });
  expect([await release('open'), await release('done')]).toEqual([undefined, undefined]);
  world.clock.time = '2027-03-10T12:00:01Z';
  const again = await due('open');
  expect(again).toMatchObject({ done: null, assignee: { name: 'Iris Teacher' }, revision: 2 });
  await doTo(again, room, { kind: 'done', done: true });
  await room.change({ reviewsCloseAt: '2027-03-12T12:00:00.000Z' });
  await expect(doTo(again, room, { kind: 'done', done: true })).rejects.toThrow('NOT_FOUND');
});

test('of two who act at once one is told, the same twice is once, and nobody but staff is assigned', async () => {
  const { room, colleague, one } = await stuckClassroom();
  const item = await one();
  const assign = (memberId: string): QueueAct => ({ kind: 'assign', memberId });
  const ids = [room.instructor.member.id, colleague.member.id];
  const outcomes = await Promise.allSettled(ids.map((id) => doTo(item, room, assign(id))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [refusal] = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(refusal).toContain('MATTER_CHANGED');
  const stands = await one();
  await doTo(item, room, assign(stands.assignee?.id ?? ''));
  expect(await one()).toEqual(stands);
  const learner = room.person(0).member.id;
  await expect(doTo(stands, room, assign(learner))).rejects.toThrow('NOT_FOUND');
  await world.settle();
  const audit = (await world.auditOf(room.scope)).filter(({ subject }) => subject.kind === 'matter');
  expect(audit).toHaveLength(1);
});
