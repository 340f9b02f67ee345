/** A check in the browser: keys written, answered twice on a narrow phone, scored for the learner and for staff. */
import { expect, test } from '@jest/globals';
import { until } from '../factories/until.ts';
import { story } from './browser.ts';
import { demoCourse, personOf } from './launched.ts';
import { Person } from './people.ts';
import { choose, openQuestionnaires, TEST_MS, makeRoom } from './questionnaires.ts';

const CHOICE = 'Which of these are prime numbers?';
const NUMBER = 'What is the square root of 2?';
const HINT = 'Nine is three times three.';

const { room, check, expectNoFaults } = makeRoom('check', { profile: 'canvas', title: 'Essay with a check' });

/** What the LMS's gradebook has. */
function scoreOfAda(): number | null {
  const course = demoCourse(room.stack);
  const { institution } = room.stack.simulator;
  const column = institution.lineItemsOf(course).find(({ label }) => label === 'Numbers');
  return (column && institution.cell(column.id, personOf(room.stack, course, 'learner').id)?.score) ?? null;
}

async function build(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Numbers');
  await choose(tool, /Kind of the next question/, 'Several choices');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).fill(CHOICE);
  await tool.getByRole('textbox', { name: /Options of question 1/ }).fill('7\n9\n11');
  await tool.getByRole('checkbox', { name: 'This question has a right answer' }).check();
  await choose(tool, /Kind of the next question/, 'Number');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 2', exact: true }).fill(NUMBER);
  await tool.getByRole('checkbox', { name: 'This question has a right answer' }).nth(1).check();
  await tool.getByRole('radio', { name: /^Anonymous/ }).check();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText('Say which answer is right.').first().waitFor();
  await tool.getByText(/cannot be anonymous/).waitFor();
  await check('without keys', teacher);

  await tool.getByRole('radio', { name: /^With names/ }).check();
  const right = tool.getByRole('group', { name: 'Right answers, question 1' });
  await right.getByRole('checkbox', { name: '7', exact: true }).check();
  await right.getByRole('checkbox', { name: '11', exact: true }).check();
  await tool.getByRole('textbox', { name: 'Points, question 1' }).fill('4');
  await tool.getByText('Feedback to question 1', { exact: true }).press('Enter');
  await tool.getByRole('textbox', { name: 'To “9”, question 1' }).fill(HINT);
  await tool.getByRole('textbox', { name: 'Right number, question 2' }).fill('1.41');
  await tool.getByRole('textbox', { name: 'Tolerance, question 2' }).fill('0.1');
  await tool.getByRole('textbox', { name: 'Attempts' }).fill('2');
  await tool.getByRole('textbox', { name: 'Attempts' }).press('Tab');
  await tool.getByRole('radio', { name: 'The best attempt' }).waitFor();
  await tool.getByRole('checkbox', { name: 'Put the score into the gradebook' }).check();
  await tool.getByRole('textbox', { name: 'Points in the gradebook' }).fill('20');
  await tool.getByRole('textbox', { name: 'Points in the gradebook' }).press('Tab');
  await check('builder', teacher);
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
}

async function answer(learner: Person): Promise<void> {
  const tool = await openQuestionnaires(learner, room.prepared);
  await tool.getByRole('link', { name: 'Numbers' }).press('Enter');
  await tool.getByText(/You have 2 attempts left; the best one counts\./).waitFor();
  expect(await tool.getByText(HINT).count()).toBe(0);
  const options = tool.getByRole('group', { name: CHOICE });
  await options.getByRole('checkbox', { name: '7', exact: true }).check();
  await options.getByRole('checkbox', { name: '9', exact: true }).check();
  await tool.getByRole('textbox', { name: NUMBER }).fill('1.5');
  await tool.getByRole('textbox', { name: NUMBER }).press('Tab');
  await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
  await tool.getByText('1 of 5 points (20%)').waitFor();
  await tool.getByText(HINT).waitFor();
  // What was right would give the second attempt away.
  expect(await tool.getByText(/^Right: /).count()).toBe(0);
  await check('first attempt', learner);

  await tool.getByRole('button', { name: 'Try again' }).press('Enter');
  await tool.getByText(/You have 1 attempt left/).waitFor();
  expect(await options.getByRole('checkbox', { name: '7', exact: true }).isChecked()).toBe(false);
  await options.getByRole('checkbox', { name: '7', exact: true }).check();
  await options.getByRole('checkbox', { name: '11', exact: true }).check();
  await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
  await tool.getByText('4 of 5 points (80%)').waitFor();
  await tool.getByText('Right: 7 and 11').waitFor();
  await tool.getByText('Right: 1.41 (± 0.1)').waitFor();
  await tool.getByText('Counts', { exact: true }).waitFor();
  expect(await tool.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await check('second attempt', learner);
}

test(
  'an instructor writes keys, a learner takes the check twice, staff see how it went',
  () =>
    story(room.wide, 'check', () =>
      story(room.phone, 'check on a phone', async () => {
        const teacher = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
        await build(teacher);
        await answer(ada);

        const tool = await openQuestionnaires(teacher, room.prepared);
        await tool.getByRole('link', { name: 'Numbers' }).press('Enter');
        await tool.getByText('1 answer', { exact: true }).waitFor();
        await tool.getByRole('figure', { name: 'Scores' }).waitFor();
        await tool.getByText('Mean score: 80%').waitFor();
        await tool.getByText('Right: 100% · Mean: 4 of 4 points').waitFor();
        await tool.getByText('7 – right').first().waitFor();
        await tool.getByRole('columnheader', { name: 'Attempt' }).waitFor();
        await check('results', teacher);
        await tool.getByRole('link', { name: 'Gradebook', exact: true }).press('Enter');
        await tool.getByRole('heading', { level: 1, name: 'Course gradebook' }).waitFor();
        await check('gradebook', teacher);
        await until('the score is in the LMS', () => Promise.resolve(scoreOfAda() === 16));
        const small = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const narrow = await openQuestionnaires(small, room.prepared);
        await narrow.getByRole('link', { name: 'Numbers' }).press('Enter');
        await narrow.getByRole('figure', { name: 'Scores' }).waitFor();
        await check('results on a phone', small);
        await narrow.getByRole('link', { name: 'Edit' }).press('Enter');
        await narrow.getByRole('textbox', { name: 'Tolerance, question 2' }).waitFor();
        await check('builder on a phone', small);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
