/** Members of groups rate each other: what staff see of it, what each person sees, and what nobody can find out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MemberEvaluation, OwnEvaluation } from '../../server/src/contracts/questionnaire-evaluation.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { WaitingItemView } from '../../server/src/contracts/insights.ts';
import { newId } from '../../server/src/core/ids.ts';
import { codeOf } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Red are four, Blue two, Green three; ten is in no group. */
beforeAll(async () => {
  room = await openRoom(11);
  set = await makeGroups(room, { Red: [0, 1, 2, 3], Blue: [4, 5], Green: [6, 7, 8] });
}, 60_000);
afterAll(() => room.stack.close());

const EFFORT = idOf('matrix');
const member = (index: number): string => room.learner(index).memberId;
const LEVELS = ['One', 'Two', 'Three', 'Four', 'Five'];

const effort = () =>
  buildItem('matrix', {
    rows: [],
    columns: LEVELS.map((text) => ({ id: idOf(text), text })),
    groupRows: { setId: set.id, self: true },
  });
const byMember = (values: Record<number, string>) =>
  Object.fromEntries(Object.entries(values).map(([index, value]) => [member(Number(index)), value]));
/** Columns by who is rated. @param levels by the number of who is rated */
const levelsOf = (levels: Record<number, number>) =>
  byMember(
    Object.fromEntries(
      Object.entries(levels).map(([index, level]) => [index, idOf(LEVELS[level - 1] ?? '')]),
    ),
  );

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const settings = buildQuestionnaire({ items: [effort()], visibility: 'confidential', ...overrides });
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}
const rate = (rater: number, id: string, levels: Record<number, number>) =>
  room.learner(rater).ok('POST', `/questionnaires/${id}/mine`, {
    version: 1,
    answers: { [EFFORT]: levelsOf(levels) },
  });
const read = (id: string) => room.staff.ok<MemberEvaluation>('GET', `/questionnaires/${id}/evaluation`);
const own = (index: number, id: string) =>
  room.learner(index).ok<OwnEvaluation>('GET', `/questionnaires/${id}/mine/evaluation`);
const share = (id: string, shared: boolean) =>
  room.staff.call('PUT', `/questionnaires/${id}/evaluation/shared`, { shared });
const close = (id: string) => room.staff.ok('POST', `/questionnaires/${id}/close`);

async function evaluated(): Promise<string> {
  const id = await publish();
  await rate(0, id, { 0: 5, 1: 4, 2: 4, 3: 2 });
  await rate(1, id, { 0: 4, 1: 4, 2: 4, 3: 2 });
  await rate(2, id, { 0: 4, 1: 4, 2: 4, 3: 1 });
  await rate(3, id, { 0: 4, 1: 4, 2: 4, 3: 5 });
  await rate(4, id, { 4: 5, 5: 3 });
  await rate(5, id, { 4: 2, 5: 5 });
  await rate(6, id, { 6: 3, 7: 3, 8: 5 });
  return id;
}

test('an evaluation of oneself alone is refused with its reason', async () => {
  const id = await publish();
  const answers = { [EFFORT]: { [member(0)]: idOf('Five') } };
  const answer = await room.learner(0).call('POST', `/questionnaires/${id}/mine`, { version: 1, answers });
  expect(codeOf(answer)).toBe('ONLY_ONESELF');
});

test('staff see what the others say of each, factors with their range, and what to ask about', async () => {
  const id = await evaluated();
  const { groups, levels, sharedAt, can } = await read(id);
  expect([groups.map(({ name }) => name), levels, sharedAt]).toEqual([['Blue', 'Green', 'Red'], 5, null]);
  // While answers may come, nothing is shown to anybody.
  expect(can).toEqual({ share: false, takeBack: false, check: false });
  const red = groups.find(({ name }) => name === 'Red');
  const last = red?.people.find((person) => person.id === member(3));
  expect(last).toMatchObject({ raters: 3, own: 5, hasAnswered: true, questions: ['lessThanOthers'] });
  expect(last?.received).toBeCloseTo(5 / 3);
  expect(last?.factors.shrunken?.value).toBeLessThan(0.9);
  expect(last?.factors.shrunken?.high).toBeLessThan(1);
  expect(last?.factors.webpa).toBeLessThan(last?.factors.shrunken?.value ?? 0);
  // Eight has been rated by one other only, who has no rater but the one who is silent.
  const green = groups.find(({ name }) => name === 'Green');
  expect(green?.people.map(({ raters }) => raters).sort()).toEqual([0, 1, 1]);
  const blue = groups.find(({ name }) => name === 'Blue');
  for (const { isWithheld } of [...(green?.people ?? []), ...(blue?.people ?? [])])
    expect(isWithheld).toBe(true);
});

