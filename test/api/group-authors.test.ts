/** Groups hand in one work, through real launches: one draft for all, one grade for all, and never the own one to review. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GradeHistoryView } from '../../server/src/contracts/gradebook.ts';
import type { LearnerWorkView } from '../../server/src/contracts/learner-work.ts';
import type { WaitingItemView } from '../../server/src/contracts/insights.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { ReviewNetworkView } from '../../server/src/contracts/peer-review-network.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { sample } from '../factories/documents.ts';
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

const { open, mine, own, authors, save, handIn, overview, rowOf, begin, reviewAll, scoreIn } =
  createGroupRoom(
    () => room,
    () => set,
  );

describe('the work of a group', () => {
  test('is one draft: two who write at once lose nothing, and each is told who was faster', async () => {
    const id = await open();
    expect(await authors(0, id)).toMatchObject({
      state: 'inGroup',
      group: { name: 'Red', members: [0, 1, 2].map((index) => ({ name: room.names[index] })) },
      sharers: null,
    });
    expect((await save(0, id, 'Bridges carry.', 0)).status).toBe(200);
    expect((await own(1, id)).draft).toMatchObject({ revision: 1, savedBy: room.names[0] });
    const [one, other] = await Promise.all([save(0, id, 'From zero', 1), save(1, id, 'From one', 1)]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 409]));
    const faster = one.status === 200 ? 0 : 1;
    expect(codeOf(one.status === 200 ? other : one)).toBe('STALE_REVISION');
    expect((await own(1 - faster, id)).draft).toMatchObject({ revision: 2, savedBy: room.names[faster] });
    expect((await own(faster, id)).draft.savedBy).toBeNull();
    // Nobody else has a part in it.
    expect((await own(3, id)).draft).toMatchObject({ revision: 0, savedBy: null });
  });

  test('is handed in by any of them, for all of them, who are told; and again by another', async () => {
    const id = await open();
    expect((await handIn(1, id, 'Ours.')).status).toBe(200);
    expect((await handIn(1, id, 'Ours.')).status).toBe(200);
    for (const index of [0, 1, 2]) {
      expect(await mine(index, id)).toMatchObject({
        submission: { version: 1 },
        can: { submit: true },
        optional: ['groups'],
      });
      expect((await own(index, id)).submission?.version).toBe(1);
    }
    expect((await authors(2, id)).sharers).toHaveLength(3);
    const noticed = async (index: number) =>
      (await room.learner(index).ok<{ items: NoticeView[] }>('GET', '/notices')).items.filter(
        ({ activityId, content }) => activityId === id && content.kind === 'groupHandedIn',
      ).length;
    await until('the others are told', async () => (await noticed(0)) === 1 && (await noticed(2)) === 1, 15);
    expect(await noticed(1)).toBe(0);
    // Whoever has not seen the first version hands in none over it.
    expect(codeOf(await handIn(2, id, 'Mine instead.'))).toBe('STALE_REVISION');
    const { draft } = await own(2, id);
    expect((await handIn(2, id, 'Ours, better.', { version: 1, revision: draft.revision })).status).toBe(200);
    expect((await own(0, id)).submission?.version).toBe(2);
    for (const index of [0, 1, 2])
      await until('staff see it on every row', async () => !!(await rowOf(id, index))?.submittedAt, 15);
    expect(await rowOf(id, 3)).toMatchObject({ submittedAt: null, group: { name: 'Blue' } });
    expect(await overview(id)).toMatchObject({ byGroups: true, can: { allocate: false } });
    expect(codeOf(await room.staff.call('POST', at(id, 'allocation')))).toBe('ALLOCATION_NEEDS_TWO');
  });

  test('is of those who were in the group when it was handed in, wherever they are later', async () => {
    const id = await open();
    await save(2, id, 'A draft of ours.', 0);
    await set.move(2, 'Blue');
    // Who has left before sees nothing of it any more, and writes with the others now.
    expect(await own(2, id)).toMatchObject({ submission: null, draft: { revision: 0 } });
    expect(codeOf(await save(2, id, 'Over it.', 1))).toBe('STALE_REVISION');
    expect((await own(0, id)).draft).toMatchObject({ revision: 1, savedBy: room.names[2] });
    expect((await handIn(0, id, 'Of two.', { revision: 1 })).status).toBe(200);
    expect((await authors(1, id)).sharers?.map(({ name }) => name)).toEqual([room.names[0], room.names[1]]);
    // Who leaves afterwards keeps the part in it, and gets none in another.
    await set.move(1, 'Blue');
    expect(await authors(1, id)).toMatchObject({ state: 'left', group: { name: 'Blue' } });
    expect((await own(1, id)).submission?.version).toBe(1);
    expect(codeOf(await save(1, id, 'x', 0))).toBe('NOT_IN_GROUP');
    expect(codeOf(await handIn(1, id, 'x', { version: 1 }))).toBe('NOT_IN_GROUP');
    expect((await handIn(3, id, 'Of blue.')).status).toBe(200);
    expect((await authors(4, id)).sharers?.map(({ name }) => name)).toEqual(
      [2, 3, 4].map((index) => room.names[index]),
    );
    // Who joins later has no part in it until it is handed in again.
    await set.move(6, 'Red');
    expect(await authors(6, id)).toMatchObject({ state: 'cameLater', sharers: null });
    expect((await mine(6, id)).can.submit).toBe(true);
    const seen = await own(6, id);
    await save(6, id, 'Of three.', seen.draft.revision);
    const again = { version: 1, revision: seen.draft.revision + 1 };
    expect((await handIn(6, id, 'Of three.', again)).status).toBe(200);
    expect((await authors(6, id)).sharers).toHaveLength(3);
    await set.move(6, null);
    await set.move(1, 'Red');
    await set.move(2, 'Red');
  });

  test('cannot be written by who is in no group, whose page says so and whom staff see as such', async () => {
    const id = await open();
    expect(await authors(6, id)).toMatchObject({ state: 'noGroup', group: null, sharers: null });
    expect(await mine(6, id)).toMatchObject({
      submission: null,
      can: { submit: false },
      optional: ['groups'],
    });
    expect(codeOf(await save(6, id, 'Alone.', 0))).toBe('NOT_IN_GROUP');
    expect(codeOf(await handIn(6, id, 'Alone.'))).toBe('NOT_IN_GROUP');
    await until('the table is there', async () => (await rowOf(id, 6)) !== undefined, 15);
    expect((await rowOf(id, 6))?.group).toBeNull();
    const outside = async () =>
      (await room.staff.ok<{ items: WaitingItemView[] }>('GET', '/queue')).items.find(
        ({ because, activityId }) => because.code === 'GROUP_MISSING' && activityId === id,
      )?.because.params['count'];
    // The learners that every course has are in no group either.
    const without = async () => (await overview(id)).rows.filter(({ group }) => group === null).length;
    const before = await without();
    await until('staff are told', async () => (await outside()) === before, 20);
    await set.move(6, 'Green');
    await until('who is in a group counts no more', async () => (await outside()) === before - 1, 20);
    await set.move(6, null);
    expect((await rowOf(id, 5))?.group).toEqual({ name: 'Green' });
  });

  test('takes files of each of them, which all of them open, and nobody else before reviews', async () => {
    const id = await open();
    const upload = async (index: number): Promise<string> => {
      const [fileId, bytes] = [newId(), sample('essay.pdf')];
      const item = { kind: 'peer-review-work', id };
      await room
        .learner(index)
        .ok('POST', '/files', { id: fileId, item, name: 'plan.pdf', size: bytes.length });
      await room.learner(index).ok('PUT', `/files/${fileId}/chunks/0`, bytes);
      await room.learner(index).ok('POST', `/files/${fileId}/finish`);
      return fileId;
    };
    const linked = async (index: number, fileId: string) =>
      (
        await room
          .learner(index)
          .ok<{ links: object[] }>('POST', '/files/links', { fileIds: [fileId], download: true })
      ).links.length;
    const file = await upload(0);
    expect(await linked(1, file)).toBe(0);
    await save(0, id, 'With a plan.', 0, [file]);
    expect(await linked(1, file)).toBe(1);
    for (const index of [3, 6]) expect(await linked(index, file)).toBe(0);
    // Another one keeps it in the work; somebody of another group cannot take it.
    expect((await save(1, id, 'With a plan, ours.', 1, [file])).status).toBe(200);
    expect((await own(2, id)).draft.files).toMatchObject([{ id: file }]);
    await save(3, id, 'Theirs.', 0, [file]);
    expect((await own(3, id)).draft.files).toEqual([]);
    const denied = room.learner(6).call('POST', '/files', {
      id: newId(),
      item: { kind: 'peer-review-work', id },
      name: 'x.pdf',
      size: 10,
    });
    expect(codeOf(await denied)).toBe('NOT_IN_GROUP');
    // Handed in: who leaves keeps it, who comes later reads it, and an observer sees it with the learner's eyes.
    const { simulator, course } = room.stack;
    const idOf = (index: number) => simulator.people.find(({ name }) => name === room.names[index])?.id ?? '';
    const observerOf = (index: number) =>
      room.stack.open(
        simulator.addPerson(course, { role: 'observer', observes: [idOf(index)] }),
        simulator.addResourceLink(course, { title: `Product ${id}`, custom: { activity: id } }).id,
      );
    const [ofRed, ofBlue] = [await observerOf(2), await observerOf(3)];
    const seenBy = async (observer: typeof ofRed) =>
      (await observer.ok<{ links: object[] }>('POST', '/files/links', { fileIds: [file], download: true }))
        .links.length;
    expect(await seenBy(ofRed)).toBe(0);
    const again = { text: 'With a plan, ours.', files: [file], expectedVersion: 0, expectedRevision: 2 };
    await room.learner(1).ok('POST', at(id, 'submission'), again);
    expect([await seenBy(ofRed), await seenBy(ofBlue)]).toEqual([1, 0]);
    await set.move(2, null);
    await set.move(6, 'Red');
    expect([await linked(2, file), await linked(6, file), await seenBy(ofRed)]).toEqual([1, 1, 1]);
    await set.move(6, null);
    expect(await linked(6, file)).toBe(0);
    await set.move(2, 'Red');
  });
});

describe('reviews of groups’ works', () => {
  let id: string;
  beforeAll(async () => {
    id = await open({ releaseMode: { kind: 'manual' } });
    for (const index of [0, 3, 5]) await handIn(index, id, `By ${index}.`);
    await begin(id);
  }, 60_000);

  test('are written by each of them, never of the own, and come to the groups evenly', async () => {
    // Each member's row follows by itself.
    const given = async () => {
      const { rows } = await overview(id);
      return [0, 1, 2, 3, 4, 5, 6].map(
        (index) => rows.find((row) => row.memberId === room.learner(index).memberId)?.given.of,
      );
    };
    await until('the table follows', async () => String(await given()) === '2,2,2,2,2,2,0', 15);
    const network = await room.staff.ok<ReviewNetworkView>('GET', at(id, 'review-network'));
    const people = [...network.reviewers, ...network.furtherAuthors];
    const ties = network.reviews.map(({ reviewer, author }) => [
      people[reviewer]?.name,
      people[author]?.name,
    ]);
    const groupsOf = [
      ['Red', [0, 1, 2]],
      ['Blue', [3, 4]],
      ['Green', [5]],
    ] as const;
    for (const [group, own_] of groupsOf) {
      const reviewers = ties.filter(([, author]) => author === group).map(([reviewer]) => reviewer);
      expect(reviewers.length).toBe(6 - own_.length);
      for (const index of own_) expect(reviewers).not.toContain(room.names[index]);
    }
  });

  test('show nothing of the group or the people in it to their reviewers', async () => {
    const words = ['Red', 'Blue', 'Green', set.id, ...Object.values(set.groupIds), ...room.names];
    for (const index of [0, 3, 5]) {
      const { reviewTasks } = await mine(index, id);
      const texts = [JSON.stringify(reviewTasks)];
      for (const { reviewId } of reviewTasks)
        texts.push(JSON.stringify(await room.learner(index).ok('GET', at(id, `reviews/${reviewId}`))));
      for (const text of texts) for (const word of words) expect(text).not.toContain(word);
      for (const other of room.learners.filter((_, n) => n !== index))
        for (const text of texts) expect(text).not.toContain(other.memberId);
    }
    expect((await room.learner(0).call('GET', at(id, 'overview'))).status).toBe(403);
  });

  test('make one grade for everybody who shared the work, and one each for reviewing; all are in the LMS', async () => {
    await set.move(1, 'Green');
    await reviewAll(id, (index) => (index === 5 ? 4 : 8));
    await room.staff.ok('POST', at(id, 'release'));
    await until(
      'the grades are in the LMS',
      () => Promise.resolve([0, 1, 2, 3, 4, 5].every((one) => scoreIn(id, one) !== null)),
      30,
    );
    // Of Red: two of Blue gave 8, Green's one 4; the median of 8, 8, 4 of 10 is 16 of 20.
    for (const index of [0, 1, 2]) expect(scoreIn(id, index)).toBe(16);
    expect(scoreIn(id, 6)).toBeNull();
    expect((await mine(6, id)).noResultBecause).toBe('noSubmission');
    const histories = await Promise.all(
      [0, 1, 2].map((index) =>
        room.staff.ok<z.output<typeof GradeHistoryView>>(
          'GET',
          `/grade-slots/${id}/${room.learner(index).memberId}`,
        ),
      ),
    );
    const inputs = histories.map(({ entries }) => JSON.stringify(entries[0]?.explanation));
    expect(new Set(inputs).size).toBe(1);
    for (const index of [0, 1, 2]) {
      const { reviews } = await room
        .learner(index)
        .ok<{ reviews: object[] }>('GET', at(id, 'received-reviews'));
      expect(reviews).toHaveLength(3);
    }
    await set.move(1, 'Red');
  });

  test('are read by staff under the group’s name, on the page of each who shares the work', async () => {
    for (const index of [0, 1, 2]) {
      const path = at(id, `learners/${room.learner(index).memberId}/work`);
      const work = await room.staff.ok<LearnerWorkView>('GET', path);
      expect(work.group).toMatchObject({ name: 'Red' });
      expect(work.group?.members).toEqual([0, 1, 2].map((one) => room.names[one]));
      expect(work.versions).toBe(1);
    }
    expect((await rowOf(id, 1))?.group).toEqual({ name: 'Red' });
  });

  test('are answered by any of them, and the reviewer’s answer is told to all', async () => {
    const talk = { id: newId(), text: 'Why?' };
    expect((await room.learner(2).call('POST', at(id, 'received-reviews/1/replies'), talk)).status).toBe(200);
    const seen = await room
      .learner(0)
      .ok<{ talks: { replies: object[] }[] }>('GET', at(id, 'received-reviews/talks'));
    expect(JSON.stringify(seen)).toContain('Why?');
  });
});
