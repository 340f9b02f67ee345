import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import type { Person } from '../lms-simulator/index.ts';
import { until } from '../factories/until.ts';

let stack: ApiStack;
let instructor: ApiSession;
let assistant: ApiSession;
let activityId: string;
let learners: { person: Person; session: ApiSession }[];

interface List {
  rows: { workId: string; learner: { id: string; name: string } | null; state: string }[];
}

beforeAll(async () => {
  stack = await startApiStack('strict');
  instructor = await stack.open(stack.person('instructor'));
  assistant = await stack.open(stack.person('assistant'));
  activityId = newId();
  await instructor.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Marked',
    custom: { activity: activityId },
  });
  const people = stack.simulator.peopleWith(stack.course, 'learner').slice(0, 6);
  learners = await Promise.all(
    people.map(async (person) => ({ person, session: await stack.open(person, link.id) })),
  );
  for (const { session } of learners) {
    const body = { text: 'Bridges carry.', expectedVersion: 0, expectedRevision: 0 };
    await session.ok('POST', `/activities/${activityId}/submission`, body);
  }
  await until('the works wait to be marked', async () => {
    const { rows } = await assistant.ok<List>('GET', `/activities/${activityId}/marking`);
    return rows.length === learners.length;
  });
}, 90_000);
afterAll(() => stack.close());

test('two who mark at once share the works out among them, none twice', async () => {
  const taken: string[] = [];
  async function markAll(session: ApiSession): Promise<void> {
    for (;;) {
      const path = `/activities/${activityId}/marking`;
      const { workId } = await session.ok<{ workId: string | null }>('POST', `${path}/claim`);
      if (workId === null) return;
      taken.push(workId);
      await session.ok('PUT', `${path}/works/${workId}/mark`, {
        ratings: [{ criterionId: 'content', points: 7 }],
        comment: 'Clear.',
        reason: 'Marked.',
        expectedRevision: 0,
      });
    }
  }
  await Promise.all([markAll(instructor), markAll(assistant)]);
  expect(taken).toHaveLength(learners.length);
  expect(new Set(taken).size).toBe(learners.length);
  const { rows } = await assistant.ok<List>('GET', `/activities/${activityId}/marking`);
  expect(rows.every(({ state }) => state === 'marked')).toBe(true);
});

test('with learners hidden, no answer holds a name or an id of one; otherwise staff see them', async () => {
  const path = `/activities/${activityId}/marking`;
  const open = await assistant.ok<List>('GET', path);
  const ids = open.rows.map(({ learner }) => learner?.id ?? '');
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  const answers: unknown[] = [await assistant.ok('GET', `${path}?hidden=1`)];
  for (const { workId } of open.rows)
    answers.push(await assistant.ok('GET', `${path}/works/${workId}?hidden=1`));
  const text = JSON.stringify(answers);
  for (const id of ids) expect(text).not.toContain(id);
  for (const { person } of learners) expect(text).not.toContain(person.name);
});

test('learners get nothing of it, of their own work neither', async () => {
  const { rows } = await assistant.ok<List>('GET', `/activities/${activityId}/marking`);
  const [first] = learners;
  const paths = ['', '/shares', ...rows.map(({ workId }) => `/works/${workId}`)];
  for (const path of paths) {
    const answer = await first?.session.call('GET', `/activities/${activityId}/marking${path}`);
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
  }
  const mine = await first?.session.ok('GET', `/activities/${activityId}/mine`);
  expect(JSON.stringify(mine)).not.toMatch(/Clear\.|Marked\./);
});

test('an assistant marks, but does not divide', async () => {
  const shares = `/activities/${activityId}/marking/shares`;
  expect(await assistant.ok('GET', shares)).toMatchObject({ can: { divide: false } });
  const body = { kind: 'byHand', workIds: [newId()], memberId: null };
  expect(await assistant.call('PUT', shares, body)).toMatchObject({ status: 403 });
});
