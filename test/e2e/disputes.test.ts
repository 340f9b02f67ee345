/** A learner questions a grade on a narrow screen, staff take it and change the grade, and the gradebook has the new one. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startStack, type Stack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { faultsOf, toolFrameOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { createPeerReview, handIn, releaseGrades, startReviews, writeReviews } from './peer-review-pages.ts';
import { Person } from './people.ts';

const STORY_MS = 240_000;
const TITLE = 'Essay on bridges';

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
  'a disputed grade is changed, explained to its learner and sent to the gradebook',
  () => story(browser, 'disputes', tellStory),
  STORY_MS,
);

async function tellStory(): Promise<void> {
  const { simulator } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const person = async (name: string) => new Person(await browser.context.newPage(), simulator, name);
  const faults = ({ page }: Person) => faultsOf(toolFrameOf(page, stack.toolUrl));

  const teacher = await person('Tessa Teacher');
  await createPeerReview(await teacher.addActivity(), TITLE, 20);
  await until('the activity is in the course', () => simulator.institution.linksOf(course).length === 1);
  const learners = await Promise.all(['Ada Ström', 'Bo Baker', 'Chi Nguyễn'].map(person));
  for (const learner of learners) await handIn(await learner.open(TITLE), 'A bridge carries.');
  await startReviews(await teacher.open(TITLE));
  for (const learner of learners) await writeReviews(await learner.open(TITLE), 0.5);
  await releaseGrades(await teacher.open(TITLE));
  await until('every grade is in the gradebook', () => gradesOf(simulator, course.id).length === 3);

  const ada = await person('Ada Ström');
  await ada.page.setViewportSize({ width: 320, height: 800 });
  const own = await ada.open(TITLE);
  const ask = own.getByText('Question this: Your grade', { exact: true });
  await ask.waitFor();
  await ask.press('Enter');
  const send = own.getByRole('button', { name: 'Send to staff' }).first();
  await send.press('Enter');
  await own
    .getByText(/^Write a reason/)
    .first()
    .waitFor();
  expect(await faults(ada)).toEqual([]);
  await own
    .getByRole('textbox', { name: 'What do you think is wrong, and why?' })
    .first()
    .fill('I cite three sources.');
  await send.press('Enter');
  await own.getByText('Waiting for staff').waitFor();
  expect(await faults(ada)).toEqual([]);
  await keepPicture(ada.page, 'disputes');

  const staff = await teacher.open(TITLE);
  await staff.getByText('1 dispute waits for an answer').waitFor();
  await staff.getByRole('link', { name: 'Open the disputes' }).press('Enter');
  await staff.getByRole('table', { name: 'Disputes' }).waitFor();
  expect(await faults(teacher)).toEqual([]);
  await staff.getByText('Change the times').press('Enter');
  const days = staff.getByRole('textbox', { name: 'Days to dispute after the release' });
  await days.fill('0');
  await days.press('Tab');
  await staff.getByText(/^After saving, learners can dispute until .+ keep the date/).waitFor();
  await days.fill('30');
  await days.press('Tab');
  expect(await faults(teacher)).toEqual([]);
  await keepPicture(teacher.page, 'disputes times');
  await staff.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await staff.getByText('Days to dispute after the release: 30. Days to answer: 7.').waitFor();
  await teacher.page.setViewportSize({ width: 320, height: 800 });
  expect(await faults(teacher)).toEqual([]);
  await keepPicture(teacher.page, 'disputes narrow');
  await staff.getByRole('link', { name: 'Open: Ada Ström' }).press('Enter');
  await staff.getByRole('button', { name: 'Take: Ada Ström' }).press('Enter');
  await staff.getByText('Taken by you').waitFor();
  await teacher.page.setViewportSize({ width: 1280, height: 800 });
  await staff.getByRole('radio', { name: 'Accepted, the grade was changed' }).press('Space');
  const points = staff.getByRole('textbox', { name: 'New grade in points' });
  await points.fill('17');
  await points.press('Tab');
  await staff
    .getByRole('textbox', { name: 'Reason, which the learner reads' })
    .fill('They are there indeed.');
  expect(await faults(teacher)).toEqual([]);
  await keepPicture(teacher.page, 'disputes');
  await staff.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await staff.getByText('Grade set to 17').waitFor();
  expect(await faults(teacher)).toEqual([]);

  await until('the gradebook has the new grade', () =>
    gradesOf(simulator, course.id).some(({ name, score }) => name === 'Ada Ström' && score === 17),
  );
  const answered = await ada.open(TITLE);
  await answered.getByText('Accepted, the grade was changed').waitFor();
  await answered.getByText('They are there indeed.').waitFor();
  await answered.getByText('17 of 20 points').first().waitFor();
  expect(await faults(ada)).toEqual([]);
}
