/** Questionnaires through real launches: who may do what, what is kept, and what nobody gets to see. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { OwnQuestionnaireView, QuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { branchedItems, buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let stack: Room['stack'];
let staff: Room['staff'];
let names: Room['names'];
let learner: Room['learner'];

beforeAll(async () => {
  ({ stack, staff, names, learner } = await openRoom(6));
}, 60_000);
afterAll(() => stack.close());

async function make(overrides: Record<string, unknown> = {}): Promise<QuestionnaireView> {
  const id = newId();
  const body = { settings: buildQuestionnaire(overrides), expectedRevision: 0 };
  return staff.ok<QuestionnaireView>('PUT', `/questionnaires/${id}`, body);
}

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const { id, revision } = await make(overrides);
  await staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: revision });
  return id;
}

const yes = (text = 'Because.') => ({ [idOf('one')]: idOf('Yes'), [idOf('text')]: text });
const no = () => ({ [idOf('one')]: idOf('No') });
const send = (who: ApiSession, id: string, answers: object, version = 1) =>
  who.call('POST', `/questionnaires/${id}/mine`, { version, answers });
const results = (id: string, query = '') =>
  staff.ok<ResultsView>('GET', `/questionnaires/${id}/results${query}`);

describe('making one', () => {
  test('a draft is made once, changed under its revision, and stays unknown to learners', async () => {
    const { id, revision, can } = await make();
    expect(can).toEqual({ edit: true, publish: true, close: false, changeVisibility: true });
    const again = await staff.ok('PUT', `/questionnaires/${id}`, {
      settings: buildQuestionnaire(),
      expectedRevision: 0,
    });
    expect(again).toMatchObject({ revision });
    const stale = { settings: buildQuestionnaire({ title: 'B' }), expectedRevision: 0 };
    expect(await staff.call('PUT', `/questionnaires/${id}`, stale)).toMatchObject({
      status: 409,
      body: { error: { code: 'STALE_REVISION' } },
    });
    expect((await learner(0).call('GET', `/questionnaires/${id}/mine`)).status).toBe(404);
    expect((await send(learner(0), id, no())).status).toBe(404);
  });

  test.each([
    ['a branch from nowhere', { items: branchedItems().toReversed() }],
    ['an end before its beginning', { opensAt: '2030-01-02T00:00:00Z', closesAt: '2030-01-01T00:00:00Z' }],
    ['no title', { title: ' ' }],
  ])('%s is refused', async (_rule, overrides) => {
    const body = { settings: buildQuestionnaire(overrides), expectedRevision: 0 };
    expect((await staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
  });

  test('one without items cannot be published', async () => {
    const { id } = await make({ items: [] });
    expect((await staff.call('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 })).status).toBe(
      400,
    );
  });

  test('a copy is a draft of its own, made once', async () => {
    const id = await publish({ closesAt: '2099-01-01T00:00:00Z' });
    const copyId = newId();
    for (let time = 0; time < 2; time += 1) {
      const copy = await staff.ok('POST', `/questionnaires/${id}/copies`, { id: copyId, title: 'Again' });
      expect(copy).toMatchObject({
        id: copyId,
        state: 'draft',
        revision: 1,
        settings: { title: 'Again', closesAt: null },
      });
    }
  });

  test('the list has the newest first, page by page, with the number of answers', async () => {
    const id = await publish({ title: 'Newest' });
    await send(learner(0), id, no());
    interface List {
      items: { id: string; title: string; answers: number }[];
      next: string;
    }
    const first = await staff.ok<List>('GET', '/questionnaires?limit=1');
    expect(first.items).toMatchObject([{ id, title: 'Newest', answers: 1 }]);
    const second = await staff.ok<List>('GET', `/questionnaires?limit=1&after=${first.next}`);
    expect(second.items[0]?.id).not.toBe(id);
    expect((await staff.call('GET', '/questionnaires?after=x')).status).toBe(400);
  });
});

describe('answering one', () => {
  test('a draft is kept, then sent once; sent again it changes nothing', async () => {
    const id = await publish();
    const path = `/questionnaires/${id}/mine`;
    const saved = await learner(0).ok('PUT', `${path}/draft`, { answers: yes(), expectedRevision: 0 });
    expect(saved).toMatchObject({ revision: 1 });
    const stale = { answers: no(), expectedRevision: 0 };
    expect((await learner(0).call('PUT', `${path}/draft`, stale)).status).toBe(409);
    const own = await learner(0).ok<OwnQuestionnaireView>('GET', path);
    expect(own).toMatchObject({ status: 'open', draft: { answers: yes(), revision: 1 } });
    const list = await learner(0).ok<{ items: unknown[] }>('GET', '/own-questionnaires');
    expect(list.items).toContainEqual({ id, title: own.title, closesAt: null, status: 'open', begun: true });

    expect((await send(learner(0), id, { [idOf('one')]: idOf('Yes') })).body).toMatchObject({
      error: { code: 'ANSWERS_INVALID', details: { itemIds: [idOf('text')] } },
    });
    expect((await send(learner(0), id, yes())).body).toEqual({ status: 'answered' });
    expect((await send(learner(0), id, no())).body).toEqual({ status: 'answered' });
    expect(await learner(0).ok('GET', path)).toMatchObject({ status: 'answered', draft: { answers: {} } });
    const late = await learner(0).call('PUT', `${path}/draft`, { answers: no(), expectedRevision: 1 });
    expect(late.status).toBe(409);
    expect(await results(id)).toMatchObject({
      answers: 1,
      tallies: [{ counts: [{ count: 1 }, { count: 0 }] }, {}],
    });
  });

  test('ten requests at once are one answer', async () => {
    for (const visibility of ['confidential', 'anonymous']) {
      const id = await publish({ visibility });
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(learner(1), id, no())));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await results(id)).toMatchObject({ answers: 1 });
    }
  });

  test('after the end nothing is taken, and whoever has not answered loses sight of it', async () => {
    const id = await publish();
    await send(learner(0), id, no());
    await staff.ok('POST', `/questionnaires/${id}/close`);
    expect((await send(learner(1), id, no())).body).toMatchObject({
      error: { code: 'QUESTIONNAIRE_CLOSED' },
    });
    const draft = { answers: no(), expectedRevision: 0 };
    expect((await learner(1).call('PUT', `/questionnaires/${id}/mine/draft`, draft)).status).toBe(409);
    const seenBy = async (who: ApiSession) =>
      (await who.ok<{ items: { id: string }[] }>('GET', '/own-questionnaires')).items.some(
        (one) => one.id === id,
      );
    expect([await seenBy(learner(0)), await seenBy(learner(1))]).toEqual([true, false]);
  });

  test('one that opens later is unknown until then', async () => {
    const id = await publish({ opensAt: '2099-01-01T00:00:00Z' });
    expect((await learner(0).call('GET', `/questionnaires/${id}/mine`)).status).toBe(404);
  });

  test('items that change are a new version; answers keep the one they answered', async () => {
    const id = await publish();
    await send(learner(0), id, yes('Old words.'));
    const settings = buildQuestionnaire({ items: [buildItem('scale', { required: true })] });
    const changed = await staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 2 });
    expect(changed).toMatchObject({ version: 2, can: { changeVisibility: false } });
    expect((await send(learner(1), id, no())).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
    await send(learner(1), id, { [idOf('scale')]: 4 }, 2);
    const now = await results(id);
    expect(now).toMatchObject({ version: 2, answers: 1, tallies: [{ mean: 4 }] });
    expect(now.versions).toEqual([
      { version: 1, answers: 1 },
      { version: 2, answers: 1 },
    ]);
    expect((await results(id, '?version=1')).tallies[1]?.texts).toEqual(['Old words.']);
    expect((await staff.call('GET', `/questionnaires/${id}/results?version=3`)).status).toBe(404);
    const promise = { settings: { ...settings, visibility: 'anonymous' }, expectedRevision: 3 };
    expect((await staff.call('PUT', `/questionnaires/${id}`, promise)).status).toBe(409);
  });
});

describe('who gets to see what', () => {
  test('staff see names where it was said so; a file holds no formula', async () => {
    const id = await publish({ visibility: 'identified' });
    await send(learner(0), id, yes('=1+1'));
    await send(learner(1), id, no());
    const page = await staff.ok<{ items: { name: string; answers: object }[]; next: string }>(
      'GET',
      `/questionnaires/${id}/answers?limit=1`,
    );
    const rest = await staff.ok<typeof page>('GET', `/questionnaires/${id}/answers?after=${page.next}`);
    const found = [...page.items, ...rest.items].map(({ name, answers }) => [name, answers]);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual([names[0], yes('=1+1')]);
    const { csv } = await staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
    expect(csv).toContain('Name,Sent,About one?,About text?');
    expect(csv).toContain(`Yes,'=1+1`);
    expect(csv).toContain(names[1]);
  });

  test('only of those who chose an option', async () => {
    const id = await publish();
    await send(learner(0), id, yes('Mine.'));
    await send(learner(1), id, no());
    const query = `?itemId=${idOf('one')}&optionId=${idOf('No')}`;
    expect(await results(id, query)).toMatchObject({
      answers: 2,
      counted: 1,
      tallies: [{ answered: 1 }, { answered: 0 }],
    });
  });

  test('a learner’s answers are in nothing that another learner gets', async () => {
    const id = await publish({ visibility: 'identified' });
    await learner(0).ok('PUT', `/questionnaires/${id}/mine/draft`, {
      answers: yes('Secret words'),
      expectedRevision: 0,
    });
    const others = async () =>
      JSON.stringify([
        await learner(1).ok('GET', `/questionnaires/${id}/mine`),
        await learner(1).ok('GET', '/own-questionnaires'),
      ]);
    const before = await others();
    await send(learner(0), id, yes('Secret words'));
    const after = await others();
    for (const text of [before, after]) {
      expect(text).not.toContain('Secret words');
      expect(text).not.toContain(names[0]);
    }
    expect(after).toBe(before);
    for (const path of ['results', 'answers', 'export']) {
      expect((await learner(1).call('GET', `/questionnaires/${id}/${path}`)).status).toBe(403);
    }
  });

  test('anonymous: nothing below five, then counts, never a person, also by branch', async () => {
    const id = await publish({ visibility: 'anonymous' });
    const seen = async () =>
      JSON.stringify([
        await results(id),
        await results(id, `?itemId=${idOf('one')}&optionId=${idOf('Yes')}`),
        await staff.ok('GET', `/questionnaires/${id}/export`),
      ]);
    for (let index = 0; index < 4; index += 1) {
      expect((await send(learner(index), id, yes(`Words ${index}`))).status).toBe(200);
      expect(await seen()).not.toContain('Words');
    }
    expect(await results(id)).toMatchObject({ answers: 4, counted: null, tallies: [] });
    await send(learner(4), id, no());
    const five = await results(id);
    // The branch has four people only.
    expect(five).toMatchObject({
      answers: 5,
      counted: 5,
      tallies: [{ answered: 5 }, { answered: null, texts: [] }],
    });
    expect(await seen()).not.toContain('Words');
    const before = JSON.stringify(five.tallies);
    await send(learner(5), id, yes('Words 5'));
    // The sixth answer shows with its batch, or at the end.
    expect(JSON.stringify((await results(id)).tallies)).toBe(before);
    await staff.ok('POST', `/questionnaires/${id}/close`);
    const ended = await results(id);
    expect(ended).toMatchObject({ counted: 6, tallies: [{ answered: 6 }, { answered: 5 }] });
    expect(ended.tallies[1]?.texts).toHaveLength(5);
    const text = await seen();
    for (const name of names) expect(text).not.toContain(name);
    expect(text).not.toMatch(/memberId|submittedAt|"name"/);
    expect((await staff.call('GET', `/questionnaires/${id}/answers`)).status).toBe(404);
  });

  test('anonymous: what is stored joins no answer to a member, an hour or an event', async () => {
    const id = await publish({ visibility: 'anonymous' });
    for (let index = 0; index < 3; index += 1) {
      const path = `/questionnaires/${id}/mine/draft`;
      await learner(index).ok('PUT', path, { answers: yes(), expectedRevision: 0 });
      await send(learner(index), id, yes());
    }
    const connection = await mongoose.createConnection(stack.mongodbUri).asPromise();
    const all = async (name: string, filter: object) => connection.collection(name).find(filter).toArray();
    const sent = await all('questionnaireAnswers', { questionnaireId: id });
    const sheets = (await all('questionnaireSheets', {})).filter(({ _id }) => String(_id).startsWith(id));
    const audit = (await all('audit', {})).filter(({ type }) => type === 'questionnaire.answered');
    await connection.close();
    expect([sent.length, sheets.length]).toEqual([3, 3]);
    for (const document of sent) {
      expect(document).toMatchObject({ memberId: null, submittedAt: null });
      expect(document['day']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(JSON.stringify(document)).not.toMatch(/T\d\d:\d\d/);
    }
    const keys = new Set(sent.map(({ _id }) => String(_id)));
    for (const sheet of sheets) {
      expect(sheet).toMatchObject({ answered: true, key: null, savedAt: null, answers: {}, events: [] });
      const memberId = String(sheet._id).split('/')[1] ?? '';
      expect(JSON.stringify(sent)).not.toContain(memberId);
      for (const key of keys) expect(JSON.stringify(sheet)).not.toContain(key);
    }
    expect(JSON.stringify(audit)).not.toContain(id);
  });

  test('another course finds none of it', async () => {
    const id = await publish();
    const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
    const stranger = await stack.open(
      stack.simulator.addPerson(elsewhere, { role: 'instructor' }),
      undefined,
      elsewhere,
    );
    for (const path of ['', '/results', '/answers', '/export']) {
      expect((await stranger.call('GET', `/questionnaires/${id}${path}`)).status).toBe(404);
    }
    const take = { settings: buildQuestionnaire(), expectedRevision: 0 };
    expect((await stranger.call('PUT', `/questionnaires/${id}`, take)).status).toBe(404);
    expect(await stranger.ok('GET', '/questionnaires')).toMatchObject({ items: [] });
  });
});
