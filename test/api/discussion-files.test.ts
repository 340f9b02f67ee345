/** Files and images in posts over HTTP: who sees a post sees its files as they see it, and nobody else does. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ListHeldPosts } from '../../server/src/contracts/discussion-approval.ts';
import type { LinkFiles } from '../../server/src/contracts/files.ts';
import type { z } from 'zod';
import { plainTextOf, richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, buildDiscussion, readThread, reply, startThread } from '../factories/discussion.ts';
import { AUTHOR, sample } from '../factories/documents.ts';
import { until } from '../factories/until.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cem: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben, cem] = [room.staff, room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

const NAME = `${AUTHOR}.jpg`;
async function upload(who: ApiSession, activityId: string, kind = 'discussion-post'): Promise<string> {
  const [id, bytes, name] = [newId(), sample('photo.jpg'), NAME];
  const item = { kind, id: activityId };
  await who.ok('POST', '/files', { id, item, name, size: bytes.length });
  await who.ok('PUT', `/files/${id}/chunks/0`, bytes);
  await who.ok('POST', `/files/${id}/finish`);
  return id;
}

/** The content of a file as somebody gets it; null: they do not. */
async function contentOf(who: ApiSession, fileId: string): Promise<{ name: string; body: Buffer } | null> {
  const { links } = await who.ok<z.output<typeof LinkFiles.response>>('POST', '/files/links', {
    fileIds: [fileId],
    download: true,
  });
  const [link] = links;
  if (!link) return null;
  const answer = await fetch(new URL(link.url, room.stack.toolUrl));
  expect(answer.status).toBe(200);
  const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
  return { name, body: Buffer.from(await answer.arrayBuffer()) };
}
const seers = async (fileId: string): Promise<string> => {
  const people = { staff, ada, ben, cem };
  const seen = await Promise.all(
    Object.entries(people).map(async ([name, who]) => ((await contentOf(who, fileId)) ? [name] : [])),
  );
  return seen.flat().join();
};

const withImage = (text: string, fileId: string) => ({
  type: 'doc',
  content: [...richTextOf(text).content, { type: 'image', attrs: { fileId, alt: 'A bridge' } }],
});
const write = (who: ApiSession, activityId: string, threadId: string, text: unknown, files: string[] = []) =>
  who.call<{ n: number }>('POST', `/discussions/${activityId}/threads/${threadId}/posts`, {
    id: newId(),
    replyTo: 1,
    text,
    files,
    draftRevision: 0,
  });
const edit = (
  who: ApiSession,
  activityId: string,
  place: string,
  text: unknown,
  files: string[],
  revision = 1,
) =>
  who.ok('PUT', `/discussions/${activityId}/threads/${place}`, {
    text,
    files,
    expectedRevision: revision,
    draftRevision: 0,
  });

