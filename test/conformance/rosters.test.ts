/** Rosters and groups, as each kind of LMS gives them and as they go wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReadPiece, RosterEntry, VerifiedLaunch } from '../../server/src/platform/lti/ports.ts';
import { quirksOf } from '../../server/src/platform/lti/quirks/index.ts';
import type { Fault, ProfileName } from '../lms-simulator/index.ts';
import { first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { tidy } from './launch-support.ts';

const PROFILES = ['moodle', 'canvas', 'strict'] as const;
const benches = {} as Record<ProfileName, LaunchBench>;
const launched = {} as Record<ProfileName, VerifiedLaunch>;

beforeAll(async () => {
  for (const profile of PROFILES) {
    const bench = (benches[profile] = await startLaunchBench({ profile }));
    await bench.answer(await bench.login({ person: bench.instructor }));
    launched[profile] = first(bench.launches);
  }
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.close();
});
beforeEach(() => {
  for (const bench of Object.values(benches)) {
    tidy(bench);
    bench.simulator.requests.clear();
  }
});

interface Whole {
  members: RosterEntry[];
  last: ReadPiece<RosterEntry> | undefined;
  requests: number;
}

async function read(
  profile: ProfileName,
  query: Record<string, string> = {},
  address?: string,
): Promise<Whole> {
  const { platformId, membershipsUrl } = launched[profile];
  const { lti, simulator } = benches[profile];
  const url = new URL(address ?? membershipsUrl ?? '');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const members: RosterEntry[] = [];
  let last: ReadPiece<RosterEntry> | undefined;
  for await (const piece of lti.rosters.readMembers(platformId, url.href)) {
    if (piece.type === 'items') members.push(...piece.items);
    last = piece;
  }
  return { members, last, requests: simulator.requests.ofKind('memberships').length };
}

describe.each(PROFILES)('%s', (profile) => {
  test('gives everybody once, page by page, with role, name and status', async () => {
    const { members, last, requests } = await read(profile, { limit: '4' });
    expect(last).toMatchObject({ type: 'end', unreadable: 0, title: 'Collab 101' });
    expect(requests).toBe(4);
    expect(new Set(members.map(({ subject }) => subject)).size).toBe(14);
    const roles = members.map(({ role }) => role);
    expect(roles.filter((role) => role === 'learner')).toHaveLength(12);
    // Moodle's short names do not tell an assistant from an instructor.
    expect(roles.filter((role) => role === 'assistant')).toHaveLength(profile === 'moodle' ? 0 : 1);
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ada Ström', 'فاطمة الزهراء', 'Suharto']),
    );
    expect(
      members.every(({ status, readOnly, testUser }) => status === 'active' && !readOnly && !testUser),
    ).toBe(true);
  });

  test('asks for large pages and takes what it gets', async () => {
    const { requests } = await read(profile);
    expect(requests).toBe(1);
    expect(first(benches[profile].simulator.requests.ofKind('memberships')).path).toContain('limit=1000');
  });

  test('with ids only, people have neither name nor e-mail', async () => {
    const { simulator, registration } = benches[profile];
    const tool = simulator.institution.state.tools[registration.clientId];
    if (!tool) throw new Error('no tool');
    tool.privacy = 'ids';
    const { members } = await read(profile);
    tool.privacy = 'full';
    expect(members).toHaveLength(14);
    expect(members.every(({ name, email }) => name === null && email === null)).toBe(true);
  });
});

test('the test student is known by the roster too', async () => {
  const { simulator, course } = benches.canvas;
  const student = simulator.addPerson(course, { role: 'test-student' });
  const { members } = await read('canvas');
  simulator.institution.changeMember(course, student.id, { status: 'Deleted' });
  expect(members.find(({ subject }) => subject === student.id)).toMatchObject({
    role: 'learner',
    testUser: true,
  });
});

test('somebody without a known role may look, not write', async () => {
  const { simulator, course } = benches.strict;
  const odd = simulator.addPerson(course, { role: 'learner', roleUris: ['urn:example:visitor'] });
  const { members } = await read('strict');
  simulator.institution.changeMember(course, odd.id, { status: 'Deleted' });
  expect(members.find(({ subject }) => subject === odd.id)).toMatchObject({
    role: 'learner',
    readOnly: true,
  });
});

test('differences hold who joined, left or was suspended since, and nothing else', async () => {
  const { simulator, course, learner } = benches.strict;
  const whole = await read('strict');
  const address = whole.last?.type === 'end' ? whole.last.differencesUrl : null;
  const other = first(simulator.peopleWith(course, 'learner').slice(1));
  simulator.institution.changeMember(course, learner.id, { status: 'Deleted' });
  simulator.institution.changeMember(course, other.id, { status: 'Inactive' });
  const joiner = simulator.addPerson(course, { role: 'assistant' });
  const { members, last } = await read('strict', {}, address ?? '');
  simulator.institution.changeMember(course, learner.id, { status: 'Active' });
  simulator.institution.changeMember(course, other.id, { status: 'Active' });
  simulator.institution.changeMember(course, joiner.id, { status: 'Deleted' });
  expect(Object.fromEntries(members.map(({ subject, status }) => [subject, status]))).toEqual({
    [learner.id]: 'inactive',
    [other.id]: 'inactive',
    [joiner.id]: 'active',
  });
  expect(last).toMatchObject({ type: 'end', differencesUrl: expect.stringContaining('since=') });
});

describe('an LMS that misbehaves', () => {
  type Json = Record<string, unknown>;
  const body = (change: (json: Json) => Json): Fault => ({
    change: (answer) => ({ ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Json)) }),
  });
  const link = (target: (url: string) => string): Fault => ({
    change: (answer, url) => ({ ...answer, headers: { Link: `<${target(url)}>; rel="next"` } }),
  });
  let page = 0;

  test.each<[string, Fault, object]>([
    [
      'JSON labelled text/html is read',
      { change: (answer) => ({ ...answer, contentType: 'text/html' }) },
      { type: 'end' },
    ],
    [
      'a log-in page under 200',
      { body: 'html' },
      { code: 'UNREADABLE', status: 200, words: expect.stringContaining('Back soon.') },
    ],
    ['half a body', { body: 'garbage' }, { code: 'UNREADABLE' }],
    ['JSON of another kind', body(() => ({ people: [] })), { code: 'UNREADABLE' }],
    ['a redirect to a log-in page', { status: 302 }, { code: 'UNREADABLE', status: 302 }],
    [
      '429 with seconds',
      { status: 429, retryAfter: 7 },
      { code: 'UNREACHABLE', status: 429, retryAfterSeconds: 7 },
    ],
    ['403 "Rate Limit Exceeded"', { status: 403 }, { code: 'UNREACHABLE', status: 403 }],
    ['500', { status: 500 }, { code: 'UNREACHABLE', status: 500 }],
    ['401 twice', { status: 401 }, { code: 'REFUSED', status: 401 }],
    ['401 once: a new token, then read', { status: 401, times: 1 }, { type: 'end' }],
    ['404', { status: 404 }, { code: 'REFUSED', status: 404 }],
    ['a dropped connection', { drop: 'before' }, { code: 'UNREACHABLE', status: 0 }],
    [
      'a next page of another origin',
      link(() => 'https://evil.example/members'),
      { code: 'FOREIGN_ADDRESS' },
    ],
    ['a next page that is the same page', link((url) => url), { code: 'ENDLESS' }],
    [
      'pages that repeat under ever new addresses',
      link((url) => `${url}&again=${(page += 1)}`),
      { code: 'ENDLESS' },
    ],
    [
      'an empty page between others is passed over',
      { ...body((json) => ({ ...json, members: [] })), times: 1 },
      { type: 'end' },
    ],
    [
      'entries without an id are counted',
      body((json) => ({ ...json, members: [{ roles: [] }, null, ...(json['members'] as Json[])] })),
      { type: 'end', unreadable: 2 },
    ],
  ])('%s', async (_rule, fault, expected) => {
    const { simulator } = benches.canvas;
    simulator.misbehave.set('memberships', fault);
    const { last, members } = await read('canvas', /empty/.test(_rule) ? { limit: '5' } : {});
    const told = last?.type === 'problem' ? last.problem : last;
    expect(told).toMatchObject(expected);
    if (last?.type === 'end') expect(members.length).toBeGreaterThanOrEqual(9);
  });

  test.each<[string, Fault, object]>([
    ['a token endpoint that is down', { status: 502 }, { code: 'UNREACHABLE', status: 502 }],
    ['a token endpoint that refuses the scope', { status: 400 }, { code: 'REFUSED', status: 400 }],
  ])('%s: no roster is asked for', async (_rule, fault, expected) => {
    const { simulator, clock } = benches.strict;
    // Ends the use of the token that an earlier test got.
    clock.aheadMs = 2 * 3_600_000;
    simulator.misbehave.set('token', fault);
    const { last, requests } = await read('strict');
    expect(last).toMatchObject({ type: 'problem', problem: expected });
    expect(requests).toBe(0);
  });

  test('a roster at another origin gets no token', async () => {
    const { last, requests } = await read('strict', {}, 'https://evil.example/members');
    expect(last).toMatchObject({ problem: { code: 'FOREIGN_ADDRESS' } });
    expect(requests).toBe(0);
  });
});

describe('groups', () => {
  async function collect<T>(pieces: AsyncIterable<ReadPiece<T>>): Promise<T[]> {
    const items: T[] = [];
    for await (const piece of pieces) if (piece.type === 'items') items.push(...piece.items);
    return items;
  }

  test('of a groups service: sets, groups and each member’s own, from the launch’s addresses', async () => {
    const { lti, course } = benches.strict;
    const { platformId, groupsService, membershipsUrl } = launched.strict;
    const sets = await collect(lti.rosters.readGroupSets(platformId, groupsService?.setsUrl ?? ''));
    const groups = await collect(lti.rosters.readGroups(platformId, groupsService?.groupsUrl ?? ''));
    expect(sets).toEqual([{ id: first(course.groupSets).id, name: 'Project teams' }]);
    expect(groups.map(({ name, setId }) => [name, setId])).toEqual(
      ['Red', 'Green', 'Blue'].map((name) => [name, first(sets).id]),
    );
    const members = await collect(
      lti.rosters.readMembers(platformId, membershipsUrl ?? '', { groups: true }),
    );
    const red = first(course.groups);
    expect(
      members
        .filter((member) => member.groups?.includes(red.id))
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([...red.userIds].sort());
  });

  test('of Canvas: the roster of a group by the context id that a launch gives, with its name', async () => {
    const { lti, course } = benches.canvas;
    const { platformId, membershipsUrl } = launched.canvas;
    const group = first(course.groups);
    const pieces = await lti.rosters.readGroupMembers(platformId, membershipsUrl ?? '', group.id);
    const all: ReadPiece<RosterEntry>[] = [];
    for await (const piece of pieces ?? []) all.push(piece);
    expect(all.at(-1)).toMatchObject({ type: 'end', title: 'Red' });
    const [items] = all;
    expect(items?.type === 'items' && items.items.map(({ subject }) => subject)).toEqual(group.userIds);
  });

  test('of Moodle: no roster of a group', async () => {
    const { platformId, membershipsUrl } = launched.moodle;
    expect(
      await benches.moodle.lti.rosters.readGroupMembers(platformId, membershipsUrl ?? '', '1'),
    ).toBeNull();
  });
});

describe('what a launch says of its person', () => {
  async function launchOf(
    profile: ProfileName,
    custom: Record<string, string>,
    role: 'learner' | 'observer',
    observes: string[] = [],
  ) {
    const bench = benches[profile];
    const tool = bench.simulator.institution.state.tools[bench.registration.clientId];
    if (!tool) throw new Error('no tool');
    tool.custom = custom;
    const person = bench.simulator.addPerson(bench.course, { role, observes });
    await bench.answer(await bench.login({ person }));
    bench.simulator.institution.changeMember(bench.course, person.id, { status: 'Deleted' });
    tool.custom = {};
    return { launch: first(bench.launches), person };
  }
  const custom = (profile: ProfileName) => ({ ...quirksOf(profile).customParameters });

  test('Canvas and Moodle: the ids of the groups by the custom parameters that the registration asks for', async () => {
    for (const profile of ['canvas', 'moodle'] as const) {
      const { simulator, course, learner } = benches[profile];
      const tool = Object.values(simulator.institution.state.tools)[0];
      if (tool) tool.custom = custom(profile);
      await benches[profile].answer(await benches[profile].login({ person: learner }));
      if (tool) tool.custom = {};
      const mine = course.groups.filter(({ userIds }) => userIds.includes(learner.id)).map(({ id }) => id);
      expect(first(benches[profile].launches)).toMatchObject({ groups: mine, observes: [] });
    }
  });

  test('in no group is said; a variable that the LMS does not know, or no parameter, is not', async () => {
    expect((await launchOf('moodle', custom('moodle'), 'learner')).launch.groups).toEqual([]);
    expect(
      (await launchOf('strict', { groups: '$Moodle.Person.userGroupIds' }, 'learner')).launch.groups,
    ).toBeNull();
    expect((await launchOf('canvas', {}, 'learner')).launch.groups).toBeNull();
  });

  test('whom an observer may see: Canvas by a custom parameter, others by role_scope_mentor', async () => {
    const ids = (profile: ProfileName) => benches[profile].course.groups[0]?.userIds.slice(0, 2) ?? [];
    for (const profile of ['canvas', 'strict'] as const) {
      const { launch } = await launchOf(profile, custom(profile), 'observer', ids(profile));
      expect(launch).toMatchObject({ role: 'observer', observes: ids(profile).toSorted() });
    }
  });

  test('somebody who is no observer observes nobody, whatever the launch says', async () => {
    const { learner } = benches.strict;
    expect((await launchOf('strict', {}, 'learner', [learner.id])).launch.observes).toEqual([]);
  });
});
