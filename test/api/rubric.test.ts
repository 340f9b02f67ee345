/** Rubrics of every kind over HTTP: what reviewers give, what is refused, and what a changed rubric does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/peer-review.ts';
import { plainTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

type Review = z.output<typeof contract.ReviewerReviewView>;
type Received = z.output<typeof contract.GetReceivedReviews.response>;
type Settings = z.output<typeof contract.SettingsView>;

const activityId = newId();
const asked = { need: 'required', minimum: 10, prompts: true };
const LEVELS = [
  { id: 'good', name: 'Convincing', description: 'Every claim has a reason.', points: 6 },
  { id: 'poor', name: 'Thin', description: '', points: 0 },
];
const argument = { id: 'argument', title: 'Argument', description: '', points: 6, weight: 12 };
const CRITERIA = [
  { ...argument, kind: { type: 'levels', levels: LEVELS }, comment: asked },
  {
    id: 'style',
    title: 'Style',
    description: '',
    points: 4,
    kind: { type: 'scale', min: 1, max: 5, step: 1, lowLabel: 'dry', highLabel: 'lively' },
  },
  { id: 'sources', title: 'Sources', description: '', points: 4, kind: { type: 'yesNo' }, mayNotApply: true },
];
/** Convincing (12 of 12), 4 on the scale (3 of 4), sources do not apply: 15 of 16. */
const GOOD = [
  { criterionId: 'argument', points: null, level: 'good', comment: 'Each step follows.' },
  { criterionId: 'style', points: null, value: 4 },
  { criterionId: 'sources', points: null, notApplicable: true },
];

let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const path = `/activities/${activityId}`;
const tasksOf = async (learner: ApiSession): Promise<string[]> =>
  (await learner.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `${path}/mine`)).reviewTasks.map(
    ({ reviewId }) => reviewId,
  );
const read = (learner: ApiSession, id: string) => learner.ok<Review>('GET', `${path}/reviews/${id}`);
const submit = (learner: ApiSession, id: string, ratings: object[], expectedRevision: number) =>
  learner.call('PUT', `${path}/reviews/${id}`, { ratings, comment: 'Good work.', expectedRevision });
const settingsOf = () => teacher.ok<Settings>('GET', `${path}/peer-review`);
const saveRubric = async (criteria: object[], expectedRevision?: number) => {
  const { settings, revision } = await settingsOf();
  return teacher.call('PUT', `${path}/peer-review`, {
    settings: { ...settings, criteria },
    expectedRevision: expectedRevision ?? revision,
  });
};
const learner = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(activityId, { title: 'Essay', criteria: CRITERIA }));
  await handInAll({ learners, teacher, activityId });
});
afterAll(() => stack.close());

describe('a review by levels, a scale, and yes or no', () => {
  test.each<[string, object[], string, string]>([
    ['a level that is missing', GOOD.slice(1), 'RATING_MISSING', 'argument'],
    [
      'a level that the rubric has not',
      [{ ...GOOD[0], level: 'great' }, ...GOOD.slice(1)],
      'RATING_OUT_OF_RANGE',
      'argument',
    ],
    [
      'a missing comment',
      [{ ...GOOD[0], comment: '' }, ...GOOD.slice(1)],
      'CRITERION_COMMENT_MISSING',
      'argument',
    ],
    [
      'a comment that is too short',
      [{ ...GOOD[0], comment: 'Fine.' }, ...GOOD.slice(1)],
      'CRITERION_COMMENT_SHORT',
      'argument',
    ],
    [
      '“does not apply” where it is no answer',
      [...GOOD.slice(0, 1), { ...GOOD[1], notApplicable: true }, ...GOOD.slice(2)],
      'RATING_OUT_OF_RANGE',
      'style',
    ],
  ])('%s is refused with its criterion, and the text is kept', async (_what, ratings, code, criterionId) => {
    const [id = ''] = await tasksOf(learner(0));
    const { revision } = await read(learner(0), id);
    const answer = await submit(learner(0), id, ratings, revision);
    expect(answer.body).toMatchObject({ error: { code, details: { criterionId } } });
    const kept = await read(learner(0), id);
    expect(kept).toMatchObject({ state: 'begun', ratings });
    expect(plainTextOf(kept.comment)).toBe('Good work.');
  });

  test('counts the weighted share of what applies, and repeating it makes no second version', async () => {
    for (const reviewer of learners)
      for (const id of await tasksOf(reviewer)) {
        const { revision } = await read(reviewer, id);
        expect((await submit(reviewer, id, GOOD, revision)).status).toBe(200);
        expect((await submit(reviewer, id, GOOD, revision)).status).toBe(200);
      }
    const seen = await teacher.ok<{ reviews: { points: number; maximum: number }[] }>(
      'GET',
      `${path}/learners/${learner(0).memberId}/reviews`,
    );
    expect(seen.reviews[0]).toMatchObject({ points: 15, maximum: 16 });
  });
});

