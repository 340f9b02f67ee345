/** Staff act on many works at once and take it back; two people mark one work, and the lead settles what they differ in. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, frameOf, openLearners } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 240_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

describe.each([
  ['a wide screen', { width: 1280, colorScheme: 'light' }],
  ['a phone', { width: 320, colorScheme: 'dark' }],
] as const)('on %s', (name, options) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'many works at once, and one work by two',
    () => story(browser, `marking-acts-${name}`, () => act(browser, name)),
    TEST_MS,
  );
});

async function openMarking(person: Person, title: string): Promise<Tool> {
  await person.page.bringToFront();
  const tool = await person.open(title);
  await tool.getByRole('link', { name: 'Marking', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Marking' }).waitFor();
  await tool.getByRole('table', { name: 'Marking' }).waitFor();
  return tool;
}

const NAMES = ['Ada Ström', 'Bo Baker', 'Chi Nguyễn'];

/** Picks row by row: a narrow table has no head. */
async function pickAll(tool: Tool): Promise<void> {
  for (const name of NAMES) await tool.getByRole('checkbox', { name: `Select ${name}` }).press('Space');
}

/** Gives points by the keyboard alone; the work is taken already. */
async function give(tool: Tool, points: string): Promise<void> {
  const field = tool.getByRole('textbox', { name: /^Points for Content/ });
  await field.fill(points);
  await field.press('Tab');
  await tool.getByRole('button', { name: 'Finish and go on' }).press('Enter');
}

async function act({ context }: Browser, name: string): Promise<void> {
  const title = `Essay acted on at ${name}`;
  const faults: Record<string, string[]> = {};
  const check = async (what: string, who: Person): Promise<void> => {
    faults[what] = await faultsOf(frameOf(stack, who.page));
    await keepPicture(who.page, `${name} ${what}`);
  };
  const { activityId, teacher: staff } = await addPeerReview(stack, title);
  for (const learner of await openLearners(stack, title)) {
    const body = { text: 'A bridge carries.', expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${activityId}/submission`, body);
  }
  // The list of marking follows what is handed in.
  await until('all works are listed', async () => {
    const { rows } = await staff.ok<{ rows: unknown[] }>('GET', `/activities/${activityId}/marking`);
    return rows.length === NAMES.length;
  });
  const teacher = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const amal = new Person(await context.newPage(), stack.simulator, 'Amal Assistant');

  // Zero for all, seen before it is done, and taken back.
  const overview = await openMarking(teacher, title);
  await pickAll(overview);
  await overview.getByRole('button', { name: 'Give zero' }).press('Enter');
  const dialog = overview.getByRole('dialog', { name: 'Give zero' });
  await dialog.getByText('3 works change.').waitFor();
  expect(await dialog.getByText('from no mark to 0 of 10 points').count()).toBe(3);
  await check('zero previewed', teacher);
  await dialog.getByRole('button', { name: 'Do it for 3 works' }).press('Enter');
  await dialog.getByText('3 works are changed.').waitFor();
  await check('zero done', teacher);
  await dialog.getByRole('button', { name: 'Take it back for all' }).press('Enter');
  await dialog.getByText('3 works are as they were before.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await until('no work is marked', async () => {
    const rows = overview.getByRole('row').filter({ hasText: 'To do' });
    return (await rows.count()) === NAMES.length;
  });

  // A comment for all finds no mark to stand beside, and says so by name.
  await pickAll(overview);
  await overview.getByRole('button', { name: 'Add a comment' }).press('Enter');
  const comment = overview.getByRole('dialog', { name: 'Add a comment' });
  await comment.getByRole('textbox', { name: 'Comment to add' }).fill('Well done, {name}.');
  await comment.getByRole('button', { name: 'Show what will happen' }).press('Enter');
  await comment.getByText('3 works are left out.').waitFor();
  expect(await comment.getByText('left out: it has no mark to comment on').count()).toBe(3);
  await check('comment previewed', teacher);
  await comment.getByRole('button', { name: 'Cancel' }).press('Enter');

  // All works are to be marked by two people.
  await overview.getByText('Change who marks twice').press('Enter');
  await overview.getByRole('radio', { name: 'All', exact: true }).press('Space');
  await overview.getByText('After saving, two people mark 3 of 3 works.').waitFor();
  await check('marking twice', teacher);
  await overview.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await overview.getByText('Two people mark 3 of 3 works; 0 of these are begun.').waitFor();

  // The first marker, then the second, who sees nothing of the first's mark.
  const first = await openMarking(amal, title);
  await first.getByRole('heading', { level: 1 }).press('n');
  await first.getByText('Two people mark this work, each without seeing what the other gives.').waitFor();
  await give(first, '8');
  await first.getByText('Your mark is finished. Now a second person marks the work.').first().waitFor();

  const second = await openMarking(teacher, title);
  await second.getByRole('row').filter({ hasText: 'Second mark to do' }).getByRole('link').press('Enter');
  await second.getByText('Somebody has marked this work already.').waitFor();
  expect(await second.getByText('8 of 10 points').count()).toBe(0);
  await check('second mark to do', teacher);
  await second.getByRole('button', { name: 'Take this work' }).press('Enter');
  await give(second, '2');
  await second.getByText('Both marks are finished and differ too much: the lead decides.').first().waitFor();

  // The lead has both side by side.
  const lead = await openMarking(teacher, title);
  await lead.getByText('1 work waits for the lead to settle it.').waitFor();
  await lead.getByRole('row').filter({ hasText: 'To be settled' }).getByRole('link').press('Enter');
  await lead.getByRole('table', { name: 'Both marks' }).waitFor();
  await check('to be settled', teacher);
  await lead.getByRole('button', { name: 'Take this work' }).press('Enter');
  await lead.getByRole('button', { name: 'Take over the points of Amal Assistant' }).press('Enter');
  await check('settling', teacher);
  await lead.getByRole('button', { name: 'Finish and go on' }).press('Enter');
  await lead.getByText('The mark is finished and becomes the grade.').first().waitFor();
  const settled = await openMarking(teacher, title);
  await settled.getByRole('row').filter({ hasText: '8 of 10 points' }).getByRole('link').press('Enter');
  await settled.getByText('Amal Assistant gave 8 of 10 points').waitFor();
  await check('settled', teacher);
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}
