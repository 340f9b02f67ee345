import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { type MailSink, openMailSink, type ReceivedMail } from '../../../../test/factories/mail-sink.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { SaveNoticeSettings } from '../../contracts/notices.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { createSmtpMailer, type SmtpMailer } from '../../platform/mail/smtp-mailer.ts';

let sink: MailSink;
let mailer: SmtpMailer;
let world: PeerReviewWorld;
let room: Classroom;
/** With an address; Ben has none. */
let ada: Caller;

/** What an administrator would read in the log. */
const silent = { info: () => undefined, warn: () => undefined };

beforeAll(async () => {
  sink = await openMailSink();
  mailer = createSmtpMailer({ url: sink.url, from: 'Roundtable <noreply@tool.example.edu>', log: silent });
});
afterAll(async () => {
  mailer.close();
  await sink.stop();
});
// Mail is due by the clock, which each test sets back: each has a world of its own.
beforeEach(async () => {
  world = await openPeerReviewWorld(mailer);
  sink.mails.length = 0;
  sink.refuseReceiver = sink.refuseMail = sink.refuseSender = null;
  room = await gatherClassroom(world);
  ada = await world.join(room.scope, 'Ada Learner', { email: 'ada@example.edu' });
});

afterEach(() => world.close());

/** Lets seconds pass and mails what is due. */
async function pass(seconds: number): Promise<ReceivedMail[]> {
  world.clock.time = new Date(world.clock.now().getTime() + seconds * 1000).toISOString();
  const before = sink.mails.length;
  await world.notices.sendDueOnce();
  return sink.mails.slice(before);
}

const settings = async (caller: Caller) =>
  contract.NoticeSettingsView.parse(await world.call(caller, contract.GetNoticeSettings, { params: {} }));

async function choose(caller: Caller, chosen: Partial<contract.NoticePreferences>): Promise<void> {
  const { preferences } = await settings(caller);
  await world.call(caller, SaveNoticeSettings, { params: {}, body: { ...preferences, ...chosen } });
}

const headerOf = (mail: ReceivedMail | undefined, key: string): string | undefined =>
  mail?.headers.find((header) => header.key === key)?.value;

describe('a mail that goes out', () => {
  test('is one per person with an address, from what was stored before', async () => {
    await room.startReviews();
    const [mail, ...others] = await pass(10);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'You have 2 works to review: Essay',
      envelopeTo: ['ada@example.edu'],
      to: [{ address: 'ada@example.edu' }],
      from: { name: 'Roundtable', address: 'noreply@tool.example.edu' },
    });
    expect(await pass(3600)).toEqual([]);
  });

  test('can be ended by one click, and asks for no automatic answer', async () => {
    await room.startReviews();
    const [mail] = await pass(10);
    expect(headerOf(mail, 'list-unsubscribe')).toMatch(
      /^<https:\/\/tool\.example\.edu\/notices\/unsubscribe\?key=[\w-]{43}>$/,
    );
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(mail, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(mail, 'content-language')).toBe('en');
    expect(mail?.text).toContain('Open the activity from your course');
    expect(mail?.html).toContain('<html lang="en" dir="ltr">');
  });

  test('names nobody and no grade, whoever reviewed whom', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    const mails = await pass(10);
    expect(mails.length).toBeGreaterThan(0);
    for (const { rawText, text, html, subject } of mails) {
      const everything = `${rawText}${text}${html}${subject}`;
      for (const name of ['Ben', 'Cleo', 'Dov', 'Eva', 'Finn', 'Iris'])
        expect(everything).not.toContain(name);
      expect(everything).not.toMatch(/Work number|Clear thesis|16 of 20|80 ?%/);
    }
  });

  test('things that happen at once come together', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    // The work is reviewed by now: only the grade has something to say.
    expect((await pass(10)).map(({ subject }) => subject)).toEqual([
      'Your grade and feedback are there: Essay',
    ]);
  });

  test('is in the language of the last launch, or of whoever set the activity up', async () => {
    const place = (caller: Caller, locale: string, zone: string) =>
      world.call(caller, contract.NotePlace, { params: {}, body: { locale, zone } });
    await place(room.instructor, 'de-CH', 'Europe/Zurich');
    await world.join(room.scope, 'Ben Learner', { email: 'ben@example.edu' });
    await place(ada, 'fr', 'Asia/Dubai');
    await room.startReviews();
    const mails = await pass(10);
    const textOf = (to: string) => mails.find(({ envelopeTo }) => envelopeTo[0] === to)?.text;
    expect(textOf('ada@example.edu')).toContain('Vous avez 2 travaux à évaluer');
    expect(textOf('ada@example.edu')).toContain('16:00');
    expect(textOf('ben@example.edu')).toContain('Sie haben 2 Arbeiten zu begutachten');
    expect(textOf('ben@example.edu')).toContain('13:00');
  });
});

