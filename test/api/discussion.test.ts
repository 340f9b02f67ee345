/** Discussions over HTTP: set up, threads and replies, drafts, what refuses, and who sees what. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type * as drafting from '../../server/src/contracts/discussion-drafts.ts';
import { plainTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addDiscussion,
  buildDiscussion,
  listThreads,
  readThread,
  reply,
  startThread,
} from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let elsewhere: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  staff = room.staff;
  ada = room.learner(0);
  ben = room.learner(1);
  const { simulator } = room.stack;
  const course = simulator.addCourse({ title: 'Another course' });
  const link = simulator.addResourceLink(course, { title: 'Plain' });
  const person = { role: 'learner', givenName: 'Else', familyName: 'Where' } as const;
  elsewhere = await room.stack.open(simulator.addPerson(course, person), link.id, course);
}, 60_000);
afterAll(() => room.stack.close());

const textOf = (post: contract.PostView | undefined) => post?.text && plainTextOf(post.text);
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();

describe('setting up', () => {
  test('a discussion is made once, changed by its newest revision alone, and read by staff', async () => {
    const activityId = newId();
    const path = `/discussions/${activityId}`;
    const made = { settings: buildDiscussion(), expectedRevision: 0 };
    await staff.ok('PUT', path, made);
    expect(await staff.ok('PUT', path, made)).toMatchObject({ revision: 1, hasPosts: false });
    const changed = { settings: buildDiscussion({ title: 'Towers' }), expectedRevision: 1 };
    expect(await staff.ok('PUT', path, changed)).toMatchObject({ revision: 2 });
    const stale = { settings: buildDiscussion({ title: 'Roads' }), expectedRevision: 1 };
    expect(codeOf(await staff.call('PUT', path, stale))).toBe('STALE_REVISION');
    expect(await staff.ok('GET', `${path}/settings`)).toMatchObject({ settings: { title: 'Towers' } });
    expect((await ada.call('GET', `${path}/settings`)).status).toBe(403);
    expect(codeOf(await ada.call('PUT', path, changed))).toBe('FORBIDDEN');
  });

  test('is not a peer review, nor is a peer review a discussion', async () => {
    const activityId = await addDiscussion(staff);
    expect(codeOf(await staff.call('GET', `/activities/${activityId}/peer-review`))).toBe('NOT_FOUND');
    expect(codeOf(await ada.call('GET', `/activities/${activityId}/mine`))).toBe('NOT_FOUND');
    const list = await staff.ok<{ items: { id: string; type: string }[] }>('GET', '/activities');
    expect(list.items.find(({ id }) => id === activityId)?.type).toBe('discussion');
  });

  test('a draft is for staff alone, and publishing opens it', async () => {
    const activityId = await addDiscussion(staff, {}, 'draft');
    expect(codeOf(await ada.call('GET', `/discussions/${activityId}`))).toBe('ACTIVITY_NOT_OPEN');
    expect(await staff.ok('GET', `/discussions/${activityId}`)).toMatchObject({ state: 'draft' });
    await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'published' });
    expect(await ada.ok('GET', `/discussions/${activityId}`)).toMatchObject({ title: 'Bridges' });
  });

  test('is copied as a draft, with its type and its date', async () => {
    const at = new Date(Date.now() + 86_400_000 * 7).toISOString();
    const activityId = await addDiscussion(staff, { submissionsCloseAt: at });
    const copy = newId();
    await staff.ok('PUT', `/activity-drafts/${copy}`, {
      source: { kind: 'activity', id: activityId },
      title: 'Bridges again',
      startsOn: '2040-01-01',
      zone: 'UTC',
    });
    const { settings } = await staff.ok<{ settings: { submissionsCloseAt: string } }>(
      'GET',
      `/discussions/${copy}/settings`,
    );
    expect(settings).toMatchObject({ title: 'Bridges again', mode: 'open' });
    expect(settings.submissionsCloseAt > '2040').toBe(true);
  });

  test('opens what comes after it to whoever has written in it', async () => {
    const activityId = await addDiscussion(staff);
    const later = await addDiscussion(staff, { title: 'Towers' });
    await staff.ok('PUT', `/activities/${later}/opening`, {
      rules: { opensAt: null, after: [{ kind: 'activity', activityId }] },
      expectedRevision: 0,
    });
    expect(codeOf(await ada.call('GET', `/discussions/${later}`))).toBe('ACTIVITY_NOT_OPEN');
    await startThread(ada, activityId, 'Done');
    await until('it is open', async () => (await ada.call('GET', `/discussions/${later}`)).status === 200);
    expect(codeOf(await ben.call('GET', `/discussions/${later}`))).toBe('ACTIVITY_NOT_OPEN');
    expect(await staff.ok('GET', `/activities/${activityId}/publication`)).toMatchObject({
      unfinished: 0,
      isAnnounced: false,
    });
  });

  test('gives a learner more time by a date of their own', async () => {
    const activityId = await addDiscussion(staff, { submissionsCloseAt: yesterday() });
    expect(await ada.ok('GET', `/discussions/${activityId}`)).toMatchObject({ can: { post: false } });
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await staff.ok('PUT', `/activities/${activityId}/timelines/${ada.memberId}/extension`, {
      until: { post: until },
      zone: 'UTC',
      reason: 'Ill.',
      expectedRevision: 0,
    });
    expect(await ada.ok('GET', `/discussions/${activityId}`)).toMatchObject({ can: { post: true } });
    expect(await ben.ok('GET', `/discussions/${activityId}`)).toMatchObject({ can: { post: false } });
  });
});

describe('threads and replies', () => {
  let activityId: string;
  beforeAll(async () => {
    activityId = await addDiscussion(staff, { depth: 2 });
  });

  test('replies stand below what they answer, and beside it where they would be too deep', async () => {
    const threadId = await startThread(ada, activityId, 'Arches');
    expect(await reply(ben, activityId, threadId, 1, 'One')).toBe(2);
    expect(await reply(ada, activityId, threadId, 1, 'Two')).toBe(3);
    expect(await reply(ada, activityId, threadId, 2, 'Below one')).toBe(4);
    expect(await reply(staff, activityId, threadId, 4, 'Too deep')).toBe(5);
    const thread = await readThread(ben, activityId, threadId);
    expect(thread.items.map(({ n, depth, replyTo }) => [n, depth, replyTo])).toEqual([
      [1, 0, null],
      [2, 1, 1],
      [4, 2, 2],
      [5, 2, 4],
      [3, 1, 1],
    ]);
    expect(thread.items.map(({ author }) => [author.name, author.isStaff, author.isOwn])[1]).toEqual([
      'Given1 Family1',
      false,
      true,
    ]);
    expect(JSON.stringify(thread)).not.toContain(ada.memberId);
  });

  test('what is sent twice is written once', async () => {
    const threadId = newId();
    const start = { title: 'Twice', text: 'Once.', draftRevision: 0 };
    await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}`, start);
    await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}`, start);
    const answer = { id: newId(), replyTo: 1, text: 'Yes.', draftRevision: 0 };
    const path = `/discussions/${activityId}/threads/${threadId}/posts`;
    const sent = await Promise.all([1, 2, 3].map(() => ben.ok<{ n: number }>('POST', path, answer)));
    expect(sent).toMatchObject([{ n: 2 }, { n: 2 }, { n: 2 }]);
    expect((await readThread(ada, activityId, threadId)).items).toHaveLength(2);
    // Nobody takes somebody else's id.
    expect((await ben.call('PUT', `/discussions/${activityId}/threads/${threadId}`, start)).status).toBe(400);
  });

  test('those who write at the same moment all get a place', async () => {
    const threadId = await startThread(ada, activityId, 'Crowd');
    const writers = Array.from({ length: 12 }, (_, at) => [ada, ben, staff][at % 3] ?? ada);
    const numbers = await Promise.all(
      writers.map((who, at) => reply(who, activityId, threadId, 1, `Voice ${at}`)),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 2));
    expect(await readThread(ada, activityId, threadId)).toMatchObject({ posts: 13 });
  });

  test('an edit needs the newest revision, and staff alone see what was said before', async () => {
    const threadId = await startThread(ada, activityId, 'Ropes', 'First.');
    const path = `/discussions/${activityId}/threads/${threadId}/posts/1`;
    await ada.ok('PUT', path, { text: 'Second.', expectedRevision: 1, draftRevision: 0 });
    const stale = { text: 'Third.', expectedRevision: 1, draftRevision: 0 };
    expect(codeOf(await ada.call('PUT', path, stale))).toBe('STALE_REVISION');
    expect(codeOf(await ben.call('PUT', path, { ...stale, expectedRevision: 2 }))).toBe('FORBIDDEN');
    const [post] = (await readThread(ben, activityId, threadId)).items;
    expect([textOf(post), post?.revision, post?.editedAt === null]).toEqual(['Second.', 2, false]);
    const { items } = await staff.ok<{ items: { text: contract.PostView['text'] }[] }>(
      'GET',
      `${path}/history`,
    );
    expect(items.map(({ text }) => text && plainTextOf(text))).toEqual(['First.']);
    expect(codeOf(await ada.call('GET', `${path}/history`))).toBe('FORBIDDEN');
    // The refused text is kept.
    const draft = await ada.ok<drafting.PostDraftView>(
      'GET',
      `/discussions/${activityId}/drafts/${threadId}-1-edit`,
    );
    expect(plainTextOf(draft.text)).toBe('Third.');
  });

  test('what is deleted leaves its place where replies hang, and nothing where there are none', async () => {
    const threadId = await startThread(ada, activityId, 'Cables');
    await reply(ben, activityId, threadId, 1, 'With a reply');
    await reply(ada, activityId, threadId, 2, 'The reply');
    await reply(ben, activityId, threadId, 1, 'Without one');
    const posts = `/discussions/${activityId}/threads/${threadId}/posts`;
    expect(codeOf(await ada.call('DELETE', `${posts}/2`))).toBe('FORBIDDEN');
    await ben.ok('DELETE', `${posts}/2`);
    await ben.ok('DELETE', `${posts}/4`);
    await ben.ok('DELETE', `${posts}/4`);
    const thread = await readThread(ada, activityId, threadId);
    expect(thread.items.map((post) => [post.n, textOf(post)])).toEqual([
      [1, 'About Cables.'],
      [2, null],
      [3, 'The reply'],
    ]);
    expect(thread.items[1]?.author.name).toBeNull();
    expect(JSON.stringify(thread)).not.toContain('With a reply');
    // What is deleted can be answered no more, and what was written is kept.
    const late = { id: newId(), replyTo: 2, text: 'Too late', draftRevision: 0 };
    expect(codeOf(await ada.call('POST', posts, late))).toBe('POST_DELETED');
    const draft = await ada.ok<drafting.PostDraftView>(
      'GET',
      `/discussions/${activityId}/drafts/${threadId}-2`,
    );
    expect(plainTextOf(draft.text)).toBe('Too late');
    const { items } = await staff.ok<{ items: unknown[] }>('GET', `${posts}/2/history`);
    expect(items).toHaveLength(1);
  });

  test('a thread of which everything is deleted is gone', async () => {
    const threadId = await startThread(ada, activityId, 'Mistake');
    await ada.ok('DELETE', `/discussions/${activityId}/threads/${threadId}/posts/1`);
    const { items } = await listThreads(ben, activityId);
    expect(items.map(({ title }) => title)).not.toContain('Mistake');
    const gone = await ben.call('GET', `/discussions/${activityId}/threads/${threadId}`);
    expect(codeOf(gone)).toBe('NOT_FOUND');
  });
});

describe('what is refused', () => {
  test.each([
    ['a learner after the date', { submissionsCloseAt: yesterday() }, 'DISCUSSION_CLOSED'],
    ['nothing but spaces', {}, 'POST_EMPTY'],
  ] as const)('%s: and the text is kept as the draft', async (_rule, settings, code) => {
    const activityId = await addDiscussion(staff, settings);
    const text = code === 'POST_EMPTY' ? '   ' : 'Late.';
    const start = { title: 'Late', text, draftRevision: 0 };
    const refused = await ada.call('PUT', `/discussions/${activityId}/threads/${newId()}`, start);
    expect(codeOf(refused)).toBe(code);
    const draft = await ada.ok<drafting.PostDraftView>('GET', `/discussions/${activityId}/drafts/new`);
    expect([draft.title, plainTextOf(draft.text), draft.revision]).toEqual(['Late', text, 1]);
    // Staff write also after the date.
    if (code === 'DISCUSSION_CLOSED') await startThread(staff, activityId, 'Still there');
  });

  test('everybody in a closed discussion', async () => {
    const activityId = await addDiscussion(staff);
    const threadId = await startThread(ada, activityId, 'Before');
    await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
    const answer = { id: newId(), replyTo: 1, text: 'After', draftRevision: 0 };
    const path = `/discussions/${activityId}/threads/${threadId}/posts`;
    expect(codeOf(await ada.call('POST', path, answer))).toBe('DISCUSSION_CLOSED');
    expect(codeOf(await staff.call('POST', path, answer))).toBe('DISCUSSION_CLOSED');
    expect(codeOf(await ada.call('DELETE', `${path}/1`))).toBe('DISCUSSION_CLOSED');
    expect(await readThread(ben, activityId, threadId)).toMatchObject({ can: { reply: false } });
  });

  test('a text that is too long, scripts, and 10 MB', async () => {
    const activityId = await addDiscussion(staff);
    const start = (text: unknown) =>
      ada.call('PUT', `/discussions/${activityId}/threads/${newId()}`, {
        title: 'x',
        text,
        draftRevision: 0,
      });
    expect((await start('x'.repeat(20_001))).status).toBe(400);
    expect((await start({ type: 'doc', content: [{ type: 'script', text: 'x' }] })).status).toBe(400);
    expect((await start('x'.repeat(10 * 2 ** 20))).status).toBe(413);
    expect((await listThreads(ada, activityId)).items).toEqual([]);
  });

  test('a reply to what is not there, and whoever is of another course', async () => {
    const activityId = await addDiscussion(staff);
    const other = await addDiscussion(staff);
    const threadId = await startThread(ada, activityId, 'Here');
    const answer = { id: newId(), replyTo: 7, text: 'x', draftRevision: 0 };
    const path = `/discussions/${activityId}/threads/${threadId}`;
    expect(codeOf(await ben.call('POST', `${path}/posts`, answer))).toBe('NOT_FOUND');
    const wrong = `/discussions/${other}/threads/${threadId}`;
    expect(codeOf(await ben.call('POST', `${wrong}/posts`, { ...answer, replyTo: 1 }))).toBe('NOT_FOUND');
    expect(codeOf(await ada.call('DELETE', `${wrong}/posts/1`))).toBe('NOT_FOUND');
    expect(codeOf(await ben.call('GET', wrong))).toBe('NOT_FOUND');
    for (const [method, at, body] of [
      ['GET', path],
      ['GET', `${path}/unread`],
      ['PUT', `${path}/read`, { numbers: [1] }],
      ['POST', `${path}/posts`, { ...answer, replyTo: 1 }],
      ['DELETE', `${path}/posts/1`],
    ] as const) {
      expect([at, codeOf(await elsewhere.call(method, at, body))]).toEqual([at, 'NOT_FOUND']);
    }
  });
});

describe('drafts', () => {
  test('two tabs do not write over each other, and posting empties what was sent', async () => {
    const activityId = await addDiscussion(staff);
    const path = `/discussions/${activityId}/drafts/new`;
    const typed = (text: string, expectedRevision: number) => ({ title: 'T', text, expectedRevision });
    await ada.ok('PUT', path, typed('One tab', 0));
    expect(codeOf(await ada.call('PUT', path, typed('Another tab', 0)))).toBe('STALE_REVISION');
    // The same once more is no other tab.
    expect(await ada.ok('PUT', path, typed('One tab', 0))).toMatchObject({ revision: 1 });
    expect(await ben.ok('GET', path)).toMatchObject({ revision: 0, title: '' });
    const start = { title: 'T', text: 'One tab', draftRevision: 1 };
    await ada.ok('PUT', `/discussions/${activityId}/threads/${newId()}`, start);
    expect(await ada.ok('GET', path)).toMatchObject({ revision: 2, title: '' });
    // The other tab is told, as its text is not what is kept.
    expect(codeOf(await ada.call('PUT', path, typed('Another tab', 1)))).toBe('STALE_REVISION');
  });
});
