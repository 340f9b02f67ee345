/** Questionnaires with keys through real launches: attempts, scores, and when what is told to whom. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let stack: Room['stack'];
let staff: Room['staff'];
let learner: Room['learner'];

beforeAll(async () => {
  ({ stack, staff, learner } = await openRoom(2));
}, 60_000);
afterAll(() => stack.close());

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const body = { settings: buildQuestionnaire(overrides), expectedRevision: 0 };
  await staff.ok('PUT', `/questionnaires/${id}`, body);
  await staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const results = (id: string, query = '') =>
  staff.ok<ResultsView>('GET', `/questionnaires/${id}/results${query}`);

describe('a check', () => {
  const items = [keyed('oneChoice'), keyed('number'), buildItem('text')];
  const check = (overrides: Record<string, unknown> = {}) => ({
    feedback: 'atOnce',
    attempts: 2,
    counts: 'best',
    ...overrides,
  });
  const right = () => ({ [idOf('one')]: idOf('Yes'), [idOf('number')]: 7 });
  const wrong = () => ({ [idOf('one')]: idOf('No') });
  const attempt = (who: ApiSession, id: string, n: number, answers: object) =>
    who.call('POST', `/questionnaires/${id}/mine`, { version: 1, attempt: n, answers });
  const own = (who: ApiSession, id: string) =>
    who.ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);

  test('is scored by its key; the best attempt stands, and each is taken once', async () => {
    const id = await publish({ items, check: check() });
    expect(await own(learner(0), id)).toMatchObject({
      status: 'open',
      attempt: 1,
      scores: null,
      can: { answer: true },
    });
    expect((await attempt(learner(0), id, 2, right())).body).toMatchObject({
      error: { code: 'STALE_REVISION' },
    });
    await Promise.all(Array.from({ length: 5 }, () => attempt(learner(0), id, 1, right())));
    expect(await own(learner(0), id)).toMatchObject({
      status: 'answered',
      attempt: 2,
      can: { answer: true },
      scores: {
        attempts: [{ attempt: 1, points: 3, possible: 3, counts: true }],
        items: [
          { score: { mark: 'right', points: 2 }, feedback: ['So it is.'], right: null },
          { score: { mark: 'right', points: 1 }, feedback: ['Seven.'], right: null },
          { score: null, feedback: [], right: null },
        ],
      },
    });
    expect((await attempt(learner(0), id, 2, wrong())).status).toBe(200);
    const { scores, can } = await own(learner(0), id);
    expect(can.answer).toBe(false);
    expect(scores).toMatchObject({
      attempts: [{ counts: true }, { attempt: 2, points: 0, counts: false }],
      items: [
        {
          score: { mark: 'wrong' },
          feedback: ['Look again.', 'So it is.'],
          right: { optionIds: [idOf('Yes')] },
        },
        { score: { mark: 'blank' }, right: { number: 7 } },
        {},
      ],
    });
    expect((await attempt(learner(0), id, 3, right())).body).toMatchObject({
      error: { code: 'ATTEMPTS_USED' },
    });
    const draft = { answers: {}, expectedRevision: 9 };
    expect((await learner(0).call('PUT', `/questionnaires/${id}/mine/draft`, draft)).body).toMatchObject({
      error: { code: 'ATTEMPTS_USED' },
    });
  });

  test('a tab with the draft of an attempt that was sent does not begin the next one with it', async () => {
    const id = await publish({ items, check: check() });
    const path = `/questionnaires/${id}/mine/draft`;
    await learner(0).ok('PUT', path, { answers: wrong(), expectedRevision: 0 });
    await attempt(learner(0), id, 1, wrong());
    expect((await learner(0).call('PUT', path, { answers: wrong(), expectedRevision: 1 })).status).toBe(409);
    const { draft } = await own(learner(0), id);
    expect(draft.answers).toEqual({});
    await learner(0).ok('PUT', path, { answers: right(), expectedRevision: draft.revision });
    expect((await own(learner(0), id)).draft.answers).toEqual(right());
  });

  test('no key reaches a learner before handing in, nor feedback before its time', async () => {
    const id = await publish({
      items,
      check: check({ feedback: 'afterClosing', attempts: 1 }),
      visibility: 'identified',
    });
    const seen = async () =>
      JSON.stringify([await own(learner(0), id), await learner(0).ok('GET', '/own-questionnaires')]);
    const isHidden = (text: string) => {
      expect(text).not.toMatch(/"key"|"right"|tolerance|optionFeedback|possible/);
      for (const words of ['So it is.', 'Look again.', 'Seven.']) expect(text).not.toContain(words);
    };
    isHidden(await seen());
    await attempt(learner(0), id, 1, wrong());
    isHidden(await seen());
    await staff.ok('POST', `/questionnaires/${id}/close`);
    expect(await own(learner(0), id)).toMatchObject({
      scores: {
        attempts: [{ points: 0, possible: 3 }],
        items: [{ right: { optionIds: [idOf('Yes')] } }, {}, {}],
      },
    });
    // Who has not answered learns nothing by waiting.
    isHidden(JSON.stringify(await own(learner(1), id)));
  });

  test('staff see how people did and how questions went, by the attempt that stands', async () => {
    const id = await publish({ items, check: check() });
    await attempt(learner(0), id, 1, wrong());
    await attempt(learner(0), id, 2, right());
    await attempt(learner(1), id, 1, wrong());
    const found = await results(id);
    expect(found).toMatchObject({
      answers: 2,
      versions: [{ version: 1, answers: 2 }],
      scores: { percents: [0, 100], mean: 50 },
      tallies: [
        { score: { possible: 2, mean: 1, asked: 2, right: 1 } },
        { score: { possible: 1, asked: 2, right: 1 } },
        { score: null },
      ],
    });
    const yes = await results(id, `?itemId=${idOf('one')}&optionId=${idOf('Yes')}`);
    expect(yes.scores).toEqual({ percents: [100], mean: 100 });
    const list = await staff.ok<{ items: { id: string; answers: number }[] }>('GET', '/questionnaires');
    expect(list.items.find((one) => one.id === id)).toMatchObject({ answers: 2 });
    const named = await staff.ok<{ items: unknown[] }>('GET', `/questionnaires/${id}/answers`);
    expect(named.items).toHaveLength(3);
    expect(named.items).toContainEqual(
      expect.objectContaining({ attempt: 2, score: { points: 3, possible: 3 } }),
    );
    const { csv } = await staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
    expect(csv).toContain('Attempt,Points,Possible points');
    expect(csv).toMatch(/,2,3,3,Yes,7/);
  });

  test('a corrected key is a new version: what was answered keeps its own', async () => {
    const id = await publish({ items, check: check({ attempts: 1 }) });
    await attempt(learner(0), id, 1, right());
    const settings = buildQuestionnaire({ items: [keyed('oneChoice', { right: [idOf('No')] })] });
    await staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 2 });
    expect((await own(learner(0), id)).scores).toMatchObject({ attempts: [{ points: 3, possible: 3 }] });
  });

  test('cannot be anonymous', async () => {
    const body = { settings: buildQuestionnaire({ items, visibility: 'anonymous' }), expectedRevision: 0 };
    expect((await staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
  });
});