test('each sees the own result once staff have said so, and only where it cannot be laid at one person’s door', async () => {
  const id = await evaluated();
  expect(await own(3, id)).toEqual({ isShared: false, levels: 5, groups: [] });
  expect((await share(id, true)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  await close(id);
  expect((await share(id, true)).status).toBe(200);
  expect((await share(id, true)).status).toBe(200);
  const mine = await own(3, id);
  expect(mine).toMatchObject({ isShared: true, groups: [{ name: 'Red', isWithheld: false }] });
  expect(mine.groups[0]?.criteria[0]).toMatchObject({ own: 5 });
  expect(mine.groups[0]?.criteria[0]?.received).toBeCloseTo(5 / 3);
  // Neither an id nor a name of anybody, nor anything of the others.
  const text = JSON.stringify(mine);
  for (const [index, name] of room.names.entries()) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(member(index));
  }
  expect(Object.keys(mine).sort()).toEqual(['groups', 'isShared', 'levels']);
  const keys = ['comments', 'criteria', 'factor', 'isWithheld', 'name'];
  expect(Object.keys(mine.groups[0] ?? {}).sort()).toEqual(keys);
  // Told are those who have something to read, and only that they have.
  const told = async (index: number) =>
    (await room.learner(index).ok<{ items: NoticeView[] }>('GET', '/notices')).items.filter(
      ({ activityId, content }) => activityId === id && content.kind === 'evaluated',
    );
  await until('it is told', async () => (await told(3)).length === 1);
  expect((await told(3))[0]).toMatchObject({ content: { kind: 'evaluated' }, state: 'open' });
  expect(await told(4)).toEqual([]);
  for (const [index, name] of [
    [4, 'Blue'],
    [5, 'Blue'],
    [7, 'Green'],
  ] as const)
    expect(await own(index, id)).toEqual({
      isShared: true,
      levels: 5,
      groups: [{ name, isWithheld: true, criteria: [], factor: null, comments: [] }],
    });
  expect(await own(10, id)).toEqual({ isShared: true, levels: 5, groups: [] });
  expect((await share(id, false)).status).toBe(200);
  await until('it is taken back', async () => (await told(3))[0]?.state === 'withdrawn');
  expect(await own(3, id)).toMatchObject({ isShared: false, groups: [] });
});

test('a person reads what was written to them once staff have read it, without names and never where it is known whose it is', async () => {
  const word = buildItem('text', { groupRows: { setId: set.id, self: false } });
  const id = await publish({ items: [effort(), word] });
  const write = (writer: number, levels: Record<number, number>, texts: Record<number, string>) =>
    room.learner(writer).call('POST', `/questionnaires/${id}/mine`, {
      version: 1,
      answers: { [EFFORT]: levelsOf(levels), [word.id]: byMember(texts) },
    });
  const asked = await room.learner(0).ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);
  const rows = asked.items.find((item) => item.id === word.id);
  expect(rows).toMatchObject({ rows: [1, 2, 3].map((index) => ({ id: member(index) })) });
  expect(codeOf(await write(0, { 1: 4 }, { 4: 'To somebody of another group.' }))).toBe('NEVER_TOGETHER');
  await write(0, { 1: 4, 2: 4, 3: 2 }, { 3: 'Zeal is what I miss.', 1: ' ' });
  await write(1, { 0: 4, 2: 4, 3: 2 }, { 3: 'As Given said: come on time.' });
  await write(2, { 0: 4, 1: 4, 3: 2 }, { 3: 'Your drawings are clear.' });
  await write(4, { 5: 3 }, { 5: 'Only you and I are in this group.' });
  const commentsOf = async (index: number) =>
    (await read(id)).groups.flatMap(({ people }) => people).find((one) => one.id === member(index))?.comments;
  const written = (await commentsOf(3)) ?? [];
  expect(written.map(({ text }) => text)).toEqual([
    'As Given said: come on time.',
    'Your drawings are clear.',
    'Zeal is what I miss.',
  ]);
  const check = (key: string | undefined, shown = true) =>
    room.staff.call('PUT', `/questionnaires/${id}/evaluation/comment`, { key, shown });
  expect(codeOf(await check(written[1]?.key))).toBe('STALE_REVISION');
  await close(id);
  await share(id, true);
  const readBy = async (index: number) => (await own(index, id)).groups.flatMap((one) => one.comments);
  expect(await readBy(3)).toEqual([]);
  for (const { key } of [...written.slice(1).toReversed(), ...((await commentsOf(5)) ?? [])])
    expect((await check(key)).status).toBe(200);
  // By the text and not as they came; what staff have not let through is not there.
  const question = word.text;
  const comments = [
    { question, text: 'Your drawings are clear.' },
    { question, text: 'Zeal is what I miss.' },
  ];
  expect(await readBy(3)).toEqual(comments);
  for (const index of [0, 1, 4, 5]) expect(await readBy(index)).toEqual([]);
  for (const index of [0, 1, 2, 3]) expect(JSON.stringify(comments)).not.toContain(member(index));
  await check(written[1]?.key, false);
  expect(await readBy(3)).toEqual(comments.slice(1));
  expect(codeOf(await check(`${newId()}/${word.id}/${member(3)}`))).toBe('NOT_FOUND');
  const refused = await room
    .learner(3)
    .call('PUT', `/questionnaires/${id}/evaluation/comment`, { key: written[0]?.key, shown: true });
  expect(refused.status).toBe(403);
  const { csv } = await room.staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
  expect(csv).toContain(`${room.names[3]}: Your drawings are clear.`);
});

