import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/criterion-results.ts';
import { GetReceivedReviews } from '../../contracts/peer-review.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const read = async (of: Caller) =>
  contract.CriterionResultsView.parse(
    await room.call(room.instructor, contract.GetCriterionResults, undefined, { memberId: of.member.id }),
  );
const set = async (
  of: Caller,
  criterionId: string,
  points: number | null,
  expectedRevision: number,
  by = room.instructor,
) => {
  const view = await room.call(
    by,
    contract.SetCriterionResult,
    { points, reason: 'A slip.', expectedRevision },
    { memberId: of.member.id, criterionId },
  );
  await world.settle();
  return contract.CriterionResultsView.parse(view);
};
const newest = async (of: Caller) => (await room.history(of)).entries[0];
const start = async (): Promise<Caller> => {
  await room.startReviews();
  await room.reviewAll();
  await room.release();
  return room.person(0);
};

test('what staff set for a criterion stands in the place of what reviewers say; undone, the grade is as before', async () => {
  const ada = await start();
  // Every review gave 5 of 6 and 3 of 4.
  expect(await newest(ada)).toMatchObject({ explanation: { value: 16 } });
  const view = await set(ada, 'argument', 2, 0);
  expect(view.criteria[0]).toMatchObject({
    criterionId: 'argument',
    maximum: 6,
    points: 2,
    revision: 1,
    decisions: [{ points: 2, reason: 'A slip.', byName: 'Iris Teacher' }],
  });
  // 2 + 3 of 10 points, of a column of 20.
  expect(await newest(ada)).toMatchObject({
    explanation: {
      formula: 'peer-review.submission@4',
      value: 10,
      steps: [
        { type: 'reviews', percent: 50 },
        { type: 'criteria', criteria: [{ title: 'Argument', points: 2, maximum: 6 }] },
      ],
    },
  });
  // Others keep theirs.
  expect(await newest(room.person(1))).toMatchObject({ explanation: { value: 16 } });
  await set(ada, 'argument', null, 1);
  const entry = await newest(ada);
  expect(entry).toMatchObject({ explanation: { value: 16, steps: [{ type: 'reviews', percent: 80 }] } });
});

test('the learner sees which criteria were set, and neither by whom nor why', async () => {
  const ada = await start();
  await set(ada, 'style', 4, 0);
  const page =
    JSON.stringify(await room.mine(ada)) + JSON.stringify(await room.call(ada, GetReceivedReviews));
  expect(page).toContain('"type":"criteria"');
  for (const secret of ['A slip.', 'Iris', room.instructor.member.id]) expect(page).not.toContain(secret);
});

test('it counts in a total, too, with what one gets for reviewing', async () => {
  await room.save(buildSettings({ columns: { kind: 'total', workPercent: 50, reviewingPercent: 50 } }), 1);
  const ada = await start();
  expect(await newest(ada)).toMatchObject({ explanation: { value: 18 } });
  await set(ada, 'argument', 0, 0);
  // 30 % for the work, 100 % for reviewing.
  expect(await newest(ada)).toMatchObject({ explanation: { formula: 'peer-review.total@5', value: 13 } });
});

test('two of the staff at once: the second is told; the same once more changes nothing', async () => {
  const ada = await start();
  await set(ada, 'argument', 2, 0);
  await expect(set(ada, 'argument', 4, 0)).rejects.toMatchObject({ code: 'STALE_REVISION' });
  const results = await Promise.allSettled([set(ada, 'style', 1, 0), set(ada, 'style', 2, 0)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await set(ada, 'argument', 2, 1)).criteria[0]).toMatchObject({ revision: 1 });
});

test('only what is in the rubric, within its points, of who has a work in this course', async () => {
  const ada = await start();
  await expect(set(ada, 'nothing', 1, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(set(ada, 'style', 4.5, 0)).rejects.toMatchObject({ code: 'RATING_OUT_OF_RANGE' });
  await expect(set(room.instructor, 'style', 1, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const stranger = await world.join(buildScope(), 'Stranger', { role: 'instructor' });
  await expect(set(ada, 'style', 1, 0, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await read(ada)).criteria.map(({ points }) => points)).toEqual([null, null]);
});
