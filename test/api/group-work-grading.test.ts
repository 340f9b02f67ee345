/** Grades of group projects over HTTP, up to the simulator's gradebook: by points and by a rubric, with adjustments of single members. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type {
  DeliverableMarkView,
  ProjectGradesView,
  ProjectResultView,
} from '../../server/src/contracts/group-grading.ts';
import type { ParticipantRow } from '../../server/src/contracts/discussion-grading.ts';
import type { ProjectWorkRow } from '../../server/src/contracts/group-marking.ts';
import type { GroupStandingView } from '../../server/src/contracts/group-standings.ts';
import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { MarkingSharesView } from '../../server/src/contracts/marking.ts';
import type { SectionsView } from '../../server/src/contracts/sections.ts';
import { addDiscussion } from '../factories/discussion.ts';
import type { ObservedCopyView, ObservedProjectView } from '../../server/src/contracts/group-observed.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addProject,
  buildMilestone,
  deliverablePath,
  draftText,
  handInText,
} from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openObserver, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let colleague: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  colleague = await room.stack.open(room.stack.person('assistant'));
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  red = set.groupIds['Red'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const criteria = [{ id: 'content', title: 'Content', description: '', points: 10 }];
const past = new Date(Date.now() - 60_000).toISOString();
const milestones = [
  buildMilestone({ points: 20, criteria }),
  buildMilestone({ n: 2, title: 'Missed', dueAt: past, points: 10 }),
];
const body = { ratings: [], points: null, comment: '', adjustments: [], expectedRevision: 0 };
const rated = { ...body, ratings: [{ criterionId: 'content', points: 8 }], comment: 'A sound concept.' };

const resultOf = (who: ApiSession, activityId: string) =>
  who.ok<ProjectResultView>('GET', `/group-work/${activityId}/result`);
const valueOf = async (who: ApiSession, activityId: string) =>
  (await resultOf(who, activityId)).grade?.explanation.value;

/** Hands in for Red, marks it, and releases. */
async function release(activityId: string, adjustments: object[]): Promise<string> {
  const path = deliverablePath(activityId, red);
  await handInText(ada, path, 'Ours.');
  await staff.ok<DeliverableMarkView>('PUT', `${path}/mark`, { ...rated, adjustments });
  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('grades are released', async () => {
    const { released, working } = await staff.ok<ProjectGradesView>(
      'GET',
      `/group-work/${activityId}/grades`,
    );
    return released && working === null;
  });
  return path;
}

test('each member gets the group’s points with what is different for them, and reads nobody else’s', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const lineItem = room.stack.simulator.addResourceLink(room.stack.course, {
    title: 'Project',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 30 },
  });
  await staff.ok('GET', `/group-work/${activityId}`);
  await room.stack.open(room.stack.person('instructor'), lineItem.id);
  const reason = 'Led the work.';
  await release(activityId, [{ memberId: ben.memberId, points: 2, reason }]);
  // 8 of 10 of 20 points, and 0 of the 10 that were missed.
  await until('Ada has a grade', async () => (await valueOf(ada, activityId)) === 16);
  const own = await resultOf(ben, activityId);
  expect([own.grade?.explanation.value, own.grade?.explanation.formula]).toEqual([
    18,
    'group-work.milestones@1',
  ]);
  expect(own.milestones).toMatchObject([{ n: 1, adjustment: { points: 2, reason } }]);
  const adas = JSON.stringify(await resultOf(ada, activityId));
  expect(adas).toContain('A sound concept.');
  for (const hidden of [reason, ben.memberId, staff.memberId]) expect(adas).not.toContain(hidden);
  // Who handed nothing in has missed one milestone, and has not missed the other yet.
  expect(await valueOf(cleo, activityId)).toBe(0);
  await until('the LMS has the grade', async () => {
    const { state } = (await resultOf(ben, activityId)).grade?.sync ?? {};
    return state === 'sent';
  });
});

