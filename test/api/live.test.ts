/** Live changes over HTTP: between two instances on one database, and for nobody who may not know of them. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { RosterView } from '../../server/src/contracts/roster.ts';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, buildDiscussion, reply, startThread } from '../factories/discussion.ts';
import { listen, type LiveEar } from '../factories/live.ts';
import { type ApiStack, startApiStack, startSecond } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import type { Person } from '../lms-simulator/index.ts';

const SECRET_KEY = 'ab'.repeat(32);

let stack: ApiStack;
let second: Awaited<ReturnType<typeof startSecond>>;
let linkId: string;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
/** The learner, as the other instance serves them. */
let benThere: ApiSession;
let benPerson: Person;
const ears: LiveEar[] = [];

beforeAll(async () => {
  stack = await startApiStack('canvas', { SECRET_KEY });
  const { simulator, course } = stack;
  linkId = simulator.addResourceLink(course, { title: 'Plain' }).id;
  staff = await stack.open(stack.person('instructor'), linkId);
  ada = await stack.open(stack.person('learner', 0), linkId);
  benPerson = stack.person('learner', 1);
  ben = await stack.open(benPerson, linkId);

  second = await startSecond(stack, SECRET_KEY);
  benThere = ApiSession.of(second.toolUrl, ben.view);
}, 60_000);
afterEach(() => {
  for (const ear of ears.splice(0)) ear.close();
});
afterAll(() => stack.close());

async function hear(session: ApiSession, ...topics: string[]): Promise<LiveEar> {
  const ear = await listen(session, topics);
  ears.push(ear);
  return ear;
}

const topicsOf = ({ changes }: LiveEar) => changes.map(({ topic }) => topic);

test('what is written by one instance is told by the other, without saying what', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  const other = await startThread(ada, activityId, 'Ropes');
  const topic = `thread/${activityId}/${threadId}`;
  const ear = await hear(benThere, topic, `discussion/${activityId}`);
  expect(ear.headers.get('content-type')).toBe('text/event-stream');
  expect(ear.headers.get('x-accel-buffering')).toBe('no');
  expect(ear.headers.get('cache-control')).toContain('no-transform');
  // What was done before is with everybody, and tells no more. On a busy machine it may be told twice.
  const settled = () => new Promise((resolve) => setTimeout(resolve, 4_000));
  await settled();
  const before = ear.changes.length;
  await reply(ada, activityId, threadId, 1, 'Secretly suspended');
  await until('both are told', () => ear.changes.length >= before + 2);
  expect(new Set(topicsOf(ear).slice(before))).toEqual(new Set([`discussion/${activityId}`, topic]));
  expect(Object.keys(ear.changes.at(-1) ?? {}).sort()).toEqual(['age', 'revision', 'topic']);
  expect(JSON.stringify(ear.changes)).not.toMatch(/Secretly|Ada/);
  // Another thread is not this one.
  await settled();
  const between = ear.changes.length;
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${other}/posts/1`);
  await until('the discussion is told', () => ear.changes.length > between);
  expect(new Set(topicsOf(ear).slice(between))).toEqual(new Set([`discussion/${activityId}`]));
  const { items } = await ben.ok<{ items: { topic: string; revision: string }[] }>('POST', '/live/state', {
    topics: [topic],
  });
  expect(items).toMatchObject([
    { topic, revision: ear.changes.findLast((change) => change.topic === topic)?.revision },
  ]);
}, 60_000);

test('another course, an unpublished discussion, an unknown topic and an observer get nothing', async () => {
  const { simulator } = stack;
  const course = simulator.addCourse({ title: 'Another course' });
  const link = simulator.addResourceLink(course, { title: 'Plain' });
  const person = { role: 'instructor', givenName: 'Else', familyName: 'Where' } as const;
  const elsewhere = await stack.open(simulator.addPerson(course, person), link.id, course);
  const observer = await stack.open(
    simulator.addPerson(stack.course, { role: 'observer', givenName: 'Olga', familyName: 'Observer' }),
    linkId,
  );
  const open = await addDiscussion(staff);
  const draft = await addDiscussion(staff, {}, 'draft');
  for (const [who, topic] of [
    [elsewhere, `discussion/${open}`],
    [observer, `discussion/${open}`],
    [ada, `discussion/${draft}`],
    [ada, `thread/${open}/${newId()}`],
    [ada, `member/${ada.memberId}`],
    [ada, `activity/${open}`],
  ] as const) {
    expect([topic, (await hear(who, topic)).status]).toEqual([topic, 404]);
    expect((await who.call('POST', '/live/state', { topics: [topic] })).status).toBe(404);
  }
  const ear = await hear(ada, `discussion/${open}`, `discussion/${draft}`);
  expect(ear.ready[0]?.items.map(({ topic }) => topic)).toEqual([`discussion/${open}`]);
});

test('before one’s own first post one is not told that there are others', async () => {
  const activityId = await addDiscussion(staff, { mode: 'postFirst' });
  const threadId = await startThread(ada, activityId, 'Arches');
  const topics = [`discussion/${activityId}`, `thread/${activityId}/${threadId}`];
  expect((await hear(ben, ...topics)).status).toBe(404);
  expect((await ben.call('POST', '/live/state', { topics })).status).toBe(404);
  await startThread(ben, activityId, 'Ropes');
  expect((await hear(ben, ...topics)).ready[0]?.items).toHaveLength(2);
});

test('who may not read on stops hearing: a discussion that now asks for a first post', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  const ear = await hear(benThere, `thread/${activityId}/${threadId}`);
  const adas = await hear(ada, `thread/${activityId}/${threadId}`);
  await staff.ok('PUT', `/discussions/${activityId}`, {
    settings: buildDiscussion({ mode: 'postFirst' }),
    expectedRevision: 1,
  });
  await until('the stream has ended', ear.ended);
  await until('the other is told how the thread stands now', () => adas.ready.length > 1);
  expect(adas.ended()).toBe(false);
});

test('who leaves the course stops hearing', async () => {
  const activityId = await addDiscussion(staff);
  const ear = await hear(benThere, `discussion/${activityId}`);
  const { simulator, course } = stack;
  const readAgain = async (): Promise<void> => {
    await staff.ok('POST', '/roster/read');
    await until('the roster is read', async () => {
      return (await staff.ok<RosterView>('GET', '/roster')).state === 'read';
    });
  };
  simulator.institution.changeMember(course, benPerson.id, { status: 'Deleted' });
  await readAgain();
  await until('the stream has ended', ear.ended);
  expect((await hear(benThere, `discussion/${activityId}`)).status).toBe(404);
  simulator.institution.changeMember(course, benPerson.id, { status: 'Active' });
  await readAgain();
  await until('ben is back', async () => (await listen(ben, [`discussion/${activityId}`])).status === 200);
});

test('an instance that stops ends its streams at once, and is not held up by them', async () => {
  const activityId = await addDiscussion(staff);
  const ear = await hear(benThere, `discussion/${activityId}`);
  expect(ear.ended()).toBe(false);
  const began = performance.now();
  await second.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
  await until('the stream has ended', ear.ended);
});