test('who moves afterwards changes nothing of what was said', async () => {
  const id = await evaluated();
  await close(id);
  await share(id, true);
  const [before, mine] = [await read(id), await own(3, id)];
  await set.move(3, 'Blue');
  expect(await read(id)).toEqual(before);
  expect(await own(3, id)).toEqual(mine);
  await set.move(3, 'Red');
});

test('who moves is rated by both groups for the time with each, and reads what each says', async () => {
  const id = await publish();
  await set.move(3, 'Blue');
  await rate(0, id, { 1: 4, 2: 4, 3: 2 });
  await rate(1, id, { 0: 4, 2: 4, 3: 2 });
  // Who need not say anything of somebody who has left says nothing.
  await rate(2, id, { 0: 4, 1: 4 });
  await rate(4, id, { 3: 5, 5: 3 });
  await rate(5, id, { 3: 5, 4: 3 });
  await rate(3, id, { 0: 4, 1: 5, 4: 3, 5: 3, 3: 4 });
  const answers = { [EFFORT]: levelsOf({ 3: 1 }) };
  const refused = await room.learner(7).call('POST', `/questionnaires/${id}/mine`, { version: 1, answers });
  expect(codeOf(refused)).toBe('NEVER_TOGETHER');
  await close(id);
  await share(id, true);
  const { groups } = await read(id);
  const of = (name: string, index: number) =>
    groups.find((one) => one.name === name)?.people.find((person) => person.id === member(index));
  expect(of('Red', 3)).toMatchObject({ until: expect.stringMatching(/^\d{4}-/), raters: 2, received: 2 });
  expect(of('Blue', 3)).toMatchObject({ until: null, raters: 2, received: 5 });
  expect(of('Red', 0)).toMatchObject({ until: null, raters: 3, received: 4 });
  expect(of('Red', 4)).toBeUndefined();
  const mine = await own(3, id);
  expect(mine.groups.map(({ name, criteria }) => [name, criteria[0]?.received])).toEqual([
    ['Blue', 5],
    ['Red', 2],
  ]);
  for (const index of [0, 1, 2, 4, 5]) expect(JSON.stringify(mine)).not.toContain(member(index));
  await set.move(3, 'Red');
  expect([await read(id), await own(3, id)]).toMatchObject([{ groups }, mine]);
});

test('learners get none of what staff see; an anonymous questionnaire, or one about no people, has nothing of it', async () => {
  const id = await evaluated();
  expect((await room.learner(0).call('GET', `/questionnaires/${id}/evaluation`)).status).toBe(403);
  expect(
    (await room.learner(0).call('PUT', `/questionnaires/${id}/evaluation/shared`, { shared: true })).status,
  ).toBe(403);
  const plain = await publish({ items: [buildItem('text')] });
  expect((await room.staff.call('GET', `/questionnaires/${plain}/evaluation`)).status).toBe(404);
  expect((await room.learner(0).call('GET', `/questionnaires/${plain}/mine/evaluation`)).status).toBe(404);
});

test('staff are asked about a pattern once the round is over, and not before; done with, it waits no more', async () => {
  const waiting = async () =>
    (await room.staff.ok<{ items: WaitingItemView[] }>('GET', '/queue?kind=people')).items.filter(
      ({ activityId }) => activityId === id,
    );
  const id = await evaluated();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await waiting()).toEqual([]);
  await close(id);
  await until('it waits', async () => (await waiting()).length > 0);
  const [item] = await waiting();
  expect(item).toMatchObject({
    because: { code: 'MEMBER_DID_LESS', params: { group: 'Red', name: room.names[3] } },
    nextAction: null,
  });
  const act = { kind: 'done', done: true };
  await room.staff.ok('POST', '/queue/acts', { id: item?.id, act, expectedRevision: item?.revision });
  expect(await waiting()).toEqual([]);
});
