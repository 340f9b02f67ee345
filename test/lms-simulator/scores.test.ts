import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Course, LineItem, Person, ProfileName, Simulator } from './index.ts';
import { accessToken, call, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

const EXTENSION = 'https://canvas.instructure.com/lti/submission';
const NOW = Date.parse('2026-11-22T10:00:00Z');

interface Gradebook {
  simulator: Simulator;
  course: Course;
  learner: Person;
  teacher: Person;
  item: LineItem;
  send(score: Record<string, unknown>, contentType?: string): Promise<Response>;
  cell(): ReturnType<Simulator['gradebook']>[number]['cell'] | undefined;
}

const benches = {} as Record<ProfileName, { bench: Bench; token: string }>;
beforeAll(async () => {
  for (const profile of ['moodle', 'canvas', 'strict'] as const) {
    const bench = await startBench({ profile });
    benches[profile] = { bench, token: await accessToken(bench) };
  }
});
afterAll(async () => {
  for (const { bench } of Object.values(benches)) await bench.close();
});

/** A new column of 50 points with a learner who has no grade in it. */
function openGradebook(profile: ProfileName, allowedAttempts?: number): Gradebook {
  const { bench, token } = benches[profile];
  const { simulator } = bench;
  const [course] = simulator.courses;
  const [learner] = course ? simulator.peopleWith(course, 'learner') : [];
  const [teacher] = course ? simulator.peopleWith(course, 'instructor') : [];
  if (!course || !learner || !teacher) throw new Error('no demo course');
  simulator.addResourceLink(course, {
    title: 'Essay',
    lineItem: { scoreMaximum: 50, ...(allowedAttempts !== undefined && { allowedAttempts }) },
  });
  const item = simulator.institution.lineItemsOf(course).at(-1);
  if (!item) throw new Error('no column');
  const address = simulator.lineItemUrl(course.id, item.id);
  const scores = new URL(address);
  scores.pathname += '/scores';
  return {
    simulator,
    course,
    learner,
    teacher,
    item,
    send: (score, contentType) =>
      call(
        token,
        'POST',
        scores.href,
        {
          userId: learner.id,
          timestamp: new Date(NOW).toISOString(),
          activityProgress: 'Completed',
          gradingProgress: 'FullyGraded',
          ...score,
        },
        contentType,
      ),
    cell: () => simulator.gradebook(course.id).find((row) => row.lineItem.id === item.id)?.cell,
  };
}

const graded = { scoreGiven: 8, scoreMaximum: 10 };
const later = (ms: number): { timestamp: string } => ({ timestamp: new Date(NOW + ms).toISOString() });

describe.each(['moodle', 'canvas', 'strict'] as const)('%s', (profile) => {
  test('rescales a score to the column and keeps everything it received', async () => {
    const book = openGradebook(profile);
    expect((await book.send(graded)).ok).toBe(true);
    expect((await book.send({ ...graded, scoreGiven: 9, ...later(2000) })).ok).toBe(true);
    expect(book.cell()).toMatchObject({ score: 45, maximum: 50, source: 'tool' });
    expect(book.cell()?.received.map(({ body, status }) => [body['scoreGiven'], status < 300])).toEqual([
      [8, true],
      [9, true],
    ]);
  });

  test('a grade edited by hand is marked and is read back as a result', async () => {
    const book = openGradebook(profile);
    await book.send(graded);
    book.simulator.institution.gradeByHand(book.item, book.learner.id, 12, NOW + 60_000);
    const results = new URL(book.simulator.lineItemUrl(book.course.id, book.item.id));
    results.pathname += '/results';
    results.searchParams.set('user_id', book.learner.id);
    const response = await call(benches[profile].token, 'GET', results.href);
    expect(await response.json()).toMatchObject([
      { userId: book.learner.id, resultScore: 12, resultMaximum: 50 },
    ]);
    expect(book.cell()).toMatchObject({ source: 'manual' });
  });
});

describe('which scores are refused', () => {
  type Row = [profile: ProfileName, rule: string, score: Record<string, unknown>, status: number];
  test.each<Row>([
    ['moodle', 'an unknown user', { userId: '99999' }, 400],
    ['moodle', 'a score within the same second', later(400), 409],
    ['moodle', 'an older score', later(-1000), 409],
    ['canvas', 'an unknown user', { userId: 'nobody' }, 422],
    ['canvas', 'an older score', later(-1), 400],
    ['canvas', 'a timestamp that cannot be read', { timestamp: 'yesterday' }, 400],
    ['canvas', 'a missing scoreMaximum', { scoreMaximum: undefined }, 422],
    ['canvas', 'a negative scoreMaximum', { scoreMaximum: -1 }, 422],
    ['canvas', 'a submission in the future', { [EXTENSION]: { submitted_at: '2999-01-01T00:00:00Z' } }, 400],
    ['strict', 'an unknown user', { userId: 'nobody' }, 404],
    ['strict', 'an older score', later(-1), 409],
    ['strict', 'a timestamp without a zone', { timestamp: '2026-11-22T10:00:00' }, 400],
    ['strict', 'an unknown property', { points: 3 }, 400],
    ['strict', 'an unknown gradingProgress', { gradingProgress: 'Graded' }, 400],
    ['strict', 'a negative score', { scoreGiven: -1 }, 400],
    ['strict', 'a missing scoreMaximum', { scoreMaximum: undefined }, 400],
  ])('%s: %s', async (profile, _rule, change, status) => {
    const book = openGradebook(profile);
    await book.send(graded);
    const before = book.cell()?.score;
    expect((await book.send({ ...graded, ...change })).status).toBe(status);
    expect(book.cell()?.score).toBe(before);
  });

  test.each<[profile: ProfileName, status: number]>([
    ['moodle', 400],
    ['canvas', 422],
    ['strict', 422],
  ])('%s: a score for an instructor', async (profile, status) => {
    const book = openGradebook(profile);
    expect((await book.send({ ...graded, userId: book.teacher.id })).status).toBe(status);
  });

  test.each<[profile: ProfileName, contentType: string, status: number]>([
    ['moodle', 'application/json', 400],
    ['moodle', 'application/vnd.ims.lis.v1.score+json; charset=utf-8', 200],
    ['canvas', 'application/vnd.ims.lis.v1.score+json', 200],
    ['strict', 'application/json', 415],
    ['strict', 'application/vnd.ims.lis.v1.score+json', 204],
  ])('%s: a score sent as %s is answered %d', async (profile, contentType, status) => {
    expect((await openGradebook(profile).send(graded, contentType)).status).toBe(status);
  });

  test.each<[profile: ProfileName, status: number]>([
    ['canvas', 200],
    ['strict', 204],
  ])('%s takes a score with an equal timestamp', async (profile, status) => {
    const book = openGradebook(profile);
    await book.send(graded);
    expect((await book.send(graded)).status).toBe(status);
  });
});

describe('canvas', () => {
  const stays = 40;
  test.each([
    ['a score that is not graded yet clears the grade', { gradingProgress: 'Pending' }, null],
    ['no scoreGiven clears the grade', { scoreGiven: undefined, gradingProgress: 'PendingManual' }, null],
    [
      'preserve_score keeps the grade',
      { scoreGiven: undefined, [EXTENSION]: { preserve_score: true } },
      stays,
    ],
    ['PendingManual with a score sets it', { gradingProgress: 'PendingManual', scoreGiven: 5 }, 25],
    ['a score above the maximum is taken', { scoreGiven: 12 }, 60],
  ])('%s', async (_rule, change, expected) => {
    const book = openGradebook('canvas');
    await book.send(graded);
    await book.send({ ...graded, ...later(1000), ...change });
    expect(book.cell()?.score).toBe(expected);
  });

  test('every score is an attempt, unless new_submission is false', async () => {
    const book = openGradebook('canvas', 2);
    const regrade = { ...graded, [EXTENSION]: { new_submission: false } };
    for (const score of [graded, graded, regrade]) expect((await book.send(score)).status).toBe(200);
    expect((await book.send(graded)).status).toBe(422);
    expect((await book.send(regrade)).status).toBe(200);
    expect(book.cell()?.attempts).toBe(2);
  });

  test('prioritize_non_tool_grade leaves any grade that is there, given by hand or by the tool', async () => {
    const book = openGradebook('canvas');
    book.simulator.institution.gradeByHand(book.item, book.learner.id, 12, NOW);
    await book.send({ ...graded, ...later(1000), [EXTENSION]: { prioritize_non_tool_grade: true } });
    expect(book.cell()?.score).toBe(12);
    await book.send({ ...graded, ...later(2000) });
    await book.send({
      ...graded,
      scoreGiven: 9,
      ...later(3000),
      [EXTENSION]: { prioritize_non_tool_grade: true },
    });
    expect(book.cell()?.score).toBe(stays);
  });

  test('an assignment that is not published takes no scores', async () => {
    const book = openGradebook('canvas');
    book.item.unpublished = true;
    const refused = await book.send(graded);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('still unpublished'),
    ]);
    book.item.unpublished = false;
    expect((await book.send(graded)).status).toBe(200);
  });

  test('every comment stays beneath the one before', async () => {
    const book = openGradebook('canvas');
    await book.send({ ...graded, comment: 'First' });
    await book.send({ ...graded, ...later(1000), comment: 'Second' });
    expect(book.cell()).toMatchObject({ comment: 'Second', comments: ['First', 'Second'] });
  });

  test('a concluded course takes no scores and shows none', async () => {
    const book = openGradebook('canvas');
    book.course.concluded = true;
    const { status } = await book.send(graded);
    const results = new URL(book.simulator.lineItemUrl(book.course.id, book.item.id));
    results.pathname += '/results';
    const read = await call(benches.canvas.token, 'GET', results.href);
    book.course.concluded = false;
    expect([status, read.status]).toEqual([422, 422]);
  });

  test('the grading view opens the address the submission named, as the teacher', async () => {
    const book = openGradebook('canvas');
    const address = 'http://127.0.0.1:3000/lti/launch?attempt=1';
    await book.send({
      ...graded,
      [EXTENSION]: { submission_type: 'basic_lti_launch', submission_data: address },
    });
    const review = { submissionReview: { lineItemId: book.item.id, userId: book.learner.id } };
    const { params } = book.simulator.beginLogin(book.course.id, book.teacher.id, review);
    expect(params['target_link_uri']).toBe(address);
  });
});

describe('moodle', () => {
  test('a score that is not fully graded sets only the comment', async () => {
    const book = openGradebook('moodle');
    await book.send({ gradingProgress: 'PendingManual', comment: 'Handed in' });
    expect(book.cell()).toMatchObject({ score: null, comment: 'Handed in' });
  });

  test('a score from the future blocks later ones', async () => {
    const book = openGradebook('moodle');
    expect((await book.send({ ...graded, ...later(3_600_000) })).status).toBe(200);
    expect((await book.send({ ...graded, ...later(60_000) })).status).toBe(409);
  });
});
