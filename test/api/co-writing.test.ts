/** Pages that groups write together, over sockets: between two instances on one database, and for nobody else. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import type { PageCommentView } from '../../server/src/contracts/page-comments.ts';
import { PAGE_TEXT } from '../../server/src/contracts/paths.ts';
import type {
  PageVersionsView,
  PageVersionText,
  PageVersionView,
} from '../../server/src/contracts/workspace.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { openPage, type Writer } from '../factories/co-writing.ts';
import { addProject } from '../factories/group-work.ts';
import { sample } from '../factories/documents.ts';
import { startSecond } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

const SECRET_KEY = 'cd'.repeat(32);
let room: Room;
let set: GroupSet;
let second: Awaited<ReturnType<typeof startSecond>>;
let activityId: string;
let pages: string;
const writers: Writer[] = [];

beforeAll(async () => {
  room = await openRoom(5, { SECRET_KEY });
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
  activityId = await addProject(room.staff, { groupSetId: set.id });
  pages = `/group-work/${activityId}/groups/${set.groupIds['Red']}/pages`;
  second = await startSecond(room.stack, SECRET_KEY);
}, 60_000);
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close();
});
afterAll(async () => {
  await second.stop();
  await room.stack.close();
});

async function beginPage(): Promise<string> {
  const pageId = newId();
  await room.learner(0).ok('PUT', `${pages}/${pageId}`, { title: 'Plan' });
  return pageId;
}
function open(session: ApiSession, pageId: string, options: Parameters<typeof openPage>[2] = {}): Writer {
  const writer = openPage(session, pageId, options);
  writers.push(writer);
  return writer;
}
const saved = (writer: Writer) => until('everything is saved', writer.isSaved);

test('a group lists, renames and takes out its pages; another group sees none of it, and staff write none', async () => {
  const pageId = await beginPage();
  const [ada, dee] = [room.learner(0), room.learner(3)];
  await ada.ok('PUT', `${pages}/${pageId}`, { title: 'The plan' });
  const titles = async () =>
    (await ada.ok<{ items: { title: string }[] }>('GET', pages)).items.map(({ title }) => title);
  expect(await titles()).toContain('The plan');
  await ada.ok('PUT', `${pages}/${pageId}/deleted`, { deleted: true });
  expect(await titles()).not.toContain('The plan');
  await ada.ok('PUT', `${pages}/${pageId}/deleted`, { deleted: false });
  expect(await titles()).toContain('The plan');
  expect(codeOf(await dee.call('GET', pages))).toBe('NOT_IN_GROUP');
  expect(codeOf(await dee.call('PUT', `${pages}/${newId()}`, { title: 'x' }))).toBe('NOT_IN_GROUP');
  expect(codeOf(await room.staff.call('PUT', `${pages}/${newId()}`, { title: 'x' }))).toBe('FORBIDDEN');
  const own = `/group-work/${activityId}/groups/${set.groupIds['Blue']}/pages`;
  expect(codeOf(await dee.call('PUT', `${own}/${pageId}`, { title: 'Taken' }))).toBe('NOT_FOUND');
});

test('a group comments on a passage, replies, resolves and opens again; staff read it, and another group does not', async () => {
  const at = `${pages}/${await beginPage()}/comments`;
  const [ada, ben] = [room.learner(0), room.learner(1)];
  const [commentId, replyId] = [newId(), newId()];
  const passage = { from: 'AAEC', to: 'AAED', quote: 'An arch of stone' };
  const added = { passage, text: 'Why stone?' };
  const topics = [`pagecomments/${at.split('/').at(-2)}`];
  const revision = async () =>
    (await ben.ok<{ items: { revision: string | null }[] }>('POST', '/live/state', { topics })).items[0]
      ?.revision;
  const before = await revision();
  for (let times = 0; times < 2; times += 1) await ada.ok('PUT', `${at}/${commentId}`, added);
  for (let times = 0; times < 2; times += 1)
    await ben.ok('PUT', `${at}/${commentId}/replies/${replyId}`, { text: 'It lasts.' });
  await until('others are told', async () => (await revision()) !== before);
  await ben.ok('PUT', `${at}/${commentId}/resolved`, { resolved: true });
  await ada.ok('PUT', `${at}/${commentId}/resolved`, { resolved: true });
  const list = async (who: ApiSession) => who.ok<{ items: PageCommentView[]; can: object }>('GET', at);
  const { items, can } = await list(room.staff);
  expect(can).toEqual({ write: false });
  const said = {
    by: { name: expect.any(String) as unknown, isOwn: false },
    at: expect.any(String) as unknown,
  };
  expect(items).toEqual([
    {
      commentId,
      ...added,
      ...said,
      changedAt: null,
      replies: [{ replyId, text: 'It lasts.', changedAt: null, ...said }],
      resolved: said,
    },
  ]);
  expect((await list(ben)).items[0]?.resolved?.by.isOwn).toBe(true);
  await ada.ok('PUT', `${at}/${commentId}/resolved`, { resolved: false });
  expect((await list(ada)).items[0]).toMatchObject({ resolved: null, by: { isOwn: true } });
  const dee = room.learner(3);
  expect(codeOf(await dee.call('GET', at))).toBe('NOT_IN_GROUP');
  expect(codeOf(await dee.call('PUT', `${at}/${newId()}`, added))).toBe('NOT_IN_GROUP');
  expect(codeOf(await dee.call('POST', '/live/state', { topics }))).toBe('NOT_FOUND');
  const own = `/group-work/${activityId}/groups/${set.groupIds['Blue']}/pages/${at.split('/').at(-2)}/comments`;
  expect(codeOf(await dee.call('GET', own))).toBe('NOT_FOUND');
});

test('one says a comment or reply of one’s own in other words, takes it back and says it again; nobody else’s', async () => {
  const at = `${pages}/${await beginPage()}/comments`;
  const [ada, ben] = [room.learner(0), room.learner(1)];
  const [commentId, replyId] = [newId(), newId()];
  await ada.ok('PUT', `${at}/${commentId}`, {
    passage: { from: 'AAEC', to: 'AAED', quote: 'An arch' },
    text: 'Why?',
  });
  await ben.ok('PUT', `${at}/${commentId}/replies/${replyId}`, { text: 'So.' });
  const change = (who: ApiSession, ofReply: string | null, text: string | null) =>
    who.call('PUT', `${at}/${commentId}/text`, { replyId: ofReply, text });
  const list = async () => (await ben.ok<{ items: PageCommentView[] }>('GET', at)).items;
  expect(codeOf(await change(ben, null, 'x'))).toBe('FORBIDDEN');
  expect(codeOf(await change(ada, replyId, 'x'))).toBe('FORBIDDEN');
  expect(codeOf(await change(ada, newId(), 'x'))).toBe('NOT_FOUND');
  await change(ada, null, 'Why stone?');
  expect((await list())[0]).toMatchObject({
    text: 'Why stone?',
    changedAt: expect.any(String) as unknown,
    replies: [{ text: 'So.', changedAt: null }],
  });
  await change(ada, null, null);
  expect((await list())[0]).toMatchObject({ text: null, replies: [{ text: 'So.' }] });
  await change(ben, replyId, null);
  expect(await list()).toEqual([]);
  await change(ben, replyId, 'It lasts.');
  expect((await list())[0]).toMatchObject({ text: null, replies: [{ text: 'It lasts.' }] });
});

test('two instances share a page; what is read again from the store is the same', async () => {
  const pageId = await beginPage();
  const ada = open(room.learner(0), pageId);
  const ben = open(room.learner(1), pageId, { at: second.toolUrl });
  await Promise.all([saved(ada), saved(ben)]);
  for (let n = 0; n < 120; n += 1) {
    ada.write(`a${n} `);
    ben.write(`b${n} `);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all([saved(ada), saved(ben)]);
  await until('both have the same', () => ada.text() === ben.text());
  for (let n = 0; n < 120; n += 1) for (const who of ['a', 'b']) expect(ada.text()).toContain(`${who}${n} `);
  const text = ada.text();
  for (const writer of writers.splice(0)) writer.close();
  const later = open(room.learner(2), pageId);
  await saved(later);
  expect(later.text()).toBe(text);
}, 60_000);

test('staff look on and change nothing; another group and another origin are refused', async () => {
  const pageId = await beginPage();
  const ada = open(room.learner(0), pageId);
  ada.write('Ours.');
  await saved(ada);
  const staff = open(room.staff, pageId);
  await until('staff see it', () => staff.text() === 'Ours.');
  staff.write(' Mine.');
  const dee = open(room.learner(3), pageId);
  await until('the other group is refused', dee.refused);
  const strange = openPage({ toolUrl: 'https://elsewhere.example', view: room.learner(0).view }, pageId, {
    at: room.stack.toolUrl,
  });
  writers.push(strange);
  const ben = open(room.learner(1), pageId);
  await saved(ben);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([ben.text(), dee.text(), strange.text()]).toEqual(['Ours.', '', '']);
});

test('nobody writes in the name of another', async () => {
  const pageId = await beginPage();
  const ada = open(room.learner(0), pageId);
  ada.write('I agree.');
  await saved(ada);
  const forged = new Y.Doc();
  forged.clientID = ada.document.clientID;
  forged.getXmlFragment(PAGE_TEXT).insert(0, [new Y.XmlText('I agree to everything.')]);
  const ben = open(room.learner(1), pageId, { document: forged });
  ben.write(' Signed.');
  await until('it is refused', () => ben.closed.includes('NOT_YOURS'));
  expect(ada.text()).toBe('I agree.');
});

test('those on another instance are seen where they are, and not when they have left; nothing stays in memory', async () => {
  const pageId = await beginPage();
  const ada = open(room.learner(0), pageId);
  const ben = open(room.learner(1), pageId, { at: second.toolUrl });
  await Promise.all([saved(ada), saved(ben)]);
  const seenBy = ({ provider }: Writer, { document }: Writer) =>
    JSON.stringify(provider.awareness?.getStates().get(document.clientID) ?? null);
  ada.provider.setAwarenessField('cursor', 'at 1');
  ben.provider.setAwarenessField('cursor', 'at 3');
  await until('ben sees where ada is', () => seenBy(ben, ada).includes('at 1'));
  expect(seenBy(ben, ada)).toContain(room.learner(0).memberId);
  await until('ada sees ben', () => seenBy(ada, ben) !== 'null');
  ada.provider.setAwarenessField('cursor', 'at 2');
  await until('ben sees her move', () => seenBy(ben, ada).includes('at 2'));
  ada.close();
  await until('ben sees her leave', () => seenBy(ben, ada) === 'null');
  ben.close();
  const figures = async (): Promise<string[]> => {
    const texts = [room.stack, second].map(async ({ metricsUrl }) => (await fetch(metricsUrl)).text());
    return (await Promise.all(texts)).flatMap(
      (text) => text.match(/^roundtable_page(s_open|_people) [1-9]\d*$/gm) ?? [],
    );
  };
  await until('no page is open and nobody is there', async () => (await figures()).length === 0, 10);
}, 30_000);

test('text too long for one document is there for everybody, and too long to be handed in', async () => {
  const pageId = await beginPage();
  const ada = open(room.learner(0), pageId);
  ada.write('Some. ');
  await saved(ada);
  const ben = open(room.learner(1), pageId, { at: second.toolUrl });
  await saved(ben);
  ben.write('x'.repeat(2_200_000));
  await saved(ben);
  const cleo = open(room.learner(2), pageId);
  await until('a third has all of it', () => cleo.text().length === 2_200_006);
  // It is read whole, and so found too long for a copy.
  const handIn = { pageIds: [pageId], expectedRevision: 0 };
  const refused = await room
    .learner(0)
    .call('POST', pages.replace('/pages', '/milestones/1/submission'), handIn);
  expect(codeOf(refused)).toBe('PAGES_TOO_LONG');
});

test('a version is named, read with what changed and by whom, and restored while another writes; that can be undone', async () => {
  const pageId = await beginPage();
  const versions = `${pages}/${pageId}/versions`;
  const [first, other] = [room.learner(0), room.learner(1)];
  const ada = open(first, pageId);
  ada.write('Ours.');
  await saved(ada);
  const draft = await first.ok<PageVersionView>('POST', versions, { name: 'Draft' });
  const ben = open(other, pageId, { at: second.toolUrl });
  await saved(ben);
  const extra = new Y.XmlElement('paragraph');
  extra.insert(0, [new Y.XmlText('Worse.')]);
  ben.document.getXmlFragment(PAGE_TEXT).insert(1, [extra]);
  await saved(ben);
  await other.ok('POST', `${versions}/${draft.n}/restore`);
  await until('ada has it again', () => ada.text() === 'Ours.');
  await until('ben too', () => ben.text() === 'Ours.');
  ben.write(' Better.');
  await saved(ben);
  const list = () => room.staff.ok<PageVersionsView>('GET', versions);
  const { items } = await list();
  expect(items.map(({ name, restored }) => [name, restored])).toEqual([
    [null, draft.n],
    [null, null],
    ['Draft', null],
  ]);
  const [, worse] = items;
  const read = await first.ok<PageVersionText>('GET', `${versions}/${worse?.n}`);
  expect(read.added).toEqual([{ name: expect.stringMatching(/./), text: 'Worse.' }]);
  expect(JSON.stringify(read.text)).toContain('Worse.');
  await first.ok('POST', `${versions}/${worse?.n}/restore`);
  await until('it is undone', () => ben.text() === 'Ours.Worse.');
  expect((await list()).items.length).toBe(5);
  expect(codeOf(await room.staff.call('POST', `${versions}/1/restore`))).toBe('FORBIDDEN');
  expect(codeOf(await room.learner(3).call('GET', versions))).toBe('NOT_IN_GROUP');
  expect(codeOf(await first.call('GET', `${versions}/99`))).toBe('NOT_FOUND');
}, 30_000);

test('pages are handed in as they are at that moment, for the group and for staff; none of another group', async () => {
  const pageId = await beginPage();
  const [first, other] = [room.learner(0), room.learner(1)];
  const ada = open(first, pageId);
  ada.write('As it was.');
  await saved(ada);
  const deliverable = pages.replace('/pages', '/milestones/1');
  const handIn = (pageIds: string[]) =>
    first.call('POST', `${deliverable}/submission`, { pageIds, expectedRevision: 0 });
  expect(codeOf(await handIn([newId()]))).toBe('NOT_FOUND');
  await first.ok('POST', `${deliverable}/submission`, { pageIds: [pageId], expectedRevision: 0 });
  ada.write(' And more.');
  await saved(ada);
  for (const who of [other, room.staff]) {
    const { handedIn } = await who.ok<{ handedIn: { pages: object[] } }>('GET', deliverable);
    expect(handedIn.pages).toEqual([
      {
        pageId,
        title: 'Plan',
        text: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As it was.' }] }],
        },
      },
    ]);
  }
  const empty = await first.call('POST', `${deliverable}/submission`, { expectedRevision: 1 });
  expect(codeOf(empty)).toBe('SUBMISSION_EMPTY');
});

/** Puts an image on a page, as the editor does: uploaded, kept, then named in the text. */
async function putImage(who: ApiSession, writer: Writer, pageId: string): Promise<string> {
  const [id, content] = [newId(), sample('drawing.png')];
  const item = { kind: 'group-page', id: pageId };
  await who.ok('POST', '/files', { id, item, name: 'Drawing.png', size: content.length });
  await who.ok('PUT', `/files/${id}/chunks/0`, content);
  await who.ok('POST', `/files/${id}/finish`);
  await who.ok('PUT', `${pages}/${pageId}/images/${id}`, {});
  const image = new Y.XmlElement('image');
  image.setAttribute('fileId', id);
  image.setAttribute('alt', 'A bridge');
  writer.document.getXmlFragment(PAGE_TEXT).push([image]);
  await saved(writer);
  return id;
}

