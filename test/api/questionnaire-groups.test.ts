/** Questions about the people of one's own group, through real launches: who is asked about whom, and who learns of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ListAnswers, ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import type { ApiSession } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Zero, one and two are red, three is blue and alone, four is in no group. */
beforeAll(async () => {
  room = await openRoom(5);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
}, 60_000);
afterAll(() => room.stack.close());

const ROWS = idOf('matrix');
const member = (index: number): string => room.learner(index).memberId;
const asks = (self: boolean) =>
  buildItem('matrix', { required: true, rows: [], groupRows: { setId: set.id, self } });

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const settings = buildQuestionnaire({ items: [asks(false), buildItem('text')], ...overrides });
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const own = (who: ApiSession, id: string) =>
  who.ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);
async function asked(index: number, id: string) {
  const item = (await own(room.learner(index), id)).items.find((one) => one.id === ROWS);
  if (item?.kind !== 'matrix') throw new Error('the question is missing');
  return { groups: item.groups, rows: item.rows.map((row) => [row.id, row.text]) };
}
const rate = (index: number, id: string, said: Record<string, string>) =>
  room.learner(index).call('POST', `/questionnaires/${id}/mine`, { version: 1, answers: { [ROWS]: said } });
const high = (...of: number[]) => Object.fromEntries(of.map((index) => [member(index), idOf('High')]));

test('everybody is asked about the others of their group, about themselves where it is wanted', async () => {
  const id = await publish();
  expect(await asked(0, id)).toEqual({
    groups: [{ name: 'Red' }],
    rows: [
      [member(1), room.names[1]],
      [member(2), room.names[2]],
    ],
  });
  const self = await publish({ items: [asks(true)] });
  expect((await asked(3, self)).rows).toEqual([[member(3), room.names[3]]]);
});

test('who has nobody to say anything of may send without it; nobody rates people of other groups', async () => {
  const id = await publish();
  expect(await asked(3, id)).toEqual({ groups: [{ name: 'Blue' }], rows: [] });
  expect(await asked(4, id)).toEqual({ groups: [], rows: [] });
  expect((await rate(4, id, {})).status).toBe(200);
  expect((await rate(3, id, high(0))).body).toMatchObject({ error: { code: 'NEVER_TOGETHER' } });
  expect((await rate(0, id, high(0, 1, 2))).body).toMatchObject({ error: { code: 'ANSWERS_INVALID' } });
  // Of those who are asked about, nobody may be left out.
  expect((await rate(0, id, high(1))).body).toMatchObject({
    error: { code: 'ANSWERS_INVALID', details: { itemIds: [ROWS] } },
  });
  expect((await rate(0, id, high(1, 2))).status).toBe(200);
});

test('staff see what was said of each person and who said it; learners see nothing of others', async () => {
  const id = await publish();
  await rate(0, id, { [member(1)]: idOf('High'), [member(2)]: idOf('Low') });
  await rate(1, id, { [member(0)]: idOf('Low'), [member(2)]: idOf('Low') });
  const results = await room.staff.ok<ResultsView>('GET', `/questionnaires/${id}/results`);
  const counts = results.tallies.find(({ itemId }) => itemId === ROWS)?.counts ?? [];
  expect(new Map(counts.map(({ key, count }) => [key, count]))).toEqual(
    new Map([
      [`${member(1)}/${idOf('High')}`, 1],
      [`${member(2)}/${idOf('Low')}`, 2],
      [`${member(0)}/${idOf('Low')}`, 1],
    ]),
  );
  expect(new Set(results.people.map(({ name }) => name))).toEqual(new Set(room.names.slice(0, 3)));
  const named = await room.staff.ok<z.output<(typeof ListAnswers)['response']>>(
    'GET',
    `/questionnaires/${id}/answers`,
  );
  expect(named.people.map((person) => person.id).sort()).toEqual([member(0), member(1), member(2)].sort());
  const { csv } = await room.staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
  expect(csv).toContain(`${room.names[1]}: High; ${room.names[2]}: Low`);

  for (const index of [2, 3, 4]) {
    const said = JSON.stringify(await own(room.learner(index), id));
    for (const hidden of index === 2
      ? [room.names[3], room.names[4]]
      : room.names.filter((_, n) => n !== index))
      expect(said).not.toContain(hidden);
    // Nothing of what was said, and no count of it, has a place in the view.
    for (const key of ['tallies', 'people', 'counts']) expect(said).not.toContain(`"${key}"`);
    expect((await own(room.learner(index), id)).draft.answers).toEqual({});
    for (const path of ['results', 'answers', 'export'])
      expect((await room.learner(index).call('GET', `/questionnaires/${id}/${path}`)).status).toBe(403);
  }
});

