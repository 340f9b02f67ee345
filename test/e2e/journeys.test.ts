/** An activity is kept as a template, and a journey of templates is applied after a look at all its dates. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, openBrowser, story } from './browser.ts';
import { addPeerReview, frameOf } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
const DAY_MS = 86_400_000;
let stack: Stack;
beforeAll(async () => {
  stack = await startStack('canvas');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');
const confirm = (tool: Tool, name: string) =>
  tool.getByRole('alertdialog').getByRole('button', { name, exact: true }).press('Enter');

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
    'a template is kept and used, a journey is applied after its preview',
    () => story(browser, `journeys ${where}`, () => tell(browser, where)),
    TEST_MS,
  );
});

async function tell({ context }: Browser, where: string): Promise<void> {
  const title = `Essay on ${where}`;
  const template = `Template on ${where}`;
  await addPeerReview(stack, title, {
    settings: {
      submissionsCloseAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
      reviewsCloseAt: new Date(Date.now() + 14 * DAY_MS).toISOString(),
    },
  });
  const tessa = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const tool = await tessa.open(title);
  const faults: Record<string, string[]> = {};
  const check = async (what: string): Promise<void> => {
    const hasDialog = (await frameOf(stack, tessa.page).getByRole('alertdialog').count()) > 0;
    faults[what] = await faultsOf(frameOf(stack, tessa.page), hasDialog ? { within: DIALOG } : {});
    await tessa.page.screenshot({ path: `test/artefacts/journeys ${where} ${what}.png`, fullPage: true });
  };

  // Keep it.
  await press(tool, 'Save as template …');
  await tool.getByRole('textbox', { name: 'Name', exact: true }).fill(template);
  await check('saving a template');
  await confirm(tool, 'Save');
  await tool.getByText(`“${template}” is saved.`).first().waitFor();

  // Use it.
  await tool.getByRole('link', { name: 'Templates and journeys' }).press('Enter');
  await tool.getByRole('rowheader', { name: template }).waitFor();
  await check('templates');
  await press(tool, `Use ${template}`);
  await tool
    .getByRole('alertdialog')
    .getByText(/Handing in ends: /)
    .waitFor();
  await check('a draft to be made');
  await tool.getByRole('textbox', { name: 'Title' }).fill(`Made on ${where}`);
  await confirm(tool, 'Make draft');
  await tool.getByRole('heading', { name: `Made on ${where}` }).waitFor();
  await tool.getByText('Draft: only the teaching staff see this activity').waitFor();

  // Delete it, and bring it back.
  await tool.getByRole('link', { name: 'Templates and journeys' }).press('Enter');
  await press(tool, `Delete ${template}`);
  await tool.getByRole('rowheader', { name: template }).waitFor({ state: 'detached' });
  await tool.getByRole('button', { name: 'Undo' }).press('Enter');
  await tool.getByRole('rowheader', { name: template }).waitFor();

  // A journey of two.
  await tool.getByRole('link', { name: 'New journey' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Name of the journey' }).fill(`Term on ${where}`);
  await press(tool, 'Add a step');
  await press(tool, 'Add a step');
  await tool.getByRole('textbox', { name: 'Day on which step 2 begins' }).waitFor();
  await check('a journey');
  await press(tool, 'Save journey');
  await tool.getByRole('heading', { name: 'Dates in this course' }).waitFor();

  // Its dates: weekends do not count, and a moved step takes the others along.
  const second = tool.getByRole('row').filter({ hasText: 'Reviewing ends: ' }).nth(1);
  await second.waitFor();
  const before = await second.textContent();
  await tool.getByRole('checkbox', { name: 'Saturday' }).press('Space');
  await tool.getByRole('checkbox', { name: 'Sunday' }).press('Space');
  await second.filter({ hasNotText: before ?? '' }).waitFor();
  const withoutWeekends = await second.textContent();
  await tool.getByRole('button', { name: /^\+1 day: step 1, / }).press('Enter');
  await second.filter({ hasNotText: withoutWeekends ?? '' }).waitFor();
  const later = await second.textContent();
  await drag(tessa, tool);
  await second.filter({ hasNotText: later ?? '' }).waitFor();
  await press(tool, 'Add a holiday');
  await check('the dates of a journey');

  // Nothing is made before it is applied.
  await press(tool, 'Apply');
  await tool.getByText('The journey is applied.').waitFor();
  await check('applied');
  await tool.getByRole('status').getByRole('link', { name: title }).nth(1).press('Enter');
  await tool.getByText('Draft: only the teaching staff see this activity').waitFor();
  expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((key) => [key, []])));
}

/** Drags the last step of the plot to the right. */
async function drag({ page }: Person, tool: Tool): Promise<void> {
  const plot = tool.getByRole('img', { name: /^All steps on a line of days/ });
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('the plot is not there');
  const [x, y] = [box.x + box.width * 0.7, box.y + box.height - 16];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 5, y, { steps: 4 });
  await page.mouse.up();
}
