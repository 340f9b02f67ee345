/** Sections: which groups they are, who looks after them, and what staff and learners see of that. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { GroupView } from '../../server/src/contracts/groups.ts';
import type { MarkingListView, MarkingSharesView } from '../../server/src/contracts/marking.ts';
import type { SectionsView } from '../../server/src/contracts/sections.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion } from '../factories/discussion.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import type { Person } from '../lms-simulator/index.ts';

const activityId = newId();
const setId = newId();
let stack: ApiStack;
let teacher: ApiSession;
let tara: ApiSession;
let learners: ApiSession[];
let monday: string;

const sections = (session = teacher) => session.ok<SectionsView>('GET', '/sections');
const choose = async (id: string | null) =>
  teacher.ok<SectionsView>('PUT', '/sections', {
    setId: id,
    expectedRevision: (await sections()).revision,
  });
const assign = async (groupId: string, memberIds: readonly string[]) =>
  teacher.ok<SectionsView>('PUT', `/sections/${groupId}/assistants`, {
    memberIds,
    expectedRevision: (await sections()).revision,
  });

interface Listed {
  readonly rows: { name: string; memberId: string; sections: { name: string }[] }[];
  readonly sections: { mine: number; shown: string; people: number | null };
  readonly next: string | null;
}
const overview = (session: ApiSession, query = '') =>
  session.ok<Listed>('GET', `/activities/${activityId}/overview${query}`);

beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
  });
  const open = (person: Person) => stack.open(person, link.id);
  teacher = await open(stack.person('instructor'));
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  tara = await open(stack.simulator.addPerson(stack.course, { role: 'assistant', givenName: 'Tara' }));
  learners = await Promise.all([0, 1, 2].map((index) => open(stack.person('learner', index))));
  await teacher.ok('POST', '/group-sets', { id: setId, name: 'Labs', copyOf: null });
  await teacher.ok('POST', `/group-sets/${setId}/groups`, {
    names: ['Monday', 'Tuesday'],
    cap: null,
    expectedRevision: 1,
  });
  const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${setId}/groups`);
  const groupOf = (name: string) => items.find((group) => group.name === name)?.id ?? '';
  monday = groupOf('Monday');
  const { revision } = await teacher.ok<OwnSetView>('GET', `/group-sets/${setId}`);
  await teacher.ok('POST', `/group-sets/${setId}/moves`, {
    moves: learners.slice(0, 2).map((learner, index) => ({
      memberId: learner.memberId,
      groupId: groupOf(['Monday', 'Tuesday'][index] ?? ''),
    })),
    expectedRevision: revision,
  });
  await until('the table has everybody', async () => (await overview(teacher)).rows.length === 12);
}, 60_000);
afterAll(() => stack.close());

test('staff say whose groups the sections are; lists show them then, and no more when they are taken back', async () => {
  expect(await sections()).toMatchObject({ setId: null, sections: [], revision: 0, can: { edit: true } });
  const chosen = await choose(setId);
  expect(chosen).toMatchObject({
    setId,
    sections: [
      { name: 'Monday', members: 1, assistants: [] },
      { name: 'Tuesday', members: 1, assistants: [] },
    ],
  });
  // Said again it changes nothing.
  expect(await choose(setId)).toEqual(chosen);
  const rowOf = async (index: number) =>
    (await overview(teacher)).rows.find(
      ({ memberId }) => memberId === (learners[index] as ApiSession).memberId,
    );
  expect((await rowOf(0))?.sections).toEqual([{ id: monday, name: 'Monday' }]);
  expect((await rowOf(2))?.sections).toEqual([]);
  const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${setId}/groups`);
  expect(items.map(({ members }) => members.map((one) => one.sections))).toEqual([
    [['Monday']],
    [['Tuesday']],
  ]);

  await assign(monday, [tara.memberId]);
  expect(await choose(null)).toMatchObject({ setId: null, sections: [] });
  expect((await rowOf(0))?.sections).toEqual([]);
  // Who looked after them is known when they are the sections again.
  expect((await choose(setId)).sections[0]).toMatchObject({ assistants: [{ id: tara.memberId }] });
});

test('an assistant’s lists are of the own sections until all are asked for; nothing is closed to them', async () => {
  await assign(monday, [tara.memberId]);
  const own = await overview(tara, '?sections=auto');
  expect(own.rows.map(({ memberId }) => memberId)).toEqual([(learners[0] as ApiSession).memberId]);
  expect(own.sections).toEqual({ mine: 1, shown: 'mine', people: 1 });
  const all = await overview(tara, '?sections=all');
  expect(all.rows).toHaveLength(12);
  expect(all.sections).toEqual({ mine: 1, shown: 'all', people: null });
  // A filter and no barrier: the work of a learner of another section opens as before.
  const other = `/activities/${activityId}/learners/${(learners[1] as ApiSession).memberId}/work`;
  expect((await tara.call('GET', other)).status).toBe(200);
  // Who leads the course sees everybody, also when looking after a section, unless asking for the own.
  await assign(monday, [tara.memberId, teacher.memberId]);
  expect((await overview(teacher, '?sections=auto')).sections.shown).toBe('all');
  expect((await overview(teacher, '?sections=mine')).rows).toHaveLength(1);
});

test('works to mark follow the same choice', async () => {
  for (const learner of learners)
    await learner.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
  const list = (query: string) =>
    tara.ok<{ rows: { learner: { id: string } }[]; sections: object }>(
      'GET',
      `/activities/${activityId}/marking?${query}`,
    );
  await until('the works are there', async () => (await list('sections=all')).rows.length === 3);
  const mine = await list('sections=auto');
  expect(mine.rows.map(({ learner }) => learner.id)).toEqual([(learners[0] as ApiSession).memberId]);
  expect(mine.sections).toEqual({ mine: 1, shown: 'mine', people: 1 });
});

test('so do the members of a discussion whom staff go through', async () => {
  const discussionId = await addDiscussion(teacher, { title: 'Bridges' });
  const list = (session: ApiSession, query: string) =>
    session.ok<{ items: { memberId: string }[]; sections: object; next: string | null }>(
      'GET',
      `/discussions/${discussionId}/participants?${query}`,
    );
  const mine = await list(tara, 'sections=auto');
  expect(mine.items.map(({ memberId }) => memberId)).toEqual([(learners[0] as ApiSession).memberId]);
  expect(mine.sections).toEqual({ mine: 1, shown: 'mine', people: 1 });
  expect((await list(tara, 'sections=all')).items).toHaveLength(12);
  expect((await list(teacher, 'sections=auto')).items).toHaveLength(12);
});

test('what cannot be is refused: an old tab, a stranger’s group or person, a learner who looks after a section', async () => {
  const stale = await teacher.call('PUT', '/sections', { setId: null, expectedRevision: 0 });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'STALE_REVISION' } } });
  const { revision } = await sections();
  const refused: [string, object][] = [
    ['/sections', { setId: newId(), expectedRevision: revision }],
    [`/sections/${newId()}/assistants`, { memberIds: [], expectedRevision: revision }],
    [`/sections/${monday}/assistants`, { memberIds: [newId()], expectedRevision: revision }],
    [
      `/sections/${monday}/assistants`,
      { memberIds: [(learners[0] as ApiSession).memberId], expectedRevision: revision },
    ],
  ];
  for (const [path, body] of refused)
    expect([path, (await teacher.call('PUT', path, body)).status]).toEqual([path, 404]);
});

test('learners learn neither who looks after their section nor which sections others are in', async () => {
  const [ada, bo] = learners as [ApiSession, ApiSession];
  for (const learner of [ada, bo]) {
    for (const [method, path, body] of [
      ['GET', '/sections', undefined],
      ['PUT', '/sections', { setId: null, expectedRevision: 0 }],
      ['PUT', `/sections/${monday}/assistants`, { memberIds: [], expectedRevision: 0 }],
      ['GET', `/activities/${activityId}/overview?sections=mine`, undefined],
    ] as const)
      expect([path, (await learner.call(method, path, body)).status]).toEqual([path, 403]);
  }
  const paths = [
    '/my-groups',
    `/activities/${activityId}/mine`,
    `/activities/${activityId}/submission`,
    '/home',
  ];
  for (const path of paths) {
    const sent = JSON.stringify(await bo.ok('GET', path));
    // Bo is in Tuesday.
    for (const secret of [tara.memberId, 'Tara', monday, 'Monday', ada.memberId])
      expect(sent).not.toContain(secret);
  }
});

describe('marking divided by section', () => {
  let uma: ApiSession;
  const seed = newId();
  const shares = () => teacher.ok<MarkingSharesView>('GET', `/activities/${activityId}/marking/shares`);
  const divide = () =>
    teacher.call('PUT', `/activities/${activityId}/marking/shares`, { kind: 'bySection', seed });
  const preview = () => teacher.call('POST', `/activities/${activityId}/marking/shares/preview`, { seed });
  /** Whose share a learner's work is in. */
  async function holderOf(learner: ApiSession | undefined): Promise<string | null> {
    const { rows } = await teacher.ok<MarkingListView>('GET', `/activities/${activityId}/marking`);
    const row = rows.find((one) => one.learner?.id === (learner ? learner.memberId : ''));
    return row?.share?.id ?? null;
  }
  async function move(learner: ApiSession | undefined, name: string): Promise<void> {
    const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${setId}/groups`);
    const { revision } = await teacher.ok<OwnSetView>('GET', `/group-sets/${setId}`);
    await teacher.ok('POST', `/group-sets/${setId}/moves`, {
      moves: [
        { memberId: (learner as ApiSession).memberId, groupId: items.find((one) => one.name === name)?.id },
      ],
      expectedRevision: revision,
    });
  }

  beforeAll(async () => {
    uma = await stack.open(
      stack.simulator.addPerson(stack.course, { role: 'assistant', givenName: 'Uma' }),
      stack.simulator.institution.linksOf(stack.course).find(({ title }) => title === 'Essay')?.id,
    );
  });

  test('is refused while nobody looks after a section, and says before saving what it would do', async () => {
    await assign(monday, []);
    expect(await preview()).toMatchObject({ body: { error: { code: 'NO_SECTION_ASSISTANTS' } } });
    expect(await divide()).toMatchObject({ status: 409, body: { error: { code: 'NO_SECTION_ASSISTANTS' } } });
    await assign(monday, [tara.memberId]);
    // Of three works one is Monday's, one Tuesday's that nobody looks after, one of somebody in no section.
    expect((await preview()).body).toMatchObject({
      sections: [
        { name: 'Monday', works: 1, assistants: [{ id: tara.memberId }] },
        { name: 'Tuesday', works: 1, assistants: [] },
      ],
      withoutSection: 1,
      withoutAssistants: 1,
      staff: [{ id: tara.memberId, works: 3 }],
    });
    // It saved nothing.
    expect(await shares()).toMatchObject({ bySection: false, unshared: { total: 3 } });
  });

  test('gives works to who looks after their authors, the same again changes nothing', async () => {
    const { sections: all } = await sections();
    const tuesday = all.find(({ name }) => name === 'Tuesday')?.id ?? '';
    await assign(tuesday, [uma.memberId]);
    expect((await divide()).status).toBe(200);
    expect(await holderOf(learners[0])).toBe(tara.memberId);
    expect(await holderOf(learners[1])).toBe(uma.memberId);
    expect([tara.memberId, uma.memberId]).toContain(await holderOf(learners[2]));
    const before = await shares();
    expect(before).toMatchObject({ bySection: true, unshared: { total: 0 } });
    expect((await divide()).body).toEqual(before);
  });

  test('follows who moves, with works that nobody has begun', async () => {
    await move(learners[0], 'Tuesday');
    await until('the work goes along', async () => (await holderOf(learners[0])) === uma.memberId);
    // Bo's is being marked: it stays.
    const { rows } = await uma.ok<MarkingListView>('GET', `/activities/${activityId}/marking`);
    const ofBo =
      rows.find(({ learner }) => learner?.id === (learners[1] as ApiSession).memberId)?.workId ?? '';
    await uma.ok('PUT', `/activities/${activityId}/marking/works/${ofBo}/lease`);
    await move(learners[1], 'Monday');
    await move(learners[0], 'Monday');
    await until('Ada is back', async () => (await holderOf(learners[0])) === tara.memberId);
    expect(await holderOf(learners[1])).toBe(uma.memberId);
    // What was given to somebody by hand stays there, too.
    const ofAda =
      rows.find(({ learner }) => learner?.id === (learners[0] as ApiSession).memberId)?.workId ?? '';
    await teacher.ok('PUT', `/activities/${activityId}/marking/shares`, {
      kind: 'byHand',
      workIds: [ofAda],
      memberId: teacher.memberId,
    });
    await move(learners[0], 'Tuesday');
    await move(learners[2], 'Monday');
    await until('Chi is with Tara', async () => (await holderOf(learners[2])) === tara.memberId);
    expect(await holderOf(learners[0])).toBe(teacher.memberId);
  });

  test('takes in what comes later, until works are divided otherwise', async () => {
    const link = stack.simulator.institution.linksOf(stack.course).find(({ title }) => title === 'Essay');
    const late = async (index: number, name: string): Promise<ApiSession> => {
      const learner = await stack.open(stack.person('learner', index), link?.id);
      await move(learner, name);
      await learner.ok('POST', `/activities/${activityId}/submission`, {
        text: 'Late bridges.',
        expectedVersion: 0,
        expectedRevision: 0,
      });
      return learner;
    };
    const dov = await late(3, 'Tuesday');
    await until('it is Uma’s', async () => (await holderOf(dov)) === uma.memberId);
    await teacher.ok('PUT', `/activities/${activityId}/marking/shares`, {
      kind: 'evenly',
      memberIds: [teacher.memberId],
      seed,
    });
    expect((await shares()).bySection).toBe(false);
    const eva = await late(4, 'Monday');
    const isThere = async () =>
      (await teacher.ok<MarkingListView>('GET', `/activities/${activityId}/marking`)).rows.some(
        ({ learner }) => learner?.id === eva.memberId,
      );
    await until('her work is there', isThere);
    expect(await holderOf(eva)).toBeNull();
  });

  test('is the lead’s to do', async () => {
    const body = { kind: 'bySection', seed };
    const path = `/activities/${activityId}/marking/shares`;
    expect((await tara.call('PUT', path, body)).status).toBe(403);
    expect((await tara.call('POST', `${path}/preview`, { seed })).status).toBe(403);
  });
});
