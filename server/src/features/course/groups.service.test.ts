import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ImportView } from '../../contracts/groups.ts';
import * as contract from '../../contracts/groups.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { rosterEntry } from '../../../../test/factories/fake-roster.ts';
import { openRosterWorld, type RosterWorld } from '../../../../test/factories/roster.ts';
import { mattersOf } from '../../../../test/factories/matters.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupIdOf, newId } from '../../core/ids.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { VerifiedLaunch } from '../../platform/lti/ports.ts';

let database: Database;
let world: RosterWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await openRosterWorld(database);
});
afterAll(() => database.close());

const GROUPS_SERVICE = { groupsUrl: 'https://lms.example/groups', setsUrl: 'https://lms.example/sets' };

interface Opened {
  context: string;
  scope: CourseScope;
  /** Calls a route as the course's teacher. */
  call<T>(endpoint: Endpoint, input?: { params?: object; query?: object; body?: object }): Promise<T>;
}

/** A course of its own with a teacher and four learners on the roster. */
async function openCourse(teacher: Partial<VerifiedLaunch> = {}): Promise<Opened> {
  const context = newId();
  await world.connection.collection('jobs').deleteMany({});
  Object.assign(world.lms, {
    people: ['ada', 'bo', 'chi', 'dee'].map((id) => rosterEntry(id, { email: `${id}@example.test` })),
    groups: [],
    sets: [],
    groupRosters: null,
    pageSize: 1000,
    interruption: null,
  });
  world.lms.people.push(rosterEntry('teacher', { role: 'instructor' }));
  await world.launch(context, 'teacher', { role: 'instructor', ...teacher });
  world.clock.forward(1);
  await world.settle();
  const scope = world.scopeOf(context);
  const caller = {
    scope,
    actor: { kind: 'member', memberId: world.memberId(scope, 'teacher'), role: 'instructor' },
    requestId: 'request',
    can: () => true,
  } as unknown as Caller;
  return {
    context,
    scope,
    async call(endpoint, { params = {}, query = {}, body } = {}) {
      const route = world.roster.routes.find((known) => known.endpoint === endpoint);
      const request = { caller, params, query: endpoint.query?.parse(query), body };
      return endpoint.response.parse(await route?.serve(request as never)) as never;
    },
  };
}

/** Who is in which group right now: group name or LMS id → subjects. */
async function inGroups({ call }: Opened): Promise<Record<string, string[]>> {
  const { sets } = await call<contract.GroupsView>(contract.GetGroups);
  const found: Record<string, string[]> = {};
  for (const { id } of sets) {
    const { items } = await call<{ items: contract.GroupView[] }>(contract.ListGroups, {
      params: { setId: id },
    });
    for (const { name, lmsId, status, members } of items) {
      if (status === 'active')
        found[name ?? lmsId ?? ''] = members.map((member) => member.name?.slice(7) ?? '');
    }
  }
  return found;
}

const overview = ({ call }: Opened) => call<contract.GroupsView>(contract.GetGroups);

/** A learner launches and the LMS says the ids of their groups; then everything that follows from it happens. */
async function launch({ context }: Opened, subject: string, groups: string[] | null): Promise<void> {
  world.clock.forward(60);
  await world.launch(context, subject, { groups });
  world.clock.forward(1);
  await world.settle();
}

