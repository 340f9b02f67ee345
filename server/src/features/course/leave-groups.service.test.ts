/** Seats that become free go to those who wait for them, whoever frees them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { rosterEntry } from '../../../../test/factories/fake-roster.ts';
import { openOwnSet, openSignUp } from '../../../../test/factories/own-set.ts';
import { openRosterWorld, type RosterWorld } from '../../../../test/factories/roster.ts';
import * as contract from '../../contracts/group-sets.ts';
import { AppError } from '../../core/app-error.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { Group, OwnSetState } from './groups.domain.ts';

let database: Database;
let world: RosterWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await openRosterWorld(database);
});
afterAll(() => database.close());

type Room = Awaited<ReturnType<typeof openOwnSet>>;

/** What the LMS's roster says of somebody from now on. */
async function standsAs({ scope }: Room, subject: string, status: 'active' | 'inactive'): Promise<void> {
  world.lms.people = world.lms.people.map((one) =>
    one.subject === subject ? rosterEntry(subject, { status }) : one,
  );
  world.clock.forward(60_000);
  await world.read(scope);
  await world.relay.drain();
}

async function ownOf({ setId }: Room): Promise<OwnSetState> {
  const set = await world.connection
    .collection<{ _id: string; own: OwnSetState }>('groupSets')
    .findOne({ _id: setId });
  if (!set) throw new Error('there is no such set');
  return set.own;
}

const LEARNERS = ['ada', 'bo', 'chi', 'dee', 'eli', 'fay'];
const GROUPS = ['Red', 'Blue', 'Green'] as const;
const step = fc.record({
  do: fc.constantFrom(
    'choose',
    'choose',
    'choose',
    'choose',
    'move',
    'cap',
    'leave',
    'return',
    'remove',
    'draw',
  ),
  who: fc.constantFrom(...LEARNERS),
  group: fc.option(fc.constantFrom(...GROUPS), { freq: 6 }),
  cap: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function act(room: Room, { do: what, who, group, cap }: Step): Promise<void> {
  const groupId = group === null ? null : await room.groupId(group);
  if (groupId === '') return;
  switch (what) {
    case 'choose':
      return void (await room.choose(who, group));
    case 'move':
      return void (await room.change(contract.MoveMembers, { moves: [{ memberId: room.id(who), groupId }] }));
    case 'cap': {
      const body = { name: group, topic: '', cap, leaderId: null };
      if (groupId !== null) await room.change(contract.ChangeGroup, body, { groupId });
      return;
    }
    case 'remove':
      if (groupId !== null) await room.change(contract.DeleteGroup, {}, { groupId });
      return;
    case 'draw':
      return void (await room.change(contract.MakeRandomGroups, {
        into: { kind: 'present' },
        nameOfNew: 'Team',
        seed: 1,
      }));
    default:
      await standsAs(room, who, what === 'leave' ? 'inactive' : 'active');
  }
}

const leaveOutRefused = (error: unknown): void => {
  if (!(error instanceof AppError)) throw error;
};

/** How many in all histories got a seat that they had waited for. */
let seated = 0;

async function expectNoSeatToBeFree(room: Room): Promise<void> {
  const { waiting, pending } = await ownOf(room);
  expect(pending).toBeNull();
  const groups = await world.connection
    .collection<Pick<Group, 'status' | 'own'> & { _id: string }>('groups')
    .find({ setId: room.setId })
    .toArray();
  const open = (await world.memberships(room.scope)).filter((one) => one.open);
  for (const { groupId } of waiting) {
    const group = groups.find(({ _id }) => _id === groupId);
    expect(group?.status).toBe('active');
    expect(open.filter((one) => one.groupId === groupId).length).toBeGreaterThanOrEqual(
      group?.own?.cap ?? Infinity,
    );
  }
  const people = await world.members(room.scope);
  const gone = people.filter(({ status }) => status === 'inactive').map(({ _id }) => _id);
  expect(open.filter(({ memberId }) => gone.includes(memberId))).toEqual([]);
  expect(waiting.filter(({ memberId }) => gone.includes(memberId))).toEqual([]);
  expect(new Set(open.map(({ memberId }) => memberId)).size).toBe(open.length);
}

const chooses = (who: string, group: (typeof GROUPS)[number]): Step => ({
  do: 'choose',
  who,
  group,
  cap: null,
});
const FULL = [chooses('ada', 'Red'), chooses('bo', 'Red'), chooses('chi', 'Red')];

test('whatever happens in a set, no seat is free that somebody waits for, and none is held by who has left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (history) => {
      const room = await openOwnSet(world, LEARNERS);
      await room.change(contract.AddGroups, { names: ['Green'], cap: 1 });
      await room.change(contract.ChangeGroupSet, openSignUp);
      for (const one of history) {
        const { waiting: before } = await ownOf(room);
        await act(room, one).catch(leaveOutRefused);
        await expectNoSeatToBeFree(room);
        const { waiting: after } = await ownOf(room);
        const open = (await world.memberships(room.scope)).filter((membership) => membership.open);
        seated += before.filter(
          (wish) =>
            !after.some(({ memberId }) => memberId === wish.memberId) &&
            open.some(({ memberId, groupId }) => memberId === wish.memberId && groupId === wish.groupId),
        ).length;
      }
    }),
    {
      numRuns: 15,
      examples: [
        [[...FULL, { do: 'move', who: 'ada', group: null, cap: null }]],
        [[...FULL, { do: 'move', who: 'ada', group: 'Blue', cap: null }]],
        [[...FULL, { do: 'cap', who: 'ada', group: 'Red', cap: 3 }]],
        [[...FULL, { do: 'cap', who: 'ada', group: 'Red', cap: null }]],
        [[...FULL, { do: 'leave', who: 'ada', group: null, cap: null }]],
        [[...FULL, { do: 'leave', who: 'chi', group: null, cap: null }]],
        [[chooses('chi', 'Green'), ...FULL, { do: 'remove', who: 'ada', group: 'Green', cap: null }]],
      ],
    },
  );
  expect(seated).toBeGreaterThanOrEqual(5);
}, 120_000);

test('whoever leaves the course makes room, and the next in the line gets the seat at once', async () => {
  const room = await openOwnSet(world);
  await room.change(contract.ChangeGroupSet, openSignUp);
  for (const who of ['ada', 'bo', 'chi']) await room.choose(who, 'Red');
  await standsAs(room, 'ada', 'inactive');
  expect(await room.inGroups()).toEqual({ Blue: [], Red: ['bo', 'chi'] });
  expect((await ownOf(room)).waiting).toEqual([]);
});

test('in a set that staff fill, who leaves the course stays until staff take them out', async () => {
  const room = await openOwnSet(world);
  const red = await room.groupId('Red');
  await room.change(contract.MoveMembers, { moves: [{ memberId: room.id('ada'), groupId: red }] });
  await standsAs(room, 'ada', 'inactive');
  const open = (await world.memberships(room.scope)).filter((one) => one.open);
  expect(open.map(({ memberId }) => memberId)).toEqual([room.id('ada')]);
});
