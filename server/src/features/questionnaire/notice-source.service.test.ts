import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildScope,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../../../../test/factories/questionnaire.ts';
import { ListNotices, MakeCalendar, type NoticeView } from '../../contracts/notices.ts';
import * as contract from '../../contracts/questionnaire.ts';
import { GetQueue } from '../../contracts/insights.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

/** A course of an instructor and three learners with a questionnaire, at ten o'clock on 1 March 2027. */
async function gather(overrides: Record<string, unknown> = {}) {
  world.clock.time = '2027-03-01T10:00:00Z';
  const scope = buildScope();
  const id = newId();
  const instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  const [ada, ben] = [await world.join(scope, 'Ada'), await world.join(scope, 'Ben')];
  const call = (caller: Caller, endpoint: Parameters<typeof world.call>[1], body?: unknown) =>
    world.call(caller, endpoint, { params: { questionnaireId: id }, body });
  const save = (changed: Record<string, unknown>, expectedRevision: number) =>
    call(instructor, contract.SaveQuestionnaire, {
      settings: buildQuestionnaire({ items: [buildItem('scale')], ...overrides, ...changed }),
      expectedRevision,
    });
  await save({}, 0);
  await call(instructor, contract.PublishQuestionnaire, { expectedRevision: 1 });
  await world.settle();
  return {
    id,
    call,
    instructor,
    ada,
    ben,
    save,
    close: () => call(instructor, contract.CloseQuestionnaire),
    answer: (who: Caller, round = 1) =>
      call(who, contract.SubmitAnswers, { version: 1, round, answers: { [idOf('scale')]: 3 } }),
    scope,
  };
}

async function goTo(time: string): Promise<void> {
  world.clock.time = time;
  await world.settle();
}

const inbox = async (caller: Caller): Promise<NoticeView[]> =>
  ListNotices.response.parse(await world.call(caller, ListNotices, { params: {} })).items;
/** What somebody was told, the newest first. */
const told = async (caller: Caller): Promise<string[]> =>
  (await inbox(caller)).map(({ content, state }) => `${content.kind} ${state}`);

describe.each(['identified', 'confidential', 'anonymous'])('a questionnaire, %s', (visibility) => {
  test('is announced when it opens, not before, and asks those who have not answered before it closes', async () => {
    const { instructor, ada, ben, answer, scope } = await gather({
      visibility,
      opensAt: '2027-03-02T10:00:00Z',
      closesAt: '2027-03-12T10:00:00Z',
    });
    expect(await told(ada)).toEqual([]);
    await goTo('2027-03-02T10:00:01Z');
    expect(await inbox(ada)).toMatchObject([
      {
        content: { kind: 'opened' },
        title: 'How are you?',
        until: '2027-03-12T10:00:00.000Z',
        unread: true,
      },
    ]);
    expect(await told(instructor)).toEqual([]);
    await answer(ada);
    // At once, and not with the next event: there is none of anonymous answers.
    expect(await told(ada)).toEqual(['opened done']);
    await world.settle();
    await goTo('2027-03-10T10:00:01Z');
    expect(await told(ada)).toEqual(['opened done']);
    expect(await told(ben)).toEqual(['due open', 'opened open']);
    const events = JSON.stringify(await world.auditOf(scope));
    expect(events.includes('questionnaire.answered')).toBe(visibility !== 'anonymous');
  });
});

test('answers between two looks at who lacks them are not asked for: what was told late is settled', async () => {
  const { ada, ben, answer } = await gather({ opensAt: '2027-03-02T10:00:00Z' });
  world.clock.time = '2027-03-02T10:00:01Z';
  await answer(ada);
  await world.settle();
  expect(await told(ada)).toEqual([]);
  expect(await told(ben)).toEqual(['opened open']);
  expect((await inbox(ben))[0]?.until).toBeNull();
});

