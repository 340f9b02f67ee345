/** Two people mark the works of one activity: by the keyboard alone, never the same work at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, frameOf, openLearners, type Prepared } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 240_000;
/** More than any page has places to stop at. */
const STOPS_MAX = 120;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element: unknown) => {
    const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
    return element === ownerDocument.activeElement;
  });

/** Goes on with the Tab key until the target has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  // A list that is open hides everything else, until the Tab key leaves it.
  if ((await page.frameLocator('iframe.tool').getByRole('listbox').count()) === 0) await target.waitFor();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if ((await target.count()) > 0 && (await hasFocus(target))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}

/** A peer review with three works that wait to be marked. */
async function prepare(title: string): Promise<Prepared> {
  const prepared = await addPeerReview(stack, title);
  for (const [index, learner] of (await openLearners(stack, title)).entries()) {
    await learner.ok('POST', `/activities/${prepared.activityId}/submission`, {
      text: `Bridge number ${index} carries.`,
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }
  return prepared;
}

describe.each([
  ['a wide screen in light colours', { width: 1280, colorScheme: 'light' }],
  ['a phone in dark colours', { width: 320, colorScheme: 'dark' }],
] as const)('on %s', (name, options) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'two mark at once: each takes other works, a mark becomes the grade and can be taken back',
    () => story(browser, `marking-${name}`, () => mark(browser, name)),
    TEST_MS,
  );
});

async function openMarking(person: Person, title: string): Promise<Tool> {
  const tool = await person.open(title);
  await tool.getByRole('link', { name: 'Marking', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Marking' }).waitFor();
  await tool.getByRole('table', { name: 'Marking' }).waitFor();
  return tool;
}

async function mark({ context }: Browser, name: string): Promise<void> {
  const { simulator } = stack;
  const faults: Record<string, string[]> = {};
  const check = async (what: string, who: Person): Promise<void> => {
    faults[what] = await faultsOf(frameOf(stack, who.page));
    await keepPicture(who.page, `${name} ${what}`);
  };
  const { title } = await prepare(`Essay marked on ${name}`);
  const teacher = new Person(await context.newPage(), simulator, 'Tessa Teacher');
  const amal = new Person(await context.newPage(), simulator, 'Amal Assistant');

  // The instructor divides the works; the assistant takes one by a key.
  const overview = await openMarking(teacher, title);
  await overview.getByText('Divide what is not marked').press('Enter');
  for (const who of ['Tessa Teacher', 'Amal Assistant'])
    await overview.getByRole('checkbox', { name: who }).press('Space');
  await overview.getByRole('button', { name: 'Divide evenly' }).press('Enter');
  await overview
    .getByText(/^Amal Assistant: 0 of [12] marked$/)
    .first()
    .waitFor();
  await check('marking overview', teacher);

  const marking = await openMarking(amal, title);
  await marking.getByRole('heading', { level: 1 }).press('n');
  const form = marking.getByRole('heading', { level: 2, name: 'Mark', exact: true });
  await form.waitFor();
  const points = marking.getByRole('textbox', { name: /^Points for Content/ });
  await points.waitFor();
  const workTitle = (await marking.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await check('marking a work', amal);

  // While she has it, a colleague is told so.
  await teacher.page.bringToFront();
  const seen = await openMarking(teacher, title);
  await seen
    .getByText(/^Taken by Amal Assistant until/)
    .first()
    .waitFor();
  const taken = seen.getByRole('row').filter({ hasText: 'Taken by Amal Assistant' }).getByRole('link');
  await taken.press('Enter');
  await seen.getByText('A colleague is marking this work.').waitFor();
  expect(await seen.getByRole('button', { name: 'Take this work' }).count()).toBe(0);
  await check('work taken by a colleague', teacher);
  await seen.getByRole('button', { name: 'Mark the next work' }).press('Enter');
  await seen.getByRole('textbox', { name: /^Points for Content/ }).waitFor();
  expect(await seen.getByRole('heading', { level: 1 }).textContent()).not.toBe(workTitle);

  // By the keyboard alone: points, a comment, and on to the next.
  await amal.page.bringToFront();
  const { keyboard } = amal.page;
  await reach(amal.page, marking.getByRole('button', { name: 'Finish and go on' }));
  await keyboard.press('Enter');
  await until('the missing points have the focus', () => hasFocus(points));
  await check('points missing', amal);
  await keyboard.type('8');
  await reach(amal.page, marking.getByRole('textbox', { name: 'Comment' }));
  await keyboard.type('Clear and complete.');
  await marking.getByText('Saved comments', { exact: true }).press('Enter');
  await reach(amal.page, marking.getByRole('textbox', { name: 'New saved comment' }));
  await keyboard.type(`Well argued on ${name}: {points} of {maximum}.`);
  await reach(amal.page, marking.getByRole('button', { name: 'Save comment' }));
  await keyboard.press('Enter');
  await marking.getByRole('button', { name: `Remove: Well argued on ${name}` }).waitFor();
  await check('saved comments', amal);
  const bank = marking.getByRole('combobox', { name: 'Insert a saved comment' });
  await bank.fill(`Well argued on ${name}`);
  await marking.getByRole('option', { name: `Well argued on ${name}` }).waitFor();
  await bank.press('ArrowDown');
  await bank.press('Enter');
  await marking.getByText(`Well argued on ${name}: 8 of 10.`).first().waitFor();
  await marking
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
  await reach(amal.page, marking.getByRole('button', { name: 'Finish and go on' }));
  await keyboard.press('Enter');
  await marking.getByText('The mark is finished and becomes the grade.').first().waitFor();
  await until(
    'another work is open',
    async () => (await marking.getByRole('heading', { level: 1 }).textContent()) !== workTitle,
  );

  // With the learners hidden, only a sign is left of them.
  await reach(amal.page, marking.getByRole('switch', { name: 'Hide who the learners are' }));
  await keyboard.press('Space');
  await marking.getByRole('heading', { level: 1, name: /^Work [0-9A-F]{6}$/ }).waitFor();
  await check('learner hidden', amal);
  await marking.getByRole('button', { name: 'Give back' }).press('Enter');
  await marking.getByRole('heading', { level: 1, name: 'Marking' }).waitFor();
  await marking.getByText('Marked', { exact: true }).first().waitFor();
  expect(await marking.getByText(/Ada|Ström/).count()).toBe(0);
  await check('marking overview hidden', amal);

  // The mark is in its history; taken back, it stays there.
  await marking.getByRole('row').filter({ hasText: '8 of 10 points' }).getByRole('link').press('Enter');
  await marking.getByRole('heading', { name: 'History of the mark' }).waitFor();
  await check('marked work', amal);
  await marking.getByRole('button', { name: 'Take the mark back' }).press('Enter');
  await marking.getByRole('heading', { name: 'Mark taken back' }).waitFor();
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}
