/** The rubric library over HTTP: versions, two editors, files, and who may see it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/rubric-library.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';

type Library = z.output<typeof contract.ListRubrics.response>;
type Kept = contract.KeptRubricVersionView;

const content = { id: 'content', title: 'Content', description: '', points: 10 };
const style = { id: 'style', title: 'Style', description: '', points: 5 };
const activityId = newId();

let stack: ApiStack;
let teacher: ApiSession;
let learner: ApiSession;

const list = async () => (await teacher.ok<Library>('GET', '/rubrics')).items;
const save = (id: string, criteria: object[], expectedVersion: number, name = 'Essay') =>
  teacher.call('PUT', `/rubrics/${id}`, { name, criteria, expectedVersion });
const get = (id: string, query = '') => teacher.ok<Kept>('GET', `/rubrics/${id}${query}`);

beforeAll(async () => {
  const room = await openEssay(activityId, {}, 1);
  ({ stack, teacher } = room);
  [learner] = room.learners;
});
afterAll(() => stack.close());

describe('a kept rubric', () => {
  const id = newId();

  test('has versions, and says what each changed', async () => {
    expect(await list()).toEqual([]);
    expect((await save(id, [content], 0)).status).toBe(200);
    expect((await save(id, [content], 0)).status).toBe(200);
    expect((await save(id, [{ ...content, points: 8 }, style], 1)).status).toBe(200);
    expect(await list()).toMatchObject([
      { id, name: 'Essay', version: 2, criteria: 2, savedBy: 'Tessa Teacher' },
    ]);
    const newest = await get(id);
    expect(newest).toMatchObject({
      version: 2,
      criteria: [{ points: 8 }, { title: 'Style' }],
      changes: [
        { kind: 'changed', title: 'Content', fields: ['points'] },
        { kind: 'added', title: 'Style' },
      ],
    });
    expect(newest.versions.map(({ n }) => n)).toEqual([2, 1]);
    expect(await get(id, '?version=1')).toMatchObject({ version: 1, criteria: [content], changes: [] });
  });

  test('the second of two editors is told, and nothing is lost', async () => {
    const [first, second] = await Promise.all([save(id, [content, style], 2), save(id, [style], 2)]);
    expect([first.status, second.status].sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await list())[0]).toMatchObject({ version: 3 });
  });

  test('is removed and comes back with all its versions', async () => {
    await teacher.ok('PUT', `/rubrics/${id}/removed`, { removed: true });
    expect(await list()).toEqual([]);
    expect((await teacher.call('GET', `/rubrics/${id}`)).status).toBe(404);
    await teacher.ok('PUT', `/rubrics/${id}/removed`, { removed: false });
    expect((await get(id)).versions).toHaveLength(3);
  });

  test('is taken into an activity as it is, and later versions leave that one alone', async () => {
    const path = `/activities/${activityId}/peer-review`;
    const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>('GET', path);
    const { criteria } = await get(id, '?version=2');
    await teacher.ok('PUT', path, { settings: { ...settings, criteria }, expectedRevision: revision });
    await save(id, [content], 3);
    expect(await teacher.ok('GET', path)).toMatchObject({ settings: { criteria: [{ points: 8 }, style] } });
  });

  test('is a rubric: no criteria, two of one id, or a version that nobody saw are refused', async () => {
    expect((await save(newId(), [], 0)).status).toBe(400);
    expect((await save(newId(), [content, content], 0)).status).toBe(400);
    expect((await save(newId(), [content], 4)).status).toBe(404);
  });
});

describe('files', () => {
  const criteria = [{ ...content, title: '=1+1' }, style];

  test.each(['json', 'csv'])('a rubric goes to %s and comes back', async (format) => {
    const { text } = await teacher.ok<{ text: string }>('POST', '/rubric-files/write', {
      format,
      name: 'Essay',
      criteria,
    });
    const back = await teacher.ok<{ criteria: object[] }>('POST', '/rubric-files/read', { format, text });
    expect(back.criteria).toMatchObject(criteria.map(({ title, points }) => ({ title, points })));
    if (format === 'csv') expect(text).toContain("'=1+1");
  });

  test('what is no rubric is refused with its line', async () => {
    const text = 'title,points\nContent,10\nStyle,much\n';
    const { status, body } = await teacher.call('POST', '/rubric-files/read', { format: 'csv', text });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: { code: 'RUBRIC_FILE_INVALID', details: { line: 3, field: 'points', problem: 'NOT_A_NUMBER' } },
    });
  });
});

test.each([
  ['GET', '/rubrics', undefined],
  ['PUT', `/rubrics/${newId()}`, { name: 'x', criteria: [content], expectedVersion: 0 }],
  ['POST', '/rubric-files/read', { format: 'json', text: '{}' }],
] as const)('no learner gets at the library: %s %s', async (method, path, body) => {
  expect((await learner.call(method, path, body)).status).toBe(403);
});
