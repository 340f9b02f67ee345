import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { type MailSink, openMailSink, type ReceivedMail } from '../factories/mail-sink.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Course } from '../lms-simulator/index.ts';
import { DIALOG, faultsOf, toolFrameOf, WCAG } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { startReviews } from './peer-review-pages.ts';
import { Person } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 240_000;
/** Nobody's quiet hours: these tests run at any time of day. */
const ALWAYS = { frequency: 'atOnce', frequencyHere: null, quietHours: null, zone: 'UTC' };

let stack: Stack;
let sink: MailSink;
let course: Course;
beforeAll(async () => {
  sink = await openMailSink();
  stack = await startStack('moodle', { SMTP_URL: sink.url, MAIL_FROM: 'Roundtable <noreply@tool.test>' });
  const [demo] = stack.simulator.courses;
  if (!demo) throw new Error('the demo course is missing');
  course = demo;
}, TEST_MS);
afterAll(async () => {
  await stack.close();
  await sink.stop();
}, TEST_MS);

interface Prepared {
  readonly id: string;
  readonly title: string;
  readonly linkId: string;
  readonly learners: ApiSession[];
}

/** A peer review with three learners of whom two have handed in. */
async function prepare(title: string): Promise<Prepared> {
  const { simulator, toolUrl } = stack;
  const open = async (
    role: 'instructor' | 'learner',
    index: number,
    request: string | { deepLinking: true },
  ) => {
    const person = simulator.peopleWith(course, role)[index];
    if (!person) throw new Error(`no ${role} ${index}`);
    const session = await ApiSession.open(toolUrl, simulator, {
      courseId: course.id,
      userId: person.id,
      request,
    });
    await session.ok('PUT', '/notices/settings', ALWAYS);
    return session;
  };
  const instructor = await open('instructor', 0, { deepLinking: true });
  const id = newId();
  const settings = { settings: buildSettings({ title }), expectedRevision: 0 };
  await instructor.ok('PUT', `/activities/${id}/peer-review`, settings);
  const link = simulator.addResourceLink(course, { title, custom: { activity: id } });
  const learners = await Promise.all([0, 1, 2].map((index) => open('learner', index, link.id)));
  for (const learner of learners.slice(0, 2)) {
    await learner.ok('POST', `/activities/${id}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }
  return { id, title, linkId: link.id, learners };
}

const mailTo = (address: string, words: string): ReceivedMail | undefined =>
  sink.mails.find(({ envelopeTo, subject }) => envelopeTo.includes(address) && subject?.includes(words));

async function waitForMail(address: string, words: string): Promise<ReceivedMail> {
  await until(`a mail about ${words} is there`, () => mailTo(address, words) !== undefined);
  const mail = mailTo(address, words);
  if (!mail) throw new Error('the mail is gone');
  return mail;
}

describe.each([
  ['a wide screen in light colours', { width: 1280, colorScheme: 'light' }],
  ['a phone in dark colours', { width: 360, colorScheme: 'dark' }],
] as const)('on %s', (name, options) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'staff remind, people are told in the course and by mail, and say how they want to be told',
    () => story(browser, `notices-${name}`, () => tell(browser, name)),
    TEST_MS,
  );
});

async function tell({ context }: Browser, name: string): Promise<void> {
  const { simulator, toolUrl } = stack;
  const faults: Record<string, string[]> = {};
  const check = async (what: string, who: Person, within?: string[]): Promise<void> => {
    await keepPicture(who.page, `${name} ${what}`);
    faults[what] = await faultsOf(toolFrameOf(who.page, toolUrl), within ? { within } : {});
  };
  const prepared = await prepare(`Essay on ${name}`);
  const { title } = prepared;
  const [adaData, , chiData] = simulator.peopleWith(course, 'learner');
  const teacher = new Person(await context.newPage(), simulator, 'Tessa Teacher');
  const ada = new Person(await context.newPage(), simulator, 'Ada Ström');

  const overview = await teacher.open(title);
  await overview.getByRole('button', { name: 'Remind…' }).click();
  const dialog = overview.getByRole('alertdialog');
  await dialog.getByText('Chi Nguyễn').waitFor();
  expect(await dialog.getByText('Ada Ström').count()).toBe(0);
  await check('reminder preview', teacher, DIALOG);
  await dialog.getByRole('button', { name: /^Remind \d+ learner/ }).click();
  await overview
    .getByText(/learners? (was|were) reminded\.$/)
    .first()
    .waitFor();
  await check('reminded', teacher);
  const reminder = await waitForMail(chiData?.email ?? '', title);
  expect(reminder.subject).toBe(`Reminder: your work is still missing: ${title}`);

  const empty = await ada.open(title);
  await empty.getByRole('link', { name: /^Notices/ }).click();
  await empty.getByRole('heading', { name: 'Notices', exact: true }).waitFor();
  await check(`inbox ${name === 'a wide screen in light colours' ? 'empty' : 'of before'}`, ada);

  await startReviews(await teacher.open(title));
  const mail = await waitForMail(adaData?.email ?? '', title);
  expect(mail.text).toContain(`Open the activity: ${simulator.url}/mod/lti/view.php?l=${prepared.linkId}`);
  const rendered = await context.newPage();
  await rendered.setContent(mail.html ?? '');
  await keepPicture(rendered, `${name} mail`);
  faults['mail'] = await faultsOf(rendered, { tags: WCAG });
  await rendered.close();

  const inbox = await ada.open(title);
  await inbox.getByRole('link', { name: /Notices.*unread/ }).click();
  await inbox.getByRole('link', { name: 'You have 1 work to review' }).first().waitFor();
  await check('inbox', ada);
  await inbox.getByRole('button', { name: 'Mark all as read' }).click();
  await inbox.getByRole('button', { name: /^Undo/ }).waitFor();
  expect(await inbox.getByRole('link', { name: /unread/ }).count()).toBe(0);
  await check('inbox read', ada);
  await inbox.getByRole('button', { name: /^Undo/ }).click();
  await inbox.getByRole('link', { name: /Notices.*unread/ }).waitFor();
  await inbox.getByRole('link', { name: 'You have 1 work to review' }).first().click();
  await inbox.getByRole('heading', { name: title }).waitFor();

  await inbox.getByRole('link', { name: /^Notices/ }).click();
  await inbox.getByRole('link', { name: 'E-mail and calendar' }).click();
  await inbox.getByRole('heading', { name: 'How you are told' }).waitFor();
  await inbox.getByText(adaData?.email ?? '').waitFor();
  await inbox.getByRole('group', { name: 'In this course' }).getByLabel('Once a day, in the morning').check();
  await inbox.getByLabel('Send no e-mail at night').check();
  await inbox.getByRole('button', { name: 'Save', exact: true }).click();
  await inbox.getByText('Saved.').first().waitFor();
  const makeOrRenew = inbox.getByRole('button', { name: /^Make a (calendar|new) address$/ });
  await makeOrRenew.click();
  const address = inbox.getByRole('textbox', { name: 'Secret address' });
  await address.waitFor();
  await check('settings', ada);
  const calendar = await fetch(await address.inputValue());
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toContain(`SUMMARY:Hand in: ${title.slice(0, 20)}`);
  // By key: after a picture of the whole page the browser looks for a click in the frame where it was before.
  await inbox.getByRole('button', { name: 'Revoke', exact: true }).press('Enter');
  await inbox.getByText('The address does not work any more.').first().waitFor();
  expect((await fetch(calendar.url)).status).toBe(404);

  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}

test(
  'a link in a mail ends mail without a session, only when its button is pressed',
  async () => {
    const { id, learners, title } = await prepare('Essay to end mail');
    const [, , chi] = learners;
    const who = stack.simulator.peopleWith(course, 'learner')[2];
    const teacher = stack.simulator.peopleWith(course, 'instructor')[0];
    if (!chi || !who || !teacher) throw new Error('the demo course lacks people');
    const staff = await ApiSession.open(stack.toolUrl, stack.simulator, {
      courseId: course.id,
      userId: teacher.id,
      request: { deepLinking: true },
    });
    await staff.ok('PUT', `/activities/${id}/reminders/${newId()}`, { task: 'handIn' });
    const mail = await waitForMail(who.email, title);
    const url = /(http\S+unsubscribe\?key=[\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    const frequency = async () => {
      const { preferences } = await chi.ok<{ preferences: { frequencyHere: string | null } }>(
        'GET',
        '/notices/settings',
      );
      return preferences.frequencyHere;
    };
    const browser = await openBrowser({ width: 360 });
    try {
      const page = await browser.context.newPage();
      await page.goto(url);
      await page.getByRole('heading', { name: 'Stop e-mail?' }).waitFor();
      await keepPicture(page, 'unsubscribe');
      expect(await faultsOf(page)).toEqual([]);
      expect(await frequency()).toBeNull();
      await page.getByRole('button', { name: 'Stop e-mail from this course' }).click();
      await page.getByRole('heading', { name: 'E-mail is off' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    } finally {
      await browser.close();
    }
    expect(await frequency()).toBe('off');
  },
  TEST_MS,
);

test(
  'a notice of threads that one follows says in which something is new, and leads there',
  async () => {
    const title = 'Talk on bridges';
    const { simulator, toolUrl } = stack;
    const open = (role: 'instructor' | 'learner', request: string | { deepLinking: true }, index = 0) =>
      ApiSession.open(toolUrl, simulator, {
        courseId: course.id,
        userId: simulator.peopleWith(course, role)[index]?.id ?? '',
        request,
      });
    const staff = await open('instructor', { deepLinking: true });
    const activityId = await addDiscussion(staff, { title });
    const link = simulator.addResourceLink(course, { title, custom: { activity: activityId } });
    const [follower, writer] = await Promise.all([open('learner', link.id), open('learner', link.id, 1)]);
    for (const thread of ['Steel or wood?', 'أقواس', 'Ropes', 'Stone', 'Who pays?']) {
      const id = await startThread(staff, activityId, thread);
      await follower.ok('PUT', `/discussions/${activityId}/threads/${id}/following`, { on: true });
      await reply(writer, activityId, id, 1, 'I know.');
    }
    const own = await startThread(follower, activityId, 'Mine');
    await reply(writer, activityId, own, 1, 'Yours.');
    const toldOf = async () => JSON.stringify(await follower.ok('GET', '/notices'));
    await until('the follower is told', async () =>
      /followed.*postReply|postReply.*followed/.test(await toldOf()),
    );
    const browser = await openBrowser({ width: 320 });
    try {
      await story(browser, 'followed threads', async () => {
        const ada = new Person(await browser.context.newPage(), simulator, 'Ada Ström');
        const tool = await ada.open(title);
        await tool.getByRole('link', { name: /^Notices/ }).click();
        const more = tool.getByRole('link', { name: 'and 3 more threads' });
        await more.scrollIntoViewIfNeeded();
        // Beside what it belongs to alone.
        expect(await more.count()).toBe(1);
        await keepPicture(ada.page, 'followed threads', false);
        expect(await faultsOf(toolFrameOf(ada.page, toolUrl))).toEqual([]);
        await tool.getByRole('link', { name: 'Who pays?' }).press('Enter');
        await tool.getByRole('heading', { name: 'Who pays?' }).waitFor();
        await until('it counts as read', async () => {
          const { items } = await follower.ok<{ items: NoticeView[] }>('GET', '/notices');
          return items.find(({ content }) => content.kind === 'followed')?.unread === false;
        });
      });
    } finally {
      await browser.close();
    }
  },
  TEST_MS,
);
