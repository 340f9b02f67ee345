import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { rosterEntry } from '../../../../test/factories/fake-roster.ts';
import {
  openRosterWorld,
  rosterStatus,
  type RosterWorld,
  standing,
} from '../../../../test/factories/roster.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Role } from '../../core/roles.ts';
import type { Database } from '../../platform/database/connect.ts';

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

describe('a whole roster', () => {
  test('brings people who have never launched, with their roles', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'), rosterEntry('tim', { role: 'assistant' }));
    await read(scope);
    const members = await world.members(scope);
    expect(standing(members)).toEqual({
      ada: 'active learner',
      teacher: 'active instructor',
      tim: 'active assistant',
    });
    expect(members.find(({ subject }) => subject === 'ada')).toMatchObject({ lastLaunchAt: null });
    expect(await status(scope)).toMatchObject({ people: 3, learners: 1, trouble: null });
  });

  test('lets leave whom it names no more; who comes back is the same member with their history', async () => {
    const { context, scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'));
    await read(scope);
    world.lms.people.pop();
    await read(scope);
    const [left] = await world.members(scope);
    expect(left).toMatchObject({ subject: 'ada', status: 'inactive', role: 'learner' });
    await world.launch(context, 'ada');
    const [back] = await world.members(scope);
    expect(back).toMatchObject({ _id: left?._id, status: 'active', firstSeenAt: left?.['firstSeenAt'] });
    expect(back?.events.map(({ type, data }) => [type, data['after'] ?? data])).toEqual([
      ['member.joined', { role: 'learner' }],
      ['member.changed', { status: 'inactive' }],
      ['member.changed', { status: 'active' }],
    ]);
  });

  test('changes roles and follows Inactive; an unknown person who is inactive is not taken in', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'), rosterEntry('bo'), rosterEntry('gone', { status: 'inactive' }));
    await read(scope);
    world.lms.people = [
      rosterEntry('teacher', { role: 'instructor' }),
      rosterEntry('ada', { role: 'assistant' }),
      rosterEntry('bo', { status: 'inactive' }),
    ];
    await read(scope);
    expect(standing(await world.members(scope))).toEqual({
      ada: 'active assistant',
      bo: 'inactive learner',
      teacher: 'active instructor',
    });
  });

  test('with ids only keeps the names that launches gave, and sorts others by id', async () => {
    const { context, scope } = await openCourse();
    await world.launch(context, 'ada', { name: 'Ada Ström', email: 'ada@example.test' });
    world.clock.forward(1);
    world.lms.people = ['teacher', 'ada', 'u-77'].map((id) => rosterEntry(id, { name: null }));
    await read(scope);
    const members = await world.members(scope);
    expect(members.map(({ subject, name, sortName, email }) => [subject, name, sortName, email])).toEqual([
      ['ada', 'Ada Ström', 'ada ström', 'ada@example.test'],
      ['teacher', 'Person teacher', 'person teacher', null],
      ['u-77', null, 'u-77', null],
    ]);
  });

  test('takes names of any script and length, and two people of one name', async () => {
    const { scope } = await openCourse();
    const names = ['فاطمة الزهراء', 'X'.repeat(500), 'Sam Same', 'Sam Same', '=cmd()', '👩‍👩‍👧 family'];
    world.lms.people.push(...names.map((name, n) => rosterEntry(`p${n}`, { name })));
    await read(scope);
    expect((await world.members(scope)).map(({ name }) => name)).toEqual([...names, 'Person teacher']);
  });

  test('never forgets that somebody is the test student', async () => {
    const { context, scope } = await openCourse();
    await world.launch(context, 'student-view', { testUser: true });
    world.clock.forward(1);
    world.lms.people.push(rosterEntry('student-view'));
    await read(scope);
    expect((await world.members(scope))[0]).toMatchObject({ subject: 'student-view', testUser: true });
    expect(await status(scope)).toMatchObject({ people: 1, learners: 0 });
  });

  test('listing somebody twice, once as inactive, keeps them in', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'), rosterEntry('ada', { status: 'inactive' }));
    await read(scope);
    world.lms.pageSize = 1;
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ ada: 'active learner' });
  });

  test('an administrator whom it does not name stays for the session that the LMS opened, then leaves', async () => {
    const { context, scope } = await openCourse();
    await world.launch(context, 'admin', { role: 'instructor' });
    world.clock.forward(1);
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ admin: 'active instructor' });
    world.clock.forward(12 * 3600);
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ admin: 'inactive instructor' });
  });
});

describe('a launch during the reading', () => {
  test.each<[string, { role: Role }, Partial<ReturnType<typeof rosterEntry>> | null]>([
    ['wins over the role that the roster had', { role: 'assistant' }, { role: 'learner' }],
    ['wins over Inactive', { role: 'learner' }, { status: 'inactive' }],
    ['wins over not being named', { role: 'learner' }, null],
  ])('%s', async (_rule, launched, entry) => {
    const { context, scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'));
    await read(scope);
    world.lms.people.pop();
    if (entry) world.lms.people.push(rosterEntry('ada', entry));
    world.lms.betweenPages = async () => {
      world.clock.forward(1);
      await world.launch(context, 'ada', launched);
    };
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ ada: `active ${launched.role}` });
    world.lms.betweenPages = () => undefined;
    await read(scope);
    const expected = entry ? `${entry.status ?? 'active'} learner` : 'inactive learner';
    expect(standing(await world.members(scope))).toMatchObject({ ada: expected });
  });
});

