import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { type MailSink, openMailSink } from '../factories/mail-sink.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Person } from '../lms-simulator/index.ts';
import { until } from '../factories/until.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 240_000;
/** A mailbox that a killed sender held is taken up after this. */
const MAIL_LEASE_SECONDS = 60;
/** Nobody's quiet hours: these tests run at any time of day. */
const ALWAYS = { frequency: 'atOnce', frequencyHere: null, quietHours: null, zone: 'UTC' };

let sink: MailSink;
let stack: Stack;
let staff: ApiSession;
let learners: { person: Person; session: ApiSession }[];
let activityId: string;

beforeEach(async () => {
  sink = await openMailSink();
  stack = await startStack('moodle', { SMTP_URL: sink.url, MAIL_FROM: 'noreply@tool.test' });
  const { simulator, toolUrl } = stack;
  // Of its own: whoever is on its roster is one of those who are told.
  const course = simulator.addCourse({ title: 'Bridges' });
  const open = async (person: Person, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: person.id, request });
  const teacher = simulator.addPerson(course, { role: 'instructor', givenName: 'Tessa' });
  for (const givenName of ['Ada', 'Bo', 'Chi', 'Dov'])
    simulator.addPerson(course, { role: 'learner', givenName });
  staff = await open(teacher, { deepLinking: true });
  activityId = newId();
  const settings = { settings: buildSettings(), expectedRevision: 0 };
  await staff.ok('PUT', `/activities/${activityId}/peer-review`, settings);
  const link = simulator.addResourceLink(course, { title: 'Essay', custom: { activity: activityId } });
  learners = [];
  for (const person of simulator.peopleWith(course, 'learner')) {
    const session = await open(person, link.id);
    await session.ok('PUT', '/notices/settings', ALWAYS);
    learners.push({ person, session });
  }
  await until('the staff table knows everybody', async () => (await lacking()) === learners.length);
}, TEST_MS);
afterEach(async () => {
  await stack.close();
  await sink.stop();
}, TEST_MS);

const lacking = async (): Promise<number> =>
  (await staff.ok<{ lacking: number }>('GET', `/activities/${activityId}/reminders?task=handIn`)).lacking;

/** Staff remind all learners. */
const remind = () => staff.ok('PUT', `/activities/${activityId}/reminders/${newId()}`, { task: 'handIn' });

const receivers = (): string[] => sink.mails.map(({ envelopeTo }) => String(envelopeTo[0])).sort();
const everybody = (): string[] => learners.map(({ person }) => person.email).sort();

test(
  'killed between storing and mailing, every notice is mailed once after the restart; what was done meanwhile is not',
  async () => {
    await sink.stop();
    await remind();
    await until('everybody was told in the course', async () => {
      const counts = learners.map(({ session }) => session.ok<{ unread: number }>('GET', '/notices/unread'));
      return (await Promise.all(counts)).every(({ unread }) => unread === 1);
    });
    const [ada] = learners;
    if (!ada) throw new Error('no learner');
    await ada.session.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
    await until('her reminder is settled', async () => {
      const { unread } = await ada.session.ok<{ unread: number }>('GET', '/notices/unread');
      return unread === 0;
    });
    await stack.kill();
    await sink.start();
    await stack.restart();
    const others = everybody().filter((address) => address !== ada.person.email);
    await until(
      'the others have their mail',
      () => sink.mails.length >= others.length,
      MAIL_LEASE_SECONDS + 60,
    );
    // A second mail would come at once.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(receivers()).toEqual(others);
  },
  TEST_MS,
);

test(
  'killed after the mail server took mails and before it said so, each is repeated once at most, and can be recognised',
  async () => {
    sink.hold = true;
    await remind();
    await until('mails are under way', () => sink.mails.length === learners.length);
    await stack.kill();
    sink.hold = false;
    await stack.restart();
    await until(
      'they are sent again',
      () => sink.mails.length === 2 * learners.length,
      MAIL_LEASE_SECONDS + 60,
    );
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(receivers()).toEqual([...everybody(), ...everybody()].sort());
    expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(learners.length);
  },
  TEST_MS,
);