test('a project may have a column for each milestone that counts beside its total', async () => {
  const some = [...milestones, buildMilestone({ n: 3, title: 'For nothing', points: 0 })];
  const settings = { title: 'A dam', groupSetId: set.id, milestones: some };
  const activityId = await addProject(staff, { ...settings, columns: 'milestones' });
  const { id } = room.stack.simulator.addResourceLink(room.stack.course, {
    title: 'A dam',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 30 },
  });
  await staff.ok('GET', `/group-work/${activityId}`);
  await room.stack.open(room.stack.person('instructor'), id);
  await release(activityId, [{ memberId: ben.memberId, points: 2, reason: 'Led the work.' }]);
  const scoresOf = (at: number) =>
    room.stack.simulator
      .gradebook(room.stack.course.id)
      .flatMap(({ lineItem: { label, scoreMaximum }, person, cell }) =>
        label.startsWith('A dam') && person.name === room.names[at]
          ? [`${label}: ${cell.score}/${scoreMaximum}`]
          : [],
      );
  await until('the LMS has all of them', async () => [0, 1].flatMap(scoresOf).length === 6);
  expect(scoresOf(0)).toEqual(['A dam: 16/30', 'A dam – Concept: 16/20', 'A dam – Missed: 0/10']);
  expect(scoresOf(1)).toEqual(['A dam: 18/30', 'A dam – Concept: 18/20', 'A dam – Missed: 0/10']);
});

test('an observer reads what a learner has handed in and got with the group, and nothing of anybody else', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const olga = await openObserver(room, 0);
  const own = `/group-work/${activityId}/observed/${ada.memberId}`;
  const copyPath = `${own}/groups/${red}/milestones/1`;
  expect(await olga.ok('GET', copyPath)).toEqual({ copy: null });
  const path = await release(activityId, [{ memberId: ben.memberId, points: 2, reason: 'Led it.' }]);
  const { draft } = await ben.ok<DeliverableView>('GET', path);
  await draftText(ben, path, 'Secret plans.', draft?.revision);
  const project = await olga.ok<ObservedProjectView>('GET', own);
  expect(project.learner).toEqual({ memberId: ada.memberId, name: room.names[0] });
  expect(project.groups).toMatchObject([
    { name: 'Red', milestones: [{ state: 'handedIn' }, { state: 'missed' }] },
  ]);
  expect(project.result).toMatchObject({ released: true, milestones: [{ n: 1, adjustment: null }] });
  const { copy } = await olga.ok<{ copy: ObservedCopyView | null }>('GET', copyPath);
  expect(copy).toMatchObject({ version: 1, text: richTextOf('Ours.') });
  const read = JSON.stringify([project, copy]);
  for (const hidden of [ben.memberId, staff.memberId, room.names[1] ?? '', 'Led it.', 'Secret', 'draft'])
    expect(read).not.toContain(hidden);
  for (const other of [ben.memberId, staff.memberId, newId()]) {
    const foreign = own.replace(ada.memberId, other);
    expect((await olga.call('GET', foreign)).status).toBe(404);
    expect((await olga.call('GET', copyPath.replace(ada.memberId, other))).status).toBe(404);
  }
  expect(codeOf(await olga.call('GET', copyPath.replace(red, set.groupIds['Blue'] ?? '')))).toBe(
    'NOT_IN_GROUP',
  );
  expect(codeOf(await olga.call('GET', path))).toBe('FORBIDDEN');
  expect(codeOf(await ada.call('GET', own))).toBe('FORBIDDEN');
  // A group that was left stays there with its dates, and with what has the learner's part in it alone.
  await set.move(0, 'Blue');
  await handInText(cleo, deliverablePath(activityId, set.groupIds['Blue'] ?? ''), 'Of Blue.');
  const moved = await olga.ok<ObservedProjectView>('GET', own);
  const date = expect.stringMatching(/^\d{4}-/);
  expect(moved.groups).toMatchObject([{ name: 'Blue' }]);
  expect(moved.left).toEqual([
    { groupId: red, name: 'Red', times: [{ from: date, until: date }], milestones: [1] },
  ]);
  expect(await olga.ok('GET', copyPath)).toMatchObject({ copy: { text: richTextOf('Ours.') } });
  for (const hidden of [ben.memberId, cleo.memberId, room.names[1] ?? '', room.names[2] ?? ''])
    expect(JSON.stringify(moved)).not.toContain(hidden);
  await set.move(0, 'Red');
  expect((await olga.ok<ObservedProjectView>('GET', own)).left).toMatchObject([
    { name: 'Blue', milestones: [1] },
  ]);
});

