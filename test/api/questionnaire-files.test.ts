/** Questions answered with files, through real launches: uploaded by who answers, seen by staff and by nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ListAnswers, ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom(3);
}, 60_000);
afterAll(() => room.stack.close());

const FILE = idOf('file');

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const settings = buildQuestionnaire({ items: [buildItem('file', { required: true })], ...overrides });
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const announce = (who: ApiSession, id: string, fileId: string, itemId = FILE, size = 5) =>
  who.call('POST', '/files', {
    id: fileId,
    item: { kind: 'questionnaire-answer', id: `${id}-${itemId}` },
    name: 'Notes.txt',
    size,
  });

async function upload(who: ApiSession, id: string): Promise<string> {
  const fileId = newId();
  expect((await announce(who, id, fileId)).status).toBe(200);
  await who.ok('PUT', `/files/${fileId}/chunks/0`, new TextEncoder().encode('words'));
  await who.ok('POST', `/files/${fileId}/finish`);
  return fileId;
}

const own = (who: ApiSession, id: string) =>
  who.ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);
const draft = (who: ApiSession, id: string, files: string[], expectedRevision = 0) =>
  who.ok('PUT', `/questionnaires/${id}/mine/draft`, { answers: { [FILE]: files }, expectedRevision });
const send = (who: ApiSession, id: string, files: string[]) =>
  who.call('POST', `/questionnaires/${id}/mine`, { version: 1, answers: { [FILE]: files } });
const links = async (who: ApiSession, fileId: string) =>
  (await who.ok<{ links: { url: string }[] }>('POST', '/files/links', { fileIds: [fileId] })).links;

test('a file of a draft is its owner’s alone; sent it is there for staff, by name also in the file of all answers', async () => {
  const id = await publish();
  const [ada, ben] = [room.learner(0), room.learner(1)];
  const fileId = await upload(ada, id);
  await draft(ada, id, [fileId]);
  expect((await own(ada, id)).draft.files).toEqual([
    { id: fileId, name: 'Notes.txt', size: 5, type: 'text/plain' },
  ]);
  expect(await links(room.staff, fileId)).toEqual([]);
  // Who names another's file in a draft learns nothing of it.
  await draft(ben, id, [fileId]);
  expect((await own(ben, id)).draft.files).toEqual([]);
  expect(codeOf(await send(ben, id, [fileId]))).toBe('FILE_MISSING');

  expect((await send(ada, id, [fileId])).status).toBe(200);
  const [link] = await links(room.staff, fileId);
  expect(await (await fetch(new URL(link?.url ?? '', room.stack.toolUrl))).text()).toBe('words');
  expect(await links(ada, fileId)).toHaveLength(1);
  expect(await links(ben, fileId)).toEqual([]);
  // What was sent stays.
  expect(codeOf(await ada.call('DELETE', `/files/${fileId}`))).toBe('FILE_IN_USE');

  const named = await room.staff.ok<z.output<(typeof ListAnswers)['response']>>(
    'GET',
    `/questionnaires/${id}/answers`,
  );
  expect(named.files).toEqual([{ id: fileId, name: 'Notes.txt', size: 5, type: 'text/plain' }]);
  const { csv } = await room.staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
  expect(csv).toContain(',Notes.txt');
  expect(csv).not.toContain(fileId);
  const results = await room.staff.ok<ResultsView>('GET', `/questionnaires/${id}/results`);
  expect(results.tallies).toMatchObject([{ answered: 1, counts: [], texts: [] }]);
  expect(JSON.stringify(await own(ben, id))).not.toContain('Notes.txt');
});

test('files are taken from who may answer, for questions that ask for them, in size and number', async () => {
  const id = await publish({ items: [buildItem('file'), buildItem('text')] });
  const ada = room.learner(0);
  expect((await announce(room.staff, id, newId())).status).toBe(403);
  expect(codeOf(await announce(ada, newId(), newId()))).toBe('NOT_FOUND');
  expect(codeOf(await announce(ada, id, newId(), idOf('text')))).toBe('NOT_FOUND');
  expect(codeOf(await announce(ada, id, newId(), FILE, 2 ** 40))).toBe('FILE_TOO_LARGE');
  const files = [];
  for (let n = 0; n < 6; n += 1) files.push(await upload(ada, id));
  expect(codeOf(await send(ada, id, files))).toBe('ANSWERS_INVALID');
  expect((await send(ada, id, files.slice(0, 5))).status).toBe(200);
  expect(codeOf(await announce(ada, id, newId()))).toBe('QUESTIONNAIRE_CLOSED');
});

test('a file for another question, or one that is not whole, is no answer', async () => {
  const other = await publish();
  const id = await publish();
  const ada = room.learner(0);
  const elsewhere = await upload(ada, other);
  expect(codeOf(await send(ada, id, [elsewhere]))).toBe('FILE_MISSING');
  const begun = newId();
  await announce(ada, id, begun);
  expect(codeOf(await send(ada, id, [begun]))).toBe('FILE_MISSING');
  expect(codeOf(await send(ada, id, []))).toBe('ANSWERS_INVALID');
  expect((await own(ada, id)).status).toBe('open');
});

test('who gives files is known: neither anonymous questionnaires nor groups take them', async () => {
  const set = await makeGroups(room, { Red: [0, 1] });
  for (const overrides of [{ visibility: 'anonymous' }, { team: { setId: set.id, percent: 50 } }]) {
    const settings = buildQuestionnaire({ items: [buildItem('file')], ...overrides });
    const answer = await room.staff.call('PUT', `/questionnaires/${newId()}`, {
      settings,
      expectedRevision: 0,
    });
    expect(answer.status).toBe(400);
  }
});
