/** Groups hand in: by whose dates, one work after the other, revised, and as the settings say. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import { codeOf } from '../factories/browserless.ts';
import { at, createGroupRoom } from './group-authors-room.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Zero, one and two are red, three and four blue, five is green alone; six is in no group. */
beforeAll(async () => {
  room = await openRoom(7);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3, 4], Green: [5] });
}, 60_000);
afterAll(() => room.stack.close());

const { open, mine, authors, handIn, rowOf, begin } = createGroupRoom(
  () => room,
  () => set,
);

test('one who has more time gives it to the group, for handing in and for being late', async () => {
  const [due, close] = [1_500, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const late = { dueAt: due, graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 };
  const id = await open({ submissionsCloseAt: close, late });
  const until_ = new Date(Date.now() + 7_200_000).toISOString();
  const memberId = room.learner(4).memberId;
  const saved = await room.staff.call('PUT', at(id, `timelines/${memberId}/extension`), {
    until: { due: until_ },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  expect(saved.status).toBe(200);
  expect((await authors(3, id)).submissionsCloseAt > until_).toBe(true);
  expect((await mine(3, id)).late?.dueAt).toBe(until_);
  expect((await mine(0, id)).late?.dueAt).toBe(due);
  await until('it is due', () => Promise.resolve(Date.now() > Date.parse(due ?? '')), 5);
  for (const index of [0, 3]) expect((await handIn(index, id, 'In time?')).status).toBe(200);
  expect((await mine(3, id)).submission?.daysLate).toBe(0);
  expect((await mine(0, id)).submission?.daysLate).toBe(1);
  for (const [index, daysLate] of [
    [3, 0],
    [0, 1],
  ] as const)
    await until('the table follows', async () => (await rowOf(id, index))?.daysLate === daysLate, 15);
});

test('reviews given out as works come are never of the own group', async () => {
  const id = await open({ givenOut: 'rolling', reviewsPerLearner: 2 });
  for (const index of [0, 3]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
  const take = (index: number) =>
    room.learner(index).ok<{ state: string; reviewId: string | null }>('POST', at(id, 'next-work'));
  await until('there is work', async () => (await take(1)).reviewId !== null, 15);
  expect((await take(4)).state).toBe('open');
  const { reviewTasks } = await mine(1, id);
  const read = await room
    .learner(1)
    .ok<{ workText: object }>('GET', at(id, `reviews/${reviewTasks[0]?.reviewId ?? ''}`));
  expect(JSON.stringify(read.workText)).toContain('By 3.');
  // The same group has handed in, and nobody of it does so again.
  expect(codeOf(await handIn(2, id, 'Once more.', { version: 1, revision: 1 }))).toBe('SUBMISSIONS_CLOSED');
  expect((await take(6)).state).toBe('handIn');
});

describe('by topic, a work belongs where most of its group are', () => {
  let byTopic: Record<string, unknown>;
  /** Zero hands in for A and is with C, D and E; the others of A are with B. */
  beforeAll(async () => {
    const teams = await makeGroups(room, { A: [0, 1, 2], B: [3], C: [4], D: [5], E: [6] });
    const topics = await makeGroups(room, { Beams: [1, 2, 3], Arches: [0, 4, 5, 6] });
    byTopic = {
      authors: { kind: 'groups', setId: teams.id },
      reviewsWithin: 'sameTopic',
      topicSetId: topics.id,
      reviewsPerLearner: 1,
    };
  }, 30_000);
  const textsOf = async (index: number, id: string): Promise<string> => {
    const { reviewTasks } = await mine(index, id);
    const pages = reviewTasks.map(({ reviewId }) =>
      room.learner(index).ok<{ workText: object }>('GET', at(id, `reviews/${reviewId}`)),
    );
    return JSON.stringify((await Promise.all(pages)).map(({ workText }) => workText));
  };

  test('where works are given out at once, and when one comes late', async () => {
    const due = new Date(Date.now() + 3_600_000).toISOString();
    const id = await open({ ...byTopic, submissionsCloseAt: due });
    for (const index of [0, 3, 4, 5]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
    await room.staff.ok('PUT', at(id, `timelines/${room.learner(6).memberId}/extension`), {
      until: { handIn: new Date(Date.now() + 7_200_000).toISOString() },
      zone: 'UTC',
      reason: 'Ill.',
      expectedRevision: 0,
    });
    await begin(id);
    const texts = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => textsOf(index, id)));
    const expected = ['By 3.', 'By 3.', 'By 3.', 'By 0.', 'By 5.', 'By 4.'];
    for (const [index, text] of expected.entries()) expect(texts[index]).toContain(text);
    expect((await handIn(6, id, 'By 6.')).status).toBe(200);
    const mayReview = [4, 5];
    await until(
      'it has its reviewer',
      async () =>
        (await Promise.all(mayReview.map((index) => textsOf(index, id)))).some((text) =>
          text.includes('By 6.'),
        ),
      15,
    );
    await until('and reviews', async () => /By [45]/.test(await textsOf(6, id)), 15);
    // It is of another topic than theirs.
    for (const index of [0, 1, 2, 3]) expect(await textsOf(index, id)).not.toContain('By 6.');
  });

  test('and where works are taken one at a time', async () => {
    const id = await open({ ...byTopic, givenOut: 'rolling' });
    for (const index of [0, 4]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
    const take = (index: number) => room.learner(index).ok<{ state: string }>('POST', at(id, 'next-work'));
    await until('it is in the queue', async () => (await take(4)).state === 'wait', 15);
    expect((await handIn(3, id, 'By 3.')).status).toBe(200);
    await until('there is work', async () => (await take(3)).state === 'open', 15);
    expect(await textsOf(3, id)).toContain('By 0.');
    expect((await take(4)).state).toBe('wait');
    expect((await take(0)).state).toBe('open');
    expect(await textsOf(0, id)).toContain('By 3.');
  });
});

test('a revised work is written by all who share it', async () => {
  const id = await open({
    submissionsCloseAt: new Date(Date.now() + 1_500).toISOString(),
    reviewsCloseAt: new Date(Date.now() + 3_000).toISOString(),
    revision: { closesAt: new Date(Date.now() + 86_400_000).toISOString() },
  });
  for (const index of [0, 3]) await handIn(index, id, `By ${index}.`);
  await begin(id);
  const revision = (index: number) =>
    room
      .learner(index)
      .ok<{ window: string; draft: { revision: number }; handedIn: { n: number } | null }>(
        'GET',
        at(id, 'revision'),
      );
  await until('the revision round is open', async () => (await revision(0)).window === 'open', 15);
  const body = { text: 'Revised.', files: [], links: [], note: 'Better.', answers: [] };
  await room.learner(1).ok('PUT', at(id, 'revision/draft'), { ...body, expectedRevision: 0 });
  expect((await revision(2)).draft.revision).toBe(1);
  await room.learner(2).ok('POST', at(id, 'revision'), { ...body, expectedRevision: 1 });
  expect(JSON.stringify(await revision(0))).toContain('Revised.');
});

test('who marks is told whose work it is: the group’s, with those who share it, or nothing at all', async () => {
  const id = await open();
  for (const index of [0, 3]) await handIn(index, id, `By ${index}.`);
  interface Row {
    workId: string;
    learner: { name: string | null; members: string[] | null } | null;
  }
  const list = (query = '') => room.staff.ok<{ rows: Row[] }>('GET', at(id, `marking${query}`));
  await until('the works wait to be marked', async () => (await list()).rows.length === 2, 15);
  const { rows } = await list();
  const red = rows.find(({ learner }) => learner?.name === 'Red');
  expect(new Set(red?.learner?.members)).toEqual(new Set(room.names.slice(0, 3)));
  const path = `marking/works/${red?.workId ?? ''}`;
  const shown = await room.staff.ok<Row>('GET', at(id, path));
  expect(shown.learner).toEqual(red?.learner);
  for (const hidden of [await list('?hidden=1'), await room.staff.ok('GET', at(id, `${path}?hidden=1`))]) {
    const text = JSON.stringify(hidden);
    expect(text).not.toContain('Red');
    for (const name of room.names) expect(text).not.toContain(name);
    for (const { memberId } of room.learners) expect(text).not.toContain(memberId);
  }
});

describe('the set-up', () => {
  test('keeps who hands in once something is handed in, and takes no group set of elsewhere', async () => {
    const id = await open();
    const change = (authors_: object, expectedRevision: number) =>
      room.staff.call('PUT', at(id, 'peer-review'), {
        settings: buildSettings({ title: `Product ${id}`, authors: authors_ }),
        expectedRevision,
      });
    expect((await change({ kind: 'groups', setId: newId() }, 1)).status).toBe(404);
    expect((await change({ kind: 'learners' }, 1)).status).toBe(200);
    expect((await change({ kind: 'groups', setId: set.id }, 2)).status).toBe(200);
    await handIn(0, id, 'There.');
    expect(codeOf(await change({ kind: 'learners' }, 3))).toBe('ACTIVITY_HAS_WORK');
  });

  test('is nobody’s of another course, and no group’s where learners hand in', async () => {
    const id = await open({ authors: { kind: 'learners' } });
    expect((await room.learner(0).call('GET', at(id, 'authors/mine'))).status).toBe(404);
    expect((await mine(0, id)).optional).toEqual([]);
    expect((await room.learner(0).call('GET', at(newId(), 'authors/mine'))).status).toBe(404);
  });
});
