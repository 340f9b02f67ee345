/**
 * Questions about the people of one's own group in the browser: made, answered on a phone, looked at person by person, and
 * shown to each as a whole.
 */
import { expect, test } from '@jest/globals';
import type { ListQuestionnaires, OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { z } from 'zod';
import type { ApiSession } from '../factories/browserless.ts';
import { story } from './browser.ts';
import { Person } from './people.ts';
import { choose, groupLearners, makeRoom, openQuestionnaires, TEST_MS } from './questionnaires.ts';

const QUESTION = 'How much did each of you contribute?';
const TO_EACH = 'What should they go on with?';

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
  await choose(tool, /Kind of the next question/, 'Text');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 2', exact: true }).fill(TO_EACH);
  await choose(tool, /Who is written to, question 2/, 'A text to each of the own group: Teams');
  await check('builder', teacher);
  await tool.getByRole('button', { name: 'Preview' }).press('Enter');
  await tool.getByText('Here everybody sees the people of their own group.').first().waitFor();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
}

/** Rates everybody of the own group, oneself as well, with the first column, and writes to the others. */
async function rateAll(learner: ApiSession | undefined): Promise<void> {
  if (!learner) throw new Error('no such learner');
  const { items } = await room.prepared.teacher.ok<z.output<(typeof ListQuestionnaires)['response']>>(
    'GET',
    '/questionnaires',
  );
  const path = `/questionnaires/${items[0]?.id ?? ''}/mine`;
  const [item, text] = (await learner.ok<OwnQuestionnaireView>('GET', path)).items;
  if (item?.kind !== 'matrix' || text?.kind !== 'text') throw new Error('the question is missing');
  const said = Object.fromEntries(item.rows.map(({ id }) => [id, item.columns[0]?.id ?? '']));
  const written = Object.fromEntries((text.rows ?? []).map(({ id }) => [id, 'You explain things well.']));
  await learner.ok('POST', path, { version: 1, answers: { [item.id]: said, [text.id]: written } });
}

/** Staff close it, read what members say of each other, and show each the own result. */
async function evaluate(teacher: Person, learner: Person): Promise<void> {
  const waiting = await openQuestionnaires(learner, room.prepared);
  await waiting.getByRole('link', { name: 'Contributions' }).press('Enter');
  await waiting.getByText('Your teaching staff have not shown the results yet.').waitFor();

  const staff = await openQuestionnaires(teacher, room.prepared);
  await staff.getByRole('link', { name: 'Contributions' }).press('Enter');
  await staff.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  // The dialog gives the focus back when it goes: what is pressed before may go astray.
  await dialog.waitFor({ state: 'detached' });
  await staff.getByRole('button', { name: 'Close', exact: true }).waitFor({ state: 'detached' });
  await staff.getByRole('link', { name: 'Contributions in groups' }).press('Enter');
  const table = staff.getByRole('table', { name: 'Members of groups' });
  await table.getByRole('row', { name: /Ada Ström/ }).waitFor();
  await staff.getByRole('checkbox', { name: 'Ada Ström reads this' }).first().check();
  await check('contributions', teacher);
  await staff.getByRole('button', { name: 'Show members their results' }).press('Enter');
  await check('before members see their results', teacher);
  await dialog.getByRole('button', { name: 'Show members their results' }).press('Enter');
  await staff.getByText(/^Shown to members since/).waitFor();

  const tool = await openQuestionnaires(learner, room.prepared);
  await tool.getByRole('link', { name: 'Contributions' }).press('Enter');
  await tool.getByText(/^Your factor: /).waitFor();
  await tool.getByText('The others, on average: 1 of 3').waitFor();
  await tool.getByText('You explain things well.').waitFor();
  await check('own contribution', learner);
}

test(
  'everybody rates the people of their own group, staff see each person, and each the own result in the end',
  () =>
    story(room.wide, 'group rows', () =>
      story(room.phone, 'group rows on a phone', async () => {
        const { simulator } = room.stack;
        const teacher = new Person(await room.wide.context.newPage(), simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), simulator, 'Ada Ström');
        const chi = new Person(await room.phone.context.newPage(), simulator, 'Chi Nguyễn');
        const { learners, move } = await groupLearners(room, { Red: [0, 1, 3], Blue: [] });
        await build(teacher);
        await move(3, 'Blue');

        const tool = await openQuestionnaires(ada, room.prepared);
        await tool.getByRole('link', { name: 'Contributions' }).press('Enter');
        await tool.getByText('Your group: Red').first().waitFor();
        const rated = (name: string) => tool.getByRole('group', { name, exact: true });
        await rated('Bo Baker').getByRole('radio', { name: 'Much' }).press('Space');
        await rated('Ada Ström').getByRole('radio', { name: 'As agreed' }).press('Space');
        // Who has left may be rated for the time together.
        await tool
          .getByText(/^You worked together until/)
          .first()
          .waitFor();
        await tool.getByRole('textbox', { name: /^Bo Baker/ }).fill('Asking early.');
        await check('to answer', ada);
        await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
        await tool.getByText('Thank you. Your answers have arrived.').first().waitFor();

        const alone = await openQuestionnaires(chi, room.prepared);
        await alone.getByRole('link', { name: 'Contributions' }).press('Enter');
        await alone
          .getByText(/^You are in no group here/)
          .first()
          .waitFor();
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
        for (const one of [1, 3]) await rateAll(learners[one]);
        await evaluate(teacher, ada);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
