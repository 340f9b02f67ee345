/** A server that ends at any moment while posts are moved, and while they are moved back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import { createCarryMoves } from '../../server/src/features/discussion/carry-moves.service.ts';
import { createModerationStore } from '../../server/src/features/discussion/moderation.store.ts';
import { createMoveActStore } from '../../server/src/features/discussion/move-acts.store.ts';
import type { MoveWork } from '../../server/src/features/discussion/move-work.domain.ts';
import { createMoveStore } from '../../server/src/features/discussion/moves.store.ts';
import { createPostNotes } from '../../server/src/features/discussion/note-posts.service.ts';
import { createPostStore } from '../../server/src/features/discussion/posts.store.ts';
import { createThreadStore } from '../../server/src/features/discussion/threads.store.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, readThread, reply, startThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let database: mongoose.Connection;

beforeAll(async () => {
  room = await openRoom(2);
  database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
}, 60_000);
afterAll(async () => {
  await database.close();
  await room.stack.close();
});

const textsOf = async (who: ApiSession, activityId: string, threadId: string) =>
  (await readThread(who, activityId, threadId)).items.map(({ text, depth }) => [
    depth,
    /"text":"([^"]*)"/.exec(JSON.stringify(text))?.[1],
  ]);

/** Stores whose k-th use is the last thing that their process does. */
function dyingAfter<Store extends object>(store: Store, uses: { left: number }): Store {
  return new Proxy(store, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...args: unknown[]): unknown => {
        uses.left -= 1;
        if (uses.left < 0) throw new Error('killed');
        return Reflect.apply(found, target, args);
      };
    },
  });
}

test('killed at any moment, a move goes on where it was, and so does its undoing', async () => {
  const [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
  const activityId = await addDiscussion(staff);
  const [threadId, to] = [
    await startThread(ada, activityId, 'Arches'),
    await startThread(ben, activityId, 'Ropes'),
  ];
  for (let n = 1; n < 4; n += 1) await reply(n % 2 ? ben : ada, activityId, threadId, n, `Says ${n}`);
  const thread = await database.collection('threads').findOne({ _id: threadId as never });
  const scope = { courseId: String(thread?.['courseId']), platformId: '', deploymentId: '' };
  const names = { stages: () => [], stagesOfMany: () => [] } as never;
  const [threads, posts] = [createThreadStore(database, names), createPostStore(database, names)];
  createModerationStore(database);
  const [store, acts] = [createMoveStore(database), createMoveActStore(database)];
  const notes = createPostNotes(threads);
  const shared = { threads, posts, notes, clock: { now: () => new Date() }, eventsWritten: () => undefined };
  const dying = (uses: { left: number }) =>
    createCarryMoves({ ...shared, store: dyingAfter(store, uses), acts: dyingAfter(acts, uses) });
  const work = (isBack: boolean, id: string): MoveWork => ({
    key: isBack ? `${id}-back` : id,
    by: { memberId: staff.memberId, role: 'instructor' },
    ...(isBack ? { from: to, to: threadId } : { from: threadId, to }),
    root: 1,
    title: null,
    depth: 3,
    state: 'begun',
    base: 0,
    total: 0,
    moved: 0,
  });
  async function run(id: string, uses: { left: number }): Promise<boolean> {
    try {
      await dying(uses).run(scope, id);
      return true;
    } catch (error) {
      expect(String(error)).toMatch('killed');
      await dying({ left: Infinity }).run(scope, id);
      return false;
    }
  }
  const whole = await textsOf(ada, activityId, threadId);
  let isWhole = false;
  for (let uses = 1; !isWhole; uses += 3) {
    const id = newId();
    const at = new Date();
    const act = {
      activityId,
      kind: 'merge',
      threadId,
      n: 1,
      memberId: null,
      before: null,
      by: staff.memberId,
      at,
    } as const;
    const after = { act: id, at, until: null, reason: '' };
    await acts.begin(scope, { id, ...act, after, undone: null, work: work(false, id), back: null });
    const isDone = await run(id, { left: uses });
    expect((await textsOf(ada, activityId, to)).map(([, text]) => text)).toEqual([
      'About Ropes.',
      'About Arches.',
      'Says 1',
      'Says 2',
      'Says 3',
    ]);
    const back = { ...work(true, id), root: (await dying({ left: Infinity }).findRoot(scope, id)).n };
    expect(await acts.beginBack(scope, id, back)).toBe(true);
    isWhole = (await run(id, { left: uses })) && isDone;
    expect(await textsOf(ada, activityId, threadId)).toEqual(whole);
  }
}, 120_000);