describe('a rubric that is changed while people review by it', () => {
  const NEW = [{ id: 'depth', title: 'Depth', description: '', points: 10 }];

  test('what it affects is told before, and the second of two editors is told', async () => {
    const { settings, revision } = await settingsOf();
    const preview = await teacher.ok('POST', `${path}/peer-review/preview`, {
      settings: { ...settings, criteria: NEW },
    });
    expect(preview).toEqual({ effects: [{ code: 'rubricChanged', submitted: 6, begun: 0 }] });
    expect((await saveRubric(NEW)).status).toBe(200);
    expect((await saveRubric(CRITERIA.slice(1), revision)).body).toMatchObject({
      error: { code: 'STALE_REVISION' },
    });
  });

  test('whoever has submitted can go on, sees what is gone, and loses nothing', async () => {
    const [id = ''] = await tasksOf(learner(0));
    const review = await read(learner(0), id);
    expect(review).toMatchObject({
      criteria: NEW,
      rubricChanged: true,
      formerComments: [{ title: 'Argument', comment: 'Each step follows.' }],
    });
    const body = { ratings: [...GOOD, { criterionId: 'depth', points: 3 }], comment: 'Good work.' };
    await learner(0).ok('PUT', `${path}/reviews/${id}/draft`, { ...body, expectedRevision: review.revision });
    const answer = await submit(learner(0), id, [{ criterionId: 'depth', points: 5 }], review.revision + 1);
    expect(answer.body).toMatchObject({ rubricChanged: false, state: 'submitted', formerComments: [] });
  });

  test('authors and staff read each review by the rubric it was written by, and grades follow each', async () => {
    await teacher.ok('POST', `${path}/release`);
    await until('grades are out', async () => {
      const { phase } = await learner(0).ok<{ phase: string }>('GET', `${path}/mine`);
      return phase === 'released';
    });
    const rubrics: (string[] | undefined)[] = [];
    for (const author of learners) {
      const { reviews } = await author.ok<Received>('GET', `${path}/received-reviews`);
      rubrics.push(...reviews.map(({ criteria }) => criteria?.map(({ title }) => title)));
    }
    const former = ['Argument', 'Style', 'Sources'];
    expect(rubrics.filter((titles) => titles === undefined)).toHaveLength(1);
    expect(rubrics.filter((titles) => titles?.join() === former.join())).toHaveLength(5);
    // Two works have two reviews of 15/16, one has one of them and one of 5/10: (93.75 + 50) / 2 percent of 20.
    const grades = async () => {
      type Row = { grade: { value: number } | null };
      const { rows } = await teacher.ok<{ rows: Row[] }>('GET', `${path}/overview`);
      return rows.flatMap(({ grade }) => grade?.value ?? []).sort((a, b) => a - b);
    };
    await until('grades are in the table', async () => (await grades()).length === 3);
    expect(await grades()).toEqual([14.38, 18.75, 18.75]);
  });

  test('an author’s answer names no reviewer', async () => {
    const seen = JSON.stringify(await learner(0).ok('GET', `${path}/received-reviews`));
    for (const other of learners) expect(seen).not.toContain(other.memberId);
  });
});
