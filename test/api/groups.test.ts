/** Groups from each kind of LMS, through real launches, HTTP and background jobs. */
import { describe, expect, test } from '@jest/globals';
import type { GroupsView, GroupView } from '../../server/src/contracts/groups.ts';
import type { RosterView } from '../../server/src/contracts/roster.ts';
import { until } from '../factories/until.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import type { ProfileName } from '../lms-simulator/index.ts';

const TEST_MS = 60_000;

async function withStack(profile: ProfileName, tell: (stack: ApiStack, staff: ApiSession) => Promise<void>) {
  const stack = await startApiStack(profile);
  try {
    const staff = await stack.open(stack.person('instructor'));
    await until(
      'the roster is read',
      async () => (await staff.ok<RosterView>('GET', '/roster')).state === 'read',
    );
    await tell(stack, staff);
  } finally {
    await stack.close();
  }
}

const areRead = async (staff: ApiSession): Promise<boolean> =>
  (await staff.ok<GroupsView>('GET', '/groups')).read.state === 'read';

/** Names of people by the names of their groups. */
async function membersOf(staff: ApiSession): Promise<Record<string, string[]>> {
  const { sets } = await staff.ok<GroupsView>('GET', '/groups');
  const pages = await Promise.all(
    sets.map(({ id }) => staff.ok<{ items: GroupView[] }>('GET', `/group-sets/${id}/groups`)),
  );
  return Object.fromEntries(
    pages
      .flatMap(({ items }) => items)
      .map(({ name, lmsId, members }) => [name ?? lmsId ?? '', members.map((member) => member.name ?? '')]),
  );
}

const namesOf = ({ simulator }: ApiStack, ids: readonly string[] = []): string[] =>
  simulator.people
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .sort();

const sorted = (groups: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(groups).map(([name, people]) => [name, people.toSorted()]));

describe('groups', () => {
  test(
    'a groups service gives everybody’s, before any learner has been here',
    () =>
      withStack('strict', async (stack, staff) => {
        const expected = Object.fromEntries(
          stack.course.groups.map(({ name, userIds }) => [name, namesOf(stack, userIds)]),
        );
        await until('the groups are read', () => areRead(staff));
        expect(sorted(await membersOf(staff))).toEqual(expected);
        expect(await staff.ok('GET', '/groups')).toMatchObject({
          told: 'service',
          unresolved: 0,
          sets: [{ name: 'Project teams', source: 'lms', groups: 3, members: 12 }],
          read: { state: 'read' },
        });
      }),
    TEST_MS,
  );

  test(
    'Canvas gives a whole group once one of its members has launched',
    () =>
      withStack('canvas', async (stack, staff) => {
        expect(await membersOf(staff)).toEqual({});
        await stack.open(stack.person('learner', 0));
        const [red] = stack.course.groups;
        await until('the group is read', async () => (await membersOf(staff))['Red']?.length === 4);
        expect(sorted(await membersOf(staff))).toEqual({ Red: namesOf(stack, red?.userIds) });
        expect(await staff.ok('GET', '/groups')).toMatchObject({ told: 'rosters', unresolved: 8 });
      }),
    TEST_MS,
  );

  test(
    'Moodle gives the ids of those who launched',
    () =>
      withStack('moodle', async (stack, staff) => {
        await stack.open(stack.person('learner', 0));
        const [red] = stack.course.groups;
        await until('the group is known', async () => (await membersOf(staff))[red?.id ?? ''] !== undefined);
        expect(await membersOf(staff)).toEqual({ [red?.id ?? '']: [stack.person('learner', 0).name] });
        expect(await staff.ok('GET', '/groups')).toMatchObject({
          told: 'launches',
          unresolved: 11,
          read: { state: 'unavailable' },
          can: { read: false, import: true },
        });
      }),
    TEST_MS,
  );

  test(
    'a group of another course is not found, and its people are not told',
    () =>
      withStack('strict', async (stack, staff) => {
        await until('the groups are read', () => areRead(staff));
        const { sets } = await staff.ok<GroupsView>('GET', '/groups');
        const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
        const stranger = await stack.open(
          stack.simulator.addPerson(elsewhere, { role: 'instructor' }),
          undefined,
          elsewhere,
        );
        expect(await stranger.call('GET', `/group-sets/${sets[0]?.id ?? ''}/groups`)).toMatchObject({
          status: 404,
          body: { error: { code: 'NOT_FOUND' } },
        });
        expect(await stranger.ok('GET', '/groups')).toMatchObject({ sets: [] });
        const { csv } = await stranger.ok<{ csv: string }>('GET', '/groups/export');
        expect(csv).not.toContain('Red');
      }),
    TEST_MS,
  );
});
