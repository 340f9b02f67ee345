/** An instructor chooses how reviews become grades, sees what that changes and which works are uncertain; a learner reads why. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startStack, type Stack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { DIALOG, faultsOf, toolFrameOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { createPeerReview, handIn, releaseGrades, startReviews, writeReviews } from './peer-review-pages.ts';
import { Person, type Tool } from './people.ts';

const STORY_MS = 240_000;
const TITLE = 'Essay on bridges';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser({ situation: 'third-party cookies allowed' });
}, STORY_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, STORY_MS);

test(
  'reviews become grades as the instructor chooses, and everybody reads how',
  () => story(browser, 'grading methods', tellStory),
  STORY_MS,
);

async function tellStory(): Promise<void> {
  const { simulator } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const person = async (name: string) => new Person(await browser.context.newPage(), simulator, name);
  /** No fault of accessibility on a wide screen, and none on a narrow one. */
  async function expectNoFaults(
    { page }: Person,
    picture: string,
    shown: ReturnType<Tool['getByText']>,
    within = ['html'],
  ): Promise<void> {
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      expect(await faultsOf(toolFrameOf(page, stack.toolUrl), { within })).toEqual([]);
      await shown.scrollIntoViewIfNeeded();
      await keepPicture(page, `${picture} ${size.width}`);
    }
    await page.setViewportSize(WIDE);
  }
  const save = async (tool: Tool): Promise<void> => {
    await tool.getByRole('button', { name: 'Save settings' }).press('Enter');
  };

  const teacher = await person('Tessa Teacher');
  await createPeerReview(await teacher.addActivity(), TITLE, 20);
  await until('the activity is in the course', () => simulator.institution.linksOf(course).length === 1);
  const learners = await Promise.all(['Ada Ström', 'Bo Baker', 'Chi Nguyễn'].map(person));
  for (const learner of learners) await handIn(await learner.open(TITLE), 'A bridge carries.');
  const start = await teacher.open(TITLE);
  await startReviews(start);
  const shares = [0.2, 0.6, 1];
  for (const [index, learner] of learners.entries())
    await writeReviews(await learner.open(TITLE), shares[index] ?? 0);

  // What is uncertain, before anybody has seen a grade.
  const overview = await teacher.open(TITLE);
  await overview.getByRole('heading', { name: 'How certain the grades are' }).waitFor();
  await overview.getByText('Marked by staff: 0 of 3 reviewed works.').waitFor();
  await overview.getByText('Works that are worth a look', { exact: true }).press('Enter');
  await overview.getByRole('table', { name: 'Works that are worth a look' }).waitFor();
  await expectNoFaults(
    teacher,
    'grading methods, uncertain',
    overview.getByRole('link', { name: 'Mark works' }),
  );

  // Another method, with what it changes.
  await overview.getByRole('link', { name: 'Settings', exact: true }).press('Enter');
  await overview.getByRole('radio', { name: 'The work and the reviewing, separately' }).press('Space');
  await overview.getByRole('radio', { name: 'The mean of all reviews', exact: true }).press('Space');
  await overview.getByRole('checkbox', { name: 'Agreement with the best review counts' }).press('Space');
  await overview.getByRole('button', { name: /How strictly it is compared/ }).waitFor();
  await expectNoFaults(
    teacher,
    'grading methods, settings',
    overview.getByRole('button', { name: /How strictly it is compared/ }),
  );
  await save(overview);
  const dialog = overview.getByRole('alertdialog').or(overview.getByRole('dialog'));
  await dialog.getByText(/^Agreement with the best review counts 50/).waitFor();
  await dialog.getByText(/^How reviews become grades is now: The mean of all reviews/).waitFor();
  await expectNoFaults(teacher, 'grading methods, effects', dialog, DIALOG);
  await dialog.getByRole('button', { name: 'Save settings' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });

  const release = await teacher.open(TITLE);
  await releaseGrades(release);
  await until('every grade is in the gradebook', () => gradesOf(simulator, course.id).length >= 3);
  const [ada] = learners;
  if (!ada) throw new Error('nobody has handed in');
  const own = await ada.open(TITLE);
  await own.getByText(/, the mean of all reviews \(they gave /).waitFor();
  await own.getByText(/Other reviewers would most likely have come to between/).waitFor();
  await own.getByText(/agree with the best reviews by/).waitFor();
  await expectNoFaults(ada, 'grading methods, learner', own.getByText(/agree with the best reviews by/));

  // Staff see the interval beside the grade, and in its history what it was made of.
  const table = await teacher.open(TITLE);
  await table.getByRole('columnheader', { name: 'Work most likely between' }).waitFor();
  await expectNoFaults(
    teacher,
    'grading methods, table',
    table.getByRole('link', { name: /how the grade of Ada Ström came about/ }).first(),
  );
  await table
    .getByRole('link', { name: /how the grade of Ada Ström came about/ })
    .first()
    .press('Enter');
  await table
    .getByText(/Work: .*, the mean of all reviews/)
    .first()
    .waitFor();
  await expectNoFaults(
    teacher,
    'grading methods, history',
    table.getByText(/Work: .*, the mean of all reviews/).first(),
  );
}
