/** Comparative peer review through real launches: from the set-up to the grade in the gradebook, and what nobody gets. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/peer-review-comparative.ts';
import type { LearnerActivityView, StaffOverviewView } from '../../server/src/contracts/peer-review.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { bodyOf, COMPARISON, numberOf, SETTINGS } from './comparative-room.ts';

type Mine = z.output<typeof LearnerActivityView>;
type Overview = z.output<typeof StaffOverviewView>;
type Results = z.output<typeof contract.GetComparisonResults.response>;
type List = z.output<typeof contract.GetComparisons.response>;
type Received = { reviews: { pseudonym: string; reviewer: string | null; ratings: []; comment: object }[] };

const activityId = newId();
const at = (path: string) => `/activities/${activityId}/${path}`;
const LEARNERS = 5;
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const learner = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};
const mine = (session: ApiSession) => session.ok<Mine>('GET', at('mine'));
const overview = () => teacher.ok<Overview>('GET', at('overview'));
const get = (session: ApiSession, id: string) =>
  session.ok<contract.ComparisonView>('GET', at(`comparisons/${id}`));
const results = (query = '') => teacher.ok<Results>('GET', at(`comparison-results${query}`));
const firstTask = async (session: ApiSession) => (await mine(session)).reviewTasks[0]?.reviewId ?? '';

const submit = (session: ApiSession, id: string, body: object = bodyOf('left')) =>
  session.call('PUT', at(`comparisons/${id}`), body);
const saveDraft = (session: ApiSession, id: string, body: object) =>
  session.call('PUT', at(`comparisons/${id}/draft`), body);

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(activityId, SETTINGS, LEARNERS));
  for (const [n, session] of learners.entries()) {
    const work = { text: `Work ${n}`, expectedVersion: 0, expectedRevision: 0 };
    await session.ok('POST', at('submission'), work);
  }
  await teacher.ok('POST', at('allocation'));
  await until('reviews have begun', async () => (await overview()).phase === 'review', 15);
}, 60_000);
afterAll(() => stack.close());

test('a reviewer sees two works and no author, by the criteria that tell works apart', async () => {
  const { reviewTasks, comparing } = await mine(learner(0));
  expect(comparing).toBe(true);
  expect(reviewTasks).toHaveLength(4);
  const page = await get(learner(0), reviewTasks[0]?.reviewId ?? '');
  expect(page).toMatchObject({
    left: { author: null },
    right: { author: null },
    promise: 'nobodyKnows',
    state: 'toDo',
    choices: [],
    can: { edit: true },
  });
  expect(page.criteria.map(({ id }) => id)).toEqual(['content', 'style']);
  expect(page.left.pseudonym).not.toBe(page.right.pseudonym);
});

test('two tabs: the second is told, and what it has is not written over the first', async () => {
  const session = learner(0);
  const id = await firstTask(session);
  const first = await saveDraft(session, id, { ...bodyOf('left'), rightComment: '' });
  expect(first).toMatchObject({ status: 200, body: { revision: 1 } });
  const second = await saveDraft(session, id, bodyOf('right'));
  expect(second).toMatchObject({
    status: 409,
    body: { error: { code: 'STALE_REVISION', details: { revision: 1 } } },
  });
  expect(codeOf(await submit(session, id, bodyOf('right')))).toBe('STALE_REVISION');
  expect(await get(session, id)).toMatchObject({
    choices: bodyOf('left').choices,
    revision: 1,
    state: 'begun',
  });
});

test('what is not whole is refused with the reason, and kept', async () => {
  const session = learner(0);
  const id = await firstTask(session);
  const half = { ...bodyOf('left', 1), choices: bodyOf('left').choices.slice(0, 1) };
  const answer = await submit(session, id, half);
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { code: 'CHOICE_MISSING', details: { criterionId: 'style', revision: 2 } } },
  });
  expect(codeOf(await submit(session, id, { ...bodyOf('left', 2), leftComment: '' }))).toBe(
    'COMMENT_REQUIRED',
  );
  expect(
    (
      await submit(session, id, {
        ...bodyOf('left', 3),
        choices: [{ criterionId: 'content', better: 'both' }],
      })
    ).status,
  ).toBe(400);
  expect((await get(session, id)).choices).toEqual(bodyOf('left').choices);
});

test('nobody else gets it: another learner, staff in a learner’s place, or another course', async () => {
  const id = await firstTask(learner(0));
  expect((await learner(1).call('GET', at(`comparisons/${id}`))).status).toBe(404);
  expect((await submit(learner(1), id)).status).toBe(404);
  // Before the release authors know of nothing, and have nothing to say.
  expect(await learner(0).ok('GET', at(`comparisons/${id}/talks`))).toEqual({
    left: { talk: null, author: null, isNamed: false },
    right: { talk: null, author: null, isNamed: false },
    can: { write: false },
  });
  const early = { id: newId(), text: 'Who are you?' };
  expect((await learner(0).call('POST', at(`comparisons/${id}/talks/left/replies`), early)).status).toBe(404);
  expect((await teacher.call('GET', at(`comparisons/${id}`))).status).toBe(403);
  const forStaff = ['comparisons', 'comparison-results', 'comparing-reviewers', 'review-network'];
  for (const path of forStaff) expect((await learner(0).call('GET', at(path))).status).toBe(403);
  const other = stack.simulator.addCourse({ title: 'Elsewhere' });
  const person = stack.simulator.addPerson(other, { role: 'instructor' });
  const stranger = await stack.open(person, undefined, other);
  for (const path of forStaff) expect((await stranger.call('GET', at(path))).status).toBe(404);
});

test('everybody compares; staff see who judged what, the order of the works and how far it holds', async () => {
  for (const session of learners)
    for (const { reviewId } of (await mine(session)).reviewTasks) {
      const { left, right, revision } = await get(session, reviewId);
      const better = numberOf(left) > numberOf(right) ? 'left' : 'right';
      expect((await submit(session, reviewId, bodyOf(better, revision))).status).toBe(200);
    }
  await until('all is counted', async () => (await overview()).counts.reviewsDone === 20, 15);
  const found = await results();
  expect(found).toMatchObject({ made: 20, of: 20, range: COMPARISON, next: null });
  expect(found.criteria.map(({ title }) => title)).toEqual(['Content', 'Style']);
  expect(found.works.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  expect(found.works.map(({ memberId }) => memberId)).toEqual(
    learners.map(({ memberId }) => memberId).toReversed(),
  );
  expect(found.works[0]?.criteria).toEqual(
    ['content', 'style'].map((criterionId) => ({ criterionId, chosen: 8, of: 8, percent: 100 })),
  );
  expect(found.works[0]).toMatchObject({ percent: 100, chosen: 8, made: 8, interval: { high: 100 } });
  expect(found.works[4]).toMatchObject({ percent: 50, chosen: 0, made: 8, interval: { low: 50 } });
  expect(found.reliability).toBeGreaterThan(0.5);
  const page = await results('?limit=2');
  expect(page.works).toEqual(found.works.slice(0, 2));
  expect((await results(`?limit=2&after=${page.next}`)).works).toEqual(found.works.slice(2, 4));
  const list = await teacher.ok<List>('GET', at('comparisons'));
  expect(list.comparisons).toHaveLength(20);
  for (const { reviewer, left, right, state, leftPercent } of list.comparisons) {
    expect([left.id, right.id]).not.toContain(reviewer.id);
    expect({ state, leftPercent }).toEqual({ state: 'submitted', leftPercent: expect.any(Number) });
  }
});

test('the release brings grades with their reasons to learners and into the gradebook', async () => {
  await teacher.ok('POST', at('release'));
  for (const session of learners)
    await until('there is a grade', async () => (await mine(session)).results.length === 1, 15);
  const best = (await mine(learner(4))).results[0]?.explanation;
  expect(best).toMatchObject({
    formula: 'peer-review.compared-total@1',
    value: 20,
    steps: [
      {
        type: 'compared',
        chosen: 8,
        made: 8,
        percent: 100,
        lowest: 50,
        highest: 100,
        criteria: [
          { title: 'Content', chosen: 8, of: 8 },
          { title: 'Style', chosen: 8, of: 8 },
        ],
      },
      { type: 'reviewing', done: 4, of: 4 },
      { type: 'weighted', work: 80, reviewing: 20 },
    ],
  });
  expect((await mine(learner(0))).results[0]?.explanation.value).toBe(0.8 * 10 + 4);
  const scoreOf = (n: number) =>
    stack.simulator
      .gradebook(stack.course.id)
      .find(({ person }) => person.name === stack.person('learner', n).name)?.cell.score;
  await until('the gradebook has them', () => Promise.resolve(scoreOf(4) === 20 && scoreOf(0) === 12), 15);
  const rowOf = async () => (await overview()).rows.find(({ memberId }) => memberId === learner(4).memberId);
  await until('the row has the grade', async () => ((await rowOf())?.grade ?? null) !== null, 15);
  expect(await rowOf()).toMatchObject({
    received: { done: 8, of: 8 },
    grade: { value: 20, interval: { high: 100 } },
  });
});

test('the work alone can be graded by its own formula, in another range', async () => {
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>(
    'GET',
    at('peer-review'),
  );
  const wanted = {
    ...settings,
    columns: { kind: 'work' },
    comparison: { lowestPercent: 60, highestPercent: 90 },
  };
  const { effects } = await teacher.ok<{ effects: { code: string }[] }>('POST', at('peer-review/preview'), {
    settings: wanted,
  });
  expect(effects.map(({ code }) => code)).toContain('rulesChanged');
  await teacher.ok('PUT', at('peer-review'), { settings: wanted, expectedRevision: revision });
  await teacher.ok('POST', at('release'));
  await until(
    'the grade is the new one',
    async () => (await mine(learner(0))).results[0]?.explanation.formula === 'peer-review.compared@1',
    15,
  );
  expect((await mine(learner(0))).results[0]?.explanation.value).toBe(12);
});

test('an author reads what was said of the own work, and nothing that says who said it or whose the other was', async () => {
  const texts: string[] = [];
  for (const session of learners) {
    const received = await session.ok<Received>('GET', at('received-reviews'));
    expect(received.reviews).toHaveLength(8);
    expect(received.reviews.map(({ pseudonym }) => Number(pseudonym))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(received.reviews.every(({ reviewer, ratings }) => reviewer === null && ratings.length === 0)).toBe(
      true,
    );
    const tasks = (await mine(session)).reviewTasks;
    const pages = await Promise.all(tasks.map(({ reviewId }) => get(session, reviewId)));
    const text = JSON.stringify([received, await mine(session), pages]);
    learners.forEach((other, n) => {
      if (other === session) return;
      expect(text).not.toContain(other.memberId);
      expect(text).not.toContain(stack.person('learner', n).name);
    });
    expect(text).not.toMatch(/reviewerId|authorId|submissionId/);
    texts.push(text);
  }
  expect(texts).toHaveLength(LEARNERS);
});

test('an author rates what was said in a comparison and writes to its reviewer, who answers; the other author gets nothing', async () => {
  const author = learner(0);
  interface Talks {
    talks: { pseudonym: string; revision: number; replies: object[] }[];
  }
  interface Work {
    comparisons: { id: string; reviewer: { id: string }; chosenPercent: number }[];
  }
  const own = await author.ok<Talks>('GET', at('received-reviews/talks'));
  expect(own.talks.map(({ pseudonym }) => pseudonym)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  const rating = { helpfulness: 4, thanked: true, expectedRevision: 0 };
  await author.ok('PUT', at('received-reviews/1/rating'), rating);
  const asked = { id: newId(), text: 'Which part is unclear?' };
  for (let times = 0; times < 2; times++) await author.ok('POST', at('received-reviews/1/replies'), asked);

  const { comparisons } = await teacher.ok<Work>('GET', at(`learners/${author.memberId}/reviews`));
  expect(comparisons).toHaveLength(8);
  expect(comparisons.every(({ chosenPercent }) => chosenPercent === 0)).toBe(true);
  const [first] = comparisons;
  const [comparisonId, side = ''] = first?.id.split('/') ?? [];
  const reviewer = learners.find(({ memberId }) => memberId === first?.reviewer.id);
  const talks = at(`comparisons/${comparisonId}/talks`);
  const said = { helpfulness: 4, thanked: true, replies: [{ ...asked, from: 'author' }] };
  const nothing = { helpfulness: null, thanked: false, replies: [] };
  const other = side === 'left' ? 'right' : 'left';
  expect(await reviewer?.ok('GET', talks)).toEqual({
    [side]: { talk: said, author: null, isNamed: false },
    [other]: { talk: nothing, author: null, isNamed: false },
    can: { write: true },
  });
  expect(codeOf(await author.call('GET', talks))).toBe('NOT_ALLOCATED');
  const answer = { id: newId(), text: 'The second paragraph.' };
  await reviewer?.ok('POST', `${talks}/${side}/replies`, answer);
  const [heard] = (await author.ok<Talks>('GET', at('received-reviews/talks'))).talks;
  expect(heard?.replies).toEqual([
    { ...asked, from: 'author' },
    { ...answer, from: 'reviewer' },
  ]);
  const staff = await teacher.ok<{ talks: object[] }>('GET', at(`learners/${author.memberId}/talks`));
  expect(staff.talks).toMatchObject([{ reviewId: first?.id, thanked: true }]);
  for (const third of learners.filter((one) => one !== author && one !== reviewer)) {
    const read = [
      await third.ok('GET', at('received-reviews/talks')),
      await third.ok('GET', at('received-reviews')),
    ];
    expect(JSON.stringify(read)).not.toMatch(/Which part|second paragraph/);
  }
});

test('an author disputes one of the comparisons, and staff read which; without a name on either side', async () => {
  const session = learner(0);
  interface Own {
    targets: { target: object; label: string | null; can: { dispute: boolean } }[];
  }
  const own = await session.ok<Own>('GET', at('disputes/mine'));
  const compared = own.targets.filter(({ target }) => 'pseudonym' in target);
  expect(compared).toHaveLength(8);
  expect(compared.every(({ label, can }) => label === null && can.dispute)).toBe(true);
  const target = { kind: 'review', pseudonym: '3' };
  const dispute = { target, reason: 'They did not read the end.' };
  await session.ok('PUT', at(`disputes/mine/${newId()}`), dispute);
  const asked = await teacher.ok<{ items: object[] }>('GET', at('disputes'));
  expect(asked.items).toMatchObject([{ target, member: { id: session.memberId }, state: 'open' }]);
  const unknown = { ...dispute, target: { kind: 'review', pseudonym: '9' } };
  expect((await session.call('PUT', at(`disputes/mine/${newId()}`), unknown)).status).toBe(404);
});

test('where all are known, both names are told on both sides', async () => {
  const id = newId();
  const known = `/activities/${id}`;
  const settings = {
    ...(await teacher.ok<{ settings: object }>('GET', at('peer-review'))).settings,
    anonymity: 'allKnown',
    reviewsPerLearner: 1,
  };
  await teacher.ok('PUT', `${known}/peer-review`, { settings, expectedRevision: 0 });
  await handInAll({ activityId: id, teacher, learners: learners.slice(0, 3) });
  const [own] = learners;
  const { reviewTasks } = await learner(0).ok<Mine>('GET', `${known}/mine`);
  expect(reviewTasks).toHaveLength(1);
  const names = [1, 2].map((n) => stack.person('learner', n).name);
  for (const name of names) expect(reviewTasks[0]?.author).toContain(name);
  const page = await own?.ok<contract.ComparisonView>(
    'GET',
    `${known}/comparisons/${reviewTasks[0]?.reviewId}`,
  );
  expect(new Set([page?.left.author, page?.right.author])).toEqual(new Set(names));
});

test('a reviewer reports one of the two works: staff take the pair away, others are drawn, the author learns nothing', async () => {
  const id = newId();
  const to = (path: string) => `/activities/${id}/${path}`;
  const { settings } = await teacher.ok<{ settings: object }>('GET', at('peer-review'));
  const wanted = { ...settings, anonymity: 'nobodyKnows', reviewsPerLearner: 2 };
  await teacher.ok('PUT', to('peer-review'), { settings: wanted, expectedRevision: 0 });
  await handInAll({ activityId: id, teacher, learners });
  const reporter = learner(0);
  const all = async () => (await teacher.ok<List>('GET', to('comparisons'))).comparisons;
  const own = async () => (await all()).filter(({ reviewer }) => reviewer.id === reporter.memberId);
  const [first] = await own();
  if (!first) throw new Error('nothing to compare');
  const author = learners.find(({ memberId }) => memberId === first.right.id);
  const problems = to(`comparisons/${first.comparisonId}/problems`);
  const problemId = newId();
  const body = { kind: 'cannotOpen', text: 'The file is empty.', side: 'right' };
  expect(codeOf(await learner(1).call('PUT', `${problems}/${newId()}`, body))).toBe('NOT_ALLOCATED');
  const reported = { problems: [{ id: problemId, side: 'right', answer: null }], can: { report: false } };
  // The same once more changes nothing; another one has to wait.
  for (let times = 0; times < 2; times++)
    expect(await reporter.ok('PUT', `${problems}/${problemId}`, body)).toMatchObject(reported);
  expect(codeOf(await reporter.call('PUT', `${problems}/${newId()}`, { ...body, side: 'left' }))).toBe(
    'PROBLEM_REPORTED',
  );
  const begun = { choices: [], leftComment: 'Begun.', rightComment: '', expectedRevision: 0 };
  await reporter.ok('PUT', to(`comparisons/${first.comparisonId}/draft`), begun);
  expect((await teacher.ok<{ items: object[] }>('GET', to('review-problems'))).items).toMatchObject([
    {
      id: problemId,
      comparing: true,
      author: { id: first.right.id },
      reporter: { id: reporter.memberId },
      can: { replace: true },
    },
  ]);
  const answer = { action: 'replace', words: 'Thank you.', expectedRevision: 1 };
  await teacher.ok('PUT', to(`review-problems/${problemId}/answer`), answer);
  await until(
    'other pairs are drawn',
    async () => {
      const now = await own();
      const works = now.flatMap(({ left, right }) => [left.id, right.id]);
      return now.length === 2 && !works.includes(first.right.id);
    },
    15,
  );
  const gone = await reporter.call('GET', to(`comparisons/${first.comparisonId}`));
  expect(codeOf(gone)).toBe('NOT_ALLOCATED');
  const seen = JSON.stringify([
    await author?.ok('GET', to('mine')),
    await author?.ok('GET', to('submission')),
  ]);
  expect(seen).not.toMatch(/cannotOpen|empty/);
});