test('released grades follow what is marked afterwards, and are taken back', async () => {
  const points = [buildMilestone({ points: 20 })];
  const activityId = await addProject(staff, { groupSetId: set.id, milestones: points });
  const path = deliverablePath(activityId, red);
  expect(codeOf(await staff.call('PUT', `${path}/mark`, { ...body, points: 5 }))).toBe('NOT_FOUND');
  await handInText(ada, path, 'Ours.');
  const mark = (given: object, expectedRevision: number) =>
    staff.call('PUT', `${path}/mark`, { ...body, ...given, expectedRevision });
  expect(codeOf(await mark({}, 0))).toBe('NOTHING_RATED');
  expect(codeOf(await mark({ points: 21 }, 0))).toBe('GRADE_OUT_OF_RANGE');
  const stranger = { memberId: cleo.memberId, points: 1, reason: 'x' };
  expect(codeOf(await mark({ points: 5, adjustments: [stranger] }, 0))).toBe('NOT_IN_GROUP');
  expect((await mark({ points: 5 }, 0)).status).toBe(200);
  expect(codeOf(await mark({ points: 6 }, 0))).toBe('STALE_REVISION');
  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('Ada has a grade', async () => (await valueOf(ada, activityId)) === 5);
  expect((await mark({ points: 9 }, 1)).status).toBe(200);
  await until('the grade follows', async () => (await valueOf(ada, activityId)) === 9);
  const dispute = `/activities/${activityId}/disputes/mine/${newId()}`;
  const target = { kind: 'grade', columnId: activityId };
  await ada.ok('PUT', dispute, { target, reason: 'We did more.' });
  expect(codeOf(await cleo.call('PUT', dispute, { target, reason: 'Mine, too.' }))).toBe('NOT_FOUND');
  await set.move(0, 'Blue');
  // It was Red's work when it was handed in, and Ada's.
  expect((await mark({ points: 10 }, 2)).status).toBe(200);
  await until('the grade follows its authors', async () => (await valueOf(ada, activityId)) === 10);
  await set.move(0, 'Red');
  await staff.ok('POST', `/group-work/${activityId}/withdrawal`);
  await until('nothing is shown any more', async () => (await resultOf(ada, activityId)).grade === null);
});

test('nothing of a mark is told before the release', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const path = deliverablePath(activityId, red);
  await handInText(ada, path, 'Ours.');
  await staff.ok('PUT', `${path}/mark`, rated);
  expect(await resultOf(ada, activityId)).toEqual({
    released: false,
    grade: null,
    contributions: null,
    milestones: [],
  });
  expect(codeOf(await ada.call('GET', `${path}/mark`))).toBe('FORBIDDEN');
});