test('those stay asked about who were in the group when the answers were begun', async () => {
  const id = await publish();
  await room.learner(0).ok('PUT', `/questionnaires/${id}/mine/draft`, {
    answers: { [ROWS]: high(1) },
    expectedRevision: 0,
  });
  await set.move(2, 'Blue');
  await set.move(4, 'Red');
  expect((await asked(0, id)).rows.map(([one]) => one)).toEqual([member(1), member(2)]);
  // Begun on a page that shows somebody else: the page has to be looked at anew.
  const late = { answers: { [ROWS]: high(3) }, expectedRevision: 0 };
  const refused = await room.learner(1).call('PUT', `/questionnaires/${id}/mine/draft`, late);
  expect(refused.body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  const begun = { answers: { [ROWS]: high(3) }, expectedRevision: 1 };
  const strange = await room.learner(0).call('PUT', `/questionnaires/${id}/mine/draft`, begun);
  expect(strange.body).toMatchObject({ error: { code: 'NEVER_TOGETHER' } });
  expect((await rate(0, id, high(1, 2))).status).toBe(200);
  await set.move(2, 'Red');
  await set.move(4, null);
  const results = await room.staff.ok<ResultsView>('GET', `/questionnaires/${id}/results`);
  expect(results.people.map((person) => person.id).sort()).toEqual([member(1), member(2)].sort());
});

test('who has left a group and those who stay are asked about each other, for the time together', async () => {
  const id = await publish();
  await set.move(2, 'Blue');
  const item = async (index: number) => {
    const found = (await own(room.learner(index), id)).items.find((one) => one.id === ROWS);
    return found?.kind === 'matrix' ? found : undefined;
  };
  const until = expect.stringMatching(/^\d{4}-/);
  const staying = await item(1);
  expect(staying?.groups).toEqual([{ name: 'Red' }]);
  expect(staying?.rows).toEqual([
    { id: member(0), text: room.names[0] },
    { id: member(2), text: room.names[2], until },
  ]);
  const moved = await item(2);
  expect(moved?.groups).toEqual([{ name: 'Blue' }, { name: 'Red' }]);
  expect(moved?.rows).toEqual([
    { id: member(0), text: room.names[0], group: 'Red', until },
    { id: member(1), text: room.names[1], group: 'Red', until },
    { id: member(3), text: room.names[3], group: 'Blue' },
  ]);
  // Three was never together with those whom two has left, and need say nothing of them.
  expect((await rate(3, id, high(0, 2))).body).toMatchObject({ error: { code: 'NEVER_TOGETHER' } });
  expect((await rate(3, id, high(2))).status).toBe(200);
  // Those who have left, or whom one has left, may be left out, nobody else.
  expect((await rate(1, id, high(2))).body).toMatchObject({ error: { code: 'ANSWERS_INVALID' } });
  expect((await rate(1, id, high(0))).status).toBe(200);
  expect((await rate(2, id, high(0, 3))).status).toBe(200);
  await set.move(2, null);
  const alone = await item(0);
  expect(alone?.rows.map((row) => [row.id, row.until !== undefined])).toEqual([
    [member(1), false],
    [member(2), true],
  ]);
  await set.move(2, 'Red');
});

test.each([
  ['anonymous', { visibility: 'anonymous' }, 400],
  [
    'of a group set that is not there',
    { items: [buildItem('matrix', { rows: [], groupRows: { setId: newId(), self: true } })] },
    404,
  ],
  [
    'with rows of its own',
    { items: [buildItem('matrix', { groupRows: { setId: newId(), self: true } })] },
    400,
  ],
])('a question about a group is refused %s', async (_rule, overrides, status) => {
  const settings = buildQuestionnaire({ items: [asks(false)], ...overrides });
  const answer = await room.staff.call('PUT', `/questionnaires/${newId()}`, {
    settings,
    expectedRevision: 0,
  });
  expect(answer.status).toBe(status);
});
