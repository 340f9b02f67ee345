/** An activity begins as a draft, is published after a look at what that does, and is closed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser, story } from './browser.ts';
import { demoCourse, frameOf, personOf, unfoldManagement } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
let stack: Stack;
beforeAll(async () => {
  stack = await startStack('canvas');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

describe.each<[string, BrowserOptions]>([
  ['a wide screen', { width: 1280 }],
  ['a narrow phone', { width: 320, colorScheme: 'dark' }],
])('on %s', (where, options) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'a draft is staff’s alone, published it is everybody’s, closed it can be read',
    () => story(browser, `publication ${where}`, () => tell(browser, where)),
    TEST_MS,
  );
});

/** A draft at a link of the course. */
async function addDraft(title: string): Promise<void> {
  const course = demoCourse(stack);
  const activityId = newId();
  stack.simulator.addResourceLink(course, { title, custom: { activity: activityId } });
  const teacher = await ApiSession.open(stack.toolUrl, stack.simulator, {
    courseId: course.id,
    userId: personOf(stack, course, 'instructor').id,
    request: { deepLinking: true },
  });
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings({ title, instructions: '' }),
    expectedRevision: 0,
    state: 'draft',
  });
}

async function tell({ context }: Browser, where: string): Promise<void> {
  const title = `Draft on ${where}`;
  await addDraft(title);
  const tessa = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const lea = new Person(
    await context.newPage(),
    stack.simulator,
    personOf(stack, demoCourse(stack), 'learner').name ?? '',
  );
  const faults: Record<string, string[]> = {};
  const check = async (who: Person, what: string): Promise<void> => {
    // A dialog that was just answered goes away.
    if (!what.startsWith('before'))
      await frameOf(stack, who.page).getByRole('alertdialog').waitFor({ state: 'detached' });
    const hasDialog = (await frameOf(stack, who.page).getByRole('alertdialog').count()) > 0;
    faults[what] = await faultsOf(frameOf(stack, who.page), hasDialog ? { within: DIALOG } : {});
    await keepPicture(who.page, `publication ${where} ${what}`);
  };

  let learning = await lea.open(title);
  await learning.getByRole('heading', { name: 'Not open yet' }).waitFor();
  await check(lea, 'a learner before');

  const tool = await tessa.open(title);
  await tool.getByText('Draft: only the teaching staff see this activity').waitFor();
  await check(tessa, 'a draft');
  await press(tool, 'Publish …');
  await tool.getByRole('alertdialog').getByText('There are no instructions.').waitFor();
  await check(tessa, 'before publishing');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).press('Enter');
  await unfoldManagement(tool);
  await tool.getByRole('button', { name: 'Close the activity …' }).waitFor();
  await check(tessa, 'published');

  learning = await lea.open(title);
  await learning.getByRole('textbox', { name: 'Your work' }).waitFor();

  await tessa.page.bringToFront();
  await press(tool, 'Close the activity …');
  await tool
    .getByRole('alertdialog')
    .getByText(/can only read from then on/)
    .waitFor();
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Close' }).press('Enter');
  await tool.getByText('This activity is closed', { exact: true }).waitFor();
  await check(tessa, 'closed');

  learning = await lea.open(title);
  await learning.getByText('This activity is closed', { exact: true }).waitFor();
  expect(await learning.getByRole('textbox', { name: 'Your work' }).count()).toBe(0);
  await check(lea, 'a learner afterwards');

  await tessa.page.bringToFront();
  await press(tool, 'Reopen …');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Reopen' }).press('Enter');
  await tool.getByRole('button', { name: 'Close the activity …' }).waitFor();
  expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((key) => [key, []])));
}