describe('a mail is kept back', () => {
  test('when the task is done before it goes out', async () => {
    await room.startReviews();
    await room.reviewAll();
    await world.settle();
    expect(await pass(10)).toEqual([]);
  });

  test('when it was read in the course', async () => {
    await room.startReviews();
    await world.call(ada, contract.MarkAllRead, {
      params: { batchId: '0'.repeat(32) },
      body: { upTo: world.clock.now().toISOString() },
    });
    expect(await pass(10)).toEqual([]);
  });

  test('in quiet hours, until they end; a change of them counts at once', async () => {
    await choose(ada, { quietHours: { from: '09:00', to: '18:00' }, zone: 'UTC' });
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    expect(await pass(7 * 3600)).toEqual([]);
    await choose(ada, { quietHours: { from: '09:00', to: '17:30' } });
    expect(await pass(3600)).toHaveLength(1);
  });

  test('until the morning when mail is wanted once a day, all in one', async () => {
    await choose(ada, { frequency: 'daily', zone: 'UTC' });
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    for (const other of room.learners.slice(1)) {
      for (const { reviewId } of (await room.mine(other)).reviewTasks) {
        await room.submitReview(other, reviewId, {});
      }
    }
    await room.release();
    expect(await pass(20 * 3600)).toEqual([]);
    expect((await pass(2 * 3600)).map(({ subject }) => subject)).toEqual(['2 notices from your course']);
  });

  test('when it is off, here or everywhere; the inbox goes on', async () => {
    await choose(ada, { frequencyHere: 'off' });
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    const answer = await world.call(ada, contract.CountUnread, { params: {} });
    expect(answer).toEqual({ unread: 1 });
    await choose(ada, { frequencyHere: null });
    expect(await pass(10)).toEqual([]);
  });

  test('from who has left the course', async () => {
    await room.startReviews();
    await world.join(room.scope, 'Ada Learner', { email: 'ada@example.edu', status: 'inactive' });
    expect(await pass(10)).toEqual([]);
  });

  test('from an address that no mail program would write to', async () => {
    await world.join(room.scope, 'Ada Learner', { email: 'ada@example.edu\r\nBcc: eve@example.edu' });
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    expect((await settings(ada)).mail).toEqual({ possible: 'noAddress', address: null, refusal: null });
  });
});

describe('a mail server that does not take it', () => {
  test('a busy mailbox is tried again later, and gets the same mail', async () => {
    sink.refuseReceiver = { code: 450, text: 'mailbox busy' };
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    sink.refuseReceiver = null;
    expect(await pass(1)).toEqual([]);
    expect(await pass(2)).toHaveLength(1);
  });

  test('an address that is refused gets no more mail until its owner says so, who reads why', async () => {
    sink.refuseReceiver = { code: 550, text: 'no such user here' };
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    sink.refuseReceiver = null;
    expect((await settings(ada)).mail).toMatchObject({
      possible: 'yes',
      address: 'ada@example.edu',
      refusal: { words: '550 no such user here' },
    });
    await room.reviewAll();
    await room.release();
    expect(await pass(10)).toEqual([]);
    await world.call(ada, contract.TryAddressAgain, { params: {} });
    expect((await settings(ada)).mail.refusal).toBeNull();
    await world.join(room.scope, 'Ada Learner', { email: 'ada@example.edu' });
  });

  test('a mail that is refused for what it is does not hold up the next', async () => {
    sink.refuseMail = { code: 554, text: 'looks like spam' };
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    sink.refuseMail = null;
    expect((await settings(ada)).mail.refusal).toBeNull();
    await room.reviewAll();
    await room.release();
    expect(await pass(10)).toHaveLength(1);
  });

  test.each([
    ['it asks everybody to come back', () => void (sink.refuseReceiver = { code: 421, text: 'too busy' })],
    ['it refuses the sender', () => void (sink.refuseSender = { code: 550, text: 'relaying denied' })],
  ])('when %s it gets rest, and nothing is lost', async (_case, act) => {
    await world.join(room.scope, 'Ben Learner', { email: 'ben@example.edu' });
    act();
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    sink.refuseReceiver = sink.refuseSender = null;
    expect(await pass(1)).toEqual([]);
    expect((await pass(10)).map(({ envelopeTo }) => String(envelopeTo[0])).sort()).toEqual([
      'ada@example.edu',
      'ben@example.edu',
    ]);
  });

  test('when nobody answers, mail waits and goes out when somebody does', async () => {
    await sink.stop();
    await room.startReviews();
    expect(await pass(10)).toEqual([]);
    await sink.start();
    expect(await pass(60)).toHaveLength(1);
  });
});

describe('a crash', () => {
  test('after the server took the mail repeats it once, so that it can be recognised', async () => {
    await room.startReviews();
    const { endMail } = await crashBefore('notices', 'updateMany');
    await expect(pass(10)).rejects.toThrow('crash');
    endMail();
    expect(sink.mails).toHaveLength(1);
    // The lease of the sender that died ends.
    const repeated = await pass(61);
    expect(repeated.map(({ messageId }) => messageId)).toEqual(
      sink.mails.slice(0, 1).map(({ messageId }) => messageId),
    );
    expect(await pass(61)).toEqual([]);
  });
});

/** Lets the next statement of one kind on a collection fail as a crash would. */
async function crashBefore(collection: string, statement: 'updateMany'): Promise<{ endMail: () => void }> {
  const model = world.connection.model(collection);
  const original = model[statement].bind(model);
  model[statement] = (() => Promise.reject(new Error('crash'))) as never;
  return { endMail: () => void (model[statement] = original as never) };
}

test('two servers on one database send each mail once', async () => {
  for (const [index, name] of ['Ben', 'Cleo', 'Dov', 'Eva', 'Finn'].entries()) {
    await world.join(room.scope, `${name} Learner`, { email: `l${index}@example.edu` });
  }
  await room.startReviews();
  world.clock.time = new Date(world.clock.now().getTime() + 10_000).toISOString();
  await Promise.all([1, 2, 3].map(() => world.notices.sendDueOnce()));
  expect(sink.mails.map(({ envelopeTo }) => String(envelopeTo[0])).sort()).toEqual([
    'ada@example.edu',
    ...[0, 1, 2, 3, 4].map((index) => `l${index}@example.edu`),
  ]);
});
