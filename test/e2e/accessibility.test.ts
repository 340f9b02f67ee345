import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { handInAll, reviewAndRelease } from '../factories/taking-part.ts';
import { addPeerReview, frameOf, openLearners } from './launched.ts';
import { Person } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 180_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

/** A peer review at a link, and three learners who have opened it. */
async function prepare(title: string, settings: Record<string, unknown> = {}) {
  const prepared = await addPeerReview(stack, title, { settings });
  return { ...prepared, learners: await openLearners(stack, title) };
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
    'no page of a peer review has a fault that axe finds, in any phase',
    () => story(browser, `axe-${name}`, () => walk(browser, name)),
    TEST_MS,
  );

  test(
    'nor has a page about grades: late work, columns, releases, what staff decide, and how it came about',
    () => story(browser, `axe-grades-${name}`, () => walkGrades(browser, name)),
    TEST_MS,
  );
});

/** Takes each state's faults and its picture. */
function checker(name: string) {
  const faults: Record<string, string[]> = {};
  return {
    async check(what: string, who: Person): Promise<void> {
      faults[what] = await faultsOf(frameOf(stack, who.page));
      await keepPicture(who.page, `${name} ${what}`);
    },
    expectNone: (): void =>
      expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({}),
  };
}

async function walk({ context }: Browser, name: string): Promise<void> {
  const { check, expectNone } = checker(name);
  const teacher = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const ada = new Person(await context.newPage(), stack.simulator, 'Ada Ström');

  await teacher.addActivity();
  await check('set-up', teacher);
  const prepared = await prepare(`Essay on ${name}`);
  await ada.open(prepared.title);
  await check('learner hands in', ada);
  await teacher.open(prepared.title);
  await check('staff while learners hand in', teacher);

  await handInAll(prepared);
  const reviewing = await ada.open(prepared.title);
  await check('learner has reviews', ada);
  await reviewing
    .getByRole('link', { name: /^Start review/ })
    .first()
    .click();
  await reviewing.getByRole('textbox', { name: 'Comment for the author' }).waitFor();
  await check('review', ada);
  const overview = await teacher.open(prepared.title);
  await check('staff while learners review', teacher);
  await overview.getByRole('link', { name: 'Waiting for you' }).click();
  await overview.getByRole('heading', { name: 'Waiting for you' }).waitFor();
  await check('queue', teacher);

  await reviewing.getByRole('link', { name: /^Notices/ }).click();
  await reviewing.getByRole('link', { name: 'E-mail and calendar' }).waitFor();
  await check('notices', ada);
  await reviewing.getByRole('link', { name: 'E-mail and calendar' }).click();
  await reviewing.getByText('does not send e-mail').waitFor();
  await check('notice settings without a mail server', ada);

  await reviewAndRelease(prepared);
  await ada.open(prepared.title);
  await check('learner’s result', ada);
  await teacher.open(prepared.title);
  await check('staff after release', teacher);
  expectNone();
}

const HOUR_MS = 3_600_000;

async function walkGrades({ context }: Browser, name: string): Promise<void> {
  const { check, expectNone } = checker(name);
  const teacher = new Person(await context.newPage(), stack.simulator, 'Tessa Teacher');
  const ada = new Person(await context.newPage(), stack.simulator, 'Ada Ström');
  const dueAt = new Date(Date.now() - HOUR_MS).toISOString();
  const prepared = await prepare(`Report on ${name}`, {
    late: { dueAt, graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 },
    columns: { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' },
  });
  const { title } = prepared;

  await ada.open(title);
  await check('learner hands in late', ada);
  const settings = await teacher.open(title);
  await settings.getByRole('link', { name: 'Settings', exact: true }).click();
  await settings.getByRole('checkbox', { name: 'Take late work' }).waitFor();
  await settings.getByText('Limits and rounding').click();
  await check('settings of grades', teacher);
  await settings.getByRole('radio', { name: 'One total of both' }).check();
  const percentage = settings.getByRole('textbox', { name: 'The work counts (%)' });
  await percentage.fill('50');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await settings.getByText('Both parts must make 100 % together.').waitFor();
  await check('settings of grades that do not fit', teacher);
  await percentage.fill('80');
  await settings.getByRole('radio', { name: 'As results come in' }).check();
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await settings.getByText('This is what they do:').waitFor();
  await check('what changed settings do', teacher);
  await settings.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();

  await handInAll(prepared);
  await reviewAndRelease(prepared);
  await ada.open(title);
  await check('learner’s results in two columns', ada);
  const overview = await teacher.open(title);
  await overview.getByRole('button', { name: 'Take grades back' }).waitFor();
  await check('staff with two columns', teacher);
  const grades = overview.getByRole('link', { name: /how the grade of Ada Ström came about/ });
  // From here on with the keyboard alone.
  await grades.first().press('Enter');
  await overview.getByRole('button', { name: 'Change this grade' }).press('Enter');
  const save = overview.getByRole('button', { name: 'Save change' });
  await save.press('Enter');
  await overview.getByText('Please say why').waitFor();
  await overview.getByText('What it was made of').first().press('Enter');
  await overview.getByText('peer-review.submission@1').waitFor();
  await check('history of a grade', teacher);
  await overview.getByRole('radio', { name: 'The grade as it is computed' }).press('ArrowDown');
  await overview.getByRole('textbox', { name: 'Grade in points' }).fill('19');
  await overview.getByRole('textbox', { name: 'Reason' }).fill('Recounted with the whole team.');
  await save.press('Enter');
  await overview.getByRole('heading', { name: '2: 19 of 20 points' }).waitFor();
  await overview.getByRole('button', { name: 'Undo the last change' }).waitFor();
  await check('history with a decision', teacher);
  const [file] = await Promise.all([
    teacher.page.waitForEvent('download'),
    overview.getByRole('button', { name: 'Export as CSV' }).press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe(`Report-on-${name.replaceAll(' ', '-')}-Ada-Ström.csv`);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/\r\n2,.*Recounted with the whole team\.,19,20,/);
  await overview.getByRole('link', { name: 'Back to the activity' }).press('Enter');
  await overview.getByRole('button', { name: 'Take grades back' }).click();
  await overview.getByText('Your LMS cannot take grades back').waitFor();
  await check('taking grades back', teacher);
  await overview.getByRole('alertdialog').getByRole('button', { name: 'Take grades back' }).click();
  await overview.getByText('Grades were released and taken back.').waitFor();
  await check('staff after grades were taken back', teacher);
  expectNone();
}
