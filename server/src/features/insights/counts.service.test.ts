/** How much waits for staff is counted once, when it changes, and read without being counted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createIndexes, openTestDatabase } from '../../../../test/factories/database.ts';
import { countsAt } from '../../../../test/factories/matters.ts';
import { buildScope } from '../../../../test/factories/peer-review.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Database } from '../../platform/database/connect.ts';
import { type ActsStore, createActsStore } from './acts.store.ts';
import { groupsAt, isSameCount, type KeptGroup, partOf, PARTS } from './counts.domain.ts';
import { createCountsService } from './counts.service.ts';
import { type CountsStore, createCountsStore } from './counts.store.ts';
import type { SourceMatter } from './matter.domain.ts';
import type { QueueFilter } from './queue.domain.ts';
import { createWaitingService } from './waiting.service.ts';
import { createWaitingStore, type WaitingStore } from './waiting.store.ts';

let database: Database;
let stores: { waiting: WaitingStore; counts: CountsStore; acts: ActsStore };
beforeAll(async () => {
  database = await openTestDatabase();
  const { connection } = database;
  stores = {
    waiting: createWaitingStore(connection),
    counts: createCountsStore(connection),
    acts: createActsStore(connection),
  };
  await createIndexes(database.connection);
});
afterAll(() => database.close());

const now = new Date('2027-03-01T12:00:00Z');
const later = new Date('2027-03-02T12:00:00Z');
const clock = { now: () => now };

/** What waits in a course, by topic; tests change it. */
function openFacts(scope: CourseScope) {
  const facts = new Map<string, SourceMatter>();
  const store = stores.waiting;
  const counts = createCountsService({ store, counts: stores.counts, clock });
  let crashes = 0;
  const waiting = createWaitingService({
    store,
    acts: stores.acts,
    counts: {
      async recount(course, parts) {
        if (crashes > 0) {
          crashes -= 1;
          throw new Error('the process ended');
        }
        await counts.recount(course, parts);
      },
    },
    sources: [
      {
        name: 'facts',
        kind: 'people',
        forLearners: false,
        concernOf: () => null,
        read: async (_scope, topics) => topics.flatMap((topic) => facts.get(topic) ?? []),
        listTopics: async () => ({ topics: [...facts.keys()], next: null }),
      },
    ],
    course: { findScope: async () => scope, listLearners: async () => ({ items: [], next: null }) },
  });
  return {
    facts,
    waiting,
    crashOnce: () => void (crashes = 1),
    change(topic: string, matter: SourceMatter | null): Promise<void> {
      if (matter) facts.set(topic, matter);
      else facts.delete(topic);
      return waiting.refreshTopic(scope, `facts/${topic}`);
    },
  };
}

const matter = (topic: string, overrides: Partial<SourceMatter> = {}): SourceMatter => ({
  id: topic,
  topic,
  activityId: null,
  waitsFor: 'staff',
  code: 'ROSTER_NOT_READ',
  params: {},
  since: new Date('2027-02-01T12:00:00Z'),
  until: null,
  ...overrides,
});

async function expectCountsToHold(scope: CourseScope): Promise<void> {
  for (const at of [now, later]) {
    const { kept, counted } = await countsAt(database.connection, scope, at);
    expect(kept).toEqual(counted);
  }
}

