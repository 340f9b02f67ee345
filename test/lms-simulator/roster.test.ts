import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Course, ProfileName } from './index.ts';
import { accessToken, call, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

interface Member {
  user_id: string;
  status: string;
  roles: string[];
  name?: string;
  group_enrollments?: { group_id: string }[];
}

const benches = {} as Record<ProfileName, { bench: Bench; token: string; course: Course; members: string }>;
beforeAll(async () => {
  for (const profile of ['moodle', 'canvas', 'strict'] as const) {
    const bench = await startBench({ profile });
    const [course] = bench.simulator.courses;
    if (!course) throw new Error('no course');
    const path = {
      moodle: 'mod/lti/services.php/CourseSection/2/bindings/1/memberships',
      canvas: 'api/lti/courses/2/names_and_roles',
      strict: 'services/courses/2/members?tool=1',
    };
    benches[profile] = {
      bench,
      course,
      token: await accessToken(bench),
      members: `${bench.simulator.url}/${path[profile]}`,
    };
  }
});
afterAll(async () => {
  for (const { bench } of Object.values(benches)) await bench.close();
});

/** All pages of a roster, by its `next` links. */
async function readAll(
  profile: ProfileName,
  query: Record<string, string> = {},
): Promise<{ members: Member[]; pages: number; links: string }> {
  const { members, token } = benches[profile];
  const start = new URL(members);
  for (const [name, value] of Object.entries(query)) start.searchParams.set(name, value);
  const read: Member[] = [];
  let links = '';
  let pages = 0;
  for (let next: string | undefined = start.href; next !== undefined; pages += 1) {
    const response = await call(token, 'GET', next);
    expect(response.status).toBe(200);
    read.push(...((await response.json()) as { members: Member[] }).members);
    links = response.headers.get('link') ?? '';
    next = /<([^>]+)>; rel="next"/.exec(links)?.[1];
  }
  return { members: read, pages, links };
}

describe.each(['moodle', 'canvas', 'strict'] as const)('%s', (profile) => {
  test('pages hold everybody once', async () => {
    const { members, pages } = await readAll(profile, { limit: '4' });
    expect(pages).toBe(4);
    expect(new Set(members.map((member) => member.user_id)).size).toBe(14);
  });

  test('the roster can be asked for one role', async () => {
    const { members } = await readAll(profile, { role: `${MEMBERSHIP}#Learner` });
    expect(members).toHaveLength(12);
  });

  test('with ids only, no names leave', async () => {
    const { bench } = benches[profile];
    const tool = bench.simulator.institution.state.tools[bench.registration.clientId];
    if (!tool) throw new Error('no tool');
    tool.privacy = 'ids';
    const { members } = await readAll(profile);
    tool.privacy = 'full';
    expect(Object.keys(members[0] ?? {})).not.toContain('name');
  });
});

test.each<[ProfileName, string[]]>([
  ['moodle', ['Instructor']],
  ['canvas', [`${MEMBERSHIP}/Instructor#TeachingAssistant`, `${MEMBERSHIP}#Instructor`]],
  ['strict', [`${MEMBERSHIP}/Instructor#TeachingAssistant`]],
])('%s names an assistant in its own way', async (profile, roles) => {
  const { bench, course } = benches[profile];
  const [assistant] = bench.simulator.peopleWith(course, 'assistant');
  const { members } = await readAll(profile);
  expect(members.find((member) => member.user_id === assistant?.id)?.roles).toEqual(roles);
});

test('canvas: a page holds at most 50 people, and a wrong rlid is refused', async () => {
  const { bench, course, members, token } = benches.canvas;
  for (let index = 0; index < 45; index += 1) bench.simulator.addPerson(course, { role: 'observer' });
  expect((await readAll('canvas', { limit: '1000' })).pages).toBe(2);
  expect((await call(token, 'GET', `${members}?rlid=unknown`)).status).toBe(400);
});

test('canvas: a group’s roster by the id that launches give', async () => {
  const { bench, course, token } = benches.canvas;
  const [group] = course.groups;
  const response = await call(
    token,
    'GET',
    `${bench.simulator.url}/api/lti/groups/lti_context_id:${group?.id}/names_and_roles`,
  );
  const { members } = (await response.json()) as { members: Member[] };
  expect(members.map((member) => member.user_id)).toEqual(group?.userIds);
});

describe('strict', () => {
  test('tells joiners and leavers since an earlier answer', async () => {
    const { bench, course, token } = benches.strict;
    const differences = /<([^>]+)>; rel="differences"/.exec((await readAll('strict')).links)?.[1] ?? '';
    const [leaver] = bench.simulator.peopleWith(course, 'learner');
    bench.simulator.institution.changeMember(course, leaver?.id ?? '', { status: 'Deleted' });
    const joiner = bench.simulator.addPerson(course, { role: 'learner' });
    const { members } = (await (await call(token, 'GET', differences)).json()) as { members: Member[] };
    const changes = Object.fromEntries(members.map(({ user_id, status }) => [user_id, status]));
    expect(changes).toEqual({ [leaver?.id ?? '']: 'Deleted', [joiner.id]: 'Active' });
  });

  test('offers groups, their sets and enrolments', async () => {
    const { bench, course, token } = benches.strict;
    const read = async (path: string): Promise<unknown> =>
      (await call(token, 'GET', `${bench.simulator.url}/services/courses/2/${path}`)).json();
    expect(await read('group-sets')).toMatchObject({ sets: [{ name: 'Project teams' }] });
    expect(await read('groups')).toMatchObject({
      groups: [{ name: 'Red' }, { name: 'Green' }, { name: 'Blue' }],
    });
    const { members } = await readAll('strict', { groups: 'true' });
    const [group] = course.groups;
    const enrolled = members.find((member) => member.user_id === group?.userIds[1]);
    expect(enrolled?.group_enrollments).toEqual([{ group_id: group?.id }]);
  });
});