describe('a reading that is not whole makes nobody leave', () => {
  test.each<[string, () => void, string]>([
    [
      'interrupted by the LMS',
      () => void (world.lms.interruption = { afterPages: 1, how: 'UNREACHABLE' }),
      'UNREACHABLE',
    ],
    [
      'a log-in page in the middle',
      () => void (world.lms.interruption = { afterPages: 1, how: 'UNREADABLE' }),
      'UNREADABLE',
    ],
    ['pages without end', () => void (world.lms.interruption = { afterPages: 1, how: 'ENDLESS' }), 'ENDLESS'],
    ['entries that cannot be understood', () => void (world.lms.unreadable = 1), 'PARTIAL'],
    ['nobody at all', () => void (world.lms.people = []), 'EMPTY'],
  ])('%s', async (_case, spoil, reason) => {
    const { scope } = await openCourse();
    world.lms.people.push(...['ada', 'bo', 'chi'].map((id) => rosterEntry(id)));
    await read(scope);
    world.lms.people = world.lms.people.filter(({ subject }) => subject !== 'chi');
    world.lms.pageSize = 1;
    spoil();
    await read(scope);
    expect((await world.members(scope)).map(({ status }) => status)).toEqual(Array(4).fill('active'));
    expect((await status(scope)).trouble).toMatchObject({ reason, tries: 1 });
  });

  test('somebody who slips from one page to another while it is read is looked for again', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(...['ada', 'bo', 'chi'].map((id) => rosterEntry(id)));
    await read(scope);
    const whole = world.lms.people;
    Object.assign(world.lms, { pageSize: 2, people: whole.filter(({ subject }) => subject !== 'bo') });
    world.lms.betweenPages = () => void (world.lms.people = whole);
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({ bo: 'active learner' });
    // Missing in both readings, somebody has left.
    world.lms.people = whole.filter(({ subject }) => subject !== 'ada');
    world.lms.betweenPages = () => undefined;
    await read(scope);
    expect(standing(await world.members(scope))).toMatchObject({
      ada: 'inactive learner',
      bo: 'active learner',
    });
  });
});

describe('differences', () => {
  test('are read instead of everything, and heal by a whole reading once a day or when they fail', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'), rosterEntry('bo'));
    world.lms.differences = [];
    await read(scope);
    world.lms.reads.length = 0;
    world.lms.differences = [rosterEntry('ada', { status: 'inactive' }), rosterEntry('chi')];
    await read(scope);
    expect(world.lms.reads.map(({ url }) => url)).toEqual(['https://lms.example/differences']);
    expect(standing(await world.members(scope))).toEqual({
      ada: 'inactive learner',
      bo: 'active learner',
      chi: 'active learner',
      teacher: 'active instructor',
    });
    world.lms.interruption = { afterPages: 0, how: 'REFUSED' };
    await read(scope);
    expect(world.lms.reads.slice(1).map(({ url }) => url)).toEqual([
      'https://lms.example/differences',
      'https://lms.example/members',
    ]);
    expect(standing(await world.members(scope))).toMatchObject({
      ada: 'active learner',
      chi: 'inactive learner',
    });
    world.clock.forward(24 * 3600);
    world.lms.reads.length = 0;
    await read(scope);
    expect(world.lms.reads.map(({ url }) => url)).toEqual(['https://lms.example/members']);
  });
});

test('the same people in another deployment, platform or course are other members', async () => {
  const { context, scope } = await openCourse();
  world.lms.people.push(rosterEntry('ada'));
  await read(scope);
  for (const other of [{ deploymentId: '2' }, { platformId: 'other' }]) {
    await world.launch(context, 'teacher', { role: 'instructor', ...other });
    await world.launch(context, 'ada', other);
    const there = world.scopeOf(context, other.platformId, other.deploymentId);
    world.clock.forward(1);
    world.lms.people = [rosterEntry('teacher', { role: 'instructor' })];
    await read(there);
    await read(there);
    world.clock.forward(12 * 3600);
    await read(there);
    expect(standing(await world.members(there))).toMatchObject({ ada: 'inactive learner' });
    expect(standing(await world.members(scope))).toMatchObject({ ada: 'active learner' });
  }
});

describe('by itself', () => {
  const jobOf = ({ courseId }: CourseScope) =>
    world.connection
      .collection<{ _id: string; dueAt: Date }>('jobs')
      .findOne({ _id: `course.roster/${courseId}` });

  test('the first member of staff has it read, then it is read every hour until a month after the last launch', async () => {
    const { scope } = await openCourse();
    world.lms.people.push(rosterEntry('ada'));
    await world.settle();
    expect(standing(await world.members(scope))).toMatchObject({ ada: 'active learner' });
    const next = await jobOf(scope);
    expect((next?.dueAt.getTime() ?? 0) - world.clock.now().getTime()).toBe(3600_000);
    world.clock.forward(31 * 24 * 3600);
    await world.settle();
    expect(await jobOf(scope)).toBeNull();
  });

  test('each launch by staff has it read, but not all of a class hour’s', async () => {
    const { scope } = await openCourse();
    await world.settle();
    world.lms.reads.length = 0;
    for (let launches = 0; launches < 3; launches++) world.roster.afterStaffLaunch(scope);
    await until(async () => (await jobOf(scope))?.dueAt.getTime() === world.clock.now().getTime());
    await world.settle();
    expect(world.lms.reads).toHaveLength(1);
  });

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
});