test('each round is announced once, ends what was asked before, and its reminder comes halfway at the earliest', async () => {
  const { ada, ben, answer } = await gather({
    opensAt: '2027-03-02T10:00:00Z',
    repeat: { kind: 'weekly', times: 2, openDays: 2, zone: 'UTC' },
  });
  await goTo('2027-03-02T12:00:00Z');
  expect(await told(ben)).toEqual(['opened open']);
  await goTo('2027-03-03T10:00:01Z');
  expect(await told(ben)).toEqual(['due open', 'opened open']);
  await goTo('2027-03-09T10:00:01Z');
  expect(await told(ben)).toEqual(['opened open', 'due done', 'opened done']);
  expect((await inbox(ben))[0]?.until).toBe('2027-03-11T10:00:00.000Z');
  await answer(ada, 2);
  await goTo('2027-03-10T10:00:01Z');
  expect((await told(ada))[0]).toBe('opened done');
  expect((await told(ben))[0]).toBe('due open');
});

test('a date that moves moves what was told and comes with one reminder; closing ends it', async () => {
  const { ada, save, close } = await gather({ closesAt: '2027-03-12T10:00:00Z' });
  await save({ closesAt: '2027-03-20T10:00:00Z', title: 'Renamed' }, 2);
  await world.settle();
  expect(await inbox(ada)).toMatchObject([
    { content: { kind: 'opened' }, until: '2027-03-20T10:00:00.000Z' },
  ]);
  await goTo('2027-03-10T10:00:01Z');
  expect(await told(ada)).toEqual(['opened open']);
  await goTo('2027-03-18T10:00:01Z');
  expect(await told(ada)).toEqual(['due open', 'opened open']);
  await close();
  await world.settle();
  expect(await told(ada)).toEqual(['due done', 'opened done']);
});

test('who closes it before it opens leaves nobody told', async () => {
  const { ada, close } = await gather({ opensAt: '2027-03-05T10:00:00Z', closesAt: '2027-03-12T10:00:00Z' });
  await close();
  await goTo('2027-03-13T10:00:00Z');
  expect(await told(ada)).toEqual([]);
});

test('its closing dates are in the calendar of each learner once it has opened', async () => {
  const { ada } = await gather({
    opensAt: '2027-03-02T10:00:00Z',
    repeat: { kind: 'weekly', times: 2, openDays: 2, zone: 'UTC' },
  });
  const { calendar } = MakeCalendar.response.parse(await world.call(ada, MakeCalendar, { params: {} }));
  const secret = new URL(calendar?.url ?? '').searchParams.get('key') ?? '';
  const entries = async () => (await world.notices.links.calendar(secret))?.body ?? '';
  expect(await entries()).not.toContain('How are you?');
  await goTo('2027-03-02T12:00:00Z');
  const body = await entries();
  expect(body.match(/SUMMARY:Answer: How are you\?/g)).toHaveLength(2);
  expect(body).toContain('20270304T100000Z');
  expect(new Set(body.match(/^UID:.*$/gm)).size).toBe(2);
});

test('a grade of a questionnaire that cannot be sent leads staff to the questionnaire, which has no release', async () => {
  const { id, instructor, ada, call, scope } = await gather({
    visibility: 'identified',
    items: [keyed('oneChoice')],
    grade: { points: 10 },
  });
  await call(ada, contract.SubmitAnswers, { version: 1, answers: { [idOf('one')]: idOf('Yes') } });
  await world.settle();
  const problem = { code: 'GRADE_INVALID', words: 'too large', since: world.clock.now(), runId: 'run' };
  const slot = { courseId: scope.courseId, activityId: id };
  await world.connection.collection('gradeSlots').updateOne(slot, { $set: { problem } });
  await world.insights.rebuild(scope.courseId);
  const { items } = GetQueue.response.parse(await world.call(instructor, GetQueue, { params: {} }));
  expect(items).toMatchObject([
    {
      activityId: id,
      because: { code: 'GRADE_INVALID', params: { name: 'Ada', place: 'questionnaire' } },
      nextAction: null,
    },
  ]);
});
