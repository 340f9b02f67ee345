import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Person } from '../lms-simulator/index.ts';
import { gradesOf } from './gradebook.ts';
import { until } from '../factories/until.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 180_000;
const LEARNERS = 12;
/** What a killed sender held is taken up after this. */
const SCORE_LEASE_SECONDS = 60;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

/** A peer review of the demo course, reviewed and ready to be released. @returns how the instructor releases it */
async function preparePeerReview(): Promise<{
  courseId: string;
  learners: Person[];
  instructor: ApiSession;
  id: string;
}> {
  const { simulator, toolUrl } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const id = newId();
  const [teacher] = simulator.peopleWith(course, 'instructor');
  const learners = simulator.peopleWith(course, 'learner').slice(0, LEARNERS);
  const open = (person: Person, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: person.id, request });
  if (!teacher) throw new Error('the demo course has no teacher');
  const instructor = await open(teacher, { deepLinking: true });
  await instructor.ok('PUT', `/activities/${id}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  const link = simulator.addResourceLink(course, {
    title: 'Essay',
    custom: { activity: id },
    lineItem: { scoreMaximum: 20, label: 'Essay' },
  });
  const sessions = await Promise.all(learners.map((learner) => open(learner, link.id)));
  for (const session of sessions) {
    await session.ok('POST', `/activities/${id}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }
  await instructor.ok('POST', `/activities/${id}/allocation`);
  const phase = () => instructor.ok<{ phase: string }>('GET', `/activities/${id}/overview`);
  await until('reviews have begun', async () => (await phase()).phase === 'review');
  for (const session of sessions) {
    const mine = await session.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `/activities/${id}/mine`);
    for (const { reviewId } of mine.reviewTasks) {
      await session.ok('PUT', `/activities/${id}/reviews/${reviewId}`, {
        ratings: [{ criterionId: 'content', points: 7 }],
        comment: 'Clear.',
        expectedRevision: 0,
      });
    }
  }
  return { courseId: course.id, learners, instructor, id };
}

test(
  'killed between the release and the LMS’s answer, every score arrives once the tool is back, and none counts twice',
  async () => {
    const { courseId, learners, instructor, id } = await preparePeerReview();
    const { requests } = stack.simulator;
    await until(
      'the LMS knows who has handed in',
      () => requests.ofKind('scores').length === learners.length,
    );
    requests.clear();
    // The LMS stores the first scores but its answers are lost; the tool dies while it waits for more.
    stack.simulator.misbehave.set('scores', { drop: 'after', times: 3 }, { hang: true });
    await instructor.ok('POST', `/activities/${id}/release`);
    await until('scores are stored and others hang', () => requests.ofKind('scores').length > 3);
    await stack.kill();
    stack.simulator.misbehave.clear();
    await stack.restart();
    await until(
      'every score is in the gradebook',
      () => gradesOf(stack.simulator, courseId).length === learners.length,
      SCORE_LEASE_SECONDS + 30,
    );
    await until('the tool knows it', async () => {
      const { rows } = await instructor.ok<{ rows: { sync: { state: string } }[] }>(
        'GET',
        `/activities/${id}/overview`,
      );
      return rows.filter(({ sync }) => sync.state === 'sent').length === learners.length;
    });
    const grades = gradesOf(stack.simulator, courseId);
    expect(grades.map(({ score }) => score)).toEqual(learners.map(() => 14));
    expect(grades.filter(({ accepted }) => accepted !== 1)).toEqual([]);
  },
  TEST_MS,
);
