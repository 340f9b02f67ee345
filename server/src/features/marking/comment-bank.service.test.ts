import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import {
  AddBankComment,
  CommentBankView,
  ListBankComments,
  RemoveBankComment,
} from '../../contracts/comment-bank.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let amal: Caller;
let bo: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  amal = await world.join(room.scope, 'Amal Assistant', { role: 'assistant' });
  bo = await world.join(room.scope, 'Bo Assistant', { role: 'assistant' });
});

const textsOf = (answer: unknown): string[] => CommentBankView.parse(answer).comments.map(({ text }) => text);
const list = (who: Caller) => world.call(who, ListBankComments, { params: {} });
const add = (who: Caller, text: string, isShared: boolean, commentId = newId()) =>
  world.call(who, AddBankComment, { params: { commentId }, body: { text, isShared } });
const remove = (who: Caller, commentId: string) =>
  world.call(who, RemoveBankComment, { params: { commentId } });

describe('saved comments', () => {
  test('one’s own are nobody else’s, shared ones are everybody’s of the course', async () => {
    await add(amal, 'Mine.', false);
    await add(amal, 'Well argued, {name}.', true);
    expect(textsOf(await list(amal))).toEqual(['Mine.', 'Well argued, {name}.']);
    expect(textsOf(await list(bo))).toEqual(['Well argued, {name}.']);
    expect(JSON.stringify(await list(bo))).not.toContain(amal.member.id);
    const elsewhere = await gatherClassroom(world);
    expect(textsOf(await list(elsewhere.instructor))).toEqual([]);
  });

  test('saving twice saves once', async () => {
    const id = newId();
    await add(amal, 'Once.', false, id);
    expect(textsOf(await add(amal, 'Once.', false, id))).toEqual(['Once.']);
  });

  test('a shared one is removed by who saved it or by an instructor, not by a colleague', async () => {
    const [first, second] = [newId(), newId()];
    await add(amal, 'First.', true, first);
    await add(amal, 'Second.', true, second);
    await expect(remove(bo, first)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(textsOf(await remove(amal, first))).toEqual(['Second.']);
    expect(textsOf(await remove(room.instructor, second))).toEqual([]);
    expect(textsOf(await remove(room.instructor, second))).toEqual([]);
  });

  test('a colleague’s own one cannot be removed, and is not told of', async () => {
    const id = newId();
    await add(amal, 'Mine.', false, id);
    expect(textsOf(await remove(room.instructor, id))).toEqual([]);
    expect(textsOf(await list(amal))).toEqual(['Mine.']);
  });
});