describe('ids that launches give (Moodle)', () => {
  test('put those who launched into groups of which only the id is known; who is unresolved is said', async () => {
    const opened = await openCourse();
    expect(await overview(opened)).toMatchObject({ told: 'nothing', unresolved: 4 });
    await launch(opened, 'ada', ['1', '3']);
    await launch(opened, 'bo', []);
    expect(await inGroups(opened)).toEqual({ '1': ['ada'], '3': ['ada'] });
    expect(await overview(opened)).toMatchObject({ told: 'launches', unresolved: 2 });
    const unresolved = await opened.call<{ items: { name: string }[] }>(contract.ListUnresolved);
    expect(unresolved.items.map(({ name }) => name)).toEqual(['Person chi', 'Person dee']);
  });

  test('a change ends one membership and begins another; what was stays as it was', async () => {
    const opened = await openCourse();
    await launch(opened, 'ada', ['1']);
    const [before] = await world.memberships(opened.scope);
    await launch(opened, 'ada', ['2']);
    const [was, is] = await world.memberships(opened.scope);
    expect(was).toMatchObject({ groupId: before?.groupId, from: before?.from, open: false });
    expect(is).toMatchObject({ open: true, to: null });
    expect(was?.to).toEqual(is?.from);
    await launch(opened, 'ada', ['2']);
    expect(await world.memberships(opened.scope)).toHaveLength(2);
  });

  test('a launch that does not say changes nothing', async () => {
    const opened = await openCourse();
    await launch(opened, 'ada', ['1']);
    await launch(opened, 'ada', null);
    expect(await inGroups(opened)).toEqual({ '1': ['ada'] });
  });

  test('who leaves the course leaves its groups, and is back in them by a launch that says so', async () => {
    const opened = await openCourse();
    await launch(opened, 'ada', ['1']);
    world.lms.people = world.lms.people.filter(({ subject }) => subject !== 'ada');
    world.clock.forward(3600);
    await world.settle();
    expect(await inGroups(opened)).toEqual({ '1': [] });
    await launch(opened, 'ada', ['1']);
    expect(await inGroups(opened)).toEqual({ '1': ['ada'] });
    expect((await world.memberships(opened.scope)).map(({ open }) => open)).toEqual([false, true]);
  });
});

describe('the roster of each group (Canvas)', () => {
  test('names the group and fills it with people who have not launched; a group that is gone keeps its past', async () => {
    const opened = await openCourse();
    world.lms.groupRosters = new Map([['g1', { title: 'Red', subjects: ['ada', 'bo'] }]]);
    await launch(opened, 'ada', ['g1']);
    expect(await inGroups(opened)).toEqual({ Red: ['ada', 'bo'] });
    expect(await overview(opened)).toMatchObject({
      told: 'rosters',
      unresolved: 2,
      read: { state: 'read' },
      sets: [{ name: null, source: 'lms', groups: 1, members: 2 }],
    });
    world.lms.groupRosters.set('g1', { title: 'Crimson', subjects: ['bo', 'chi'] });
    world.clock.forward(60);
    await opened.call(contract.ReadGroups);
    expect(await overview(opened)).toMatchObject({ read: { state: 'reading' } });
    await world.settle();
    expect(await inGroups(opened)).toEqual({ Crimson: ['bo', 'chi'] });
    world.lms.groupRosters.clear();
    world.clock.forward(60);
    await opened.call(contract.ReadGroups);
    await world.settle();
    expect(await inGroups(opened)).toEqual({});
    expect(await world.memberships(opened.scope)).toHaveLength(3);
  });
});

describe('the groups service', () => {
  const open = async () => {
    const opened = await openCourse({ groupsService: GROUPS_SERVICE });
    world.lms.sets = [{ id: 's1', name: 'Teams' }];
    world.lms.groups = [
      { id: 'g1', name: 'Red', setId: 's1' },
      { id: 'g2', name: 'Green', setId: 's1' },
      { id: 'g3', name: 'Loose', setId: null },
    ];
    enrol({ ada: ['g1'], bo: ['g1', 'g3'], chi: ['g2'], dee: [], teacher: [] });
    return opened;
  };
  function enrol(groups: Record<string, string[] | null>): void {
    world.lms.people = world.lms.people.map((entry) => ({ ...entry, groups: groups[entry.subject] ?? null }));
  }
  const reread = async (opened: Opened) => {
    world.clock.forward(60);
    await opened.call(contract.ReadGroups);
    await world.settle();
  };

  test('gives sets, groups and everybody’s place; repeats change nothing', async () => {
    const opened = await open();
    await reread(opened);
    const expected = { Red: ['ada', 'bo'], Green: ['chi'], Loose: ['bo'] };
    expect(await inGroups(opened)).toEqual(expected);
    expect(await overview(opened)).toMatchObject({ told: 'service', unresolved: 0, read: { state: 'read' } });
    await reread(opened);
    expect(await inGroups(opened)).toEqual(expected);
    expect(await world.memberships(opened.scope)).toHaveLength(4);
  });

  test('follows moves, renames, groups that go and sets that change', async () => {
    const opened = await open();
    await reread(opened);
    world.lms.groups = [
      { id: 'g1', name: 'Crimson', setId: 's1' },
      { id: 'g3', name: 'Loose', setId: 's1' },
    ];
    enrol({ ada: ['g3'], bo: ['g1', 'g3'], chi: [], dee: ['g1'], teacher: [] });
    await reread(opened);
    expect(await inGroups(opened)).toEqual({ Crimson: ['bo', 'dee'], Loose: ['ada', 'bo'] });
  });

  test('a reading that is not whole, or does not tell somebody’s groups, takes nobody out', async () => {
    const opened = await open();
    await reread(opened);
    enrol({ ada: [], bo: null, chi: ['g2'], dee: [], teacher: [] });
    world.lms.interruption = { afterPages: 0, how: 'UNREADABLE' };
    await reread(opened);
    expect(await inGroups(opened)).toMatchObject({ Red: ['ada', 'bo'] });
    expect(await overview(opened)).toMatchObject({
      read: { state: 'failed', trouble: { reason: 'UNREADABLE' } },
    });
    expect(await mattersOf(world.roster.matterSource, opened.scope)).toMatchObject([
      { code: 'GROUPS_NOT_READ', nextAction: { path: '/groups/read' } },
    ]);
    await reread(opened);
    expect(await inGroups(opened)).toMatchObject({ Red: ['bo'], Loose: ['bo'] });
  });
});

