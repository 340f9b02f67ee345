import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { rosterEntry } from '../../../../test/factories/fake-roster.ts';
import { openOwnSet, openSignUp } from '../../../../test/factories/own-set.ts';
import { openRosterWorld, type RosterWorld } from '../../../../test/factories/roster.ts';
import * as contract from '../../contracts/group-sets.ts';
import { ExportGroups, ImportGroups, ListGroups, type GroupView } from '../../contracts/groups.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import type { Database } from '../../platform/database/connect.ts';

let database: Database;
let world: RosterWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await openRosterWorld(database);
});
afterAll(() => database.close());

const openCourse = (learners?: string[]) => openOwnSet(world, learners);

/** Lets the process end between two writes: the next write of memberships throws. */
async function dyingInPlace(run: () => Promise<unknown>): Promise<void> {
  const model = world.connection.model('memberships');
  const insertMany = model.insertMany;
  model.insertMany = (() => Promise.reject(new Error('killed'))) as never;
  await expect(run()).rejects.toThrow('killed');
  model.insertMany = insertMany;
}

describe('by hand', () => {
  test('people move with their past kept, and the answer says how to take it back', async () => {
    const { staff, change, id, groupId, inGroups, scope } = await openCourse();
    const [red, blue] = [await groupId('Red'), await groupId('Blue')];
    await change(contract.MoveMembers, {
      moves: ['ada', 'bo', 'chi'].map((who) => ({ memberId: id(who), groupId: red })),
    });
    expect(await inGroups()).toEqual({ Blue: [], Red: ['ada', 'bo', 'chi'] });
    const moved = await change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: blue }] });
    expect(moved).toMatchObject({ unplaced: 1, undo: [{ memberId: id('ada'), groupId: red }] });
    const ofAda = (await world.memberships(scope)).filter(({ memberId }) => memberId === id('ada'));
    expect(ofAda.map(({ groupId: group, open }) => [group, open])).toEqual([
      [red, false],
      [blue, true],
    ]);
    expect(ofAda[0]?.to).toEqual(ofAda[1]?.from);
    const { items } = await staff<{ items: { name: string }[] }>(contract.ListUnplaced);
    expect(items.map(({ name }) => name)).toEqual(['Person dee']);
  });

  test('what somebody else has changed meanwhile is not written over', async () => {
    const { staff, id, groupId } = await openCourse();
    const red = await groupId('Red');
    const body = { moves: [{ memberId: id('ada'), groupId: red }], expectedRevision: 2 };
    await staff(contract.MoveMembers, { body });
    await expect(staff(contract.MoveMembers, { body })).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  test('a server that dies between the decision and its memberships leaves nobody without a group', async () => {
    const { change, id, groupId, inGroups } = await openCourse();
    const [red, blue] = [await groupId('Red'), await groupId('Blue')];
    await change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: red }] });
    await dyingInPlace(() =>
      change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: blue }] }),
    );
    expect(await inGroups()).toEqual({ Blue: [], Red: [] });
    // Nobody opens the set: the event that came with the decision is enough.
    await world.settle();
    expect(await inGroups()).toEqual({ Blue: ['ada'], Red: [] });
  });

  test('and the next change comes after the one that was cut off', async () => {
    const { change, id, groupId, inGroups, scope } = await openCourse();
    const [red, blue] = [await groupId('Red'), await groupId('Blue')];
    await dyingInPlace(() =>
      change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: red }] }),
    );
    await change(contract.MoveMembers, { moves: [{ memberId: id('bo'), groupId: blue }] });
    await world.settle();
    expect(await inGroups()).toEqual({ Blue: ['bo'], Red: ['ada'] });
    expect(await world.memberships(scope)).toHaveLength(2);
  });

  test('a group that is taken off leaves its people without one; its name may come back', async () => {
    const { change, id, groupId, inGroups } = await openCourse();
    const red = await groupId('Red');
    await change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: red }] });
    expect(await change(contract.DeleteGroup, {}, { groupId: red })).toMatchObject({
      groups: 1,
      unplaced: 4,
    });
    await change(contract.AddGroups, { names: ['Red'], cap: null });
    expect(await inGroups()).toEqual({ Blue: [], Red: [] });
    await expect(change(contract.AddGroups, { names: ['red'], cap: null })).rejects.toMatchObject({
      code: 'GROUP_NAME_TAKEN',
    });
  });

  test('people of another course, staff, and who has left cannot be put into a group', async () => {
    const { change, id, groupId, scope } = await openCourse();
    const other = await openCourse();
    const red = await groupId('Red');
    world.lms.people = ['ada', 'chi', 'dee'].map((subject) => rosterEntry(subject));
    world.clock.forward(3600);
    await world.read(scope);
    for (const memberId of [other.id('ada'), id('teacher'), id('bo')]) {
      await expect(
        change(contract.MoveMembers, { moves: [{ memberId, groupId: red }] }),
      ).rejects.toMatchObject({
        code: 'MEMBER_NOT_LEARNING',
      });
    }
    const foreign = await other.groupId('Red');
    await expect(
      change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: foreign }] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a copy has the groups and people of its original, and lives its own life', async () => {
    const { call, change, id, groupId, setId, inGroups } = await openCourse();
    await change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: await groupId('Red') }] });
    const body = { id: newId(), name: 'Second', copyOf: setId };
    const copy = await call<contract.OwnSetView>('teacher', contract.CreateGroupSet, { body });
    expect(copy).toMatchObject({ name: 'Second', groups: 2, members: 1, unplaced: 3 });
    expect(await call('teacher', contract.CreateGroupSet, { body })).toEqual(copy);
    await change(contract.DeleteGroupSet);
    const { items } = await call<{ items: GroupView[] }>('teacher', ListGroups, {
      params: { setId: body.id },
    });
    expect(items.map(({ name, members }) => [name, members.length])).toEqual([
      ['Blue', 0],
      ['Red', 1],
    ]);
    await expect(inGroups()).resolves.toEqual({});
  });

  test('a file that names the set changes it as by hand: what was exported comes in again without a change', async () => {
    const { call, staff, change, id, groupId, inGroups } = await openCourse();
    await change(contract.MoveMembers, { moves: [{ memberId: id('ada'), groupId: await groupId('Red') }] });
    const { csv } = await staff<{ csv: string }>(ExportGroups);
    const again = await call('teacher', ImportGroups, { body: { csv } });
    expect(again).toMatchObject({ made: 0, placed: 0, moved: 0, unchanged: 1, problemCount: 0 });
    const rows = 'Group set,Group,Name\nProjects,Blue,Person ada\nProjects,Green,Person bo\n';
    const result = await call('teacher', ImportGroups, { body: { csv: rows } });
    expect(result).toMatchObject({ made: 1, placed: 1, moved: 1, problemCount: 0 });
    expect(await inGroups()).toEqual({ Blue: ['ada'], Green: ['bo'], Red: [] });
  });
});

