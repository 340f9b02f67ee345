import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { type Browser, openBrowser, story } from './browser.ts';
import { Person, type Tool } from './people.ts';
import { type Stack, startStack } from './stack.ts';

const TEST_MS = 120_000;
const TITLE = 'Essay on bridges';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser();
  await prepare();
}, TEST_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, TEST_MS);

/** A peer review in which two learners have handed in, so that reviews may start. */
async function prepare(): Promise<void> {
  const { simulator, toolUrl } = stack;
  const [course] = simulator.courses;
  const [teacher] = course ? simulator.peopleWith(course, 'instructor') : [];
  if (!course || !teacher) throw new Error('the demo course is missing');
  const open = (userId: string, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request });
  const id = newId();
  const settings = buildSettings({ title: TITLE });
  const instructor = await open(teacher.id, { deepLinking: true });
  await instructor.ok('PUT', `/activities/${id}/peer-review`, { settings, expectedRevision: 0 });
  const link = simulator.addResourceLink(course, { title: TITLE, custom: { activity: id } });
  for (const { id: userId } of simulator.peopleWith(course, 'learner').slice(0, 2)) {
    const learner = await open(userId, link.id);
    const body = { text: 'Bridges carry.', expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${id}/submission`, body);
  }
}

async function enter(name: string): Promise<{ person: Person; tool: Tool }> {
  const person = new Person(await browser.context.newPage(), stack.simulator, name);
  return { person, tool: await person.open(TITLE) };
}

const headingOf = (tool: Tool, name: string) => tool.getByRole('heading', { level: 1, name });

test(
  'keys lead to the pages, say which they are, and can be switched off',
  () =>
    story(browser, 'shell keys', async () => {
      const { person, tool } = await enter('Tessa Teacher');
      const { keyboard } = person.page;
      await headingOf(tool, TITLE).click();
      await keyboard.press('g');
      await keyboard.press('s');
      await headingOf(tool, 'Settings').waitFor();

      await keyboard.press('?');
      const sheet = tool.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await sheet.getByText('Go to: Waiting for you').waitFor();
      await sheet.getByRole('switch', { name: 'Keyboard shortcuts are on' }).click();
      await keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await keyboard.press('g');
      await keyboard.press('w');
      await keyboard.press('?');
      expect(await sheet.count()).toBe(0);
      expect(await headingOf(tool, 'Settings').count()).toBe(1);
    }),
  TEST_MS,
);

test(
  'a change of page puts the focus on its heading, and the way back is above it',
  () =>
    story(browser, 'shell focus', async () => {
      const { person, tool } = await enter('Tessa Teacher');
      await tool.getByRole('link', { name: 'Settings', exact: true }).click();
      const focused = tool.locator(':focus');
      await headingOf(tool, 'Settings').and(focused).waitFor();
      await tool.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: TITLE }).click();
      await headingOf(tool, TITLE).and(focused).waitFor();
      await person.close();
    }),
  TEST_MS,
);

test(
  'a lost connection is said while it lasts',
  () =>
    story(browser, 'shell offline', async () => {
      const { person, tool } = await enter('Ada Ström');
      const banner = tool.getByText(/^You are offline/);
      await browser.context.setOffline(true);
      await banner.waitFor();
      await browser.context.setOffline(false);
      await banner.waitFor({ state: 'detached' });
      await person.close();
    }),
  TEST_MS,
);

test(
  'a command that fails is taken back on the page, and why is said',
  () =>
    story(browser, 'shell refused', async () => {
      const { person, tool } = await enter('Tessa Teacher');
      const error = { code: 'INTERNAL', message: '', details: {}, requestId: 'r-1' };
      let fail: () => void = () => undefined;
      const hold = new Promise<void>((resolve) => (fail = resolve));
      await person.page.route('**/allocation', async (route) => {
        await hold;
        await route.fulfill({ status: 500, json: { error } });
      });
      await tool.getByRole('button', { name: 'Start reviews' }).click();
      await tool.getByRole('alertdialog').getByRole('button', { name: 'Start reviews' }).click();
      // Shown before the server has answered.
      await tool.getByText('Reviewers are being allocated…').waitFor();
      fail();
      await tool.getByRole('alert').getByText('Reference for support: r-1').waitFor();
      await tool.getByRole('button', { name: 'Start reviews' }).waitFor();
      await person.close();
    }),
  TEST_MS,
);

test(
  'on paper is what one reads, not what one presses',
  () =>
    story(browser, 'shell paper', async () => {
      const { person, tool } = await enter('Tessa Teacher');
      await tool.getByRole('row', { name: /Ada Ström/ }).waitFor();
      await person.page.emulateMedia({ media: 'print' });
      expect(await tool.getByRole('button').filter({ visible: true }).count()).toBe(0);
      expect(await tool.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
      expect(await tool.getByRole('row', { name: /Ada Ström/ }).isVisible()).toBe(true);
      await person.close();
    }),
  TEST_MS,
);
