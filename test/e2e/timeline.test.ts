/** Staff give a learner more time: that learner sees the new dates, and nobody else learns of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Stack, startStack } from '../factories/stack.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, frameOf, openLearners } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** The part of the learner's page that says until when work can be handed in. */
const closes = async (tool: Tool): Promise<string> => {
  // The page is whole once the work can be written.
  await tool.getByRole('textbox').first().waitFor();
  return (await tool.getByRole('main').textContent()) ?? '';
};

describe.each<[string, BrowserOptions, string]>([
  ['a wide screen', { width: 1280 }, 'Ada Ström'],
  // Somebody else: an accommodation holds in every activity of the course.
  ['a narrow phone', { width: 320, colorScheme: 'dark' }, 'Chi Nguyễn'],
])('on %s', (where, options, learner) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'an accommodation and an extension are given, seen by that learner alone, and taken back',
    () => story(browser, `timeline ${where}`, () => tell(browser, where, learner)),
    TEST_MS,
  );
});

async function tell({ context }: Browser, where: string, learner: string): Promise<void> {
  const title = `Essay on ${where}`;
  const closeAt = new Date(Date.now() + 7 * 86_400_000);
  closeAt.setUTCHours(12, 0, 0, 0);
  await addPeerReview(stack, title, {
    settings: {
      submissionsCloseAt: closeAt.toISOString(),
      reviewsCloseAt: new Date(closeAt.getTime() + 7 * 86_400_000).toISOString(),
    },
  });
  await openLearners(stack, title, 3);
  const [tessa, ada, ben] = await Promise.all(
    ['Tessa Teacher', learner, 'Bo Baker'].map(
      async (name) => new Person(await context.newPage(), stack.simulator, name),
    ),
  );
  if (!tessa || !ada || !ben) throw new Error('somebody is missing');
  const faults: Record<string, string[]> = {};
  const check = async (what: string, page: Page): Promise<void> => {
    const hasDialog = (await frameOf(stack, page).getByRole('alertdialog').count()) > 0;
    faults[what] = await faultsOf(frameOf(stack, page), hasDialog ? { within: DIALOG } : {});
    await keepPicture(page, `timeline ${where} ${what}`);
  };
  const before = await closes(await ada.open(title));
  const othersBefore = await closes(await ben.open(title));

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: learner, exact: true }).press('Enter');
  await staff.getByRole('heading', { name: 'Dates', exact: true }).waitFor();
  await check('everybody’s dates', tessa.page);

  await press(staff, 'Standing accommodation');
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Days more' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Days more' }).press('Tab');
  await dialog.getByText('later').first().waitFor();
  await check('an accommodation with its preview', tessa.page);
  await press(staff, 'Save');
  await staff.getByText('Standing accommodation: 2 days more.').waitFor();

  const accommodated = await closes(await ada.open(title));
  expect(accommodated).not.toBe(before);
  expect(await closes(await ben.open(title))).toBe(othersBefore);
  await check('the learner’s page', ada.page);

  await tessa.page.bringToFront();
  await press(staff, 'Give more time');
  const until = dialog.getByRole('group', { name: 'Handing in ends, for this learner' });
  // The first part of the date, then part by part, as one types it.
  await until.getByRole('spinbutton').first().focus();
  await tessa.page.keyboard.type('01012001');
  await tessa.page.keyboard.type('1200AM');
  await dialog.getByText('This must be later than the learner’s date without it.').waitFor();
  await check('a date that is too early', tessa.page);
  await until.getByRole('spinbutton').first().focus();
  await tessa.page.keyboard.type('12012031');
  await tessa.page.keyboard.type('1200PM');
  await dialog
    .getByText(/2031, 12:00/)
    .first()
    .waitFor();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('In hospital.');
  await check('an extension with its preview', tessa.page);
  await press(staff, 'Save');
  await staff.getByText('Reason: In hospital.').waitFor();
  await check('a learner with more time', tessa.page);

  expect(await closes(await ada.open(title))).toContain('2031');
  expect(await closes(await ben.open(title))).toBe(othersBefore);

  await tessa.page.bringToFront();
  await staff.getByRole('link', { name: 'Everybody with more time' }).press('Enter');
  await staff.getByRole('heading', { name: 'More time' }).waitFor();
  await staff.getByText('In hospital.').waitFor();
  await check('everybody with more time', tessa.page);
  await Promise.all([tessa, ada, ben].map((person) => person.close()));
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}