describe('by chance', () => {
  test('everybody who is in no group gets one, as the preview with the same seed said', async () => {
    const { staff, change, inGroups } = await openCourse(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const draw = { into: { kind: 'size', size: 3 }, nameOfNew: 'Team', seed: 7 };
    const preview = await staff<{ groups: { name: string; joining: { name: string }[] }[] }>(
      contract.PreviewRandomGroups,
      { body: draw },
    );
    expect(await change(contract.MakeRandomGroups, draw)).toMatchObject({ groups: 4, unplaced: 0 });
    const made = await inGroups();
    for (const { name, joining } of preview.groups) {
      expect(made[name]).toEqual(
        joining.map((person) => person.name.slice(7)).sort((a, b) => a.localeCompare(b)),
      );
    }
    expect([made['Team 1']?.length ?? 0, made['Team 2']?.length ?? 0].sort((a, b) => a - b)).toEqual([3, 4]);
  });
});

describe('by sign-up', () => {
  test('learners choose, wait for a seat, and get it when it is free', async () => {
    const { change, choose, inGroups } = await openCourse();
    await change(contract.ChangeGroupSet, openSignUp);
    await choose('ada', 'Red');
    await choose('bo', 'Red');
    expect(await choose('chi', 'Red')).toMatchObject({ myGroupId: null, waitingFor: { ahead: 0 } });
    expect(await choose('dee', 'Red')).toMatchObject({ waitingFor: { ahead: 1 } });
    expect(await choose('ada', 'Blue')).toMatchObject({ waitingFor: null });
    expect(await inGroups()).toEqual({ Blue: ['ada'], Red: ['bo', 'chi'] });
    expect(await choose('dee', null)).toMatchObject({ waitingFor: null, myGroupId: null });
  });

  test('more seats go to those who wait', async () => {
    const { change, choose, inGroups, groupId } = await openCourse();
    await change(contract.ChangeGroupSet, openSignUp);
    for (const who of ['ada', 'bo', 'chi']) await choose(who, 'Red');
    const body = { name: 'Red', topic: 'Bridges', cap: 3, leaderId: null };
    await change(contract.ChangeGroup, body, { groupId: await groupId('Red') });
    expect(await inGroups()).toEqual({ Blue: [], Red: ['ada', 'bo', 'chi'] });
  });

  test('forty learners at the same moment: every seat is taken once, and the others are told that it is full', async () => {
    const learners = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const { change, choose, inGroups } = await openCourse(learners);
    const { signUp } = openSignUp;
    await change(contract.ChangeGroupSet, { ...openSignUp, signUp: { ...signUp, waitingList: false } });
    const results = await Promise.allSettled(
      learners.map((who, index) => choose(who, index % 2 === 0 ? 'Red' : 'Blue')),
    );
    const refused = results.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(Array(36).fill('GROUP_FULL'));
    const made = await inGroups();
    expect([made['Red']?.length, made['Blue']?.length]).toEqual([2, 2]);
  });

  test('a learner sees names and no addresses, and of a set without sign-up the own group alone', async () => {
    const { call, change, choose } = await openCourse();
    await change(contract.ChangeGroupSet, openSignUp);
    await choose('ada', 'Red');
    await choose('bo', 'Blue');
    const list = () => call<{ items: contract.MyGroupSetView[] }>('ada', contract.ListMyGroupSets);
    const open = await list();
    expect(open.items[0]?.groups.map(({ name, members }) => [name, members.map((one) => one.leads)])).toEqual(
      [
        ['Blue', [true]],
        ['Red', [true]],
      ],
    );
    expect(JSON.stringify(open)).not.toMatch(/email|@/);
    await change(contract.ChangeGroupSet, { ...openSignUp, signUp: null });
    const closed = await list();
    expect(closed.items[0]?.groups.map(({ name }) => name)).toEqual(['Red']);
    expect(JSON.stringify(closed)).not.toContain('Person bo');
    expect((await call<{ items: unknown[] }>('chi', contract.ListMyGroupSets)).items).toEqual([]);
    await expect(choose('ada', 'Blue')).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' });
  });

  test('an end before the beginning is refused', async () => {
    const { change } = await openCourse();
    const signUp = {
      ...openSignUp.signUp,
      opensAt: '2026-03-02T00:00:00Z',
      closesAt: '2026-03-01T00:00:00Z',
    };
    await expect(change(contract.ChangeGroupSet, { ...openSignUp, signUp })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

test('a set of another course is not there', async () => {
  const one = await openCourse();
  const other = await openCourse();
  const foreign: CourseScope = one.scope;
  expect(foreign.courseId).not.toBe(other.scope.courseId);
  for (const endpoint of [contract.GetGroupSet, contract.ListUnplaced]) {
    await expect(one.call('teacher', endpoint, { params: { setId: other.setId } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  const body = { groupId: null };
  await expect(
    one.call('ada', contract.ChooseGroup, { params: { setId: other.setId }, body }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