const changes = fc.array(
  fc.array(
    fc.record({
      topic: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      activityId: fc.constantFrom(null, 'essay', 'poster'),
      since: fc.constantFrom(now, later),
      exists: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  { maxLength: 5 },
);

test('however many write at once, what is counted in the end is what waits', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (batches) => {
      const scope = buildScope();
      const { change } = openFacts(scope);
      for (const batch of batches) {
        await Promise.all(
          batch.map(({ topic, activityId, since, exists }) =>
            change(topic, exists ? matter(topic, { activityId, since }) : null),
          ),
        );
        await expectCountsToHold(scope);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('of many topics in one part all are counted, whoever counts last', async () => {
  const part = partOf({ waitsFor: 'staff', topic: 'facts/0' });
  const topics = Array.from({ length: 600 }, (_, n) => String(n)).filter(
    (topic) => partOf({ waitsFor: 'staff', topic: `facts/${topic}` }) === part,
  );
  expect(topics.length).toBeGreaterThan(10);
  const scope = buildScope();
  const { change } = openFacts(scope);
  await Promise.all(topics.map((topic) => change(topic, matter(topic))));
  const { kept } = await countsAt(database.connection, scope, now);
  expect(kept.map(([, count]) => count)).toEqual([topics.length]);
});

test('a process that ends between the matters and their count is made good by the repetition, or by a rebuild', async () => {
  const scope = buildScope();
  const { change, crashOnce, facts, waiting } = openFacts(scope);
  crashOnce();
  await expect(change('a', matter('a'))).rejects.toThrow('the process ended');
  expect((await countsAt(database.connection, scope, now)).kept).toEqual([]);
  await waiting.refreshTopic(scope, 'facts/a');
  await expectCountsToHold(scope);
  expect((await countsAt(database.connection, scope, now)).kept).toHaveLength(1);

  crashOnce();
  await expect(change('a', null)).rejects.toThrow('the process ended');
  expect(facts.size).toBe(0);
  await waiting.rebuild(scope.courseId);
  expect(await countsAt(database.connection, scope, now)).toEqual({ kept: [], counted: [] });
});

describe('groups of matters', () => {
  const group = (overrides: Partial<KeptGroup> = {}): KeptGroup => ({
    kind: 'work',
    activityId: null,
    assigneeId: null,
    isDone: false,
    from: null,
    snoozedUntil: null,
    count: 1,
    ...overrides,
  });
  test.each([
    ['waits', {}, [false]],
    ['waits from a moment on that has come', { from: now }, [false]],
    ['does not wait yet', { from: later }, []],
    ['is put off', { snoozedUntil: later }, [true]],
    ['was put off until now', { snoozedUntil: now }, [false]],
  ])('what %s counts as that', (_name, overrides, expected) => {
    expect(groupsAt([group(overrides)], now).map(({ isSnoozed }) => isSnoozed)).toEqual(expected);
  });
  test('are the same in any order, and others with another number', () => {
    const [a, b] = [group({ kind: 'people' }), group({ from: later })];
    expect(isSameCount([a, b], [b, a])).toBe(true);
    expect(isSameCount([a, b], [a, { ...b, count: 2 }])).toBe(false);
    expect(isSameCount([a], [a, b])).toBe(false);
  });
  test('are in one of the parts by their topic, a learner’s in none', () => {
    fc.assert(
      fc.property(fc.string(), (topic) => {
        const part = partOf({ waitsFor: 'staff', topic });
        expect(part !== null && Number.isInteger(part) && part >= 0 && part < PARTS).toBe(true);
        expect(partOf({ waitsFor: 'somebody', topic })).toBeNull();
      }),
    );
  });
});

describe('a page of the queue', () => {
  const scope = buildScope();
  beforeAll(async () => {
    const { change } = openFacts(scope);
    for (let n = 0; n < 200; n += 1)
      await change(String(n), matter(String(n), { activityId: `activity ${n}` }));
    const all = database.connection.collection('waiting');
    await all.updateMany({ courseId: scope.courseId, key: /5$/ }, { $set: { assigneeId: 'iris' } });
    await all.updateMany({ courseId: scope.courseId, key: /77$/ }, { $set: { snoozedUntil: later } });
    await all.updateMany({ courseId: scope.courseId, key: /99$/ }, { $set: { isDone: true } });
  });

  test.each<[string, QueueFilter, number]>([
    ['everything', { state: 'open' }, 11],
    ['what is done', { state: 'done' }, 2],
    ['what is put off', { state: 'snoozed' }, 2],
    ['one’s own', { state: 'open', assigneeId: 'iris' }, 11],
    ['an activity', { state: 'open', activityId: 'activity 5' }, 1],
    ['a kind that nothing is of', { state: 'open', kind: 'work' }, 0],
  ])(
    'of %s is read in its order by an index, and reads no more than it shows',
    async (_name, filter, most) => {
      const client = database.connection.getClient();
      const commands: object[] = [];
      const listen = ({ command }: { command: object }) => commands.push(command);
      client.on('commandStarted', listen);
      const after = { since: new Date('2027-02-01T12:00:00Z'), key: 'facts/' };
      const found = await stores.waiting.listOfStaff(scope, { ...filter, about: null }, after, now, 11);
      client.off('commandStarted', listen);
      expect(found).toHaveLength(most);
      const [command] = commands as { find: string; filter: object; sort: object; limit: number }[];
      if (!command) throw new Error('nothing was asked');
      const { find, filter: asked, sort, limit } = command;
      const explained = await database.connection.db?.command({
        explain: { find, filter: asked, sort, limit },
        verbosity: 'executionStats',
      });
      const plan = JSON.stringify(explained?.['queryPlanner']);
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('"SORT"');
      const stats = explained?.['executionStats'] as { totalDocsExamined: number } | undefined;
      expect(stats?.totalDocsExamined).toBeLessThanOrEqual(most + 2);
    },
  );
});
