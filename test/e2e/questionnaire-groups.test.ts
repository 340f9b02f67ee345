/** Questions about the people of one's own group in the browser: made, answered on a phone, looked at person by person. */
import { expect, test } from '@jest/globals';
import { story } from './browser.ts';
import { Person } from './people.ts';
import { choose, groupLearners, makeRoom, openQuestionnaires, TEST_MS } from './questionnaires.ts';

const QUESTION = 'How much did each of you contribute?';

const { room, check, expectNoFaults } = makeRoom('group rows', {
  profile: 'moodle',
  title: 'Essay in a team',
  phone: { colorScheme: 'dark' },
});

async function build(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Contributions');
  await choose(tool, /Kind of the next question/, 'Table of choices');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).fill(QUESTION);
  await choose(tool, /Rows, question 1/, 'Own group: Teams');
  expect(await tool.getByRole('textbox', { name: /Rows of question 1/ }).count()).toBe(0);
  await tool.getByRole('textbox', { name: /Columns of question 1/ }).fill('Little\nAs agreed\nMuch');
  await tool.getByRole('checkbox', { name: 'Also ask about oneself' }).check();
  await check('builder', teacher);
  await tool.getByRole('button', { name: 'Preview' }).press('Enter');
  await tool.getByText('Here everybody sees the people of their own group.').waitFor();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
}

test(
  'everybody rates the people of their own group, who is in none reads so, staff see each person',
  () =>
    story(room.wide, 'group rows', () =>
      story(room.phone, 'group rows on a phone', async () => {
        const { simulator } = room.stack;
        const teacher = new Person(await room.wide.context.newPage(), simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), simulator, 'Ada Ström');
        const chi = new Person(await room.phone.context.newPage(), simulator, 'Chi Nguyễn');
        await groupLearners(room, { Red: [0, 1] });
        await build(teacher);

        const tool = await openQuestionnaires(ada, room.prepared);
        await tool.getByRole('link', { name: 'Contributions' }).press('Enter');
        await tool.getByText('Your group: Red').waitFor();
        const rated = (name: string) => tool.getByRole('group', { name, exact: true });
        await rated('Bo Baker').getByRole('radio', { name: 'Much' }).press('Space');
        await rated('Ada Ström').getByRole('radio', { name: 'As agreed' }).press('Space');
        await check('to answer', ada);
        await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
        await tool.getByText('Thank you. Your answers have arrived.').first().waitFor();

        const alone = await openQuestionnaires(chi, room.prepared);
        await alone.getByRole('link', { name: 'Contributions' }).press('Enter');
        await alone.getByText(/^You are in no group here/).waitFor();
        await check('in no group', chi);

        const results = await openQuestionnaires(teacher, room.prepared);
        await results.getByRole('link', { name: 'Contributions' }).press('Enter');
        await results.getByRole('figure', { name: QUESTION }).waitFor();
        const people = results.getByRole('table', { name: `By person: ${QUESTION}` });
        await people.getByRole('row', { name: /Bo Baker/ }).waitFor();
        await results.getByText('Ada Ström: As agreed; Bo Baker: Much').waitFor();
        await check('results', teacher);
        const small = new Person(await room.phone.context.newPage(), simulator, 'Tessa Teacher');
        const narrow = await openQuestionnaires(small, room.prepared);
        await narrow.getByRole('link', { name: 'Contributions' }).press('Enter');
        await narrow.getByRole('figure', { name: QUESTION }).waitFor();
        await check('results on a phone', small);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
