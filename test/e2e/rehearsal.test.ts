/** An instructor goes through a peer review as invented learners; nothing of it reaches the course. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import { faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, openBrowser, story } from './browser.ts';
import { addPeerReview, demoCourse, frameOf } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
let stack: Stack;
beforeAll(async () => {
  stack = await startStack('canvas');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** Chooses as whom the rehearsal is seen. */
async function seeAs(tool: Tool, name: string): Promise<void> {
  await tool.getByRole('button', { name: /See it as/ }).press('Enter');
  await tool.getByRole('option', { name, exact: true }).press('Enter');
}

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
    'every phase is seen as a learner and as oneself, then all of it is cleared',
    () => story(browser, `rehearsal ${where}`, () => tell(browser, where)),
    TEST_MS,
  );
});

async function tell({ context }: Browser, where: string): Promise<void> {
  const title = `Essay on ${where}`;
  await addPeerReview(stack, title);
  const tessa = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const tool = await tessa.open(title);
  const faults: Record<string, string[]> = {};
  const check = async (what: string): Promise<void> => {
    faults[what] = await faultsOf(frameOf(stack, tessa.page));
    await tessa.page.screenshot({ path: `test/artefacts/rehearsal ${where} ${what}.png`, fullPage: true });
  };

  await tool.getByRole('link', { name: 'Rehearse', exact: true }).press('Enter');
  await tool.getByRole('heading', { name: 'Rehearse this activity' }).waitFor();
  await check('before');
  await press(tool, 'Begin the rehearsal');
  // As the first learner: hands in by hand.
  const work = tool.getByRole('textbox', { name: 'Your work' });
  await work.click();
  await tessa.page.keyboard.type('A bridge carries.');
  await tool.getByText(/^Saved /).waitFor();
  await check('as a learner who writes');
  await press(tool, 'Hand in');
  await tool
    .getByText(/Handed in/)
    .first()
    .waitFor();
  await press(tool, 'Let all others hand in');
  await tool.getByText('5 works were handed in.').first().waitFor();

  await seeAs(tool, 'Yourself');
  await tool.getByRole('rowheader', { name: 'Learner 6' }).waitFor();
  await check('as oneself');
  await press(tool, 'Start reviews');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Start reviews' }).press('Enter');
  await tool.getByText('Learners review', { exact: true }).waitFor();

  await seeAs(tool, 'Learner 2');
  await tool.getByRole('link', { name: /Work A/ }).waitFor();
  await check('as a learner who has works to review');
  await tool.getByRole('link', { name: /Work A/ }).press('Enter');
  await tool.getByRole('heading', { name: 'Review work A' }).waitFor();
  await check('a review');
  await press(tool, 'Let all reviews be written');
  await tool.getByText('12 reviews were written.').first().waitFor();

  await seeAs(tool, 'Yourself');
  await press(tool, 'Release grades');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await tool.getByText('Grades are released', { exact: true }).waitFor();
  await seeAs(tool, 'Learner 3');
  await tool.getByRole('heading', { name: 'Your result' }).waitFor();
  await check('a learner with a grade');

  // The real activity knows nothing of it, nor does the LMS.
  const items = stack.simulator.institution.lineItemsOf(demoCourse(stack));
  const cells = stack.simulator
    .peopleWith(demoCourse(stack), 'learner')
    .flatMap(({ id }) => items.map((item) => stack.simulator.institution.cell(item.id, id)));
  expect(cells.filter((cell) => cell !== undefined)).toEqual([]);
  await press(tool, 'End and clear');
  await tool.getByRole('heading', { name: 'Rehearse this activity' }).waitFor();
  await tool.getByRole('link', { name: 'Back to the activity' }).press('Enter');
  await tool.getByRole('heading', { name: title }).waitFor();
  expect(await tool.getByRole('rowheader', { name: 'Learner 6' }).count()).toBe(0);
  await tessa.close();
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}