test('files stay with the draft, then with the post; they are seen with it and gone with it', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(staff, activityId, 'Bridges');
  const [photo, shown, dropped] = [
    await upload(ada, activityId),
    await upload(ada, activityId),
    await upload(ada, activityId),
  ];
  const draft = `/discussions/${activityId}/drafts/${threadId}-1`;
  const typed = { title: '', text: 'So far', files: [photo], expectedRevision: 0 };
  await ada.ok('PUT', draft, typed);
  const attached = { id: photo, name: NAME, type: 'image/jpeg', size: sample('photo.jpg').length };
  expect(await ada.ok('GET', draft)).toMatchObject({ files: [attached] });
  expect(await seers(photo)).toBe('ada');
  const { body } = await write(ada, activityId, threadId, withImage('Look', shown), [photo, dropped]);
  const { n } = body;
  const post = async (who: ApiSession) => (await readThread(who, activityId, threadId)).items[1];
  expect(await post(ben)).toMatchObject({ files: [attached, { id: dropped }] });
  expect([await seers(photo), await seers(shown)]).toEqual(['staff,ada,ben,cem', 'staff,ada,ben,cem']);
  // Another’s file, or one of another discussion, is nothing to attach; an image of it neither.
  const elsewhere = await upload(ben, await addDiscussion(staff));
  for (const id of [photo, elsewhere, newId()])
    expect(codeOf(await write(ben, activityId, threadId, 'Mine', [id]))).toBe('FILE_MISSING');
  expect(codeOf(await write(ben, activityId, threadId, withImage('Mine', photo)))).toBe('FILE_MISSING');
  await edit(ada, activityId, `${threadId}/posts/${n}`, withImage('Look', shown), [photo]);
  expect([await seers(dropped), (await post(ben))?.files.length]).toEqual(['staff,ada', 1]);
  const path = `/discussions/${activityId}/threads/${threadId}/posts/${n}`;
  expect(await staff.ok('GET', `${path}/history`)).toMatchObject({
    items: [{ files: [attached, { id: dropped }] }],
  });
  const hide = `/discussions/${activityId}/moderation/${newId()}`;
  await staff.ok('PUT', hide, { kind: 'hide', threadId, n, reason: 'Not yours' });
  expect([await seers(photo), (await post(ben))?.files]).toEqual(['staff,ada', []]);
  await staff.ok('POST', `${hide}/undo`, {});
  const act = newId();
  await staff.ok('PUT', `/discussions/${activityId}/moderation/${act}`, {
    kind: 'split',
    threadId,
    n,
    title: 'On',
  });
  expect(await seers(photo)).toBe('staff,ada,ben,cem');
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${act}/posts/1`);
  expect([await seers(photo), await seers(shown)]).toEqual(['staff,ada', 'staff,ada']);
});

test('files alone are a post, and what is left of one; without both there is nothing to read', async () => {
  const activityId = await addDiscussion(staff, { milestones: [] });
  const [threadId, started] = [await startThread(staff, activityId, 'Bridges'), newId()];
  const file = await upload(ada, activityId);
  const begun = { title: 'Plan', text: '', files: [file], draftRevision: 0 };
  await ada.ok('PUT', `/discussions/${activityId}/threads/${started}`, begun);
  const { n } = (await write(ada, activityId, threadId, '', [file])).body;
  for (const at of [`${started}/posts/1`, `${threadId}/posts/${n}`]) {
    const [id = '', , place] = at.split('/');
    const post = (await readThread(ben, activityId, id)).items.find((one) => one.n === Number(place));
    expect([post?.text && plainTextOf(post.text), post?.files.map((one) => one.id)]).toEqual(['', [file]]);
  }
  expect(codeOf(await write(ada, activityId, threadId, ' ', []))).toBe('POST_EMPTY');
  const bare = { text: '', files: [], expectedRevision: 1, draftRevision: 0 };
  expect(
    codeOf(await ada.call('PUT', `/discussions/${activityId}/threads/${threadId}/posts/${n}`, bare)),
  ).toBe('POST_EMPTY');
  // It can be found by what its thread is called.
  const found = await ben.ok<{ items: unknown[] }>('GET', `/discussions/${activityId}/search?q=plan`);
  expect(found.items).toHaveLength(1);
});

test('who does not see a post gets none of its files: another group, before one’s first post, while it waits', async () => {
  const set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  const groups = await addDiscussion(staff, { groupSetId: set.id });
  const ofGroup = await upload(ada, groups);
  await ada.ok('PUT', `/discussions/${groups}/threads/${newId()}`, {
    title: 'Red',
    text: 'Ours',
    files: [ofGroup],
    draftRevision: 0,
  });
  expect(await seers(ofGroup)).toBe('staff,ada,ben');
  const first = await addDiscussion(staff, { mode: 'postFirst' });
  const early = await upload(ada, first);
  await ada.ok('PUT', `/discussions/${first}/threads/${newId()}`, {
    title: 'First',
    text: withImage('See', early),
    draftRevision: 0,
  });
  expect(await seers(early)).toBe('staff,ada');
  await startThread(ben, first, 'Me too');
  expect(await seers(early)).toBe('staff,ada,ben');
  const waiting = await addDiscussion(staff, { approval: { everybody: true, memberIds: [] } });
  const threadId = await startThread(staff, waiting, 'Held');
  const held = await upload(ada, waiting);
  const { n } = (await write(ada, waiting, threadId, 'Wait', [held])).body;
  expect(await seers(held)).toBe('staff,ada');
  await staff.ok('PUT', `/discussions/${waiting}/moderation/${newId()}`, { kind: 'approve', threadId, n });
  expect(await seers(held)).toBe('staff,ada,ben,cem');
  const closed = await addDiscussion(staff, { submissionsCloseAt: '2020-01-01T00:00:00.000Z' });
  await expect(upload(ada, closed)).rejects.toThrow('DISCUSSION_CLOSED');
});

test.each(['peers', 'full'] as const)(
  'where names are hidden (%s), files say nothing of whose they are',
  async (anonymity) => {
    const activityId = await addDiscussion(staff, { anonymity });
    const threadId = await startThread(staff, activityId, 'Bridges');
    const [file, image] = [await upload(ada, activityId), await upload(ada, activityId)];
    await write(ada, activityId, threadId, withImage('Look', image), [file]);
    await reply(ben, activityId, threadId, 1, 'Nice');
    const text = JSON.stringify(await readThread(ben, activityId, threadId));
    expect(text).not.toContain(AUTHOR);
    const nameless = { id: file, extension: 'jpg', type: 'image/jpeg', size: sample('photo.jpg').length };
    expect((await readThread(ben, activityId, threadId)).items[1]?.files).toEqual([nameless]);
    for (const id of [file, image]) {
      const seen = await contentOf(ben, id);
      expect(seen?.name).toMatch(/file-[0-9a-f]{6}\.jpg/);
      expect(seen?.body.includes(AUTHOR)).toBe(false);
      expect((await contentOf(ada, id))?.name).toContain(AUTHOR);
      expect((await contentOf(staff, id))?.name.includes(AUTHOR)).toBe(anonymity === 'peers');
    }
    // Nor to staff who are to approve it, or who read what it said before.
    const approval = { everybody: true, memberIds: [] };
    const settings = buildDiscussion({ anonymity, approval });
    await staff.ok('PUT', `/discussions/${activityId}`, { settings, expectedRevision: 1 });
    await edit(ada, activityId, `${threadId}/posts/2`, 'Only words', []);
    const another = await upload(ada, activityId);
    await edit(ada, activityId, `${threadId}/posts/2`, '', [another], 2);
    const held = `/discussions/${activityId}/held`;
    const listed = await staff.ok<z.output<typeof ListHeldPosts.response>>('GET', held);
    expect(listed.items).toMatchObject([{ n: 2, revision: 3, files: [{ id: another, type: 'image/jpeg' }] }]);
    const before = await staff.ok('GET', `/discussions/${activityId}/threads/${threadId}/posts/2/history`);
    expect(JSON.stringify(before)).toContain(file);
    for (const seen of [listed, before])
      expect(JSON.stringify(seen).includes(AUTHOR)).toBe(anonymity === 'peers');
  },
);

test.each(['peers', 'full'] as const)(
  'a word in the name of a file is told to staff where they may know whose it is: promised %s',
  async (anonymity) => {
    const activityId = await addDiscussion(staff, { anonymity, blockedWords: [AUTHOR] });
    const threadId = await startThread(staff, activityId, 'Bridges');
    const path = `/discussions/${activityId}/threads/${threadId}/posts`;
    const said = { replyTo: 1, draftRevision: 0 };
    const files = [await upload(ada, activityId)];
    await ada.ok('POST', path, { ...said, id: newId(), text: 'See there', files });
    await ben.ok('POST', path, { ...said, id: newId(), text: `By ${AUTHOR}` });
    const reported = async () =>
      (await staff.ok<{ items: { n: number }[] }>('GET', `/discussions/${activityId}/reports`)).items
        .map(({ n }) => n)
        .toSorted((a, b) => a - b);
    await until('the later one is told of', async () => (await reported()).includes(3));
    expect(await reported()).toEqual(anonymity === 'peers' ? [2, 3] : [3]);
  },
);

test('files and images of the prompt are for instructors to add, and for everybody who reads it', async () => {
  const activityId = newId();
  await expect(upload(ada, activityId, 'discussion-prompt')).rejects.toThrow('FORBIDDEN');
  const [image, file] = [
    await upload(staff, activityId, 'discussion-prompt'),
    await upload(staff, activityId, 'discussion-prompt'),
  ];
  const described = { name: NAME, size: sample('photo.jpg').length, type: 'image/jpeg' };
  const save = (
    promptFiles: { fileId: string; name: string; size: number; type: string }[],
    revision: number,
  ) =>
    staff.call('PUT', `/discussions/${activityId}`, {
      settings: { ...buildDiscussion({ promptFiles }), prompt: withImage('Look', image) },
      expectedRevision: revision,
    });
  expect(codeOf(await save([{ fileId: newId(), ...described }], 0))).toBe('FILE_MISSING');
  expect((await save([{ fileId: file, ...described }], 0)).status).toBe(200);
  expect(await ben.ok('GET', `/discussions/${activityId}`)).toMatchObject({
    promptFiles: [{ id: file, name: NAME }],
  });
  expect([await seers(image), await seers(file)]).toEqual(['staff,ada,ben,cem', 'staff,ada,ben,cem']);
  // A copied course has copies of them, and its staff save what came with it.
  const { simulator, course, open, person } = room.stack;
  const link = simulator.addResourceLink(course, { title: 'Prompt', custom: { activity: activityId } });
  const copy = await simulator.copyCourse(course.id, 'The next term', 7);
  const copied = simulator.institution.linksOf(copy).find(({ history }) => history.includes(link.id));
  const there = await open(person('instructor'), copied?.id ?? '', copy);
  const copyId = there.view.landing.activityId ?? '';
  const found = await there.ok<{ promptFiles: { id: string }[] }>('GET', `/discussions/${copyId}`);
  const copiedFile = found.promptFiles[0]?.id ?? '';
  await until('its files are there', async () => (await contentOf(there, copiedFile)) !== null, 15);
  const { settings, revision } = await there.ok('GET', `/discussions/${copyId}/settings`);
  const again = { settings, expectedRevision: revision };
  // The image in the text is copied by itself.
  const isSaved = async () => (await there.call('PUT', `/discussions/${copyId}`, again)).status === 200;
  await until('its staff save what came with it', isSaved, 15);
  expect((await save([], 1)).status).toBe(200);
});
