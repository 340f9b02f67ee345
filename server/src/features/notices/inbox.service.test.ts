import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  ada = room.person(0);
});

/** Tells somebody of a number of grades, a second apart; some at the same moment. */
async function tell(caller: Caller, count: number): Promise<void> {
  const start = world.clock.now().getTime();
  for (let index = 0; index < count; index += 1) {
    await world.notices.consumer([
      makeEvent({
        type: 'grade.entered',
        at: new Date(start - Math.floor(index / 2) * 1000),
        actor: { kind: 'system', job: 'test' },
        courseId: room.scope.courseId,
        subject: { kind: 'gradeSlot', id: 'slot' },
        requestId: null,
        data: { columnId: room.activityId, memberId: caller.member.id, runId: newId(), value: 1 },
      }),
    ]);
  }
}

const list = async (caller: Caller, query: Record<string, unknown> = {}) =>
  contract.ListNotices.response.parse(await world.call(caller, contract.ListNotices, { params: {}, query }));
const unread = async (caller: Caller): Promise<number> =>
  contract.CountUnread.response.parse(await world.call(caller, contract.CountUnread, { params: {} })).unread;
const markAll = (caller: Caller, batchId: string, upTo = world.clock.now().toISOString()) =>
  world.call(caller, contract.MarkAllRead, { params: { batchId }, body: { upTo } });

describe('the list', () => {
  test('comes newest first and whole, page by page, also where moments are the same', async () => {
    await tell(ada, 7);
    const found: contract.NoticeView[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(ada, { limit: 3, ...(after && { after }) });
      found.push(...page.items);
      after = page.next;
    } while (after);
    expect(found).toHaveLength(7);
    expect(new Set(found.map(({ id }) => id)).size).toBe(7);
    const times = found.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('is one round trip, so is the count', async () => {
    await tell(ada, 3);
    for (const read of [() => list(ada), () => unread(ada)]) {
      const count = { commands: 0 };
      await counted<unknown>(count, read);
      expect(count.commands).toBe(1);
    }
  });

  test.each(['x', '1', '1_', `1_${'g'.repeat(32)}`])(
    'a key that is none of ours is refused: %s',
    async (after) => {
      await expect(list(ada, { after })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    },
  );
});

describe('reading', () => {
  test('one by one, and back', async () => {
    await tell(ada, 2);
    const [first] = (await list(ada)).items;
    const mark = (isUnread: boolean) =>
      world.call(ada, contract.MarkNotice, {
        params: { noticeId: first?.id ?? '' },
        body: { unread: isUnread },
      });
    await mark(false);
    expect(await unread(ada)).toBe(1);
    await mark(true);
    expect(await unread(ada)).toBe(2);
  });

  test('all at once can be undone, and takes along only what was unread then', async () => {
    await tell(ada, 3);
    const [first] = (await list(ada)).items;
    await world.call(ada, contract.MarkNotice, {
      params: { noticeId: first?.id ?? '' },
      body: { unread: false },
    });
    const batch = newId();
    expect(await markAll(ada, batch)).toEqual({ marked: 2 });
    expect(await markAll(ada, batch)).toEqual({ marked: 0 });
    expect(await unread(ada)).toBe(0);
    await world.call(ada, contract.UndoMarkAllRead, { params: { batchId: batch } });
    expect(await unread(ada)).toBe(2);
  });

  test('all leaves what came after the list was shown', async () => {
    const seen = new Date(world.clock.now().getTime() - 1).toISOString();
    await tell(ada, 1);
    await markAll(ada, newId(), seen);
    expect(await unread(ada)).toBe(1);
  });

  test('the count ends at a hundred', async () => {
    await tell(ada, 101);
    expect(await unread(ada)).toBe(100);
  });
});

describe('others', () => {
  test('neither see, count nor change somebody’s notices, in this course or another', async () => {
    await tell(ada, 1);
    const [notice] = (await list(ada)).items;
    const elsewhere = await gatherClassroom(world);
    for (const other of [room.person(1), room.instructor, elsewhere.person(0)]) {
      expect((await list(other)).items).toEqual([]);
      expect(await unread(other)).toBe(0);
      await markAll(other, newId());
      await expect(
        world.call(other, contract.MarkNotice, {
          params: { noticeId: notice?.id ?? '' },
          body: { unread: false },
        }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await unread(ada)).toBe(1);
  });
});