describe('a file', () => {
  const file = (...rows: string[]) => ({ body: { csv: rows.join('\n') } });
  const HEAD = 'Group set,Group,Group ID,User ID,E-mail,Name';

  test('is previewed without changing anything, then makes sets, groups and memberships', async () => {
    const opened = await openCourse();
    const rows = file(
      HEAD,
      'Teams,Red,,ada',
      'Teams,Red,,,BO@example.test',
      'Teams,Green,,,,person  CHI',
      ',Loose',
    );
    const expected = { rows: 4, problemCount: 0, made: 3, named: 0, placed: 3, moved: 0, unchanged: 0 };
    expect(await opened.call<ImportView>(contract.PreviewImport, rows)).toMatchObject(expected);
    expect(await inGroups(opened)).toEqual({});
    expect(await opened.call<ImportView>(contract.ImportGroups, rows)).toMatchObject(expected);
    expect(await inGroups(opened)).toEqual({ Red: ['ada', 'bo'], Green: ['chi'], Loose: [] });
    world.clock.forward(60);
    expect(await opened.call<ImportView>(contract.ImportGroups, rows)).toMatchObject({
      made: 0,
      placed: 0,
      unchanged: 3,
    });
    world.clock.forward(60);
    const moved = await opened.call<ImportView>(contract.ImportGroups, file(HEAD, 'teams,GREEN,,ada'));
    expect(moved).toMatchObject({ made: 0, placed: 0, moved: 1 });
    expect(await inGroups(opened)).toEqual({ Red: ['bo'], Green: ['ada', 'chi'], Loose: [] });
    expect(await world.memberships(opened.scope)).toHaveLength(4);
    expect(await overview(opened)).toMatchObject({ unresolved: 1 });
  });

  test('rows with a problem are named by line and left out, the rest counts', async () => {
    const opened = await openCourse();
    world.lms.people.push(
      rosterEntry('twin1', { name: 'Sam Same' }),
      rosterEntry('twin2', { name: 'Sam Same' }),
    );
    world.lms.people = world.lms.people.filter(({ subject }) => subject !== 'dee');
    world.clock.forward(3600);
    await world.settle();
    const answer = await opened.call<ImportView>(
      contract.ImportGroups,
      file(
        HEAD,
        'Teams,Red,,ada',
        'Teams,,,bo',
        'Teams,Red,,,,Sam Same',
        'Teams,Red,,nobody',
        'Teams,Red,,dee',
        'Teams,Blue,,ada',
        `Teams,${'x'.repeat(201)},,bo`,
        '"broken"row,Red,,bo',
        'Teams,Green,,,,Person bo',
      ),
    );
    expect(answer.problems.map(({ line, problem, value }) => [line, problem, value.slice(0, 9)])).toEqual([
      [3, 'GROUP_MISSING', ''],
      [4, 'PERSON_AMBIGUOUS', 'Sam Same'],
      [5, 'PERSON_UNKNOWN', 'nobody'],
      [6, 'PERSON_LEFT', 'dee'],
      [7, 'TWICE_IN_SET', 'Person ad'],
      [8, 'NAME_TOO_LONG', 'xxxxxxxxx'],
      [9, 'ROW_BROKEN', ''],
    ]);
    // What a row that is left out names is not made either.
    expect(answer).toMatchObject({ rows: 9, placed: 2, made: 2 });
    expect(await inGroups(opened)).toEqual({ Red: ['ada'], Green: ['bo'] });
  });

  test('names the groups of which launches gave only ids, and adds the people who have not launched', async () => {
    const opened = await openCourse();
    await launch(opened, 'ada', ['7']);
    await opened.call(contract.ImportGroups, file('group id;group;email', '7;Reds;', '7;;bo@example.test'));
    expect(await inGroups(opened)).toEqual({ Reds: ['ada', 'bo'] });
    await launch(opened, 'ada', ['7', '8']);
    expect(await inGroups(opened)).toEqual({ Reds: ['ada', 'bo'], '8': ['ada'] });
  });

  test('without a column for groups is refused as a whole', async () => {
    const { call } = await openCourse();
    await expect(call(contract.PreviewImport, file('a,b', '1,2'))).rejects.toMatchObject({
      code: 'FILE_WITHOUT_COLUMNS',
    });
  });

  test('that was exported takes everything in again unchanged', async () => {
    const opened = await openCourse();
    await launch(opened, 'ada', ['7']);
    await opened.call(
      contract.ImportGroups,
      file(HEAD, 'Teams,=Red,,ada', 'Teams,"Grün, 2",,bo', ',Loose,,chi'),
    );
    const { csv } = await opened.call<{ csv: string }>(contract.ExportGroups);
    expect(csv).toContain("Teams,'=Red,,csv,ada,ada@example.test,Person ada");
    const again = await opened.call<ImportView>(contract.ImportGroups, { body: { csv } });
    expect(again).toMatchObject({ problemCount: 0, made: 0, named: 0, placed: 0, moved: 0, unchanged: 4 });
  });
});

