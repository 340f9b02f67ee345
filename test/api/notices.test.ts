import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, buildDiscussion, reply, startThread } from '../factories/discussion.ts';
import { type MailSink, openMailSink } from '../factories/mail-sink.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import type { Person } from '../lms-simulator/index.ts';
import { until } from '../factories/until.ts';

/** Nobody's quiet hours: these tests run at any time of day. */
const ALWAYS = { frequency: 'atOnce', frequencyHere: null, quietHours: null, zone: 'UTC' };

let stack: ApiStack;
let sink: MailSink;
let staff: ApiSession;
beforeAll(async () => {
  sink = await openMailSink();
  stack = await startApiStack('moodle', { SMTP_URL: sink.url, MAIL_FROM: 'noreply@tool.test' });
  staff = await stack.open(stack.person('instructor'));
}, 60_000);
afterAll(async () => {
  await stack.close();
  await sink.stop();
});
beforeEach(() => {
  sink.mails.length = 0;
});

interface Settings {
  preferences: typeof ALWAYS & { frequencyHere: string | null };
  calendar: { url: string } | null;
}
const settingsOf = (who: ApiSession) => who.ok<Settings>('GET', '/notices/settings');

/** A learner who was reminded by mail. @returns the session and the link that ends mail */
async function remindedLearner(): Promise<{ ada: ApiSession; person: Person; url: string; title: string }> {
  const id = newId();
  const title = `Essay ${id.slice(0, 4)}`;
  await staff.ok('PUT', `/activities/${id}/peer-review`, {
    settings: buildSettings({ title }),
    expectedRevision: 0,
  });
  const link = stack.simulator.addResourceLink(stack.course, { title, custom: { activity: id } });
  const person = stack.person('learner');
  const ada = await stack.open(person, link.id);
  await ada.ok('PUT', '/notices/settings', ALWAYS);
  await until('she is on the staff table', async () => {
    const { lacking } = await staff.ok<{ lacking: number }>('GET', `/activities/${id}/reminders?task=handIn`);
    return lacking > 0;
  });
  await staff.ok('PUT', `/activities/${id}/reminders/${newId()}`, { task: 'handIn' });
  const mail = () => sink.mails.find(({ subject }) => subject?.includes(title));
  await until('the mail is there', () => mail() !== undefined);
  const url = /https?:\S+unsubscribe\?key=[\w-]+/.exec(mail()?.text ?? '')?.[0] ?? '';
  return { ada, person, url, title };
}

describe('the link that ends mail', () => {
  test('does so by one click of a mail program (RFC 8058), and by nothing less', async () => {
    const { ada, url } = await remindedLearner();
    for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
    expect((await settingsOf(ada)).preferences.frequencyHere).toBeNull();
    const click = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(click.status).toBe(200);
    expect(click.headers.get('cache-control')).toBe('no-store');
    expect(click.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await settingsOf(ada)).preferences).toMatchObject({ frequency: 'atOnce', frequencyHere: 'off' });
  });

  test('also when the click comes as a multipart form, and once more', async () => {
    const { ada, url } = await remindedLearner();
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    for (let time = 0; time < 2; time += 1)
      expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
    expect((await settingsOf(ada)).preferences.frequencyHere).toBe('off');
  });

  test('ends all courses’ mail by its other button, for this person alone', async () => {
    const { ada, url } = await remindedLearner();
    const bo = await stack.open(stack.person('learner', 1));
    await fetch(url, { method: 'POST', body: new URLSearchParams({ from: 'everywhere' }) });
    expect((await settingsOf(ada)).preferences).toMatchObject({ frequency: 'off', frequencyHere: null });
    expect((await settingsOf(bo)).preferences.frequency).toBe('atOnce');
    const another = stack.simulator.addCourse({ title: 'Another' });
    stack.simulator.institution.enrol(another, stack.person('learner').id, 'learner', {});
    const elsewhere = await stack.open(
      stack.person('learner'),
      stack.simulator.addResourceLink(another, { title: 'Plain' }).id,
      another,
    );
    expect((await settingsOf(elsewhere)).preferences.frequency).toBe('off');
  });

  test('stops working when its owner revokes it; later mails have a new one', async () => {
    const { ada, url } = await remindedLearner();
    await ada.ok('DELETE', '/notices/mail-links');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' },
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Dieser Link gilt nicht mehr');
    expect((await settingsOf(ada)).preferences.frequencyHere).toBeNull();
    const next = await remindedLearner();
    expect(next.url).not.toBe(url);
    expect((await fetch(next.url)).status).toBe(200);
  });

  test.each(['', 'x', "'", '%00', `${'x'.repeat(43)}&key=y`])('a made-up one is refused: %s', async (key) => {
    const url = `${stack.toolUrl}/notices/unsubscribe?key=${key}`;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });
});

