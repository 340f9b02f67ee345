/** The facilitator queue by keyboard alone, on a wide screen and a narrow phone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, demoCourse, frameOf, personOf } from './launched.ts';
import { Person } from './people.ts';

const TEST_MS = 180_000;

describe.each([1280, 320])('at %d px', (width) => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack('moodle');
    browser = await openBrowser({ width });
  }, TEST_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, TEST_MS);

  test(
    'staff move through it, filter it, assign, put off and finish, and take back, all by keys',
    () =>
      story(browser, `queue ${width}`, async () => {
        const { simulator } = stack;
        const course = demoCourse(stack);
        const closed = { submissionsCloseAt: new Date(Date.now() - 60_000).toISOString() };
        await addPeerReview(stack, 'Bridges', { settings: closed });
        const { teacher } = await addPeerReview(stack, 'Tunnels', { settings: closed });
        // What waits follows events: the page shows what there is when it is opened.
        await until('both wait', async () => {
          const { items } = await teacher.ok<{ items: { because: { code: string } }[] }>('GET', '/queue');
          return items.filter(({ because }) => because.code === 'WORK_MISSING').length === 2;
        });
        const tessa = new Person(
          await browser.context.newPage(),
          simulator,
          personOf(stack, course, 'instructor').name,
        );
        const { page } = tessa;
        const faults: Record<string, string[]> = {};
        const check = async (what: string, within?: string[]): Promise<void> => {
          await keepPicture(page, `queue ${width} ${what}`);
          faults[what] = await faultsOf(frameOf(stack, page), within ? { within } : {});
        };
        const queue = (await tessa.open('Bridges')) as FrameLocator;
        await queue.getByRole('heading', { level: 1 }).press('g');
        await page.keyboard.press('w');
        const about = (title: string) =>
          queue.getByRole('article', { name: new RegExp(`In “${title}”, .* not handed in`) });
        await about('Bridges').waitFor();
        await about('Tunnels').waitFor();
        await check('open');

        await page.keyboard.press('j');
        const first = await focusedTitle(page, stack);
        await page.keyboard.press('ArrowDown');
        const second = await focusedTitle(page, stack);
        expect([first, second].sort()).toEqual(['Bridges', 'Tunnels']);
        await page.keyboard.press('k');
        expect(await focusedTitle(page, stack)).toBe(first);

        await page.keyboard.press('a');
        const assign = queue.getByRole('dialog', { name: 'Who looks after this?' });
        await assign.waitFor();
        await check('assign', DIALOG);
        await assign.getByRole('button', { name: 'Assign', exact: true }).press('Enter');
        await about(first).getByText('With Tessa Teacher').waitFor();
        await expectFocus(page, stack, first);

        await page.keyboard.press('s');
        const snooze = queue.getByRole('dialog', { name: 'Put this off' });
        await snooze.waitFor();
        await check('put off', DIALOG);
        await snooze.getByRole('radio', { name: 'Next week' }).press(' ');
        await snooze.getByRole('button', { name: 'Put off', exact: true }).press('Enter');
        await about(first).waitFor({ state: 'detached' });
        await expectFocus(page, stack, second);
        await page.keyboard.press('e');
        const nothing = queue.getByRole('heading', { name: 'Nothing is waiting for you' });
        await nothing.and(queue.locator(':focus')).waitFor();
        await check('nothing open');
        await page.keyboard.press('u');
        await about(second).waitFor();
        await expectFocus(page, stack, second);
        // The way back is there with the answer: it waits for none of what the page shows anew.
        await page.route('**/queue/overview*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 2000));
          await route.continue();
        });
        await page.keyboard.press('s');
        await snooze.getByRole('radio', { name: 'Next week' }).press(' ');
        await snooze.getByRole('button', { name: 'Put off', exact: true }).press('Enter');
        await nothing.waitFor();
        await page.keyboard.press('u');
        await page.unrouteAll({ behavior: 'wait' });
        await about(second).waitFor();
        await expectFocus(page, stack, second);

        await queue.getByRole('radio', { name: 'Put off (1)' }).press(' ');
        await about(first).getByText('Put off until').waitFor();
        await check('those put off');
        // The filters are in the address: whoever goes back to the page by it sees the same.
        await queue.getByRole('button', { name: /Assigned to/ }).press('Enter');
        await queue.getByRole('option', { name: 'Nobody (0)' }).press('Enter');
        await queue.getByText('Nothing fits these filters').waitFor();
        expect(frameOf(stack, page).url()).toMatch(/\/queue\?.*state=snoozed.*who=nobody/);
        await queue.getByRole('button', { name: /Assigned to/ }).press('Enter');
        await queue.getByRole('option', { name: 'Me (1)' }).press('Enter');
        await about(first).waitFor();
        await about(first).press('s');
        await queue.getByText('Nothing fits these filters').waitFor();

        await queue.getByRole('radio', { name: /^Open/ }).press(' ');
        await about(first).press('?');
        const sheet = queue.getByRole('dialog');
        for (const what of ['Next matter', 'Assign the matter', 'Mark the matter as done'])
          await sheet.getByText(what, { exact: false }).waitFor();
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
        await about(first).focus();
        await page.keyboard.press('Enter');
        await queue.getByRole('heading', { level: 1, name: first }).waitFor();
        expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
      }),
    TEST_MS,
  );
});

/** The activity of the matter that has the focus. */
async function focusedTitle(page: Page, stack: Stack): Promise<string> {
  const focused = frameOf(stack, page).locator(':focus');
  const text = (await focused.count()) === 1 ? ((await focused.textContent()) ?? '') : '';
  return /In “(.*?)”/.exec(text)?.[1] ?? text;
}

async function expectFocus(page: Page, stack: Stack, title: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await focusedTitle(page, stack)) === title) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`the focus is not on the matter of ${title}`);
}
