/** Works of groups in marking over HTTP: acts on many at once, marks by two people, and names that stay hidden. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliverableMarkView, ProjectResultView } from '../../server/src/contracts/group-grading.ts';
import type { HiddenWorkView, ProjectWorkRow } from '../../server/src/contracts/group-marking.ts';
import type { BulkPreviewView, BulkView } from '../../server/src/contracts/marking-bulk.ts';
import { plainTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, deliverablePath, handInText } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;
let blue: string;

beforeAll(async () => {
  room = await openRoom(3);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  [red, blue] = [set.groupIds['Red'] ?? '', set.groupIds['Blue'] ?? ''];
}, 60_000);
afterAll(() => room.stack.close());

const criteria = [{ id: 'content', title: 'Content', description: '', points: 10 }];
const past = new Date(Date.now() - 60_000).toISOString();
const body = { ratings: [], points: null, comment: '', adjustments: [], expectedRevision: 0 };
const rated = (points: number, expectedRevision = 0) => ({
  ...body,
  ratings: [{ criterionId: 'content', points }],
  expectedRevision,
});

interface Works {
  readonly items: ProjectWorkRow[];
  readonly next: string | null;
}
const worksOf = async (activityId: string, query = '') =>
  (await staff.ok<Works>('GET', `/group-work/${activityId}/works${query}`)).items;
const markOf = (who: ApiSession, path: string, query = '') =>
  who.ok<DeliverableMarkView>('GET', `${path}/mark${query}`);
const valueOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<ProjectResultView>('GET', `/group-work/${activityId}/result`)).grade?.explanation.value ??
  null;

const bulkPath = (activityId: string) => `/activities/${activityId}/marking/bulk`;
const preview = (activityId: string, act: object, workIds: readonly string[], hidden = false) =>
  staff.ok<BulkPreviewView>('POST', `${bulkPath(activityId)}/preview`, { act, hidden, workIds });

async function done(activityId: string, bulkId: string, state: BulkView['state']): Promise<BulkView> {
  const read = () => staff.ok<BulkView>('GET', `${bulkPath(activityId)}/${bulkId}`);
  await until(`it is ${state}`, async () => (await read()).state === state);
  return read();
}
async function act(activityId: string, what: object, workIds: readonly string[], bulkId = newId()) {
  const { rows } = await preview(activityId, what, workIds);
  const works = rows.map(({ workId, revision }) => ({ workId, expectedRevision: revision }));
  const start = { act: what, hidden: false, works, reason: 'For all.' };
  await staff.ok('PUT', `${bulkPath(activityId)}/${bulkId}`, start);
  return done(activityId, bulkId, 'done');
}
async function takeBack(activityId: string, bulkId: string) {
  await staff.ok('POST', `${bulkPath(activityId)}/${bulkId}/undo`, { reason: 'Taken back.' });
  return done(activityId, bulkId, 'undone');
}

test('zero, excuse and a comment for many groups at once are shown before, reach the grades and are taken back', async () => {
  const activityId = await addProject(staff, {
    groupSetId: set.id,
    milestones: [
      buildMilestone({ points: 20, criteria }),
      buildMilestone({ n: 2, title: 'Poster', points: 10 }),
      buildMilestone({ n: 3, title: 'Missed', points: 10, dueAt: past }),
    ],
  });
  const [first, poster] = [deliverablePath(activityId, red), deliverablePath(activityId, red, 2)];
  await handInText(ada, first, 'Ours.');
  await handInText(ada, poster, 'Our poster.');
  const adjustments = [{ memberId: ben.memberId, points: 1, reason: 'Led it.' }];
  await staff.ok('PUT', `${first}/mark`, { ...rated(8), comment: 'Sound.', adjustments });
  await staff.ok('PUT', `${poster}/mark`, { ...body, points: 10 });
  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('there is a grade', async () => (await valueOf(ben, activityId)) === 27);

  const rows = await worksOf(activityId);
  const idOf = (group: string, n: number) =>
    rows.find((one) => one.group === group && one.n === n)?.workId ?? '';
  const [red1, red2, red3, blue1] = [idOf('Red', 1), idOf('Red', 2), idOf('Red', 3), idOf('Blue', 1)];
  const zero = await preview(activityId, { kind: 'zero' }, [red1, red2, blue1]);
  expect(zero.counts).toEqual({ change: 2, unchanged: 0, refuse: 1 });
  expect(zero.rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        workId: red1,
        part: 'Concept',
        learner: { id: red, name: 'Red' },
        before: { kind: 'marked', points: 8, maximum: 10 },
        after: { kind: 'marked', points: 0, maximum: 10 },
      }),
      // Without a rubric it is the milestone's points.
      expect.objectContaining({ workId: red2, after: { kind: 'marked', points: 0, maximum: 10 } }),
      // There is nothing to give no points for.
      expect.objectContaining({ workId: blue1, refusal: 'NOT_FOUND' }),
    ]),
  );
  const zeroId = newId();
  expect(await act(activityId, { kind: 'zero' }, [red1, red2, blue1], zeroId)).toMatchObject({
    changed: 2,
    refused: [{ workId: blue1, part: 'Concept', refusal: 'NOT_FOUND' }],
  });
  await until('nobody has points', async () => (await valueOf(ben, activityId)) === 0);
  expect(await takeBack(activityId, zeroId)).toMatchObject({ changed: 2 });
  // With what one member has more than the group.
  await until('it is as before', async () => (await valueOf(ben, activityId)) === 27);

  const excuseId = newId();
  await act(activityId, { kind: 'excuse' }, [red1, red3], excuseId);
  // Of 40 points 10 count still.
  await until('two milestones do not count', async () => (await valueOf(ada, activityId)) === 40);
  const told = await ada.ok<ProjectResultView>('GET', `/group-work/${activityId}/result`);
  expect(told.milestones.map(({ n, isExcused }) => [n, isExcused])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect((await worksOf(activityId)).filter((one) => one.isExcused).map(({ workId }) => workId)).toEqual(
    expect.arrayContaining([red1, red3]),
  );
  await takeBack(activityId, excuseId);
  await until('they count again', async () => (await valueOf(ada, activityId)) === 26);

  const comment = { kind: 'comment', text: 'Thank you, {name}: {points}.' };
  await act(activityId, comment, [red1]);
  const { form } = await markOf(staff, first);
  expect(plainTextOf(form.comment)).toBe('Sound.\nThank you, Red: 8.');
  expect(form.adjustments).toEqual(adjustments);
}, 90_000);

test('two people mark, each without the other; the lead settles what they do not agree on', async () => {
  const { stack } = room;
  const assistant = async (givenName: string) =>
    stack.open(stack.simulator.addPerson(stack.course, { role: 'assistant', givenName }));
  const [amal, bo] = [await assistant('Amal'), await assistant('Bo')];
  const activityId = await addProject(staff, {
    groupSetId: set.id,
    milestones: [buildMilestone({ points: 20, criteria })],
  });
  const [reds, blues] = [deliverablePath(activityId, red), deliverablePath(activityId, blue)];
  await handInText(ada, reds, 'Ours.');
  const settings = `/activities/${activityId}/marking/settings`;
  const wanted = { share: { kind: 'all' }, limit: { kind: 'points', value: 1 }, expectedRevision: 0 };
  expect(codeOf(await amal.call('PUT', settings, wanted))).toBe('FORBIDDEN');
  expect(await staff.ok('PUT', settings, wanted)).toMatchObject({
    maximum: 10,
    works: { total: 1, twice: 1, begun: 0 },
  });
  // What is handed in later is one of them, too.
  await handInText(cleo, blues, 'Mine.');
  await until('Blue is marked twice', async () => {
    const { works } = await staff.ok<{ works: { twice: number } }>('GET', settings);
    return works.twice === 2;
  });

  async function mark(who: ApiSession, path: string, points: number, more: object = {}) {
    const { revision } = await markOf(who, path);
    return who.call('PUT', `${path}/mark`, { ...rated(points, revision), ...more });
  }
  const adjustments = [{ memberId: ben.memberId, points: 2, reason: 'Led it.' }];
  await mark(amal, reds, 8, { comment: 'First said.', adjustments });
  expect(await markOf(amal, reds)).toMatchObject({
    stage: 'firstDone',
    can: { mark: false, undo: true },
    mark: null,
  });
  expect(codeOf(await mark(amal, reds, 7))).toBe('SAME_MARKER');
  expect(codeOf(await amal.call('PUT', `${reds}/mark/lease`))).toBe('SAME_MARKER');
  const second = await markOf(bo, reds);
  expect(second).toMatchObject({ stage: 'toDoAgain', twice: true, history: [], mark: null });
  expect(JSON.stringify(second)).not.toMatch(/First said|Led it/);
  await mark(bo, reds, 7, { comment: 'Second said.' });
  const agreed = await markOf(staff, reds);
  expect(agreed).toMatchObject({
    mark: { points: 7.5 },
    stage: null,
    // Who gave nobody more or less has given 0.
    form: { adjustments: [{ memberId: ben.memberId, points: 1, reason: 'Led it.' }] },
  });
  expect(plainTextOf(agreed.form.comment)).toBe('First said.\nSecond said.');
  expect(agreed.history[0]?.parts.map(({ points }) => points)).toEqual([8, 7]);

  await mark(amal, blues, 9);
  await mark(bo, blues, 4);
  expect(codeOf(await mark(bo, blues, 5))).toBe('LEAD_SETTLES');
  type Queue = { items: { because: { code: string; params: { hiddenGroupId: string; n: string } } }[] };
  const differs = async () =>
    (await staff.ok<Queue>('GET', '/queue')).items.find(({ because }) => because.code === 'MARKS_DIFFER');
  await until('the lead is told', async () => (await differs()) !== undefined);
  const matter = await differs();
  for (const known of [blue, 'Blue']) expect(JSON.stringify(matter)).not.toContain(known);
  const { hiddenGroupId = '', n = '' } = matter?.because.params ?? {};
  const settled = deliverablePath(activityId, hiddenGroupId, Number(n));
  const toSettle = await markOf(staff, settled, '?hidden=1');
  expect(toSettle.toSettle.map(({ points }) => points)).toEqual([9, 4]);
  await staff.ok('PUT', `${settled}/mark?hidden=1`, rated(6, toSettle.revision));
  await until('it is settled', async () => (await differs()) === undefined);
  expect(await markOf(staff, blues)).toMatchObject({ mark: { points: 6 }, can: { mark: true, undo: true } });
  // Taken back, two people mark it again.
  const { revision } = await markOf(staff, blues);
  const undone = { reason: 'Wrong one.', expectedRevision: revision };
  expect(codeOf(await staff.call('POST', `${blues}/mark/undo`, { ...undone, expectedRevision: 0 }))).toBe(
    'STALE_REVISION',
  );
  expect(await staff.ok('POST', `${blues}/mark/undo`, undone)).toMatchObject({ mark: null, stage: null });
  expect((await mark(amal, blues, 9)).body).toMatchObject({ stage: 'firstDone' });

  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('there is a grade', async () => (await valueOf(ben, activityId)) === 16);
  const told = JSON.stringify(await ben.ok('GET', `/group-work/${activityId}/result`));
  expect(told).toContain('Second said.');
  for (const known of [amal.memberId, bo.memberId, 'Amal']) expect(told).not.toContain(known);
}, 90_000);

test('whoever hides names marks without them, and gives no member more or less', async () => {
  const activityId = await addProject(staff, {
    groupSetId: set.id,
    milestones: [buildMilestone({ points: 20, criteria })],
  });
  const path = deliverablePath(activityId, red);
  await handInText(ada, path, 'Ours.');
  const known = [red, blue, 'Red', 'Blue', 'Given0', 'Family0', ada.memberId, ben.memberId, cleo.memberId];
  const pages: Works[] = [];
  for (let after: string | null = ''; after !== null; after = pages.at(-1)?.next ?? null) {
    const query = `hidden=1&limit=1${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`;
    pages.push(await staff.ok<Works>('GET', `/group-work/${activityId}/works?${query}`));
  }
  const rows = pages.flatMap(({ items }) => items);
  expect(rows).toHaveLength(2);
  for (const one of known) expect(JSON.stringify(pages)).not.toContain(one);
  const { groupId = '', workId = '' } = rows.find(({ state }) => state === 'handedIn') ?? {};

  const hidden = deliverablePath(activityId, groupId);
  const work = await staff.ok<HiddenWorkView>('GET', `${hidden}/hidden`);
  expect(work).toMatchObject({ groupId, state: 'handedIn', milestone: { title: 'Concept' } });
  expect(plainTextOf(work.handedIn?.text ?? { type: 'doc', content: [] })).toBe('Ours.');
  const mark = await markOf(staff, hidden, '?hidden=1');
  expect(mark).toMatchObject({ members: [], canMark: true, can: { mark: true } });
  const bulk = await preview(activityId, { kind: 'excuse' }, [workId], true);
  for (const one of known) expect(JSON.stringify([work, mark, bulk])).not.toContain(one);
  // Each id is one of its kind alone.
  expect((await staff.call('GET', hidden)).status).toBe(404);
  expect((await staff.call('GET', `${path}/hidden`)).status).toBe(404);
  for (const way of [`${hidden}/hidden`, `${hidden}/mark?hidden=1`])
    expect(codeOf(await ben.call('GET', way))).toBe('FORBIDDEN');

  const adjustments = [{ memberId: ben.memberId, points: 2, reason: 'Led it.' }];
  await staff.ok('PUT', `${path}/mark`, { ...rated(5), adjustments });
  await staff.ok('PUT', `${hidden}/mark/lease?hidden=1`);
  const changed = await staff.ok('PUT', `${hidden}/mark?hidden=1`, rated(7, 1));
  for (const one of [...known, 'Led it.']) expect(JSON.stringify(changed)).not.toContain(one);
  expect(await markOf(staff, path)).toMatchObject({ mark: { points: 7 }, form: { adjustments } });
}, 60_000);