describe('the calendar’s address', () => {
  test('gives a calendar to whoever has it, and says when nothing has changed', async () => {
    const { ada, title } = await remindedLearner();
    const { calendar } = await ada.ok<Settings>('POST', '/notices/calendar');
    const first = await fetch(calendar?.url ?? '');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const body = await first.text();
    expect(body).toContain(`SUMMARY:Hand in: ${title}`);
    expect(body).toContain(`URL;VALUE=URI:${stack.simulator.url}/course/view.php?id=`);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(calendar?.url ?? '', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(calendar?.url ?? '', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  test('of one course shows nothing of another', async () => {
    const { title } = await remindedLearner();
    const another = stack.simulator.addCourse({ title: 'Another' });
    const link = stack.simulator.addResourceLink(another, { title: 'Plain' });
    const eve = stack.simulator.addPerson(another, { role: 'learner', givenName: 'Eve', familyName: 'Else' });
    const elsewhere = await stack.open(eve, link.id, another);
    const { calendar } = await elsewhere.ok<Settings>('POST', '/notices/calendar');
    const body = await (await fetch(calendar?.url ?? '')).text();
    expect(body).toContain('Deadlines: Another');
    expect(body).not.toContain(title);
    expect(body).not.toContain('BEGIN:VEVENT');
  });

  test('answers NOT_FOUND in the one shape when it is revoked or made up', async () => {
    const { ada } = await remindedLearner();
    const { calendar } = await ada.ok<Settings>('POST', '/notices/calendar');
    await ada.ok('DELETE', '/notices/calendar');
    for (const url of [calendar?.url ?? '', `${stack.toolUrl}/calendar/deadlines.ics`]) {
      const answer = await fetch(url);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });
});

test('where a person is comes from their browser, a zone that is none is refused', async () => {
  const ada = await stack.open(stack.person('learner'));
  await ada.ok('PUT', '/notices/settings', { ...ALWAYS, zone: null });
  await ada.ok('PUT', '/notices/place', { zone: 'Asia/Kathmandu', locale: 'es-MX' });
  expect(await settingsOf(ada)).toMatchObject({ zone: 'Asia/Kathmandu', preferences: { zone: null } });
  await ada.ok('PUT', '/notices/settings', { ...ALWAYS, zone: 'Europe/Berlin' });
  expect(await settingsOf(ada)).toMatchObject({ zone: 'Europe/Berlin' });
  const refused = [
    ['/notices/place', { zone: 'Mars/Olympus', locale: 'en' }],
    ['/notices/place', { zone: 'UTC', locale: '<script>' }],
    ['/notices/settings', { ...ALWAYS, quietHours: { from: '25:00', to: '07:00' } }],
    ['/notices/settings', { ...ALWAYS, quietHours: { from: '07:00', to: '07:00' } }],
    ['/notices/settings', { ...ALWAYS, frequency: 'hourly' }],
  ] as const;
  for (const [path, body] of refused) expect((await ada.call('PUT', path, body)).status).toBe(400);
});

test('an administrator reads how long mail is overdue', async () => {
  await sink.stop();
  const reminded = remindedLearner().catch(() => null);
  const overdue = async (): Promise<number> => {
    const figures = await (await fetch(stack.metricsUrl)).text();
    return Number(/^roundtable_oldest_due_mail_seconds (\S+)/m.exec(figures)?.[1]);
  };
  await until('mail is overdue', async () => (await overdue()) > 0);
  await sink.start();
  expect(await reminded).not.toBeNull();
  await until('it is not any more', async () => (await overdue()) === 0);
}, 90_000);

test('what is posted where everybody writes first themselves is in no notice and no mail, nor is who wrote it', async () => {
  const [title, text] = ['A hidden heading', 'Nobody reads this before writing.'];
  const discussion = await addDiscussion(staff, { title: 'Bridges first', mode: 'postFirst' });
  const custom = { activity: discussion };
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Bridges first', custom });
  const writer = stack.person('learner', 1);
  const [ada, bo] = await Promise.all([
    stack.open(stack.person('learner'), link.id),
    stack.open(writer, link.id),
  ]);
  for (const who of [ada, bo]) await who.ok('PUT', '/notices/settings', ALWAYS);
  const thread = await startThread(bo, discussion, title, text);
  await reply(staff, discussion, thread, 1, `${text} Quite so.`);
  const toldOf = async (who: ApiSession): Promise<string[]> =>
    (await who.ok<{ items: { content: { kind: string } }[] }>('GET', '/notices')).items.map(
      ({ content }) => content.kind,
    );
  await until('who wrote it is told that there is a reply', async () =>
    (await toldOf(bo)).includes('postReply'),
  );
  // Once an hour, however many there are, and nobody of what they write themselves.
  await reply(staff, discussion, thread, 1, text);
  await reply(bo, discussion, thread, 1, text);
  const mailsTo = ({ email }: Person) => sink.mails.filter(({ envelopeTo }) => envelopeTo.includes(email));
  await until('by mail, too', () => mailsTo(writer).length > 0);

  // Whatever the posts have led to has gone out before a mail of something that happened later.
  await remindedLearner();
  expect((await toldOf(bo)).filter((kind) => kind === 'postReply')).toHaveLength(1);
  expect(await toldOf(ada)).not.toContain('postReply');
  const saidTo = async (who: ApiSession, person: Person) =>
    JSON.stringify([mailsTo(person), await who.ok('GET', '/notices'), await who.ok('GET', '/home')]);
  const [toAda, toBo] = [await saidTo(ada, stack.person('learner')), await saidTo(bo, writer)];
  for (const secret of [title, text]) for (const said of [toAda, toBo]) expect(said).not.toContain(secret);
  for (const secret of [writer.familyName, bo.memberId]) expect(toAda).not.toContain(secret);
  expect(toBo).not.toContain(stack.person('instructor').familyName);
  expect(toAda).toContain('Essay');
});

test('a mail says how much is unread in each thread that one follows, by title where nobody is hidden by that', async () => {
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Digest' });
  const reader = stack.person('learner', 2);
  const [ada, cleo] = [await stack.open(stack.person('learner'), link.id), await stack.open(reader, link.id)];
  // Nothing is mailed before all is written.
  await cleo.ok('PUT', '/notices/settings', { ...ALWAYS, frequency: 'daily' });
  const follow = async (title: string, settings: object, threads: string[]): Promise<[string, string[]]> => {
    const discussion = await addDiscussion(staff, { title, ...settings });
    const ids: string[] = [];
    for (const thread of threads) {
      const id = await startThread(ada, discussion, thread, 'Nobody mails this.');
      await cleo.ok('PUT', `/discussions/${discussion}/threads/${id}/following`, { on: true });
      await cleo.ok('PUT', `/discussions/${discussion}/threads/${id}/read`, { numbers: [1] });
      for (let n = 2; n < 5; n += 1) await reply(staff, discussion, id, 1, 'Nor this.');
      ids.push(id);
    }
    await until(`who follows is told in ${title}`, async () =>
      JSON.stringify(await cleo.ok('GET', '/notices')).includes(title),
    );
    return [discussion, ids];
  };
  const [open, [arches = '']] = await follow('Open talk', {}, ['Arches', 'Ropes']);
  await cleo.ok('PUT', `/discussions/${open}/threads/${arches}/read`, { numbers: [2, 3] });
  await follow('Nameless talk', { anonymity: 'peers' }, ['Who I am']);
  const [seen, [all = '']] = await follow('Seen talk', {}, ['Known']);
  await cleo.ok('PUT', `/discussions/${seen}/threads/${all}/read`, { numbers: [2, 3, 4] });
  const [first] = await follow('Strict talk', {}, ['Early']);
  const strict = buildDiscussion({ title: 'Strict talk', mode: 'postFirst' });
  await staff.ok('PUT', `/discussions/${first}`, { settings: strict, expectedRevision: 1 });
  await cleo.ok('PUT', '/notices/settings', ALWAYS);
  const mail = () => sink.mails.find(({ envelopeTo }) => envelopeTo.includes(reader.email));
  await until('the mail is there', () => mail() !== undefined);
  const text = mail()?.text ?? '';
  expect(text).toMatch(/Open talk\n- Ropes: 3 unread posts\n- Arches: 1 unread post\n/);
  expect(text).toContain('Nameless talk\n- Threads whose titles are not told by e-mail: 3 unread posts\n');
  const said = `${text}${mail()?.html ?? ''}`;
  for (const secret of [
    'Who I am',
    'Seen talk',
    'Strict talk',
    'Early',
    'Nobody mails',
    'Nor this',
    'Family',
  ])
    expect(said).not.toContain(secret);
  expect(mail()?.html).toContain('<li style="margin:2px 0"><bdi>Arches</bdi>: 1 unread post</li>');
}, 90_000);