test('whoever reads a page sees its images; others see those of copies in an open plenary, or with a part of theirs', async () => {
  const pageId = await beginPage();
  const [first, cleo, dee] = [room.learner(0), room.learner(2), room.learner(3)];
  const ada = open(first, pageId);
  const before = await putImage(first, ada, pageId);
  const deliverable = pages.replace('/pages', '/milestones/2');
  await first.ok('POST', `${deliverable}/submission`, { pageIds: [pageId], expectedRevision: 0 });
  const after = await putImage(first, ada, pageId);
  const seen = async (who: ApiSession) => {
    const fileIds = [before, after];
    const { links } = await who.ok<{ links: { fileId: string }[] }>('POST', '/files/links', { fileIds });
    return links.map(({ fileId }) => fileId);
  };
  for (const who of [first, cleo, room.staff]) expect(await seen(who)).toEqual([before, after]);
  expect(await seen(dee)).toEqual([]);
  const item = { kind: 'group-page', id: pageId };
  const plenary = (opensAt: string | null, expectedRevision: number) =>
    room.staff.ok('PUT', `/group-work/${activityId}/plenaries/2`, { opensAt, expectedRevision });
  await plenary(new Date(Date.now() - 1_000).toISOString(), 0);
  expect(await seen(dee)).toEqual([before]);
  await plenary(null, 1);
  expect(await seen(dee)).toEqual([]);
  const file = { id: newId(), item, name: 'a.png', size: 3 };
  expect(codeOf(await dee.call('POST', '/files', file))).toBe('NOT_IN_GROUP');
  expect(codeOf(await room.staff.call('POST', '/files', file))).toBe('FORBIDDEN');
  expect(codeOf(await cleo.call('PUT', `${pages}/${pageId}/images/${before}`, {}))).toBe('FILE_MISSING');
  await set.move(2, 'Blue');
  expect(await seen(cleo)).toEqual([before]);
  await set.move(2, 'Red');
});

test('an open connection ends when its member leaves the group, and the group writes on', async () => {
  const pageId = await beginPage();
  const [ada, cleo] = [open(room.learner(0), pageId), open(room.learner(2), pageId)];
  await Promise.all([saved(ada), saved(cleo)]);
  await set.move(2, null);
  await until('it has ended', () => cleo.closed.includes('NOT_ALLOWED'));
  await until('and is not opened again', cleo.refused);
  ada.write('On we go.');
  await saved(ada);
  expect(cleo.text()).toBe('');
});
