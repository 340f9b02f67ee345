/** Group projects over HTTP: set up, written together, handed in, confirmed and taken back, as launches make people of a course. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { GroupWorkView, ProjectGroupView } from '../../server/src/contracts/group-work.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { PublicationView } from '../../server/src/contracts/publication.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { DiscussionView } from '../../server/src/contracts/discussion.ts';
import { ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addProject,
  buildMilestone,
  buildProject,
  buildTeam,
  deliverablePath,
  draftText,
  handInText,
} from '../factories/group-work.ts';
import { addDiscussion } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let dee: ApiSession;
let red: string;

beforeAll(async () => {
  room = await openRoom(5);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
  staff = room.staff;
  [ada, ben, cleo, dee] = [room.learner(0), room.learner(1), room.learner(2), room.learner(3)];
  red = set.groupIds['Red'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const noticesOf = async (who: ApiSession, activityId: string): Promise<string[]> =>
  (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items
    .filter((notice) => notice.activityId === activityId)
    .map(({ content }) => content.kind);

test('groups talk in a discussion that has a space for each of them; any other is not linked', async () => {
  const others = await makeGroups(room, { Green: [0] });
  const linked = async (groupSetId: string | null, state: 'draft' | 'published' = 'published') => {
    const discussionId = await addDiscussion(staff, { groupSetId }, state);
    const activityId = await addProject(staff, { groupSetId: set.id, team: buildTeam({ discussionId }) });
    const { team } = await ada.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
    return { discussionId, shown: team.discussionId };
  };
  const own = await linked(set.id);
  expect(own.shown).toBe(own.discussionId);
  const { spaces } = await ada.ok<DiscussionView>('GET', `/discussions/${own.discussionId}`);
  expect(spaces?.map(({ id }) => id)).toEqual([red]);
  expect((await linked(others.id)).shown).toBeNull();
  expect((await linked(null)).shown).toBeNull();
  expect((await linked(set.id, 'draft')).shown).toBeNull();
});

describe('setting up', () => {
  test('publishing tells of people in no group and of groups that are too small', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id }, 'draft');
    expect(codeOf(await ada.call('GET', `/group-work/${activityId}`))).toBe('ACTIVITY_NOT_OPEN');
    const { faults, learners } = await staff.ok<PublicationView>(
      'GET',
      `/activities/${activityId}/publication`,
    );
    expect(faults).toEqual(
      expect.arrayContaining([
        { code: 'inNoGroup', count: learners - 4 },
        { code: 'groupsSmall', count: 1 },
      ]),
    );
    await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'published' });
    const seen = await ada.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
    expect(seen.groups.map(({ name, milestones }) => [name, milestones.map(({ state }) => state)])).toEqual([
      ['Red', ['open', 'open']],
    ]);
  });

  test('its points are those of its milestones, and what groups have begun is not taken from under them', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const { items } = await staff.ok<{ items: { id: string; type: string; points: number }[] }>(
      'GET',
      '/activities',
    );
    expect(items.find(({ id }) => id === activityId)).toMatchObject({ type: 'groupWork', points: 50 });
    await draftText(ada, deliverablePath(activityId, red, 2), 'We begin.');
    const without = { settings: buildProject({ groupSetId: set.id, milestones: [buildMilestone()] }) };
    const answer = await staff.call('PUT', `/group-work/${activityId}`, { ...without, expectedRevision: 1 });
    expect(codeOf(answer)).toBe('ACTIVITY_HAS_WORK');
  });

  test('a page of another type says where it is, so that one is led there at once', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    for (const [who, path] of [
      [ada, `/activities/${activityId}/mine`],
      [staff, `/activities/${activityId}/overview`],
      [staff, `/activities/${activityId}/peer-review`],
      [staff, `/discussions/${activityId}`],
    ] as const)
      expect(await who.call('GET', path)).toMatchObject({
        status: 404,
        body: { error: { code: 'NOT_FOUND', details: { kind: 'activity', type: 'groupWork' } } },
      });
  });

  test('staff see all groups and who is in none, learners nobody of another group', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const list = await staff.ok<{ items: ProjectGroupView[]; inNoGroup: { count: number; names: string[] } }>(
      'GET',
      `/group-work/${activityId}/standings`,
    );
    expect(list.items.map(({ name, members }) => [name, members.length])).toEqual([
      ['Blue', 1],
      ['Red', 3],
    ]);
    expect(list.inNoGroup.names).toContain(room.names[4]);
    expect(list.inNoGroup.names).toHaveLength(list.inNoGroup.count);
    const text = JSON.stringify(await ada.ok('GET', `/group-work/${activityId}`));
    for (const index of [3, 4]) {
      expect(text).not.toContain(room.names[index]);
      expect(text).not.toContain(room.learner(index).memberId);
    }
    expect(codeOf(await ada.call('GET', `/group-work/${activityId}/standings`))).toBe('FORBIDDEN');
  });
});

describe('writing together', () => {
  test('nobody writes over what another member has saved, and another group is refused everywhere', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const path = deliverablePath(activityId, red);
    await draftText(ada, path, 'Ada’s.');
    const late = await ben.call('PUT', `${path}/draft`, { text: 'Ben’s.', fileIds: [], expectedRevision: 0 });
    expect(codeOf(late)).toBe('STALE_REVISION');
    const seen = await ben.ok<DeliverableView>('GET', path);
    expect(seen.draft).toMatchObject({ revision: 1, savedBy: { name: room.names[0], isOwn: false } });
    for (const [method, at, body] of [
      ['GET', path, undefined],
      ['PUT', `${path}/draft`, { text: 'x', fileIds: [], expectedRevision: 1 }],
      ['POST', `${path}/submission`, { expectedRevision: 1 }],
      ['PUT', `${path}/submission/1/confirmation`, { objection: null }],
      ['POST', `${path}/submission/1/withdrawal`, undefined],
    ] as const)
      expect(codeOf(await dee.call(method, at, body))).toBe('NOT_IN_GROUP');
    const file = {
      id: newId(),
      item: { kind: 'group-deliverable', id: `${activityId}-${red}-1` },
      name: 'a.txt',
    };
    expect(codeOf(await dee.call('POST', '/files', { ...file, size: 3 }))).toBe('NOT_IN_GROUP');
    expect((await ada.call('POST', '/files', { ...file, size: 3 })).status).toBe(200);
  });

  test('staff see nothing of what is being written', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const path = deliverablePath(activityId, red);
    await draftText(ada, path, 'A secret sketch.');
    const seen = await staff.ok<DeliverableView>('GET', path);
    expect(seen.draft).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('secret');
  });
});

describe('handing in', () => {
  test('one member hands in a frozen copy, all have a receipt, and it can be taken back', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const path = deliverablePath(activityId, red);
    const { state, handedIn } = await handInText(ada, path, 'Our concept.');
    expect([state, handedIn?.version, handedIn?.members.length]).toEqual(['handedIn', 1, 3]);
    for (const who of [ada, ben, cleo])
      await until('each is told: groupHandedIn', async () =>
        (await noticesOf(who, activityId)).includes('groupHandedIn'),
      );
    expect(await noticesOf(dee, activityId)).toEqual([]);
    // What is written afterwards does not change the copy.
    await draftText(ben, path, 'Our better concept.', 1);
    const seen = await staff.ok<DeliverableView>('GET', path);
    expect(JSON.stringify(seen.handedIn)).toContain('Our concept.');
    const again = await ben.ok<DeliverableView>('POST', `${path}/submission`, { expectedRevision: 2 });
    expect([again.handedIn?.version, again.earlier.map(({ version }) => version)]).toEqual([2, [1]]);
    const back = await cleo.ok<DeliverableView>('POST', `${path}/submission/2/withdrawal`);
    expect([back.state, back.earlier[0]]).toMatchObject(['open', { version: 2, wasWithdrawn: true }]);
    await until('ada is told: groupWithdrawn', async () =>
      (await noticesOf(ada, activityId)).includes('groupWithdrawn'),
    );
  });

  test('of all who must confirm one finds something wrong, then everybody agrees', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id, handIn: 'all' });
    const path = deliverablePath(activityId, red);
    expect((await handInText(ada, path, 'Version one.')).state).toBe('toConfirm');
    await until('ben is told: groupConfirm', async () =>
      (await noticesOf(ben, activityId)).includes('groupConfirm'),
    );
    const confirmation = (version: number) => `${path}/submission/${version}/confirmation`;
    await ben.ok('PUT', confirmation(1), { objection: 'The sources are missing.' });
    await until('ada is told: groupObjected', async () =>
      (await noticesOf(ada, activityId)).includes('groupObjected'),
    );
    await handInText(ada, path, 'With sources.');
    expect(codeOf(await ben.call('PUT', confirmation(1), { objection: null }))).toBe('STALE_REVISION');
    expect((await ben.ok<DeliverableView>('PUT', confirmation(2), { objection: null })).state).toBe(
      'toConfirm',
    );
    expect((await cleo.ok<DeliverableView>('PUT', confirmation(2), { objection: null })).state).toBe(
      'handedIn',
    );
    await until('ben is told: groupHandedIn', async () =>
      (await noticesOf(ben, activityId)).includes('groupHandedIn'),
    );
  });

  test('a silent member blocks nobody: at the deadline the copy counts, and who is missing is noted', async () => {
    const soon = buildMilestone({ dueAt: new Date(Date.now() + 3_000).toISOString() });
    const activityId = await addProject(staff, { groupSetId: set.id, handIn: 'all', milestones: [soon] });
    const path = deliverablePath(activityId, red);
    await handInText(ada, path, 'In time.');
    await until('cleo is told: groupHandedIn', async () =>
      (await noticesOf(cleo, activityId)).includes('groupHandedIn'),
    );
    const { state, handedIn, can } = await staff.ok<DeliverableView>('GET', path);
    expect([state, handedIn?.daysLate, can.withdraw]).toEqual(['handedIn', 0, false]);
    expect(handedIn?.members.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([true, false, false]);
    const closed = await ben.call('PUT', `${path}/submission/1/confirmation`, { objection: null });
    expect(codeOf(closed)).toBe('SUBMISSIONS_CLOSED');
  });

  test('a group with more time is not late by its own timeline', async () => {
    const past = buildMilestone({ dueAt: new Date(Date.now() - 60_000).toISOString() });
    const activityId = await addProject(staff, { groupSetId: set.id, milestones: [past] });
    const path = deliverablePath(activityId, red);
    expect((await ada.ok<DeliverableView>('GET', path)).state).toBe('missed');
    const until_ = new Date(Date.now() + 3_600_000).toISOString();
    await staff.ok('PUT', `/activities/${activityId}/timelines/${ben.memberId}/extension`, {
      until: { milestone1: until_ },
      zone: 'UTC',
      reason: 'Ill.',
      expectedRevision: 0,
    });
    const { state, handedIn } = await handInText(ada, path, 'Thanks for the time.');
    expect([state, handedIn?.daysLate]).toEqual(['handedIn', 0]);
  });

  test('who moves to another group takes no past work along and leaves it as it was', async () => {
    const activityId = await addProject(staff, { groupSetId: set.id });
    const path = deliverablePath(activityId, red);
    const before = await handInText(ada, path, 'Ours.');
    await set.move(2, 'Blue');
    const after = await staff.ok<DeliverableView>('GET', path);
    expect(after.handedIn).toEqual({
      ...before.handedIn,
      by: { ...before.handedIn?.by, isOwn: false },
      members: before.handedIn?.members.map((one) => ({ ...one, isOwn: false })),
    });
    expect(await cleo.ok<DeliverableView>('GET', path)).toMatchObject({ hasLeft: true, draft: null });
    const own = await cleo.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
    expect(own.groups.map(({ name, milestones }) => [name, milestones[0]?.state])).toEqual([
      ['Blue', 'open'],
    ]);
    await set.move(2, 'Red');
  });
});

test('who has left a group reads what they had a part in as it was then, and nothing that came after', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id });
  const path = deliverablePath(activityId, red);
  const versionOf = (who: ApiSession, n: number) => who.call('GET', `${path}/versions/${n}`);
  await handInText(ada, path, 'The first.');
  await handInText(ada, path, 'The second.');
  expect(JSON.stringify((await versionOf(ben, 1)).body)).toContain('The first.');
  expect(JSON.stringify((await versionOf(staff, 1)).body)).toContain('The first.');
  expect(codeOf(await versionOf(dee, 1))).toBe('NOT_IN_GROUP');
  await set.move(2, 'Blue');
  const { left } = await cleo.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
  expect(left).toMatchObject([{ groupId: red, name: 'Red', milestones: [1] }]);
  const before = await cleo.ok<DeliverableView>('GET', path);
  expect(before).toMatchObject({
    hasLeft: true,
    draft: null,
    handedIn: { version: 2 },
    can: { write: false, confirm: false, withdraw: false },
  });
  expect(before.earlier.map(({ version }) => version)).toEqual([1]);
  await handInText(ada, path, 'The third, of the others.');
  const after = await cleo.ok<DeliverableView>('GET', path);
  expect(after).toEqual(before);
  expect(JSON.stringify(after)).not.toContain('The third');
  expect((await versionOf(cleo, 1)).status).toBe(200);
  expect(codeOf(await versionOf(cleo, 3))).toBe('NOT_FOUND');
  expect(
    codeOf(await cleo.call('PUT', `${path}/draft`, { text: 'x', fileIds: [], expectedRevision: 3 })),
  ).toBe('NOT_IN_GROUP');
  await set.move(2, 'Red');
});

test('a rehearsal has groups of three invented learners, who hand in and confirm, and leaves no trace', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, handIn: 'all' });
  const at = `/activities/${activityId}/rehearsal`;
  const names = Array.from({ length: 6 }, (_, index) => `Invented ${index}`);
  const begun = await staff.ok<{ activityId: string; learners: { memberId: string }[] }>('PUT', at, {
    names,
  });
  const { memberId } = begun.learners[0] ?? {};
  const learner = ApiSession.of(staff.toolUrl, await staff.ok('POST', `${at}/session`, { memberId }));
  const states = async () => {
    const { groups } = await learner.ok<GroupWorkView>('GET', `/group-work/${begun.activityId}`);
    return groups.map(({ members, milestones }) => [members.length, milestones[0]?.state]);
  };
  expect(await states()).toEqual([[3, 'open']]);
  // Of each group one hands in and the others confirm, at each of two milestones.
  const { done } = await staff.ok<{ done: number }>('POST', `${at}/fill`, {
    step: 'handIn',
    text: 'A sample.',
  });
  expect([done, await states()]).toEqual([12, [[3, 'handedIn']]]);
  await staff.ok('DELETE', at);
  const list = await staff.ok<{ items: ProjectGroupView[] }>('GET', `/group-work/${activityId}/standings`);
  expect(list.items.flatMap(({ milestones }) => milestones.map(({ state }) => state))).toEqual([
    'open',
    'open',
    'open',
    'open',
  ]);
});
