/** What an activity takes, over HTTP: kinds, sizes and numbers of files, links, and live presentations. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_HAND_IN, MEGABYTE } from '../../server/src/contracts/limits.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];
beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Plain' });
  teacher = await stack.open(stack.person('instructor'), link.id);
  learners = await Promise.all([0, 1, 2].map((n) => stack.open(stack.person('learner', n), link.id)));
}, 60_000);
afterAll(() => stack.close());

const ada = (): ApiSession => {
  const [found] = learners;
  if (!found) throw new Error('nobody came');
  return found;
};

async function create(handIn: object, overrides: object = {}) {
  const id = newId();
  const settings = buildSettings({ handIn: { ...DEFAULT_HAND_IN, ...handIn }, ...overrides });
  const answer = await teacher.call('PUT', `/activities/${id}/peer-review`, {
    settings,
    expectedRevision: 0,
  });
  return { id, status: answer.status };
}

const submit = (who: ApiSession, id: string, work: object, expectedRevision = 0, expectedVersion = 0) =>
  who.call('POST', `/activities/${id}/submission`, { text: '', expectedVersion, expectedRevision, ...work });
const refused = (code: string) => ({ body: { error: { code } } });

const announce = (who: ApiSession, activityId: string, fileId: string, size: number) =>
  who.call('POST', '/files', {
    id: fileId,
    item: { kind: 'peer-review-work', id: activityId },
    name: 'x',
    size,
  });

async function upload(who: ApiSession, activityId: string, bytes: Uint8Array) {
  const id = newId();
  expect((await announce(who, activityId, id, bytes.length)).status).toBe(200);
  await who.ok('PUT', `/files/${id}/chunks/0`, bytes);
  return { id, ...(await who.call('POST', `/files/${id}/finish`)) };
}

test('a text and at least one image of at most a megabyte', async () => {
  const { id } = await create({
    text: 'required',
    files: 'required',
    fileGroups: ['images'],
    fileMegabytes: 1,
    filesMax: 1,
  });
  expect(await announce(ada(), id, newId(), MEGABYTE + 1)).toMatchObject({
    body: { error: { code: 'FILE_TOO_LARGE', details: { max: MEGABYTE } } },
  });
  expect(await upload(ada(), id, sample('essay.pdf'))).toMatchObject(refused('FILE_TYPE_REFUSED'));
  const photo = await upload(ada(), id, sample('photo.jpg'));
  const drawing = await upload(ada(), id, sample('drawing.png'));
  expect(await submit(ada(), id, { text: 'x' })).toMatchObject(refused('WORK_PART_MISSING'));
  // What was refused is kept as the draft.
  expect(await submit(ada(), id, { files: [photo.id] }, 1)).toMatchObject(refused('WORK_PART_MISSING'));
  const both = [photo.id, drawing.id];
  expect(await submit(ada(), id, { text: 'x', files: both }, 2)).toMatchObject(refused('WORK_PART_REFUSED'));
  expect((await submit(ada(), id, { text: 'x', files: [photo.id] }, 3)).status).toBe(200);
});

test('links: checked when they come, and read by whoever reads the work', async () => {
  const { id } = await create({ text: 'off', files: 'off', links: 'required' });
  const links = ['https://example.org/essay', 'http://www.example.org'];
  for (const bad of ['javascript:alert(1)', 'example.org', 'https://me:secret@example.org']) {
    expect((await submit(ada(), id, { links: [bad] })).status).toBe(400);
  }
  expect(await submit(ada(), id, { text: 'x', links })).toMatchObject(refused('WORK_PART_REFUSED'));
  for (const learner of learners) {
    const { draft } = await learner.ok<{ draft: { revision: number } }>(
      'GET',
      `/activities/${id}/submission`,
    );
    expect((await submit(learner, id, { links }, draft.revision)).status).toBe(200);
  }
  expect(await ada().ok('GET', `/activities/${id}/submission`)).toMatchObject({ submission: { links } });
  const memberId = ada().memberId;
  expect(await teacher.ok('GET', `/activities/${id}/learners/${memberId}/work`)).toMatchObject({
    shown: { links },
  });
  const [reviewId] = await startReviews(id);
  expect(await ada().ok('GET', `/activities/${id}/reviews/${reviewId}`)).toMatchObject({ workLinks: links });
  const marked = () => teacher.ok<{ rows: { workId: string }[] }>('GET', `/activities/${id}/marking`);
  await until('the works can be marked', async () => (await marked()).rows.length === 3, 15);
  const [first] = (await marked()).rows;
  const { work } = await teacher.ok<{ work: { links: string[] } }>(
    'GET',
    `/activities/${id}/marking/works/${first?.workId}`,
  );
  expect(work.links).toEqual(links);
});

async function startReviews(id: string): Promise<string[]> {
  await teacher.ok('POST', `/activities/${id}/allocation`);
  const overview = () => teacher.ok<{ phase: string }>('GET', `/activities/${id}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review', 15);
  const page = await ada().ok<{ reviewTasks: { reviewId: string }[] }>('GET', `/activities/${id}/mine`);
  return page.reviewTasks.map(({ reviewId }) => reviewId);
}

test('a live presentation: who takes part says so, and is reviewed by name by the others who do', async () => {
  const nothing = { text: 'off', files: 'off', links: 'off' };
  expect((await create(nothing)).status).toBe(400);
  const { id } = await create(nothing, { anonymity: 'authorsKnown' });
  const [, bo, chi] = learners;
  for (const present of [ada(), bo]) expect((await submit(present ?? ada(), id, {})).status).toBe(200);
  const reviews = await startReviews(id);
  // The other who is present, and not Chi who stayed away.
  expect(reviews).toHaveLength(1);
  const { name } = (bo ?? ada()).view['member'] as { name: string };
  expect(await ada().ok('GET', `/activities/${id}/reviews/${reviews[0]}`)).toMatchObject({ author: name });
  expect(await chi?.ok('GET', `/activities/${id}/mine`)).toMatchObject({ submission: null, reviewTasks: [] });
});
