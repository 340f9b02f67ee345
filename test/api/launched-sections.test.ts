/** Sections that launches name: kept with dates, by nothing but what a launch says, and written only when it says something new. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { GroupsView, GroupView } from '../../server/src/contracts/groups.ts';
import type { SectionsView } from '../../server/src/contracts/sections.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import type { Course, Person } from '../lms-simulator/index.ts';

let stack: ApiStack;
let database: mongoose.Connection;
/** Members whose launches there were, for looking at what is stored of them. */
let memberIds: Set<string>;
let course: Course;
let teacher: ApiSession;
let ada: Person;
let bo: Person;

beforeAll(async () => {
  stack = await startApiStack('canvas');
  database = await mongoose.createConnection(stack.mongodbUri).asPromise();
}, 60_000);
afterAll(async () => {
  await database.close();
  await stack.close();
});

beforeEach(async () => {
  memberIds = new Set();
  course = stack.simulator.addCourse({ title: 'Course' });
  teacher = await stack.open(
    stack.simulator.addPerson(course, { role: 'instructor', sections: ['Mon 10', 'Tue 10'] }),
    undefined,
    course,
  );
  const add = (givenName: string, sections: string[]) =>
    stack.simulator.addPerson(course, { role: 'learner', givenName, familyName: 'Person', sections });
  ada = add('Ada', ['Mon 10']);
  bo = add('Bo', ['Tue 10', 'Honours']);
}, 30_000);

async function launch(person: Person, more: Parameters<ApiStack['open']>[3] = {}): Promise<void> {
  const [known] = stack.simulator.institution.linksOf(course);
  const link = known ?? stack.simulator.addResourceLink(course, { title: 'Essay' });
  const session = await stack.open(person, link.id, course, more);
  memberIds.add(session.memberId);
}
const enrol = (person: Person, sections: string[]): void => {
  const membership = course.members[person.id];
  if (membership) membership.sections = sections;
};

/** Names by section, of the set that launches keep; null while staff see no such set. */
async function launched(): Promise<Record<string, string[]> | null> {
  const { sets } = await teacher.ok<GroupsView>('GET', '/groups');
  const set = sets.find(({ source }) => source === 'sections');
  if (!set) return null;
  const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${set.id}/groups`);
  return Object.fromEntries(
    items
      .filter(({ status }) => status === 'active')
      .map(({ name, members }): [string, string[]] => [
        name ?? '',
        members.map((member) => member.name ?? ''),
      ]),
  );
}
const becomes = (what: string, expected: Record<string, string[]> | null) =>
  until(what, async () => JSON.stringify(await launched()) === JSON.stringify(expected));

const memberships = () =>
  database
    .collection<{ memberId: string; from: Date; to: Date | null; open: boolean }>('memberships')
    .find({ memberId: { $in: [...memberIds] } })
    .sort({ from: 1 })
    .toArray();

test('each launch says the sections of its person; staff are in none, and one section is not shown', async () => {
  await launch(ada);
  // One section of all says nothing.
  expect(await launched()).toBeNull();
  await launch(bo);
  await becomes('both are in theirs', {
    Honours: ['Bo Person'],
    'Mon 10': ['Ada Person'],
    'Tue 10': ['Bo Person'],
  });
  const { sets } = await teacher.ok<SectionsView>('GET', '/sections');
  const set = sets.find(({ source }) => source === 'sections');
  expect(set).toMatchObject({ name: null, groups: 3, members: 2 });
  const chosen = await teacher.ok<SectionsView>('PUT', '/sections', { setId: set?.id, expectedRevision: 0 });
  expect(chosen.sections.map(({ name, members }) => [name, members])).toEqual([
    ['Honours', 1],
    ['Mon 10', 1],
    ['Tue 10', 1],
  ]);
  // Nobody's group is known by that, and a file that one could import again has none of it.
  expect(await teacher.ok('GET', '/groups')).toMatchObject({ told: 'nothing' });
  expect((await teacher.ok<{ csv: string }>('GET', '/groups/export')).csv).not.toContain('Honours');
});

test('a launch that names others moves its person with dates; what was stays on record', async () => {
  await launch(ada);
  await launch(bo);
  await until('both are in theirs', async () => (await launched())?.['Honours'] !== undefined);
  const before = await memberships();
  enrol(bo, ['Mon 10']);
  await launch(bo);
  // Sections that nobody is in any more are gone, and with one left there is nothing to tell.
  await becomes('Bo has moved', null);
  const after = await memberships();
  const closed = after.filter(({ open }) => !open);
  expect(closed.length - before.filter(({ open }) => !open).length).toBe(2);
  for (const one of closed) expect(one.to?.getTime()).toBeGreaterThan(one.from.getTime());
  enrol(bo, ['Tue 10']);
  await launch(bo);
  await becomes('Bo is back', { 'Mon 10': ['Ada Person'], 'Tue 10': ['Bo Person'] });
  // Both stays are on record.
  expect((await memberships()).length).toBe(after.length + 1);
});

test('nothing is written when a launch says the same, or does not say', async () => {
  await launch(ada);
  await launch(bo);
  await until('both are in theirs', async () => (await launched())?.['Honours'] !== undefined);
  const events = () =>
    database
      .collection('audit')
      .countDocuments({ type: 'member.changed', 'subject.id': { $in: [...memberIds] } });
  const [places, audit] = [JSON.stringify(await memberships()), await events()];
  enrol(bo, ['Honours', 'Tue 10']);
  await launch(bo);
  const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
  await launch(bo, {
    tamper: {
      claims: (claims) => ({
        ...claims,
        [custom]: { ...(claims[custom] as object), sections: '$com.instructure.User.sectionNames' },
      }),
    },
  });
  // Another person's change comes after, so all before it has been followed.
  enrol(ada, ['Wed 10']);
  await launch(ada);
  await until('Ada has moved', async () => (await launched())?.['Wed 10'] !== undefined);
  const now = await memberships();
  const left = now.filter(({ open }) => open).length;
  expect(left).toBe((JSON.parse(places) as { open: boolean }[]).filter(({ open }) => open).length);
  expect(now).toHaveLength((JSON.parse(places) as unknown[]).length + 1);
  // Ada's alone.
  expect((await events()) - audit).toBe(1);
});

test('who leaves the course, or is a learner no more, is in no section from then on', async () => {
  await launch(ada);
  await launch(bo);
  await until('both are in theirs', async () => (await launched())?.['Honours'] !== undefined);
  stack.simulator.institution.changeMember(course, ada.id, { role: 'assistant' });
  await launch(ada);
  await becomes('Ada is in none', { Honours: ['Bo Person'], 'Tue 10': ['Bo Person'] });
  expect((await memberships()).filter(({ open }) => open)).toHaveLength(2);
});
