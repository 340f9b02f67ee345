import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { type Interruption, rosterEntry } from '../../../../test/factories/fake-roster.ts';
import {
  openRosterWorld,
  rosterStatus,
  type RosterWorld,
  standing,
  type StoredMember,
} from '../../../../test/factories/roster.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Role } from '../../core/roles.ts';
import type { Database } from '../../platform/database/connect.ts';
import { counted } from '../../platform/database/round-trips.ts';

let database: Database;
let world: RosterWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await openRosterWorld(database);
});
afterAll(() => database.close());

const openCourse = () => world.openCourse();

const read = async (scope: CourseScope) => {
  await world.read(scope);
  world.clock.forward(3600);
};

const status = (scope: CourseScope) => rosterStatus(world, scope);

describe('two servers', () => {
  test('one takes up a reading that the other seems to have left: both come to the same members, each once', async () => {
    const { scope } = await openCourse();
    const other = await openRosterWorld(database);
    const people = Array.from({ length: 1200 }, (_, n) => rosterEntry(`p${n}`));
    Object.assign(world.lms, { people: [...world.lms.people, ...people], pageSize: 500 });
    Object.assign(other.lms, { people: world.lms.people });
    other.clock.forward((world.clock.now().getTime() - other.clock.now().getTime()) / 1000);
    const jobs = world.connection.collection<{ _id: string }>('jobs');
    world.lms.betweenPages = async (page) => {
      if (page !== 1) return;
      await jobs.updateOne({ _id: `course.roster/${scope.courseId}` }, { $set: { dueAt: new Date(0) } });
      await other.jobs.runDueOnce();
    };
    await world.read(scope);
    const members = await world.members(scope);
    expect(members).toHaveLength(1201);
    for (const { events } of members) {
      expect(events.filter(({ type }) => type === 'member.joined')).toHaveLength(1);
    }
    expect(await status(scope)).toMatchObject({ people: 1201, run: null, trouble: null });
  });

  test('a run that was overtaken writes nothing more', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'), rosterEntry('bo'));
    await read(scope);
    world.lms.pageSize = 1;
    world.lms.people = world.lms.people.filter(({ subject }) => subject !== 'ada');
    world.lms.betweenPages = async (page) => {
      if (page > 0) return;
      await world.connection
        .collection<{ _id: string }>('lmsReads')
        .updateOne(
          { _id: `${scope.courseId}/roster` },
          { $set: { run: { id: 'newer', startedAt: world.clock.now() } } },
        );
    };
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ ada: 'active learner' });
    expect(await status(scope)).toMatchObject({ run: { id: 'newer' } });
  });
});

test('10,000 members take a bounded number of round trips, and next to none when nothing changed', async () => {
  const { scope } = await openCourse();
  world.lms.people.push(...Array.from({ length: 10_000 }, (_, n) => rosterEntry(`p${n}`)));
  const roundTrips = async () => {
    const count = { commands: 0 };
    await counted(count, () => world.read(scope));
    world.clock.forward(3600);
    return count.commands;
  };
  const first = await roundTrips();
  const unchanged = await roundTrips();
  expect(await status(scope)).toMatchObject({ people: 10_001 });
  // 21 chunks of 500: two reads and a write each, then 11 pages of those who are in the course.
  expect(first).toBeLessThan(100);
  expect(unchanged).toBeLessThan(80);
}, 60_000);

/** One thing that happens in or around a course. */
type Step =
  | { type: 'roster'; people: { subject: string; role: Role; status: 'active' | 'inactive' }[] }
  | { type: 'launch'; subject: string; role: Role }
  | {
      type: 'read';
      pageSize: number;
      interruption: { afterPages: number; how: Interruption } | null;
      launch: string | null;
    };

const subject = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const role = fc.constantFrom<Role>('learner', 'assistant', 'observer');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('roster' as const),
    people: fc.uniqueArray(
      fc.record({
        subject,
        role,
        status: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const),
      }),
      { selector: (person) => person.subject },
    ),
  }),
  fc.record({ type: fc.constant('launch' as const), subject, role }),
  fc.record({
    type: fc.constant('read' as const),
    pageSize: fc.integer({ min: 1, max: 3 }),
    interruption: fc.option(
      fc.record({
        afterPages: fc.nat(3),
        how: fc.constantFrom<Interruption>('UNREACHABLE', 'UNREADABLE', 'crash'),
      }),
    ),
    launch: fc.option(subject),
  }),
);

/** Where the events of a member lead. */
function replay({ events }: StoredMember): { role?: unknown; status: unknown } {
  const state: { role?: unknown; status: unknown } = { status: 'active' };
  for (const { type, data } of events)
    Object.assign(state, type === 'member.joined' ? { role: data['role'] } : data['after']);
  return { role: state.role, status: state.status };
}

test('any sequence of rosters, launches, interruptions and crashes ends with members = roster, and history kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { context, scope } = await openCourse();
      const teacher = rosterEntry('teacher', { role: 'instructor' });
      const seen = new Map<string, unknown>();
      for (const one of steps) {
        world.clock.forward(60);
        if (one.type === 'roster') {
          world.lms.people = [
            teacher,
            ...one.people.map(({ subject: id, ...rest }) => rosterEntry(id, rest)),
          ];
        } else if (one.type === 'launch') await world.launch(context, one.subject, { role: one.role });
        else {
          const { pageSize, interruption, launch } = one;
          Object.assign(world.lms, { pageSize, interruption });
          world.lms.betweenPages = async () => {
            if (launch) await world.launch(context, launch, { role: 'learner' });
          };
          await world.read(scope);
          world.lms.betweenPages = () => undefined;
        }
        const members = await world.members(scope);
        for (const { _id, firstSeenAt } of members) {
          // Nobody who was ever here is gone, nor new again.
          expect(seen.get(_id) ?? firstSeenAt).toEqual(firstSeenAt);
          seen.set(_id, firstSeenAt);
        }
        expect(members).toHaveLength(seen.size);
      }
      // A job that crashed is tried again later, and sessions that launches opened end.
      world.clock.forward(13 * 3600);
      world.lms.interruption = null;
      await world.read(scope);
      const members = await world.members(scope);
      const expected = world.lms.people.filter((entry) => entry.status === 'active');
      const active = members.filter((member) => member.status === 'active');
      expect(standing(active)).toEqual(
        Object.fromEntries(expected.map((entry) => [entry.subject, `active ${entry.role}`])),
      );
      for (const member of members) {
        expect(replay(member)).toEqual({ role: member.role, status: member.status });
      }
    }),
    { numRuns: 20 },
  );
}, 240_000);
