/** Disputes over HTTP: from a learner's objection to the new score in the LMS, and what each audience does not get. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OwnDisputesView, StaffDisputeView } from '../../server/src/contracts/disputes.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll, reviewAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

let stack: ApiStack;
let teacher: ApiSession;
let assistant: ApiSession;
let learners: ApiSession[];
const activityId = newId();
const path = `/activities/${activityId}/disputes`;

interface StaffList {
  items: StaffDisputeView[];
  waiting: number;
}

const learner = (n: number): ApiSession => {
  const found = learners[n];
  if (!found) throw new Error(`no learner ${n}`);
  return found;
};
const mine = (session: ApiSession) => session.ok<OwnDisputesView>('GET', `${path}/mine`);
const list = (session = teacher) => session.ok<StaffList>('GET', path);
const grade = { kind: 'grade', columnId: activityId };
const firstReview = { kind: 'review', pseudonym: '1' };
const open = (session: ApiSession, target: object, id = newId(), reason = 'It does not add up.') =>
  session.call('PUT', `${path}/mine/${id}`, { target, reason });
const taken = async (id: string, session = teacher): Promise<StaffDisputeView> => {
  const found = (await list(session)).items.find((item) => item.id === id);
  return session.ok<StaffDisputeView>('POST', `${path}/${id}/take`, { expectedRevision: found?.revision });
};

beforeAll(async () => {
  const room = await openEssay(activityId);
  ({ stack, teacher, learners } = room);
  assistant = await stack.open(stack.person('assistant'), room.linkId);
  await handInAll({ activityId, teacher, learners });
  await reviewAll({ activityId, learners });
  expect((await mine(learner(0))).targets).toEqual([]);
  expect((await open(learner(0), grade)).body).toMatchObject({ error: { code: 'DISPUTES_CLOSED' } });
  await teacher.ok('POST', `/activities/${activityId}/release`);
  await until('there is a grade', async () => (await mine(learner(0))).targets.length === 3, 15);
}, 60_000);
afterAll(() => stack.close());

const scoreOf = (n: number): number | null | undefined =>
  stack.simulator
    .gradebook(stack.course.id)
    .find(({ person }) => person.name === stack.person('learner', n).name)?.cell.score;

const queued = async () => (await teacher.ok<{ items: object[] }>('GET', '/queue')).items;

describe('a disputed grade', () => {
  const id = newId();

  test('goes from the learner to staff, and its new score to the gradebook', async () => {
    const opened = await open(learner(0), grade, id);
    expect(opened).toMatchObject({ status: 200 });
    expect((await open(learner(0), grade, id)).status).toBe(200);
    expect(await list()).toMatchObject({
      waiting: 1,
      items: [{ id, state: 'open', takenBy: null, isOverdue: false, can: { take: true, answer: false } }],
    });
    await until('the queue has it', async () => (await queued()).length > 0, 15);
    expect(await queued()).toEqual([
      expect.objectContaining({
        id: `dispute/${id}`,
        because: expect.objectContaining({ code: 'DISPUTE_WAITS' }),
      }),
    ]);
    const { revision } = await taken(id);
    expect((await mine(learner(0))).targets[0]).toMatchObject({ dispute: { state: 'taken' } });
    const answer = {
      outcome: { state: 'changed', grade: 17 },
      reason: 'You are right.',
      expectedRevision: revision,
    };
    const tooMuch = { ...answer, outcome: { state: 'changed', grade: 999 } };
    expect((await teacher.call('PUT', `${path}/${id}/answer`, tooMuch)).body).toMatchObject({
      error: { code: 'GRADE_OUT_OF_RANGE' },
    });
    for (let n = 0; n < 2; n++) {
      expect(await teacher.ok('PUT', `${path}/${id}/answer`, answer)).toMatchObject({
        state: 'changed',
        answer: { grade: 17, reason: 'You are right.' },
        can: { take: false, answer: false },
      });
    }
    expect((await mine(learner(0))).targets[0]).toMatchObject({
      dispute: { state: 'changed', answer: { reason: 'You are right.' }, can: { withdraw: false } },
      can: { dispute: false },
    });
    await until('the gradebook has the new score', () => scoreOf(0) === 17, 15);
    const history = await teacher.ok<{ decisions: object[] }>(
      'GET',
      `/grade-slots/${activityId}/${learner(0).memberId}`,
    );
    expect(history.decisions).toHaveLength(1);
    await until('it has left the queue', async () => (await queued()).length === 0, 15);
  });

  test('is told to its author once, without what was said', async () => {
    const notices = async () =>
      (await learner(0).ok<{ items: { content: object }[] }>('GET', '/notices')).items.filter(
        ({ content }) => 'kind' in content && content.kind === 'disputeAnswered',
      );
    await until('the learner is told', async () => (await notices()).length > 0, 15);
    expect(await notices()).toHaveLength(1);
    expect(JSON.stringify(await notices())).not.toContain('You are right');
  });

  test('is final once it is answered', async () => {
    expect((await open(learner(0), grade)).body).toMatchObject({ error: { code: 'DISPUTE_EXISTS' } });
    expect((await learner(0).call('DELETE', `${path}/mine/${id}`)).body).toMatchObject({
      error: { code: 'DISPUTE_ANSWERED' },
    });
  });
});

describe('a disputed review', () => {
  test('shows its author neither who wrote the review nor who of staff answers', async () => {
    const id = newId();
    await open(learner(1), firstReview, id);
    const { revision } = await taken(id, assistant);
    const answer = { outcome: { state: 'rejected' }, reason: 'It is fair.', expectedRevision: revision };
    await assistant.ok('PUT', `${path}/${id}/answer`, answer);
    const seen = JSON.stringify(await mine(learner(1)));
    expect(seen).toContain('It is fair.');
    for (const session of [...learners, teacher, assistant]) {
      expect(seen).not.toContain(session.memberId);
      expect(seen).not.toContain((session.view['member'] as { name: string }).name);
    }
    expect(seen).not.toMatch(/takenBy|reviewer|"by"|reviewId/i);
  });

  test('is nothing that another learner learns of', async () => {
    expect(JSON.stringify(await mine(learner(2)))).not.toContain('It is fair.');
    expect((await learner(2).call('GET', path)).status).toBe(403);
  });

  test('of two sent at once one is there', async () => {
    const answers = await Promise.all([open(learner(2), firstReview), open(learner(2), firstReview)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('can be withdrawn and made anew, and not by others', async () => {
    const before = (await mine(learner(2))).targets.find(({ dispute }) => dispute)?.dispute?.id;
    expect((await learner(1).call('DELETE', `${path}/mine/${before}`)).status).toBe(404);
    await learner(2).ok('DELETE', `${path}/mine/${before}`);
    expect((await open(learner(2), firstReview)).status).toBe(200);
  });
});

test('an assistant cannot set a grade by an answer', async () => {
  const id = newId();
  await open(learner(2), grade, id);
  const { revision, can } = await taken(id, assistant);
  expect(can).toEqual({ take: false, answer: true, changeGrade: false });
  const answer = {
    outcome: { state: 'changed', grade: 20 },
    reason: 'So be it.',
    expectedRevision: revision,
  };
  expect((await assistant.call('PUT', `${path}/${id}/answer`, answer)).status).toBe(403);
  expect((await teacher.call('PUT', `${path}/${id}/answer`, answer)).body).toMatchObject({
    error: { code: 'DISPUTE_NOT_TAKEN' },
  });
});

test('what one did not receive cannot be disputed', async () => {
  const none = { kind: 'review', pseudonym: '99' };
  expect((await open(learner(1), none)).status).toBe(404);
  expect((await open(learner(1), { kind: 'grade', columnId: newId() })).status).toBe(404);
});

describe('the times of an activity', () => {
  interface Times {
    openDays: number;
    answerDays: number;
    revision: number;
    releasedAt: string | null;
    until: string | null;
    can: { change: boolean };
  }
  const DAY_MS = 86_400_000;
  const times = (session = teacher) => session.ok<Times>('GET', `${path}/settings`);
  const save = (body: object, session = teacher) => session.call('PUT', `${path}/settings`, body);
  const untilOf = async () => Date.parse((await mine(learner(1))).until ?? '');

  test('are 14 and 7 days until staff set others; then learners can dispute for so long, and repeating it changes nothing', async () => {
    const before = await times();
    expect(before).toMatchObject({ openDays: 14, answerDays: 7, revision: 0, can: { change: true } });
    expect(await untilOf()).toBe(Date.parse(before.releasedAt ?? '') + 14 * DAY_MS);
    const body = { openDays: 30, answerDays: 3, expectedRevision: 0 };
    for (let n = 0; n < 2; n++)
      expect(await save(body)).toMatchObject({ status: 200, body: { openDays: 30, revision: 1 } });
    expect(await untilOf()).toBe(Date.parse(before.releasedAt ?? '') + 30 * DAY_MS);
    expect(await save({ ...body, openDays: 5 })).toMatchObject({
      status: 409,
      body: { error: { code: 'STALE_REVISION' } },
    });
  });

  test('are the date of what is disputed from then on; what was open keeps its own', async () => {
    const before = new Map((await list()).items.map(({ id, answerBy }) => [id, answerBy]));
    const id = newId();
    await open(learner(1), grade, id);
    const { items } = await list();
    const opened = items.find((item) => item.id === id);
    expect(Date.parse(opened?.answerBy ?? '') - Date.parse(opened?.openedAt ?? '')).toBe(3 * DAY_MS);
    for (const item of items.filter((one) => one.id !== id)) expect(before.get(item.id)).toBe(item.answerBy);
    expect((await save({ openDays: 0, answerDays: 3, expectedRevision: 1 })).status).toBe(200);
    const { targets } = await mine(learner(1));
    expect(targets.some(({ can }) => can.dispute)).toBe(false);
    expect((await save({ openDays: 14, answerDays: 7, expectedRevision: 2 })).status).toBe(200);
  });

  test('are read by assistants and changed by instructors', async () => {
    expect((await times(assistant)).can).toEqual({ change: false });
    const body = { openDays: 1, answerDays: 1, expectedRevision: 3 };
    expect((await save(body, assistant)).status).toBe(403);
    expect((await save({ ...body, answerDays: 0 })).status).toBe(400);
    expect((await learner(1).call('GET', `${path}/settings`)).status).toBe(403);
  });
});

test('another course finds nothing of it', async () => {
  const course = stack.simulator.addCourse({ title: 'Elsewhere' });
  const person = stack.simulator.addPerson(course, { role: 'instructor' });
  const link = stack.simulator.addResourceLink(course, { title: 'Other' });
  const stranger = await stack.open(person, link.id, course);
  const [dispute] = (await list()).items;
  const take = await stranger.call('POST', `${path}/${dispute?.id}/take`, { expectedRevision: 1 });
  expect([take.status, (await stranger.call('GET', path)).status]).toEqual([404, 404]);
  expect((await stranger.ok<{ items: object[] }>('GET', '/queue')).items).toEqual([]);
});