test('the same group ids in another platform, deployment or client id are other groups with other people', async () => {
  const opened = await openCourse();
  await launch(opened, 'ada', ['1']);
  for (const other of [{ deploymentId: '2' }, { platformId: 'other' }]) {
    await world.launch(opened.context, 'ada', { groups: ['1', '2'], ...other });
    await world.settle();
    const there = world.scopeOf(opened.context, other.platformId, other.deploymentId);
    expect(await world.memberships(there)).toHaveLength(2);
    expect(groupIdOf(there.courseId, 'lms', '1')).not.toBe(groupIdOf(opened.scope.courseId, 'lms', '1'));
  }
  expect(await inGroups(opened)).toEqual({ '1': ['ada'] });
});

test('whatever launches say, in whatever order their events are followed, the last word of each is what is open', async () => {
  const said = fc.record({
    subject: fc.constantFrom('ada', 'bo'),
    groups: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
    /** Whether what follows from it happens before the next launch. */
    settles: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (launches) => {
      const opened = await openCourse();
      const last: Record<string, string[]> = {};
      for (const { subject, groups, settles } of launches) {
        world.clock.forward(60);
        last[subject] = groups.toSorted();
        await world.launch(opened.context, subject, { groups: last[subject] });
        if (settles) await world.settle();
      }
      await world.settle();
      const all = await world.memberships(opened.scope);
      for (const [subject, groups] of Object.entries(last)) {
        const open = all.filter((one) => one.open && one.memberId === world.memberId(opened.scope, subject));
        expect(open.map(({ groupId }) => groupId).sort()).toEqual(
          groups.map((id) => groupIdOf(opened.scope.courseId, 'lms', id)).sort(),
        );
      }
      // A stretch of time in a group never overlaps another in the same group, and none ends before it began.
      for (const one of all) expect(one.to === null || one.from < one.to).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);
