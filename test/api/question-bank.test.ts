/** The question bank through real launches: kept, found, drawn from; and what learners do not get of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BankItemView } from '../../server/src/contracts/question-bank.ts';
import type { OwnQuestionnaireView, QuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

interface Bank {
  items: BankItemView[];
  next: string | null;
  tags: { tag: string; count: number }[];
  can: { edit: boolean };
}

let stack: Room['stack'];
let staff: Room['staff'];
let learners: Room['learners'];

beforeAll(async () => {
  ({ stack, staff, learners } = await openRoom(4));
}, 60_000);
afterAll(() => stack.close());

const keep = (text: string, tags: string[], item = keyed('oneChoice'), id = newId()) =>
  staff.ok<BankItemView>('PUT', `/question-bank/${id}`, {
    item: { ...item, text },
    tags,
    expectedRevision: 0,
  });
const list = (query = '', who = staff) => who.ok<Bank>('GET', `/question-bank${query}`);
const textsOf = ({ items }: Bank): string[] => items.map(({ item }) => item.text);
const draw = (tag: string, count: number) => ({ id: newId(), tag, count });

async function make(overrides: Record<string, unknown>): Promise<QuestionnaireView> {
  const body = { settings: buildQuestionnaire(overrides), expectedRevision: 0 };
  return staff.ok<QuestionnaireView>('PUT', `/questionnaires/${newId()}`, body);
}
const publish = ({ id }: QuestionnaireView) =>
  staff.call('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
const own = (who: ApiSession, id: string) =>
  who.ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);

describe('the bank', () => {
  test('keeps questions with keys and tags, finds them by words and tags, page by page', async () => {
    await keep('Is 1 + 1 (in base 3) = 2?', ['sums', ' easy ']);
    await keep('Is water wet?', ['nature', 'easy']);
    const all = await list();
    expect(all).toMatchObject({
      items: [{ item: { text: 'Is water wet?', key: { points: 2 } }, tags: ['easy', 'nature'] }, {}],
      tags: [
        { tag: 'easy', count: 2 },
        { tag: 'nature', count: 1 },
        { tag: 'sums', count: 1 },
      ],
      can: { edit: true },
    });
    // What it is searched for is no pattern, and in any case.
    expect(textsOf(await list(`?search=${encodeURIComponent('1 + 1 (IN')}`))).toEqual([
      'Is 1 + 1 (in base 3) = 2?',
    ]);
    expect(textsOf(await list('?search=w.t'))).toEqual([]);
    expect(textsOf(await list('?tag=nature'))).toEqual(['Is water wet?']);
    const first = await list('?limit=1');
    const second = await list(`?limit=1&after=${first.next}`);
    expect([...textsOf(first), ...textsOf(second)]).toEqual(textsOf(all));
    expect(second.next).toBeNull();
  });

  test('a question is changed under its revision, and removed', async () => {
    const { id, item, tags } = await keep('Old words?', ['changing']);
    const path = `/question-bank/${id}`;
    expect(await keep('Old words?', ['changing'], keyed('oneChoice'), id)).toMatchObject({ revision: 1 });
    const changed = { item: { ...item, text: 'New words?' }, tags, expectedRevision: 1 };
    expect(await staff.ok('PUT', path, changed)).toMatchObject({ revision: 2, item: { id } });
    expect((await staff.call('PUT', path, changed)).body).toMatchObject({
      error: { code: 'STALE_REVISION' },
    });
    expect(await staff.ok('GET', path)).toMatchObject({ item: { text: 'New words?' } });
    await staff.ok('DELETE', path);
    await staff.ok('DELETE', path);
    expect((await staff.call('GET', path)).status).toBe(404);
    expect((await staff.call('PUT', path, changed)).status).toBe(404);
  });

  test.each([
    ['depends on another', { showIf: { itemId: idOf('one'), optionId: idOf('Yes') } }],
    ['has no right answer in its key', { key: { right: [], points: 1, feedback: '', optionFeedback: {} } }],
    ['has no words', { text: ' ' }],
  ])('a question that %s is refused', async (_rule, overrides) => {
    const body = { item: buildItem('oneChoice', overrides), tags: [], expectedRevision: 0 };
    expect((await staff.call('PUT', `/question-bank/${newId()}`, body)).status).toBe(400);
  });

  test('is a course’s own, and no learner’s', async () => {
    const { id } = await keep('Ours?', ['ours']);
    const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
    const stranger = await stack.open(
      stack.simulator.addPerson(elsewhere, { role: 'instructor' }),
      undefined,
      elsewhere,
    );
    expect(await list('', stranger)).toMatchObject({ items: [], tags: [] });
    expect((await stranger.call('GET', `/question-bank/${id}`)).status).toBe(404);
    await stranger.ok('DELETE', `/question-bank/${id}`);
    expect(await staff.ok('GET', `/question-bank/${id}`)).toMatchObject({ id });
    expect((await learners[0]?.call('GET', '/question-bank'))?.status).toBe(403);
  });
});

describe('a questionnaire that draws', () => {
  test('asks each person some of the questions, the same ones on every look, without a key', async () => {
    for (let n = 0; n < 6; n += 1) await keep(`Drawn ${n}?`, ['pool']);
    const made = await make({ items: [buildItem('text')], draws: [draw('pool', 2)] });
    expect((await publish(made)).status).toBe(200);
    const seen = new Set<string>();
    for (const learner of learners) {
      const first = await own(learner, made.id);
      expect(first.items.map(({ text }) => text)).toEqual([
        'About text?',
        expect.stringMatching(/^Drawn/),
        expect.stringMatching(/^Drawn/),
      ]);
      expect(await own(learner, made.id)).toEqual(first);
      expect(JSON.stringify(first)).not.toMatch(/"key"|"right"|So it is|Look again|"pool"|seed/);
      seen.add(first.items.map(({ id }) => id).join());
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test('what was asked stays with the answer, whatever becomes of the bank', async () => {
    const kept = [await keep('Kept 1?', ['kept']), await keep('Kept 2?', ['kept'])];
    const made = await make({ items: [], draws: [draw('kept', 1)] });
    await publish(made);
    const [ada, bo] = learners as readonly [ApiSession, ApiSession];
    const before = await own(ada, made.id);
    for (const { id } of kept) await staff.ok('DELETE', `/question-bank/${id}`);
    expect((await own(ada, made.id)).items).toEqual(before.items);
    const asked = before.items[0]?.id ?? '';
    const other = kept.find(({ id }) => id !== asked)?.id ?? '';
    // What somebody else may be asked is not taken from one who was not.
    const foreign = { version: 1, answers: { [other]: idOf('Yes') } };
    expect((await ada.call('POST', `/questionnaires/${made.id}/mine`, foreign)).body).toMatchObject({
      error: { code: 'ANSWERS_INVALID' },
    });
    const body = { version: 1, answers: { [asked]: idOf('Yes') } };
    await ada.ok('POST', `/questionnaires/${made.id}/mine`, body);
    await bo.ok('POST', `/questionnaires/${made.id}/mine`, { version: 1, answers: {} });
    // A new version draws from another pool; the former answers keep theirs.
    const settings = buildQuestionnaire({ items: [keyed('number')] });
    await staff.ok('PUT', `/questionnaires/${made.id}`, { settings, expectedRevision: 2 });
    expect((await own(ada, made.id)).scores).toMatchObject({
      attempts: [{ points: 2, possible: 2 }],
      items: [{ item: { id: asked }, score: { mark: 'right' } }],
    });
    const results = await staff.ok<ResultsView>('GET', `/questionnaires/${made.id}/results?version=1`);
    expect(results).toMatchObject({ answers: 2, scores: { percents: [0, 100] } });
    expect(results.items).toHaveLength(2);
    const asks = results.tallies.map(({ score }) => score?.asked ?? 0);
    expect(asks.reduce((sum, count) => sum + count, 0)).toBe(2);
    const { csv } = await staff.ok<{ csv: string }>('GET', `/questionnaires/${made.id}/export?version=1`);
    expect(csv).toMatch(/Kept \d\?,Kept \d\?/);
  });

  test('is not published while the bank has too few, nor drawn anew while it is open', async () => {
    await keep('Lonely?', ['lonely']);
    const made = await make({ draws: [draw('lonely', 2)] });
    expect((await publish(made)).body).toMatchObject({
      error: { code: 'DRAW_TOO_LARGE', details: { tags: ['lonely'] } },
    });
    await keep('Not alone?', ['lonely']);
    expect((await publish(made)).status).toBe(200);
    const settings = { ...made.settings, draws: [draw('lonely', 3)] };
    const change = { settings, expectedRevision: 2 };
    expect((await staff.call('PUT', `/questionnaires/${made.id}`, change)).body).toMatchObject({
      error: { code: 'DRAW_TOO_LARGE' },
    });
  });

  test('cannot be anonymous: the questions would tell whose the answers are', async () => {
    const settings = buildQuestionnaire({ visibility: 'anonymous', draws: [draw('pool', 1)] });
    const body = { settings, expectedRevision: 0 };
    expect((await staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
  });
});