test('of two who mark a group’s work at once one gets it, until it is marked, given back or left alone', async () => {
  const activityId = await addProject(staff, {
    groupSetId: set.id,
    milestones: [buildMilestone({ points: 20 })],
  });
  const path = deliverablePath(activityId, red);
  expect(codeOf(await staff.call('PUT', `${path}/mark/lease`))).toBe('NOT_FOUND');
  await handInText(ada, path, 'Ours.');
  const both = [staff, colleague];
  const answers = await Promise.all(both.map((who) => who.call('PUT', `${path}/mark/lease`)));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const isFirst = answers[0]?.status === 200;
  const [holder, other] = isFirst ? [staff, colleague] : [colleague, staff];
  const seenBy = (who: ApiSession) => who.ok<DeliverableMarkView>('GET', `${path}/mark`);
  expect((await seenBy(holder)).taken).toBeNull();
  expect((await seenBy(other)).taken).toMatchObject({ by: expect.any(String), until: expect.any(String) });
  const given = { ...body, points: 5 };
  expect(codeOf(await other.call('PUT', `${path}/mark`, given))).toBe('WORK_TAKEN');
  expect(await other.ok('DELETE', `${path}/mark/lease`)).toEqual({ givenBack: false });
  expect(await holder.ok('DELETE', `${path}/mark/lease`)).toEqual({ givenBack: true });
  await other.ok('PUT', `${path}/mark/lease`);
  expect(codeOf(await holder.call('PUT', `${path}/mark`, given))).toBe('WORK_TAKEN');
  expect(await other.ok('PUT', `${path}/mark`, given)).toMatchObject({ taken: null, revision: 1 });
  // Marking it has given it back.
  expect(await holder.ok('PUT', `${path}/mark`, { ...given, points: 6, expectedRevision: 1 })).toMatchObject({
    mark: { points: 6 },
  });
  expect(codeOf(await ada.call('PUT', `${path}/mark/lease`))).toBe('FORBIDDEN');
});

describe('works of groups divided among staff', () => {
  let uma: ApiSession;
  let labs: GroupSet;
  let activityId: string;
  const shares = (id = activityId): string => `/activities/${id}/marking/shares`;
  const works = async (who = staff, query = '') =>
    (await who.ok<{ items: ProjectWorkRow[] }>('GET', `/group-work/${activityId}/works${query}`)).items;
  const holders = async () =>
    Object.fromEntries(
      (await works()).map(({ group, n, share }) => [`${group} ${n}`, share?.memberId ?? null]),
    );
  const divide = (body: object, id = activityId) => staff.ok<MarkingSharesView>('PUT', shares(id), body);
  async function move(who: ApiSession, name: string): Promise<void> {
    const { revision } = await staff.ok<OwnSetView>('GET', `/group-sets/${labs.id}`);
    await staff.ok('POST', `/group-sets/${labs.id}/moves`, {
      moves: [{ memberId: who.memberId, groupId: labs.groupIds[name] }],
      expectedRevision: revision,
    });
  }

  beforeAll(async () => {
    uma = await room.stack.open(
      room.stack.simulator.addPerson(room.stack.course, { role: 'assistant', givenName: 'Uma' }),
    );
    labs = await makeGroups(room, { Monday: [0, 1], Tuesday: [2] });
    let { revision } = await staff.ok<SectionsView>('GET', '/sections');
    ({ revision } = await staff.ok<SectionsView>('PUT', '/sections', {
      setId: labs.id,
      expectedRevision: revision,
    }));
    for (const [name, who] of [
      ['Monday', colleague],
      ['Tuesday', uma],
    ] as const)
      ({ revision } = await staff.ok<SectionsView>('PUT', `/sections/${labs.groupIds[name]}/assistants`, {
        memberIds: [who.memberId],
        expectedRevision: revision,
      }));
    activityId = await addProject(staff, {
      groupSetId: set.id,
      milestones: [buildMilestone(), buildMilestone({ n: 2, title: 'Not counted', points: 0 })],
    });
  }, 60_000);

  test('go to who looks after the section that most of the group are in, and follow it', async () => {
    const seed = newId();
    expect(await staff.ok('POST', `${shares()}/preview`, { seed })).toMatchObject({
      sections: [
        { name: 'Monday', works: 1 },
        { name: 'Tuesday', works: 1 },
      ],
      withoutSection: 0,
      staff: expect.arrayContaining([expect.objectContaining({ id: uma.memberId, works: 1 })]),
    });
    // What counts no points is nothing to mark.
    expect(await holders()).toEqual({ 'Blue 1': null, 'Red 1': null });
    const divided = await divide({ kind: 'bySection', seed });
    expect(await holders()).toEqual({ 'Blue 1': uma.memberId, 'Red 1': colleague.memberId });
    // Nothing is handed in yet, so that nothing waits for a mark.
    expect(divided).toMatchObject({ bySection: true, total: 0, can: { divide: true } });

    await handInText(ada, deliverablePath(activityId, red), 'Ours.');
    expect(await staff.ok('GET', shares())).toMatchObject({
      staff: expect.arrayContaining([expect.objectContaining({ id: colleague.memberId, done: 0, total: 1 })]),
    });
    await move(cleo, 'Monday');
    await until('Blue goes along', async () => (await holders())['Blue 1'] === colleague.memberId);
    // Most of Red are still on Monday.
    await move(ben, 'Tuesday');
    await move(cleo, 'Tuesday');
    await until('Blue is back', async () => (await holders())['Blue 1'] === uma.memberId);
    expect((await holders())['Red 1']).toBe(colleague.memberId);
    await move(ben, 'Monday');
  }, 60_000);

  test('by hand and evenly, by the lead alone; what is marked stays where it is', async () => {
    const red1 = (await works()).find(({ group }) => group === 'Red')?.workId ?? '';
    await divide({ kind: 'byHand', workIds: [red1, newId()], memberId: uma.memberId });
    expect((await holders())['Red 1']).toBe(uma.memberId);
    await uma.ok('PUT', `${deliverablePath(activityId, red)}/mark`, { ...body, points: 12 });
    const evenly = { kind: 'evenly', memberIds: [colleague.memberId], seed: newId() };
    expect(codeOf(await colleague.call('PUT', shares(), evenly))).toBe('FORBIDDEN');
    expect(await divide(evenly)).toMatchObject({ bySection: false, done: 1, total: 1 });
    expect(await holders()).toEqual({ 'Blue 1': colleague.memberId, 'Red 1': uma.memberId });
    expect((await works(uma)).find(({ group }) => group === 'Red')).toMatchObject({
      mark: { points: 12, maximum: 20 },
      share: { isOwn: true },
      members: expect.arrayContaining([expect.any(String)]),
    });
    expect(codeOf(await ada.call('GET', `/group-work/${activityId}/works`))).toBe('FORBIDDEN');
  });

  test('an assistant sees the groups with somebody of the own sections first', async () => {
    expect((await works(uma, '?sections=auto')).map(({ group }) => group)).toEqual(['Blue']);
    expect(await works(uma, '?sections=all')).toHaveLength(2);
    const standings = await uma.ok<{ items: GroupStandingView[]; total: number }>(
      'GET',
      `/group-work/${activityId}/standings?sections=auto`,
    );
    expect(standings).toMatchObject({
      items: [{ name: 'Blue' }],
      total: 1,
      // Who is in no group is on no day, either.
      inNoGroup: { count: 0 },
      sections: { mine: 1, shown: 'mine', people: 1 },
    });
    const all = await uma.ok<{ total: number }>('GET', `/group-work/${activityId}/standings`);
    expect(all.total).toBe(2);
  });

  test('members of a discussion go by section in the same way', async () => {
    const id = await addDiscussion(staff, { title: 'Hall', points: 10 });
    const shareOf = async (who: ApiSession) =>
      (await staff.ok<{ items: ParticipantRow[] }>('GET', `/discussions/${id}/participants`)).items.find(
        ({ memberId }) => memberId === who.memberId,
      )?.share?.memberId;
    await divide({ kind: 'bySection', seed: newId() }, id);
    expect([await shareOf(ada), await shareOf(cleo)]).toEqual([colleague.memberId, uma.memberId]);
    await move(cleo, 'Monday');
    await until('Cleo goes along', async () => (await shareOf(cleo)) === colleague.memberId);
    expect(await staff.ok('GET', shares(id))).toMatchObject({ bySection: true });
  }, 60_000);
});
